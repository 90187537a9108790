-- What was found to recur and is not to be expected again.
CREATE TABLE dismissals (
    id       INTEGER PRIMARY KEY,
    account  INTEGER NOT NULL REFERENCES accounts DEFERRABLE INITIALLY DEFERRED,
    payee    TEXT NOT NULL,
    category INTEGER REFERENCES categories DEFERRABLE INITIALLY DEFERRED,
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    amount   INTEGER NOT NULL               -- as it usually was: in positive, out negative
) STRICT;
