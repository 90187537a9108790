#include "db/tables/issuer_correction.hpp"

#include "db/tables/rows.hpp"

namespace db {

std::vector<ledger::IssuerCorrection> IssuerCorrectionTable::load() const
{
    SQLite::Statement statement{database_, R"(
SELECT
    id, issuer, name, hotline, note
FROM issuer_corrections ORDER BY id
)"};
    std::vector<ledger::IssuerCorrection> found;
    while (statement.executeStep()) {
        auto& correction = found.emplace_back();
        Reader row{statement};
        row >> correction.id >> correction.issuer >> correction.name >> correction.hotline >> correction.note;
    }
    return found;
}

void IssuerCorrectionTable::put(const ledger::IssuerCorrection& correction)
{
    run(database_, R"(
INSERT INTO issuer_corrections (
    id, issuer, name, hotline, note
) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    issuer = excluded.issuer, name = excluded.name, hotline = excluded.hotline, note = excluded.note
)",
        correction.id, correction.issuer, correction.name, correction.hotline, correction.note);
}

void IssuerCorrectionTable::remove(ledger::CorrectionId id)
{
    run(database_, "DELETE FROM issuer_corrections WHERE id = ?", id);
}

}  // namespace db
