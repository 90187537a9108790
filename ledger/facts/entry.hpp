#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ledger/values/date.hpp"
#include "ledger/values/id.hpp"
#include "ledger/values/money.hpp"

namespace ledger {

enum class EntryStatus { pending, cleared, reconciled };

/// One part of an entry that belongs to several categories.
struct EntrySplit {
    CategoryId category{};
    Money amount{};  ///< signed like the entry; the parts sum to it exactly
    std::string memo{};
    friend bool operator==(const EntrySplit&, const EntrySplit&) = default;
};

/// One line of an account's register. Positive = money in, seen from the account.
struct Entry {
    EntryId id{};
    AccountId account{};
    Date date{};                   ///< transaction date
    std::optional<Date> posted{};  ///< posting date, where the bank gave one
    Money amount{};
    std::string payee{};
    std::string memo{};
    CategoryId category{};  ///< 0 = none yet, or split, or a transfer
    bool chosen = false;  ///< a person gave that category; else it was guessed. What was chosen teaches the next import
    std::vector<EntrySplit> splits{};
    EntryStatus status = EntryStatus::cleared;
    TransferId transfer{};  ///< the same on both sides of a transfer; 0 = no transfer
    BatchId batch{};        ///< the import it came with; 0 = typed in
    std::string bank_id{};  ///< the bank's own number for it, where there is one
    friend bool operator==(const Entry&, const Entry&) = default;
};

/// One import of one file: what came in together can be taken back together.
struct Batch {
    BatchId id{};
    AccountId account{};
    std::string file{};  ///< name without folder
    Moment at{};
    std::string format{};  ///< Reading::id
    int entries = 0;
    friend bool operator==(const Batch&, const Batch&) = default;
};

}  // namespace ledger
