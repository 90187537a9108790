#include "db/tables/paper.hpp"

#include "db/tables/rows.hpp"

namespace db {

std::vector<ledger::Paper> PaperTable::load(Unread& unread) const
{
    SQLite::Statement statement{database_, R"(
SELECT
    id, bill, document, state, path
FROM papers ORDER BY id
)"};
    return each_row<ledger::Paper>(statement, unread, [&](Reader& row, ledger::Paper& paper) {
        row >> paper.id >> paper.bill >> paper.document >> paper.state >> paper.path;
    });
}

void PaperTable::put(const ledger::Paper& paper)
{
    run(database_, R"(
INSERT INTO papers (
    id, bill, document, state, path
) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    bill = excluded.bill, document = excluded.document, state = excluded.state, path = excluded.path
)",
        paper.id, paper.bill, paper.document, paper.state, paper.path);
}

void PaperTable::remove(ledger::PaperId id)
{
    run(database_, "DELETE FROM papers WHERE id = ?", id);
}

}  // namespace db
