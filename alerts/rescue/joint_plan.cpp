#include "alerts/rescue/planner.hpp"

#include <algorithm>
#include <set>

#include "alerts/rescue/options.hpp"

namespace alerts {

namespace {

using ledger::AccountId;
using ledger::Days;
using ledger::Duty;
using ledger::Money;
using ledger::PlanKind;
using options::Case;

constexpr int looked_ahead = 60;

enum class Own { nothing, transfer, trim, both };
constexpr int quarters = 4;  ///< in which a transfer is tried, so that no more is moved than it takes

/// Bills come first that keep a roof, power, food and health; what has no lender after them; then debts.
int order_of(const Duty& duty)
{
    if (duty.essential) return 0;
    return duty.source == ledger::BillSource::entered && duty.issuer.empty() ? 1 : 2;
}

class Joint {
public:
    Joint(const Prover& prover, const Policy& policy, std::vector<Case> cases)
        : prover_{prover}, policy_{policy}, cases_{std::move(cases)}
    {
    }

    JointPlan run()
    {
        std::vector<std::optional<Option>> choice(cases_.size());
        if (try_all(choice)) return finish();
        for (const auto i : cheapest_minimums_first()) {
            choice[i] = options::minimum(cases_[i]);
            try_all(choice);
        }
        if (best_holds()) return finish();
        if (smaller_asks(choice) || shared_plan(choice)) return finish();
        nothing_left(choice);
        return finish();
    }

private:
    bool best_holds() const { return best_ && best_->holds >= holding(policy_); }

    /// With nothing of one's own besides, with money moved, with less spending, with both; keeps the one with the
    /// fewest moves that holds.
    bool try_all(const std::vector<std::optional<Option>>& choice)
    {
        for (const auto own : {Own::nothing, Own::transfer, Own::trim, Own::both}) {
            std::optional<JointPlan> made;
            const bool moves_money = own == Own::transfer || own == Own::both;
            for (int quarter = moves_money ? 1 : quarters; quarter <= quarters; ++quarter) {
                made = make(choice, own, quarter);
                if (made && made->holds >= holding(policy_)) break;
            }
            if (!made) continue;
            const bool holds = made->holds >= holding(policy_);
            const bool better =
                !best_ || (holds && !best_holds()) || (!holds && !best_holds() && made->holds > best_->holds) ||
                (holds && best_holds() &&
                 std::pair{made->moves(), made->total_cost} < std::pair{best_->moves(), best_->total_cost});
            if (better) best_ = std::move(made);
        }
        return best_holds();
    }

    std::vector<std::size_t> cheapest_minimums_first() const
    {
        std::vector<std::pair<double, std::size_t>> by_cost;
        for (std::size_t i = 0; i < cases_.size(); ++i)
            if (cases_[i].is_debt() && !cases_[i].duty.essential)
                if (const auto option = options::minimum(cases_[i])) {
                    const auto relief = cases_[i].owed - option->monthly;
                    by_cost.emplace_back(static_cast<double>(option->total_cost.minor) /
                                             static_cast<double>(std::max<std::int64_t>(1, relief.minor)),
                                         i);
                }
        std::stable_sort(by_cost.begin(), by_cost.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        std::vector<std::size_t> out;
        for (const auto& [cost, i] : by_cost) out.push_back(i);
        return out;
    }

    /// Debts from the largest on: another day for it, or instalments of it, while all others get their minimum.
    bool smaller_asks(std::vector<std::optional<Option>>& choice)
    {
        std::vector<std::size_t> debts;
        for (std::size_t i = 0; i < cases_.size(); ++i)
            if (!cases_[i].duty.essential) debts.push_back(i);
        std::stable_sort(debts.begin(), debts.end(), [&](auto a, auto b) { return cases_[a].owed > cases_[b].owed; });
        for (const auto i : debts) {
            const auto before = choice[i];
            std::vector<Option> asks = options::later(cases_[i]);
            const auto parts = options::bill_instalments(cases_[i]);
            if (!parts.empty()) asks.push_back(parts.back());
            for (const auto& ask : asks) {
                choice[i] = ask;
                if (try_all(choice)) return true;
            }
            choice[i] = asks.empty() ? before : std::optional{asks.front()};
        }
        return false;
    }

    /// The same number of months for all debts, so that each gets its share of what is affordable.
    bool shared_plan(std::vector<std::optional<Option>>& choice)
    {
        std::vector<std::size_t> debts;
        Money owed{0, cases_.front().zero.currency};
        for (std::size_t i = 0; i < cases_.size(); ++i)
            if (cases_[i].is_debt() && !cases_[i].duty.projected && !cases_[i].duty.essential) {
                debts.push_back(i);
                owed += cases_[i].owed;
            }
        const Money can = cases_.front().afford.amount();
        if (debts.empty() || !can.positive()) return false;
        for (int n = 60; n >= 6; n -= 6) {
            Money a_month{0, owed.currency};
            auto shared = choice;
            for (const auto i : debts) {
                shared[i] = options::personal_plan(cases_[i], n);
                a_month += shared[i]->monthly;
            }
            if (a_month > can) break;  // fewer months only ask for more
            if (!try_all(shared)) {
                if (n == 60) return false;
                break;
            }
            choice = shared;
        }
        return best_holds();
    }

    void nothing_left(std::vector<std::optional<Option>>& choice)
    {
        for (std::size_t i = 0; i < cases_.size(); ++i)
            if (cases_[i].is_debt() && !cases_[i].duty.essential)
                if (const auto last = options::where_nothing_is_left(cases_[i]); !last.empty()) {
                    choice[i] = last.front();
                    stopped_ = true;
                }
        if (stopped_)
            if (auto made = make(choice, Own::nothing)) best_ = std::move(made);
    }

    // -- one candidate
    // -----------------------------------------------------------------------------------------------------------------------

    std::set<AccountId> payers() const
    {
        std::set<AccountId> out;
        for (const auto& c : cases_) out.insert(c.duty.pay_from);
        return out;
    }

    std::optional<JointPlan> make(const std::vector<std::optional<Option>>& choice, Own own, int quarter = quarters)
    {
        const auto& first = cases_.front();
        JointPlan made{.currency = first.zero.currency,
                       .spared = first.zero,
                       .total_cost = first.zero,
                       .affordable = first.afford.amount()};
        std::vector<ledger::ScheduledPart> beyond;
        for (std::size_t i = 0; i < cases_.size(); ++i) {
            made.parts.push_back({cases_[i].duty, choice[i]});
            if (!choice[i]) continue;
            made.total_cost += choice[i]->total_cost;
            made.what_if.moves.insert(made.what_if.moves.end(), choice[i]->what_if.moves.begin(),
                                      choice[i]->what_if.moves.end());
            made.what_if.flows.insert(made.what_if.flows.end(), choice[i]->what_if.flows.begin(),
                                      choice[i]->what_if.flows.end());
            for (const auto& part : choice[i]->schedule)
                if (part.due > prover_.end()) beyond.push_back(part);
        }
        for (const auto payer : payers())
            if (own != Own::nothing && !help(made, payer, own, quarter)) return std::nullopt;
        if (own != Own::nothing && made.moving.empty() && made.waits.empty())
            return std::nullopt;  // nothing more than without
        made.holds = 1;
        for (const auto payer : payers()) {
            const auto proof = prover_.prove(payer, {.what_if = made.what_if,
                                                     .until = prover_.end(),
                                                     .beyond = beyond,
                                                     .budget = &first.budget,
                                                     .spared = made.spared});
            made.holds *= proof.holds;
        }
        for (const auto& m : made.moving)
            if (!payers().contains(m.from))
                made.holds = std::min(made.holds,
                                      prover_.prove(m.from, {.what_if = made.what_if, .until = prover_.end()}).holds);
        return made;
    }

    /// Adds to `made` what of one's own money covers what the account lacks; false where there is nothing of that kind.
    bool help(JointPlan& made, AccountId payer, Own own, int quarter)
    {
        const auto until = prover_.today().date + Days{looked_ahead};
        Money lacks = prover_.falls_short(payer, until, made.what_if);
        if (!lacks.positive()) return true;
        const auto& c =
            *std::find_if(cases_.begin(), cases_.end(), [&](const Case& x) { return x.duty.pay_from == payer; });
        if (own == Own::trim || own == Own::both) {
            const auto halves = options::trimming(c, Money{ledger::Money::largest, c.zero.currency});
            if (halves.empty()) return false;
            Option less = options::start(c, PlanKind::trim, false);
            options::spend_less(c, less, halves);
            made.what_if.flows.insert(made.what_if.flows.end(), less.what_if.flows.begin(), less.what_if.flows.end());
            made.waits.insert(made.waits.end(), halves.begin(), halves.end());
            made.spared += less.spared;
            lacks = prover_.falls_short(payer, until, made.what_if);
        }
        if (own == Own::trim || !lacks.positive()) return true;
        for (auto& m :
             options::moving_from(c, options::rounded_up({lacks.minor * quarter / quarters, lacks.currency}), true)) {
            const Money spare = std::min(
                m.amount, prover_.spare(m.from, until, made.what_if));  // another account may have lent it already
            if (!spare.positive()) continue;
            m.amount = spare;
            m.on = prover_.today().date;
            made.what_if.flows.push_back({m.from, prover_.today().date + Days{1}, -spare});
            made.what_if.flows.push_back({payer, prover_.today().date + Days{1}, spare});
            made.moving.push_back(m);
            lacks -= spare;
        }
        return own == Own::both || !made.moving.empty();
    }

    JointPlan finish()
    {
        auto& t = *best_;
        const auto& first = cases_.front();
        const bool asked =
            std::any_of(t.parts.begin(), t.parts.end(), [](const Part& p) { return p.option.has_value(); });
        const bool leaves_debts =
            std::any_of(t.parts.begin(), t.parts.end(), [](const Part& p) { return p.option && !pays(*p.option); });
        if (leaves_debts) t.advice = {AdviceKind::talk_to_somebody, abs(first.afford.left()), {}};
        else if (best_holds())
            t.advice = {asked || t.moves() > 0 ? AdviceKind::choose : AdviceKind::not_needed, first.zero, {}};
        else {
            Money lacks = first.zero;
            for (const auto payer : payers())
                lacks += prover_.falls_short(payer, prover_.today().date + Days{looked_ahead}, t.what_if);
            t.advice = {AdviceKind::none_holds, options::rounded_up(lacks), first.pay_on};
            for (const auto& c : cases_) t.advice.date = std::min(*t.advice.date, c.pay_on);
        }
        return std::move(t);
    }

    const Prover& prover_;
    const Policy& policy_;
    std::vector<Case> cases_;
    std::optional<JointPlan> best_{};
    bool stopped_ = false;
};

}  // namespace

int JointPlan::moves() const
{
    const auto asked = std::count_if(parts.begin(), parts.end(), [](const Part& p) { return p.option.has_value(); });
    return static_cast<int>(asked) + static_cast<int>(moving.size() + waits.size());
}

std::vector<JointPlan> joint_plans(const ledger::Book& book, const ledger::History& history, ledger::Today today,
                                   const PlanRequest& request, const Policy& policy)
{
    const Prover prover{book, history, today, options::horizon, request.income_change};
    std::map<ledger::Currency, std::vector<Duty>> by_currency;
    for (const auto& due : prover.dues())
        if (due.pay_on <= today.date + Days{looked_ahead} && prover.knows(due.duty.pay_from))
            by_currency[due.duty.amount.currency].push_back(due.duty);
    std::vector<JointPlan> out;
    for (auto& [currency, duties] : by_currency) {
        std::stable_sort(duties.begin(), duties.end(), [](const Duty& a, const Duty& b) {
            return std::pair{order_of(a), a.due} < std::pair{order_of(b), b.due};
        });
        std::vector<ledger::BillId> debts;
        for (const auto& duty : duties) debts.push_back(duty.bill);
        std::vector<Case> cases;
        for (const auto& duty : duties)
            cases.emplace_back(book, history, request, policy, prover, duty,
                               duty.essential ? std::vector<ledger::BillId>{} : debts);
        // What is affordable for all debts together: their own payments do not count, everything else does.
        std::vector<ledger::BillId> owed;
        for (const auto& c : cases)
            if (c.is_debt() && !c.duty.essential) owed.push_back(c.duty.bill);
        const auto shared = affordable(
            book, history, today,
            {.currency = currency, .debts = owed, .income_change = request.income_change, .keep = request.keep});
        for (auto& c : cases) {
            c.afford = shared;
            c.budget = monthly_budget(shared, c.can_wait);
        }
        out.push_back(Joint{prover, policy, std::move(cases)}.run());
    }
    return out;
}

}  // namespace alerts
