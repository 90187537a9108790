#include "db/tables/batch.hpp"

#include "db/tables/rows.hpp"

namespace db {

std::vector<ledger::Batch> BatchTable::load(Unread& unread) const
{
    SQLite::Statement statement{database_, R"(
SELECT
    id, account, file, at, format, entries
FROM batches ORDER BY id
)"};
    return each_row<ledger::Batch>(statement, unread, [&](Reader& row, ledger::Batch& batch) {
        row >> batch.id >> batch.account >> batch.file >> batch.at >> batch.format >> batch.entries;
    });
}

void BatchTable::put(const ledger::Batch& batch)
{
    run(database_, R"(
INSERT INTO batches (
    id, account, file, at, format, entries
) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    account = excluded.account, file = excluded.file, at = excluded.at, format = excluded.format,
    entries = excluded.entries
)",
        batch.id, batch.account, batch.file, batch.at, batch.format, batch.entries);
}

void BatchTable::remove(ledger::BatchId id)
{
    run(database_, "DELETE FROM batches WHERE id = ?", id);
}

}  // namespace db
