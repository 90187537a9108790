#include "db/tables/notice.hpp"

#include "db/tables/rows.hpp"

namespace db {

std::vector<ledger::Notice> NoticeTable::load(Unread& unread) const
{
    SQLite::Statement statement{database_, R"(
SELECT
    id, about, at
FROM notices ORDER BY id
)"};
    return each_row<ledger::Notice>(
        statement, unread, [&](Reader& row, ledger::Notice& notice) { row >> notice.id >> notice.about >> notice.at; });
}

void NoticeTable::put(const ledger::Notice& notice)
{
    run(database_, R"(
INSERT INTO notices (
    id, about, at
) VALUES (?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    about = excluded.about, at = excluded.at
)",
        notice.id, notice.about, notice.at);
}

void NoticeTable::remove(ledger::NoticeId id)
{
    run(database_, "DELETE FROM notices WHERE id = ?", id);
}

}  // namespace db
