-- The store shapes and the ledger. Texts are compared by their UTF-8 bytes ("C").
CREATE TABLE store (id integer PRIMARY KEY, shape smallint NOT NULL, name text COLLATE "C" NOT NULL UNIQUE);

-- Values (with an empty key) and maps.
CREATE TABLE item (
    store integer NOT NULL, owner text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL, value bytea NOT NULL,
    PRIMARY KEY (store, owner, key));

CREATE TABLE item_term (
    store integer NOT NULL, term text COLLATE "C" NOT NULL, owner text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL,
    PRIMARY KEY (store, term, owner, key));
CREATE INDEX item_term_of_item ON item_term (store, owner, key);

CREATE TABLE archive (
    store integer NOT NULL, owner text COLLATE "C" NOT NULL, position bigint NOT NULL, id text COLLATE "C" NOT NULL, time bigint NOT NULL,
    peer text COLLATE "C", value bytea NOT NULL,
    PRIMARY KEY (store, owner, position));
CREATE UNIQUE INDEX archive_id ON archive (store, owner, id);
CREATE INDEX archive_peer ON archive (store, owner, peer, position) WHERE peer IS NOT NULL;

-- A stanza once, with all its owners; the entries are made from it in the same transaction, so that every cluster member sees them.
CREATE TABLE journal (id bigint PRIMARY KEY, time bigint NOT NULL, stanza bytea NOT NULL, owners bytea NOT NULL);
CREATE TABLE ledger_entry (
    owner bigint NOT NULL, id bigint NOT NULL, contact bigint NOT NULL, flags smallint NOT NULL,
    PRIMARY KEY (owner, id));
CREATE INDEX ledger_entry_contact ON ledger_entry (owner, contact, id);
CREATE INDEX ledger_entry_pending ON ledger_entry (owner, id) WHERE (flags & 1::smallint) = 1;

-- XEP-0198: what was handled of each session's stanzas, as of the last commit.
CREATE TABLE session_inbound (session text COLLATE "C" PRIMARY KEY, owner text COLLATE "C" NOT NULL, inbound bigint NOT NULL);
CREATE INDEX session_inbound_owner ON session_inbound (owner);

-- reserved: no identifier above it was given out. entered: the journal up to it has its entries.
CREATE TABLE mark (name text PRIMARY KEY, value bigint NOT NULL);
INSERT INTO mark (name, value) VALUES ('reserved', 0), ('entered', 0);
