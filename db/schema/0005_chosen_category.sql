-- Whose choice the category of an entry is. What was there before is taken for a guess: it still teaches, but any choice outweighs it.
ALTER TABLE entries ADD COLUMN chosen INTEGER NOT NULL DEFAULT 0 CHECK (chosen IN (0, 1));
-- An inverse kept for the old columns cannot be told from one for the new.
DELETE FROM undo;
