#include "ui/viewmodel/outlook.hpp"

#include <algorithm>
#include <cmath>

namespace view {

namespace {

using alerts::Assessment;
using alerts::Finding;
using wording::Words;

const Finding* finding_of(const Assessment& assessment, DutyKey duty)
{
    const auto at = std::find_if(assessment.findings.begin(), assessment.findings.end(),
                                 [&](const Finding& f) { return key(f.duty) == duty; });
    return at == assessment.findings.end() ? nullptr : &*at;
}

std::string chance(const Finding* finding, const Words& words)
{
    return finding && finding->p_short ? words.chance(*finding->p_short) : "—";
}

Row bill_row(const Finding& was, const Finding* would, const Words& words)
{
    if (!would)
        return {Cell{words("left out"), {}, Tone::faint}, Cell{was.duty.payee, {}, Tone::faint},
                Cell{words.date(was.duty.due), {}, Tone::faint}, Cell{chance(&was, words), {}, Tone::faint},
                Cell{"—", {}, Tone::faint}};
    const bool better =
        would->p_short.value_or(0)<was.p_short.value_or(0) - 0.005, worse = would->p_short.value_or(0)> was.p_short
            .value_or(0) +
        0.005;
    return {Cell{wording::level_name(words, would->level), would->level, Tone::plain, would->level != Level::safe},
            Cell{was.duty.payee}, Cell{words.date(would->duty.due), {}, Tone::plain, would->duty.due != was.duty.due},
            Cell{chance(&was, words), {}, Tone::faint},
            Cell{chance(would, words),
                 {},
                 better  ? Tone::good
                 : worse ? Tone::bad
                         : Tone::plain,
                 better || worse}};
}

/// The bill for which the trials make the greatest difference.
std::string verdict(const Assessment& before, const Assessment& after, const std::vector<Trial>& trials,
                    const Words& words)
{
    if (trials.empty()) return words("Try a change and see what it would do. Nothing is written until you keep it.");
    const Finding* most = nullptr;
    double difference = 0.02;
    for (const auto& was : before.findings) {
        const auto* would = finding_of(after, key(was.duty));
        if (!would || !was.p_short || !would->p_short || std::abs(*would->p_short - *was.p_short) <= difference)
            continue;
        difference = std::abs(*would->p_short - *was.p_short);
        most = &was;
    }
    if (!most) return words("For what is due this makes hardly a difference.");
    const auto* would = finding_of(after, key(most->duty));
    return words.fill("{payee} on {date}: short in {before} of cases as it is, in {after} as it would be.",
                      fmt::arg("payee", most->duty.payee), fmt::arg("date", words.date(would->duty.due)),
                      fmt::arg("before", words.chance(*most->p_short)),
                      fmt::arg("after", words.chance(*would->p_short)));
}

std::string trial_text(const Trial& trial, const app::State& state, const Words& words)
{
    const auto* bill = ledger::find<ledger::Bill>(state.book, trial.duty.bill);
    const auto payee = bill ? bill->payee : std::string{};
    const auto date = words.date(trial.date), amount = words.money(trial.amount),
               account = account_name(state.book, trial.account);
    switch (trial.kind) {
        case TrialKind::move_due:
            return words.fill("{payee} due on {date}", fmt::arg("payee", payee), fmt::arg("date", date));
        case TrialKind::leave_out: return words.fill("without {payee}", fmt::arg("payee", payee));
        case TrialKind::spend:
            return words.fill("{amount} spent from {account} on {date}", fmt::arg("amount", amount),
                              fmt::arg("account", account), fmt::arg("date", date));
        case TrialKind::lose_income: return words.fill("without {payee}", fmt::arg("payee", trial.income.payer));
        case TrialKind::spending:
            return trial.per_cent < 0 ? words.fill("{n} % less everyday spending", fmt::arg("n", -trial.per_cent))
                                      : words.fill("{n} % more everyday spending", fmt::arg("n", trial.per_cent));
        case TrialKind::receive: break;
    }
    return words.fill("{amount} comes to {account} on {date}", fmt::arg("amount", amount), fmt::arg("account", account),
                      fmt::arg("date", date));
}

std::vector<Row> day_rows(const Fan& fan, const alerts::AccountOutlook& outlook, const Words& words)
{
    std::vector<Row> out;
    const auto money = [&](std::int64_t minor) { return words.money(ledger::Money{minor, outlook.balance.currency}); };
    for (std::size_t i = 0; i < outlook.daily.size(); ++i) {
        const auto& day = outlook.daily[i];
        std::string due;
        for (const auto& mark : fan.marks)
            if (mark.day == i) due += (due.empty() ? "" : words.chinese() ? "、" : ", ") + mark.label;
        const bool sure = outlook.enough_history;
        out.push_back({Cell{words.date(day.date)}, Cell{money(day.p50), {}, day.p50 < 0 ? Tone::bad : Tone::plain},
                       Cell{sure ? money(day.p25) : "—"}, Cell{sure ? money(day.p75) : "—"},
                       Cell{sure ? money(day.p05) : "—"}, Cell{sure ? money(day.p95) : "—"}, Cell{due}});
    }
    return out;
}

}  // namespace

ledger::Result<Trial> read_trial(const TryOut& typed, const app::State& state, const Words& words)
{
    using ledger::Problem;
    using ledger::Trouble;
    Trial out{
        .kind = typed.kind, .duty = typed.duty, .account = typed.account, .name = typed.name, .income = typed.income};
    const bool about_a_bill = typed.kind == TrialKind::move_due || typed.kind == TrialKind::leave_out;
    const auto* account = ledger::find<ledger::Account>(state.book, typed.account);
    if (typed.kind == TrialKind::lose_income) {
        if (typed.income.payer.empty()) return Problem{.trouble = Trouble::no_such, .field = "income"};
        return out;
    }
    if (typed.kind == TrialKind::spending) {
        const auto share =
            ledger::parse_money(typed.share, ledger::Currency{{'J', 'P', 'Y'}});  // a whole number with its sign
        if (!share || share->minor < -100 || share->minor > 300 || share->minor == 0)
            return Problem{
                .trouble = Trouble::out_of_range, .field = "share", .text = typed.share, .detail = "-100–300"};
        out.per_cent = static_cast<int>(share->minor);
        return out;
    }
    if (about_a_bill && !ledger::find<ledger::Bill>(state.book, typed.duty.bill))
        return Problem{.trouble = Trouble::no_such, .field = "bill"};
    if (!about_a_bill && !account) return Problem{.trouble = Trouble::no_such, .field = "account"};
    if (typed.kind != TrialKind::leave_out) {
        const auto date = read_day(typed.date, state.today, words, ledger::Toward::future);
        if (!date) return date.problems();
        if (*date < state.today.date)
            return Problem{.trouble = Trouble::out_of_range,
                           .field = "date",
                           .text = ledger::iso(*date),
                           .detail = "≥ " + ledger::iso(state.today.date)};
        out.date = *date;
    }
    if (!about_a_bill) {
        const auto amount = read_amount(typed.amount, account->currency);
        if (!amount) return amount.problems();
        if (!amount->positive())
            return Problem{.trouble = Trouble::wrong_sign, .field = "amount", .text = typed.amount};
        out.amount = *amount;
    }
    return out;
}

alerts::WhatIf what_if(const std::vector<Trial>& trials)
{
    alerts::WhatIf out;
    for (const auto& trial : trials) switch (trial.kind) {
            case TrialKind::move_due:
                out.moves.push_back({.bill = trial.duty.bill, .occurrence = trial.duty.occurrence, .due = trial.date});
                break;
            case TrialKind::leave_out: out.dropped.push_back(trial.duty.bill); break;
            case TrialKind::spend: out.flows.push_back({trial.account, trial.date, -trial.amount}); break;
            case TrialKind::receive: out.flows.push_back({trial.account, trial.date, trial.amount}); break;
            case TrialKind::lose_income:
                if (trial.income.income) out.lost.push_back(trial.income.income);
                else out.lost_payers.push_back({trial.income.account, trial.income.payer});
                break;
            case TrialKind::spending: out.spending = trial.per_cent / 100.0; break;
        }
    return out;
}

OutlookModel outlook(const app::State& state, const Assessment& before, const Assessment& after,
                     const std::vector<Trial>& trials, const Words& words, ledger::AccountId account)
{
    OutlookModel model;
    for (const auto& outlook : after.accounts) model.accounts.push_back(outlook.account);
    model.account_labels = account_labels(state.book, model.accounts);
    model.account.labels = model.account_labels;
    model.kinds = {words("Another due date"), words("Without a bill"),    words("A purchase"),
                   words("Money coming in"),  words("Without an income"), words("Everyday spending")};
    model.day_columns = {{words("Day"), 110},
                         {words("Most likely"), 110, true},
                         {words("Every second case: from"), 150, true},
                         {words("to"), 100, true},
                         {words("9 in 10 cases: from"), 140, true},
                         {words("to"), 100, true},
                         {words("Due"), 120, false, true}};
    model.bill_columns = {{words("Standing"), 104, false, false, true},
                          {words("Payee"), 80, false, true},
                          {words("Due"), 92},
                          {words("Short now"), 84, true},
                          {words("Short then"), 84, true}};
    if (const auto* shown = shown_outlook(after, account)) {
        model.fan = outlook_fan(state, after, words, *shown);
        model.days = day_rows(model.fan, *shown, words);
        const auto at = std::find(model.accounts.begin(), model.accounts.end(), shown->account);
        model.account.chosen = static_cast<int>(at - model.accounts.begin());
    }
    for (const auto& was : before.findings) {
        if (!was.duty.open()) continue;
        model.bills.push_back({key(was.duty), bill_row(was, finding_of(after, key(was.duty)), words)});
        const auto due = words.date(was.duty.due);
        model.duties.push_back(key(was.duty));
        model.duty_labels.push_back(
            words.fill("{payee}, {date}", fmt::arg("payee", was.duty.payee), fmt::arg("date", due)));
    }
    for (const auto& [id, income] : state.book.incomes)
        if (!income.ended) model.incomes.push_back({id, income.to, income.payer});
    for (const auto& learnt : before.recurring)
        if (learnt.amount.positive() && !learnt.ended && !learnt.transfer)
            model.incomes.push_back({{}, learnt.account, learnt.payee});
    for (const auto& income : model.incomes) model.income_labels.push_back(income.payer);
    for (const auto& trial : trials) model.trials.push_back(trial_text(trial, state, words));
    model.verdict = verdict(before, after, trials, words);
    return model;
}

}  // namespace view
