#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ledger/values/date.hpp"
#include "ledger/values/id.hpp"
#include "ledger/values/money.hpp"
#include "ledger/values/recurrence.hpp"

namespace ledger {

enum class BillSource {
    entered,  ///< the user's own: rent, power, school
    card,     ///< the statements of one card account; made with the card
    plan      ///< what was agreed with a bank; made with the plan
};

struct ScheduledPart {
    Date due{};
    Money amount{};  ///< positive
    friend bool operator==(const ScheduledPart&, const ScheduledPart&) = default;
};

/// How a bill's rule was before it was changed for what followed. The past stays as it was agreed then.
struct EarlierRule {
    Date until{};  ///< the last day, by the rule, on which it held
    Money amount{};
    std::optional<Money> lowest{};
    bool estimate = false;
    std::optional<Money> minimum{};
    Date first_due{};
    Recurrence repeat{};
    friend bool operator==(const EarlierRule&, const EarlierRule&) = default;
};

/// Why a bill is hard to pay, as the user said. Asked once and never guessed; kept with the bill, on this machine.
struct Hardship {
    std::string reason{};  ///< key in the hardship knowledge ("job_loss"); never empty
    std::optional<Date> since{};
    std::optional<Date> until{};           ///< when it should be better, where that is known
    std::optional<Money> income_change{};  ///< a month, signed
    std::optional<Money> pay_now{};        ///< what can be paid at once; positive
    friend bool operator==(const Hardship&, const Hardship&) = default;
};

/// Something that has to be paid, once or again and again. One numbering for all three sources, so that "bill 3" is
/// enough to name it.
struct Bill {
    BillId id{};
    BillSource source = BillSource::entered;
    std::string payee{};
    Money amount{};         ///< positive; entered: each time. card, plan: unused (zero)
    bool estimate = false;  ///< the amount is a guess
    Date first_due{};
    Recurrence repeat{};
    AccountId pay_from{};            ///< 0 = the account most likely to pay (`paying_account`)
    std::optional<Money> minimum{};  ///< the least that keeps it in order, where there is such a thing
    bool autopay = false;
    bool essential = false;
    std::string issuer{};  ///< key in the issuer directory, where the payee is a bank
    CategoryId category{};
    AccountId card{};                       ///< source card: whose statements
    PlanId plan{};                          ///< source plan: which plan
    std::vector<ScheduledPart> schedule{};  ///< source plan: every payment agreed, ascending
    bool ended = false;                     ///< no more occurrences; the past stays
    std::optional<Money> lowest{};          ///< of a range: it asks for something between this and `amount`
    int learn_from =
        0;  ///< n ≥ 1: what comes next is the mean of the last n that were paid; `amount` until there is one
    std::vector<EarlierRule> earlier{};  ///< ascending; `first_due` and `repeat` hold after the last of them
    std::optional<Hardship> hardship{};
    std::optional<Date> owed_from{};  ///< occurrences before this one are not asked for: they lie before the history
    friend bool operator==(const Bill&, const Bill&) = default;
};

/// Money that is expected to come, once or again and again.
struct Income {
    IncomeId id{};
    std::string payer{};
    Money amount{};  ///< positive
    Date next{};
    Recurrence repeat{};
    AccountId to{};  ///< 0 = the account most likely to receive it
    CategoryId category{};
    bool ended = false;
    std::optional<Money> highest{};  ///< of a range: something between `amount`, which is reckoned with, and this
    int learn_from = 0;              ///< n ≥ 1: what comes next is the mean of the last n that came
    friend bool operator==(const Income&, const Income&) = default;
};

/// This entry pays this occurrence, in whole or in part. "Paid" is this link and not a date.
struct Settlement {
    SettlementId id{};
    BillId bill{};
    Date due{};  ///< which occurrence, by the rule, before any shift off a weekend
    EntryId entry{};
    Money amount{};  ///< positive
    Date paid_on{};
    bool chosen = false;  ///< a person linked it; else it was guessed, and a better guess may take its place
    friend bool operator==(const Settlement&, const Settlement&) = default;
};

/// One occurrence of a bill or of an income that differs from the rule: skipped, moved or of another amount.
struct Adjustment {
    AdjustmentId id{};
    BillId bill{};
    Date due{};  ///< which occurrence, by the rule
    bool skipped = false;
    std::optional<Date> moved_to{};
    std::optional<Money> amount{};
    IncomeId income{};  ///< set where it is an income's, and then `bill` is 0
    friend bool operator==(const Adjustment&, const Adjustment&) = default;
};

/// "This does not come again": a payment or income that was found to recur and is not to be expected, nor offered, ever
/// again.
struct Dismissal {
    DismissalId id{};
    AccountId account{};    ///< on which it was found
    std::string payee{};    ///< as the entries have it; empty where they have none and the category stood for it
    CategoryId category{};  ///< only where the payee is empty
    Money amount{};         ///< as it usually was: in positive, out negative; tells two streams of one payee apart
    friend bool operator==(const Dismissal&, const Dismissal&) = default;
};

/// What a card issuer printed. It wins over what the terms and entries give.
struct CardStatement {
    CardStatementId id{};
    AccountId card{};
    Date closed{};  ///< statement date
    Date due{};
    Money balance{};  ///< positive = owed
    Money minimum{};
    friend bool operator==(const CardStatement&, const CardStatement&) = default;
};

/// A day on which banks are closed, as the user's own list has it: a bill or income that shifts off weekends shifts off
/// this too.
struct Holiday {
    HolidayId id{};
    Date date{};
    std::string name{};
    friend bool operator==(const Holiday&, const Holiday&) = default;
};

}  // namespace ledger
