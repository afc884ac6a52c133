CREATE TABLE categories (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    -- A JSON list of other words for the slug.
    aliases TEXT NOT NULL DEFAULT '[]',
    is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

INSERT INTO categories (slug, name, description, aliases, position, created_at, updated_at) VALUES
    ('billing', 'Billing', 'Invoices, payments, refunds and subscriptions', '[]', 1, 0, 0),
    ('technical_support', 'Technical support', 'Something does not work as it should', '["technical"]', 2, 0, 0),
    ('site_edit', 'Site edit', 'Changes to the content or look of a site', '[]', 3, 0, 0),
    ('question', 'Question', 'How something works, or where to find it', '["general"]', 4, 0, 0),
    ('account', 'Account', 'Logging in, passwords, profiles and access', '[]', 5, 0, 0),
    ('redemption', 'Redemption', 'Vouchers, gift cards, points and codes', '[]', 6, 0, 0),
    ('other', 'Other', 'Everything else', '[]', 7, 0, 0);

-- CHECK has OR and not IN: for a list of more than two SQLite builds a temporary b-tree at every insert.
-- status: 1 new, 2 open, 3 in_progress, 4 waiting_customer, 5 waiting_ai, 6 on_hold, 7 resolved, 8 closed.
-- priority: 1 low, 2 medium, 3 high, 4 urgent.
-- What is long (the description) stands in messages alone, so that a change of status rewrites a short row.
CREATE TABLE tickets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket_number TEXT NOT NULL UNIQUE,
    subject TEXT NOT NULL,
    -- The message that is the description.
    first_message_id INTEGER NOT NULL,
    category_id INTEGER NOT NULL REFERENCES categories (id),
    priority INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 4),
    status INTEGER NOT NULL CHECK (status BETWEEN 1 AND 8),
    channel TEXT NOT NULL CHECK (channel = 'portal' OR channel = 'email' OR channel = 'chat' OR channel = 'whatsapp' OR channel = 'api' OR channel = 'system' OR channel = 'ai'),
    customer_id INTEGER NOT NULL REFERENCES users (id),
    -- 1 when the customer was found by address alone: shown to the account only once that address is verified.
    matched_by_address INTEGER NOT NULL DEFAULT 0 CHECK (matched_by_address IN (0, 1)),
    assigned_to_id INTEGER REFERENCES users (id),
    assigned_at INTEGER,
    created_by_id INTEGER REFERENCES users (id),
    tags TEXT NOT NULL DEFAULT '[]',
    reference_map TEXT NOT NULL DEFAULT '{}',
    watchers TEXT NOT NULL DEFAULT '[]',
    unread_by_agent INTEGER NOT NULL DEFAULT 0 CHECK (unread_by_agent >= 0),
    unread_by_customer INTEGER NOT NULL DEFAULT 0 CHECK (unread_by_customer >= 0),
    -- Public messages, the description included.
    message_count INTEGER NOT NULL CHECK (message_count >= 0),
    ai_processed INTEGER NOT NULL DEFAULT 0 CHECK (ai_processed IN (0, 1)),
    ai_category TEXT,
    ai_category_confidence REAL,
    ai_category_scores TEXT,
    ai_priority INTEGER,
    ai_needs_review INTEGER NOT NULL DEFAULT 0 CHECK (ai_needs_review IN (0, 1)),
    ai_suggested_category TEXT,
    ai_suggested_response TEXT,
    ai_processing_notes TEXT,
    ai_summary TEXT,
    ai_model TEXT,
    ai_first_response_at INTEGER,
    ai_auto_resolved INTEGER NOT NULL DEFAULT 0 CHECK (ai_auto_resolved IN (0, 1)),
    sla_policy_id INTEGER,
    sla_state TEXT NOT NULL DEFAULT 'none' CHECK (sla_state = 'none' OR sla_state = 'running' OR sla_state = 'paused' OR sla_state = 'breached' OR sla_state = 'met'),
    sla_due_at INTEGER,
    first_response_due_at INTEGER,
    next_response_due_at INTEGER,
    resolution_due_at INTEGER,
    first_response_at INTEGER,
    last_customer_message_at INTEGER,
    last_staff_message_at INTEGER,
    last_message_at INTEGER NOT NULL,
    resolved_at INTEGER,
    closed_at INTEGER,
    reopened_count INTEGER NOT NULL DEFAULT 0,
    customer_satisfaction_rating INTEGER CHECK (customer_satisfaction_rating BETWEEN 1 AND 5),
    customer_satisfaction_comment TEXT,
    rated_at INTEGER,
    resolution_notes TEXT,
    merged_into_id INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    -- One more with every write to the ticket or its thread: the staff ETag.
    version INTEGER NOT NULL,
    -- The same of what the customer sees.
    public_updated_at INTEGER NOT NULL,
    public_version INTEGER NOT NULL
) STRICT;

-- Lists are keyset pages over an index that has their order. A list without a status is one arm a status, merged: that
-- saves an index for every order. The row id ends each index and breaks ties.
CREATE INDEX tickets_by_status_last_message ON tickets (status, last_message_at);
CREATE INDEX tickets_by_status_created ON tickets (status, created_at);
CREATE INDEX tickets_by_status_priority ON tickets (status, priority);
CREATE INDEX tickets_by_status_sla_due ON tickets (status, sla_due_at);
CREATE INDEX tickets_by_assignee ON tickets (assigned_to_id, status, last_message_at);
CREATE INDEX tickets_by_category ON tickets (category_id, status, last_message_at);
CREATE INDEX tickets_by_priority ON tickets (priority, status, last_message_at);
CREATE INDEX tickets_by_customer ON tickets (customer_id, status, last_message_at);

-- What waits for staff, by how long the customer has waited.
CREATE INDEX tickets_waiting ON tickets (last_customer_message_at) WHERE status < 4;

CREATE TABLE messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket_id INTEGER NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    body TEXT NOT NULL,
    author_type TEXT NOT NULL CHECK (author_type = 'customer' OR author_type = 'staff' OR author_type = 'ai' OR author_type = 'system'),
    author_id INTEGER,
    author_name TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('inbound', 'outbound')),
    is_internal INTEGER NOT NULL DEFAULT 0 CHECK (is_internal IN (0, 1)),
    channel TEXT NOT NULL CHECK (channel = 'portal' OR channel = 'email' OR channel = 'chat' OR channel = 'whatsapp' OR channel = 'api' OR channel = 'system' OR channel = 'ai'),
    ai_model TEXT,
    ai_confidence REAL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX messages_by_ticket ON messages (ticket_id);

-- Facts, append-only: nothing here is ever changed. A deleted ticket's events go; its `deleted` event stays.
CREATE TABLE events (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket_id INTEGER NOT NULL,
    type TEXT NOT NULL,
    from_value TEXT,
    to_value TEXT,
    actor_type TEXT NOT NULL CHECK (actor_type = 'customer' OR actor_type = 'staff' OR actor_type = 'ai' OR actor_type = 'system'),
    actor_id INTEGER,
    actor_name TEXT NOT NULL,
    metadata TEXT,
    -- Whether the ticket's customer sees it.
    is_public INTEGER NOT NULL CHECK (is_public IN (0, 1)),
    created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX events_by_ticket ON events (ticket_id);

CREATE TABLE ticket_tags (
    tag TEXT NOT NULL,
    ticket_id INTEGER NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    PRIMARY KEY (tag, ticket_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX ticket_tags_by_ticket ON ticket_tags (ticket_id);

CREATE TABLE ticket_references (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    ticket_id INTEGER NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    PRIMARY KEY (name, value, ticket_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX ticket_references_by_ticket ON ticket_references (ticket_id);

-- Numbers of deleted tickets: a number is never given twice.
CREATE TABLE retired_numbers (
    ticket_number TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- What is counted up in the transaction that uses the number: ticket numbers of the schemes that count.
CREATE TABLE counters (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- How many tickets there are of each kind, kept by the transaction that changes one, so that no count reads tickets.
-- assigned_to_id 0 is nobody.
CREATE TABLE ticket_counts (
    status INTEGER NOT NULL,
    category_id INTEGER NOT NULL,
    priority INTEGER NOT NULL,
    channel TEXT NOT NULL,
    assigned_to_id INTEGER NOT NULL,
    is_unread INTEGER NOT NULL,
    needs_review INTEGER NOT NULL,
    tickets INTEGER NOT NULL,
    PRIMARY KEY (status, category_id, priority, channel, assigned_to_id, is_unread, needs_review)
) STRICT, WITHOUT ROWID;
