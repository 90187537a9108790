#pragma once
#include <vector>

#include "ledger/facts/book.hpp"

namespace ledger {

/// Two entries on two own accounts that look like the two sides of one movement: the card repayment in the bank's file and in the card's,
/// the top-up of a wallet, money put aside.
struct TransferPair {
    EntryId out{};   ///< the side from which the money leaves
    EntryId in{};
    int days = 0;    ///< how far apart they were booked
    bool sure = false;  ///< the words or the kind of account say so too; else it is only a proposal
    friend bool operator==(const TransferPair&, const TransferPair&) = default;
};

/// Pairs among `entries` (those lately imported and those around them), each entry in at most one; the surest and nearest first.
/// A pair has opposite amounts in one currency, lies on two accounts and is booked at most `days` apart. Entries that already belong to a
/// transfer, are split, or were reconciled are left alone. Where a payment could meet several, and nothing tells them apart, none is sure.
std::vector<TransferPair> find_transfers(const Book& book, const std::vector<Entry>& entries, int days = 4);

}  // namespace ledger
