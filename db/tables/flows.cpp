#include "db/tables/flows.hpp"

#include <algorithm>

#include "db/tables/filter.hpp"
#include "db/tables/register.hpp"

namespace db {

namespace {

using ledger::Date;

/// What a line is about, as a column of the parts below and as an expression over `entries e`.
struct Grouping {
    const char *column, *expression, *grouped;
};

Grouping grouping(GroupBy by)
{
    constexpr const char* month =
        "(strftime('%Y', e.date * 86400, 'unixepoch') * 12 + strftime('%m', e.date * 86400, 'unixepoch') - 1)";
    switch (by) {
        case GroupBy::month: return {"month", month, month};
        case GroupBy::category: return {"category", "0", "e.category"};
        case GroupBy::payee: return {"payee", "e.payee", "e.payee COLLATE NOCASE"};
        case GroupBy::account: return {"account", "e.account", "e.account"};
    }
    return {"account", "e.account", "e.account"};
}

/// The query: parts that are summed up, and the values they need.
class Query {
public:
    Query(SQLite::Database& database, const EntryFilter& filter, GroupBy by)
        : database_{database},
          filter_{filter},
          by_{by},
          group_{grouping(by)},
          any_split_{number(database, "SELECT EXISTS (SELECT 1 FROM splits)") != 0}
    {
    }

    std::vector<Flow> run()
    {
        if (by_ != GroupBy::payee && only_account_and_dates(filter_)) add_kept_sums();
        else add_entries(filter_);
        if (any_split_) add_splits();
        const bool payee = by_ == GroupBy::payee;
        std::string sql = "SELECT " + std::string{payee ? "min(p.line)" : "p.line"} +
                          ", p.category, a.currency, sum(p.m_in), sum(p.m_out), sum(p.n_in), sum(p.n_out) FROM (" +
                          parts_ + ") p CROSS JOIN accounts a ON a.id = p.account WHERE TRUE";
        if (const auto wanted = conditions(database_, {.category = filter_.category}, true).categories; !wanted.empty())
            sql += " AND p.category IN " + list_of(wanted);
        sql += " GROUP BY p.line" + std::string{payee ? " COLLATE NOCASE" : ""} +
               ", p.category, a.currency HAVING sum(p.n_in) + sum(p.n_out) > 0 ORDER BY 1, 2, 3";
        SQLite::Statement statement{database_, sql};
        Binder binder{statement};
        for (const auto& value : values_) std::visit([&](const auto& v) { binder << v; }, value);
        std::vector<Flow> found;
        while (statement.executeStep()) found.push_back(flow_of(statement));
        return found;
    }

private:
    void add(const std::string& part, const std::vector<std::variant<std::int64_t, std::string>>& values)
    {
        parts_ += (parts_.empty() ? "" : " UNION ALL ") + part;
        values_.insert(values_.end(), values.begin(), values.end());
    }

    /// Whole months from `flow_totals`, the rest of the first and the last month from their entries.
    void add_kept_sums()
    {
        const auto& from = filter_.from;
        const auto& to = filter_.to;
        const bool cut_start = from && *from != ledger::first_of_month(*from);
        const bool cut_end = to && *to != ledger::last_of_month(*to);
        const auto within = [&](Date first, Date last) {
            auto edge = filter_;
            edge.from = first;
            edge.to = last;
            add_entries(edge);
        };
        if (cut_start) within(*from, to ? std::min(*to, ledger::last_of_month(*from)) : ledger::last_of_month(*from));
        if (cut_end && !(cut_start && month_number(*from) == month_number(*to)))
            within(from ? std::max(*from, ledger::first_of_month(*to)) : ledger::first_of_month(*to), *to);
        std::string sql = "SELECT " + std::string{by_ == GroupBy::category ? "0" : group_.column} +
                          " AS line, f.category AS category, f.account AS account, sum(f.minor * f.money_in) AS m_in, "
                          "sum(f.minor * (1 - f.money_in)) AS m_out,"
                          " sum(f.entries * f.money_in) AS n_in, sum(f.entries * (1 - f.money_in)) AS n_out FROM "
                          "flow_totals f WHERE TRUE";
        std::vector<std::variant<std::int64_t, std::string>> values;
        const auto also = [&](const char* condition, std::variant<std::int64_t, std::string> value) {
            sql += condition;
            values.push_back(std::move(value));
        };
        if (from) also(" AND f.month >= ?", month_number(*from) + (cut_start ? 1 : 0));
        if (to) also(" AND f.month <= ?", month_number(*to) - (cut_end ? 1 : 0));
        if (filter_.account) also(" AND f.account = ?", filter_.account.value);
        if (filter_.currency)
            also(" AND f.account IN (SELECT id FROM accounts WHERE currency = ?)",
                 std::string{filter_.currency->text()});
        // by month in the order of the key; else fewer lines are left for what is joined below
        add(sql + (by_ == GroupBy::month ? " GROUP BY f.month, f.account, f.category"
                                         : " GROUP BY f.account, f.category"),
            values);
    }

    void add_entries(const EntryFilter& filter)
    {
        const auto where = conditions(database_, filter, true);
        const bool narrow =
            filter.from || filter.to;  // then the days lead, and not the index that is in the order of payees
        add(std::string{"SELECT "} + group_.expression +
                " AS line, coalesce(e.category, 0) AS category, e.account AS account, sum(CASE WHEN e.amount >= 0 THEN "
                "e.amount ELSE 0 END) AS m_in,"
                " sum(CASE WHEN e.amount < 0 THEN e.amount ELSE 0 END) AS m_out, sum(e.amount >= 0) AS n_in, "
                "sum(e.amount < 0) AS n_out FROM " +
                where.from + " WHERE e.transfer IS NULL AND " + where.sql + " GROUP BY " + (narrow ? "+" : "") +
                group_.grouped + ", e.category, e.account",
            where.values);
    }

    /// What stands above as one entry without category, taken out again, and its parts put in.
    void add_splits()
    {
        const auto where = conditions(database_, filter_, true);
        const bool all = where.from == "entries e";
        const std::string whole =
            all ? "(SELECT DISTINCT entry FROM splits) s CROSS JOIN entries e ON e.id = s.entry"
                : where.from + " CROSS JOIN (SELECT DISTINCT entry FROM splits) s ON s.entry = e.id";
        const std::string parts = all ? "splits s CROSS JOIN entries e ON e.id = s.entry"
                                      : where.from + " CROSS JOIN splits s ON s.entry = e.id";
        const std::string line = std::string{"SELECT "} + group_.expression;
        const std::string which = " WHERE e.transfer IS NULL AND " + where.sql;
        add(line +
                ", coalesce(e.category, 0), e.account, CASE WHEN e.amount >= 0 THEN -e.amount ELSE 0 END, CASE WHEN "
                "e.amount < 0 THEN -e.amount ELSE 0 END,"
                " -(e.amount >= 0), -(e.amount < 0) FROM " +
                whole + which,
            where.values);
        add(line +
                ", coalesce(s.category, 0), e.account, CASE WHEN s.amount >= 0 THEN s.amount ELSE 0 END, CASE WHEN "
                "s.amount < 0 THEN s.amount ELSE 0 END,"
                " s.amount >= 0, s.amount < 0 FROM " +
                parts + which,
            where.values);
    }

    Flow flow_of(SQLite::Statement& statement) const
    {
        Flow flow;
        ledger::Currency currency;
        std::int64_t line = 0;
        Reader row{statement};
        if (by_ == GroupBy::payee) row >> flow.payee;
        else row >> line;
        row >> flow.category >> currency;
        row.in(currency) >> flow.in >> flow.out >> flow.ins >> flow.outs;
        if (by_ == GroupBy::month) flow.month = ledger::iso(first_day(line)).substr(0, 7);
        if (by_ == GroupBy::account) flow.account = {line};
        return flow;
    }

    SQLite::Database& database_;
    const EntryFilter& filter_;
    GroupBy by_;
    Grouping group_;
    bool any_split_;
    std::string parts_{};
    std::vector<std::variant<std::int64_t, std::string>> values_{};
};

}  // namespace

std::vector<Flow> flows_by(SQLite::Database& database, const EntryFilter& filter, GroupBy by)
{
    return Query{database, filter, by}.run();
}

}  // namespace db
