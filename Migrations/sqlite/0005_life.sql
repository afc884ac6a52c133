-- Tickets that went into another one are found from there, to be deleted with it.
CREATE INDEX tickets_by_merged_into ON tickets (merged_into_id) WHERE merged_into_id IS NOT NULL;

-- Resolved tickets by when they were last touched: the next one to close by itself is the first.
CREATE INDEX tickets_resolved_by_updated_at ON tickets (updated_at) WHERE status = 7;

-- When what tickets show of a person or a category (name, address, phone; slug) was last changed; null for never.
ALTER TABLE users ADD COLUMN renamed_at INTEGER;
ALTER TABLE categories ADD COLUMN renamed_at INTEGER;

-- The row id ends each index, so a filtered list is read newest first without a sort.
CREATE INDEX audit_by_action ON audit (action);
CREATE INDEX audit_by_actor ON audit (actor_id);
CREATE INDEX audit_by_subject ON audit (subject);
CREATE INDEX audit_by_created_at ON audit (created_at);

-- Customers who were or are being erased: what a stop of the server interrupts is finished after the next start. Who it
-- was stands here until then, for the search index still knows their tickets by it.
CREATE TABLE erasures (
    customer_id INTEGER PRIMARY KEY REFERENCES users (id),
    name TEXT NOT NULL,
    email TEXT,
    phone TEXT,
    -- Tickets up to this id are done.
    position INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    finished_at INTEGER
) STRICT;
