#include <rapidcheck.h>

#include <algorithm>
#include <set>

#include "db/store.hpp"
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
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return std::pair{a.date, a.id} < std::pair{b.date, b.id}; });
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
        if (b.first >= loaded.from) RC_ASSERT((a.first == b.first || a.first < amended.from));  // before the window only a bound is known
        else RC_ASSERT(a.first <= b.first);
        RC_ASSERT(a.rows.size() == b.rows.size());
        for (std::size_t i = 0; i < a.rows.size(); ++i) {
            auto x = a.rows[i], y = b.rows[i];
            RC_ASSERT(amended.payees[x.payee] == loaded.payees[y.payee]);
            RC_ASSERT(std::tuple(x.id, x.date, x.minor, x.category, x.transfer, x.status) == std::tuple(y.id, y.date, y.minor, y.category, y.transfer, y.status));
        }
    }
}

void balances_are_a_recount(const Kept& kept)
{
    const auto entries = in_order(kept.world);
    const auto totals = kept.store.account_totals();
    RC_ASSERT(totals.size() == kept.world.book.accounts.size());
    for (const auto& total : totals) {
        Money balance = kept.world.book.accounts.at(total.account).opening;
        std::vector<db::RegisterRow> rows;
        for (const auto& entry : entries)
            if (entry.account == total.account) rows.push_back({entry, balance += entry.amount});
        RC_ASSERT(total.balance == balance);
        RC_ASSERT(total.entries == static_cast<std::int64_t>(rows.size()));
        RC_ASSERT(total.first == (rows.empty() ? std::optional<Date>{} : rows.front().entry.date));
        RC_ASSERT(total.last == (rows.empty() ? std::optional<Date>{} : rows.back().entry.date));
        const bool newest_first = testing::maybe();
        if (newest_first) std::reverse(rows.begin(), rows.end());
        const auto offset = testing::pick(0, static_cast<int>(rows.size())), limit = testing::pick(0, 5);
        const auto page = kept.store.page({.account = total.account}, offset, limit, newest_first);
        RC_ASSERT(page.size() == std::min(rows.size() - static_cast<std::size_t>(offset), static_cast<std::size_t>(limit)));
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

TEST_CASE("law: undo gives back the Book and the file, for every kind of step and back to the beginning", "[laws][store]")
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
        if (testing::maybe(20)) filter.text = testing::one_of<std::string>({"%", "_", "\\", "管理", "rent", "o'b"});
        const auto found = [&](const Entry& e, const std::string& text) {
            const auto lower = [](std::string s) {
                std::transform(s.begin(), s.end(), s.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
                return s.substr(0, s.find('\0'));  // SQLite's LIKE stops there
            };
            return lower(e.payee).find(lower(text)) != std::string::npos || lower(e.memo).find(lower(text)) != std::string::npos;
        };
        std::vector<Entry> expected;
        for (const auto& e : in_order(kept.world))
            if ((!filter.account || e.account == filter.account) && (!filter.from || e.date >= *filter.from) && (!filter.to || e.date <= *filter.to) &&
                (!filter.batch || e.batch == filter.batch) && (filter.text.empty() || found(e, filter.text)))
                expected.push_back(e);
        RC_ASSERT(kept.store.entries(filter) == expected);
        RC_ASSERT(kept.store.count(filter) == static_cast<std::int64_t>(expected.size()));
        const bool newest_first = testing::maybe();
        if (newest_first) std::reverse(expected.begin(), expected.end());
        const auto offset = testing::pick(0, static_cast<int>(expected.size()));
        const auto page = kept.store.page(filter, offset, 4, newest_first);
        RC_ASSERT(page.size() == std::min<std::size_t>(4, expected.size() - static_cast<std::size_t>(offset)));
        for (std::size_t i = 0; i < page.size(); ++i) RC_ASSERT(page[i].entry == expected[i + static_cast<std::size_t>(offset)]);
    }));
}

TEST_CASE("law: a report's sums are the entries' own, transfers aside and splits by their parts", "[laws][store]")
{
    CHECK(rc::check([] {
        Kept kept;
        kept.record(testing::some_of_everything(kept.world));
        kept.record(testing::any_change(kept.world, 12));
        std::map<std::pair<CategoryId, Currency>, std::int64_t> by_category;
        std::map<std::pair<AccountId, Currency>, std::int64_t> by_account;
        for (const auto& [id, e] : kept.world.entries) {
            if (e.transfer) continue;
            by_account[{e.account, e.amount.currency}] += e.amount.minor;
            if (e.splits.empty()) by_category[{e.category, e.amount.currency}] += e.amount.minor;
            for (const auto& part : e.splits) by_category[{part.category, part.amount.currency}] += part.amount.minor;
        }
        const auto categories = kept.store.totals({}, db::GroupBy::category);
        RC_ASSERT(categories.size() == by_category.size());
        for (const auto& total : categories) RC_ASSERT((total.sum.minor == by_category.at({total.category, total.sum.currency})));
        const auto accounts = kept.store.totals({}, db::GroupBy::account);
        RC_ASSERT(accounts.size() == by_account.size());
        for (const auto& total : accounts) RC_ASSERT((total.sum.minor == by_account.at({total.account, total.sum.currency})));
    }));
}
