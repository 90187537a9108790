#pragma once
#include "db/tables/unread.hpp"
#include "ledger/facts/settings.hpp"

namespace SQLite {
class Database;
}

namespace db {

/// The preferences, as one row. All SQL about them is in preferences.cpp and nowhere else.
class PreferencesTable {
public:
    explicit PreferencesTable(SQLite::Database& database) : database_{database} {}
    ledger::Preferences load(Unread& unread) const;  ///< as they come with the program, when none were recorded
    void put(const ledger::Preferences& preferences);

private:
    SQLite::Database& database_;
};

}  // namespace db
