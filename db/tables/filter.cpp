#include "db/tables/filter.hpp"

#include "db/tables/search.hpp"

namespace db {

namespace {

/// So few entries are looked up one by one; of more, what is asked for is met soon by walking in the order wanted.
constexpr std::size_t few = 5000;

void narrow_to_found(SQLite::Database& database, const std::vector<SearchWord>& words, Conditions& c)
{
    const auto found = entries_with(database, words);
    c.exactly = static_cast<std::int64_t>(found.size());
    if (found.size() > few) {
        offer_found(database, found);
        c.sql += " AND is_found(e.id)";
        return;
    }
    auto list = list_of(found);
    list.front() = '[';
    list.back() = ']';
    c.from = "json_each(?) found CROSS JOIN entries e ON e.id = found.value";
    c.values.emplace_back(std::move(list));
}

std::vector<std::int64_t> with_those_below(SQLite::Database& database, ledger::CategoryId top)
{
    SQLite::Statement statement{database, R"(
WITH RECURSIVE below (id) AS (SELECT ? UNION SELECT c.id FROM categories c JOIN below ON c.parent = below.id)
SELECT id FROM below
)"};
    Binder{statement} << top;
    std::vector<std::int64_t> found;
    while (statement.executeStep()) found.push_back(statement.getColumn(0).getInt64());
    return found;
}

}  // namespace

bool only_account_and_dates(const EntryFilter& filter)
{
    return !filter.category && !filter.batch && filter.words.empty() && !filter.unreconciled;
}

Conditions conditions(SQLite::Database& database, const EntryFilter& filter, bool by_parts)
{
    Conditions c;
    const auto day = [](ledger::Date date) { return static_cast<std::int64_t>(date.time_since_epoch().count()); };
    const auto also = [&](const std::string& condition, std::variant<std::int64_t, std::string> value) {
        c.exactly.reset();
        c.sql += " AND " + condition;
        c.values.push_back(std::move(value));
    };
    if (!filter.words.empty()) narrow_to_found(database, filter.words, c);
    if (filter.account) also("e.account = ?", filter.account.value);
    if (filter.from) also("e.date >= ?", day(*filter.from));
    if (filter.to) also("e.date <= ?", day(*filter.to));
    if (filter.batch) also("e.batch = ?", filter.batch.value);
    if (filter.unreconciled) also("e.status < ?", std::int64_t{static_cast<int>(ledger::EntryStatus::reconciled)});
    if (filter.currency)
        also("e.account IN (SELECT id FROM accounts WHERE currency = ?)", std::string{filter.currency->text()});
    if (filter.category) {
        c.exactly.reset();
        c.categories = with_those_below(database, filter.category);
        const auto list = list_of(c.categories);
        if (!by_parts)
            c.sql += " AND (e.category IN " + list + " OR e.id IN (SELECT entry FROM splits WHERE category IN " + list +
                     "))";
    }
    return c;
}

}  // namespace db
