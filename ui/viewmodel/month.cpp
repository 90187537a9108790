#include "ui/viewmodel/month.hpp"

#include <algorithm>

namespace view {

namespace {

using wording::Words;

DayItem of_duty(const ledger::Duty& duty, const alerts::Assessment& assessment, const Words& words)
{
    DayItem out{.text = duty.payee,
                .amount = (duty.estimate || duty.projected ? "≈ " : "") +
                          words.money(duty.open() ? duty.still_owed : duty.amount),
                .duty = {duty.bill, duty.occurrence}};
    out.done = !duty.open();
    out.passed_on = duty.open() && duty.superseded;
    if (out.done || out.passed_on) return out;
    const auto at = std::find_if(assessment.findings.begin(), assessment.findings.end(), [&](const alerts::Finding& f) {
        return f.duty.bill == duty.bill && f.duty.occurrence == duty.occurrence;
    });
    if (at != assessment.findings.end()) out.level = at->level;
    if (duty.late()) out.level = Level::will_miss;
    return out;
}

std::string standing(const DayItem& item, const Words& words)
{
    if (item.income) return words("expected");
    if (item.done) return words("paid");
    if (item.passed_on) return words("in a later statement");
    return item.level ? wording::level_name(words, *item.level) : words("due");
}

std::string line(const DayItem& item, const Words& words)
{
    const auto how = standing(item, words);
    return words.fill("{who}, {amount}: {standing}", fmt::arg("who", item.text), fmt::arg("amount", item.amount),
                      fmt::arg("standing", how));
}

int rank(const DayItem& item)
{
    return item.income ? 0 : item.level ? 1 + static_cast<int>(Level::will_miss) - static_cast<int>(*item.level) : 9;
}

std::array<std::string, 7> weekday_names(const Words& words)
{
    return {words("Mon"), words("Tue"), words("Wed"), words("Thu"), words("Fri"), words("Sat"), words("Sun")};
}

}  // namespace

MonthModel month(const app::State& state, const alerts::Assessment& assessment, const Words& words, ledger::Date first)
{
    MonthModel model;
    model.first = ledger::first_of_month(first);
    model.title = words.month(model.first);
    model.weekdays = weekday_names(words);
    model.columns = {{words("Day"), 110},
                     {words("What"), 140, false, true},
                     {words("Amount"), 110, true},
                     {words("Standing"), 120, false, false, true}};
    const auto last = ledger::last_of_month(model.first);
    const auto from = model.first - ledger::Days{ledger::weekday_of(model.first) - 1},
               to = last + ledger::Days{7 - ledger::weekday_of(last)};
    for (auto day = from; day <= to; day += ledger::Days{1})
        model.days.push_back({.date = day,
                              .number = std::to_string(ledger::day_of_month(day)),
                              .in_month = day >= model.first && day <= last,
                              .today = day == state.today.date});
    const auto box = [&](ledger::Date day) -> DayBox& {
        return model.days[static_cast<std::size_t>(ledger::days_between(from, day))];
    };
    for (const auto& duty : ledger::duties(state.book, state.history, from, to, state.today))
        box(duty.due).items.push_back(of_duty(duty, assessment, words));
    for (const auto& income : ledger::expected_incomes(state.book, state.history, std::max(from, state.today.date), to))
        box(income.date)
            .items.push_back({.text = income.payer, .amount = words.signed_money(income.amount), .income = true});
    for (const auto& learnt : assessment.recurring)
        if (learnt.amount.positive() && !learnt.ended && learnt.next >= from && learnt.next <= to)
            box(learnt.next)
                .items.push_back(
                    {.text = learnt.payee, .amount = "≈ " + words.signed_money(learnt.amount), .income = true});
    int open = 0;
    for (auto& day : model.days) {
        std::stable_sort(day.items.begin(), day.items.end(),
                         [](const DayItem& a, const DayItem& b) { return rank(a) < rank(b); });
        day.read_out = words.full_date(day.date);
        for (const auto& item : day.items) {
            day.read_out += "\n" + line(item, words);
            if (!day.in_month) continue;
            open += !item.income && !item.done && !item.passed_on;
            model.rows.push_back({Cell{words.date(day.date)},
                                  Cell{item.text, {}, Tone::plain, item.level.value_or(Level::safe) != Level::safe},
                                  Cell{item.amount},
                                  Cell{standing(item, words), item.level,
                                       item.done || item.passed_on ? Tone::faint
                                       : item.income               ? Tone::good
                                                                   : Tone::plain}});
            model.row_duties.push_back(item.duty);
        }
    }
    model.summary = words.plural("{month}: {n} bill still to be paid.", "{month}: {n} bills still to be paid.", open,
                                 fmt::arg("month", model.title));
    return model;
}

}  // namespace view
