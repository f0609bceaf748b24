-- When the counts of a session (XEP-0198) were last written, in microseconds: those of sessions that nobody comes back to are removed by their age.
ALTER TABLE session_state ADD COLUMN touched bigint NOT NULL DEFAULT 0;
UPDATE session_state SET touched = (extract(epoch FROM now()) * 1000000)::bigint;
