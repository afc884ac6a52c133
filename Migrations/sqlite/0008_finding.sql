-- Tickets by all that ticket_counts tells apart. Where a combination of filters leaves few tickets, the counts say which
-- kinds they are of, and this index finds them, instead of a long walk through a list's order past all the others.
CREATE INDEX tickets_by_kind ON tickets (
    status, category_id, priority, channel, ai_needs_review, assigned_to_id, unread_by_agent > 0
);

-- Notes and the rarer kinds of events, so that a list of them does not pass everything else. What happens to every
-- ticket is left out: lists of that find it by walking, and writing it stays cheap. Queries repeat these conditions.
CREATE INDEX messages_internal ON messages (id) WHERE is_internal = 1;

CREATE INDEX events_rare ON events (type, seq)
    WHERE type <> 'created' AND type <> 'message' AND type <> 'classification' AND type <> 'status_change'
        AND type <> 'assignment_change' AND type <> 'note' AND type <> 'close';

-- Where the messages and events of each UTC day stand: the lowest and highest id of what was created on that day. Ids
-- and times mostly grow together, so a list bounded by time needs no index on the time: it reads between these.
-- entries is what the row is about: messages or events. day counts from 1970-01-01.
CREATE TABLE day_spans (
    entries TEXT NOT NULL CHECK (entries IN ('messages', 'events')),
    day INTEGER NOT NULL,
    first_id INTEGER NOT NULL,
    last_id INTEGER NOT NULL,
    PRIMARY KEY (entries, day)
) STRICT, WITHOUT ROWID;

INSERT INTO day_spans (entries, day, first_id, last_id)
    SELECT 'messages', created_at / 86400000, min(id), max(id) FROM messages GROUP BY 2;
INSERT INTO day_spans (entries, day, first_id, last_id)
    SELECT 'events', created_at / 86400000, min(seq), max(seq) FROM events GROUP BY 2;

-- The words of the search index in their order, each with the rows that have it; reads the index, holds nothing.
CREATE VIRTUAL TABLE search_terms USING fts5vocab(search, instance);
