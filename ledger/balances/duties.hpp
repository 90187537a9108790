#pragma once
#include <optional>
#include <vector>

#include "ledger/balances/history.hpp"

namespace ledger {

enum class DutyStatus { upcoming, due, partly_paid, paid, minimum_paid, overdue, in_plan };

/// One occurrence of a bill: what is to be paid by one due date, and what has been paid towards it.
struct Duty {
    BillId bill{};
    BillSource source = BillSource::entered;
    std::string payee{};
    Date due{};         ///< by when, after any agreed move
    Date occurrence{};  ///< by the rule: names the occurrence in Settlements and Adjustments
    Money amount{};     ///< positive; for a card the statement balance
    std::optional<Money> minimum{};
    Money paid{};        ///< positive; by entries that still stand
    Money refunded{};    ///< card: purchases of it that were taken back; no payment of the minimum
    Money still_owed{};  ///< amount − paid − refunded, never negative
    DutyStatus status = DutyStatus::upcoming;
    Money arrears{};  ///< card: what of all its minimums whose due date has passed is not covered; of its own
                      ///< one alone where a later statement asks for the rest
    std::optional<Date> late_since{};  ///< the oldest due date that was not met; nothing where all were
    AccountId pay_from{};              ///< 0 only where the ledger has no account that could pay
    AccountId card{};                  ///< source card
    std::optional<Money> lowest{};     ///< of a range or of what was learnt; `amount` is what is reckoned with
    bool estimate = false, autopay = false, essential = false;
    bool projected = false;   ///< a card statement that has not closed yet
    bool superseded = false;  ///< a card statement after which another closed, which asks for what this one left
    std::string issuer{};

    /// The least that is still needed for the minimum; zero where there is no minimum or it is met.
    Money minimum_still_owed() const;
    Date since() const { return late_since.value_or(due); }  ///< the date that counts: when it was due, or is
    int days_past_due(Today today) const { return late_since ? days_between(*late_since, today.date) : 0; }
    int days_after_due(Today today) const { return days_between(since(), today.date); }  ///< < 0: ahead
    bool late() const { return late_since.has_value(); }
    bool open() const { return status != DutyStatus::paid && still_owed.positive(); }
};

/// Money that is expected on one day.
struct Expected {
    IncomeId income{};
    std::string payer{};
    Date date{};
    Date occurrence{};  ///< by the rule
    Money amount{};     ///< positive
    AccountId to{};
};

/// Every occurrence due in [from, to], by due date; paid ones too. Skipped ones are left out.
std::vector<Duty> duties(const Book& book, const History& history, Date from, Date to, Today today);

/// What still has to be paid from long overdue up to `horizon`: open duties of the last 12 months and all ahead; what
/// comes once, and what is in arrears on a card, however old it is.
std::vector<Duty> open_duties(const Book& book, const History& history, Date horizon, Today today);

/// The open occurrence of this bill that comes first, or the next one where none is open.
std::optional<Duty> current_duty(const Book& book, const History& history, BillId bill, Today today);

/// This occurrence of the bill, by its day in the rule; nothing where there is none or it is skipped.
std::optional<Duty> duty_on(const Book& book, const History& history, BillId bill, Date occurrence, Today today);

/// What a bill that varies is reckoned with: the mean of the last `n` occurrences that were paid before `before`,
/// rounded half up, and the smallest of them; nothing where none was.
struct LastPaid {
    Money mean{}, lowest{}, highest{};
    int from = 0;  ///< of so many
};
std::optional<LastPaid> last_paid(const Book& book, BillId bill, int n, Date before);

/// What an occurrence that is still open is reckoned with: what was learnt, where the bill or income learns and there
/// was something to learn from; else what was entered.
Money usual_amount(const Book& book, const Bill& bill);
Money usual_amount(const Book& book, const History& history, const Income& income);

/// Confirmed incomes expected in [from, to], by date; skipped ones left out. One that is learnt takes the mean of what
/// came from its payer lately.
std::vector<Expected> expected_incomes(const Book& book, const History& history, Date from, Date to);

/// The days off that bills and incomes step over, ascending.
std::vector<Date> holidays_of(const Book& book);

/// The account that will most likely pay in this currency: the named one, else the checking account with the most
/// entries lately, else any that can pay.
AccountId paying_account(const Book& book, const History& history, AccountId named, Currency currency);

}  // namespace ledger
