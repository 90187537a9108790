#include "ui/viewmodel/bills.hpp"

#include <algorithm>
#include <array>

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

constexpr std::array<std::pair<Period, int>, 7> repeats{
    {{Period::once, 1}, {Period::month, 1}, {Period::week, 1}, {Period::week, 2}, {Period::month, 3}, {Period::month, 6}, {Period::year, 1}}};

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

std::vector<Detail> details(const Bill& bill, const Duty& duty, const Finding* finding, const app::State& state, const Words& words)
{
    std::vector<Detail> out;
    out.push_back({words("Due"), words.fill("{date}, {in}", fmt::arg("date", words.full_date(duty.due)),
                                            fmt::arg("in", wording::due_in(words, duty.due, state.today)))});
    out.push_back({words("Amount"), words.money(duty.amount) + (duty.estimate || duty.projected ? " " + words("(estimated)") : "")});
    if (duty.paid.positive()) out.push_back({words("Paid so far"), words.money(duty.paid)});
    out.push_back({words("Still owed"), words.money(duty.still_owed)});
    if (duty.minimum) out.push_back({words("At least"), words.money(*duty.minimum)});
    if (const auto name = account_name(state.book, duty.pay_from); !name.empty()) out.push_back({words("Paid from"), name});
    if (bill.source == ledger::BillSource::entered) out.push_back({words("Comes"), wording::repeat_name(words, bill.repeat)});
    out.push_back({words("Known from"), source_name(words, bill.source)});
    if (bill.autopay) out.push_back({words("Direct debit"), words("yes: it is taken on the day")});
    if (bill.essential) out.push_back({words("Essential"), words("yes: never asked to wait")});
    if (finding && finding->level != alerts::Level::safe) out.push_back({words("Risk"), wording::finding_shortage(words, *finding)});
    return out;
}

BillsRow row(const Bill& bill, const Duty& duty, const Finding* finding, const app::State& state, const BillsModel& model, const Words& words)
{
    BillsRow out;
    const bool late = duty.status == DutyStatus::overdue;
    const bool settled = duty.status == DutyStatus::paid;
    const bool warned = finding && finding->level != alerts::Level::safe && !late && duty.open();
    const auto mark = late ? Level::will_miss : finding ? level(finding->level) : Level::safe;
    const auto status = warned ? wording::level_name(words, finding->level) : wording::status_name(words, duty.status);
    out.duty = {duty.bill, duty.occurrence};
    out.title = bill.payee;
    out.cells = {Cell{status, settled ? std::optional<Level>{} : mark, settled ? Tone::faint : Tone::plain, late || warned},
                 Cell{bill.payee, {}, Tone::plain, late}, Cell{words.date(duty.due)},
                 Cell{(duty.estimate || duty.projected ? "≈ " : "") + words.money(duty.still_owed)}};
    out.details = details(bill, duty, finding, state, words);
    out.can_pay = duty.open();
    out.can_skip = bill.source == ledger::BillSource::entered && duty.open();
    out.can_edit = bill.source == ledger::BillSource::entered;
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
    model.columns = {{words("Status"), 122, false, false, true}, {words("Payee"), 100, false, true}, {words("Due"), 106}, {words("Still owed"), 100, true}};
    model.nothing = words("No bill is known yet. Add rent, power, school or a loan, and Duewatch watches whether the money will be there. "
                          "A card brings its own bills.");
    for (const auto& [period, every] : repeats) {
        ledger::Recurrence repeat;
        repeat.period = period;
        repeat.every = every;
        model.repeats.push_back(wording::repeat_name(words, repeat));
    }
    model.accounts = paying_accounts(state.book);
    model.account_labels = account_labels(state.book, model.accounts);
    model.pay_from = model.account_labels;
    model.pay_from.insert(model.pay_from.begin(), words("the usual one"));
    model.fresh.title = words("A new bill");
    model.fresh.due = ledger::iso(state.today.date + ledger::Days{7});

    std::vector<std::pair<ledger::Date, BillsRow>> rows;
    for (const auto& [id, bill] : state.book.bills) {
        if (bill.ended) continue;
        const auto duty = ledger::current_duty(state.book, state.history, id, state.today);
        if (duty) rows.emplace_back(duty->due, row(bill, *duty, finding_for(assessment, *duty), state, model, words));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [due, r] : rows) model.rows.push_back(std::move(r));
    return model;
}

BillForm bill_form(const Bill& bill, const BillsModel& model, const Words& words)
{
    BillForm form;
    form.bill = bill.id;
    form.title = words.fill("Change {payee}", fmt::arg("payee", bill.payee));
    form.payee = bill.payee;
    form.amount = ledger::decimal(bill.amount);
    form.due = ledger::iso(bill.first_due);
    form.minimum = bill.minimum ? ledger::decimal(*bill.minimum) : std::string{};
    const auto at = std::find(repeats.begin(), repeats.end(), std::pair{bill.repeat.period, bill.repeat.period == Period::once ? 1 : bill.repeat.every});
    form.repeat = at == repeats.end() ? -1 : static_cast<int>(at - repeats.begin());
    const auto from = std::find(model.accounts.begin(), model.accounts.end(), bill.pay_from);
    form.pay_from = from == model.accounts.end() ? 0 : 1 + static_cast<int>(from - model.accounts.begin());
    form.autopay = bill.autopay;
    form.estimate = bill.estimate;
    form.essential = bill.essential;
    return form;
}

ledger::Recurrence repeat_of(int choice, const ledger::Recurrence& now)
{
    auto out = now;
    if (choice < 0 || choice >= static_cast<int>(repeats.size())) return out;
    const auto& [period, every] = repeats[static_cast<std::size_t>(choice)];
    if (period != now.period || every != now.every) out = ledger::Recurrence{};
    out.period = period;
    out.every = every;
    return out;
}

}  // namespace view
