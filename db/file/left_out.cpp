#include "db/file/left_out.hpp"

#include "db/tables/rows.hpp"
#include "ledger/sound/validate.hpp"

namespace db {

namespace {

using ledger::Book;
using ledger::LeftOut;
using ledger::Money;
using ledger::Trouble;

constexpr std::int64_t first_day = ledger::earliest_date.time_since_epoch().count(),
                       last_day = ledger::latest_date.time_since_epoch().count();

constexpr const char* month =
    "strftime('%Y', date * 86400, 'unixepoch') * 12 + strftime('%m', date * 86400, 'unixepoch') - 1";

LeftOut noted(const char* table, std::int64_t row, const char* field, const std::string& value)
{
    return {.table = table,
            .row = row,
            .why = {.trouble = Trouble::unreadable_value, .field = field, .text = value, .detail = "out of range"}};
}

/// Entries whose numbers are to be hidden are gathered in a table of this connection.
class Hiding {
public:
    Hiding(SQLite::Database& database, Book& book) : database_{database}, book_{book} {}

    bool run()
    {
        for (const auto& [id, account] : book_.accounts)
            accounts_ += (accounts_.empty() ? "" : ", ") + std::to_string(id.value);
        const bool unknown_account = entries_of_unknown_accounts();
        gather();
        const bool sums = kept_sums_are_wrong();
        if (unknown_account || any_ || sums || accounts_left_out()) make_views();
        if (too_much()) make_views();
        return views_;
    }

private:
    /// Steps from account to account through the index, not from entry to entry.
    bool entries_of_unknown_accounts()
    {
        SQLite::Statement statement{database_, R"(
WITH RECURSIVE one (account) AS (
    SELECT min(account) FROM main.entries
    UNION ALL SELECT (SELECT min(account) FROM main.entries WHERE account > one.account) FROM one WHERE one.account IS NOT NULL
)
SELECT account, (SELECT min(id) FROM main.entries e WHERE e.account = one.account) FROM one WHERE account IS NOT NULL
)"};
        bool found = false;
        while (statement.executeStep()) {
            const auto account = statement.getColumn(0).getInt64();
            if (book_.accounts.contains({account})) continue;
            auto one = noted("entries", statement.getColumn(1).getInt64(), "account", std::to_string(account));
            one.why.trouble = Trouble::no_such;
            one.why.detail.clear();
            book_.left_out.push_back(std::move(one));
            found = true;
        }
        return found;
    }

    bool accounts_left_out() const
    {
        return number(database_, "SELECT count(*) FROM main.accounts") !=
               static_cast<std::int64_t>(book_.accounts.size());
    }

    template <class... Values>
    void hide(const char* table, const char* field, const char* sql, const Values&... values)
    {
        SQLite::Statement statement{database_, sql};
        Binder binder{statement};
        static_cast<void>((binder << ... << values));
        while (statement.executeStep()) {
            book_.left_out.push_back(
                noted(table, statement.getColumn(0).getInt64(), field, statement.getColumn(1).getString()));
            hide(statement.getColumn(0).getInt64());
        }
    }

    void hide(std::int64_t id)
    {
        if (!any_) database_.exec("CREATE TEMP TABLE hidden (id INTEGER PRIMARY KEY)");
        any_ = true;
        run_insert(id);
    }
    void run_insert(std::int64_t id) { db::run(database_, "INSERT OR IGNORE INTO temp.hidden (id) VALUES (?)", id); }

    void gather()
    {
        hide("entries", "amount", "SELECT id, amount FROM main.entries WHERE amount > ?", Money::largest);
        hide("entries", "amount", "SELECT id, amount FROM main.entries WHERE amount < ?", -Money::largest);
        hide("entries", "date", "SELECT id, date FROM main.entries WHERE date > ?", last_day);
        hide("entries", "date", "SELECT id, date FROM main.entries WHERE date < ?", first_day);
        hide("entries", "id", "SELECT id, id FROM main.entries WHERE id > ?", ledger::largest_number);
        hide("entries", "id", "SELECT id, id FROM main.entries WHERE id < ?", std::int64_t{1});
        hide("splits", "amount", "SELECT entry, amount FROM main.splits WHERE amount NOT BETWEEN ? AND ?",
             -Money::largest, Money::largest);
    }

    /// Sums that no entries of ours could have: they are counted anew then.
    bool kept_sums_are_wrong()
    {
        bool found = false;
        for (const auto* table : {"month_totals", "flow_totals"}) {
            SQLite::Statement statement{database_, std::string{"SELECT account, month, minor, entries FROM main."} +
                                                       table +
                                                       " WHERE month NOT BETWEEN ? AND ? OR minor NOT BETWEEN ? AND ? "
                                                       "OR entries NOT BETWEEN 0 AND ? LIMIT 1"};
            Binder{statement} << 1900 * 12 << 2200 * 12 - 1 << -Money::largest_sum << Money::largest_sum
                              << ledger::largest_number;
            if (!statement.executeStep()) continue;
            found = true;
            if (any_) continue;  // the entries that make them so are named
            const auto sum = statement.getColumn(1).getString() + " " + statement.getColumn(2).getString() + " " +
                             statement.getColumn(3).getString();
            book_.left_out.push_back(noted(table, statement.getColumn(0).getInt64(), "minor", sum));
        }
        return found;
    }

    void make_views()
    {
        if (views_) return;
        views_ = true;
        const auto make = [&](const std::string& sql) { database_.exec("CREATE TEMP VIEW " + sql); };
        if (!any_) database_.exec("CREATE TEMP TABLE hidden (id INTEGER PRIMARY KEY)");
        any_ = true;
        make("accounts AS SELECT * FROM main.accounts WHERE id IN (" + accounts_ + ")");
        make("entries AS SELECT * FROM main.entries WHERE account IN (" + accounts_ +
             ") AND id NOT IN (SELECT id FROM temp.hidden)");
        make(std::string{"month_totals AS SELECT account, "} + month +
             " AS month, sum(amount) AS minor, count(*) AS entries FROM entries GROUP BY 1, 2");
        make(std::string{"flow_totals AS SELECT "} + month +
             " AS month, account, coalesce(category, 0) AS category, amount >= 0 AS money_in, sum(amount) AS minor, "
             "count(*) AS entries FROM entries WHERE transfer IS NULL GROUP BY 1, 2, 3, 4");
    }

    /// The largest go until the rest can be summed up.
    bool too_much()
    {
        constexpr std::int64_t little = Money::largest_sum / 10;
        const auto many = std::max<std::int64_t>(1, number(database_, "SELECT max(id) FROM entries"));
        const auto largest = std::max(number(database_, "SELECT max(amount) FROM entries"),
                                      -number(database_, "SELECT min(amount) FROM entries"));
        if (largest <= little / many) return false;
        SQLite::Statement all{database_, "SELECT total(abs(amount)) FROM entries"};
        double sum = all.executeStep() ? all.getColumn(0).getDouble() : 0;
        for (const auto& [id, account] : book_.accounts) sum += static_cast<double>(abs(account.opening).minor);
        constexpr double most =
            2 * static_cast<double>(Money::largest_sum);  // what was just let in is not put out again
        if (sum <= most) return false;
        SQLite::Statement by_size{database_, "SELECT id, amount FROM entries ORDER BY abs(amount) DESC, id"};
        std::vector<std::int64_t> gone;
        while (sum > most && by_size.executeStep()) {
            const auto amount = by_size.getColumn(1).getInt64();
            sum -= static_cast<double>(amount < 0 ? -amount : amount);
            gone.push_back(by_size.getColumn(0).getInt64());
            book_.left_out.push_back(noted("entries", gone.back(), "amount", std::to_string(amount)));
            book_.left_out.back().why.trouble = Trouble::sum_too_large;
            book_.left_out.back().why.detail = decimal(Money{Money::largest_sum, {}});
        }
        by_size.reset();
        for (const auto id : gone) hide(id);
        return true;
    }

    SQLite::Database& database_;
    Book& book_;
    std::string accounts_{};
    bool any_ = false, views_ = false;
};

/// Payments by an entry that is not there, or is in another currency.
void leave_out_payments(SQLite::Database& database, Book& book)
{
    SQLite::Statement statement{database, R"(
SELECT s.id, s.entry FROM settlements s LEFT JOIN entries e ON e.id = s.entry LEFT JOIN accounts a ON a.id = e.account
WHERE a.id IS NULL OR a.currency <> s.currency
)"};
    while (statement.executeStep()) {
        const ledger::SettlementId id{statement.getColumn(0).getInt64()};
        if (book.settlements.erase(id) == 0) continue;
        ledger::keep_number(book, ledger::kind_of<ledger::Settlement>(), id.value);
        auto one = noted("settlements", id.value, "entry", statement.getColumn(1).getString());
        one.why.trouble = Trouble::no_such;
        one.why.detail.clear();
        book.left_out.push_back(std::move(one));
    }
}

}  // namespace

void show_all(SQLite::Database& database)
{
    for (const auto* view : {"flow_totals", "month_totals", "entries", "accounts"})
        database.exec(std::string{"DROP VIEW IF EXISTS temp."} + view);
    database.exec("DROP TABLE IF EXISTS temp.hidden");
}

bool hide_unsound(SQLite::Database& database, Book& book)
{
    const bool hidden = Hiding{database, book}.run();
    leave_out_payments(database, book);
    return hidden;
}

}  // namespace db
