#pragma once
#include <vector>

#include "db/tables/unread.hpp"
#include "ledger/facts/rescue.hpp"

namespace SQLite {
class Database;
}

namespace db {

/// The warnings given, as rows. All SQL about them is in notice.cpp and nowhere else.
class NoticeTable {
public:
    explicit NoticeTable(SQLite::Database& database) : database_{database} {}
    std::vector<ledger::Notice> load(Unread& unread) const;
    void put(const ledger::Notice& notice);  ///< inserts, or replaces the one with this id
    void remove(ledger::NoticeId id);

private:
    SQLite::Database& database_;
};

}  // namespace db
