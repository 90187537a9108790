#include "db/tables/search.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <iterator>

#include "db/tables/entry_text.hpp"
#include "db/tables/rows.hpp"

namespace db {

namespace {

using Entries = std::vector<std::int64_t>;

void add_all(SQLite::Database& database, const std::string& sql, Entries& found)
{
    SQLite::Statement statement{database, sql};
    while (statement.executeStep()) found.push_back(statement.getColumn(0).getInt64());
}

template <class IdOfFact>
std::string list_of_ids(const std::vector<IdOfFact>& ids)
{
    std::vector<std::int64_t> numbers;
    for (const auto id : ids) numbers.push_back(id.value);
    return list_of(numbers);
}

Entries entries_with(SQLite::Database& database, const SearchWord& word)
{
    Entries found;
    if (!word.text.empty()) found = EntryText{database}.find(word.text);
    const auto from_text = found.size();
    for (const auto& other : word.also) {
        const auto more = EntryText{database}.find(other);
        found.insert(found.end(), more.begin(), more.end());
    }
    if (!word.categories.empty()) {
        const auto list = list_of_ids(word.categories);
        add_all(database,
                "SELECT id FROM entries WHERE category IN " + list +
                    " UNION ALL SELECT entry FROM splits WHERE category IN " + list,
                found);
    }
    if (!word.accounts.empty())
        add_all(database, "SELECT id FROM entries WHERE account IN " + list_of_ids(word.accounts), found);
    for (const auto& amount : word.amounts)
        add_all(database,
                "SELECT e.id FROM entries e JOIN accounts a ON a.id = e.account WHERE e.amount = " +
                    std::to_string(amount.minor) + " AND a.currency = '" + std::string{amount.currency.text()} + "'",
                found);
    if (found.size() == from_text) return found;  // in order already
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

/// One bit for each entry number; what `is_found` looks at.
using Bits = std::vector<bool>;

void is_found(sqlite3_context* context, int, sqlite3_value** values)
{
    const auto& bits = *static_cast<const Bits*>(sqlite3_user_data(context));
    const auto id = sqlite3_value_int64(values[0]);
    sqlite3_result_int(
        context, id >= 0 && static_cast<std::size_t>(id) < bits.size() && bits[static_cast<std::size_t>(id)] ? 1 : 0);
}

}  // namespace

Entries entries_with(SQLite::Database& database, const std::vector<SearchWord>& words)
{
    Entries found = entries_with(database, words.front());
    for (auto word = std::next(words.begin()); word != words.end() && !found.empty(); ++word) {
        const auto more = entries_with(database, *word);
        Entries both;
        std::set_intersection(found.begin(), found.end(), more.begin(), more.end(), std::back_inserter(both));
        found = std::move(both);
    }
    return found;
}

void offer_found(SQLite::Database& database, const Entries& entries)
{
    auto* bits = new Bits(entries.empty() ? 0 : static_cast<std::size_t>(entries.back()) + 1);
    for (const auto id : entries) (*bits)[static_cast<std::size_t>(id)] = true;
    const int result =
        sqlite3_create_function_v2(database.getHandle(), "is_found", 1, SQLITE_UTF8 | SQLITE_DIRECTONLY, bits, is_found,
                                   nullptr, nullptr, [](void* gone) { delete static_cast<Bits*>(gone); });
    if (result != SQLITE_OK) throw SQLite::Exception{database.getHandle(), result};
}

}  // namespace db
