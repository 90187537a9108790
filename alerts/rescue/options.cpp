#include "alerts/rescue/options.hpp"

#include <algorithm>

namespace alerts::options {

using ledger::Days;
using ledger::Duty;

Case::Case(const ledger::Book& in_book, const ledger::History& past, const PlanRequest& asked, const Policy& thresholds,
           const Prover& with, const Duty& of, std::vector<ledger::BillId> planned_for)
    : book{in_book},
      history{past},
      today{with.today()},
      request{asked},
      policy{thresholds},
      prover{with},
      duty{of},
      zero{0, of.amount.currency},
      owed{of.still_owed},
      pay_on{of.late() ? today.date + Days{1} : std::max(of.due, today.date + Days{1})},
      missing{with.missing(of)}
{
    if (missing.positive() &&
        with.knows(of.pay_from))  // nor may anything else fail in the two weeks in which nothing may be overdrawn
        missing = std::max(missing, with.falls_short(of.pay_from, std::max(pay_on, today.date + Days{overdraft_days})));
    if (asked.keep && asked.keep->currency == zero.currency) missing += *asked.keep;
    afford = affordable(book, history, today,
                        {.currency = zero.currency,
                         .debts = std::move(planned_for),
                         .income_change = asked.income_change,
                         .keep = asked.keep});
    can_wait = spending_that_can_wait(book, history, today, of.pay_from);
    budget = monthly_budget(afford, can_wait);
    if (of.source == ledger::BillSource::card)
        if (const auto* account = find<ledger::Account>(book, of.card); account && account->card) card = account;
}

}  // namespace alerts::options
