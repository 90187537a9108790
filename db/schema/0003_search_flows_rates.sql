-- Version 2: search in all that is written, sums for reports, exchange rates, rules that can be put in order.

-- Search. The index holds every run of three letters (FTS5's trigram tokenizer); two marks after each text let its last letters begin a run
-- as well, so that one or two letters, which is a whole word in Chinese, are found by where runs begin. substr() ends a text where it holds a
-- NUL, as the tokenizer would. db/tables/entry_text.cpp keeps the index, in the transaction that changes the entry, and not a trigger: with
-- trusted_schema off, SQLite 3.40 lets none write to FTS5.
CREATE VIEW entry_words (id, words) AS
    SELECT e.id, substr(e.payee, 1) || char(3, 3) || substr(e.memo, 1) || char(3, 3) ||
        coalesce((SELECT group_concat(substr(p.memo, 1) || char(3, 3), '') FROM (SELECT memo FROM splits WHERE entry = e.id AND memo <> '' ORDER BY part) p), '')
    FROM entries e;

CREATE VIRTUAL TABLE entry_text USING fts5 (words, content = 'entry_words', content_rowid = 'id', tokenize = 'trigram', columnsize = 0);

INSERT INTO entry_text (entry_text) VALUES ('rebuild');

CREATE INDEX entries_amount ON entries (amount);

-- What reports are read from: entries that are no transfers, by month, account, category (0 = none) and direction. A split entry stands here as
-- one without category; who reads this looks at the parts of the few that are split. month = year * 12 + month - 1.
CREATE TABLE flow_totals (
    month    INTEGER NOT NULL,
    account  INTEGER NOT NULL,
    category INTEGER NOT NULL,
    money_in INTEGER NOT NULL CHECK (money_in IN (0, 1)),
    minor    INTEGER NOT NULL,
    entries  INTEGER NOT NULL,
    PRIMARY KEY (month, account, category, money_in)
) STRICT, WITHOUT ROWID;

INSERT INTO flow_totals (month, account, category, money_in, minor, entries)
SELECT strftime('%Y', date * 86400, 'unixepoch') * 12 + strftime('%m', date * 86400, 'unixepoch') - 1, account, coalesce(category, 0), amount >= 0,
    sum(amount), count(*)
FROM entries WHERE transfer IS NULL GROUP BY 1, 2, 3, 4;

CREATE TRIGGER flow_added AFTER INSERT ON entries WHEN new.transfer IS NULL BEGIN
    INSERT INTO flow_totals (month, account, category, money_in, minor, entries)
    VALUES (strftime('%Y', new.date * 86400, 'unixepoch') * 12 + strftime('%m', new.date * 86400, 'unixepoch') - 1, new.account,
            coalesce(new.category, 0), new.amount >= 0, new.amount, 1)
    ON CONFLICT DO UPDATE SET minor = minor + excluded.minor, entries = entries + 1;
END;

CREATE TRIGGER flow_removed AFTER DELETE ON entries WHEN old.transfer IS NULL BEGIN
    UPDATE flow_totals SET minor = minor - old.amount, entries = entries - 1
    WHERE month = strftime('%Y', old.date * 86400, 'unixepoch') * 12 + strftime('%m', old.date * 86400, 'unixepoch') - 1
      AND account = old.account AND category = coalesce(old.category, 0) AND money_in = (old.amount >= 0);
    DELETE FROM flow_totals
    WHERE month = strftime('%Y', old.date * 86400, 'unixepoch') * 12 + strftime('%m', old.date * 86400, 'unixepoch') - 1
      AND account = old.account AND category = coalesce(old.category, 0) AND money_in = (old.amount >= 0) AND entries = 0;
END;

CREATE TRIGGER flow_edited AFTER UPDATE OF account, date, amount, category, transfer ON entries
WHEN old.account <> new.account OR old.date <> new.date OR old.amount <> new.amount OR old.category IS NOT new.category
    OR old.transfer IS NOT new.transfer BEGIN
    UPDATE flow_totals SET minor = minor - old.amount, entries = entries - 1
    WHERE old.transfer IS NULL AND month = strftime('%Y', old.date * 86400, 'unixepoch') * 12 + strftime('%m', old.date * 86400, 'unixepoch') - 1
      AND account = old.account AND category = coalesce(old.category, 0) AND money_in = (old.amount >= 0);
    DELETE FROM flow_totals
    WHERE old.transfer IS NULL AND month = strftime('%Y', old.date * 86400, 'unixepoch') * 12 + strftime('%m', old.date * 86400, 'unixepoch') - 1
      AND account = old.account AND category = coalesce(old.category, 0) AND money_in = (old.amount >= 0) AND entries = 0;
    INSERT INTO flow_totals (month, account, category, money_in, minor, entries)
    SELECT strftime('%Y', new.date * 86400, 'unixepoch') * 12 + strftime('%m', new.date * 86400, 'unixepoch') - 1, new.account,
        coalesce(new.category, 0), new.amount >= 0, new.amount, 1
    WHERE new.transfer IS NULL
    ON CONFLICT DO UPDATE SET minor = minor + excluded.minor, entries = entries + 1;
END;

-- A report by payee over all years reads this index alone.
DROP INDEX entries_payee;
CREATE INDEX entries_payee ON entries (payee COLLATE NOCASE, category, account, date, amount, transfer);

CREATE TABLE exchange_rates (
    id            INTEGER PRIMARY KEY,
    date          INTEGER NOT NULL,
    from_currency TEXT NOT NULL CHECK (length(from_currency) = 3),
    to_currency   TEXT NOT NULL CHECK (length(to_currency) = 3),
    rate          INTEGER NOT NULL         -- billionths of to_currency for one from_currency
) STRICT;

ALTER TABLE rules ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rules ADD COLUMN payee TEXT NOT NULL DEFAULT '';
ALTER TABLE rules ADD COLUMN set_transfer INTEGER REFERENCES accounts DEFERRABLE INITIALLY DEFERRED;

-- How to take a Change back is kept by the columns its tables had: what was recorded before cannot be taken back any more.
DELETE FROM undo;
