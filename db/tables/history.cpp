#include "db/tables/history.hpp"

#include <cstdlib>
#include <unordered_map>

#include "db/tables/entry_row.hpp"
#include "db/tables/register.hpp"
#include "db/tables/rows.hpp"

namespace db {

namespace {

/// Of each split entry in the window, the category of its largest part; the first of them where several are as large.
std::unordered_map<std::int64_t, ledger::CategoryId> main_categories(SQLite::Database& database, ledger::Date from)
{
    SQLite::Statement statement{database, R"(
SELECT s.entry, s.category, s.amount FROM splits s CROSS JOIN entries e ON e.id = s.entry WHERE e.date >= ? ORDER BY s.entry, s.part
)"};
    Binder{statement} << from;
    std::unordered_map<std::int64_t, ledger::CategoryId> main;
    std::unordered_map<std::int64_t, std::int64_t> largest;
    while (statement.executeStep()) {
        std::int64_t entry = 0;
        std::int64_t amount = 0;
        ledger::CategoryId category;
        Reader row{statement};
        row >> entry >> category >> amount;
        const auto [at, is_first] = largest.try_emplace(entry, std::abs(amount));
        if (!is_first && at->second >= std::abs(amount)) continue;
        at->second = std::abs(amount);
        main[entry] = category;
    }
    return main;
}

}  // namespace

ledger::History load_history(SQLite::Database& database, ledger::Date from)
{
    ledger::History history;
    history.from = from;
    const auto split = main_categories(database, from);
    std::unordered_map<std::string, std::uint32_t> payees{{"", 0}};  // quicker than asking the History for each row
    const auto intern = [&](const std::string& payee) {
        const auto [at, is_new] = payees.try_emplace(payee, 0);
        if (is_new) at->second = history.intern(payee);
        return at->second;
    };

    SQLite::Statement accounts{database, R"(
SELECT a.id,
    a.opening + coalesce((SELECT sum(minor) FROM month_totals WHERE account = a.id AND month < ?1), 0)
              + coalesce((SELECT sum(amount) FROM entries WHERE account = a.id AND date >= ?2 AND date < ?3), 0),
    coalesce((SELECT min(date) FROM entries WHERE account = a.id), ?3)
FROM accounts a
)"};
    Binder{accounts} << month_number(from) << ledger::first_of_month(from) << from;
    SQLite::Statement rows{database, R"(
SELECT id, date, amount, payee, category, transfer, status FROM entries WHERE account = ? AND date >= ? ORDER BY date, id
)"};
    while (accounts.executeStep()) {
        ledger::AccountId id;
        Reader account_row{accounts};
        account_row >> id;
        auto& account = history.accounts[id];
        account_row >> account.before >> account.first;
        Binder{rows} << id << from;
        std::string payee;
        while (rows.executeStep()) {
            ledger::HistoryRow& entry = account.rows.emplace_back();
            std::int64_t status = 0;
            Reader row{rows};
            row >> entry.id >> entry.date >> entry.minor >> payee >> entry.category >> entry.transfer >> status;
            entry.payee = intern(payee);
            entry.status = status_of(status);
            if (const auto main = split.find(entry.id.value); main != split.end()) entry.category = main->second;
        }
        rows.reset();
    }
    return history;
}

}  // namespace db
