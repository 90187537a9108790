#include "ledger/balances/duties.hpp"

#include <algorithm>
#include <set>

#include "ledger/balances/card_bills.hpp"
#include "ledger/balances/returns.hpp"
#include "ledger/facts/payee.hpp"

namespace ledger {

namespace {

/// Settlements per occurrence, summed once: asking per duty would cost bills × settlements.
using Paid = std::map<std::pair<BillId, Date>, Money>;

Paid settled(const Book& book, const History& history, Today today, BillId only)
{
    Paid paid;
    for (const auto& [id, s] : book.settlements) {
        if ((only && s.bill != only) || !stands(history, s, today)) continue;
        const auto [at, added] = paid.try_emplace({s.bill, s.due}, s.amount);
        if (!added) at->second += s.amount;
    }
    return paid;
}

DutyStatus status_of(const Duty& duty, Today today)
{
    if (!duty.still_owed.positive()) return DutyStatus::paid;
    if (duty.arrears.positive()) return DutyStatus::overdue;
    if (duty.superseded && duty.due < today.date) return DutyStatus::minimum_paid;
    if (duty.minimum && duty.minimum->positive() && !duty.minimum_still_owed().positive())
        return DutyStatus::minimum_paid;
    if (duty.due < today.date) return DutyStatus::overdue;
    if (duty.paid.positive()) return DutyStatus::partly_paid;
    return duty.due == today.date ? DutyStatus::due : DutyStatus::upcoming;
}

class Gatherer {
public:
    Gatherer(const Book& book, const History& history, Date from, Date to, Today today, BillId only, bool ever)
        : book_{book},
          history_{history},
          from_{from},
          to_{to},
          today_{today},
          holidays_{holidays_of(book)},
          paid_{settled(book, history, today, only)},
          only_{only},
          ever_{ever}
    {
        for (const auto& [id, a] : book.adjustments)
            if (a.bill) adjusted_.emplace(std::pair{a.bill, a.due}, &a);
        for (const auto& [id, p] : book.plans)
            if (p.status == PlanStatus::active && !p.schedule.empty()) planned_.insert({p.bill, p.due});
    }

    std::vector<Duty> run()
    {
        for (const auto& [id, bill] : book_.bills) {
            if (only_ && id != only_) continue;
            if (bill.source == BillSource::card) from_card(bill);
            else if (bill.source == BillSource::plan) from_plan(bill);
            else from_rule(bill);
        }
        std::stable_sort(out_.begin(), out_.end(), [](const Duty& a, const Duty& b) { return a.due < b.due; });
        return std::move(out_);
    }

private:
    /// What comes once is owed for as long as it is open.
    Date from_of(const Bill& bill) const
    {
        const bool once = bill.repeat.period == Period::once && bill.earlier.empty();
        return ever_ && (once || bill.source == BillSource::plan) ? make_date(1900, 1, 1) : from_;
    }

    void from_rule(const Bill& bill)
    {
        // A moved occurrence may come into the range from outside it, so look a little further.
        const Date from = from_of(bill) - Days{62};
        const Date until = (bill.ended ? std::min(to_, today_.date) : to_) + Days{62};
        Date after = Date::min();
        for (const auto& rule : bill.earlier) {
            for (const auto& o : occurrences(rule.repeat, rule.first_due, from, until, holidays_))
                if (o.plain > after && o.plain <= rule.until)
                    add(bill, o, guessed(rule.amount, rule.lowest, rule.estimate), rule.minimum);
            after = rule.until;
        }
        for (const auto& o : occurrences(bill.repeat, bill.first_due, from, until, holidays_))
            if (o.plain > after) add(bill, o, asked(bill), bill.minimum);
    }

    struct Asked {
        Money amount{};
        std::optional<Money> lowest{};
        std::optional<Money> met_from{};  ///< a guess is met by what was asked in the end, from so much on; nothing =
                                          ///< the amount is no guess
    };

    static constexpr Rate most_of{750'000'000};  ///< three quarters of a guess meet it; judgement, not measured

    static Asked guessed(Money amount, std::optional<Money> lowest, bool estimate)
    {
        if (lowest) return {amount, lowest, *lowest};
        return {amount, {}, estimate ? std::optional{times(amount, most_of)} : std::nullopt};
    }

    /// What each occurrence that is still open is reckoned with.
    Asked asked(const Bill& bill) const
    {
        if (bill.learn_from > 0)
            if (const auto learnt = last_paid(book_, bill.id, bill.learn_from, Date::max()))
                return {learnt->mean, learnt->lowest, std::min(learnt->lowest, times(learnt->mean, most_of))};
        return guessed(bill.amount, bill.lowest, bill.estimate || bill.learn_from > 0);
    }

    void from_plan(const Bill& bill)
    {
        for (const auto& part : bill.schedule)
            if (!bill.ended || part.due <= today_.date) add(bill, {part.due, part.due}, {.amount = part.amount}, {});
    }

    void from_card(const Bill& bill)
    {
        const auto* card = find<Account>(book_, bill.card);
        if (!card || !card->card) return;
        for (const auto& s : card_bills(book_, history_, *card, ever_ ? Date::min() : from_, to_, today_)) {
            if (!s.balance.positive()) continue;
            Duty duty = duty_of(bill, s.formula.due, s.balance);
            duty.due = s.earlier_due.value_or(s.cycle.due);
            duty.minimum = s.minimum;
            duty.superseded = s.superseded;
            duty.refunded = s.refunded;
            duty.arrears = s.arrears;
            duty.late_since = s.late_since;
            duty.projected = s.projected;
            duty.estimate = s.projected;
            duty.issuer = card->card->issuer;
            if (!duty.pay_from) duty.pay_from = paying_account(book_, history_, card->pay_from, card->currency);
            if (s.superseded && s.unmet.positive() && duty.due < today_.date)
                duty.arrears = s.unmet, duty.late_since = duty.due;
            finish(duty, s.paid);
        }
    }

    Duty duty_of(const Bill& bill, Date day, Money amount) const
    {
        return {.bill = bill.id,
                .source = bill.source,
                .payee = bill.payee,
                .due = day,
                .occurrence = day,
                .amount = amount,
                .refunded = {0, amount.currency},
                .arrears = {0, amount.currency},
                .pay_from = bill.pay_from,
                .card = bill.card,
                .estimate = bill.estimate,
                .autopay = bill.autopay,
                .essential = bill.essential,
                .issuer = bill.issuer};
    }

    void add(const Bill& bill, const Occurrence& o, const Asked& asked, std::optional<Money> minimum)
    {
        Duty duty = duty_of(bill, o.plain, asked.amount);
        duty.due = o.day;
        duty.minimum = minimum;
        duty.lowest = asked.lowest;
        auto met_from = asked.met_from;
        if (const auto at = adjusted_.find({bill.id, o.plain}); at != adjusted_.end()) {
            const Adjustment& a = *at->second;
            if (a.skipped) return;
            duty.due = a.moved_to.value_or(o.day);
            if (a.amount) {
                duty.amount = *a.amount;
                duty.lowest.reset();
                met_from.reset();
            }
        }
        if (duty.due < from_of(bill) || duty.due > to_ || (bill.ended && duty.due > today_.date)) return;
        duty.pay_from = paying_account(book_, history_, bill.pay_from, duty.amount.currency);
        const auto at = paid_.find({bill.id, o.plain});
        const Money paid = at == paid_.end() ? Money{0, duty.amount.currency} : at->second;
        if (bill.owed_from && o.plain < *bill.owed_from && !paid.positive()) return;  // nobody can tell: taken as paid
        duty.estimate = met_from && (!paid.positive() || paid < *met_from);
        if (met_from && !duty.estimate) {
            duty.amount = paid;
            duty.lowest.reset();
        }
        finish(duty, paid);
    }

    void finish(Duty duty, Money paid)
    {
        duty.paid = paid;
        const Money rest = duty.amount - paid - duty.refunded;
        duty.still_owed = rest.positive() ? rest : Money{0, rest.currency};
        duty.status = status_of(duty, today_);
        if (duty.status == DutyStatus::overdue && !duty.late_since) duty.late_since = duty.due;
        if (duty.status != DutyStatus::paid && planned_.contains({duty.bill, duty.occurrence}))
            duty.status = DutyStatus::in_plan, duty.late_since.reset();
        out_.push_back(std::move(duty));
    }

    const Book& book_;
    const History& history_;
    Date from_, to_;
    Today today_;
    std::vector<Date> holidays_;
    Paid paid_;
    BillId only_;
    bool ever_;  ///< whatever is open, however old
    std::map<std::pair<BillId, Date>, const Adjustment*> adjusted_;
    std::set<std::pair<BillId, Date>> planned_;
    std::vector<Duty> out_;
};

constexpr Days year{365};

/// Those that still ask for money. A card's later statement contains whatever its earlier ones left unpaid: only the
/// latest closed one asks.
std::vector<Duty> only_open(std::vector<Duty> all)
{
    std::erase_if(all, [](const Duty& d) { return !d.open() || d.status == DutyStatus::in_plan || d.superseded; });
    return all;
}

}  // namespace

Money Duty::minimum_still_owed() const
{
    if (!minimum || paid >= *minimum) return {0, amount.currency};
    return std::min(*minimum - paid, still_owed);
}

std::vector<Duty> duties(const Book& book, const History& history, Date from, Date to, Today today)
{
    return Gatherer{book, history, from, to, today, {}, false}.run();
}

std::vector<Duty> open_duties(const Book& book, const History& history, Date horizon, Today today)
{
    return only_open(Gatherer{book, history, today.date - year, horizon, today, {}, true}.run());
}

std::optional<Duty> current_duty(const Book& book, const History& history, BillId bill, Today today)
{
    auto mine = Gatherer{book, history, today.date - year, today.date + 2 * year, today, bill, true}.run();
    if (auto open = only_open(mine); !open.empty()) return open.front();
    for (auto& d : mine)
        if (d.due >= today.date) return d;
    if (mine.empty()) return std::nullopt;
    return mine.back();
}

std::optional<Duty> duty_on(const Book& book, const History& history, BillId bill, Date occurrence, Today today)
{
    for (auto& d : Gatherer{book, history, occurrence - year, occurrence + year, today, bill, false}.run())
        if (d.occurrence == occurrence) return d;
    return std::nullopt;
}

std::optional<LastPaid> last_paid(const Book& book, BillId bill, int n, Date before)
{
    std::map<Date, Money> paid;
    for (const auto& [id, s] : book.settlements) {
        if (s.bill != bill || s.due >= before) continue;
        const auto [at, added] = paid.try_emplace(s.due, s.amount);
        if (!added) at->second += s.amount;
    }
    if (paid.empty() || n < 1) return std::nullopt;
    LastPaid out{
        .mean = {0, paid.begin()->second.currency}, .lowest = paid.rbegin()->second, .highest = paid.rbegin()->second};
    for (auto at = paid.rbegin(); at != paid.rend() && out.from < n; ++at, ++out.from) {
        out.mean += at->second;
        out.lowest = std::min(out.lowest, at->second);
        out.highest = std::max(out.highest, at->second);
    }
    out.mean = times(out.mean, {Rate::one}, 1, out.from);
    return out;
}

std::vector<Date> holidays_of(const Book& book)
{
    std::vector<Date> days;
    for (const auto& [id, holiday] : book.holidays) days.push_back(holiday.date);
    std::sort(days.begin(), days.end());
    return days;
}

namespace {

/// The mean of the last n payments that came from this payer.
std::optional<Money> learnt_income(const Book& book, const History& history, const Income& income)
{
    std::vector<bool> is_payer(history.payees.size());
    for (std::size_t i = 1; i < history.payees.size(); ++i) is_payer[i] = same_payee(income.payer, history.payees[i]);
    std::vector<std::pair<Date, std::int64_t>> came;
    for (const auto& [id, account] : history.accounts) {
        const auto* known = find<Account>(book, id);
        if (!known || known->currency != income.amount.currency || (income.to && income.to != id)) continue;
        for (const auto& row : account.rows)
            if (row.minor > 0 && is_payer[row.payee]) came.emplace_back(row.date, row.minor);
    }
    if (came.empty()) return std::nullopt;
    std::stable_sort(came.begin(), came.end());
    const auto n = std::min(came.size(), static_cast<std::size_t>(income.learn_from));
    Money sum{0, income.amount.currency};
    for (std::size_t i = came.size() - n; i < came.size(); ++i) sum.minor += came[i].second;
    return times(sum, {Rate::one}, 1, static_cast<std::int64_t>(n));
}

}  // namespace

Money usual_amount(const Book& book, const Bill& bill)
{
    if (bill.learn_from > 0)
        if (const auto learnt = last_paid(book, bill.id, bill.learn_from, Date::max())) return learnt->mean;
    return bill.amount;
}

Money usual_amount(const Book& book, const History& history, const Income& income)
{
    return income.learn_from > 0 ? learnt_income(book, history, income).value_or(income.amount) : income.amount;
}

std::vector<Expected> expected_incomes(const Book& book, const History& history, Date from, Date to)
{
    const auto holidays = holidays_of(book);
    std::map<std::pair<IncomeId, Date>, const Adjustment*> adjusted;
    for (const auto& [id, a] : book.adjustments)
        if (a.income) adjusted.emplace(std::pair{a.income, a.due}, &a);
    std::vector<Expected> out;
    for (const auto& [id, income] : book.incomes) {
        if (income.ended) continue;
        const Money usual = usual_amount(book, history, income);
        for (const auto& o : occurrences(income.repeat, income.next, from - Days{62}, to + Days{62}, holidays)) {
            Expected expected{.income = id,
                              .payer = income.payer,
                              .date = o.day,
                              .occurrence = o.plain,
                              .amount = usual,
                              .to = income.to};
            if (const auto at = adjusted.find({id, o.plain}); at != adjusted.end()) {
                if (at->second->skipped) continue;
                expected.date = at->second->moved_to.value_or(o.day);
                expected.amount = at->second->amount.value_or(usual);
            }
            if (expected.date >= from && expected.date <= to) out.push_back(std::move(expected));
        }
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
        std::size_t kind = 1;
        if (account.type == AccountType::checking) kind = 3;
        else if (account.type == AccountType::wallet) kind = 2;
        const std::size_t score = kind * 100'000'000u + rows;
        if (score > best_score) {
            best = id;
            best_score = score;
        }
    }
    return best;
}

}  // namespace ledger
