#pragma once
// What is concluded from the facts: the words in which `assess` answers. Nothing of it is ever stored.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "alerts/level.hpp"
#include "ledger/balances/duties.hpp"

namespace alerts {

enum class CauseKind {
    balance_today,    ///< what is there now
    income_expected,  ///< comes before the due date
    income_late,      ///< should have come by now
    income_after,     ///< comes soon after the due date
    bill_before,      ///< has to be paid before
    regular_payment,  ///< learnt: comes every month or week, before the due date
    usual_spending    ///< everyday money until the due date
};

/// One thing that makes the difference between enough and not enough.
struct Cause {
    CauseKind kind{};
    std::string name{};      ///< payee or payer; empty for usual spending
    ledger::Money amount{};  ///< signed as it moves the account
    ledger::Date date{};
    ledger::Money when_short{};  ///< usual spending: what it takes in the cases that come out short; else like `amount`
    int times = 1;               ///< before the due date; `amount` is of all of them and `date` of the first
};

/// Money to be moved between own accounts so that a duty can be paid.
struct MoneyMove {
    ledger::AccountId from{}, to{};
    std::string from_name{}, to_name{};
    ledger::Money amount{};  ///< positive; what `from` can spare with its own bills safe
    ledger::Date by{};       ///< the last day on which it arrives in time
};

/// What is judged of one duty. Probabilities are shares in [0.005, 0.995]; absent while there is too little history.
struct Finding {
    ledger::Duty duty{};
    Level level = Level::safe;  ///< after sensible moves; where one is needed never better than tight
    Level alone = Level::safe;  ///< as the paying account stands by itself
    std::optional<double>
        p_short{};  ///< the paying account by itself holds less than still_owed when the duty is to be paid
    std::optional<double> p_short_after{};  ///< the same once `moves` are made; as p_short where there is none
    std::vector<MoneyMove> moves{};  ///< needed, and possible in time; where they do not suffice they are all there is
    std::optional<double> p_short_minimum{};
    ledger::Money
        expected_shortfall{};        ///< how much is missing in the usual case that it is short; zero when never short
    ledger::Money balance_before{};  ///< median balance of the paying account just before the payment
    ledger::Date
        act_by{};  ///< the latest day on which acting still helps: due − transfer − bank − reaching it, in working days
    std::optional<ledger::Money> cost_if_missed{};  ///< interest and late fee, where the terms are known
    std::vector<Cause> because{};                   ///< three to five, the weightiest first
    bool urgent = false;                            ///< act_by is within three days or has passed
};

/// The end-of-day balance of one account, in minor units.
struct BandDay {
    ledger::Date date{};
    std::int64_t p05 = 0, p25 = 0, p50 = 0, p75 = 0, p95 = 0;
    double p_negative = 0;
};

struct AccountOutlook {
    ledger::AccountId account{};
    ledger::Money balance{};
    int history_days = 0;
    bool enough_history = false;  ///< false: only what is scheduled is shown, and no probability
    std::vector<BandDay> daily{};
};

struct LowPoint {
    ledger::AccountId account{};
    ledger::Date date{};
    ledger::Money p50{};
    std::string because{};  ///< payee of the outflow that makes it the lowest; may be empty
};

struct SafeToSpend {
    ledger::Money amount{};  ///< never negative
    ledger::Date until{};    ///< the next income, or the end of the horizon
    double confidence = 0.9;
};

/// A recurring payment or income that was learnt and not typed in.
struct RecurringFound {
    ledger::AccountId account{};
    std::string payee{};
    std::uint32_t key = 0;          ///< with `amount` and `account`: which one
    ledger::Recurrence repeat{};    ///< as a bill or income would have it
    ledger::Date anchor{};          ///< a date of that rule at or before `next`, from which it is counted
    ledger::CategoryId category{};  ///< most usual
    int times = 0;                  ///< seen in the window looked back
    ledger::Date last{};            ///< when it last came
    bool transfer = false;          ///< between own accounts: expected, but neither bill nor income
    bool varies = false;            ///< the amount differs from time to time
    std::string period{};           ///< "monthly", "every 2 weeks" … as the contract prints it:
                                    ///< weekly|every-2-weeks|every-4-weeks|monthly|every-N-months|yearly
    ledger::Date next{};
    ledger::Money amount{};  ///< signed, the usual
    double confidence = 0;
    bool late = false;  ///< should have come by now
    bool ended = false;
};

/// An income that should have come by now and has not, by the rule of its own past: it fires on the day after the
/// latest day on which it ever came.
struct LateIncomeFound {
    ledger::AccountId account{};
    ledger::IncomeId income{};  ///< 0 where it was learnt and not confirmed
    std::string payer{};
    ledger::Money amount{};  ///< as it usually is; positive
    ledger::Date expected{};
    int days_late = 0;        ///< since the expected day
    double still_coming = 0;  ///< chance that it comes yet
    bool weighs = false;      ///< at least a fifth of what comes in, or a bill hangs on it: worth telling
};

/// P(end-of-day balance of an account is below an amount), as asked.
struct Below {
    ledger::Money amount{};
    ledger::Date date{};
    std::optional<double> p{};
};

enum class FollowUpKind {
    plan_missed,          ///< a payment of a plan is overdue
    call_before_missing,  ///< the forecast under a plan has weakened: its next payment is tight
    plan_first_reminder,  ///< a payment of a plan comes within a week
    plan_last_reminder,   ///< … within two days
    promise_not_seen,     ///< what the bank promised did not come by its day
    answer_due,           ///< asked the bank, and it has been silent for longer than it usually needs
    ask_again             ///< the day came that the user had noted
};

/// Something agreed or noted that wants to be looked at today.
struct FollowUp {
    FollowUpKind kind{};
    ledger::BillId bill{};        ///< the bill that was talked about
    ledger::PlanId plan{};        ///< of a plan
    ledger::ContactId contact{};  ///< of a noted talk
    std::string payee{};
    ledger::Date date{};     ///< the payment's, the promise's, the noted day
    ledger::Money amount{};  ///< the payment, or what was promised; zero where there is none
    std::optional<double> p_short{};
};

/// All that is concluded on one day from the facts. Never stored.
struct Assessment {
    ledger::Today today{};
    int days = 60;
    std::vector<Finding> findings{};         ///< most dangerous first
    std::vector<AccountOutlook> accounts{};  ///< those that can pay bills
    std::optional<LowPoint> lowest{};
    std::optional<SafeToSpend> safe_to_spend{};
    std::vector<RecurringFound> recurring{};
    std::vector<ledger::Expected> incomes{};
    std::vector<LateIncomeFound> late_incomes{};  ///< largest first
};

}  // namespace alerts
