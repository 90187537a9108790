#include "ui/viewmodel/track_record.hpp"

#include <algorithm>
#include <cmath>

#include "ui/wording/scorecard.hpp"

namespace view {

namespace {

using wording::Words;

/// A share of what happened: unlike a chance it may well be nothing or all.
std::string share(double part, const Words& words)
{
    return words.fill("{n} %", fmt::arg("n", std::lround(part * 100)));
}

void describe(RecordModel& model, const alerts::Backtest& past, const Words& words)
{
    const auto all = past.all();
    const int bad = all.hits + all.misses;
    const auto level = words.money(past.level);
    model.sentence = wording::tally_of_bills(words, past.bills);
    if (model.sentence.empty())
        model.sentence = words.plural("The balance ran low {n} time, and {hits} of these were announced beforehand.",
                                      "The balance ran low {n} times, and {hits} of these were announced beforehand.",
                                      past.balance.hits + past.balance.misses, fmt::arg("hits", past.balance.hits));
    model.explanation = words.fill(
        "Each week of the last {weeks} was replayed with only what was known then: would the known bills be paid, and "
        "would the "
        "balance be below {level} in 7, 14 and 30 days? That is {questions} questions.",
        fmt::arg("weeks", past.weeks), fmt::arg("level", level), fmt::arg("questions", past.questions));
    model.verdict = wording::verdict(words, past);
    model.figures = {
        {words("Announced, and it came so"), std::to_string(all.hits), words.fill("of {n} times", fmt::arg("n", bad)),
         Tone::good},
        {words("Announced in vain"), std::to_string(all.false_alarms),
         words.fill("{share} of all warnings", fmt::arg("share", share(static_cast<double>(all.false_alarms) /
                                                                           std::max(1, all.hits + all.false_alarms),
                                                                       words))),
         Tone::plain},
        {words("Not announced"), std::to_string(all.misses), words.fill("of {n} times", fmt::arg("n", bad)),
         all.misses > 0 ? Tone::bad : Tone::plain},
        {words("Rightly quiet"), std::to_string(all.quiet),
         words.fill("of {n} questions", fmt::arg("n", past.questions)), Tone::plain}};
    for (const auto& group : past.curve)
        if (group.questions > 0) {
            model.curve.push_back({group.said, group.happened, group.questions});
            model.rows.push_back({Cell{words.chance(group.said)}, Cell{share(group.happened, words)},
                                  Cell{std::to_string(group.questions)}});
        }
    model.curve_summary =
        words.fill("Where the dots lie on the line, what was said is what happened. There are {n} dots.",
                   fmt::arg("n", model.curve.size()));
}

}  // namespace

RecordModel record(const ledger::Book& book, const std::vector<ledger::AccountId>& accounts, ledger::AccountId account,
                   const std::optional<std::optional<alerts::Backtest>>& found, const Words& words)
{
    RecordModel model;
    model.title = words("What was said, and what came");
    model.curve_title = words("How often it came as likely as it was said");
    model.said = words("said");
    model.happened = words("came");
    model.columns = {{words("Said"), 100, true}, {words("Came"), 100, true}, {words("Questions"), 100, true}};
    model.accounts = accounts;
    model.account.labels = account_labels(book, accounts);
    const auto at = std::find(accounts.begin(), accounts.end(), account);
    model.account.chosen = at == accounts.end() ? -1 : static_cast<int>(at - accounts.begin());
    if (!found) {
        model.sentence = words("Looking back…");
        return model;
    }
    model.stage = *found ? RecordModel::Stage::ready : RecordModel::Stage::nothing;
    if (*found) describe(model, **found, words);
    else
        model.sentence =
            words("There is not enough history here yet to look back. A few months of statements would change that.");
    return model;
}

}  // namespace view
