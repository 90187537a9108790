#include "db/tables/rule.hpp"

#include "db/tables/rows.hpp"

namespace db {

std::vector<ledger::Rule> RuleTable::load(Unread& unread) const
{
    SQLite::Statement statement{database_, R"(
SELECT
    id, place, text, payee, account, at_least_currency, at_least, at_most_currency, at_most, set_payee, set_category, set_transfer
FROM rules ORDER BY id
)"};
    return each_row<ledger::Rule>(statement, unread, [&](Reader& row, ledger::Rule& rule) {
        std::optional<ledger::Currency> currency;
        row >> rule.id >> rule.place >> rule.text >> rule.payee >> rule.account >> currency;
        row.in(currency.value_or(ledger::Currency{})) >> rule.at_least >> currency;
        row.in(currency.value_or(ledger::Currency{})) >> rule.at_most >> rule.set_payee >> rule.set_category >>
            rule.set_transfer;
    });
}

void RuleTable::put(const ledger::Rule& rule)
{
    run(database_, R"(
INSERT INTO rules (
    id, place, text, payee, account, at_least_currency, at_least, at_most_currency, at_most, set_payee, set_category, set_transfer
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    place = excluded.place, text = excluded.text, payee = excluded.payee, account = excluded.account, at_least_currency = excluded.at_least_currency,
    at_least = excluded.at_least, at_most_currency = excluded.at_most_currency, at_most = excluded.at_most,
    set_payee = excluded.set_payee, set_category = excluded.set_category,
    set_transfer = excluded.set_transfer
)",
        rule.id, rule.place, rule.text, rule.payee, rule.account, currency_of(rule.at_least), rule.at_least,
        currency_of(rule.at_most), rule.at_most, rule.set_payee, rule.set_category, rule.set_transfer);
}

void RuleTable::remove(ledger::RuleId id)
{
    run(database_, "DELETE FROM rules WHERE id = ?", id);
}

}  // namespace db
