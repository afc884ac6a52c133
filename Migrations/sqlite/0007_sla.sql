-- The hours that count. intervals: {"mon": [["09:00", "17:00"]], ...} on the clock of time_zone; holidays: ["2026-12-25"].
CREATE TABLE calendars (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    intervals TEXT NOT NULL,
    holidays TEXT NOT NULL DEFAULT '[]',
    -- Day and night; cannot be changed.
    is_built_in INTEGER NOT NULL DEFAULT 0 CHECK (is_built_in IN (0, 1)),
    -- Since when the hours are these: a deadline cannot have been missed before it was set.
    effective_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

INSERT INTO calendars (id, name, time_zone, intervals, is_built_in, effective_at, created_at, updated_at) VALUES
    (1, '24x7', 'UTC',
     '{"mon":[["00:00","24:00"]],"tue":[["00:00","24:00"]],"wed":[["00:00","24:00"]],"thu":[["00:00","24:00"]],"fri":[["00:00","24:00"]],"sat":[["00:00","24:00"]],"sun":[["00:00","24:00"]]}',
     1, 0, 0, 0);

-- The first active one that matches a ticket, by position, holds for it.
-- match: {"category": [ids], "channel": [words], "priority": [words]}, an empty list is no condition.
-- targets: {"high": {"first_response": seconds, "next_response": seconds or null, "resolution": seconds}, ...}.
CREATE TABLE sla_policies (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    match TEXT NOT NULL,
    calendar_id INTEGER NOT NULL REFERENCES calendars (id),
    targets TEXT NOT NULL,
    -- How many tickets have it, kept by the transactions that change one.
    tickets INTEGER NOT NULL DEFAULT 0,
    effective_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

INSERT INTO sla_policies (id, name, position, match, calendar_id, targets, effective_at, created_at, updated_at) VALUES
    (1, 'Default', 1000, '{"category":[],"channel":[],"priority":[]}', 1,
     '{"low":{"first_response":86400,"next_response":null,"resolution":604800},"medium":{"first_response":28800,"next_response":null,"resolution":259200},"high":{"first_response":14400,"next_response":null,"resolution":86400},"urgent":{"first_response":3600,"next_response":null,"resolution":14400}}',
     0, 0, 0);

-- Facts, append-only: when a ticket's policy became another. The one it was opened with is the first from_policy_id, or
-- the ticket's own where nothing stands here.
CREATE TABLE sla_policy_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket_id INTEGER NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    -- It came after this event and before the next.
    after_seq INTEGER NOT NULL,
    from_policy_id INTEGER,
    to_policy_id INTEGER,
    created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX sla_policy_changes_by_ticket ON sla_policy_changes (ticket_id);

-- How many clocks were met and missed on a day (days since 1970, UTC), kept by the transactions that decide it.
CREATE TABLE sla_outcomes (
    day INTEGER PRIMARY KEY,
    met INTEGER NOT NULL DEFAULT 0,
    breached INTEGER NOT NULL DEFAULT 0
) STRICT;

-- When a warning, a breach or an escalation has to be announced next.
ALTER TABLE tickets ADD COLUMN sla_next_at INTEGER;
CREATE INDEX tickets_by_sla_next ON tickets (sla_next_at) WHERE sla_next_at IS NOT NULL;

-- sla: counts the changes of policies and calendars. sla_derive_after: up to which ticket id the unsolved ones have been
-- derived anew; no row when all are. sla_overdue: how many tickets have a breach written down and a deadline running.
INSERT INTO counters (name, value) VALUES ('sla', 1), ('sla_derive_after', 0), ('sla_overdue', 0);
