#include "db/tables/register.hpp"

#include <algorithm>
#include <limits>
#include <unordered_set>

#include "db/tables/entry_row.hpp"
#include "db/tables/filter.hpp"

namespace db {

namespace {

/// Can the place of its rows be told from `month_totals` alone?
bool placed_by_months(const EntryFilter& filter)
{
    return only_account_and_dates(filter) && !filter.currency;
}

/// The month in which the row number `offset` stands, counted from one end, and how many rows of it come before that
/// row; no month when there are fewer rows.
struct Place {
    std::optional<std::int64_t> month{};
    std::int64_t offset = 0;
};

Place place_of(SQLite::Database& database, ledger::AccountId account, std::int64_t offset, bool newest_first)
{
    std::string sql = "SELECT month, sum(entries) FROM month_totals";
    if (account) sql += " WHERE account = ?";
    sql += std::string{" GROUP BY month ORDER BY month"} + (newest_first ? " DESC" : "");
    SQLite::Statement statement{database, sql};
    if (account) Binder{statement} << account;
    Place place{.offset = offset};
    while (statement.executeStep()) {
        place.month = statement.getColumn(0).getInt64();
        const auto entries = statement.getColumn(1).getInt64();
        if (place.offset < entries) return place;
        place.offset -= entries;
    }
    return {};
}

}  // namespace

std::int64_t month_number(ledger::Date day)
{
    return std::int64_t{ledger::year_of(day)} * 12 + ledger::month_of(day) - 1;
}

ledger::Date first_day(std::int64_t month_number)
{
    return ledger::make_date(static_cast<int>(month_number / 12), static_cast<unsigned>(month_number % 12) + 1, 1);
}

std::int64_t Register::count_before(ledger::AccountId account, ledger::Date day) const
{
    const auto month = month_number(day);
    const auto start = ledger::first_of_month(day);
    if (account)
        return number(database_, "SELECT sum(entries) FROM month_totals WHERE account = ? AND month < ?", account,
                      month) +
               number(database_, "SELECT count(*) FROM entries WHERE account = ? AND date >= ? AND date < ?", account,
                      start, day);
    return number(database_, "SELECT sum(entries) FROM month_totals WHERE month < ?", month) +
           number(database_, "SELECT count(*) FROM entries WHERE date >= ? AND date < ?", start, day);
}

std::int64_t Register::count(const EntryFilter& filter) const
{
    if (placed_by_months(filter)) {
        const auto up_to =
            filter.to ? count_before(filter.account, *filter.to + ledger::Days{1})
            : filter.account
                ? number(database_, "SELECT sum(entries) FROM month_totals WHERE account = ?", filter.account)
                : number(database_, "SELECT sum(entries) FROM month_totals");
        return std::max<std::int64_t>(0, up_to - (filter.from ? count_before(filter.account, *filter.from) : 0));
    }
    const auto where = conditions(database_, filter);
    if (where.exactly) return *where.exactly;
    SQLite::Statement statement{database_, "SELECT count(*) FROM " + where.from + " WHERE " + where.sql};
    Binder binder{statement};
    where.bind_to(binder);
    return statement.executeStep() ? statement.getColumn(0).getInt64() : 0;
}

std::vector<ledger::Entry> Register::part(const EntryFilter& filter, std::int64_t offset, std::int64_t limit,
                                          bool newest_first) const
{
    auto where = conditions(database_, filter);
    if (offset > 0 && placed_by_months(filter)) {  // begin in the right month, and not at the far end
        if (!newest_first && filter.from) offset += count_before(filter.account, *filter.from);
        if (newest_first && filter.to)
            offset += count({.account = filter.account}) - count_before(filter.account, *filter.to + ledger::Days{1});
        const auto place = place_of(database_, filter.account, offset, newest_first);
        if (!place.month) return {};
        offset = place.offset;
        const auto bound = newest_first ? first_day(*place.month + 1) : first_day(*place.month);
        where.sql += newest_first ? " AND e.date < ?" : " AND e.date >= ?";
        where.values.emplace_back(static_cast<std::int64_t>(bound.time_since_epoch().count()));
    }
    const std::string order = newest_first ? "e.date DESC, e.id DESC" : "e.date, e.id";
    SQLite::Statement statement{
        database_,
        "SELECT " ENTRY_COLUMNS " FROM (SELECT e.id FROM " + where.from + " WHERE " + where.sql + " ORDER BY " + order +
            " LIMIT ? OFFSET ?) k CROSS JOIN entries e ON e.id = k.id CROSS JOIN accounts a ON a.id = e.account"
            " ORDER BY " +
            order};
    Binder binder{statement};
    where.bind_to(binder);
    binder << limit << offset;
    std::vector<ledger::Entry> found;
    while (statement.executeStep()) found.push_back(entry_of(statement));
    add_splits(database_, found);
    return found;
}

void Register::for_each(const EntryFilter& filter, const std::function<void(const ledger::Entry&)>& show) const
{
    auto where = conditions(database_, filter);
    SQLite::Statement statement{database_, "SELECT " ENTRY_COLUMNS " FROM " + where.from +
                                               " CROSS JOIN accounts a ON a.id = e.account WHERE " + where.sql +
                                               " ORDER BY e.date, e.id"};
    Binder binder{statement};
    where.bind_to(binder);
    std::unordered_set<std::int64_t> split;  // few are, and only these are asked for their parts
    for (SQLite::Statement some{database_, "SELECT DISTINCT entry FROM splits"}; some.executeStep();)
        split.insert(some.getColumn(0).getInt64());
    std::vector<ledger::Entry> one(1);
    while (statement.executeStep()) {
        one.front() = entry_of(statement);
        if (split.contains(one.front().id.value)) add_splits(database_, one);
        show(one.front());
    }
}

std::vector<ledger::Entry> Register::entries(const EntryFilter& filter) const
{
    return part(filter, 0, -1, false);
}

std::vector<RegisterRow> Register::page(const EntryFilter& filter, std::int64_t offset, std::int64_t limit,
                                        bool newest_first) const
{
    auto entries = part(filter, std::max<std::int64_t>(0, offset), limit, newest_first);
    if (newest_first) std::reverse(entries.begin(), entries.end());
    std::vector<RegisterRow> rows;
    rows.reserve(entries.size());
    RunningBalance balance{database_};
    for (auto& entry : entries) {
        const auto after = balance.after(entry);
        rows.push_back({std::move(entry), after});
    }
    if (newest_first) std::reverse(rows.begin(), rows.end());
    return rows;
}

std::vector<AccountTotal> Register::account_totals(ledger::Today today) const
{
    SQLite::Statement statement{database_, R"(
SELECT a.id, a.currency,
    a.opening + coalesce((SELECT sum(minor) FROM month_totals WHERE account = a.id), 0),
    coalesce((SELECT sum(amount) FROM entries WHERE account = a.id AND date > ?), 0),
    coalesce((SELECT sum(entries) FROM month_totals WHERE account = a.id), 0),
    (SELECT min(date) FROM entries WHERE account = a.id),
    (SELECT max(date) FROM entries WHERE account = a.id)
FROM accounts a ORDER BY a.id
)"};
    Binder{statement} << today.date;
    std::vector<AccountTotal> found;
    while (statement.executeStep()) {
        auto& total = found.emplace_back();
        ledger::Currency currency;
        Reader row{statement};
        row >> total.account >> currency;
        row.in(currency) >> total.balance >> total.upcoming >> total.entries >> total.first >> total.last;
        total.balance -= total.upcoming;
    }
    return found;
}

std::vector<MonthSum> Register::month_sums() const
{
    SQLite::Statement statement{database_,
                                "SELECT t.account, t.month, a.currency, t.minor FROM month_totals t JOIN accounts a ON "
                                "a.id = t.account ORDER BY t.month, t.account"};
    std::vector<MonthSum> found;
    while (statement.executeStep()) {
        auto& sum = found.emplace_back();
        std::int64_t month = 0;
        ledger::Currency currency;
        Reader row{statement};
        row >> sum.account >> month >> currency;
        row.in(currency) >> sum.sum;
        sum.month = first_day(month);
    }
    return found;
}

ledger::CategoryId Register::usual_category(const std::string& payee) const
{
    return {number(database_, R"(
SELECT category FROM entries WHERE payee = ? COLLATE NOCASE AND category IS NOT NULL
GROUP BY category ORDER BY sum(chosen) DESC, count(*) DESC, category LIMIT 1
)",
                   payee)};
}

std::vector<ledger::Lesson> Register::lessons(int most) const
{
    SQLite::Statement statement{database_, R"(
SELECT payee, memo, category, amount > 0, chosen FROM entries
WHERE category IS NOT NULL AND transfer IS NULL AND id > (SELECT max(id) FROM entries) - ? ORDER BY id DESC LIMIT ?
)"};
    Binder{statement} << most * 10 << most;  // no further back, where few have a category
    std::vector<ledger::Lesson> found;
    while (statement.executeStep()) {
        Reader row{statement};
        auto& lesson = found.emplace_back();
        row >> lesson.payee >> lesson.memo >> lesson.category >> lesson.money_in >> lesson.chosen;
    }
    std::reverse(found.begin(), found.end());
    return found;
}

std::int64_t Register::turnover() const
{
    // The largest amount times their number costs two looks into an index; a walk over all is for ledgers of billions.
    constexpr std::int64_t little = ledger::Money::largest_sum / 10;
    const auto entries = number(database_, "SELECT sum(entries) FROM month_totals");
    const auto largest = std::max(number(database_, "SELECT max(amount) FROM entries"),
                                  -number(database_, "SELECT min(amount) FROM entries"));
    if (largest <= little / std::max<std::int64_t>(entries, 1)) return largest * entries;
    SQLite::Statement all{database_, "SELECT total(abs(amount)) FROM entries"};
    const auto sum = all.executeStep() ? all.getColumn(0).getDouble() : 0;
    return sum < 9e18 ? static_cast<std::int64_t>(sum) : std::numeric_limits<std::int64_t>::max();
}

ledger::EntryId Register::last_with(const std::string& payee) const
{
    return {number(database_,
                   "SELECT id FROM entries WHERE payee = ? COLLATE NOCASE AND transfer IS NULL ORDER BY date DESC, id "
                   "DESC LIMIT 1",
                   payee)};
}

std::vector<std::string> Register::payees_like(const std::string& start, int most) const
{
    SQLite::Statement statement{database_, R"(
SELECT payee FROM entries WHERE payee >= ? COLLATE NOCASE AND payee < ? COLLATE NOCASE AND payee <> ''
GROUP BY payee COLLATE NOCASE ORDER BY count(*) DESC, payee COLLATE NOCASE LIMIT ?
)"};
    Binder{statement} << start << start + "\xF4\x8F\xBF\xBF" << most;  // U+10FFFF: after every name that begins so
    std::vector<std::string> found;
    while (statement.executeStep()) found.push_back(statement.getColumn(0).getString());
    return found;
}

ledger::Money RunningBalance::after(const ledger::Entry& entry)
{
    const auto [at, is_new] = known_.try_emplace(entry.account);
    auto& known = at->second;
    const bool near = !is_new && month_number(known.date) == month_number(entry.date) &&
                      std::pair{known.date, known.id} <= std::pair{entry.date, entry.id};
    if (near) {
        known.minor +=
            number(database_,
                   "SELECT sum(amount) FROM entries WHERE account = ? AND (date, id) > (?, ?) AND (date, id) <= (?, ?)",
                   entry.account, known.date, known.id, entry.date, entry.id);
    }
    else {
        known.minor = number(database_, "SELECT opening FROM accounts WHERE id = ?", entry.account) +
                      number(database_, "SELECT sum(minor) FROM month_totals WHERE account = ? AND month < ?",
                             entry.account, month_number(entry.date)) +
                      number(database_,
                             "SELECT sum(amount) FROM entries WHERE account = ? AND date >= ? AND (date, id) <= (?, ?)",
                             entry.account, ledger::first_of_month(entry.date), entry.date, entry.id);
    }
    known.date = entry.date;
    known.id = entry.id;
    return {known.minor, entry.amount.currency};
}

}  // namespace db
