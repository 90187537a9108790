// How ways out fare in invented households whose truth the forecast does not know (tests/support/rescue_life.hpp).
//
//   rescue_replay [HOUSEHOLDS=300] [LIVES=20]
//
// For each household the first option that holds is accepted, and lived for a year with LIVES different lucks.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "alerts/assess.hpp"
#include "tests/support/rescue_life.hpp"

namespace {

using namespace rescue_life;
using alerts::Option;

struct Tally {
    int households = 0, at_risk = 0, advised = 0, options = 0, above = 0, overdraw_median = 0, wrong_sum = 0;
    int lived = 0, kept = 0, kept_with_bills = 0, year = 0, overdrawn = 0, overdrawn_anyway = 0;
    double said = 0;
};

void check(const Household& home, const alerts::Proposal& p, Tally& t)
{
    for (const auto& o : p.options) {
        ++t.options;
        const bool in_parts = o.kind == PlanKind::bill_instalment || o.kind == PlanKind::personal_instalment;
        Money sum{0, p.duty.amount.currency};
        for (const auto& part : o.schedule) sum += part.amount;
        if (in_parts && o.monthly > p.afford.amount()) ++t.above;
        if (in_parts &&
            sum != p.duty.still_owed + (o.kind == PlanKind::bill_instalment ? o.total_cost : Money{0, sum.currency}))
            ++t.wrong_sum;
        if ((o.kind == PlanKind::extension || o.kind == PlanKind::move_due_date) && sum != p.duty.still_owed)
            ++t.wrong_sum;
        if (!pays(o) || o.schedule.empty() || o.schedule.front().due > home.today.date + Days{14}) continue;
        for (const auto& account : alerts::assess(home.book, home.history, home.today, 14, {}, o.what_if).accounts)
            if (std::any_of(account.daily.begin(), account.daily.end(), [](const auto& d) { return d.p50 < 0; }))
                ++t.overdraw_median;
    }
}

void print(const char* what, const Tally& t)
{
    const auto percent = [&](int n) { return 100.0 * n / std::max(1, t.lived); };
    std::printf("%s: %d households, %d at risk, %d with an option that holds (%d options in all)\n", what, t.households,
                t.at_risk, t.advised, t.options);
    std::printf(
        "  options above what is affordable %d, overdrawing by the forecast's own median %d, schedules that do not sum "
        "%d\n",
        t.above, t.overdraw_median, t.wrong_sum);
    std::printf(
        "  accepted plans lived %d times: every payment of the plan kept %.1f %% (said: %.1f %%), and every bill up to "
        "a month after %.1f %%, and of the whole year %.1f %%\n",
        t.lived, percent(t.kept), 100 * t.said / std::max(1, t.lived), percent(t.kept_with_bills), percent(t.year));
    std::printf("  an evening below zero within 14 days %.2f %% (without the plan and without paying: %.2f %%)\n",
                percent(t.overdrawn), percent(t.overdrawn_anyway));
}

double cpu_seconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

}  // namespace

int main(int count, char** words)
{
    const int households = count > 1 ? std::atoi(words[1]) : 300, lives = count > 2 ? std::atoi(words[2]) : 20;
    Tally all;
    std::map<int, Tally> by_kind;
    std::map<int, int> first_kind;
    for (int n = 0; n < households; ++n) {
        const Household home{static_cast<std::uint64_t>(n) + 1};
        const auto duty = *current_duty(home.book, home.history, home.debts.front(), home.today);
        const auto p = alerts::propose(home.book, home.history, home.today, duty);
        ++all.households;
        if (p.p_short < alerts::Policy{}.tight) continue;
        ++all.at_risk;
        check(home, p, all);
        const auto first = std::find_if(p.options.begin(), p.options.end(),
                                        [](const Option& o) { return pays(o) && o.holds >= alerts::holding({}); });
        if (first == p.options.end()) continue;
        ++all.advised;
        auto& mine = by_kind[static_cast<int>(first->kind)];
        ++mine.advised;
        const auto vow = vow_of(home.today, duty, *first);
        int bad = 0, bad_bills = 0;
        for (int life = 0; life < lives; ++life) {
            const auto seen =
                live(home, vow, static_cast<std::uint64_t>(n) * 1000 + static_cast<std::uint64_t>(life) + 7);
            const auto without =
                live(home, {}, static_cast<std::uint64_t>(n) * 1000 + static_cast<std::uint64_t>(life) + 7);
            bad += !seen.kept, bad_bills += !seen.bills_kept;
            for (auto* t : {&all, &mine}) {
                ++t->lived;
                t->said += first->holds;
                t->kept += seen.kept;
                t->kept_with_bills += seen.kept && seen.bills_kept;
                t->year += seen.year_kept;
                t->overdrawn += seen.overdrawn_soon;
                t->overdrawn_anyway += without.overdrawn_soon;
            }
        }
        if (std::getenv("RESCUE_WORST") && (bad * 4 > lives || bad_bills * 4 > lives))
            std::printf(
                "household %d: option %d holds %.3f, plan failed %d, bills failed %d of %d lives; owed %s, due %s, "
                "today %s\n",
                n, static_cast<int>(first->kind), first->holds, bad, bad_bills, lives, decimal(duty.still_owed).c_str(),
                iso(duty.due).c_str(), iso(home.today.date).c_str());
    }
    print("one debt", all);
    for (const auto& [kind, t] : by_kind)
        std::printf("    kind %d: first choice of %d, plan kept %.1f %%, with bills %.1f %% (said %.1f %%)\n", kind,
                    t.advised, 100.0 * t.kept / t.lived, 100.0 * t.kept_with_bills / t.lived, 100 * t.said / t.lived);

    Tally joint;
    for (int n = 0; n < households / 2; ++n) {
        const Household home{static_cast<std::uint64_t>(n) + 100'000, 4};
        for (const auto& t : alerts::joint_plans(home.book, home.history, home.today)) {
            ++joint.households;
            if (t.advice.kind == alerts::AdviceKind::not_needed) continue;
            ++joint.at_risk;
            if (t.holds < alerts::holding({}) || t.advice.kind != alerts::AdviceKind::choose) continue;
            ++joint.advised;
            Vow vow;
            Money a_month{0, t.currency};
            for (const auto& part : t.parts) {
                const bool debt = std::find(home.debts.begin(), home.debts.end(), part.duty.bill) != home.debts.end();
                if (!debt) continue;
                Option paid{.kind = PlanKind::transfer};
                const auto one = vow_of(home.today, part.duty, part.option ? *part.option : paid);
                vow.payments.insert(one.payments.begin(), one.payments.end());
                vow.last = std::max(vow.last, one.last);
                if (part.option && part.option->kind == PlanKind::personal_instalment) a_month += part.option->monthly;
            }
            if (a_month > t.affordable) ++joint.above;
            for (const auto& m : t.moving)
                vow.comes_in.emplace(std::max(m.on, home.today.date + Days{1}), m.amount.minor);
            if (!t.waits.empty()) vow.fun_share = 0.5;
            for (int life = 0; life < lives; ++life) {
                const auto seen =
                    live(home, vow, static_cast<std::uint64_t>(n) * 1000 + static_cast<std::uint64_t>(life) + 11);
                ++joint.lived;
                joint.said += t.holds;
                joint.kept += seen.kept;
                joint.kept_with_bills += seen.kept && seen.bills_kept;
                joint.year += seen.year_kept;
                joint.overdrawn += seen.overdrawn_soon;
            }
        }
    }
    print("several debts together", joint);

    const Household ten{4242, 12};
    const double begin = cpu_seconds();
    const auto plans = alerts::propose_for_all(ten.book, ten.history, ten.today);
    const double middle = cpu_seconds();
    const auto joint = alerts::joint_plans(ten.book, ten.history, ten.today);
    std::printf("planner: %zu bills one by one %.3f s CPU, together (%zu duties) %.3f s CPU\n", plans.size(),
                middle - begin, joint.empty() ? 0 : joint.front().parts.size(), cpu_seconds() - middle);
}
