-- Version 2: what was said of why a bill is hard to pay, what a bank promised and how it behaved, and where a corrected number comes from.

CREATE TABLE hardships (                   -- why a bill is hard to pay, as the user said
    bill          INTEGER PRIMARY KEY REFERENCES bills DEFERRABLE INITIALLY DEFERRED,
    reason        TEXT NOT NULL,
    since         INTEGER,
    until         INTEGER,
    currency      TEXT NOT NULL CHECK (length(currency) = 3),
    income_change INTEGER,                 -- a month, signed
    pay_now       INTEGER
) STRICT;

ALTER TABLE contacts ADD COLUMN they_called      INTEGER NOT NULL DEFAULT 0 CHECK (they_called IN (0, 1));
ALTER TABLE contacts ADD COLUMN waited           INTEGER;                       -- minutes
ALTER TABLE contacts ADD COLUMN conduct          TEXT NOT NULL DEFAULT '';      -- keys of rules not kept, one a line
ALTER TABLE contacts ADD COLUMN promise          TEXT;                          -- NULL = nothing was promised
ALTER TABLE contacts ADD COLUMN promise_currency TEXT;
ALTER TABLE contacts ADD COLUMN promise_amount   INTEGER;
ALTER TABLE contacts ADD COLUMN promise_by       INTEGER;
ALTER TABLE contacts ADD COLUMN promise_kept     INTEGER;

ALTER TABLE issuer_corrections ADD COLUMN source TEXT NOT NULL DEFAULT '';
ALTER TABLE issuer_corrections ADD COLUMN noted  INTEGER;
ALTER TABLE issuer_corrections ADD COLUMN wrong  INTEGER NOT NULL DEFAULT 0 CHECK (wrong IN (0, 1));

DELETE FROM undo;                          -- what takes an older Change back does not know these columns
