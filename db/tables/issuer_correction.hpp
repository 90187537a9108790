#pragma once
#include <vector>

#include "db/tables/unread.hpp"
#include "ledger/facts/settings.hpp"

namespace SQLite {
class Database;
}

namespace db {

/// What the user knows better than the directory of issuers, as rows. All SQL about them is in issuer_correction.cpp
/// and nowhere else.
class IssuerCorrectionTable {
public:
    explicit IssuerCorrectionTable(SQLite::Database& database) : database_{database} {}
    std::vector<ledger::IssuerCorrection> load(Unread& unread) const;
    void put(const ledger::IssuerCorrection& correction);  ///< inserts, or replaces the one with this id
    void remove(ledger::CorrectionId id);

private:
    SQLite::Database& database_;
};

}  // namespace db
