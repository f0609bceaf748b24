-- What a client acknowledged (XEP-0198) is kept beside what was handled for it.
ALTER TABLE session_inbound RENAME TO session_state;
ALTER TABLE session_state ADD COLUMN delivered INTEGER NOT NULL DEFAULT 0;

-- Bit 4 of an entry's flags: outbound. What waits for a device stands behind the owner's mark, so that its index is not needed.
DROP INDEX ledger_entry_pending;

-- What keys are derived from that must outlive the process.
CREATE TABLE secret (value BLOB NOT NULL);
