#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ledger/values/date.hpp"
#include "ledger/values/id.hpp"
#include "ledger/values/money.hpp"

namespace ledger {

enum class AccountType { checking, savings, cash, wallet, card, loan };

/// Which part of a card bill bears interest when it is not paid in full. Source: DOMAIN §2.2.
enum class InterestMethod {
    full,    ///< every purchase from its posting date, the repaid part until its repayment (quan-e ji-xi)
    unpaid,  ///< only what stays unpaid, from its posting date (bu-fen ji-xi)
    adb      ///< average daily balance over the cycle
};

/// From when what is not paid in full bears interest. Source: DOMAIN §2.2 (mainland China), §2.6 (Hong Kong).
enum class InterestStart {
    posting,   ///< each purchase from its posting date
    statement  ///< the whole from the statement date, and what is bought later from its own date
};

/// The terms of a card as its issuer states them. Everything may be edited; what a statement prints wins over any
/// formula.
struct CardTerms {
    std::string issuer{};            ///< key in the issuer directory ("icbc"), empty = unknown
    int statement_day = 1;           ///< 1–31, clamped at month end; a purchase on this day belongs to this statement
    std::optional<int> due_day{};    ///< day of month, the first such day after the statement; or
    std::optional<int> due_after{};  ///< days after the statement date. Exactly one of the two is set
    std::optional<Money> limit{};
    Rate minimum_rate{
        100'000'000};  ///< share of the general balance; 10 % (usual in mainland China before 2017; issuers differ)
    std::optional<Money> minimum_floor{};
    Rate daily_rate{500'000};  ///< 0.0005 a day (usual in mainland China; issuers differ)
    InterestMethod interest = InterestMethod::full;
    Rate late_rate{50'000'000};  ///< 5 % of the unpaid part of the minimum, once per missed due date
    std::optional<Money> late_floor{};
    std::optional<Money> late_cap{};
    int grace_days = 0;                ///< changes the cost afterwards, never the alarm
    std::optional<Money> tolerance{};  ///< short by no more than this counts as paid in full
    std::string preset{};  ///< key of the regional preset these terms began with ("TW"); its source stands beside it in
                           ///< the seed data
    std::optional<Rate>
        minimum_older{};  ///< share of what was brought forward, where it is not `minimum_rate` (Taiwan: 2 %)
    bool floor_on_share =
        false;  ///< the floor is under the share alone and the rest is added to it (Taiwan); else under the whole
    bool charges_in_full = true;    ///< interest and fees on the statement are part of the minimum in full
    bool share_of_charges = false;  ///< … and the share is taken of them as well (United States)
    InterestStart interest_from = InterestStart::posting;
    Rounding rounding = Rounding::half_up;  ///< of each line of interest
    std::int64_t round_to = 1;              ///< in minor units: 100 = whole dollars, as Taiwanese issuers print
    std::vector<Money> late_steps{};  ///< a fixed late fee for the first, second … miss in a row, nothing after the
                                      ///< last; empty = a share of what is unpaid
    std::optional<Rate> cash_rate{};  ///< interest a day on cash, where it is not `daily_rate`
    Rate cash_fee_rate{};             ///< fee for taking cash, as a share
    std::optional<Money> cash_fee_floor{};
    friend bool operator==(const CardTerms&, const CardTerms&) = default;
};

/// What was overdue on a card when it was typed in, as its holder said it: the ledger knows no statement of that time.
struct Overdue {
    Date since{};    ///< the oldest due date whose minimum was not met
    Money amount{};  ///< positive: what of the minimums due up to `as_of` was not covered by then
    Date as_of{};    ///< payments of this day and later count towards it
    friend bool operator==(const Overdue&, const Overdue&) = default;
};

/// Where money is or is owed. A card's or loan's balance is negative while money is owed.
struct Account {
    AccountId id{};
    std::string name{};
    AccountType type = AccountType::checking;
    Currency currency{};
    Money opening{};  ///< balance before the first entry
    Date opening_date{};
    std::string number{};             ///< the last digits of the account or card, at most four: all that is ever kept
    std::optional<CardTerms> card{};  ///< for type card
    AccountId pay_from{};             ///< card: the account that usually pays its bill
    bool archived = false;
    std::optional<Overdue> overdue{};  ///< for type card
    friend bool operator==(const Account&, const Account&) = default;
};

/// Can bills be paid from it directly?
inline bool pays_bills(AccountType type)
{
    return type != AccountType::card && type != AccountType::loan;
}

}  // namespace ledger
