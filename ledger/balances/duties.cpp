#include "ledger/balances/duties.hpp"

#include <algorithm>
#include <set>

#include "ledger/balances/card_cycle.hpp"

namespace ledger {

namespace {

/// Settlements per occurrence, summed once: asking per duty would cost bills × settlements.
using Paid = std::map<std::pair<BillId, Date>, Money>;

Paid settled(const Book& book)
{
    Paid paid;
    for (const auto& [id, s] : book.settlements) {
        const auto [at, added] = paid.try_emplace({s.bill, s.due}, s.amount);
        if (!added) at->second += s.amount;
    }
    return paid;
}

DutyStatus status_of(const Duty& duty, Today today)
{
    if (!duty.still_owed.positive()) return DutyStatus::paid;
    if (duty.minimum && duty.minimum->positive() && duty.paid >= *duty.minimum) return DutyStatus::minimum_paid;
    if (duty.due < today.date) return DutyStatus::overdue;
    if (duty.paid.positive()) return DutyStatus::partly_paid;
    return duty.due == today.date ? DutyStatus::due : DutyStatus::upcoming;
}

class Gatherer {
public:
    Gatherer(const Book& book, const History& history, Date from, Date to, Today today)
        : book_{book}, history_{history}, from_{from}, to_{to}, today_{today}, paid_{settled(book)}
    {
        for (const auto& [id, a] : book.adjustments) adjusted_.emplace(std::pair{a.bill, a.due}, &a);
        for (const auto& [id, p] : book.plans)
            if (p.status == PlanStatus::active && !p.schedule.empty()) planned_.insert({p.bill, p.due});
    }

    std::vector<Duty> run(BillId only)
    {
        for (const auto& [id, bill] : book_.bills) {
            if (only && id != only) continue;
            if (bill.source == BillSource::card) from_card(bill);
            else if (bill.source == BillSource::plan) from_plan(bill);
            else from_rule(bill);
        }
        std::stable_sort(out_.begin(), out_.end(), [](const Duty& a, const Duty& b) { return a.due < b.due; });
        return std::move(out_);
    }

private:
    void from_rule(const Bill& bill)
    {
        // A moved occurrence may come into the range from outside it, so look a little further.
        const Date until = bill.ended ? std::min(to_, today_.date) : to_;
        for (const Date day : dates(bill.repeat, bill.first_due, from_ - Days{62}, until + Days{62})) add(bill, day, bill.amount, bill.minimum);
    }

    void from_plan(const Bill& bill)
    {
        for (const auto& part : bill.schedule)
            if (!bill.ended || part.due <= today_.date) add(bill, part.due, part.amount, {});
    }

    void from_card(const Bill& bill)
    {
        const auto* card = find<Account>(book_, bill.card);
        if (!card || !card->card) return;
        for (const auto& s : card_bills(book_, history_, *card, from_, to_, today_)) {
            if (!s.balance.positive()) continue;
            Duty duty = duty_of(bill, s.cycle.due, s.balance);
            duty.minimum = s.minimum;
            duty.projected = s.projected;
            duty.estimate = s.projected;
            duty.issuer = card->card->issuer;
            if (!duty.pay_from) duty.pay_from = paying_account(book_, history_, card->pay_from, card->currency);
            finish(duty, s.paid);
        }
    }

    Duty duty_of(const Bill& bill, Date day, Money amount) const
    {
        return {.bill = bill.id, .source = bill.source, .payee = bill.payee, .due = day, .occurrence = day, .amount = amount,
                .pay_from = bill.pay_from, .card = bill.card, .estimate = bill.estimate, .autopay = bill.autopay,
                .essential = bill.essential, .issuer = bill.issuer};
    }

    void add(const Bill& bill, Date day, Money amount, std::optional<Money> minimum)
    {
        Duty duty = duty_of(bill, day, amount);
        duty.minimum = minimum;
        if (const auto at = adjusted_.find({bill.id, day}); at != adjusted_.end()) {
            if (at->second->skipped) return;
            duty.due = at->second->moved_to.value_or(day);
            duty.amount = at->second->amount.value_or(amount);
        }
        if (duty.due < from_ || duty.due > to_) return;
        duty.pay_from = paying_account(book_, history_, bill.pay_from, amount.currency);
        const auto at = paid_.find({bill.id, day});
        finish(duty, at == paid_.end() ? Money{0, amount.currency} : at->second);
    }

    void finish(Duty duty, Money paid)
    {
        duty.paid = paid;
        const Money rest = duty.amount - paid;
        duty.still_owed = rest.positive() ? rest : Money{0, rest.currency};
        duty.status = status_of(duty, today_);
        if (duty.status != DutyStatus::paid && planned_.contains({duty.bill, duty.occurrence})) duty.status = DutyStatus::in_plan;
        out_.push_back(std::move(duty));
    }

    const Book& book_;
    const History& history_;
    Date from_, to_;
    Today today_;
    Paid paid_;
    std::map<std::pair<BillId, Date>, const Adjustment*> adjusted_;
    std::set<std::pair<BillId, Date>> planned_;
    std::vector<Duty> out_;
};

constexpr Days year{365};

}  // namespace

Money Duty::minimum_still_owed() const
{
    if (!minimum || paid >= *minimum) return {0, amount.currency};
    return *minimum - paid;
}

std::vector<Duty> duties(const Book& book, const History& history, Date from, Date to, Today today)
{
    return Gatherer{book, history, from, to, today}.run({});
}

std::vector<Duty> open_duties(const Book& book, const History& history, Date horizon, Today today)
{
    auto all = duties(book, history, today.date - year, horizon, today);
    // A card's later statement contains whatever its earlier ones left unpaid: only the latest closed one asks for money.
    std::map<BillId, Date> latest;
    for (const auto& d : all)
        if (d.source == BillSource::card && !d.projected) latest[d.bill] = std::max(latest[d.bill], d.due);
    std::erase_if(all, [&](const Duty& d) {
        return !d.open() || d.status == DutyStatus::in_plan || (d.source == BillSource::card && !d.projected && d.due < latest[d.bill]);
    });
    return all;
}

std::optional<Duty> current_duty(const Book& book, const History& history, BillId bill, Today today)
{
    auto mine = Gatherer{book, history, today.date - year, today.date + 2 * year, today}.run(bill);
    for (auto& d : open_duties(book, history, today.date + 2 * year, today))
        if (d.bill == bill) return d;
    for (auto& d : mine)
        if (d.due >= today.date) return d;
    if (mine.empty()) return std::nullopt;
    return mine.back();
}

std::vector<Expected> expected_incomes(const Book& book, Date from, Date to)
{
    std::vector<Expected> out;
    for (const auto& [id, income] : book.incomes) {
        if (income.ended) continue;
        for (const Date day : dates(income.repeat, income.next, from, to))
            out.push_back({.income = id, .payer = income.payer, .date = day, .amount = income.amount, .to = income.to});
    }
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
    return out;
}

AccountId paying_account(const Book& book, const History& history, AccountId named, Currency currency)
{
    if (named) return named;
    AccountId best{};
    std::size_t best_score = 0;
    for (const auto& [id, account] : book.accounts) {
        if (account.archived || !pays_bills(account.type) || account.currency != currency) continue;
        const auto at = history.accounts.find(id);
        const std::size_t rows = at == history.accounts.end() ? 0 : at->second.rows.size();
        const std::size_t kind = account.type == AccountType::checking ? 3u : account.type == AccountType::wallet ? 2u : 1u;
        const std::size_t score = kind * 100'000'000u + rows;
        if (score > best_score) best = id, best_score = score;
    }
    return best;
}

}  // namespace ledger
