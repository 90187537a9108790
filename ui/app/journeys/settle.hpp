#pragma once
#include <vector>

#include "ui/app/journeys/journey.hpp"

namespace app {

/// How far from its due date a payment may lie and still settle an occurrence, in days. Source: a bill is mostly paid
/// after its notice, which comes about two weeks ahead, and seldom more than a month late.
struct SettleWindow {
    int early = 20;
    int late = 35;
};

/// Could this payment settle a bill at all, by its words? Few could: asked first, the many others need not be kept.
bool could_settle(const ledger::Book& book, const ledger::Entry& payment);

/// Which of these new entries pay which open occurrence of a bill. A payment fits when the payee is the bill's
/// (`same_payee`), the currency agrees and the date lies in the window; then the exact amount wins over a part of it
/// and that over too much (half as much again at most), the account the bill is paid from over another, early over
/// late, and the nearest due date over a farther one. Each payment settles at most one occurrence. Ids are given from
/// the Book's next number on. What comes into a card pays its statement by itself; only a payment whose other side no
/// file has told yet is linked to it, by the card's name or last digits.
std::vector<ledger::Settlement> settle(const ledger::Book& book, const ledger::History& history, ledger::Today today,
                                       const std::vector<ledger::Entry>& entries, const SettleWindow& window = {});
std::vector<ledger::Settlement> settle(const State& state, const std::vector<ledger::Entry>& entries,
                                       const SettleWindow& window = {});

}  // namespace app
