#include "alerts/rescue/planner.hpp"

#include <algorithm>

namespace alerts {

namespace {

const Option* ours_of(const Proposal& proposal, std::optional<int> chosen, double enough)
{
    const auto first = [&](auto fits) -> const Option* {
        const auto at = std::find_if(proposal.options.begin(), proposal.options.end(), fits);
        return at == proposal.options.end() ? nullptr : &*at;
    };
    if (chosen)
        if (const auto* o = first([&](const Option& x) { return x.n == *chosen; })) return o;
    if (const auto* o = first([&](const Option& x) { return x.needs_bank && pays(x) && x.holds >= enough; })) return o;
    return first([](const Option& o) { return pays(o); });
}

}  // namespace

Comparison compare(const Option& theirs, const Proposal& proposal, std::optional<int> chosen, const Policy& policy)
{
    const double enough = holding(policy);
    Comparison out{.theirs = theirs, .cost_differs = {0, theirs.total_cost.currency}};
    if (const auto* ours = ours_of(proposal, chosen, enough)) {
        out.ours = *ours;
        out.cost_differs = theirs.total_cost - ours->total_cost;
    }
    const bool theirs_holds = theirs.holds >= enough;
    const bool ours_holds = out.ours && out.ours->holds >= enough;
    if (theirs.monthly > proposal.afford.amount()) out.verdict = Verdict::above_affordable;
    else if (!theirs_holds) out.verdict = ours_holds ? Verdict::theirs_may_not_hold : Verdict::neither_holds;
    else if (!out.ours || !ours_holds) out.verdict = Verdict::only_theirs;
    else if (out.cost_differs.zero()) out.verdict = Verdict::alike;
    else out.verdict = out.cost_differs.positive() ? Verdict::ours_costs_less : Verdict::theirs_costs_less;
    return out;
}

}  // namespace alerts
