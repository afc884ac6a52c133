-- What a kept answer is about: ticket:5, message:9, attachment:3 or user:7. With that it goes when they go.
ALTER TABLE idempotent_answers ADD COLUMN about TEXT;

UPDATE idempotent_answers SET about =
    CASE
        WHEN NOT json_valid(CAST(body AS TEXT)) THEN NULL
        WHEN json_extract(CAST(body AS TEXT), '$.ticket_id') IS NOT NULL
            THEN 'message:' || json_extract(CAST(body AS TEXT), '$.id')
        WHEN json_extract(CAST(body AS TEXT), '$.ticket_number') IS NOT NULL
            THEN 'ticket:' || json_extract(CAST(body AS TEXT), '$.id')
        WHEN json_extract(CAST(body AS TEXT), '$.sha256') IS NOT NULL
            THEN 'attachment:' || json_extract(CAST(body AS TEXT), '$.id')
        WHEN json_extract(CAST(body AS TEXT), '$.email_verified') IS NOT NULL
            THEN 'user:' || json_extract(CAST(body AS TEXT), '$.id')
    END;

CREATE INDEX idempotent_answers_by_about ON idempotent_answers (about) WHERE about IS NOT NULL;

-- What is gone already, or of somebody who was erased or is about to be, goes now.
UPDATE idempotent_answers SET status = 404, headers = '{}', body = x''
WHERE about LIKE 'ticket:%' AND NOT EXISTS (
        SELECT 1 FROM tickets
        WHERE id = CAST(substr(about, 8) AS INTEGER) AND customer_id NOT IN (SELECT customer_id FROM erasures))
    OR about LIKE 'message:%' AND NOT EXISTS (
        SELECT 1 FROM messages JOIN tickets ON tickets.id = messages.ticket_id
        WHERE messages.id = CAST(substr(about, 9) AS INTEGER)
            AND tickets.customer_id NOT IN (SELECT customer_id FROM erasures))
    OR about LIKE 'attachment:%' AND NOT EXISTS (
        SELECT 1 FROM attachments WHERE id = CAST(substr(about, 12) AS INTEGER))
    OR about LIKE 'user:%' AND CAST(substr(about, 6) AS INTEGER) IN (SELECT customer_id FROM erasures);

-- Keys of a host product's customers belong to the account, not to its address, which may become somebody else's.
UPDATE OR REPLACE idempotent_answers
SET caller = 'user:' || (SELECT id FROM users WHERE email = substr(caller, 6))
WHERE caller >= 'host:' AND caller < 'host;' AND substr(caller, 6) IN (SELECT email FROM users);
