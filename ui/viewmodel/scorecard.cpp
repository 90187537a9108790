#include "ui/viewmodel/scorecard.hpp"

#include "ui/wording/scorecard.hpp"

namespace view {

using wording::Words;

namespace {

std::string outcome(const alerts::ReplayedBill& r, const Words& words)
{
    if (r.warned) return r.was_short ? words("warned, and it came so") : words("warned in vain");
    return r.was_short ? words("missed") : words("rightly quiet");
}

}  // namespace

ScorecardModel scorecard(const app::State& state, const std::optional<alerts::Backtest>& backtest, const Words& words)
{
    ScorecardModel model;
    model.title = words("What was said, against what happened");
    model.nothing = words("Not enough history yet to look back.");
    model.columns = {{words("Due"), 106}, {words("Payee"), 140, false, true}, {words("Amount"), 100, true}, {words("Said"), 90, true}, {words("Outcome"), 160}};
    if (!backtest) return model;
    for (const auto& line : wording::scorecard(words, *backtest, account_name(state.book, backtest->account)))
        if (!line.starts_with("  ")) model.lines.push_back(line);
    for (const auto& group : backtest->curve)
        if (group.questions > 0) model.curve.push_back({group.said, group.happened, group.questions, wording::reliability(words, group)});
    for (const auto& r : backtest->replayed)
        model.bills.push_back({Cell{words.date(r.due)}, Cell{r.payee}, Cell{words.money(r.amount)}, Cell{words.chance(r.p_short)},
                               Cell{outcome(r, words), {}, r.was_short == r.warned ? Tone::plain : Tone::bad}});
    return model;
}

}  // namespace view
