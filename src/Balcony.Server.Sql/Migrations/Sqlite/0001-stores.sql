-- The store shapes and the ledger. Texts are compared by their UTF-8 bytes (BINARY).
CREATE TABLE store (id INTEGER PRIMARY KEY, shape INTEGER NOT NULL, name TEXT NOT NULL UNIQUE);

-- Values (with an empty key) and maps.
CREATE TABLE item (
    store INTEGER NOT NULL, owner TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL,
    PRIMARY KEY (store, owner, key)) WITHOUT ROWID;

CREATE TABLE item_term (
    store INTEGER NOT NULL, term TEXT NOT NULL, owner TEXT NOT NULL, key TEXT NOT NULL,
    PRIMARY KEY (store, term, owner, key)) WITHOUT ROWID;
CREATE INDEX item_term_of_item ON item_term (store, owner, key);

CREATE TABLE archive (
    store INTEGER NOT NULL, owner TEXT NOT NULL, position INTEGER NOT NULL, id TEXT NOT NULL, time INTEGER NOT NULL, peer TEXT, value BLOB NOT NULL,
    PRIMARY KEY (store, owner, position)) WITHOUT ROWID;
CREATE UNIQUE INDEX archive_id ON archive (store, owner, id);
CREATE INDEX archive_peer ON archive (store, owner, peer, position) WHERE peer IS NOT NULL;

-- A stanza once, with all its owners; the entries are made from it and follow behind.
CREATE TABLE journal (id INTEGER PRIMARY KEY, time INTEGER NOT NULL, stanza BLOB NOT NULL, owners BLOB NOT NULL);
CREATE TABLE ledger_entry (
    owner INTEGER NOT NULL, id INTEGER NOT NULL, contact INTEGER NOT NULL, flags INTEGER NOT NULL,
    PRIMARY KEY (owner, id)) WITHOUT ROWID;
CREATE INDEX ledger_entry_contact ON ledger_entry (owner, contact, id);
CREATE INDEX ledger_entry_pending ON ledger_entry (owner, id) WHERE (flags & 1) = 1;

-- XEP-0198: what was handled of each session's stanzas, as of the last commit.
CREATE TABLE session_inbound (session TEXT PRIMARY KEY, owner TEXT NOT NULL, inbound INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX session_inbound_owner ON session_inbound (owner);

-- reserved: no identifier above it was given out. entered: the journal up to it has its entries.
CREATE TABLE mark (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO mark (name, value) VALUES ('reserved', 0), ('entered', 0);
