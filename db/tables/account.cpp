#include "db/tables/account.hpp"

#include "db/tables/rows.hpp"

namespace db {

namespace {

std::optional<ledger::CardTerms> terms_of(SQLite::Database& database, const ledger::Account& account)
{
    SQLite::Statement statement{database, R"(
SELECT issuer, statement_day, due_day, due_after, credit_limit, minimum_rate, minimum_floor, daily_rate, interest,
    late_rate, late_floor, late_cap, grace_days, tolerance, preset, minimum_older, floor_on_share, charges_in_full,
    share_of_charges, interest_from, rounding, round_to, cash_rate, cash_fee_rate, cash_fee_floor
FROM card_terms WHERE account = ?
)"};
    Binder{statement} << account.id;
    if (!statement.executeStep()) return std::nullopt;
    ledger::CardTerms terms;
    Reader row{statement, "card_terms"};
    row.in(account.currency) >> terms.issuer >> terms.statement_day >> terms.due_day >> terms.due_after >> terms.limit;
    row >> terms.minimum_rate >> terms.minimum_floor >> terms.daily_rate >> terms.interest;
    row >> terms.late_rate >> terms.late_floor >> terms.late_cap >> terms.grace_days >> terms.tolerance;
    row >> terms.preset >> terms.minimum_older >> terms.floor_on_share >> terms.charges_in_full >>
        terms.share_of_charges;
    row >> terms.interest_from >> terms.rounding >> terms.round_to >> terms.cash_rate >> terms.cash_fee_rate >>
        terms.cash_fee_floor;
    SQLite::Statement steps{database, "SELECT amount FROM card_late_steps WHERE account = ? ORDER BY part"};
    Binder{steps} << account.id;
    while (steps.executeStep())
        Reader{steps, "card_late_steps"}.in(account.currency) >> terms.late_steps.emplace_back();
    return terms;
}

void put_terms(SQLite::Database& database, ledger::AccountId account, const ledger::CardTerms& terms)
{
    run(database, R"(
INSERT INTO card_terms (
    account, issuer, statement_day, due_day, due_after, credit_limit, minimum_rate, minimum_floor, daily_rate,
    interest, late_rate, late_floor, late_cap, grace_days, tolerance, preset, minimum_older, floor_on_share,
    charges_in_full, share_of_charges, interest_from, rounding, round_to, cash_rate, cash_fee_rate, cash_fee_floor
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (account) DO UPDATE SET
    issuer = excluded.issuer, statement_day = excluded.statement_day, due_day = excluded.due_day,
    due_after = excluded.due_after, credit_limit = excluded.credit_limit, minimum_rate = excluded.minimum_rate,
    minimum_floor = excluded.minimum_floor, daily_rate = excluded.daily_rate, interest = excluded.interest,
    late_rate = excluded.late_rate, late_floor = excluded.late_floor, late_cap = excluded.late_cap,
    grace_days = excluded.grace_days, tolerance = excluded.tolerance, preset = excluded.preset,
    minimum_older = excluded.minimum_older, floor_on_share = excluded.floor_on_share,
    charges_in_full = excluded.charges_in_full, share_of_charges = excluded.share_of_charges,
    interest_from = excluded.interest_from, rounding = excluded.rounding, round_to = excluded.round_to,
    cash_rate = excluded.cash_rate, cash_fee_rate = excluded.cash_fee_rate, cash_fee_floor = excluded.cash_fee_floor
)",
        account, terms.issuer, terms.statement_day, terms.due_day, terms.due_after, terms.limit, terms.minimum_rate,
        terms.minimum_floor, terms.daily_rate, terms.interest, terms.late_rate, terms.late_floor, terms.late_cap,
        terms.grace_days, terms.tolerance, terms.preset, terms.minimum_older, terms.floor_on_share,
        terms.charges_in_full, terms.share_of_charges, terms.interest_from, terms.rounding, terms.round_to,
        terms.cash_rate, terms.cash_fee_rate, terms.cash_fee_floor);
    run(database, "DELETE FROM card_late_steps WHERE account = ?", account);
    int part = 0;
    for (const auto& step : terms.late_steps)
        run(database, "INSERT INTO card_late_steps (account, part, amount) VALUES (?, ?, ?)", account, part++, step);
}

void forget_terms(SQLite::Database& database, ledger::AccountId account)
{
    run(database, "DELETE FROM card_terms WHERE account = ?", account);
    run(database, "DELETE FROM card_late_steps WHERE account = ?", account);
}

}  // namespace

std::vector<ledger::Account> AccountTable::load(Unread& unread) const
{
    SQLite::Statement statement{database_, R"(
SELECT
    id, name, type, currency, opening, opening_date, number, pay_from, archived, overdue_since, overdue_amount, overdue_as_of
FROM accounts ORDER BY id
)"};
    return each_row<ledger::Account>(statement, unread, [&](Reader& row, ledger::Account& account) {
        row >> account.id >> account.name >> account.type >> account.currency;
        row.in(account.currency) >> account.opening >> account.opening_date >> account.number >> account.pay_from >>
            account.archived;
        std::optional<ledger::Date> since, as_of;
        std::optional<ledger::Money> late;
        row >> since >> late >> as_of;
        if (since && late && as_of) account.overdue = ledger::Overdue{*since, *late, *as_of};
        try {
            account.card = terms_of(database_, account);
        }
        catch (const Unreadable& why) {
            unread.push_back(left_out(why, "card_terms", account.id.value, true));
        }
    });
}

void AccountTable::put(const ledger::Account& account)
{
    const auto& late = account.overdue;
    run(database_, R"(
INSERT INTO main.accounts (
    id, name, type, currency, opening, opening_date, number, pay_from, archived, overdue_since, overdue_amount,
    overdue_as_of
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name, type = excluded.type, currency = excluded.currency, opening = excluded.opening,
    opening_date = excluded.opening_date, number = excluded.number, pay_from = excluded.pay_from,
    archived = excluded.archived, overdue_since = excluded.overdue_since, overdue_amount = excluded.overdue_amount,
    overdue_as_of = excluded.overdue_as_of
)",
        account.id, account.name, account.type, account.currency, account.opening, account.opening_date, account.number,
        account.pay_from, account.archived, late ? std::optional{late->since} : std::nullopt,
        late ? std::optional{late->amount} : std::nullopt, late ? std::optional{late->as_of} : std::nullopt);
    if (account.card) put_terms(database_, account.id, *account.card);
    else forget_terms(database_, account.id);
}

void AccountTable::remove(ledger::AccountId id)
{
    forget_terms(database_, id);
    run(database_, "DELETE FROM main.accounts WHERE id = ?", id);
}

}  // namespace db
