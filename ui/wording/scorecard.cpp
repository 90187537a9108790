#include "ui/wording/scorecard.hpp"

namespace wording {

using alerts::Backtest;
using alerts::Tally;

namespace {

constexpr double noticeable = 0.08;  ///< how far said and happened may lie apart on average before it is worth saying

std::string alarms(const Words& words, int false_alarms)
{
    if (false_alarms == 0) return words("No warning was in vain.");
    return words.plural("{n} warning was in vain.", "{n} warnings were in vain.", false_alarms);
}

}  // namespace

std::string tally_of_bills(const Words& words, const Tally& tally)
{
    if (tally.questions() == 0) return {};
    const int bad = tally.hits + tally.misses;
    if (bad == 0)
        return words.plural("Known bills: the money was there each time it was asked, {n} time.",
                            "Known bills: the money was there each time it was asked, {n} times.", tally.questions()) +
               " " + alarms(words, tally.false_alarms);
    return words.plural("Known bills: the money was not there {n} time; {hits} of them were warned of.",
                        "Known bills: the money was not there {n} times; {hits} of them were warned of.", bad,
                        fmt::arg("hits", tally.hits)) +
           " " + alarms(words, tally.false_alarms);
}

std::string reliability(const Words& words, const alerts::Reliability& group)
{
    const auto said = words.chance(group.said);
    const auto times = static_cast<int>(group.happened * group.questions + 0.5);
    return words.plural("When it said about {said}, it came so {times} of {n} time.",
                        "When it said about {said}, it came so {times} of {n} times.", group.questions,
                        fmt::arg("said", said), fmt::arg("times", times));
}

std::string verdict(const Words& words, const Backtest& backtest)
{
    double said = 0, happened = 0;
    for (const auto& group : backtest.curve)
        said += group.said * group.questions, happened += group.happened * group.questions;
    const double off = (said - happened) / backtest.questions;
    if (backtest.brier >= backtest.brier_constant && backtest.brier_constant > 0)
        return words(
            "So far the chances told no more than always naming the same one would have. With more history they get "
            "better.");
    if (off > noticeable) return words("The chances were on the high side: it happened less often than was said.");
    if (off < -noticeable) return words("The chances were on the low side: it happened more often than was said.");
    return words("On the whole it happened about as often as was said.");
}

std::vector<std::string> scorecard(const Words& words, const Backtest& b, const std::string& account)
{
    std::vector<std::string> lines;
    lines.push_back(words.fill("{account}, the last {weeks} weeks, each with only what was known then.",
                               fmt::arg("account", account), fmt::arg("weeks", b.weeks)));
    if (auto bills = tally_of_bills(words, b.bills); !bills.empty()) lines.push_back(std::move(bills));
    const auto level = words.money(b.level);
    lines.push_back(words.fill(
        "Would it fall below {level} in 7, 14 and 30 days? {hits} warned and it came so, {false_alarms} warned in "
        "vain, {misses} missed, "
        "{quiet} rightly quiet.",
        fmt::arg("level", level), fmt::arg("hits", b.balance.hits), fmt::arg("false_alarms", b.balance.false_alarms),
        fmt::arg("misses", b.balance.misses), fmt::arg("quiet", b.balance.quiet)));
    for (const auto& group : b.curve)
        if (group.questions > 0) lines.push_back("  " + reliability(words, group));
    lines.push_back(verdict(words, b));
    return lines;
}

}  // namespace wording
