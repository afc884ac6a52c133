-- Times are milliseconds since 1970-01-01 UTC, flags 0 or 1, lists and maps JSON text.

-- What the installation keeps for itself: secrets it has made, counters that must not be lost.
CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE users (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- Trimmed and lower-cased; null for somebody known by phone only.
    email TEXT UNIQUE,
    name TEXT NOT NULL,
    -- E.164
    phone TEXT,
    role TEXT NOT NULL CHECK (role = 'customer' OR role = 'agent' OR role = 'admin'),
    -- 0 for somebody who was only written to or for; whoever registers the address takes the row over.
    is_account INTEGER NOT NULL CHECK (is_account IN (0, 1)),
    is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    email_verified_at INTEGER,
    -- crypt(5); null where a host product or nobody knows the password.
    password_hash TEXT,
    must_change_password INTEGER NOT NULL DEFAULT 0 CHECK (must_change_password IN (0, 1)),
    -- Every token carries the epoch it was made in; counting up voids all of them.
    token_epoch INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE INDEX users_by_phone ON users (phone) WHERE phone IS NOT NULL;
CREATE INDEX users_by_role ON users (role, id);

-- Tokens that were logged out before they ended; a row may go once its token has ended by itself.
CREATE TABLE revoked_tokens (
    token_id TEXT PRIMARY KEY,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX revoked_tokens_by_expires_at ON revoked_tokens (expires_at);

-- Links that were mailed. Only the SHA-256 of the secret is kept; using one deletes it.
CREATE TABLE one_time_tokens (
    hash TEXT PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose = 'verify_email' OR purpose = 'reset_password' OR purpose = 'ticket_link'),
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    -- For a ticket link: the ticket it opens.
    ticket_id INTEGER,
    expires_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX one_time_tokens_by_user ON one_time_tokens (user_id, purpose);
CREATE INDEX one_time_tokens_by_expires_at ON one_time_tokens (expires_at);

-- Failed logins and look-ups, counted in windows of 15 minutes that begin with the first failure.
CREATE TABLE failure_counts (
    subject TEXT PRIMARY KEY,
    window_started_at INTEGER NOT NULL,
    failures INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX failure_counts_by_window ON failure_counts (window_started_at);

CREATE TABLE api_keys (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    -- SHA-256 of the key.
    hash TEXT NOT NULL UNIQUE,
    scopes TEXT NOT NULL,
    is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    created_by_id INTEGER REFERENCES users (id),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

-- The first answer to a request that carried an Idempotency-Key, kept for 24 hours.
CREATE TABLE idempotent_answers (
    caller TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    -- SHA-256 over method, path and body.
    request_hash TEXT NOT NULL,
    status INTEGER NOT NULL,
    -- A JSON map of the answer's own headers.
    headers TEXT NOT NULL,
    body BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (caller, idempotency_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotent_answers_by_created_at ON idempotent_answers (created_at);

-- The outbox: what has to reach somebody, written in the transaction of its cause.
CREATE TABLE deliveries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    transport TEXT NOT NULL CHECK (transport = 'mail' OR transport = 'webhook' OR transport = 'whatsapp'),
    -- verify_email, reset_password, ticket_link, ...
    kind TEXT NOT NULL,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'pending' CHECK (status = 'pending' OR status = 'delivered' OR status = 'dead'),
    attempts INTEGER NOT NULL DEFAULT 0,
    next_attempt_at INTEGER,
    last_error TEXT,
    ticket_id INTEGER,
    user_id INTEGER,
    created_at INTEGER NOT NULL,
    delivered_at INTEGER
) STRICT;

CREATE INDEX deliveries_due ON deliveries (next_attempt_at) WHERE status = 'pending';

-- Who did what that outlives the thing itself.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    actor_id INTEGER,
    actor_name TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    details TEXT NOT NULL DEFAULT '{}',
    created_at INTEGER NOT NULL
) STRICT;
