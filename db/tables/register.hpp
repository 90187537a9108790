#pragma once
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "db/queries.hpp"
#include "ledger/import/drafts/learning.hpp"

namespace SQLite {
class Database;
}

namespace db {

/// What registers, reports and the analyser ask of the entries. Balances are read from `month_totals` and at most one
/// month of entries, so that their cost does not grow with the ledger.
class Register {
public:
    explicit Register(SQLite::Database& database) : database_{database} {}

    std::vector<ledger::Entry> entries(const EntryFilter& filter) const;
    void for_each(const EntryFilter& filter, const std::function<void(const ledger::Entry&)>& show) const;
    std::vector<RegisterRow> page(const EntryFilter& filter, std::int64_t offset, std::int64_t limit,
                                  bool newest_first) const;
    std::int64_t count(const EntryFilter& filter) const;
    std::vector<AccountTotal> account_totals(ledger::Today today) const;
    std::vector<MonthSum> month_sums() const;
    /// What all amounts sum to, signs aside; or more, where what is known of them is enough to say that it is little.
    std::int64_t turnover() const;
    ledger::CategoryId usual_category(const std::string& payee) const;
    std::vector<ledger::Lesson> lessons(int most) const;
    ledger::EntryId last_with(const std::string& payee) const;
    std::vector<std::string> payees_like(const std::string& start, int most) const;

private:
    std::vector<ledger::Entry> part(const EntryFilter& filter, std::int64_t offset, std::int64_t limit,
                                    bool newest_first) const;
    std::int64_t count_before(ledger::AccountId account, ledger::Date day) const;
    SQLite::Database& database_;
};

/// The balance of an account after one of its entries, in (date, id) order. Asked for one entry after the other,
/// ascending, it adds up only what lies between.
class RunningBalance {
public:
    explicit RunningBalance(SQLite::Database& database) : database_{database} {}
    ledger::Money after(const ledger::Entry& entry);

private:
    struct Known {
        ledger::Date date{};
        ledger::EntryId id{};
        std::int64_t minor = 0;
    };
    SQLite::Database& database_;
    std::map<ledger::AccountId, Known> known_;
};

/// As `Book` numbers months for totals: year × 12 + month − 1.
std::int64_t month_number(ledger::Date day);
ledger::Date first_day(std::int64_t month_number);

}  // namespace db
