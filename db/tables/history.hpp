#pragma once
#include "ledger/balances/history.hpp"

namespace SQLite {
class Database;
}

namespace db {

/// The window of entries dated `from` and later, with the balance each account carries into it.
ledger::History load_history(SQLite::Database& database, ledger::Date from);

}  // namespace db
