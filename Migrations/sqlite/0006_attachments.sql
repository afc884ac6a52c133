-- Files that were uploaded. The bytes stand outside of the database, under their SHA-256, once however many rows have
-- them. Deleting a row is all that has to be done to delete a file: see released_files.
CREATE TABLE attachments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- Null until a message names the file; one that no message names goes after 24 hours.
    message_id INTEGER REFERENCES messages (id) ON DELETE CASCADE,
    -- Who may name it: user:<id>, guest:<user id>:<ticket id> or key:<id>.
    uploader TEXT NOT NULL,
    -- Of at most 255 bytes, without a path, controls or marks that change the direction of writing.
    filename TEXT NOT NULL,
    -- In lower case: type/subtype, perhaps with a charset.
    content_type TEXT NOT NULL,
    -- Bytes.
    size INTEGER NOT NULL CHECK (size > 0),
    -- 64 hexadecimal digits in lower case.
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX attachments_by_message ON attachments (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX attachments_by_sha256 ON attachments (sha256);
CREATE INDEX attachments_unused ON attachments (created_at) WHERE message_id IS NULL;

-- What rows of attachments have let go of since the files were last looked at. A file whose content no row has any more
-- is removed after the commit. A row for each time, so that letting go once more while somebody looks is not lost.
CREATE TABLE released_files (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256 TEXT NOT NULL
) STRICT;

-- A trigger, so that rows which go with their message are noted too.
CREATE TRIGGER attachments_released AFTER DELETE ON attachments
BEGIN
    INSERT INTO released_files (sha256) VALUES (old.sha256);
END;
