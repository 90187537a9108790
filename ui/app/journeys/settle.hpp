#pragma once
#include <vector>

#include "ui/app/session.hpp"

namespace app {

/// How far from its due date a payment may lie and still settle an occurrence, in days. Source: a bill is mostly paid after its notice,
/// which comes about two weeks ahead, and seldom more than a month late.
struct SettleWindow {
    int early = 20;
    int late = 35;
};

/// Which of these new entries pay which open occurrence of an entered bill. A payment fits when the payee is the bill's (one name contains
/// the other, letter case aside), the currency agrees and the date lies in the window; then the exact amount wins over a part of it, and the
/// nearest due date over a farther one, early before late. Each payment settles at most one occurrence, each occurrence at most what it owes.
/// Ids are given from the Book's next number on. Card bills need none: what comes into the card pays it.
std::vector<ledger::Settlement> settle(const State& state, const std::vector<ledger::Entry>& entries, const SettleWindow& window = {});

}  // namespace app
