#pragma once
#include "ui/app/journeys/import.hpp"
#include "ui/app/sample_household.hpp"
#include "ui/app/session.hpp"

namespace app {

/// What came of one of the sample's statements.
struct SampleImport {
    SampleStatement statement{};
    ledger::Draft draft{};
    ImportEffects effects{};
    int again = 0;  ///< new rows when the same file was imported a second time: must be none
};

/// Sets the sample household up in an empty ledger, by the same journeys that a person's clicks take: accounts,
/// imports, bills.
ledger::Result<std::vector<SampleImport>> move_in(Session& session, const SampleHousehold& household,
                                                  ledger::Moment now);

}  // namespace app
