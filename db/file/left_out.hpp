#pragma once
#include "db/tables/unread.hpp"
#include "ledger/facts/book.hpp"

namespace SQLite {
class Database;
}

namespace db {

/// Lets everything be seen again that `hide_unsound` hid.
void show_all(SQLite::Database& database);

/// Hides, for this connection, the accounts that the Book does not have and the entries that cannot be reckoned with:
/// of an account that is not there, with a day or an amount out of its range, or so large that the sum of all does not
/// fit. What is kept in sums is then counted anew whenever it is asked for. Takes payments out of the Book whose entry
/// is hidden. Notes all of it in `left_out`. Where nothing is wrong, as nearly always, it costs some looks into indexes
/// and nothing is hidden. What writes names the schema (`main.entries`) and is not touched by this. Returns whether
/// anything was hidden.
bool hide_unsound(SQLite::Database& database, ledger::Book& book);

}  // namespace db
