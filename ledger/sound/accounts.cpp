// Accounts and what belongs to them: card terms, statements, categories, imports, entries.
#include "ledger/sound/facts.hpp"

namespace ledger {

void check(Checks& c, const CardTerms& t, Currency currency)
{
    constexpr Rate a_day{10'000'000};  // 1 % a day is far above any card: a higher figure is a slip of the point
    constexpr Rate of_cash{100'000'000};
    c.within(t.statement_day, 1, 31, "statement-day");
    if (t.due_day) c.within(*t.due_day, 1, 31, "due-day");
    if (t.due_after) c.within(*t.due_after, 1, 60, "due-after");
    if (t.due_day.has_value() == t.due_after.has_value())
        c.say(Trouble::out_of_range, "due-day", "", "due-day | due-after");
    c.within(t.grace_days, 0, 31, "grace-days");
    c.at_most(t.minimum_rate, {Rate::one}, "minimum-rate");
    c.at_most(t.daily_rate, a_day, "daily-rate");
    c.at_most(t.late_rate, {Rate::one}, "late-rate");  // all of it: with a cap, "350 or the minimum where that is less"
    for (const auto& [m, field] : {std::pair{t.limit, "limit"},
                                   {t.minimum_floor, "minimum-floor"},
                                   {t.late_floor, "late-floor"},
                                   {t.late_cap, "late-cap"},
                                   {t.tolerance, "tolerance"},
                                   {t.cash_fee_floor, "cash-fee-floor"}})
        if (m) c.owed(*m, currency, field);
    if (t.minimum_older) c.at_most(*t.minimum_older, {Rate::one}, "minimum-older");
    if (t.cash_rate) c.at_most(*t.cash_rate, a_day, "cash-rate");
    c.at_most(t.cash_fee_rate, of_cash, "cash-fee-rate");
    for (const auto& step : t.late_steps) c.owed(step, currency, "late-steps");
    c.within(t.round_to, 1, 1'000'000, "round-to");
    if (c.sound() && t.late_floor && t.late_cap && *t.late_floor > *t.late_cap)
        c.say(Trouble::out_of_range, "late-floor", decimal(*t.late_floor), "≤ " + decimal(*t.late_cap));
}

namespace {

void check(Checks& c, const Overdue& o, const Account& a)
{
    if (!a.card) c.say(Trouble::needs_type, "overdue-since", a.name, "card");
    if (!c.in_range(o.since, "overdue-since") || !c.in_range(o.as_of, "overdue-since")) return;
    if (o.since >= o.as_of) c.say(Trouble::out_of_range, "overdue-since", iso(o.since), "< " + iso(o.as_of));
    if (!c.in_currency(o.amount, a.currency, "overdue-amount") || !c.in_range(o.amount, "overdue-amount")) return;
    if (o.amount.zero()) c.say_when_entered(Trouble::amount_zero, "overdue-amount");
    if (o.amount.negative()) c.say(Trouble::wrong_sign, "overdue-amount", decimal(o.amount));
}

}  // namespace

void check(Checks& c, const Account& a)
{
    if (a.name.empty()) c.say_when_entered(Trouble::empty_name, "account");
    if (const auto* other = account_named(c.book(), a.name); other && other->id != a.id)
        c.say_when_entered(Trouble::name_taken, "account", a.name);
    if (const auto* before = find<Account>(c.book(), a.id); before && before->currency != a.currency)
        c.say(Trouble::currency_differs, "currency", std::string{a.currency.text()},
              std::string{before->currency.text()});
    c.in_currency(a.opening, a.currency, "opening");
    c.in_range(a.opening, "opening");
    c.in_range(a.opening_date, "opening-date");
    if (a.number.size() > 4) c.say_when_entered(Trouble::out_of_range, "last4", a.number, "4");
    if (a.card && a.type != AccountType::card) c.say(Trouble::needs_type, "type", "", "card");
    if (a.card) check(c, *a.card, a.currency);
    if (a.overdue) check(c, *a.overdue, a);
    check_payer(c, a.pay_from, a.currency);
}

void check_payer(Checks& c, AccountId from, Currency currency)
{
    if (!c.known<Account>(from, "pay-from", true) || !from) return;
    const auto* payer = find<Account>(c.book(), from);
    if (!pays_bills(payer->type))
        c.say(Trouble::needs_type, "pay-from", payer->name, "checking, savings, cash, wallet");
    else if (payer->currency != currency)
        c.say(Trouble::currency_differs, "pay-from", std::string{payer->currency.text()}, std::string{currency.text()});
}

void check(Checks& c, const CardStatement& s)
{
    if (!c.known<Account>(s.card, "card", false)) return;
    const bool dated = c.in_range(s.closed, "closed") && c.in_range(s.due, "due");
    if (dated && s.due < s.closed) c.say(Trouble::end_before_start, "due", iso(s.due), iso(s.closed));
    const auto currency = find<Account>(c.book(), s.card)->currency;
    const bool balance = c.in_currency(s.balance, currency, "amount") && c.in_range(s.balance, "amount");
    if (c.owed(s.minimum, currency, "minimum") && balance && s.minimum.positive() && s.minimum > s.balance)
        c.say(Trouble::minimum_above_balance, "minimum", decimal(s.minimum), decimal(s.balance));
}

void check(Checks& c, const Category& category)
{
    if (category.name.empty() && category.key.empty()) c.say_when_entered(Trouble::empty_name, "category");
    if (!c.known_category(category.parent, "parent")) return;
    auto steps = c.book().categories.size();  // what stands above it may itself lead in a circle
    for (auto at = category.parent; at; --steps) {
        if (at == category.id || steps == 0) return c.say(Trouble::category_loop, "parent", category.name);
        const auto* above = find<Category>(c.book(), at);
        if (!above) return;
        at = above->parent;
    }
}

void check(Checks& c, const Batch& batch)
{
    c.within(batch.entries, 0, 1'000'000'000, "entries");
    c.known<Account>(batch.account, "account", false);
    c.in_range(batch.at, "at");
}

void check(Checks& c, const Entry& e)
{
    if (!c.known<Account>(e.account, "account", false)) return;
    const auto currency = find<Account>(c.book(), e.account)->currency;
    c.in_range(e.date, "date");
    if (e.posted) c.in_range(*e.posted, "posted");
    if (!c.in_currency(e.amount, currency, "amount") || !c.in_range(e.amount, "amount")) return;
    c.known_category(e.category, "category");
    c.known<Batch>(e.batch, "batch", true);
    if (e.splits.empty()) return;
    if (e.splits.size() > 1000) return c.say(Trouble::out_of_range, "split", std::to_string(e.splits.size()), "≤ 1000");
    Money sum{0, currency};  // of at most a thousand parts, each in range: it fits
    for (const auto& part : e.splits) {
        c.known_category(part.category, "split");
        if (!c.in_currency(part.amount, currency, "split") || !c.in_range(part.amount, "split")) return;
        sum += part.amount;
    }
    if (sum != e.amount) c.say(Trouble::splits_do_not_sum, "split", decimal(sum), decimal(e.amount));
}

}  // namespace ledger
