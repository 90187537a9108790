#include "db/tables/issuer_correction.hpp"

#include "db/tables/rows.hpp"

namespace db {

std::vector<ledger::IssuerCorrection> IssuerCorrectionTable::load(Unread& unread) const
{
    SQLite::Statement statement{database_, R"(
SELECT
    id, issuer, name, hotline, note, source, noted, wrong
FROM issuer_corrections ORDER BY id
)"};
    return each_row<ledger::IssuerCorrection>(
        statement, unread, [&](Reader& row, ledger::IssuerCorrection& correction) {
            row >> correction.id >> correction.issuer >> correction.name >> correction.hotline >> correction.note;
            row >> correction.source >> correction.noted >> correction.wrong;
        });
}

void IssuerCorrectionTable::put(const ledger::IssuerCorrection& correction)
{
    run(database_, R"(
INSERT INTO issuer_corrections (
    id, issuer, name, hotline, note, source, noted, wrong
) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    issuer = excluded.issuer, name = excluded.name, hotline = excluded.hotline, note = excluded.note,
    source = excluded.source, noted = excluded.noted, wrong = excluded.wrong
)",
        correction.id, correction.issuer, correction.name, correction.hotline, correction.note, correction.source,
        correction.noted, correction.wrong);
}

void IssuerCorrectionTable::remove(ledger::CorrectionId id)
{
    run(database_, "DELETE FROM issuer_corrections WHERE id = ?", id);
}

}  // namespace db
