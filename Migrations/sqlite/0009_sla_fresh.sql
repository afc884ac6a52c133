-- A fresh database has no tickets whose clocks would have to be derived anew.
DELETE FROM counters WHERE name = 'sla_derive_after' AND NOT EXISTS (SELECT 1 FROM tickets);
