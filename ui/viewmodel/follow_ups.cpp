#include "ui/viewmodel/follow_ups.hpp"

#include "alerts/to_tell.hpp"
#include "ui/wording/follow_up.hpp"

namespace view {

namespace {

using alerts::FollowUp;
using alerts::FollowUpKind;
using wording::Words;

constexpr int last_step = 5;  ///< of the talk: noting what came of it

Level level_of(FollowUpKind kind)
{
    switch (kind) {
        case FollowUpKind::plan_missed: return Level::will_miss;
        case FollowUpKind::call_before_missing: return Level::at_risk;
        case FollowUpKind::plan_first_reminder:
        case FollowUpKind::plan_last_reminder: return Level::safe;
        case FollowUpKind::promise_not_seen:
        case FollowUpKind::answer_due:
        case FollowUpKind::ask_again: break;
    }
    return Level::tight;
}

/// What can be talked about: a plan's own payment; else what is open of the bill; else the occurrence of that talk.
DutyKey duty_of(const app::State& state, const alerts::Assessment& assessment, const FollowUp& f, bool& open)
{
    open = true;
    for (const auto& finding : assessment.findings)
        if (finding.duty.bill == f.bill && finding.duty.open() &&
            (!f.plan || finding.duty.due == f.date || finding.duty.source != ledger::BillSource::plan))
            return {f.bill, finding.duty.occurrence};
    open = false;
    const auto* contact = ledger::find<ledger::Contact>(state.book, f.contact);
    if (contact) return {f.bill, contact->due};
    const auto* plan = ledger::find<ledger::Plan>(state.book, f.plan);
    return {f.bill, plan ? plan->due : f.date};
}

}  // namespace

std::vector<FollowUpLine> follow_ups(const app::State& state, const alerts::Assessment& assessment, const Words& words)
{
    std::vector<FollowUpLine> out;
    for (const auto& telling : alerts::to_tell(state.book, state.history, assessment).follow_ups) {
        const auto& f = telling.what;
        const auto said = wording::follow_up_words(words, f);
        bool open = false;
        const auto duty = duty_of(state, assessment, f, open);
        FollowUpLine line{
            .level = level_of(f.kind),
            .text = said.title,
            .more = said.body.empty() ? said.action : said.body + (words.chinese() ? "" : " ") + said.action};
        const bool only_reminds =
            f.kind == FollowUpKind::plan_first_reminder || f.kind == FollowUpKind::plan_last_reminder;
        if (only_reminds) line.actions.push_back({words("Look at the bill"), ShowBill{duty}});
        else line.actions.push_back({words("Talk to them…"), ContactStep{duty, open ? 0 : last_step}});
        if (f.kind == FollowUpKind::promise_not_seen)
            line.actions.push_back({words("It has come"), PromiseSeen{f.contact}});
        out.push_back(std::move(line));
    }
    return out;
}

std::vector<FollowUpLine> first_of(std::vector<FollowUpLine> lines, std::size_t most, const Words& words)
{
    if (lines.size() <= most) return lines;
    const auto more = static_cast<std::int64_t>(lines.size() - (most - 1));
    lines.resize(most - 1);
    lines.push_back(
        {.level = Level::tight,
         .text = words.plural("{n} more thing wants to be looked at.", "{n} more things want to be looked at.", more),
         .actions = {{words("Show them"), GoTo{PageId::warnings}}}});
    return lines;
}

}  // namespace view
