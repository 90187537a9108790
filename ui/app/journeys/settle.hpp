#pragma once
#include <map>
#include <string>
#include <vector>

#include "ledger/facts/payee.hpp"
#include "ui/app/journeys/journey.hpp"

namespace app {

/// How far from its due date a payment may lie and still settle an occurrence, in days. Source: a bill is mostly paid
/// after its notice, which comes about two weeks ahead, and seldom more than a month late.
struct SettleWindow {
    int early = 20;
    int late = 35;
};

/// By which words each bill is known, made ready once.
class BillNames {
public:
    explicit BillNames(const ledger::Book& book);

    /// Could this payment settle a bill at all, by its words? Few could: asked first, the many others need not be kept.
    bool any_fits(const ledger::Entry& payment) const;
    bool fits(ledger::BillId bill, const ledger::Entry& payment) const;

private:
    struct Known {
        ledger::PayeeName name{};
        std::string digits{};  ///< the last four of a card
        bool fits(const ledger::PayeeName& payee, const ledger::Entry& payment) const;
    };
    std::map<ledger::BillId, Known> known_;
};

/// What payments pay, and which earlier guesses they take the place of.
struct Settled {
    std::vector<ledger::Settlement> links{};
    std::vector<ledger::SettlementId> instead_of{};
    void into(ledger::Change& change) const;  ///< as steps
};

/// Which of these new entries pay which open occurrence of a bill. A payment fits when the payee is the bill's
/// (`same_payee`), the currency agrees and the date lies in the window. It settles the occurrence whose due date is
/// nearest, whether that lies ahead or has passed; where that one is paid already, it was for one that is overdue, the
/// oldest first, else for the next. The exact amount wins over the sum of several occurrences in a row, that over a
/// part, and a part over too much (half as much again at most); the account the bill is paid from wins over another. A
/// guess that was less than exact makes room for an exact one; what a person linked stays. No cent pays twice. A fee or
/// a payment that came back pays nothing. Ids are given from the Book's next number on. What comes into a card pays its
/// statement by itself; only a payment whose other side no file has told yet is linked to it, by the card's name or
/// last digits.
Settled settle(const ledger::Book& book, const ledger::History& history, ledger::Today today,
               const std::vector<ledger::Entry>& entries, const SettleWindow& window = {});
Settled settle(const State& state, const std::vector<ledger::Entry>& entries, const SettleWindow& window = {});

/// The same for a bill that was typed in after its payments: of all that the register of the last three years holds and
/// that pays nothing yet.
Settled settle_past(const State& state, const ledger::Bill& bill);

}  // namespace app
