#pragma once
#include <string>
#include <vector>

#include "ledger/facts/bill.hpp"
#include "ledger/values/date.hpp"

namespace app {

/// One statement of the sample household, byte for byte as the bank's or the wallet's export would be.
struct SampleStatement {
    std::string file{};     ///< name without folder
    std::string account{};  ///< which of `SampleHousehold::accounts` it belongs to
    std::string bytes{};
};

struct SampleAccount {
    std::string name{};
    std::string type{};        ///< as the command line spells it
    std::int64_t opening = 0;  ///< fen; what the account held before its first row
    ledger::Date opening_date{};
    int statement_day = 0, due_after = 0;  ///< card only
    std::int64_t limit = 0;
};

struct SampleBill {
    std::string payee{};
    std::int64_t amount = 0;  ///< fen
    ledger::Date due{};       ///< the next one
    bool estimate = false, essential = false;
};

/// A family of three in a mainland city: one salary, a translator's income in a wallet, rent, kindergarten, a card. The
/// figures are made by rule from `today`, so that the story is always about the coming two weeks: since two months the
/// salary is smaller, and a refrigerator stands on the card bill that falls due before the next pay.
struct SampleHousehold {
    std::vector<SampleAccount> accounts{};
    std::vector<SampleStatement> statements{};
    std::vector<SampleBill> bills{};
};

SampleHousehold sample_household(ledger::Today today);

}  // namespace app
