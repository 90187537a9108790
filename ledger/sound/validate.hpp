#pragma once
#include "ledger/facts/change.hpp"

namespace ledger {

/// What the amounts of all recorded entries sum to, signs aside; at least that. In minor units of whatever currency.
using Turnover = std::function<std::int64_t()>;

/// What would make the ledger contradict itself, empty when the Change is sound. Nothing unsound reaches the store.
///
/// The law: every amount in a sound Book has its account's or bill's currency, every date lies within the ledger's
/// years, every number within its range, what a fact names is there, and every sum fits. References exist, splits sum,
/// both sides of a transfer go together, a payment covers what it settles. What is not touched but names what is
/// touched must fit it afterwards as well.
///
/// `turnover` is asked only where a Change adds to what the entries sum to; without it there are none.
Problems validate(const Book& book, const Change& change, const FindEntry& find_entry, const Turnover& turnover = {});

/// What of this Book, as it was read from a file, arithmetic cannot bear: by the law above, but without what is asked
/// only of facts that are entered (a name, a name of its own).
struct Unsound {
    Step mends{};  ///< takes the fact out, or the part of it that is unsound
    Problems problems{};
};
std::vector<Unsound> unsound(const Book& book);

/// The largest number that a fact may have: they are counted up from 1.
inline constexpr std::int64_t largest_number = 1'000'000'000'000'000;

/// The number of a row that is left out is not given again.
void keep_number(Book& book, std::size_t kind, std::int64_t number);

/// Takes what is unsound out of the Book, and what names it then, and notes it in `left_out`.
void leave_out_unsound(Book& book);

}  // namespace ledger
