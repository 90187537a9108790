-- The ledger file, version 1.
-- Money: signed integers in the currency's smallest unit (fen, cents, yen). Dates: days since 1970-01-01. Moments: minutes since then,
-- as the wall clock showed them. Rates: billionths. A reference to nothing is NULL. Words for kinds are in ledger/facts/choice_words.hpp.
-- References are checked when a transaction ends, so that the steps of a Change may come in any order.

CREATE TABLE meta (                        -- about the file; not undone
    key   TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE counters (                    -- the largest number ever given, for what may be removed again
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE accounts (
    id           INTEGER PRIMARY KEY,
    name         TEXT NOT NULL,
    type         TEXT NOT NULL,
    currency     TEXT NOT NULL CHECK (length(currency) = 3),
    opening      INTEGER NOT NULL,         -- balance before the first entry
    opening_date INTEGER NOT NULL,
    number       TEXT NOT NULL,            -- last digits only
    pay_from     INTEGER REFERENCES accounts DEFERRABLE INITIALLY DEFERRED,
    archived     INTEGER NOT NULL CHECK (archived IN (0, 1))
) STRICT;

CREATE TABLE card_terms (
    account       INTEGER PRIMARY KEY REFERENCES accounts DEFERRABLE INITIALLY DEFERRED,
    issuer        TEXT NOT NULL,
    statement_day INTEGER NOT NULL,
    due_day       INTEGER,
    due_after     INTEGER,
    credit_limit  INTEGER,
    minimum_rate  INTEGER NOT NULL,
    minimum_floor INTEGER,
    daily_rate    INTEGER NOT NULL,
    interest      TEXT NOT NULL,
    late_rate     INTEGER NOT NULL,
    late_floor    INTEGER,
    late_cap      INTEGER,
    grace_days    INTEGER NOT NULL,
    tolerance     INTEGER
) STRICT;

CREATE TABLE categories (
    id        INTEGER PRIMARY KEY,
    parent    INTEGER REFERENCES categories DEFERRABLE INITIALLY DEFERRED,
    name      TEXT NOT NULL,
    key       TEXT NOT NULL,
    kind      TEXT NOT NULL,
    essential INTEGER NOT NULL CHECK (essential IN (0, 1))
) STRICT;
CREATE INDEX categories_parent ON categories (parent);

CREATE TABLE batches (
    id      INTEGER PRIMARY KEY,
    account INTEGER REFERENCES accounts DEFERRABLE INITIALLY DEFERRED,
    file    TEXT NOT NULL,
    at      INTEGER NOT NULL,
    format  TEXT NOT NULL,
    entries INTEGER NOT NULL
) STRICT;

CREATE TABLE entries (
    id       INTEGER PRIMARY KEY,
    account  INTEGER NOT NULL REFERENCES accounts DEFERRABLE INITIALLY DEFERRED,
    date     INTEGER NOT NULL,
    posted   INTEGER,
    amount   INTEGER NOT NULL,             -- positive = into the account
    payee    TEXT NOT NULL,
    memo     TEXT NOT NULL,
    category INTEGER REFERENCES categories DEFERRABLE INITIALLY DEFERRED,
    status   INTEGER NOT NULL CHECK (status IN (0, 1, 2)),   -- pending, cleared, reconciled
    transfer INTEGER,
    batch    INTEGER REFERENCES batches DEFERRABLE INITIALLY DEFERRED,
    bank_id  TEXT NOT NULL
) STRICT;
CREATE INDEX entries_register ON entries (account, date, id, amount);
CREATE INDEX entries_date     ON entries (date, id);
CREATE INDEX entries_payee    ON entries (payee COLLATE NOCASE, category);
CREATE INDEX entries_category ON entries (category, date) WHERE category IS NOT NULL;
CREATE INDEX entries_transfer ON entries (transfer) WHERE transfer IS NOT NULL;
CREATE INDEX entries_batch    ON entries (batch) WHERE batch IS NOT NULL;
CREATE INDEX entries_bank_id  ON entries (bank_id, account) WHERE bank_id <> '';

CREATE TABLE splits (
    entry    INTEGER NOT NULL REFERENCES entries DEFERRABLE INITIALLY DEFERRED,
    part     INTEGER NOT NULL,             -- from 0, in the order given
    category INTEGER REFERENCES categories DEFERRABLE INITIALLY DEFERRED,
    amount   INTEGER NOT NULL,
    memo     TEXT NOT NULL,
    PRIMARY KEY (entry, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX splits_category ON splits (category);

-- What balances are read from, so that their cost does not grow with the entries. month = year * 12 + month - 1.
CREATE TABLE month_totals (
    account INTEGER NOT NULL,
    month   INTEGER NOT NULL,
    minor   INTEGER NOT NULL,
    entries INTEGER NOT NULL,
    PRIMARY KEY (account, month)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER entry_added AFTER INSERT ON entries BEGIN
    INSERT INTO month_totals (account, month, minor, entries)
    VALUES (new.account,
            strftime('%Y', new.date * 86400, 'unixepoch') * 12 + strftime('%m', new.date * 86400, 'unixepoch') - 1,
            new.amount, 1)
    ON CONFLICT (account, month) DO UPDATE SET minor = minor + excluded.minor, entries = entries + 1;
END;

CREATE TRIGGER entry_removed AFTER DELETE ON entries BEGIN
    UPDATE month_totals SET minor = minor - old.amount, entries = entries - 1
    WHERE account = old.account
      AND month = strftime('%Y', old.date * 86400, 'unixepoch') * 12 + strftime('%m', old.date * 86400, 'unixepoch') - 1;
    DELETE FROM month_totals
    WHERE account = old.account AND entries = 0
      AND month = strftime('%Y', old.date * 86400, 'unixepoch') * 12 + strftime('%m', old.date * 86400, 'unixepoch') - 1;
END;

CREATE TRIGGER entry_edited AFTER UPDATE OF account, date, amount ON entries
WHEN old.account <> new.account OR old.date <> new.date OR old.amount <> new.amount BEGIN
    UPDATE month_totals SET minor = minor - old.amount, entries = entries - 1
    WHERE account = old.account
      AND month = strftime('%Y', old.date * 86400, 'unixepoch') * 12 + strftime('%m', old.date * 86400, 'unixepoch') - 1;
    DELETE FROM month_totals
    WHERE account = old.account AND entries = 0
      AND month = strftime('%Y', old.date * 86400, 'unixepoch') * 12 + strftime('%m', old.date * 86400, 'unixepoch') - 1;
    INSERT INTO month_totals (account, month, minor, entries)
    VALUES (new.account,
            strftime('%Y', new.date * 86400, 'unixepoch') * 12 + strftime('%m', new.date * 86400, 'unixepoch') - 1,
            new.amount, 1)
    ON CONFLICT (account, month) DO UPDATE SET minor = minor + excluded.minor, entries = entries + 1;
END;

CREATE TABLE bills (
    id             INTEGER PRIMARY KEY,
    source         TEXT NOT NULL,
    payee          TEXT NOT NULL,
    currency       TEXT NOT NULL CHECK (length(currency) = 3),
    amount         INTEGER NOT NULL,
    estimate       INTEGER NOT NULL CHECK (estimate IN (0, 1)),
    first_due      INTEGER NOT NULL,
    repeat_period  TEXT NOT NULL,
    repeat_every   INTEGER NOT NULL,
    repeat_weekday INTEGER NOT NULL,
    repeat_shift   TEXT NOT NULL,
    repeat_until   INTEGER,
    repeat_times   INTEGER,
    pay_from       INTEGER REFERENCES accounts DEFERRABLE INITIALLY DEFERRED,
    minimum        INTEGER,
    autopay        INTEGER NOT NULL CHECK (autopay IN (0, 1)),
    essential      INTEGER NOT NULL CHECK (essential IN (0, 1)),
    issuer         TEXT NOT NULL,
    category       INTEGER REFERENCES categories DEFERRABLE INITIALLY DEFERRED,
    card           INTEGER REFERENCES accounts DEFERRABLE INITIALLY DEFERRED,
    plan           INTEGER REFERENCES plans DEFERRABLE INITIALLY DEFERRED,
    ended          INTEGER NOT NULL CHECK (ended IN (0, 1))
) STRICT;

CREATE TABLE bill_schedule (
    bill     INTEGER NOT NULL REFERENCES bills DEFERRABLE INITIALLY DEFERRED,
    part     INTEGER NOT NULL,
    due      INTEGER NOT NULL,
    currency TEXT NOT NULL,
    amount   INTEGER NOT NULL,
    PRIMARY KEY (bill, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE incomes (
    id             INTEGER PRIMARY KEY,
    payer          TEXT NOT NULL,
    currency       TEXT NOT NULL CHECK (length(currency) = 3),
    amount         INTEGER NOT NULL,
    next           INTEGER NOT NULL,
    repeat_period  TEXT NOT NULL,
    repeat_every   INTEGER NOT NULL,
    repeat_weekday INTEGER NOT NULL,
    repeat_shift   TEXT NOT NULL,
    repeat_until   INTEGER,
    repeat_times   INTEGER,
    to_account     INTEGER REFERENCES accounts DEFERRABLE INITIALLY DEFERRED,
    category       INTEGER REFERENCES categories DEFERRABLE INITIALLY DEFERRED,
    ended          INTEGER NOT NULL CHECK (ended IN (0, 1))
) STRICT;

CREATE TABLE settlements (
    id       INTEGER PRIMARY KEY,
    bill     INTEGER NOT NULL REFERENCES bills DEFERRABLE INITIALLY DEFERRED,
    due      INTEGER NOT NULL,
    entry    INTEGER NOT NULL REFERENCES entries DEFERRABLE INITIALLY DEFERRED,
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    amount   INTEGER NOT NULL,
    paid_on  INTEGER NOT NULL
) STRICT;
CREATE INDEX settlements_entry ON settlements (entry);

CREATE TABLE adjustments (
    id       INTEGER PRIMARY KEY,
    bill     INTEGER NOT NULL REFERENCES bills DEFERRABLE INITIALLY DEFERRED,
    due      INTEGER NOT NULL,
    skipped  INTEGER NOT NULL CHECK (skipped IN (0, 1)),
    moved_to INTEGER,
    currency TEXT,
    amount   INTEGER
) STRICT;

CREATE TABLE card_statements (
    id       INTEGER PRIMARY KEY,
    card     INTEGER NOT NULL REFERENCES accounts DEFERRABLE INITIALLY DEFERRED,
    closed   INTEGER NOT NULL,
    due      INTEGER NOT NULL,
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    balance  INTEGER NOT NULL,             -- positive = owed
    minimum  INTEGER NOT NULL
) STRICT;

CREATE TABLE plans (
    id         INTEGER PRIMARY KEY,
    bill       INTEGER NOT NULL REFERENCES bills DEFERRABLE INITIALLY DEFERRED,
    due        INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    currency   TEXT NOT NULL CHECK (length(currency) = 3),
    total_cost INTEGER NOT NULL,
    reason     TEXT NOT NULL,
    accepted   INTEGER NOT NULL,
    status     TEXT NOT NULL
) STRICT;

CREATE TABLE plan_schedule (
    plan     INTEGER NOT NULL REFERENCES plans DEFERRABLE INITIALLY DEFERRED,
    part     INTEGER NOT NULL,
    due      INTEGER NOT NULL,
    currency TEXT NOT NULL,
    amount   INTEGER NOT NULL,
    PRIMARY KEY (plan, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE contacts (
    id           INTEGER PRIMARY KEY,
    bill         INTEGER NOT NULL REFERENCES bills DEFERRABLE INITIALLY DEFERRED,
    due          INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    channel      TEXT NOT NULL,
    outcome      TEXT NOT NULL,
    agent        TEXT NOT NULL,
    reference    TEXT NOT NULL,
    note         TEXT NOT NULL,
    offer_months INTEGER,                  -- NULL = nothing was offered
    offer_fee    INTEGER,
    offer_first  INTEGER,
    follow_up    INTEGER
) STRICT;

CREATE TABLE papers (
    id       INTEGER PRIMARY KEY,
    bill     INTEGER NOT NULL REFERENCES bills DEFERRABLE INITIALLY DEFERRED,
    document TEXT NOT NULL,
    state    TEXT NOT NULL,
    path     TEXT NOT NULL
) STRICT;

CREATE TABLE notices (
    id    INTEGER PRIMARY KEY,
    about TEXT NOT NULL,
    at    INTEGER NOT NULL
) STRICT;

CREATE TABLE rules (
    id                INTEGER PRIMARY KEY,
    text              TEXT NOT NULL,
    account           INTEGER REFERENCES accounts DEFERRABLE INITIALLY DEFERRED,
    at_least_currency TEXT,
    at_least          INTEGER,
    at_most_currency  TEXT,
    at_most           INTEGER,
    set_payee         TEXT NOT NULL,
    set_category      INTEGER REFERENCES categories DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE statement_formats (
    id          INTEGER PRIMARY KEY,
    name        TEXT NOT NULL,
    signature   TEXT NOT NULL,
    account     INTEGER REFERENCES accounts DEFERRABLE INITIALLY DEFERRED,
    encoding    TEXT NOT NULL,
    delimiter   TEXT NOT NULL,
    header_line INTEGER NOT NULL,
    date_order  TEXT NOT NULL,
    decimal     TEXT NOT NULL
) STRICT;

CREATE TABLE statement_format_columns (
    format   INTEGER NOT NULL REFERENCES statement_formats DEFERRABLE INITIALLY DEFERRED,
    role     TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (format, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE issuer_corrections (
    id      INTEGER PRIMARY KEY,
    issuer  TEXT NOT NULL,
    name    TEXT NOT NULL,
    hotline TEXT NOT NULL,
    note    TEXT NOT NULL
) STRICT;

CREATE TABLE preferences (
    id              INTEGER PRIMARY KEY CHECK (id = 1),
    language        TEXT NOT NULL,
    region          TEXT NOT NULL,
    currency        TEXT NOT NULL CHECK (length(currency) = 3),
    buffer_currency TEXT NOT NULL CHECK (length(buffer_currency) = 3),
    buffer          INTEGER NOT NULL,
    lead_days       INTEGER NOT NULL,
    quiet_from      INTEGER NOT NULL,
    quiet_to        INTEGER NOT NULL,
    notify          INTEGER NOT NULL CHECK (notify IN (0, 1)),
    autostart       INTEGER NOT NULL CHECK (autostart IN (0, 1)),
    theme           TEXT NOT NULL,
    holder_name     TEXT NOT NULL,
    watched_folder  TEXT NOT NULL
) STRICT;

CREATE TABLE undo (                        -- newest = largest number
    number  INTEGER PRIMARY KEY,
    deed    TEXT NOT NULL,
    about   TEXT NOT NULL,
    at      INTEGER NOT NULL,
    inverse BLOB NOT NULL                  -- changeset that takes the Change back (SQLite's session extension)
) STRICT;

INSERT INTO meta (key, value) VALUES ('revision', 0);
INSERT INTO counters (name, value) VALUES ('last_entry', 0), ('last_transfer', 0);
