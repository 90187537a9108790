#include "alerts/telling/follow_up.hpp"

#include <algorithm>

namespace alerts {

namespace {

using ledger::Contact;
using ledger::Days;
using ledger::Duty;

constexpr int first_reminder = 7;  ///< days before a payment of a plan
constexpr int last_reminder = 2;

/// Did as much come in on the card, or on any account that pays, since that day?
bool came_in(const ledger::Book& book, const ledger::History& history, const ledger::Bill& bill, ledger::Money amount,
             ledger::Date since, ledger::Date until)
{
    return std::any_of(history.accounts.begin(), history.accounts.end(), [&](const auto& past) {
        const auto* account = find<ledger::Account>(book, past.first);
        if (!account || account->currency != amount.currency || (bill.card && past.first != bill.card)) return false;
        return std::any_of(past.second.rows.begin(), past.second.rows.end(), [&](const auto& row) {
            return row.minor == amount.minor && row.date >= since && row.date <= until && !row.transfer;
        });
    });
}

bool contacted_since(const ledger::Book& book, const Contact& contact)
{
    return std::any_of(book.contacts.begin(), book.contacts.end(), [&](const auto& other) {
        return other.second.bill == contact.bill && other.second.at > contact.at;
    });
}

void of_plan(const Finding& f, const ledger::Bill& bill, ledger::Today today, const Policy& policy,
             std::vector<FollowUp>& out)
{
    FollowUp said{.bill = f.duty.bill,
                  .plan = bill.plan,
                  .payee = f.duty.payee,
                  .date = f.duty.due,
                  .amount = f.duty.still_owed,
                  .p_short = f.p_short};
    const int days = ledger::days_between(today.date, f.duty.due);
    if (f.duty.late()) said.kind = FollowUpKind::plan_missed;
    else if (f.level >= Level::tight || (f.p_short && *f.p_short >= policy.tight))
        said.kind = FollowUpKind::call_before_missing;
    else if (days <= last_reminder) said.kind = FollowUpKind::plan_last_reminder;
    else if (days <= first_reminder) said.kind = FollowUpKind::plan_first_reminder;
    else return;
    out.push_back(std::move(said));
}

void of_contact(const ledger::Book& book, const ledger::History& history, const Contact& c, ledger::Today today,
                std::vector<FollowUp>& out)
{
    const auto& bill = book.bills.at(c.bill);
    FollowUp said{.bill = c.bill, .contact = c.id, .payee = bill.payee, .amount = {0, bill.amount.currency}};
    if (c.promise && !c.promise->kept && c.promise->by < today.date) {
        const bool seen = c.promise->kind == ledger::PromiseKind::waiver && c.promise->amount &&
                          c.promise->amount->positive() &&
                          came_in(book, history, bill, *c.promise->amount, ledger::day_of(c.at), today.date);
        if (!seen) {
            said.kind = FollowUpKind::promise_not_seen;
            said.date = c.promise->by;
            if (c.promise->amount) said.amount = *c.promise->amount;
            out.push_back(said);
        }
    }
    if (c.follow_up && *c.follow_up <= today.date && !contacted_since(book, c)) {
        said.kind = FollowUpKind::ask_again;
        said.date = *c.follow_up;
        out.push_back(said);
    }
}

void of_silence(const ledger::Book& book, const ledger::Plan& plan, ledger::Today today, const Policy& policy,
                std::vector<FollowUp>& out)
{
    if (plan.status != ledger::PlanStatus::proposed_to_bank) return;
    ledger::Date since = plan.accepted;
    for (const auto& [id, c] : book.contacts)
        if (c.bill == plan.bill) since = std::max(since, ledger::day_of(c.at));
    int working_days = 0;
    for (ledger::Date day = since + Days{1}; day <= today.date; day += Days{1})
        working_days += ledger::weekday_of(day) <= 5;
    if (working_days <= policy.bank_days) return;
    const auto& bill = book.bills.at(plan.bill);
    out.push_back({.kind = FollowUpKind::answer_due,
                   .bill = plan.bill,
                   .plan = plan.id,
                   .payee = bill.payee,
                   .date = plan.accepted,
                   .amount = {0, bill.amount.currency}});
}

}  // namespace

std::vector<FollowUp> follow_ups(const ledger::Book& book, const ledger::History& history, const Assessment& assessment,
                                 const Policy& policy)
{
    std::vector<FollowUp> out;
    for (const auto& f : assessment.findings)
        if (f.duty.source == ledger::BillSource::plan && f.duty.open())
            of_plan(f, book.bills.at(f.duty.bill), assessment.today, policy, out);
    for (const auto& [id, c] : book.contacts) of_contact(book, history, c, assessment.today, out);
    for (const auto& [id, plan] : book.plans) of_silence(book, plan, assessment.today, policy, out);
    std::stable_sort(out.begin(), out.end(), [](const FollowUp& a, const FollowUp& b) {
        return a.kind != b.kind ? a.kind < b.kind : a.date < b.date;
    });
    return out;
}

}  // namespace alerts
