#include <algorithm>
#include <cassert>
#include <set>

#include "ledger/facts/change.hpp"

// Whether a Change may be made: each kind of fact by itself, and what must hold between them.
namespace ledger {

namespace {

const Date earliest = make_date(1900, 1, 1), latest = make_date(2199, 12, 31);

/// Looks at the steps one after the other against the Book as it would be by then.
class Validator {
public:
    Validator(const Book& book, const FindEntry& find_entry) : book_{book}, find_entry_{find_entry} {}

    Problems run(const Change& change)
    {
        for (const auto& step : change.steps) {
            std::visit([&](const auto& s) { check(s); }, step);
            if (!problems_.empty()) return problems_;
            step_applied(step);
        }
        both_sides_go_together();
        payments_cover_what_they_settle();
        references_still_stand(change);
        return problems_;
    }

private:
    void say(Trouble trouble, std::string field, std::string text = {}, std::string detail = {})
    {
        problems_.push_back(
            {.trouble = trouble, .field = std::move(field), .text = std::move(text), .detail = std::move(detail)});
    }

    void step_applied(const Step& step)
    {
        if (const auto* put = std::get_if<Put<Entry>>(&step)) {
            entries_.insert_or_assign(put->fact.id, put->fact);
        }
        else if (const auto* bring = std::get_if<Bring>(&step)) {
            brought_.push_back(bring);
            for (const auto& [id, entry] : bring->instead) entries_.insert_or_assign(id, entry);
        }
        else if (const auto* gone = std::get_if<Remove<Entry>>(&step)) {
            entries_.insert_or_assign(gone->id, std::nullopt);
        }
        else {
            Change one;
            one.steps.push_back(step);
            book_ = apply(std::move(book_), one);
        }
    }

    std::optional<Entry> entry(EntryId id) const
    {
        if (const auto at = entries_.find(id); at != entries_.end()) return at->second;
        for (const auto* bring : brought_)
            if (bring->holds(id)) return bring->at(id.value - bring->first.value);
        return find_entry_(id);
    }

    bool touched(EntryId id) const
    {
        return entries_.contains(id) ||
               std::any_of(brought_.begin(), brought_.end(), [&](const Bring* bring) { return bring->holds(id); });
    }

    template <class Fact, class IdOfFact>
    bool known(IdOfFact id, const char* field, bool may_be_none)
    {
        if (!id ? may_be_none : find<Fact>(book_, id) != nullptr) return true;
        say(Trouble::no_such, field, id ? std::to_string(id.value) : std::string{});
        return false;
    }

    bool in_range(Date date, const char* field)
    {
        if (date >= earliest && date <= latest) return true;
        say(Trouble::date_out_of_range, field, iso(date));
        return false;
    }

    bool in_range(Money m, const char* field)
    {
        if (m.minor <= Money::largest && m.minor >= -Money::largest) return true;
        say(Trouble::amount_too_large, field, decimal(m));
        return false;
    }

    bool not_negative(Money m, const char* field)
    {
        if (m.negative()) say(Trouble::wrong_sign, field, decimal(m));
        return !m.negative() && in_range(m, field);
    }

    bool in_currency(Money m, Currency needed, const char* field)
    {
        if (m.currency == needed) return true;
        say(Trouble::currency_differs, field, std::string{m.currency.text()}, std::string{needed.text()});
        return false;
    }

    void within(int n, int low, int high, const char* field)
    {
        if (n < low || n > high)
            say(Trouble::out_of_range, field, std::to_string(n), std::to_string(low) + "–" + std::to_string(high));
    }

    void at_most(Rate rate, Rate limit, const char* field)
    {
        if (rate.nano < 0) say(Trouble::out_of_range, field, decimal(rate), "0–" + decimal(limit));
        else if (rate > limit) say(Trouble::rate_too_high, field, decimal(rate), decimal(limit));
    }

    void check(const Recurrence& r, Date first)
    {
        within(r.every, 1, 120, "repeat");
        if (r.until && *r.until < first) say(Trouble::end_before_start, "until", iso(*r.until), iso(first));
        if (r.times) within(*r.times, 1, 1200, "times");
    }

    void check(const CardTerms& t, Currency currency)
    {
        within(t.statement_day, 1, 31, "statement-day");
        if (t.due_day) within(*t.due_day, 1, 31, "due-day");
        if (t.due_after) within(*t.due_after, 1, 60, "due-after");
        if (t.due_day.has_value() == t.due_after.has_value())
            say(Trouble::out_of_range, "due-day", "", "due-day | due-after");
        within(t.grace_days, 0, 31, "grace-days");
        at_most(t.minimum_rate, {Rate::one}, "minimum-rate");
        at_most(t.daily_rate, {10'000'000},
                "daily-rate");  // 1 % a day is far above any card; a higher figure is a slip of the decimal point
        at_most(t.late_rate, {Rate::one},
                "late-rate");  // all of the unpaid minimum: with a cap, "350 or the minimum where that is less"
        for (const auto& [m, field] : {std::pair{t.limit, "limit"},
                                       {t.minimum_floor, "minimum-floor"},
                                       {t.late_floor, "late-floor"},
                                       {t.late_cap, "late-cap"},
                                       {t.tolerance, "tolerance"}})
            if (m && in_currency(*m, currency, field)) not_negative(*m, field);
        if (t.minimum_older) at_most(*t.minimum_older, {Rate::one}, "minimum-older");
        if (t.cash_rate) at_most(*t.cash_rate, {10'000'000}, "cash-rate");
        at_most(t.cash_fee_rate, {100'000'000}, "cash-fee-rate");
        if (t.cash_fee_floor && in_currency(*t.cash_fee_floor, currency, "cash-fee-floor"))
            not_negative(*t.cash_fee_floor, "cash-fee-floor");
        for (const auto& step : t.late_steps)
            if (in_currency(step, currency, "late-steps")) not_negative(step, "late-steps");
        if (t.round_to < 1 || t.round_to > 1'000'000)
            say(Trouble::out_of_range, "round-to", std::to_string(t.round_to), "1–1000000");
        if (t.late_floor && t.late_cap && problems_.empty() && *t.late_floor > *t.late_cap)
            say(Trouble::out_of_range, "late-floor", decimal(*t.late_floor), "≤ " + decimal(*t.late_cap));
    }

    void check(const Put<Account>& put)
    {
        const Account& a = put.fact;
        if (a.name.empty()) say(Trouble::empty_name, "account");
        if (const auto* other = account_named(book_, a.name); other && other->id != a.id)
            say(Trouble::name_taken, "account", a.name);
        if (const auto* before = find<Account>(book_, a.id); before && before->currency != a.currency)
            say(Trouble::currency_differs, "currency", std::string{a.currency.text()},
                std::string{before->currency.text()});
        in_currency(a.opening, a.currency, "opening");
        in_range(a.opening, "opening");
        in_range(a.opening_date, "opening-date");
        if (a.number.size() > 4) say(Trouble::out_of_range, "last4", a.number, "4");
        if (a.card && a.type != AccountType::card) say(Trouble::needs_type, "type", "", "card");
        if (a.card) check(*a.card, a.currency);
        if (known<Account>(a.pay_from, "pay-from", true) && a.pay_from) may_pay(a.pay_from, a.currency);
    }

    void may_pay(AccountId from, Currency currency)
    {
        const auto* payer = find<Account>(book_, from);
        if (!pays_bills(payer->type))
            say(Trouble::needs_type, "pay-from", payer->name, "checking, savings, cash, wallet");
        else if (payer->currency != currency)
            say(Trouble::currency_differs, "pay-from", std::string{payer->currency.text()},
                std::string{currency.text()});
    }

    void check(const Put<Category>& put)
    {
        const Category& c = put.fact;
        if (c.name.empty() && c.key.empty()) say(Trouble::empty_name, "category");
        if (!known<Category>(c.parent, "parent", true)) return;
        for (auto at = c.parent; at; at = find<Category>(book_, at)->parent)
            if (at == c.id) return say(Trouble::category_loop, "parent", c.name);
    }

    void check(const Put<Batch>& put) { known<Account>(put.fact.account, "account", false); }

    void check(const Put<Entry>& put)
    {
        assert(std::none_of(brought_.begin(), brought_.end(),
                            [&](const Bring* bring) { return bring->holds(put.fact.id); }));
        check(put.fact);
    }

    void check(const Bring& bring)
    {
        assert(bring.count >= 0 &&
               (brought_.empty() ? bring.first > book_.last_entry
                                 : bring.first.value >= brought_.back()->first.value + brought_.back()->count));
        for (std::int64_t n = 0; n < bring.count && problems_.empty(); ++n) {
            const auto e = bring.at(n);
            assert(!e.transfer || bring.instead.contains(e.id));
            check(e);
        }
    }

    void check(const Entry& e)
    {
        if (!known<Account>(e.account, "account", false)) return;
        const auto currency = find<Account>(book_, e.account)->currency;
        in_range(e.date, "date");
        if (e.posted) in_range(*e.posted, "posted");
        if (!in_currency(e.amount, currency, "amount") || !in_range(e.amount, "amount")) return;
        known<Category>(e.category, "category", true);
        known<Batch>(e.batch, "batch", true);
        if (e.splits.empty()) return;
        Money sum{0, currency};
        for (const auto& part : e.splits) {
            known<Category>(part.category, "split", true);
            if (!in_currency(part.amount, currency, "split") || !in_range(part.amount, "split")) return;
            sum += part.amount;
        }
        if (sum != e.amount) say(Trouble::splits_do_not_sum, "split", decimal(sum), decimal(e.amount));
    }

    void check(const Put<Bill>& put)
    {
        const Bill& b = put.fact;
        if (b.payee.empty()) say(Trouble::empty_name, "payee");
        in_range(b.first_due, "due");
        not_negative(b.amount, "amount");
        check(b.repeat, b.first_due);
        if (b.source == BillSource::entered && b.amount.zero()) say(Trouble::amount_zero, "amount");
        if (b.minimum && in_currency(*b.minimum, b.amount.currency, "minimum") && not_negative(*b.minimum, "minimum") &&
            *b.minimum > b.amount)
            say(Trouble::minimum_above_balance, "minimum", decimal(*b.minimum), decimal(b.amount));
        if (known<Account>(b.pay_from, "pay-from", true) && b.pay_from) may_pay(b.pay_from, b.amount.currency);
        known<Category>(b.category, "category", true);
        if (known<Account>(b.card, "card", b.source != BillSource::card) && b.card &&
            !find<Account>(book_, b.card)->card)
            say(Trouble::needs_type, "card", find<Account>(book_, b.card)->name, "card");
        known<Plan>(b.plan, "plan", b.source != BillSource::plan);
        if (b.lowest && in_currency(*b.lowest, b.amount.currency, "amount") && not_negative(*b.lowest, "amount") &&
            *b.lowest > b.amount)
            say(Trouble::out_of_range, "amount", decimal(*b.lowest), "≤ " + decimal(b.amount));
        within(b.learn_from, 0, 24, "learn");
        for (const auto& rule : b.earlier)
            if (in_range(rule.until, "due") && in_currency(rule.amount, b.amount.currency, "amount"))
                check(rule.repeat, rule.first_due);
        for (const auto& part : b.schedule)
            if (in_range(part.due, "due") && in_currency(part.amount, b.amount.currency, "amount"))
                not_negative(part.amount, "amount");
        if (b.hardship) check(*b.hardship, b.amount.currency);
    }

    void check(const Hardship& h, Currency currency)
    {
        if (h.reason.empty()) say(Trouble::empty_name, "reason");
        if (h.since) in_range(*h.since, "since");
        if (h.until) in_range(*h.until, "until");
        if (h.since && h.until && *h.until < *h.since)
            say(Trouble::end_before_start, "until", iso(*h.until), iso(*h.since));
        if (h.income_change) in_currency(*h.income_change, currency, "income-change");
        if (h.pay_now && in_currency(*h.pay_now, currency, "pay-now")) not_negative(*h.pay_now, "pay-now");
    }

    void check(const Put<Income>& put)
    {
        const Income& i = put.fact;
        if (i.payer.empty()) say(Trouble::empty_name, "payer");
        if (i.amount.zero()) say(Trouble::amount_zero, "amount");
        not_negative(i.amount, "amount");
        in_range(i.next, "next");
        check(i.repeat, i.next);
        within(i.learn_from, 0, 24, "learn");
        if (i.highest && in_currency(*i.highest, i.amount.currency, "amount") && in_range(*i.highest, "amount") &&
            *i.highest < i.amount)
            say(Trouble::out_of_range, "amount", decimal(*i.highest), "≥ " + decimal(i.amount));
        if (known<Account>(i.to, "to", true) && i.to) in_currency(i.amount, find<Account>(book_, i.to)->currency, "to");
        known<Category>(i.category, "category", true);
    }

    void check(const Put<Settlement>& put)
    {
        const Settlement& s = put.fact;
        in_range(s.due, "due");
        if (!known<Bill>(s.bill, "bill", false) || !not_negative(s.amount, "amount")) return;
        const auto paid_by = entry(s.entry);
        if (!paid_by) return say(Trouble::no_such, "entry", std::to_string(s.entry.value));
        if (!in_currency(s.amount, paid_by->amount.currency, "amount")) return;
        Money used = s.amount;  // one payment never settles more than itself
        for (const auto& [id, other] : book_.settlements)
            if (other.entry == s.entry && id != s.id) used += other.amount;
        if (used > abs(paid_by->amount))
            say(Trouble::out_of_range, "amount", decimal(used), "≤ " + decimal(abs(paid_by->amount)));
    }

    void check(const Put<Adjustment>& put)
    {
        in_range(put.fact.due, "due");
        if (put.fact.moved_to) in_range(*put.fact.moved_to, "due");
        const bool of_income{put.fact.income};
        if (!known<Bill>(put.fact.bill, "bill", of_income) || !known<Income>(put.fact.income, "income", !of_income) ||
            !put.fact.amount)
            return;
        const auto currency = of_income ? find<Income>(book_, put.fact.income)->amount.currency
                                        : find<Bill>(book_, put.fact.bill)->amount.currency;
        if (in_currency(*put.fact.amount, currency, "amount")) not_negative(*put.fact.amount, "amount");
    }

    void check(const Put<CardStatement>& put)
    {
        const CardStatement& s = put.fact;
        if (!known<Account>(s.card, "card", false)) return;
        if (s.due < s.closed) say(Trouble::end_before_start, "due", iso(s.due), iso(s.closed));
        const auto currency = find<Account>(book_, s.card)->currency;
        if (!in_currency(s.balance, currency, "amount") || !in_currency(s.minimum, currency, "minimum")) return;
        if (not_negative(s.minimum, "minimum") && s.minimum.positive() && s.minimum > s.balance)
            say(Trouble::minimum_above_balance, "minimum", decimal(s.minimum), decimal(s.balance));
    }

    void check(const Put<Plan>& put)
    {
        if (!known<Bill>(put.fact.bill, "bill", false)) return;
        for (const auto& part : put.fact.schedule)
            if (in_range(part.due, "due")) not_negative(part.amount, "amount");
    }

    void check(const Put<Contact>& put)
    {
        known<Bill>(put.fact.bill, "bill", false);
        if (put.fact.waited) within(*put.fact.waited, 0, 24 * 60, "waited");
        if (put.fact.promise) {
            in_range(put.fact.promise->by, "by");
            if (put.fact.promise->amount) not_negative(*put.fact.promise->amount, "amount");
        }
        if (!put.fact.offer) return;
        within(put.fact.offer->months, 1, 120, "months");
        at_most(put.fact.offer->fee, {50'000'000}, "fee");
    }

    void check(const Put<Paper>& put) { known<Bill>(put.fact.bill, "bill", false); }
    void check(const Put<Notice>&) {}
    void check(const Put<Rule>& put)
    {
        known<Account>(put.fact.account, "account", true);
        known<Category>(put.fact.set_category, "category", true);
        known<Account>(put.fact.set_transfer, "transfer", true);
        if (put.fact.set_transfer && put.fact.set_category) say(Trouble::ambiguous, "transfer", "category | transfer");
        if (put.fact.set_payee.empty() && !put.fact.set_category && !put.fact.set_transfer)
            say(Trouble::nothing_to_do, "rule");
    }
    void check(const Put<StatementFormat>& put) { known<Account>(put.fact.account, "account", true); }
    void check(const Put<IssuerCorrection>& put)
    {
        if (put.fact.issuer.empty()) say(Trouble::empty_name, "issuer");
        if (put.fact.noted) in_range(*put.fact.noted, "noted");
    }
    void check(const Put<Holiday>& put)
    {
        if (!in_range(put.fact.date, "date")) return;
        for (const auto& [id, other] : book_.holidays)
            if (id != put.fact.id && other.date == put.fact.date)
                return say(Trouble::name_taken, "date", iso(put.fact.date));
    }
    void check(const Put<ExchangeRate>& put)
    {
        const ExchangeRate& r = put.fact;
        in_range(r.date, "date");
        if (r.from == r.to) say(Trouble::same_currency, "to", std::string{r.to.text()});
        if (r.rate.nano <= 0 || r.rate > ExchangeRate::largest)
            say(Trouble::out_of_range, "rate", decimal(r.rate), "0.000000001–" + decimal(ExchangeRate::largest));
    }
    void check(const Put<Dismissal>& put)
    {
        const Dismissal& d = put.fact;
        if (!known<Account>(d.account, "account", false) || !known<Category>(d.category, "category", true)) return;
        if (d.payee.empty() && !d.category) say(Trouble::empty_name, "payee");
        if (in_currency(d.amount, find<Account>(book_, d.account)->currency, "amount")) in_range(d.amount, "amount");
    }
    void check(const Preferences& p)
    {
        not_negative(p.buffer, "buffer");
        within(p.lead_days, 1, 60, "lead-days");
        within(p.quiet_from, 0, 23, "quiet-from");
        within(p.quiet_to, 0, 23, "quiet-to");
    }

    void check(const Remove<Entry>& gone)
    {
        if (!entry(gone.id)) say(Trouble::no_such, "entry", std::to_string(gone.id.value));
    }
    template <class Fact>
    void check(const Remove<Fact>& gone)
    {
        if (!find<Fact>(book_, gone.id)) say(Trouble::no_such, "", std::to_string(gone.id.value));
    }

    /// A transfer has exactly two entries, on two accounts; touching one means touching the other.
    void both_sides_go_together()
    {
        std::map<TransferId, int> sides;  // how many entries the Change adds to each transfer
        for (const auto& [id, now] : entries_) {
            const auto before =
                id > book_.last_entry ? std::nullopt : find_entry_(id);  // a new one was not there before
            if (before && before->transfer) --sides[before->transfer];
            if (now && now->transfer) ++sides[now->transfer];
        }
        for (const auto& [transfer, more] : sides)
            if (more % 2 != 0) return say(Trouble::linked_transfer, "entry", std::to_string(transfer.value));
    }

    /// An entry that was edited still pays what it is said to have paid.
    void payments_cover_what_they_settle()
    {
        std::map<EntryId, std::int64_t> settled;
        for (const auto& [id, s] : book_.settlements)
            if (touched(s.entry)) settled[s.entry] += s.amount.minor;
        for (const auto& [id, minor] : settled)
            if (const auto now = entry(id); now && minor > abs(now->amount).minor)
                say(Trouble::out_of_range, "amount", decimal(now->amount),
                    "≥ " + decimal(Money{minor, now->amount.currency}));
    }

    /// What was taken away must not be named by what stays.
    void references_still_stand(const Change& change)
    {
        for (const auto& step : change.steps) {
            if (const auto* a = std::get_if<Remove<Account>>(&step)) nothing_names(a->id);
            if (const auto* b = std::get_if<Remove<Bill>>(&step)) nothing_names(b->id);
            if (const auto* i = std::get_if<Remove<Income>>(&step))
                none(book_.adjustments, "income", [&](const Adjustment& a) { return a.income == i->id; });
            if (const auto* e = std::get_if<Remove<Entry>>(&step)) {
                for (const auto& [id, s] : book_.settlements)
                    if (s.entry == e->id && !entry(e->id))
                        say(Trouble::in_use, "entry", std::to_string(e->id.value), "bill");
            }
            if (const auto* c = std::get_if<Remove<Category>>(&step)) nothing_names(c->id);
            if (const auto* p = std::get_if<Remove<Plan>>(&step))
                none(book_.bills, "plan", [&](const Bill& b) { return b.plan == p->id; });
        }
    }

    /// None of these facts may fit; says `in_use` for each that does.
    template <class Facts, class Names>
    void none(const Facts& facts, const char* field, Names names)
    {
        for (const auto& [id, fact] : facts)
            if (names(fact)) say(Trouble::in_use, field, "", called(fact));
    }

    template <class Fact>
    static std::string called(const Fact& fact)
    {
        if constexpr (requires { fact.name; }) return fact.name;
        else if constexpr (requires { fact.payee; }) return fact.payee;
        else if constexpr (requires { fact.payer; }) return fact.payer;
        else if constexpr (requires { fact.file; }) return fact.file;
        else if constexpr (requires { fact.text; }) return fact.text;
        else return std::to_string(fact.id.value);
    }

    void nothing_names(AccountId id)
    {
        none(book_.bills, "account", [&](const Bill& b) { return b.pay_from == id || b.card == id; });
        none(book_.incomes, "account", [&](const Income& i) { return i.to == id; });
        none(book_.accounts, "account", [&](const Account& a) { return a.pay_from == id; });
        none(book_.batches, "account", [&](const Batch& b) { return b.account == id; });
        none(book_.card_statements, "account", [&](const CardStatement& s) { return s.card == id; });
        none(book_.rules, "account", [&](const Rule& r) { return r.account == id || r.set_transfer == id; });
        none(book_.dismissals, "account", [&](const Dismissal& d) { return d.account == id; });
        none(book_.formats, "account", [&](const StatementFormat& f) { return f.account == id; });
    }

    void nothing_names(CategoryId id)
    {
        none(book_.categories, "category", [&](const Category& c) { return c.parent == id; });
        none(book_.bills, "category", [&](const Bill& b) { return b.category == id; });
        none(book_.incomes, "category", [&](const Income& i) { return i.category == id; });
        none(book_.dismissals, "category", [&](const Dismissal& d) { return d.category == id; });
        none(book_.rules, "category", [&](const Rule& r) { return r.set_category == id; });
    }

    void nothing_names(BillId id)
    {
        const auto named = [&](const auto& facts) {
            return std::any_of(facts.begin(), facts.end(), [&](const auto& f) { return f.second.bill == id; });
        };
        if (named(book_.settlements) || named(book_.plans) || named(book_.contacts) || named(book_.papers) ||
            named(book_.adjustments))
            say(Trouble::in_use, "bill", std::to_string(id.value));
    }

    Book book_;
    const FindEntry& find_entry_;
    std::map<EntryId, std::optional<Entry>> entries_;  ///< as the Change leaves them; nothing = removed
    std::vector<const Bring*> brought_;                ///< the many that come in together stand only here
    Problems problems_;
};

}  // namespace

Problems validate(const Book& book, const Change& change, const FindEntry& find_entry)
{
    if (change.steps.empty()) return {Problem{.trouble = Trouble::nothing_to_do}};
    return Validator{book, find_entry}.run(change);
}

}  // namespace ledger
