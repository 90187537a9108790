#include "db/tables/holiday.hpp"

#include "db/tables/rows.hpp"

namespace db {

std::vector<ledger::Holiday> HolidayTable::load(Unread& unread) const
{
    SQLite::Statement statement{database_, R"(
SELECT
    id, date, name
FROM holidays ORDER BY id
)"};
    return each_row<ledger::Holiday>(statement, unread, [&](Reader& row, ledger::Holiday& holiday) {
        row >> holiday.id >> holiday.date >> holiday.name;
    });
}

void HolidayTable::put(const ledger::Holiday& holiday)
{
    run(database_, R"(
INSERT INTO holidays (
    id, date, name
) VALUES (?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    date = excluded.date, name = excluded.name
)",
        holiday.id, holiday.date, holiday.name);
}

void HolidayTable::remove(ledger::HolidayId id)
{
    run(database_, "DELETE FROM holidays WHERE id = ?", id);
}

}  // namespace db
