-- The words of archived messages (Storage/TextWords.cs), and a word for each owner.
CREATE TABLE ledger_text (id bigint PRIMARY KEY, words tsvector NOT NULL);
CREATE INDEX ledger_text_words ON ledger_text USING gin (words);

-- text: the journal up to it is in ledger_text.
INSERT INTO mark (name, value) VALUES ('text', 0);
