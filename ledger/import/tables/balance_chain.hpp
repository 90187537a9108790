#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "ledger/import/words/words.hpp"

namespace ledger {

/// One way to get the money out of a row, in hundredths of a hundredth so that readings can be compared without a
/// currency.
struct RowMoney {
    std::optional<std::int64_t> amount{};  ///< as the columns have it, before any flip
    std::optional<std::int64_t> balance{};
    std::int64_t fee = 0;
    bool both_sides = false;
    bool unreadable = false;
    Side side = Side::none;
};

/// How well the balances follow from the amounts.
struct Chain {
    int links = 0;   ///< neighbouring rows that both have a balance
    int proved = 0;  ///< of these, agree
    bool newest_first = false;
    bool before = false;    ///< the balance stands before the movement
    bool inverted = false;  ///< they agree with the amounts taken the other way
    bool fee_taken = false;
    double strength() const { return links == 0 ? 0.0 : static_cast<double>(proved) / links; }
};
/// `order`: +1 where the days of the file go up, -1 where they go down, 0 where they do not say. A file from old to new
/// whose balances stand before the movements looks like one from new to old with its signs turned: only the days tell
/// the two apart.
Chain chain_of(const std::vector<RowMoney>&, int order);

/// Unsigned amounts whose direction only the balances tell: how often does the balance move by the amount, up or down?
Chain steps_of(const std::vector<RowMoney>&);

/// What the balances say of each row's direction: +1, -1, or 0 where there is nothing to compare with.
std::vector<int> directions_proved(const std::vector<RowMoney>&, bool newest_first);

}  // namespace ledger
