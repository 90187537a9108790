#include <rapidcheck.h>

#include <set>

#include "ledger/sound/validate.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/gen_changes.hpp"

using namespace ledger;
using testing::World;

// The law: every amount in a sound Book has its account's or bill's currency, every date lies within the ledger's
// years, every number within its range. It is stated here once more, in other words than `validate` has, and every kind
// of fact is tried with values that break it.
namespace {

/// Shows each value of a fact that may be spoilt.
template <class V>
void values(Recurrence& r, V& see)
{
    see(r.every, 1, 120);
    see(r.nth_weekday, -1, 4);
    see(r.until);
    see(r.times, 1, 1200);
}
template <class V>
void values(std::vector<ScheduledPart>& parts, V& see)
{
    for (auto& part : parts) {
        see(part.due);
        see(part.amount);
    }
}
template <class V>
void values(Account& a, V& see)
{
    see(a.opening);
    see(a.opening_date);
    if (!a.card) return;
    auto& t = *a.card;
    see(t.statement_day, 1, 31);
    see(t.due_day, 1, 31);
    see(t.due_after, 1, 60);
    see(t.grace_days, 0, 31);
    for (auto* m : {&t.limit, &t.minimum_floor, &t.late_floor, &t.late_cap, &t.tolerance, &t.cash_fee_floor}) see(*m);
    for (auto& step : t.late_steps) see(step);
    see(t.round_to, 1, 1'000'000);
    for (auto* rate : {&t.minimum_rate, &t.daily_rate, &t.late_rate, &t.cash_fee_rate}) see(rate->nano, 0, Rate::one);
}
template <class V>
void values(Category&, V&)
{
}
template <class V>
void values(Batch& b, V& see)
{
    see(b.at);
    see(b.entries, 0, 1'000'000'000);
}
template <class V>
void values(Entry& e, V& see)
{
    see(e.date);
    see(e.posted);
    see(e.amount);
    for (auto& part : e.splits) see(part.amount);
}
template <class V>
void values(Bill& b, V& see)
{
    see(b.amount);
    see(b.first_due);
    values(b.repeat, see);
    see(b.minimum);
    see(b.lowest);
    see(b.learn_from, 0, 24);
    values(b.schedule, see);
    for (auto& rule : b.earlier) {
        see(rule.until);
        see(rule.amount);
        see(rule.minimum);
        see(rule.lowest);
        see(rule.first_due);
        values(rule.repeat, see);
    }
    if (!b.hardship) return;
    see(b.hardship->since);
    see(b.hardship->until);
    see(b.hardship->income_change);
    see(b.hardship->pay_now);
}
template <class V>
void values(Income& i, V& see)
{
    see(i.amount);
    see(i.next);
    values(i.repeat, see);
    see(i.highest);
    see(i.learn_from, 0, 24);
}
template <class V>
void values(Settlement& s, V& see)
{
    see(s.due);
    see(s.amount);
    see(s.paid_on);
}
template <class V>
void values(Adjustment& a, V& see)
{
    see(a.due);
    see(a.moved_to);
    see(a.amount);
}
template <class V>
void values(CardStatement& s, V& see)
{
    see(s.closed);
    see(s.due);
    see(s.balance);
    see(s.minimum);
}
template <class V>
void values(Plan& p, V& see)
{
    see(p.due);
    see(p.accepted);
    see(p.total_cost);
    values(p.schedule, see);
}
template <class V>
void values(Contact& c, V& see)
{
    see(c.due);
    see(c.at);
    see(c.follow_up);
    see(c.waited, 0, 24 * 60);
    if (c.offer) {
        see(c.offer->months, 1, 120);
        see(c.offer->first);
    }
    if (!c.promise) return;
    see(c.promise->by);
    see(c.promise->amount);
}
template <class V>
void values(Paper&, V&)
{
}
template <class V>
void values(Notice& n, V& see)
{
    see(n.at);
}
template <class V>
void values(Rule& r, V& see)
{
    see(r.at_least);
    see(r.at_most);
}
template <class V>
void values(StatementFormat& f, V& see)
{
    see(f.header_line, 0, 1'000'000);
    for (auto& [role, column] : f.columns) see(column, 0, 10'000);
}
template <class V>
void values(IssuerCorrection& c, V& see)
{
    see(c.noted);
}
template <class V>
void values(Holiday& h, V& see)
{
    see(h.date);
}
template <class V>
void values(ExchangeRate& r, V& see)
{
    see(r.date);
    see(r.rate.nano, 1, ExchangeRate::largest.nano);
}
template <class V>
void values(Dismissal& d, V& see)
{
    see(d.amount);
}
template <class V>
void values(Preferences& p, V& see)
{
    see(p.buffer);
    see(p.lead_days, 1, 60);
    see(p.quiet_from, 0, 23);
    see(p.quiet_to, 0, 23);
}

/// Calls `see` also where a value may be missing and is there.
template <class See>
struct Each {
    See& of;
    template <class T, class... Range>
    void operator()(std::optional<T>& value, Range... range)
    {
        if (value) of(*value, range...);
    }
    template <class T, class... Range>
    void operator()(T& value, Range... range)
    {
        of(value, range...);
    }
};

/// Replaces the value at a place, counted from 0, by one that breaks the law.
struct Spoiler {
    int at = 0;
    bool spoilt = false;

    template <class N>
    void operator()(N& n, std::int64_t low, std::int64_t high)
    {
        if (at-- != 0) return;
        n = static_cast<N>(testing::maybe() ? low - testing::pick(1, 9) : high + testing::pick(1, 9));
        spoilt = true;
    }
    void operator()(Date& date)
    {
        if (at-- != 0) return;
        date = testing::maybe() ? earliest_date - Days{testing::pick(1, 500'000)}
                                : latest_date + Days{testing::pick(1, 5'000'000)};
        spoilt = true;
    }
    void operator()(Moment& moment)
    {
        if (at-- != 0) return;
        moment.minutes = testing::one_of<std::int64_t>({INT64_MIN, -100'000'000, 200'000'000, INT64_MAX});
        spoilt = true;
    }
    void operator()(Money& money)
    {
        if (at-- != 0) return;
        if (testing::maybe()) money.currency = {{'X', 'A', 'U'}};
        else
            money.minor =
                testing::one_of<std::int64_t>({INT64_MIN, -Money::largest - 1, Money::largest + 1, INT64_MAX});
        spoilt = true;
    }
};

template <class Fact>
bool spoil(Fact& fact)
{
    for (int tries = 0; tries < 8; ++tries) {
        Spoiler spoiler{.at = testing::pick(0, 24)};
        Each<Spoiler> each{spoiler};
        values(fact, each);
        if (spoiler.spoilt) return true;
    }
    return false;
}

/// Rules and preferences speak of amounts in whatever currency.
template <class Fact>
std::optional<Currency> currency_of(const Book& book, const Fact& f)
{
    const auto of_account = [&](AccountId id) { return book.accounts.at(id).currency; };
    const auto of_bill = [&](BillId id) { return book.bills.at(id).amount.currency; };
    if constexpr (std::is_same_v<Fact, Account>) return f.currency;
    else if constexpr (std::is_same_v<Fact, Entry> || std::is_same_v<Fact, Dismissal>) return of_account(f.account);
    else if constexpr (std::is_same_v<Fact, Bill>)
        return f.source == BillSource::card ? of_account(f.card)
               : f.pay_from                 ? of_account(f.pay_from)
                                            : f.amount.currency;
    else if constexpr (std::is_same_v<Fact, Income>) return f.to ? of_account(f.to) : f.amount.currency;
    else if constexpr (std::is_same_v<Fact, Adjustment>)
        return f.income ? book.incomes.at(f.income).amount.currency : of_bill(f.bill);
    else if constexpr (std::is_same_v<Fact, CardStatement>) return of_account(f.card);
    else if constexpr (requires { f.bill; }) return of_bill(f.bill);
    else return std::nullopt;
}

struct Keeps {
    std::optional<Currency> currency{};
    void operator()(std::int64_t n, std::int64_t low, std::int64_t high) const { RC_ASSERT(n >= low && n <= high); }
    void operator()(Date date) const { RC_ASSERT(date >= make_date(1900, 1, 1) && date <= make_date(2199, 12, 31)); }
    void operator()(Moment at) const
    {
        RC_ASSERT(at >= moment(make_date(1900, 1, 1), 0, 0) && at <= moment(make_date(2199, 12, 31), 23, 59));
    }
    void operator()(Money m) const
    {
        RC_ASSERT(m.minor >= -1'000'000'000'000'000 && m.minor <= 1'000'000'000'000'000);
        RC_ASSERT(!currency || m.currency == *currency);
    }
};

template <class Fact>
void keeps_the_law(const Book& book, Fact fact)
{
    Keeps keeps{currency_of(book, fact)};
    Each<Keeps> each{keeps};
    values(fact, each);
}

void keeps_the_law(const World& world)
{
    const auto all = [&](const auto& facts) {
        for (const auto& [id, fact] : facts) keeps_the_law(world.book, fact);
    };
    const auto& b = world.book;
    all(b.accounts), all(b.categories), all(b.batches), all(b.bills), all(b.incomes), all(b.settlements);
    all(b.adjustments), all(b.card_statements), all(b.dismissals), all(b.plans), all(b.contacts), all(b.papers);
    all(b.notices), all(b.rules), all(b.formats), all(b.corrections), all(b.holidays), all(b.rates);
    all(world.entries);
    keeps_the_law(b, b.preferences);
    RC_ASSERT(unsound(b).empty());
}

/// The step, with a value in it that breaks the law; nothing where it has none.
std::optional<Step> spoilt(Step step)
{
    const bool done = std::visit(
        []<class S>(S& s) {
            if constexpr (requires { s.fact; }) return spoil(s.fact);
            else if constexpr (std::is_same_v<S, Preferences>) return spoil(s);
            else if constexpr (std::is_same_v<S, Bring>) {
                auto entry = s.at(s.count - 1);
                if (!spoil(entry)) return false;
                s.instead.insert_or_assign(entry.id, entry);
                return true;
            }
            else return false;
        },
        step);
    return done ? std::optional{std::move(step)} : std::nullopt;
}

}  // namespace

TEST_CASE("law: a Book that only sound Changes reach is sound, in every kind of fact", "[laws][sound]")
{
    CHECK(rc::check([] {
        World world;
        world.apply(testing::some_of_everything(world));
        keeps_the_law(world);
        for (std::size_t kind = 0; kind < testing::kinds_of_step; ++kind)
            if (const auto change = testing::any_change_of(world, kind)) {
                world.apply(*change);
                keeps_the_law(world);
            }
    }));
}

TEST_CASE("law: a value that breaks the law is refused, in every kind of fact", "[laws][sound]")
{
    std::set<std::size_t> seen;
    CHECK(rc::check([&] {
        World world;
        world.apply(testing::some_of_everything(world));
        for (std::size_t kind = 0; kind < testing::kinds_of_step; ++kind)
            for (const auto& step : testing::steps_of_kind(world, kind)) {
                const auto wrong = spoilt(step);
                if (!wrong) continue;
                seen.insert(kind);
                const Change change{.steps = {*wrong}};
                if (!validate(world.book, change, world.find_entry()).empty()) continue;
                // only where the value may be anything after all: a bill's or a rule's own currency
                auto after = world;
                after.apply(change);
                keeps_the_law(after);
            }
    }));
    // all but categories, papers and what only takes away
    CHECK(seen.size() >= 18);
}
