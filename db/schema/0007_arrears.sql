-- What was overdue on a card when it was typed in, as its holder said it.
ALTER TABLE accounts ADD COLUMN overdue_since INTEGER;
ALTER TABLE accounts ADD COLUMN overdue_amount INTEGER;
ALTER TABLE accounts ADD COLUMN overdue_as_of INTEGER;
-- From which occurrence on a bill is asked for; what lies before the account's history is not.
ALTER TABLE bills ADD COLUMN owed_from INTEGER;
-- Who linked a payment to a bill. What was there before is left as it is, as if a person had.
ALTER TABLE settlements ADD COLUMN chosen INTEGER NOT NULL DEFAULT 1 CHECK (chosen IN (0, 1));
