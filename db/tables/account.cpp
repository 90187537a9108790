#include "db/tables/account.hpp"

#include "db/tables/rows.hpp"

namespace db {

namespace {

std::optional<ledger::CardTerms> terms_of(SQLite::Database& database, const ledger::Account& account)
{
    SQLite::Statement statement{database, R"(
SELECT issuer, statement_day, due_day, due_after, credit_limit, minimum_rate, minimum_floor, daily_rate, interest,
    late_rate, late_floor, late_cap, grace_days, tolerance
FROM card_terms WHERE account = ?
)"};
    Binder{statement} << account.id;
    if (!statement.executeStep()) return std::nullopt;
    ledger::CardTerms terms;
    Reader row{statement};
    row.in(account.currency) >> terms.issuer >> terms.statement_day >> terms.due_day >> terms.due_after >> terms.limit;
    row >> terms.minimum_rate >> terms.minimum_floor >> terms.daily_rate >> terms.interest;
    row >> terms.late_rate >> terms.late_floor >> terms.late_cap >> terms.grace_days >> terms.tolerance;
    return terms;
}

void put_terms(SQLite::Database& database, ledger::AccountId account, const ledger::CardTerms& terms)
{
    run(database, R"(
INSERT INTO card_terms (
    account, issuer, statement_day, due_day, due_after, credit_limit, minimum_rate, minimum_floor, daily_rate,
    interest, late_rate, late_floor, late_cap, grace_days, tolerance
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (account) DO UPDATE SET
    issuer = excluded.issuer, statement_day = excluded.statement_day, due_day = excluded.due_day,
    due_after = excluded.due_after, credit_limit = excluded.credit_limit, minimum_rate = excluded.minimum_rate,
    minimum_floor = excluded.minimum_floor, daily_rate = excluded.daily_rate, interest = excluded.interest,
    late_rate = excluded.late_rate, late_floor = excluded.late_floor, late_cap = excluded.late_cap,
    grace_days = excluded.grace_days, tolerance = excluded.tolerance
)",
        account, terms.issuer, terms.statement_day, terms.due_day, terms.due_after, terms.limit, terms.minimum_rate,
        terms.minimum_floor, terms.daily_rate, terms.interest, terms.late_rate, terms.late_floor, terms.late_cap,
        terms.grace_days, terms.tolerance);
}

void forget_terms(SQLite::Database& database, ledger::AccountId account) { run(database, "DELETE FROM card_terms WHERE account = ?", account); }

}  // namespace

std::vector<ledger::Account> AccountTable::load() const
{
    SQLite::Statement statement{database_, R"(
SELECT
    id, name, type, currency, opening, opening_date, number, pay_from, archived
FROM accounts ORDER BY id
)"};
    std::vector<ledger::Account> found;
    while (statement.executeStep()) {
        auto& account = found.emplace_back();
        Reader row{statement};
        row >> account.id >> account.name >> account.type >> account.currency;
        row.in(account.currency) >> account.opening >> account.opening_date >> account.number >> account.pay_from >> account.archived;
        account.card = terms_of(database_, account);
    }
    return found;
}

void AccountTable::put(const ledger::Account& account)
{
    run(database_, R"(
INSERT INTO accounts (
    id, name, type, currency, opening, opening_date, number, pay_from, archived
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name, type = excluded.type, currency = excluded.currency, opening = excluded.opening,
    opening_date = excluded.opening_date, number = excluded.number, pay_from = excluded.pay_from,
    archived = excluded.archived
)",
        account.id, account.name, account.type, account.currency, account.opening, account.opening_date, account.number,
        account.pay_from, account.archived);
    if (account.card) put_terms(database_, account.id, *account.card);
    else forget_terms(database_, account.id);
}

void AccountTable::remove(ledger::AccountId id)
{
    forget_terms(database_, id);
    run(database_, "DELETE FROM accounts WHERE id = ?", id);
}

}  // namespace db
