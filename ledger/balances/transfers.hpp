#pragma once
#include <vector>

#include "ledger/facts/book.hpp"

namespace ledger {

/// How two entries on two own accounts belong together.
enum class TransferKind {
    moved,  ///< the two sides of one movement: the card repayment in the bank's file and in the card's, money put aside
    funded,     ///< one purchase (or refund) in two files: the bank's side paid for what the wallet's side names. The
                ///< bank's becomes a movement to the wallet, whose other side is made; the wallet's stays what it is
    topped_up,  ///< the bank's words say that the wallet was filled or emptied, and the wallet has no entry for it: the
                ///< other side is made
};

struct TransferPair {
    EntryId out{};      ///< moved: the side from which the money leaves; else the bank's side
    EntryId in{};       ///< moved: the side at which it arrives; funded: the wallet's side; topped_up: none
    int days = 0;       ///< how far apart they were booked
    bool sure = false;  ///< the words or the kind of account say so too; else it is only a proposal
    TransferKind kind = TransferKind::moved;
    AccountId make_on{};  ///< funded, topped_up: the wallet, on which the other side is made
    friend bool operator==(const TransferPair&, const TransferPair&) = default;
};

/// Pairs among `entries` (those lately imported and those around them), each entry in at most one; the surest and
/// nearest first. A pair lies on two accounts of one currency, has amounts of one size and is booked at most `days`
/// apart. Entries that already belong to a transfer, are split, or were reconciled are left alone. Where a payment
/// could meet several, and something is left over, none is sure.
std::vector<TransferPair> find_transfers(const Book& book, const std::vector<Entry>& entries, int days = 4);

}  // namespace ledger
