#pragma once
#include <map>
#include <optional>
#include <string>

#include "ledger/values/date.hpp"
#include "ledger/values/id.hpp"
#include "ledger/values/money.hpp"

namespace ledger {

/// "When an entry looks like this, it is that." Applied on import and on demand; the first that fits wins, in order of
/// place and id.
struct Rule {
    RuleId id{};
    int place = 0;        ///< smaller ones are tried first
    std::string text{};   ///< found in payee or memo, letter case, accents and punctuation aside; empty = any
    std::string payee{};  ///< is the whole payee, likewise; empty = any
    AccountId account{};  ///< 0 = any
    std::optional<Money> at_least{};  ///< bounds on the signed amount, inclusive
    std::optional<Money> at_most{};
    std::string set_payee{};    ///< empty = leave
    CategoryId set_category{};  ///< 0 = leave
    AccountId set_transfer{};   ///< it is money moved to or from this account; 0 = leave
    friend bool operator==(const Rule&, const Rule&) = default;
};

/// How one bank's file is to be read, as the user confirmed it. Recognised again by `signature`.
struct StatementFormat {
    FormatId id{};
    std::string name{};
    std::string signature{};  ///< the header's words, or the shape of the columns where there is no header
    AccountId account{};      ///< the account such files belong to, where that is settled
    std::string encoding{};
    char delimiter = ',';
    int header_line = 0;       ///< from 1; 0 = no header
    std::string date_order{};  ///< ymd, dmy or mdy
    char decimal = '.';
    std::map<std::string, int> columns{};  ///< role → column from 1; 0 = no (`flip`)
    friend bool operator==(const StatementFormat&, const StatementFormat&) = default;
};

/// What the user knows better than the directory that came with the program.
struct IssuerCorrection {
    CorrectionId id{};
    std::string issuer{};   ///< key in the directory, or a new one
    std::string name{};     ///< empty = as in the directory
    std::string hotline{};  ///< empty = as in the directory
    std::string note{};
    std::string source{};  ///< where the user has it from: "back of the card", "letter of 3 May"
    std::optional<Date> noted{};
    bool wrong = false;  ///< the stored number was found wrong, whether or not a better one is known
    friend bool operator==(const IssuerCorrection&, const IssuerCorrection&) = default;
};

/// What one `from` was worth in `to` on a day, as entered or imported. Holds until the next one of the same pair.
struct ExchangeRate {
    ExchangeRateId id{};
    Date date{};
    Currency from{}, to{};
    Rate rate{};
    static constexpr Rate largest{1'000'000 * Rate::one};
    friend bool operator==(const ExchangeRate&, const ExchangeRate&) = default;
};

/// How the program is to behave. One of these per ledger.
struct Preferences {
    std::string language{};  ///< en, zh_CN or zh_TW; empty = the system's
    std::string region{};  ///< country whose banks, terms and helplines apply; empty = from the language. Separate from
                           ///< the script
    Currency currency{};   ///< for new accounts and totals
    Money buffer{};        ///< what should stay in the paying account; zero by default
    int lead_days = 14;    ///< warn so many days ahead, at most
    int quiet_from = 22, quiet_to = 8;  ///< hours in which no notification is shown
    bool notify = true;
    bool autostart = false;
    std::string theme{};           ///< light, dark; empty = the system's
    std::string holder_name{};     ///< for letters; stays on this machine
    std::string watched_folder{};  ///< offers new statements; empty = off
    friend bool operator==(const Preferences&, const Preferences&) = default;
};

}  // namespace ledger
