#include "db/tables/rule.hpp"

#include "db/tables/rows.hpp"

namespace db {

std::vector<ledger::Rule> RuleTable::load() const
{
    SQLite::Statement statement{database_, R"(
SELECT
    id, text, account, at_least_currency, at_least, at_most_currency, at_most, set_payee, set_category
FROM rules ORDER BY id
)"};
    std::vector<ledger::Rule> found;
    while (statement.executeStep()) {
        auto& rule = found.emplace_back();
        Reader row{statement};
        std::optional<ledger::Currency> currency;
        row >> rule.id >> rule.text >> rule.account >> currency;
        row.in(currency.value_or(ledger::Currency{})) >> rule.at_least >> currency;
        row.in(currency.value_or(ledger::Currency{})) >> rule.at_most >> rule.set_payee >> rule.set_category;
    }
    return found;
}

void RuleTable::put(const ledger::Rule& rule)
{
    run(database_, R"(
INSERT INTO rules (
    id, text, account, at_least_currency, at_least, at_most_currency, at_most, set_payee, set_category
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    text = excluded.text, account = excluded.account, at_least_currency = excluded.at_least_currency,
    at_least = excluded.at_least, at_most_currency = excluded.at_most_currency, at_most = excluded.at_most,
    set_payee = excluded.set_payee, set_category = excluded.set_category
)",
        rule.id, rule.text, rule.account, currency_of(rule.at_least), rule.at_least, currency_of(rule.at_most), rule.at_most,
        rule.set_payee, rule.set_category);
}

void RuleTable::remove(ledger::RuleId id)
{
    run(database_, "DELETE FROM rules WHERE id = ?", id);
}

}  // namespace db
