-- Beside the word of each owner there is one of owner and contact. What is there is indexed again from the beginning, when there is time.
DROP TABLE ledger_text;
CREATE VIRTUAL TABLE ledger_text USING fts5(words, content='', columnsize=0, detail=none, tokenize="ascii tokenchars '_'");
UPDATE mark SET value = coalesce((SELECT min(id) - 1 FROM journal WHERE id < 0), 0) WHERE name = 'text';
