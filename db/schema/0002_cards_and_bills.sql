-- What a card's issuer states in more words, amounts that vary, bills changed for what follows, and days on which banks are closed.
-- A new column stands at the end of its table, so that what was recorded before can still be taken back.

ALTER TABLE card_terms ADD COLUMN preset          TEXT NOT NULL DEFAULT '';
ALTER TABLE card_terms ADD COLUMN minimum_older   INTEGER;
ALTER TABLE card_terms ADD COLUMN floor_on_share  INTEGER NOT NULL DEFAULT 0 CHECK (floor_on_share IN (0, 1));
ALTER TABLE card_terms ADD COLUMN charges_in_full INTEGER NOT NULL DEFAULT 1 CHECK (charges_in_full IN (0, 1));
ALTER TABLE card_terms ADD COLUMN share_of_charges INTEGER NOT NULL DEFAULT 0 CHECK (share_of_charges IN (0, 1));
ALTER TABLE card_terms ADD COLUMN interest_from   TEXT NOT NULL DEFAULT 'posting';
ALTER TABLE card_terms ADD COLUMN rounding        TEXT NOT NULL DEFAULT 'half_up';
ALTER TABLE card_terms ADD COLUMN round_to        INTEGER NOT NULL DEFAULT 1;
ALTER TABLE card_terms ADD COLUMN cash_rate       INTEGER;
ALTER TABLE card_terms ADD COLUMN cash_fee_rate   INTEGER NOT NULL DEFAULT 0;
ALTER TABLE card_terms ADD COLUMN cash_fee_floor  INTEGER;

CREATE TABLE card_late_steps (             -- in the account's currency
    account INTEGER NOT NULL REFERENCES accounts DEFERRABLE INITIALLY DEFERRED,
    part    INTEGER NOT NULL,              -- from 0: the first miss, the second in a row …
    amount  INTEGER NOT NULL,
    PRIMARY KEY (account, part)
) STRICT, WITHOUT ROWID;

ALTER TABLE bills ADD COLUMN lowest     INTEGER;
ALTER TABLE bills ADD COLUMN learn_from INTEGER NOT NULL DEFAULT 0;

CREATE TABLE bill_earlier (                -- how a bill's rule was before it was changed for what followed; in the bill's currency
    bill           INTEGER NOT NULL REFERENCES bills DEFERRABLE INITIALLY DEFERRED,
    part           INTEGER NOT NULL,
    until          INTEGER NOT NULL,       -- the last day, by the rule, on which it held
    amount         INTEGER NOT NULL,
    lowest         INTEGER,
    estimate       INTEGER NOT NULL CHECK (estimate IN (0, 1)),
    minimum        INTEGER,
    first_due      INTEGER NOT NULL,
    repeat_period  TEXT NOT NULL,
    repeat_every   INTEGER NOT NULL,
    repeat_weekday INTEGER NOT NULL,
    repeat_shift   TEXT NOT NULL,
    repeat_until   INTEGER,
    repeat_times   INTEGER,
    PRIMARY KEY (bill, part)
) STRICT, WITHOUT ROWID;

ALTER TABLE incomes ADD COLUMN highest    INTEGER;
ALTER TABLE incomes ADD COLUMN learn_from INTEGER NOT NULL DEFAULT 0;

CREATE TABLE adjustments_now (             -- of a bill or of an income
    id       INTEGER PRIMARY KEY,
    bill     INTEGER REFERENCES bills DEFERRABLE INITIALLY DEFERRED,
    due      INTEGER NOT NULL,
    skipped  INTEGER NOT NULL CHECK (skipped IN (0, 1)),
    moved_to INTEGER,
    currency TEXT,
    amount   INTEGER,
    income   INTEGER REFERENCES incomes DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO adjustments_now (id, bill, due, skipped, moved_to, currency, amount)
SELECT id, bill, due, skipped, moved_to, currency, amount FROM adjustments;
DROP TABLE adjustments;
ALTER TABLE adjustments_now RENAME TO adjustments;

CREATE TABLE holidays (
    id   INTEGER PRIMARY KEY,
    date INTEGER NOT NULL,
    name TEXT NOT NULL
) STRICT;
