#include <rapidcheck.h>

#include <algorithm>
#include <set>

#include "db/store.hpp"
#include "ledger/sound/validate.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/gen_changes.hpp"

using namespace ledger;
using testing::World;

namespace {

const Moment now = moment(make_date(2026, 11, 22), 9, 30);
const Date window = make_date(2023, 11, 1);

/// A store and what it should hold.
struct Kept {
    db::Store store = db::Store::in_memory();
    World world{};

    Kept() { world.book = store.load(); }

    void record(const Change& change)
    {
        RC_ASSERT(validate(world.book, change, world.find_entry()).empty());
        RC_ASSERT(store.record(change, world.book.revision, now));
        world.apply(change);
    }
};

std::vector<Entry> in_order(const World& world)
{
    std::vector<Entry> entries;
    for (const auto& [id, entry] : world.entries) entries.push_back(entry);
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
        return std::pair{a.date, a.id} < std::pair{b.date, b.id};
    });
    return entries;
}

void holds_the_same(const Kept& kept)
{
    RC_ASSERT(kept.store.load() == kept.world.book);
    RC_ASSERT(kept.store.entries({}) == in_order(kept.world));
}

/// Histories number payees as they meet them; what counts is the name.
void same_history(const History& amended, const History& loaded)
{
    RC_ASSERT(amended.accounts.size() == loaded.accounts.size());
    for (const auto& [id, a] : amended.accounts) {
        const auto& b = loaded.accounts.at(id);
        RC_ASSERT(a.before == b.before);
        if (b.first >= loaded.from)
            RC_ASSERT((a.first == b.first || a.first < amended.from));  // before the window only a bound is known
        else RC_ASSERT(a.first <= b.first);
        RC_ASSERT(a.rows.size() == b.rows.size());
        for (std::size_t i = 0; i < a.rows.size(); ++i) {
            auto x = a.rows[i], y = b.rows[i];
            RC_ASSERT(amended.payees[x.payee] == loaded.payees[y.payee]);
            RC_ASSERT(std::tuple(x.id, x.date, x.minor, x.category, x.transfer, x.status) ==
                      std::tuple(y.id, y.date, y.minor, y.category, y.transfer, y.status));
        }
    }
}

void balances_are_a_recount(const Kept& kept)
{
    const auto entries = in_order(kept.world);
    const Today today{make_date(2026, 1, 1) + Days{testing::pick(-400, 400)}};
    const auto totals = kept.store.account_totals(today);
    RC_ASSERT(totals.size() == kept.world.book.accounts.size());
    for (const auto& total : totals) {
        Money balance = kept.world.book.accounts.at(total.account).opening;
        Money until_today = balance;
        std::vector<db::RegisterRow> rows;
        for (const auto& entry : entries)
            if (entry.account == total.account) {
                rows.push_back({entry, balance += entry.amount});
                if (entry.date <= today.date) until_today += entry.amount;
            }
        RC_ASSERT(total.balance == until_today);
        RC_ASSERT(total.balance + total.upcoming == balance);
        RC_ASSERT(total.entries == static_cast<std::int64_t>(rows.size()));
        RC_ASSERT(total.first == (rows.empty() ? std::optional<Date>{} : rows.front().entry.date));
        RC_ASSERT(total.last == (rows.empty() ? std::optional<Date>{} : rows.back().entry.date));
        const bool newest_first = testing::maybe();
        if (newest_first) std::reverse(rows.begin(), rows.end());
        const auto offset = testing::pick(0, static_cast<int>(rows.size())), limit = testing::pick(0, 5);
        const auto page = kept.store.page({.account = total.account}, offset, limit, newest_first);
        RC_ASSERT(page.size() ==
                  std::min(rows.size() - static_cast<std::size_t>(offset), static_cast<std::size_t>(limit)));
        for (std::size_t i = 0; i < page.size(); ++i) {
            RC_ASSERT(page[i].entry == rows[i + static_cast<std::size_t>(offset)].entry);
            RC_ASSERT(page[i].balance == rows[i + static_cast<std::size_t>(offset)].balance);
        }
    }
}

}  // namespace

TEST_CASE("law: what is loaded after a Change is what apply says, for every kind of step", "[laws][store]")
{
    std::set<std::size_t> seen;
    CHECK(rc::check([&] {
        Kept kept;
        kept.record(testing::some_of_everything(kept.world));
        holds_the_same(kept);
        for (std::size_t kind = 0; kind < testing::kinds_of_step; ++kind) {
            const auto change = testing::any_change_of(kept.world, kind);
            if (!change) continue;
            seen.insert(kind);
            kept.record(*change);
            RC_ASSERT(kept.store.load() == kept.world.book);
        }
        holds_the_same(kept);
    }));
    CHECK(seen.size() == testing::kinds_of_step);
}

TEST_CASE("law: undo gives back the Book and the file, for every kind of step and back to the beginning",
          "[laws][store]")
{
    CHECK(rc::check([] {
        Kept kept;
        std::vector<World> before{kept.world};
        kept.record(testing::some_of_everything(kept.world));
        for (std::size_t kind = 0; kind < testing::kinds_of_step; ++kind)
            if (const auto change = testing::any_change_of(kept.world, kind)) {
                before.push_back(kept.world);
                kept.record(*change);
            }
        auto revision = kept.world.book.revision;
        for (; !before.empty(); before.pop_back()) {
            RC_ASSERT(kept.store.undo().has_value());
            kept.world = before.back();
            kept.world.book.revision = ++revision;  // counts on, so that nobody mistakes the old state for the new one
            holds_the_same(kept);
        }
        RC_ASSERT(!kept.store.undo());
        RC_ASSERT(kept.store.verify().empty());
    }));
}

TEST_CASE("law: any sequence of Changes keeps balances, registers, history and file in agreement", "[laws][store]")
{
    CHECK(rc::check([] {
        Kept kept;
        auto history = kept.store.history(window);
        for (int n = testing::pick(1, 12); n > 0; --n) {
            const auto change = testing::any_change(kept.world);
            amend(history, kept.world.book, change, kept.world.find_entry());
            kept.record(change);
            same_history(history, kept.store.history(window));
            if (testing::maybe(20)) {
                RC_ASSERT(kept.store.undo().has_value());
                kept.world.book = kept.store.load();
                kept.world.entries.clear();
                for (auto& entry : kept.store.entries({})) kept.world.entries.emplace(entry.id, entry);
                history = kept.store.history(window);
            }
        }
        holds_the_same(kept);
        balances_are_a_recount(kept);
        RC_ASSERT(kept.store.verify().empty());
    }));
}

namespace {

/// Letter case aside, for the letters that occur here.
std::string folded(std::string s)
{
    s = s.substr(0, s.find('\0'));  // what comes after a NUL is not searched
    std::transform(s.begin(), s.end(), s.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    for (auto at = s.find("Ä"); at != std::string::npos; at = s.find("Ä")) s.replace(at, 2, "ä");
    return s;
}

/// Payees that a report counts as one: letter case aside; after a NUL, which nobody can type, only the length counts.
std::string same_payee(std::string payee)
{
    const auto end = payee.find('\0');
    std::transform(payee.begin(), payee.end(), payee.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (end != std::string::npos) std::fill(payee.begin() + static_cast<std::ptrdiff_t>(end), payee.end(), '\0');
    return payee;
}

bool fits(const Entry& e, const db::SearchWord& word, const Book& book)
{
    const auto holds = [&](const std::string& text) {
        return !word.text.empty() && folded(text).find(folded(word.text)) != std::string::npos;
    };
    const auto among = [](const auto& all, const auto& one) {
        return std::find(all.begin(), all.end(), one) != all.end();
    };
    return holds(e.payee) || holds(e.memo) ||
           std::any_of(e.splits.begin(), e.splits.end(),
                       [&](const auto& s) { return holds(s.memo) || among(word.categories, s.category); }) ||
           among(word.categories, e.category) || among(word.accounts, e.account) ||
           among(word.amounts, Money{e.amount.minor, book.accounts.at(e.account).currency});
}

db::SearchWord any_word(const World& world)
{
    db::SearchWord word{.text = testing::one_of<std::string>({"%",    "_",   "\\", "管理", "费",  "物业管理费", "rent",
                                                              "RENT", "o'b", "ä",  "Är",   "ÄRZ", "x",          "xxxxx",
                                                              "🍜",    "\"",  "a",  "2",    "xn",  "TABLE e"})};
    if (const auto* c = testing::some<Category>(world); c && testing::maybe(20)) word.categories.push_back(c->id);
    if (const auto* a = testing::some<Account>(world); a && testing::maybe(20)) word.accounts.push_back(a->id);
    if (const auto* e = testing::some_entry(world); e && testing::maybe(20)) word.amounts.push_back(e->amount);
    return word;
}

}  // namespace

TEST_CASE("law: a filter shows exactly the entries it describes, and counts them", "[laws][store]")
{
    CHECK(rc::check([] {
        Kept kept;
        kept.record(testing::some_of_everything(kept.world));
        for (int n = 0; n < 3; ++n) kept.record(testing::any_change(kept.world, 12));
        db::EntryFilter filter;
        if (testing::maybe(30)) filter.account = testing::id_or_none(testing::some<Account>(kept.world));
        if (testing::maybe(40)) filter.from = testing::any_day();
        if (testing::maybe(40)) filter.to = testing::any_day();
        if (testing::maybe(30)) filter.batch = testing::id_or_none(testing::some<Batch>(kept.world));
        for (int n = testing::maybe() ? testing::pick(1, 2) : 0; n > 0; --n)
            filter.words.push_back(any_word(kept.world));
        const auto found = [&](const Entry& e) {
            return std::all_of(filter.words.begin(), filter.words.end(),
                               [&](const auto& word) { return fits(e, word, kept.world.book); });
        };
        std::vector<Entry> expected;
        for (const auto& e : in_order(kept.world))
            if ((!filter.account || e.account == filter.account) && (!filter.from || e.date >= *filter.from) &&
                (!filter.to || e.date <= *filter.to) && (!filter.batch || e.batch == filter.batch) && found(e))
                expected.push_back(e);
        RC_ASSERT(kept.store.entries(filter) == expected);
        RC_ASSERT(kept.store.count(filter) == static_cast<std::int64_t>(expected.size()));
        const bool newest_first = testing::maybe();
        if (newest_first) std::reverse(expected.begin(), expected.end());
        const auto offset = testing::pick(0, static_cast<int>(expected.size()));
        const auto page = kept.store.page(filter, offset, 4, newest_first);
        RC_ASSERT(page.size() == std::min<std::size_t>(4, expected.size() - static_cast<std::size_t>(offset)));
        for (std::size_t i = 0; i < page.size(); ++i)
            RC_ASSERT(page[i].entry == expected[i + static_cast<std::size_t>(offset)]);
    }));
}

TEST_CASE("law: a report's sums are the entries' own, transfers aside and splits by their parts", "[laws][store]")
{
    CHECK(rc::check([] {
        Kept kept;
        kept.record(testing::some_of_everything(kept.world));
        for (int n = 0; n < 3; ++n) kept.record(testing::any_change(kept.world, 12));
        db::EntryFilter filter;
        if (testing::maybe(30)) filter.account = testing::id_or_none(testing::some<Account>(kept.world));
        if (testing::maybe()) filter.from = testing::any_day();
        if (testing::maybe()) filter.to = testing::any_day();
        if (testing::maybe(20)) filter.currency = testing::any_currency();
        if (testing::maybe(20)) filter.words.push_back(any_word(kept.world));
        const auto by =
            testing::one_of({db::GroupBy::month, db::GroupBy::category, db::GroupBy::payee, db::GroupBy::account});
        using Key = std::tuple<std::string, AccountId, CategoryId, Currency>;
        using Sums = std::tuple<std::int64_t, std::int64_t, std::int64_t, std::int64_t>;
        std::map<Key, Sums> expected, found;
        for (const auto& [id, e] : kept.world.entries) {
            if (e.transfer || (filter.account && e.account != filter.account) ||
                (filter.from && e.date < *filter.from) || (filter.to && e.date > *filter.to) ||
                (filter.currency && e.amount.currency != *filter.currency))
                continue;
            if (!filter.words.empty() && !fits(e, filter.words.front(), kept.world.book)) continue;
            const std::string line = by == db::GroupBy::month   ? iso(e.date).substr(0, 7)
                                     : by == db::GroupBy::payee ? same_payee(e.payee)
                                                                : "";
            const auto add = [&](CategoryId category, std::int64_t minor) {
                auto& [in, out, ins, outs] =
                    expected[{line, by == db::GroupBy::account ? e.account : AccountId{}, category, e.amount.currency}];
                (minor < 0 ? out : in) += minor;
                ++(minor < 0 ? outs : ins);
            };
            if (e.splits.empty()) add(e.category, e.amount.minor);
            for (const auto& part : e.splits) add(part.category, part.amount.minor);
        }
        for (const auto& flow : kept.store.flows(filter, by))
            found[{flow.month + same_payee(flow.payee), flow.account, flow.category, flow.in.currency}] = {
                flow.in.minor, flow.out.minor, flow.ins, flow.outs};
        RC_ASSERT(found == expected);
    }));
}
