-- What a search looks through: each message, and a row a ticket for number, subject and customer. Even row ids are
-- messages, odd ones tickets. The token c<customer id> keeps a customer's own search narrow; internal notes lack it.
CREATE VIEW search_texts (id, words) AS
    SELECT
        messages.id * 2,
        CASE messages.is_internal WHEN 0 THEN 'c' || tickets.customer_id || ' ' ELSE '' END || messages.body
    FROM messages
    JOIN tickets ON tickets.id = messages.ticket_id
    UNION ALL
    SELECT
        tickets.id * 2 + 1,
        'c' || tickets.customer_id || ' ' || tickets.ticket_number || ' ' || tickets.subject || ' ' || users.name
            || ' ' || coalesce(users.email, '') || ' ' || coalesce(users.phone, '')
    FROM tickets
    JOIN users ON users.id = tickets.customer_id;

-- detail=none and no column sizes: the index is asked which rows have all of some words, never where in a row.
CREATE VIRTUAL TABLE search USING fts5 (
    words, content = 'search_texts', content_rowid = 'id', detail = none, columnsize = 0,
    tokenize = 'unicode61 remove_diacritics 2'
);

-- Merge segments in sixteens and keep more of a large transaction in memory: half the writing of the defaults.
INSERT INTO search (search, rank) VALUES ('automerge', 16);
INSERT INTO search (search, rank) VALUES ('crisismerge', 64);
INSERT INTO search (search, rank) VALUES ('hashsize', 8388608);
