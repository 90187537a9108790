// The figures that the words to a bank carry: what is not known stays out of them.
#include "ui/wording/rescue_writer.hpp"

namespace wording {

namespace {

constexpr int answer_days = 14;  ///< within which an answer is asked for

}  // namespace

Values Writer::values() const
{
    Values v;
    for (const auto* term : {"late_fee", "minimum", "due_date", "bureau", "plan"})
        if (const auto& word = region_term(k_, sheet_.region, term, words_.language()); !word.empty())
            v[std::string{term} + "_term"] = word;
    v["bank"] = sheet_.issuer_name;
    v["holder_name"] = book_.preferences.holder_name.empty() ? blank : book_.preferences.holder_name;
    v["contact_phone"] = v["contact_email"] = blank;
    v["reason"] = reason_ ? in(reason_->names) : std::string{blank};
    v["today"] = words_.full_date(today_);
    v["deadline"] = words_.full_date(today_ + ledger::Days{answer_days});
    v["amount"] = words_.money(duty_.still_owed);
    v["due_date"] = words_.full_date(duty_.since());
    if (duty_.minimum_still_owed().positive()) v["min_due"] = words_.money(duty_.minimum_still_owed());
    if (days_after_due() > 0) v["overdue_days"] = std::to_string(days_after_due());
    if (!sheet_.request_name.empty()) v["request"] = sheet_.request_name;
    hardship_values(v);
    card_values(v);
    month_values(v);
    option_values(v);
    contact_values(v);
    if (const auto papers = papers_at_hand(); !papers.empty())
        v["documents"] = joined(papers, words_.chinese() ? "、" : ", ");
    if (sheet_.request != "fee_waiver" && sheet_.request != "due_date_change" && debt()) v["relief"] = "";
    return v;
}

/// What the user said of it; dates and amounts that were not said stay out.
void Writer::hardship_values(Values& v) const
{
    const auto* bill = find<ledger::Bill>(book_, duty_.bill);
    if (!bill || !bill->hardship) return;
    const auto& h = *bill->hardship;
    if (h.since) v["reason_since"] = words_.full_date(*h.since);
    if (h.until) v["recovery_date"] = words_.full_date(*h.until);
    if (h.pay_now && h.pay_now->positive()) v["pay_now"] = words_.money(*h.pay_now);
}

void Writer::card_values(Values& v) const
{
    if (const auto* card = find<ledger::Account>(book_, duty_.card)) {
        v["card"] = "";
        if (!card->number.empty()) v["card_last4"] = card->number;
    }
    else if (issuer_ && issuer_->kind != ledger::IssuerKind::consumer_credit) {
        v["card"] = "";
    }
}

void Writer::month_values(Values& v) const
{
    const auto& a = proposal_.afford;
    if (!a.income_seen) return;
    v["monthly_income"] = words_.money(a.income);
    v["essential_spending"] = words_.money(a.essentials + a.commitments);
    if (a.other_debts.positive()) v["other_debt_payments"] = words_.money(a.other_debts);
    if (a.left().positive()) v["affordable"] = words_.money(a.left());
    else v["nothing_left"] = "";
}

void Writer::option_values(Values& v) const
{
    if (!option_) return;
    if (option_->months > 0) v["months"] = std::to_string(option_->months);
    if (option_->monthly.positive()) v["instalment"] = words_.money(option_->monthly);
    if (option_->first_payment) v["first_payment_date"] = words_.full_date(*option_->first_payment);
    if (option_->kind == ledger::PlanKind::move_due_date && option_->first_payment)
        v["new_due_day"] = std::to_string(ledger::day_of_month(*option_->first_payment));
}

void Writer::contact_values(Values& v) const
{
    const ledger::Contact* last = nullptr;
    for (const auto& [id, c] : book_.contacts)
        if (c.bill == duty_.bill && (!last || c.at > last->at)) last = &c;
    if (!last) return;
    v["call_time"] = ledger::iso(last->at).replace(10, 1, " ");
    if (!last->agent.empty()) v["agent_id"] = last->agent;
    if (!last->reference.empty()) v["case_number"] = last->reference;
}

}  // namespace wording
