#include "db/tables/category.hpp"

#include "db/tables/rows.hpp"

namespace db {

std::vector<ledger::Category> CategoryTable::load(Unread& unread) const
{
    SQLite::Statement statement{database_, R"(
SELECT
    id, parent, name, key, kind, essential
FROM categories ORDER BY id
)"};
    return each_row<ledger::Category>(statement, unread, [&](Reader& row, ledger::Category& category) {
        row >> category.id >> category.parent >> category.name >> category.key >> category.kind >> category.essential;
    });
}

void CategoryTable::put(const ledger::Category& category)
{
    run(database_, R"(
INSERT INTO categories (
    id, parent, name, key, kind, essential
) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    parent = excluded.parent, name = excluded.name, key = excluded.key, kind = excluded.kind,
    essential = excluded.essential
)",
        category.id, category.parent, category.name, category.key, category.kind, category.essential);
}

void CategoryTable::remove(ledger::CategoryId id)
{
    run(database_, "DELETE FROM categories WHERE id = ?", id);
}

}  // namespace db
