-- The words of archived messages (Storage/TextWords.cs), and a word for each owner: contentless, because the journal has the text.
CREATE VIRTUAL TABLE ledger_text USING fts5(words, content='', columnsize=0, detail=none, tokenize="ascii tokenchars '_'");

-- text: the journal up to it is in ledger_text.
INSERT INTO mark (name, value) VALUES ('text', 0);
