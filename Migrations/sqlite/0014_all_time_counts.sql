-- In created_counts, as in day_figures, day -1 is all days together: statistics of all time read a row for each status,
-- category, priority, channel and assignee, however many days and kinds of tickets there are.
INSERT INTO created_counts (day, dimension, value, tickets)
    SELECT -1, dimension, value, sum(tickets) FROM created_counts GROUP BY dimension, value;
