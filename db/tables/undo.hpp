#pragma once
#include <optional>
#include <string>
#include <vector>

#include "db/queries.hpp"

namespace SQLite {
class Database;
}

namespace db {

/// The recorded Changes and how to take them back, as rows. All SQL about them is in undo.cpp and nowhere else.
class UndoTable {
public:
    static constexpr int most = 200;  ///< older ones are forgotten

    explicit UndoTable(SQLite::Database& database) : database_{database} {}
    void add(const ledger::Change& change, ledger::Moment at, const std::string& inverse);
    std::vector<Undoable> load(int newest) const;  ///< newest first
    std::string inverse(std::int64_t number) const;
    void remove(std::int64_t number);

private:
    SQLite::Database& database_;
};

}  // namespace db
