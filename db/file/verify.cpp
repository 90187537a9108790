#include "db/file/verify.hpp"

#include "db/tables/entry_text.hpp"

namespace db {

namespace {

/// A question whose every row is a contradiction, and the words before what the row says.
struct Doubt {
    const char *words, *sql;
};

constexpr Doubt doubts[] = {
    {"a sum kept for balances differs from a recount: account and month ", R"(
WITH recount AS (
    SELECT account, strftime('%Y', date * 86400, 'unixepoch') * 12 + strftime('%m', date * 86400, 'unixepoch') - 1 AS month,
        sum(amount) AS minor, count(*) AS entries
    FROM entries GROUP BY 1, 2
)
SELECT account || ' ' || (month / 12) || '-' || (month % 12 + 1) FROM (
    SELECT account, month, minor, entries FROM recount EXCEPT SELECT account, month, minor, entries FROM month_totals
) UNION
SELECT account || ' ' || (month / 12) || '-' || (month % 12 + 1) FROM (
    SELECT account, month, minor, entries FROM month_totals EXCEPT SELECT account, month, minor, entries FROM recount
))"},
    {"a sum kept for reports differs from a recount: account, month and category ", R"(
WITH recount AS (
    SELECT strftime('%Y', date * 86400, 'unixepoch') * 12 + strftime('%m', date * 86400, 'unixepoch') - 1 AS month, account,
        coalesce(category, 0) AS category, amount >= 0 AS money_in, sum(amount) AS minor, count(*) AS entries
    FROM entries WHERE transfer IS NULL GROUP BY 1, 2, 3, 4
)
SELECT account || ' ' || (month / 12) || '-' || (month % 12 + 1) || ' ' || category FROM (
    SELECT month, account, category, money_in, minor, entries FROM recount
    EXCEPT SELECT month, account, category, money_in, minor, entries FROM flow_totals
) UNION
SELECT account || ' ' || (month / 12) || '-' || (month % 12 + 1) || ' ' || category FROM (
    SELECT month, account, category, money_in, minor, entries FROM flow_totals
    EXCEPT SELECT month, account, category, money_in, minor, entries FROM recount
))"},
    {"the parts do not sum to their entry: entry ", R"(
SELECT e.id FROM splits s JOIN entries e ON e.id = s.entry GROUP BY e.id HAVING sum(s.amount) <> e.amount
)"},
    {"a transfer does not have two sides on two accounts: transfer ", R"(
SELECT transfer FROM entries WHERE transfer IS NOT NULL GROUP BY transfer HAVING count(*) <> 2 OR count(DISTINCT account) <> 2
)"},
    {"more is settled by an entry than it paid: entry ", R"(
SELECT e.id FROM settlements s JOIN entries e ON e.id = s.entry GROUP BY e.id HAVING sum(s.amount) > abs(e.amount)
)"},
    {"a number was given that the file does not remember: entry ", R"(
SELECT max(id) FROM entries HAVING max(id) > (SELECT value FROM counters WHERE name = 'last_entry')
)"},
    {"a number was given that the file does not remember: transfer ", R"(
SELECT max(transfer) FROM entries HAVING max(transfer) > (SELECT value FROM counters WHERE name = 'last_transfer')
)"},
};

}  // namespace

std::vector<std::string> find_contradictions(SQLite::Database& database)
{
    std::vector<std::string> found;
    SQLite::Statement integrity{database, "PRAGMA integrity_check(100)"};
    std::vector<std::string> refused;  // a value that a row may not have: the file itself is whole
    while (integrity.executeStep()) {
        auto line = integrity.getColumn(0).getString();
        if (line.find("constraint failed") != std::string::npos)
            refused.push_back("a value that its table refuses: " + line);
        else if (line != "ok") found.push_back("the file is damaged: " + line);
    }
    if (!found.empty()) return found;  // questions to a damaged file give no answers worth having
    found = std::move(refused);
    SQLite::Statement references{database, "PRAGMA foreign_key_check"};
    while (references.executeStep())
        found.push_back("a row names something that is not there: " + references.getColumn(0).getString() + " " +
                        references.getColumn(1).getString() + " names one of " + references.getColumn(2).getString());
    for (const auto& doubt : doubts) {
        SQLite::Statement statement{database, doubt.sql};
        while (statement.executeStep()) found.push_back(doubt.words + statement.getColumn(0).getString());
    }
    if (!text_is_sound(database))
        found.emplace_back("the index for searching differs from what is written in the entries");
    return found;
}

std::string in_words(const ledger::LeftOut& one)
{
    auto words = "a value that cannot be reckoned with: " + one.table + ", row " + std::to_string(one.row) + ": " +
                 one.why.field + " '" + one.why.text + "'";
    if (!one.why.detail.empty()) words += " (" + one.why.detail + ")";
    return words;
}

}  // namespace db
