-- Beside the word of each owner there is one of owner and contact. What is there is indexed again from the beginning, when there is time.
TRUNCATE ledger_text;
UPDATE mark SET value = coalesce((SELECT min(id) - 1 FROM journal WHERE id < 0), 0) WHERE name = 'text';
