#include <rapidcheck.h>

#include <map>

#include "ledger/import/draft.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/ledger.hpp"

using namespace ledger;
using testing::day;

namespace {

/// Rows as a bank might have them: few payees, few amounts, few days, so that identical rows are common.
struct Movement {
    int day = 0;
    std::int64_t fen = 0;
    int payee = 0;
};

std::vector<Movement> any_movements(int most)
{
    std::vector<Movement> out(static_cast<std::size_t>(*rc::gen::inRange(3, most)));
    for (auto& m : out) m = {*rc::gen::inRange(0, 12), *rc::gen::element<std::int64_t>(-300, -300, -1250, 5000, -7), *rc::gen::inRange(0, 3)};
    return out;
}

std::string csv_of(const std::vector<Movement>& rows, char delimiter = ',')
{
    std::string out = "Date?Payee?Amount\n";
    for (const auto& m : rows) out += iso(day("2024-03-10") + Days{m.day}) + "?Payee " + static_cast<char>('A' + m.payee) + "?" + decimal(Money{m.fen, {}}) + "\n";
    std::replace(out.begin(), out.end(), '?', delimiter);
    return out;
}

struct Desk {
    testing::SmallLedger world{};
    AccountId account = world.account("Checking");

    std::vector<Entry> existing() const
    {
        std::vector<Entry> out;
        for (const auto& [id, e] : world.entries) out.push_back(e);
        return out;
    }
    Draft import(const std::string& csv)
    {
        const auto& a = *find<Account>(world.book, account);
        const auto statement = read_statement(csv, "a.csv", hints_for(world.book, a, world.today()));
        RC_ASSERT(statement.ok());
        auto d = draft(*statement, a, existing(), world.book);
        const auto change = record(d, world.book, existing(), "a.csv", {});
        if (!change.steps.empty()) RC_ASSERT(world.record(change).empty());
        return d;
    }
};

std::map<std::tuple<Date, std::int64_t, std::string>, int> bag(const Desk& desk)
{
    std::map<std::tuple<Date, std::int64_t, std::string>, int> out;
    for (const auto& [id, e] : desk.world.entries) ++out[{e.date, e.amount.minor, e.payee}];
    return out;
}

void adds_up(const Statement& s)
{
    RC_ASSERT(s.rows.size() + s.neutral.size() + s.furniture.size() + s.needs_review.size() + s.rejected.size() == static_cast<std::size_t>(s.records));
    for (const auto& p : s.rejected) RC_ASSERT(p.line > 0);
}

}  // namespace

TEST_CASE("law: importing the same file twice adds nothing, in any order and with any delimiter", "[laws]")
{
    CHECK(rc::check([] {
        auto rows = any_movements(20);
        Desk desk;
        desk.import(csv_of(rows));
        const auto before = desk.world.entries.size();
        RC_ASSERT(before == rows.size());
        std::reverse(rows.begin(), rows.end());
        const auto again = desk.import(csv_of(rows, ';'));
        RC_ASSERT(again.fresh == 0);
        RC_ASSERT(desk.world.entries.size() == before);
    }));
}

TEST_CASE("law: files that overlap by whole days add exactly what is new", "[laws]")
{
    CHECK(rc::check([] {
        const auto rows = any_movements(30);
        const int from = *rc::gen::inRange(0, 6), to = *rc::gen::inRange(6, 12);
        std::vector<Movement> early, late;
        for (const auto& m : rows) {
            if (m.day <= to) early.push_back(m);
            if (m.day >= from) late.push_back(m);
        }
        RC_PRE(!early.empty() && !late.empty());
        Desk parts, whole;
        parts.import(csv_of(early));
        parts.import(csv_of(late));
        whole.import(csv_of(rows));
        RC_ASSERT(bag(parts) == bag(whole));
    }));
}

TEST_CASE("law: whatever the bytes, import returns, and every record is in exactly one list", "[laws]")
{
    CHECK(rc::check([](const std::string& bytes) {
        if (const auto s = read_statement(bytes, "a.csv")) adds_up(*s);
    }));
}

TEST_CASE("law: a statement with damage anywhere is read or refused, and its rows add up", "[laws]")
{
    CHECK(rc::check([] {
        auto csv = csv_of(any_movements(12), *rc::gen::element(',', ';', '\t', '|'));
        const auto hits = *rc::gen::inRange(1, 12);
        for (int i = 0; i < hits; ++i)
            csv[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(csv.size())))] =
                *rc::gen::element('"', ',', ';', '\n', '\r', '\0', '-', '9', '.', '\xFF', '\xE5', ' ', '(', '/');
        if (const auto s = read_statement(csv, "a.csv")) adds_up(*s);
    }));
}

TEST_CASE("law: the draft shown is the draft recorded", "[laws]")
{
    CHECK(rc::check([] {
        Desk desk;
        const auto d = desk.import(csv_of(any_movements(15)));
        RC_ASSERT(static_cast<std::size_t>(d.fresh) == desk.world.entries.size());
        auto at = desk.world.entries.begin();
        for (const auto& row : d.rows) {
            RC_ASSERT(at->second.date == row.row.date);
            RC_ASSERT(at->second.amount == row.row.amount);
            RC_ASSERT(at->second.payee == row.payee);
            ++at;
        }
    }));
}
