#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "ledger/import/plan.hpp"

namespace ledger {

/// One way to get the money out of a row, in hundredths of a hundredth so that readings can be compared without a currency.
struct RowMoney {
    std::optional<std::int64_t> amount{};   ///< as the columns have it, before any flip
    std::optional<std::int64_t> balance{};
    std::int64_t fee = 0;
    bool both_sides = false;
    bool unreadable = false;
    Side side = Side::none;
};

/// Reads the money of one record as `plan` says, scaled to `places` decimals.
RowMoney money_of(const Record&, const TablePlan& plan, int places);

/// Does the direction column say the sign, or do the amounts carry it themselves (and the direction only repeats it)?
bool direction_gives_sign(const Table&, const Layout&, const TablePlan&);

/// How well the balances follow from the amounts.
struct Chain {
    int links = 0;        ///< neighbouring rows that both have a balance
    int proved = 0;       ///< of these, agree
    bool newest_first = false;
    bool before = false;  ///< the balance stands before the movement
    bool inverted = false;///< they agree with the amounts taken the other way
    bool fee_taken = false;
    double strength() const { return links == 0 ? 0.0 : static_cast<double>(proved) / links; }
};
/// `order`: +1 where the days of the file go up, -1 where they go down, 0 where they do not say. A file from old to new whose balances
/// stand before the movements looks like one from new to old with its signs turned: only the days tell the two apart.
Chain chain_of(const std::vector<RowMoney>&, int order);

/// Tries every way to take the money from the columns and sets the best in the plan (amount, debit, credit, direction, balance, fee).
/// False when no column holds money.
bool choose_money(const Table&, const Layout&, const Surroundings&, TablePlan&);

/// Decides whether money out is written positive, from the balances, from words in the rows, from the header, from the account.
void choose_sign(const Table&, const Layout&, const Surroundings&, const ReadHints&, TablePlan&);

}  // namespace ledger
