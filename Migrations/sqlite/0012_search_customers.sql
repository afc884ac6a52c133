-- A customer's word in the search index begins with a character that no text has there (U+E000, private use, which the
-- tokenizer takes for a letter), so that nobody can type it: with c7 a search for "c7" found all tickets of customer 7,
-- and messages of others that said so crowded that customer's own searches.
DROP VIEW search_texts;

CREATE VIEW search_texts (id, words) AS
    SELECT
        messages.id * 2,
        CASE messages.is_internal WHEN 0 THEN char(57344) || tickets.customer_id || ' ' ELSE '' END
            || replace(messages.body, char(57344), ' ')
    FROM messages
    JOIN tickets ON tickets.id = messages.ticket_id
    UNION ALL
    SELECT
        tickets.id * 2 + 1,
        char(57344) || tickets.customer_id || ' '
            || replace(
                tickets.ticket_number || ' ' || tickets.subject || ' ' || users.name || ' '
                    || coalesce(users.email, '') || ' ' || coalesce(users.phone, ''),
                char(57344), ' ')
    FROM tickets
    JOIN users ON users.id = tickets.customer_id;

INSERT INTO search (search) VALUES ('rebuild');

-- An erasure that is not finished takes tickets out of the index under the name that the customer had, one by one.
INSERT INTO search (search, rowid, words)
    SELECT
        'delete', tickets.id * 2 + 1,
        char(57344) || tickets.customer_id || ' '
            || replace(
                tickets.ticket_number || ' ' || tickets.subject || ' ' || users.name || ' '
                    || coalesce(users.email, '') || ' ' || coalesce(users.phone, ''),
                char(57344), ' ')
    FROM erasures
    JOIN tickets ON tickets.customer_id = erasures.customer_id AND tickets.id > erasures.position
    JOIN users ON users.id = tickets.customer_id
    WHERE erasures.finished_at IS NULL;

INSERT INTO search (rowid, words)
    SELECT
        tickets.id * 2 + 1,
        char(57344) || tickets.customer_id || ' '
            || replace(
                tickets.ticket_number || ' ' || tickets.subject || ' ' || erasures.name || ' '
                    || coalesce(erasures.email, '') || ' ' || coalesce(erasures.phone, ''),
                char(57344), ' ')
    FROM erasures
    JOIN tickets ON tickets.customer_id = erasures.customer_id AND tickets.id > erasures.position
    WHERE erasures.finished_at IS NULL;
