#pragma once
#include "ledger/sound/checks.hpp"

// What each kind of fact must hold, by itself and towards the Book. The law that all of it serves: every amount has its
// account's or bill's currency, every date lies within the ledger's years, every number within its range, and what a
// fact names is there.
namespace ledger {

void check(Checks&, const Account&);
void check(Checks&, const Category&);
void check(Checks&, const Batch&);
void check(Checks&, const Entry&);
void check(Checks&, const Bill&);
void check(Checks&, const Income&);
void check(Checks&, const Settlement&);  ///< but for the entry it names, which the Book does not have
void check(Checks&, const Adjustment&);
void check(Checks&, const CardStatement&);
void check(Checks&, const Plan&);
void check(Checks&, const Contact&);
void check(Checks&, const Paper&);
void check(Checks&, const Notice&);
void check(Checks&, const Rule&);
void check(Checks&, const StatementFormat&);
void check(Checks&, const IssuerCorrection&);
void check(Checks&, const Holiday&);
void check(Checks&, const ExchangeRate&);
void check(Checks&, const Dismissal&);
void check(Checks&, const Preferences&);

void check(Checks&, const CardTerms&, Currency);      ///< the terms of a card in this currency
void check(Checks&, const Recurrence&, Date first);   ///< a rule whose first date is this
void check_payer(Checks&, AccountId from, Currency);  ///< may bills in this currency be paid from it? 0 may

}  // namespace ledger
