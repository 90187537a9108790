#include "alerts/planner.hpp"

#include <algorithm>

#include "alerts/proof.hpp"
#include "ledger/balances/instalment.hpp"

namespace alerts {

namespace {

using ledger::AccountId;
using ledger::Date;
using ledger::Days;
using ledger::Duty;
using ledger::Money;
using ledger::PlanKind;

constexpr int horizon = 92;                          ///< days over which an option must hold; beyond, what is affordable decides
constexpr int overdraft_days = 14;                   ///< in which no option may overdraw the paying account
constexpr double unlucky = 0.10;                     ///< what is missing is reckoned for the tenth unluckiest future
constexpr double worth_saying = 0.5;                 ///< an option that holds less often is not offered
constexpr int longest_extension = 31;                ///< days; what banks call short
constexpr int most_months = 60;                      ///< of a personalised plan. Source: Measures for credit card business 2011, art. 70
constexpr ledger::Rate usual_fee{6'000'000};         ///< 0.6 % a part: common among old list prices
constexpr int terms[] = {3, 6, 9, 12, 18, 24};
constexpr double share_that_can_wait = 0.5;          ///< of non-essential spending; judgement: nobody stops all of it

Date working_days_after(Date day, int n)
{
    while (n > 0) {
        day += Days{1};
        if (ledger::weekday_of(day) <= 5) --n;
    }
    return day;
}

/// Up to the next ten whole units, so that nobody moves 1,037.42.
Money rounded_up(Money m)
{
    std::int64_t step = 10;
    for (int i = 0; i < m.currency.places(); ++i) step *= 10;
    return {(m.minor + step - 1) / step * step, m.currency};
}

std::vector<ledger::ScheduledPart> scheduled(const ledger::Instalments& parts)
{
    std::vector<ledger::ScheduledPart> out;
    for (const auto& p : parts)
        if (p.amount().positive()) out.push_back({p.due, p.amount()});
    return out;
}

class Planner {
public:
    Planner(const ledger::Book& book, const ledger::History& history, ledger::Today today, const PlanRequest& request, const Policy& policy,
            const Prover& prover, const Duty& duty)
        : book_{book}, history_{history}, today_{today}, request_{request}, policy_{policy}, prover_{prover}, duty_{duty}, zero_{0, duty.amount.currency},
          owed_{duty.still_owed}, pay_on_{std::max(duty.due, today.date + Days{1})}
    {
        out_.duty = duty;
        out_.p_short = prover.p_short(duty);
        out_.shortfall = prover.usually_missing(duty);
        out_.afford = affordable(book, history, today, {.currency = zero_.currency, .debts = {duty.bill}, .income_change = request.income_change, .keep = request.keep});
        missing_ = prover.missing(duty, unlucky);
        if (missing_.positive() && prover.knows(duty.pay_from))  // nor may anything else fail in the two weeks in which nothing may be overdrawn
            missing_ = std::max(missing_, prover.falls_short(duty.pay_from, std::max(pay_on_, today.date + Days{overdraft_days}), unlucky));
        if (request.keep && request.keep->currency == zero_.currency) missing_ += *request.keep;
        if (duty.source == ledger::BillSource::card)
            if (const auto* card = find<ledger::Account>(book, duty.card); card && card->card) card_ = card;
    }

    Proposal run()
    {
        from_elsewhere();
        minimum();
        later();
        bill_instalments();
        personalised();
        hardship();
        rank();
        advise();
        return std::move(out_);
    }

private:
    bool is_debt() const { return duty_.source != ledger::BillSource::entered || !duty_.issuer.empty(); }
    bool overdue() const { return duty_.due < today_.date; }

    /// A card's bill, or one the user entered with its bank: what issuers put into instalments.
    bool is_card_bill() const { return card_ || (duty_.source == ledger::BillSource::entered && !duty_.issuer.empty()); }

    Option start(PlanKind kind, bool needs_bank) const
    {
        return {.kind = kind, .total_cost = zero_, .monthly = zero_, .needs_bank = needs_bank};
    }

    WhatIf::Move pay_now_only(Money amount) const { return {.bill = duty_.bill, .occurrence = duty_.occurrence, .due = {}, .amount = amount}; }

    void pay_later(Option& option, Date day, Money amount) const
    {
        if (day <= today_.date + Days{horizon} && amount.positive()) option.what_if.flows.push_back({duty_.pay_from, day, -amount});
    }

    // -- one's own money ------------------------------------------------------------------------------------------------------------

    /// Only what the other accounts do not need themselves within the horizon of the bills.
    std::vector<Moving> spare_money(Money wanted) const
    {
        std::vector<Moving> out;
        for (const auto& [id, account] : book_.accounts) {
            if (id == duty_.pay_from || account.archived || !pays_bills(account.type) || account.currency != zero_.currency) continue;
            const Money spare = prover_.spare(id, today_.date + Days{60}, unlucky);
            if (spare.positive()) out.push_back({id, moving_day(), spare});
        }
        std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.amount > b.amount; });
        Money left = wanted;
        for (auto& m : out) {
            m.amount = std::min(m.amount, left);
            left -= m.amount;
        }
        std::erase_if(out, [](const Moving& m) { return !m.amount.positive(); });
        return out;
    }

    Date moving_day() const
    {
        const Date day = pay_on_ - Days{policy_.transfer_days};
        return std::max(today_.date, std::min(day, working_days_after(today_.date, 1)));
    }

    Money sum(const std::vector<Moving>& moving) const
    {
        Money total = zero_;
        for (const auto& m : moving) total += m.amount;
        return total;
    }

    Money can_wait(std::vector<AffordableLine>& lines) const
    {
        lines = spending_that_can_wait(book_, history_, today_, duty_.pay_from);
        Money a_month = zero_;
        for (const auto& line : lines) a_month += line.amount;
        const int days = ledger::days_between(today_.date, pay_on_) - 1;
        return times(a_month, {static_cast<std::int64_t>(share_that_can_wait * ledger::Rate::one)}, std::clamp(days, 0, 31), 30, ledger::Rounding::down);
    }

    /// Money that is there before the payment. What comes on the very day of a payment is not counted in the forecast, so where the payment is
    /// due tomorrow it is made smaller instead, which leaves the same on the account.
    void help_with(Option& option, Money amount, Date on) const
    {
        const Date day = std::max(on, today_.date + Days{1});
        const Money off = day < pay_on_ ? zero_ : std::min(amount, owed_);
        if (off.positive()) option.what_if.moves = {pay_now_only(owed_ - off)};
        if (amount > off) option.what_if.flows.push_back({duty_.pay_from, day, amount - off});
    }

    void move_in(Option& option, const std::vector<Moving>& moving) const
    {
        option.moving = moving;
        for (const auto& m : moving) {
            option.what_if.flows.push_back({m.from, std::max(m.on, today_.date + Days{1}), -m.amount});
            option.schedule.push_back({m.on, m.amount});
            option.why.push_back({OptionWhy::spare_elsewhere, m.amount, m.on, find<ledger::Account>(book_, m.from)->name});
            option.risks.push_back({OptionRisk::other_account_gets_low, m.amount, {}, find<ledger::Account>(book_, m.from)->name});
        }
        option.first_payment = moving.front().on;
        option.monthly = sum(moving);
    }

    void from_elsewhere()
    {
        if (!missing_.positive()) return;
        const auto moving = spare_money(rounded_up(missing_));
        std::vector<AffordableLine> waits;
        const Money waiting = overdue() ? zero_ : can_wait(waits);
        if (sum(moving) >= missing_) {
            auto option = start(PlanKind::transfer, false);
            move_in(option, moving);
            help_with(option, sum(moving), moving_day());
            return consider(std::move(option), moving);
        }
        if (waiting >= missing_) {
            auto option = start(PlanKind::defer_spending, false);
            option.waits = waits;
            option.monthly = waiting;
            option.why.push_back({OptionWhy::spending_waits, waiting, duty_.due, {}});
            option.risks.push_back({OptionRisk::needs_restraint, missing_, duty_.due, {}});
            help_with(option, waiting, pay_on_ - Days{1});
            return consider(std::move(option), {});
        }
        if (!moving.empty() && waiting.positive() && sum(moving) + waiting >= missing_) {
            auto option = start(PlanKind::transfer, false);
            move_in(option, moving);
            option.waits = waits;
            option.why.push_back({OptionWhy::spare_and_waiting, waiting, duty_.due, {}});
            option.risks.push_back({OptionRisk::needs_restraint, missing_ - sum(moving), duty_.due, {}});
            help_with(option, sum(moving), moving_day());
            if (pay_on_ - Days{1} > today_.date) option.what_if.flows.push_back({duty_.pay_from, pay_on_ - Days{1}, waiting});
            consider(std::move(option), moving);
        }
    }

    // -- the bank's money ----------------------------------------------------------------------------------------------------------

    std::optional<ledger::OwedStatement> statement() const
    {
        if (!card_) return std::nullopt;
        for (const auto& bill : card_bills(book_, history_, *card_, duty_.due - Days{40}, duty_.due + Days{40}, today_))
            if (bill.cycle.due == duty_.due) return owed_statement(book_, history_, *card_, bill);
        return std::nullopt;
    }

    /// What the statement would cost beyond what is owed, if besides what was paid `amount` is paid on `day`.
    Money cost_of(Money amount, Date day) const
    {
        const auto owed = statement();
        if (!owed && is_card_bill()) {  // no card terms are known: the rest at the usual daily rate until the day it is paid, or for a month
            const Money rest = owed_ - amount;
            const int late = std::max(0, ledger::days_between(duty_.due, day));
            return times(amount, ledger::CardTerms{}.daily_rate, late) + times(rest, ledger::CardTerms{}.daily_rate, 30);
        }
        if (!owed) return zero_;
        std::vector<ledger::CardPayment> payments;
        if (duty_.paid.positive()) payments.push_back({std::min(duty_.due, today_.date), duty_.paid});
        payments.push_back({day, amount});
        return card_cost(*card_->card, *owed, payments).interest;
    }

    Date next_due() const
    {
        if (const auto owed = statement()) return next_cycle(*card_->card, owed->cycle).due;
        return ledger::add_months(duty_.due, 1, ledger::day_of_month(duty_.due));
    }

    void minimum()
    {
        const Money least = duty_.minimum_still_owed();
        if (!least.positive() || least >= owed_) return;
        auto option = start(PlanKind::pay_minimum, false);
        const Money rest = owed_ - least;
        option.total_cost = cost_of(least, pay_on_);
        option.monthly = least;
        option.months = 1;
        option.first_payment = pay_on_;
        option.schedule = {{pay_on_, least}};
        option.why.push_back({OptionWhy::minimum_is_enough, least, duty_.due, {}});
        option.risks.push_back({OptionRisk::rest_bears_interest, option.total_cost, next_due(), {}});
        option.what_if.moves = {pay_now_only(least)};
        const Money next = is_card_bill() ? minimum_due(card_ ? *card_->card : ledger::CardTerms{}, rest) + option.total_cost : rest;
        pay_later(option, next_due(), next);
        consider_with_restraint(std::move(option));
    }

    /// After the first income that makes the payment possible.
    void later()
    {
        const Money least{std::max<std::int64_t>(1, missing_.minor / 2), zero_.currency};
        for (const auto& income : prover_.incomes(duty_.pay_from, least)) {
            const Date day = income.date + Days{1};
            if (day <= pay_on_ || income.date < duty_.due) continue;
            if (ledger::days_between(std::max(duty_.due, today_.date), day) > longest_extension) break;
            const bool timing = !overdue() && ledger::days_between(duty_.due, day) <= 15;
            if (timing && is_debt()) put_off(PlanKind::move_due_date, day, income);
            put_off(PlanKind::extension, day, income);
            if (!out_.options.empty() && out_.options.back().kind == PlanKind::extension && out_.options.back().holds >= holding(policy_)) break;
        }
    }

    void put_off(PlanKind kind, Date day, const Coming& income)
    {
        auto option = start(kind, true);
        option.total_cost = kind == PlanKind::extension ? cost_of(owed_, day) : zero_;
        option.monthly = owed_;
        option.months = 1;
        option.first_payment = day;
        option.schedule = {{day, owed_}};
        option.why.push_back({OptionWhy::income_after_due, income.amount, income.date, {}});
        option.risks.push_back({OptionRisk::bank_decides, zero_, {}, {}});
        if (kind == PlanKind::move_due_date) option.risks.push_back({OptionRisk::only_from_next_cycle, zero_, duty_.due, {}});
        if (kind == PlanKind::extension && is_debt()) {
            option.risks.push_back({OptionRisk::interest_may_run, option.total_cost, {}, {}});
            option.risks.push_back({OptionRisk::record_possible, zero_, {}, {}});
        }
        option.what_if.moves = {{.bill = duty_.bill, .occurrence = duty_.occurrence, .due = day, .amount = {}}};
        consider_with_restraint(std::move(option));
    }

    /// The first payment comes with the next statement, or a month later; after the next income where that is known.
    Date first_instalment() const { return std::max(next_due(), working_days_after(today_.date, policy_.bank_days)); }

    void in_parts(Option& option, const ledger::Instalments& parts) const
    {
        option.months = static_cast<int>(parts.size());
        option.monthly = parts.front().amount();
        for (const auto& p : parts) option.monthly = std::max(option.monthly, p.amount());
        option.first_payment = parts.front().due;
        option.schedule = scheduled(parts);
        option.total_cost = total_charge(parts);
        option.apr = yearly_cost(parts).nominal;
        option.what_if.moves = {pay_now_only(zero_)};
        for (const auto& p : parts) pay_later(option, p.due, p.amount());
    }

    void bill_instalments()
    {
        if (!is_card_bill() || overdue() || duty_.projected) return;
        const bool known = !request_.instalment_fees.empty();
        int offered = 0;
        for (const int n : terms) {
            const auto at = request_.instalment_fees.find(n);
            if (known && at == request_.instalment_fees.end()) continue;
            const auto parts = with_flat_fee(owed_, n, known ? at->second : usual_fee, first_instalment());
            auto option = start(PlanKind::bill_instalment, true);
            in_parts(option, parts);
            if (option.monthly > out_.afford.amount()) continue;
            option.why.push_back({OptionWhy::spread_over_months, option.monthly, option.first_payment, {}});
            option.why.push_back({OptionWhy::within_affordable, out_.afford.amount(), {}, {}});
            option.risks.push_back({OptionRisk::bank_decides, zero_, {}, {}});
            option.risks.push_back({OptionRisk::ask_before_due, zero_, duty_.due, {}});
            option.risks.push_back({known ? OptionRisk::fee_is_a_list_price : OptionRisk::fee_is_a_guess, zero_, {}, {}});
            const auto before = out_.options.size();
            consider_with_restraint(std::move(option));
            if (out_.options.size() > before && out_.options.back().holds >= holding(policy_) && ++offered == 2) break;  // the shortest two: longer ones only cost more
        }
    }

    /// On the day after the income that makes it possible, as such a plan is negotiated freely.
    Date first_of_plan() const
    {
        const Date soonest = working_days_after(today_.date, policy_.bank_days);
        for (const auto& income : prover_.incomes(duty_.pay_from, times(out_.afford.income, {ledger::Rate::one / 3})))
            if (income.date >= soonest) return income.date + Days{1};
        return first_instalment();
    }

    /// What the plan costs if the bank does not agree to stop the interest: the card's daily rate on what is left, simple, to the last payment.
    Money interest_if_it_runs(const std::vector<ledger::ScheduledPart>& schedule) const
    {
        const auto rate = card_ && card_->card ? card_->card->daily_rate : ledger::CardTerms{}.daily_rate;
        Money left = owed_, cost = zero_;
        ledger::Date from = duty_.due;
        for (const auto& part : schedule) {
            cost += times(left, rate, std::max(0, ledger::days_between(from, part.due)));
            left -= part.amount;
            from = std::max(from, part.due);
        }
        return cost;
    }

    void personalised()
    {
        if (!is_debt() || duty_.projected || !out_.afford.amount().positive()) return;
        const int needed = months_needed(owed_, out_.afford.amount());
        if (needed > most_months || owed_ <= out_.afford.amount()) return;
        const bool lighter = std::any_of(out_.options.begin(), out_.options.end(), [&](const Option& o) { return o.holds >= holding(policy_); });
        if (lighter && needed <= 12 && !overdue()) return;  // such a plan is for debts beyond one's means
        std::optional<Option> best;
        for (int n = ledger::usual_term(needed); n != 0 && n <= most_months; n = ledger::usual_term(n + 1)) {
            auto option = start(PlanKind::personal_instalment, true);
            in_parts(option, in_equal_parts(owed_, n, first_of_plan()));
            if (option.monthly > out_.afford.amount()) continue;
            option.total_cost = interest_if_it_runs(option.schedule);
            option.apr.reset();
            option.why.push_back({OptionWhy::spread_over_months, option.monthly, option.first_payment, {}});
            option.why.push_back({OptionWhy::within_affordable, out_.afford.amount(), {}, {}});
            option.risks = {{OptionRisk::bank_decides, zero_, {}, {}},
                            {OptionRisk::interest_may_run, option.total_cost, {}, {}},
                            {OptionRisk::no_new_cards, zero_, {}, {}},
                            {OptionRisk::missing_one_ends_it, zero_, {}, {}},
                            {OptionRisk::record_possible, zero_, {}, {}}};
            const auto before = out_.options.size();
            consider_with_restraint(std::move(option));
            if (out_.options.size() == before) continue;
            if (!best || out_.options.back().holds > best->holds) best = out_.options.back();
            out_.options.pop_back();
            if (best->holds >= holding(policy_)) break;  // the shortest that holds
        }
        if (best) out_.options.push_back(std::move(*best));
    }

    /// Where nothing is affordable no plan is proposed that would fail: interest should stop, and somebody should help.
    void hardship()
    {
        if (!is_debt()) return;
        const Money can = out_.afford.amount();
        const bool too_long = can.positive() && months_needed(owed_, can) > most_months;
        if (!out_.afford.income_seen || (can.positive() && !too_long)) return;
        for (const auto kind : {PlanKind::interest_freeze, PlanKind::counselling}) {
            auto option = start(kind, kind == PlanKind::interest_freeze);
            option.why.push_back({OptionWhy::nothing_is_left, abs(out_.afford.left()), {}, {}});
            if (kind == PlanKind::interest_freeze) {
                option.risks.push_back({OptionRisk::bank_decides, zero_, {}, {}});
                option.risks.push_back({OptionRisk::record_possible, zero_, {}, {}});
            }
            option.what_if.moves = {pay_now_only(zero_)};
            option.holds = std::min(0.995, prover_.prove(duty_.pay_from, option.what_if).holds);
            out_.options.push_back(std::move(option));
        }
    }

    // -- the proof ---------------------------------------------------------------------------------------------------------------------

    bool pays_soon(const Option& option) const
    {
        const Date end = today_.date + Days{overdraft_days};
        if (!option.moving.empty() || option.kind == PlanKind::defer_spending) return true;
        const auto moved = option.what_if.moves.empty() ? WhatIf::Move{} : option.what_if.moves.front();
        if (moved.amount.value_or(owed_).positive() && std::max(moved.due.value_or(duty_.due), today_.date + Days{1}) <= end) return true;
        return std::any_of(option.what_if.flows.begin(), option.what_if.flows.end(),
                           [&](const auto& f) { return f.account == duty_.pay_from && f.amount.negative() && f.date <= end; });
    }

    /// As things are; where that does not hold, with half of the spending that can wait left out for as long as the forecast looks.
    void consider_with_restraint(Option option)
    {
        const auto before = out_.options.size();
        consider(option, {});
        if (out_.options.size() > before && out_.options.back().holds >= holding(policy_)) return;
        std::vector<AffordableLine> lines = spending_that_can_wait(book_, history_, today_, duty_.pay_from);
        Money a_month = zero_;
        for (const auto& line : lines) a_month += line.amount;
        const Money a_week = times(a_month, {static_cast<std::int64_t>(share_that_can_wait * ledger::Rate::one)}, 7, 31, ledger::Rounding::down);
        if (!a_week.positive()) return;
        for (int d = 7; d <= horizon; d += 7) option.what_if.flows.push_back({duty_.pay_from, today_.date + Days{d}, a_week});
        option.waits = std::move(lines);
        option.why.push_back({OptionWhy::spending_waits, times(a_month, {static_cast<std::int64_t>(share_that_can_wait * ledger::Rate::one)}), {}, {}});
        option.risks.push_back({OptionRisk::needs_restraint, times(a_month, {static_cast<std::int64_t>(share_that_can_wait * ledger::Rate::one)}), {}, {}});
        const auto plain = out_.options.size();
        consider(std::move(option), {});
        if (plain == before || out_.options.size() == plain) return;
        const bool helped = out_.options[plain].holds > out_.options[plain - 1].holds;  // keep the better of the two
        out_.options.erase(out_.options.end() - (helped ? 2 : 1));
    }

    void consider(Option option, const std::vector<Moving>& moving)
    {
        if (!prover_.knows(duty_.pay_from)) return;
        const auto proof = prover_.prove(duty_.pay_from, option.what_if);
        option.holds = proof.holds;
        if (pays_soon(option) && (proof.lowest.negative() || proof.essential_short > std::max(policy_.at_risk, essential_before()))) return;
        for (const auto& m : moving) {
            const auto source = prover_.prove(m.from, option.what_if);
            if (source.lowest.negative()) return;
            option.holds = std::min(option.holds, source.holds);
        }
        if (option.holds < worth_saying) return;
        if (!proof.known) option.risks.push_back({OptionRisk::little_history, zero_, {}, {}});
        else if (option.holds < holding(policy_)) option.risks.push_back({OptionRisk::may_not_hold, zero_, {}, {}});
        out_.options.push_back(std::move(option));
    }

    /// What fails already is not held against an option that does not make it worse.
    double essential_before()
    {
        if (!essential_before_) essential_before_ = prover_.prove(duty_.pay_from, {}).essential_short;
        return *essential_before_;
    }

    void rank()
    {
        const auto better = [&](const Option& a, const Option& b) {
            // Stopping interest and advice pay nothing by themselves: they come after what pays and holds.
            const auto pays = [](const Option& o) { return o.kind != PlanKind::interest_freeze && o.kind != PlanKind::counselling; };
            const bool a_holds = pays(a) && a.holds >= holding(policy_), b_holds = pays(b) && b.holds >= holding(policy_);
            if (a_holds != b_holds) return a_holds;
            if (!a_holds && pays(a) != pays(b)) return pays(b);
            if (!a_holds && a.holds != b.holds) return a.holds > b.holds;
            if (a.total_cost != b.total_cost) return a.total_cost < b.total_cost;
            if (a.needs_bank != b.needs_bank) return b.needs_bank;
            return a.holds > b.holds;
        };
        std::stable_sort(out_.options.begin(), out_.options.end(), better);
        int n = 0;
        for (auto& o : out_.options) o.n = ++n;
    }

    void advise()
    {
        const auto plan_holds = [&](const Option& o) {
            return o.holds >= holding(policy_) && o.kind != PlanKind::interest_freeze && o.kind != PlanKind::counselling;
        };
        const bool any = std::any_of(out_.options.begin(), out_.options.end(), plan_holds);
        if (out_.p_short < policy_.tight && !overdue()) out_.advice = {AdviceKind::not_needed, zero_, duty_.due};
        else if (any) out_.advice = {AdviceKind::choose, zero_, {}};
        else if (out_.afford.income_seen && !out_.afford.left().positive() && is_debt()) out_.advice = {AdviceKind::talk_to_somebody, abs(out_.afford.left()), {}};
        else out_.advice = {AdviceKind::none_holds, rounded_up(missing_), pay_on_};
    }

    const ledger::Book& book_;
    const ledger::History& history_;
    ledger::Today today_;
    const PlanRequest& request_;
    const Policy& policy_;
    const Prover& prover_;
    Duty duty_;
    Money zero_, owed_, missing_;
    Date pay_on_;
    const ledger::Account* card_ = nullptr;
    std::optional<double> essential_before_;
    Proposal out_;
};

}  // namespace

double holding(const Policy& policy) { return 1 - policy.at_risk; }

Proposal options(const ledger::Book& book, const ledger::History& history, ledger::Today today, const Duty& duty, const PlanRequest& request, const Policy& policy)
{
    const Prover prover{book, history, today, horizon, request.income_change};
    return Planner{book, history, today, request, policy, prover, duty}.run();
}

std::vector<Proposal> options_for_all(const ledger::Book& book, const ledger::History& history, ledger::Today today, const PlanRequest& request, const Policy& policy)
{
    const Prover prover{book, history, today, horizon, request.income_change};
    std::vector<Proposal> out;
    for (const auto& duty : open_duties(book, history, today.date + Days{60}, today))
        if (duty.due < today.date || prover.p_short(duty) >= policy.tight) out.push_back(Planner{book, history, today, request, policy, prover, duty}.run());
    std::stable_sort(out.begin(), out.end(), [](const Proposal& a, const Proposal& b) {
        if (a.duty.essential != b.duty.essential) return a.duty.essential;
        return a.duty.due < b.duty.due;
    });
    return out;
}

}  // namespace alerts
