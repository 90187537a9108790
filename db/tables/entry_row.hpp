#pragma once
// How an entry stands in the columns of a query; shared by entry.cpp and register.cpp.
#include <map>

#include "db/tables/rows.hpp"

/// For a query over `entries e JOIN accounts a`.
#define ENTRY_COLUMNS                                                                                            \
    "e.id, e.account, e.date, e.posted, a.currency, e.amount, e.payee, e.memo, e.category, e.chosen, e.status, " \
    "e.transfer, e.batch, e.bank_id"

namespace db {

/// The entry in the current row, without its splits.
inline ledger::Entry entry_of(SQLite::Statement& statement)
{
    ledger::Entry e;
    ledger::Currency currency;
    int status = 0;
    Reader row{statement};
    row >> e.id >> e.account >> e.date >> e.posted >> currency;
    row.in(currency) >> e.amount >> e.payee >> e.memo >> e.category >> e.chosen >> status >> e.transfer >> e.batch >>
        e.bank_id;
    e.status = static_cast<ledger::EntryStatus>(status);
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
