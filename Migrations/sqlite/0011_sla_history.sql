-- What a ticket's clocks are derived from, as one line (the format is told in Sources/Domain/SLAHistory.swift). NULL for
-- one that is read from the events: it is too long, or nothing has moved the clocks since this column was added.
ALTER TABLE tickets ADD COLUMN sla_history TEXT;
