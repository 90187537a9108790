#include "db/tables/filter.hpp"

namespace db {

namespace {

/// For LIKE … ESCAPE '\': the text anywhere, its own % and _ taken as they are.
std::string anywhere(const std::string& text)
{
    std::string pattern = "%";
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\') pattern += '\\';
        pattern += c;
    }
    return pattern + "%";
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

std::string list_of(const std::vector<std::int64_t>& numbers)
{
    std::string list;
    for (const auto n : numbers) list += (list.empty() ? "" : ", ") + std::to_string(n);
    return "(" + list + ")";
}

Conditions conditions(SQLite::Database& database, const EntryFilter& filter, bool by_parts)
{
    Conditions c;
    const auto day = [](ledger::Date date) { return static_cast<std::int64_t>(date.time_since_epoch().count()); };
    const auto also = [&](const std::string& condition, std::variant<std::int64_t, std::string> value) {
        c.sql += " AND " + condition;
        c.values.push_back(std::move(value));
    };
    if (filter.account) also("e.account = ?", filter.account.value);
    if (filter.from) also("e.date >= ?", day(*filter.from));
    if (filter.to) also("e.date <= ?", day(*filter.to));
    if (filter.batch) also("e.batch = ?", filter.batch.value);
    if (!filter.text.empty()) {
        also(R"((e.payee LIKE ? ESCAPE '\')", anywhere(filter.text));
        c.sql += R"( OR e.memo LIKE ? ESCAPE '\'))";
        c.values.emplace_back(anywhere(filter.text));
    }
    if (filter.category) {
        c.categories = with_those_below(database, filter.category);
        const auto list = list_of(c.categories);
        if (!by_parts) c.sql += " AND (e.category IN " + list + " OR e.id IN (SELECT entry FROM splits WHERE category IN " + list + "))";
    }
    return c;
}

}  // namespace db
