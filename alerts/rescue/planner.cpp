#include "alerts/rescue/planner.hpp"

#include <algorithm>
#include <cmath>

#include "alerts/rescue/options.hpp"

namespace alerts {

namespace {

using ledger::Date;
using ledger::Days;
using ledger::Duty;
using ledger::Money;
using ledger::PlanKind;
using options::Case;

constexpr double worth_saying = 0.5;  ///< an option that holds less often is not offered
constexpr double may_overdraw =
    0.05;  ///< chance of an evening below zero within 14 days above which an option that pays by then is not offered
constexpr int after_the_last = 31;  ///< days after an option's last payment in which everything else must still work
constexpr int instalments_offered = 2;  ///< the shortest that hold: longer ones only cost more

/// Proves candidates and keeps those worth offering.
class Planner {
public:
    explicit Planner(const Case& c) : c_{c}
    {
        const auto before = c.prover.prove(c.duty.pay_from, {.what_if = {}, .until = c.prover.end()});
        essential_before_ = before.essential_short;
        overdrawn_before_ = before.overdrawn;
    }

    Proposal run()
    {
        out_.duty = c_.duty;
        out_.p_short = c_.prover.p_short(c_.duty);
        out_.shortfall = c_.prover.usually_missing(c_.duty);
        out_.afford = c_.afford;
        own_money();
        if (auto option = options::minimum(c_)) with_help(*option);
        later();
        instalments();
        personalised();
        for (auto& option : options::where_nothing_is_left(c_)) {
            option.holds = prove(option).holds;
            out_.options.push_back(std::move(option));
        }
        rank();
        advise();
        return std::move(out_);
    }

    Option judged(Option option) const
    {
        judge(option);
        return option;
    }

private:
    bool holds(const Option& option) const { return option.holds >= holding(c_.policy); }
    bool any_holds() const
    {
        return std::any_of(out_.options.begin(), out_.options.end(),
                           [&](const Option& o) { return pays(o) && holds(o); });
    }

    // -- which are tried
    // -----------------------------------------------------------------------------------------------------------------

    /// The fewest moves first: one kind alone, and only where none is enough two together.
    void own_money()
    {
        for (const auto& make : {options::transfer, options::trim, options::defer_spending})
            if (auto option = make(c_)) consider(std::move(*option));
        if (out_.options.empty())
            if (auto option = options::transfer_and_trim(c_)) consider(std::move(*option));
    }

    void later()
    {
        bool extended = false;
        for (const auto& option : options::later(c_)) {
            if (extended) break;
            const auto kept = with_help(option);
            extended = kept && option.kind == PlanKind::extension && holds(*kept);
        }
    }

    void instalments()
    {
        int offered = 0;
        for (const auto& option : options::bill_instalments(c_))
            if (const auto kept = with_help(option); kept && holds(*kept) && ++offered == instalments_offered) break;
    }

    void personalised()
    {
        const auto plans = options::personalised(c_);
        if (plans.empty() || (any_holds() && plans.front().months <= 12 && !c_.overdue()))
            return;  // such a plan is for debts beyond one's means
        std::optional<Option> best;
        for (const auto& plan : plans) {
            auto judged = best_of(plan);
            if (judged && (!best || judged->holds > best->holds)) best = std::move(judged);
            if (best && holds(*best)) break;  // the shortest that holds
        }
        if (best) out_.options.push_back(std::move(*best));
    }

    // -- the proof
    // -----------------------------------------------------------------------------------------------------------------------

    ToProve asked(const Option& option) const
    {
        Date last = c_.pay_on;
        if (!option.schedule.empty()) last = std::max(last, option.schedule.back().due);
        for (const auto& flow : option.what_if.flows)
            if (flow.amount.negative() && flow.account == c_.duty.pay_from) last = std::max(last, flow.date);
        ToProve to_prove{.what_if = option.what_if,
                         .until = std::min(last + Days{after_the_last}, c_.prover.end()),
                         .spared = option.spared};
        for (const auto& part : option.schedule)
            if (part.due > c_.prover.end()) to_prove.beyond.push_back(part);
        to_prove.budget = &c_.budget;
        return to_prove;
    }

    Proof prove(const Option& option) const { return c_.prover.prove(c_.duty.pay_from, asked(option)); }

    bool pays_soon(const Option& option) const
    {
        const Date end = c_.today.date + Days{options::overdraft_days};
        if (!option.moving.empty() || option.kind == PlanKind::defer_spending || option.kind == PlanKind::trim)
            return true;
        const auto moved = option.what_if.moves.empty() ? WhatIf::Move{} : option.what_if.moves.front();
        if (moved.amount.value_or(c_.owed).positive() &&
            std::max(moved.due.value_or(c_.duty.due), c_.today.date + Days{1}) <= end)
            return true;
        return std::any_of(option.what_if.flows.begin(), option.what_if.flows.end(), [&](const auto& f) {
            return f.account == c_.duty.pay_from && f.amount.negative() && f.date <= end;
        });
    }

    /// Sets how often it holds and what that risks; false where it must not be offered.
    bool judge(Option& option) const
    {
        if (!c_.prover.knows(c_.duty.pay_from)) return false;
        const auto proof = prove(option);
        option.holds = proof.holds;
        bool sound = true;
        if (pays_soon(option)) {  // what goes wrong already is not held against an option that does not make it worse
            const bool overdraws =
                proof.lowest.negative() || (proof.known && proof.overdrawn > std::max(may_overdraw, overdrawn_before_));
            sound = !overdraws && proof.essential_short <= std::max(c_.policy.at_risk, essential_before_);
        }
        for (const auto& m : option.moving) {
            const auto source = c_.prover.prove(m.from, {.what_if = option.what_if, .until = c_.prover.end()});
            sound = sound && !source.lowest.negative();
            option.holds = std::min(option.holds, source.holds);
        }
        if (!proof.known) option.risks.push_back({OptionRisk::little_history, c_.zero, {}, {}});
        else if (!holds(option)) option.risks.push_back({OptionRisk::may_not_hold, c_.zero, {}, {}});
        return sound && option.holds >= worth_saying;
    }

    bool consider(Option option)
    {
        if (!judge(option)) return false;
        out_.options.push_back(std::move(option));
        return true;
    }

    /// As it is; where that does not hold, with the fewest moves of one's own beside it: less spending, money from
    /// another account, both.
    std::optional<Option> best_of(const Option& plain) const
    {
        std::optional<Option> best;
        const auto try_it = [&](Option option) {
            if (!judge(option)) return false;
            if (!best || option.holds > best->holds) best = std::move(option);
            return holds(*best);
        };
        if (try_it(plain)) return best;
        const auto halves = options::trimming(c_, Money{Money::largest, c_.zero.currency});
        const auto moving = c_.missing.positive() ? options::moving_from(c_, options::rounded_up(c_.missing), true)
                                                  : std::vector<Moving>{};
        if (!halves.empty()) {
            auto option = plain;
            options::spend_less(c_, option, halves);
            if (try_it(std::move(option))) return best;
        }
        if (!moving.empty() && plain.kind != PlanKind::personal_instalment) {
            auto option = plain;
            options::move_in(c_, option, moving);
            if (try_it(option) || halves.empty()) return best;
            options::spend_less(c_, option, halves);
            option.risks.erase(std::remove_if(option.risks.begin(), option.risks.end(),
                                              [](const auto& r) { return r.kind == OptionRisk::may_not_hold; }),
                               option.risks.end());
            try_it(std::move(option));
        }
        return best;
    }

    std::optional<Option> with_help(const Option& plain)
    {
        auto best = best_of(plain);
        if (best) out_.options.push_back(*best);
        return best;
    }

    // -- what is said
    // ----------------------------------------------------------------------------------------------------------------------

    void rank()
    {
        const auto moves = [](const Option& o) { return o.moving.size() + o.waits.size(); };
        const auto sure = [](const Option& o) {
            return std::lround(o.holds * 20);
        };  // to five in a hundred: what lies closer is told by cost
        const auto better = [&](const Option& a, const Option& b) {
            // Stopping interest and advice pay nothing by themselves: they come after what pays and holds.
            const bool a_holds = pays(a) && holds(a);
            const bool b_holds = pays(b) && holds(b);
            if (a_holds != b_holds) return a_holds;
            if (!a_holds && pays(a) != pays(b)) return pays(b);
            if (!a_holds && sure(a) != sure(b)) return sure(a) > sure(b);
            if (a.total_cost != b.total_cost) return a.total_cost < b.total_cost;
            if (a.needs_bank != b.needs_bank) return b.needs_bank;
            if (moves(a) != moves(b)) return moves(a) < moves(b);
            return a.holds > b.holds;
        };
        std::stable_sort(out_.options.begin(), out_.options.end(), better);
        int n = 0;
        for (auto& o : out_.options) o.n = ++n;
    }

    /// Where nothing is left in a usual month, paying the minimum only puts the question off.
    bool only_the_minimum_holds() const
    {
        return std::none_of(out_.options.begin(), out_.options.end(),
                            [&](const Option& o) { return pays(o) && holds(o) && o.kind != PlanKind::pay_minimum; });
    }

    void advise()
    {
        const bool nothing_left = c_.afford.income_seen && !c_.afford.left().positive() && c_.is_debt();
        if (out_.p_short < c_.policy.tight && !c_.overdue())
            out_.advice = {AdviceKind::not_needed, c_.zero, c_.duty.due};
        else if (any_holds() && !(nothing_left && only_the_minimum_holds()))
            out_.advice = {AdviceKind::choose, c_.zero, {}};
        else if (nothing_left) out_.advice = {AdviceKind::talk_to_somebody, abs(c_.afford.left()), {}};
        else out_.advice = {AdviceKind::none_holds, options::rounded_up(c_.missing), c_.pay_on};
    }

    const Case& c_;
    double essential_before_ = 0;
    double overdrawn_before_ = 0;
    Proposal out_{};
};

}  // namespace

Proposal propose(const ledger::Book& book, const ledger::History& history, ledger::Today today, const Duty& duty,
                 const PlanRequest& request, const Policy& policy)
{
    const Prover prover{book, history, today, options::horizon, request.income_change};
    return Planner{Case{book, history, request, policy, prover, duty, {duty.bill}}}.run();
}

std::vector<Proposal> propose_for_all(const ledger::Book& book, const ledger::History& history, ledger::Today today,
                                      const PlanRequest& request, const Policy& policy)
{
    const Prover prover{book, history, today, options::horizon, request.income_change};
    std::vector<Proposal> out;
    for (const auto& duty : open_duties(book, history, today.date + Days{60}, today))
        if (duty.late() || prover.p_short(duty) >= policy.tight)
            out.push_back(Planner{Case{book, history, request, policy, prover, duty, {duty.bill}}}.run());
    std::stable_sort(out.begin(), out.end(), [](const Proposal& a, const Proposal& b) {
        if (a.duty.essential != b.duty.essential) return a.duty.essential;
        return a.duty.due < b.duty.due;
    });
    return out;
}

Option offered_option(const ledger::Book& book, const ledger::History& history, ledger::Today today, const Duty& duty,
                      const ledger::Offer& offer, const PlanRequest& request, const Policy& policy)
{
    const Prover prover{book, history, today, options::horizon, request.income_change};
    const Case c{book, history, request, policy, prover, duty, {duty.bill}};
    return Planner{c}.judged(options::offered(c, offer));
}

}  // namespace alerts
