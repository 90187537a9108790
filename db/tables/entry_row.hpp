#pragma once
// How an entry stands in the columns of a query; shared by entry.cpp and register.cpp.
#include <map>

#include "db/tables/rows.hpp"

/// For a query over `entries e JOIN accounts a`.
#define ENTRY_COLUMNS                                                                                            \
    "e.id, e.account, e.date, e.posted, a.currency, e.amount, e.payee, e.memo, e.category, e.chosen, e.status, " \
    "e.transfer, e.batch, e.bank_id"

namespace db {

/// What no version of this program wrote is read as what is most usual: it changes no sum. `verify` names it.
inline ledger::EntryStatus status_of(std::int64_t written)
{
    using enum ledger::EntryStatus;
    return written == static_cast<int>(pending)      ? pending
           : written == static_cast<int>(reconciled) ? reconciled
                                                     : cleared;
}

/// The entry in the current row, without its splits.
inline ledger::Entry entry_of(SQLite::Statement& statement)
{
    ledger::Entry e;
    ledger::Currency currency;
    std::int64_t status = 0;
    std::optional<std::int64_t> posted;
    Reader row{statement};
    row >> e.id >> e.account >> e.date >> posted >> currency;
    row.in(currency) >> e.amount >> e.payee >> e.memo >> e.category >> e.chosen >> status >> e.transfer >> e.batch >>
        e.bank_id;
    e.status = status_of(status);
    constexpr std::int64_t first = ledger::earliest_date.time_since_epoch().count(),
                           last = ledger::latest_date.time_since_epoch().count();
    if (posted && *posted >= first && *posted <= last) e.posted = ledger::Date{ledger::Days{*posted}};
    return e;
}

/// Gives each of these entries the splits it has.
inline void add_splits(SQLite::Database& database, std::vector<ledger::Entry>& entries)
{
    SQLite::Statement any{database, "SELECT EXISTS (SELECT 1 FROM splits)"};
    if (!any.executeStep() || any.getColumn(0).getInt() == 0) return;
    SQLite::Statement statement{database, "SELECT category, amount, memo FROM splits WHERE entry = ? ORDER BY part"};
    for (auto& entry : entries) {
        Binder{statement} << entry.id;
        while (statement.executeStep()) {
            Reader row{statement};
            row.in(entry.amount.currency);
            auto& part = entry.splits.emplace_back();
            row >> part.category >> part.amount >> part.memo;
        }
        statement.reset();
    }
}

}  // namespace db
