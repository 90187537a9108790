#include "db/tables/totals.hpp"

#include "db/tables/filter.hpp"

namespace db {

namespace {

struct Grouping {
    const char *key, *order;
};

Grouping grouping(GroupBy by)
{
    switch (by) {
        case GroupBy::month: return {"strftime('%Y-%m', p.date * 86400, 'unixepoch')", "1, 2"};
        case GroupBy::category: return {"p.category", "abs(sum(p.amount)) DESC, 1, 2"};
        case GroupBy::payee: return {"p.payee COLLATE NOCASE", "abs(sum(p.amount)) DESC, 1, 2"};
        case GroupBy::account: return {"p.account", "1, 2"};
    }
    return {"p.account", "1, 2"};
}

}  // namespace

std::vector<Total> totals_by(SQLite::Database& database, const EntryFilter& filter, GroupBy by)
{
    const auto where = conditions(database, filter, true);
    const auto group = grouping(by);
    const auto in_category = where.categories.empty() ? std::string{} : " AND p.category IN " + list_of(where.categories);
    const bool any_split = number(database, "SELECT EXISTS (SELECT 1 FROM splits)") != 0;
    std::string parts = "SELECT e.id, e.account, e.date, e.payee, e.category, e.amount FROM entries e WHERE e.transfer IS NULL AND " + where.sql;
    if (any_split)
        parts += " AND NOT EXISTS (SELECT 1 FROM splits s WHERE s.entry = e.id)"
                 " UNION ALL SELECT e.id, e.account, e.date, e.payee, s.category, s.amount"
                 " FROM splits s CROSS JOIN entries e ON e.id = s.entry WHERE e.transfer IS NULL AND " + where.sql;
    const std::string entries = any_split ? "count(DISTINCT p.id)" : "count(*)";
    SQLite::Statement statement{database, "SELECT " + std::string{group.key} + ", a.currency, sum(p.amount), " + entries + " FROM (" + parts +
                                              ") p CROSS JOIN accounts a ON a.id = p.account WHERE TRUE" + in_category + " GROUP BY " + group.key +
                                              ", a.currency ORDER BY " + group.order};
    Binder binder{statement};
    where.bind_to(binder);
    if (any_split) where.bind_to(binder);
    std::vector<Total> found;
    while (statement.executeStep()) {
        auto& total = found.emplace_back();
        ledger::Currency currency;
        Reader row{statement};
        switch (by) {
            case GroupBy::month: row >> total.month; break;
            case GroupBy::category: row >> total.category; break;
            case GroupBy::payee: row >> total.payee; break;
            case GroupBy::account: row >> total.account; break;
        }
        row >> currency;
        row.in(currency) >> total.sum >> total.entries;
    }
    return found;
}

}  // namespace db
