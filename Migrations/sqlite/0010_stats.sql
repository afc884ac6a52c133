-- Tickets by the UTC day (since 1970) they were opened on and by what they are now, kept by the transactions that change
-- one. dimension: 1 status, 2 category_id, 3 priority, 4 channel (its place in the list of portal, email, chat,
-- whatsapp, api, system, ai, from 0), 5 assigned_to_id (0 is nobody).
CREATE TABLE created_counts (
    day INTEGER NOT NULL,
    dimension INTEGER NOT NULL CHECK (dimension BETWEEN 1 AND 5),
    value INTEGER NOT NULL,
    tickets INTEGER NOT NULL,
    PRIMARY KEY (day, dimension, value)
) STRICT, WITHOUT ROWID;

-- What happened to tickets, by the UTC day it happened on; day -1 is all days together.
-- figure: 1 first response of staff, 2 of the assistant, 3 resolution, each in milliseconds since the ticket was opened;
-- 4 rating; 5 reopened; 6 unsolved tickets that came (less those that were solved).
-- bucket: of 1 to 3 the duration on a scale of sixteen steps to the doubling (below 16 the number itself), of 4 the
-- rating, else 0. total is the sum of the exact values.
CREATE TABLE day_figures (
    figure INTEGER NOT NULL CHECK (figure BETWEEN 1 AND 6),
    day INTEGER NOT NULL,
    bucket INTEGER NOT NULL,
    entries INTEGER NOT NULL,
    total INTEGER NOT NULL,
    PRIMARY KEY (figure, day, bucket)
) STRICT, WITHOUT ROWID;

INSERT INTO created_counts (day, dimension, value, tickets)
    SELECT created_at / 86400000, 1, status, count(*) FROM tickets GROUP BY 1, 3
    UNION ALL SELECT created_at / 86400000, 2, category_id, count(*) FROM tickets GROUP BY 1, 3
    UNION ALL SELECT created_at / 86400000, 3, priority, count(*) FROM tickets GROUP BY 1, 3
    UNION ALL SELECT created_at / 86400000, 4,
        CASE channel WHEN 'portal' THEN 0 WHEN 'email' THEN 1 WHEN 'chat' THEN 2 WHEN 'whatsapp' THEN 3 WHEN 'api' THEN 4
            WHEN 'system' THEN 5 ELSE 6 END, count(*) FROM tickets GROUP BY 1, 3
    UNION ALL SELECT created_at / 86400000, 5, coalesce(assigned_to_id, 0), count(*) FROM tickets GROUP BY 1, 3;

-- Where each bucket begins, while the past is counted.
CREATE TABLE duration_buckets (lowest INTEGER PRIMARY KEY, bucket INTEGER NOT NULL) STRICT;
INSERT INTO duration_buckets
    WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < 740)
    SELECT CASE WHEN n < 16 THEN n ELSE (16 + n % 16) << (n / 16 - 1) END, n FROM numbers;

INSERT INTO day_figures (figure, day, bucket, entries, total)
    SELECT figure, day, bucket, count(*), sum(duration)
    FROM (
        SELECT figure, at / 86400000 AS day, duration,
            (SELECT bucket FROM duration_buckets WHERE lowest <= duration ORDER BY lowest DESC LIMIT 1) AS bucket
        FROM (
            SELECT 1 AS figure, first_response_at AS at, max(0, first_response_at - created_at) AS duration
            FROM tickets WHERE first_response_at IS NOT NULL
            UNION ALL
            SELECT 2, ai_first_response_at, max(0, ai_first_response_at - created_at)
            FROM tickets WHERE ai_first_response_at IS NOT NULL
            UNION ALL
            SELECT 3, events.created_at, max(0, events.created_at - tickets.created_at)
            FROM events JOIN tickets ON tickets.id = events.ticket_id
            WHERE events.type IN ('status_change', 'close') AND events.to_value IN ('resolved', 'closed')
                AND events.from_value NOT IN ('resolved', 'closed')
        )
    )
    GROUP BY figure, day, bucket;
INSERT INTO day_figures (figure, day, bucket, entries, total)
    SELECT 4, rated_at / 86400000, customer_satisfaction_rating, count(*), sum(customer_satisfaction_rating)
    FROM tickets WHERE rated_at IS NOT NULL AND customer_satisfaction_rating IS NOT NULL GROUP BY 2, 3;
INSERT INTO day_figures (figure, day, bucket, entries, total)
    SELECT 5, events.created_at / 86400000, 0, count(*), 0
    FROM events JOIN tickets ON tickets.id = events.ticket_id WHERE events.type = 'reopen' GROUP BY 2;
INSERT INTO day_figures (figure, day, bucket, entries, total)
    SELECT figure, -1, bucket, sum(entries), sum(total) FROM day_figures GROUP BY figure, bucket;
INSERT INTO day_figures (figure, day, bucket, entries, total)
    SELECT 6, at / 86400000, 0, sum(step), 0
    FROM (
        SELECT created_at AS at, 1 AS step FROM tickets
        UNION ALL
        SELECT events.created_at, CASE events.type WHEN 'reopen' THEN 1 ELSE -1 END
        FROM events JOIN tickets ON tickets.id = events.ticket_id
        WHERE events.type = 'reopen'
            OR events.type IN ('status_change', 'close') AND events.to_value IN ('resolved', 'closed')
                AND events.from_value NOT IN ('resolved', 'closed')
    )
    GROUP BY at / 86400000;
DROP TABLE duration_buckets;
