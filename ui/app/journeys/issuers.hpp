#pragma once
#include "ledger/facts/knowledge.hpp"
#include "ui/app/journeys/journey.hpp"

namespace app {

/// What the user knows better about a bank than the directory does. Put beside the stored row, which stays to be seen;
/// one correction a bank, a later one adds to it. Trouble: empty_name (a bank the directory does not know needs a
/// name), not_a_choice (a number without digits, or one that is known to belong to somebody else), nothing_to_do.
ledger::Result<ledger::Change> correct_issuer(const State& state, const ledger::Knowledge& knowledge,
                                              ledger::IssuerCorrection wanted);

/// The stored number of a bank was found wrong. Trouble: no_such.
ledger::Result<ledger::Change> report_issuer(const State& state, const ledger::Knowledge& knowledge,
                                             const std::string& issuer, const std::string& note);

}  // namespace app
