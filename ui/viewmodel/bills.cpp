#include "ui/viewmodel/bills.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "ledger/balances/card_bills.hpp"
#include "ui/viewmodel/recurring.hpp"

namespace view {

namespace {

using alerts::Assessment;
using alerts::Finding;
using ledger::Bill;
using ledger::Duty;
using ledger::DutyStatus;
using ledger::Money;
using ledger::Period;
using wording::Words;

enum class By { date, nth_weekday, last_weekday, last_day, last_business_day };

struct Repeat {
    Period period;
    int every;
    By by = By::date;
};

constexpr std::array<Repeat, 12> repeats{{{Period::once, 1},
                                          {Period::month, 1},
                                          {Period::week, 1},
                                          {Period::week, 2},
                                          {Period::month, 2},
                                          {Period::month, 3},
                                          {Period::month, 6},
                                          {Period::year, 1},
                                          {Period::month, 1, By::nth_weekday},
                                          {Period::month, 1, By::last_weekday},
                                          {Period::month, 1, By::last_day},
                                          {Period::month, 1, By::last_business_day}}};

int place_of(By by, ledger::Date first)
{
    if (by == By::date) return 0;
    if (by == By::last_day || by == By::last_business_day) return ledger::Recurrence::month_end;
    const int nth = (static_cast<int>(ledger::day_of_month(first)) - 1) / 7 + 1;
    return by == By::last_weekday || nth > 4 ? -1 : nth;
}

std::string repeat_choice(const Repeat& known, const Words& words)
{
    switch (known.by) {
        case By::date: return wording::repeat_name(words, {.period = known.period, .every = known.every});
        case By::nth_weekday: return words("every month, by its weekday");
        case By::last_weekday: return words("every month, the last such weekday");
        case By::last_day: return words("every month, on its last day");
        case By::last_business_day: break;
    }
    return words("every month, on its last working day");
}

By by_of(const ledger::Recurrence& r)
{
    if (r.nth_weekday == 0) return By::date;
    if (r.nth_weekday == ledger::Recurrence::month_end)
        return r.shift == ledger::Shift::before ? By::last_business_day : By::last_day;
    return r.nth_weekday < 0 ? By::last_weekday : By::nth_weekday;
}

int repeat_index(const ledger::Recurrence& r)
{
    const auto at = std::find_if(repeats.begin(), repeats.end(), [&](const Repeat& known) {
        return known.period == r.period && (r.period == Period::once || known.every == r.every) && known.by == by_of(r);
    });
    return at == repeats.end() ? -1 : static_cast<int>(at - repeats.begin());
}

/// "120.00", or "80.00..120.00" where it varies.
std::string amount_text(Money amount, const std::optional<Money>& other)
{
    if (!other) return ledger::decimal(amount);
    return ledger::decimal(std::min(amount, *other)) + ".." + ledger::decimal(std::max(amount, *other));
}

const Finding* finding_for(const Assessment& assessment, const Duty& duty)
{
    for (const auto& finding : assessment.findings)
        if (finding.duty.bill == duty.bill && finding.duty.occurrence == duty.occurrence) return &finding;
    return nullptr;
}

std::string source_name(const Words& words, ledger::BillSource source)
{
    switch (source) {
        case ledger::BillSource::entered: return words("typed in");
        case ledger::BillSource::card: return words("the card's statements");
        case ledger::BillSource::plan: break;
    }
    return words("a plan with the bank");
}

std::string shift_name(const Words& words, ledger::Shift shift)
{
    switch (shift) {
        case ledger::Shift::none: return words("stays on its day");
        case ledger::Shift::before: return words("the working day before");
        case ledger::Shift::after: break;
    }
    return words("the working day after");
}

/// The occurrence up to this one that was paid last; none = this one.
ledger::Date last_paid(const ledger::Book& book, const Duty& duty)
{
    std::optional<ledger::Date> last;
    for (const auto& [id, s] : book.settlements)
        if (s.bill == duty.bill && s.due <= duty.occurrence) last = std::max(last.value_or(s.due), s.due);
    return last.value_or(duty.occurrence);
}

std::vector<Detail> details(const Bill& bill, const Duty& duty, const Finding* finding, const app::State& state,
                            const Words& words)
{
    std::vector<Detail> out;
    out.push_back({words("Due"), words.fill("{date}, {in}", fmt::arg("date", words.full_date(duty.since())),
                                            fmt::arg("in", wording::due_in(words, duty.since(), state.today)))});
    out.push_back({words("Amount"),
                   words.money(duty.amount) + (duty.estimate || duty.projected ? " " + words("(estimated)") : "")});
    if (duty.lowest)
        out.push_back({words("Varies"), words.fill("from {low} up", fmt::arg("low", words.money(*duty.lowest)))});
    if (bill.learn_from > 0)
        out.push_back(
            {words("Learnt"), words.plural("from the last payment", "from the last {n} payments", bill.learn_from)});
    if (duty.paid.positive()) out.push_back({words("Paid so far"), words.money(duty.paid)});
    for (const auto& [id, s] : state.book.settlements)
        if (s.bill == duty.bill && s.due == last_paid(state.book, duty))
            out.push_back({s.due == duty.occurrence ? words("Payment") : words("Last payment"),
                           words.fill("{amount} on {date}", fmt::arg("amount", words.money(s.amount)),
                                      fmt::arg("date", words.full_date(s.paid_on)))});
    if (duty.refunded.positive()) out.push_back({words("Refunded"), words.money(duty.refunded)});
    out.push_back({words("Still owed"), words.money(duty.still_owed)});
    if (duty.arrears.positive()) out.push_back({words("In arrears"), words.money(duty.arrears)});
    if (duty.late_since && duty.due > state.today.date)
        out.push_back({words("The whole by"), words.full_date(duty.due)});
    if (duty.minimum) out.push_back({words("At least"), words.money(*duty.minimum)});
    if (const auto name = account_name(state.book, duty.pay_from); !name.empty())
        out.push_back({words("Paid from"), name});
    if (bill.source == ledger::BillSource::entered)
        out.push_back({words("Comes"), wording::repeat_name(words, bill.repeat, bill.first_due)});
    if (bill.repeat.shift != ledger::Shift::none)
        out.push_back({words("On a weekend or holiday"), shift_name(words, bill.repeat.shift)});
    out.push_back({words("Known from"), source_name(words, bill.source)});
    if (bill.autopay) out.push_back({words("Direct debit"), words("yes: it is taken on the day")});
    if (bill.essential) out.push_back({words("Essential"), words("yes: never asked to wait")});
    if (finding && finding->level != Level::safe)
        out.push_back({words("Risk"), wording::finding_shortage(words, *finding)});
    return out;
}

/// Filled in with what the terms and entries give, for the holder to correct from paper.
StatementForm statement_form(const Bill& bill, const Duty& duty, const app::State& state, const Words& words)
{
    StatementForm form{.card = bill.card, .title = words.fill("The statement of {card}", fmt::arg("card", bill.payee))};
    const auto* card = ledger::find<ledger::Account>(state.book, bill.card);
    if (!card || !card->card) return form;
    if (const auto s = ledger::card_bill_on(state.book, state.history, *card, duty.occurrence, state.today)) {
        form.closed = ledger::iso(s->cycle.closed);
        form.due = ledger::iso(s->cycle.due);
        form.amount = ledger::decimal(s->balance);
        form.minimum = ledger::decimal(s->minimum);
    }
    return form;
}

BillsRow income_row(const ledger::Income& income, const ledger::Expected& next, const app::State& state,
                    const Words& words)
{
    BillsRow out;
    out.income = income.id;
    out.duty = {{}, next.occurrence};
    out.title = income.payer;
    const bool varies = income.highest || income.learn_from > 0;
    out.cells = {Cell{words("income"), {}, Tone::good}, Cell{income.payer}, Cell{words.date(next.date)},
                 Cell{(varies ? "≈ " : "") + words.signed_money(next.amount), {}, Tone::good}};
    out.details.push_back({words("Comes on"), words.full_date(next.date)});
    out.details.push_back({words("Amount"), words.money(next.amount) + (varies ? " " + words("(estimated)") : "")});
    if (income.highest)
        out.details.push_back(
            {words("Varies"), words.fill("up to {high}", fmt::arg("high", words.money(*income.highest)))});
    if (income.learn_from > 0)
        out.details.push_back(
            {words("Learnt"), words.plural("from the last payment", "from the last {n} payments", income.learn_from)});
    out.details.push_back({words("Comes"), wording::repeat_name(words, income.repeat, income.next)});
    if (income.repeat.shift != ledger::Shift::none)
        out.details.push_back({words("On a weekend or holiday"), shift_name(words, income.repeat.shift)});
    if (const auto name = account_name(state.book, income.to); !name.empty())
        out.details.push_back({words("Reaches"), name});
    out.can_edit = out.can_skip = true;
    return out;
}

BillsRow row(const Bill& bill, const Duty& duty, const Finding* finding, const app::State& state,
             const BillsModel& model, const Words& words)
{
    BillsRow out;
    const bool late = duty.status == DutyStatus::overdue;
    const bool settled = duty.status == DutyStatus::paid;
    const bool warned = finding && finding->level != Level::safe && !late && duty.open();
    const auto mark = late ? Level::will_miss : finding ? finding->level : Level::safe;
    const auto status = warned ? wording::level_name(words, finding->level) : wording::status_name(words, duty.status);
    out.duty = {duty.bill, duty.occurrence};
    out.title = bill.payee;
    out.cells = {
        Cell{status, settled ? std::optional<Level>{} : mark, settled ? Tone::faint : Tone::plain, late || warned},
        Cell{bill.payee, {}, Tone::plain, late}, Cell{words.date(duty.since())},
        Cell{(duty.estimate || duty.projected ? "≈ " : "") + words.money(duty.still_owed)}};
    out.details = details(bill, duty, finding, state, words);
    out.can_pay = duty.open();
    out.can_skip = bill.source == ledger::BillSource::entered && duty.open();
    out.can_edit = bill.source == ledger::BillSource::entered;
    for (const auto& [id, s] : state.book.settlements)
        if (s.bill == duty.bill && s.due == last_paid(state.book, duty)) out.paid = DutyKey{duty.bill, s.due};
    if (bill.source == ledger::BillSource::card) out.statement = statement_form(bill, duty, state, words);
    out.pay.duty = out.duty;
    out.pay.title = words.fill("Pay {payee}", fmt::arg("payee", bill.payee));
    out.pay.amount = ledger::decimal(duty.still_owed);
    out.pay.date = ledger::iso(state.today.date);
    const auto from = std::find(model.accounts.begin(), model.accounts.end(), duty.pay_from);
    out.pay.from = from == model.accounts.end() ? 0 : static_cast<int>(from - model.accounts.begin());
    if (const auto least = duty.minimum_still_owed(); least.positive())
        out.pay.minimum = words.fill("The least is {amount}.", fmt::arg("amount", words.money(least)));
    return out;
}

}  // namespace

BillsModel bills(const app::State& state, const Assessment& assessment, const Words& words)
{
    BillsModel model;
    model.columns = {{words("Status"), 122, false, false, true},
                     {words("Payee"), 100, false, true},
                     {words("Due"), 106},
                     {words("Still owed"), 100, true}};
    model.nothing = words(
        "No bill is known yet. Add rent, power, school or a loan, and Duewatch watches whether the money will be "
        "there. "
        "A card brings its own bills.");
    for (const auto& known : repeats) model.repeats.push_back(repeat_choice(known, words));
    for (const auto shift : {ledger::Shift::none, ledger::Shift::before, ledger::Shift::after})
        model.shifts.push_back(shift_name(words, shift));
    model.accounts = paying_accounts(state.book);
    model.account_labels = account_labels(state.book, model.accounts);
    model.pay_from = model.account_labels;
    model.pay_from.insert(model.pay_from.begin(), words("the usual one"));
    model.fresh.title = words("A new bill");
    model.fresh.due = ledger::iso(state.today.date + ledger::Days{7});

    model.fresh_income = model.fresh;
    model.fresh_income.title = words("A new income");
    model.fresh_income.is_income = true;

    std::vector<std::pair<ledger::Date, BillsRow>> rows;
    std::set<ledger::IncomeId> seen;
    for (const auto& next :
         ledger::expected_incomes(state.book, state.history, state.today.date, state.today.date + ledger::Days{400}))
        if (seen.insert(next.income).second)
            rows.emplace_back(next.date, income_row(state.book.incomes.at(next.income), next, state, words));
    for (const auto& [id, bill] : state.book.bills) {
        if (bill.ended) continue;
        const auto duty = ledger::current_duty(state.book, state.history, id, state.today);
        if (duty) rows.emplace_back(duty->due, row(bill, *duty, finding_for(assessment, *duty), state, model, words));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [due, r] : rows) model.rows.push_back(std::move(r));
    for (auto& found : learnt_rows(state, assessment, words)) model.rows.push_back(std::move(found));
    return model;
}

namespace {

/// What bills and incomes have in common.
void fill_rule(BillForm& form, const ledger::Recurrence& repeat, int learn_from, const ledger::Date occurrence)
{
    form.repeat = repeat_index(repeat);
    form.shift = static_cast<int>(repeat.shift);
    form.until = repeat.until ? ledger::iso(*repeat.until) : std::string{};
    form.times = repeat.times ? std::to_string(*repeat.times) : std::string{};
    form.learn = learn_from > 0 ? std::to_string(learn_from) : std::string{};
    form.occurrence = occurrence;
}

int account_index(const BillsModel& model, ledger::AccountId account)
{
    const auto from = std::find(model.accounts.begin(), model.accounts.end(), account);
    return from == model.accounts.end() ? 0 : 1 + static_cast<int>(from - model.accounts.begin());
}

}  // namespace

BillForm bill_form(const Bill& bill, ledger::Date occurrence, const BillsModel& model, const Words& words)
{
    BillForm form;
    form.bill = bill.id;
    form.title = words.fill("Change {payee}", fmt::arg("payee", bill.payee));
    form.payee = bill.payee;
    form.amount = amount_text(bill.amount, bill.lowest);
    form.due = ledger::iso(occurrence);
    form.minimum = bill.minimum ? ledger::decimal(*bill.minimum) : std::string{};
    fill_rule(form, bill.repeat, bill.learn_from, occurrence);
    form.pay_from = account_index(model, bill.pay_from);
    form.autopay = bill.autopay;
    form.estimate = bill.estimate;
    form.essential = bill.essential;
    return form;
}

BillForm income_form(const ledger::Income& income, ledger::Date occurrence, const BillsModel& model, const Words& words)
{
    BillForm form;
    form.is_income = true;
    form.income = income.id;
    form.title = words.fill("Change {payee}", fmt::arg("payee", income.payer));
    form.payee = income.payer;
    form.amount = amount_text(income.amount, income.highest);
    form.due = ledger::iso(occurrence);
    fill_rule(form, income.repeat, income.learn_from, occurrence);
    form.pay_from = account_index(model, income.to);
    return form;
}

ledger::Recurrence repeat_of(int choice, ledger::Date first, const ledger::Recurrence& now)
{
    if (choice < 0 || choice >= static_cast<int>(repeats.size())) return now;
    const auto& known = repeats[static_cast<std::size_t>(choice)];
    auto out = repeat_index(now) == choice ? now : ledger::Recurrence{};
    out.period = known.period;
    if (known.period != Period::once) out.every = known.every;
    out.nth_weekday = place_of(known.by, first);
    if (known.by == By::last_business_day) out.shift = ledger::Shift::before;
    return out;
}

}  // namespace view
