#include <rapidcheck.h>

#include <map>

#include "ledger/import/bytes/encoding.hpp"
#include "ledger/import/drafts/draft.hpp"
#include "ledger/import/statement.hpp"
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
    for (auto& m : out)
        m = {*rc::gen::inRange(0, 12), *rc::gen::element<std::int64_t>(-300, -300, -1250, 5000, -7),
             *rc::gen::inRange(0, 3)};
    return out;
}

std::string csv_of(const std::vector<Movement>& rows, char delimiter = ',')
{
    std::string out = "Date?Payee?Amount\n";
    for (const auto& m : rows)
        out += iso(day("2024-03-10") + Days{m.day}) + "?Payee " + static_cast<char>('A' + m.payee) + "?" +
               decimal(Money{m.fen, {}}) + "\n";
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
    RC_ASSERT(s.rows.size() + s.neutral.size() + s.furniture.size() + s.needs_review.size() + s.rejected.size() ==
              static_cast<std::size_t>(s.records));
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

namespace {

/// A part of the rows, as a partial export has them: any rows left out, in any order.
std::vector<Movement> part_of(const std::vector<Movement>& rows)
{
    std::vector<Movement> out;
    for (const auto& m : rows)
        if (*rc::gen::inRange(0, 3) > 0) out.push_back(m);
    if (out.empty()) out.push_back(rows.front());
    for (std::size_t i = out.size(); i > 1; --i)
        std::swap(out[i - 1], out[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(i)))]);
    return out;
}

/// The same rows as another download might have them: another encoding, another delimiter, columns in another order, a
/// preamble, CRLF.
std::string another_export(const std::vector<Movement>& rows)
{
    static constexpr const char* names[] = {"面包店", "地铁", "超市"};
    const bool turned = *rc::gen::arbitrary<bool>(), preamble = *rc::gen::arbitrary<bool>(),
               windows = *rc::gen::arbitrary<bool>();
    const char d = *rc::gen::element(',', ';', '\t');
    const std::string end = windows ? "\r\n" : "\n";
    std::string out = preamble ? "某某银行交易明细" + end + end : "";
    const auto line = [&](const std::string& day_text, const std::string& payee, const std::string& amount) {
        out += (turned ? amount + d + payee + d + day_text : day_text + d + payee + d + amount) + end;
    };
    line("交易日期", "交易对方", "交易金额");
    for (const auto& m : rows) line(iso(day("2024-03-10") + Days{m.day}), names[m.payee], decimal(Money{m.fen, {}}));
    const auto encoding = *rc::gen::element<std::string>("UTF-8", "GB18030", "UTF-16LE");
    return encoding == "UTF-8"      ? out
           : encoding == "UTF-16LE" ? "\xFF\xFE" + encode(out, encoding)
                                    : encode(out, encoding);
}

std::string numbered_csv(const std::vector<Movement>& rows, const std::vector<int>& numbers)
{
    std::string out = "Date,Payee,Amount,Transaction ID\n";
    for (std::size_t i = 0; i < rows.size(); ++i)
        out += iso(day("2024-03-10") + Days{rows[i].day}) + ",Payee " + static_cast<char>('A' + rows[i].payee) + "," +
               decimal(Money{rows[i].fen, {}}) + ",TX" + std::to_string(100000 + numbers[i]) + "\n";
    return out;
}

}  // namespace

TEST_CASE("law: a partial export, sorted, encoded and laid out in any way, adds nothing to the whole", "[laws]")
{
    CHECK(rc::check([] {
        const auto rows = any_movements(20);
        Desk desk;
        desk.import(another_export(rows));
        RC_ASSERT(desk.world.entries.size() == rows.size());
        const auto part = part_of(rows);
        const auto again = desk.import(another_export(part));
        RC_ASSERT(again.fresh == 0);
        RC_ASSERT(static_cast<std::size_t>(again.duplicates) == part.size());
        RC_ASSERT(desk.world.entries.size() == rows.size());
    }));
}

TEST_CASE("law: after any partial exports the whole adds exactly what was missing", "[laws]")
{
    CHECK(rc::check([] {
        const auto rows = any_movements(25);
        Desk parts, whole;
        const auto some = part_of(rows);
        parts.import(another_export(some));
        const auto rest = parts.import(another_export(rows));
        RC_ASSERT(static_cast<std::size_t>(rest.fresh) == rows.size() - some.size());
        whole.import(another_export(rows));
        RC_ASSERT(bag(parts) == bag(whole));
    }));
}

TEST_CASE("law: where the bank numbers its rows, files cut anywhere add exactly the numbers that are new", "[laws]")
{
    CHECK(rc::check([] {
        auto rows = any_movements(25);
        for (std::size_t i = 0; i < rows.size(); i += 2)
            rows[i].fen -= static_cast<std::int64_t>(i);  // not everything twice, else it looks renumbered
        std::vector<int> numbers(rows.size());
        for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = static_cast<int>(i);
        const auto size = static_cast<int>(rows.size());
        const auto to = *rc::gen::inRange(1, size + 1), from = *rc::gen::inRange(0, size);
        const auto slice = [&](int a, int b) {
            return numbered_csv({rows.begin() + a, rows.begin() + b}, {numbers.begin() + a, numbers.begin() + b});
        };
        Desk desk;
        desk.import(slice(0, to));
        const auto late = desk.import(slice(from, size));
        RC_ASSERT(late.fresh == size - std::max(from, to));
        RC_ASSERT(desk.world.entries.size() == static_cast<std::size_t>(size - std::max(0, from - to)));
    }));
}

TEST_CASE("law: what was pending and is booked some days later stays one entry, and is cleared", "[laws]")
{
    CHECK(rc::check([] {
        auto rows = any_movements(12);
        for (std::size_t i = 0; i < rows.size(); ++i)
            rows[i].fen = -1000 - 7 * static_cast<std::int64_t>(i);  // told apart by amount
        const auto csv = [&](bool booked, const std::vector<int>& later) {
            std::string out = "Buchungstag;Empfänger;Betrag;Info\n01.03.2024;Vermieter;-900,00;Umsatz gebucht\n";
            for (std::size_t i = 0; i < rows.size(); ++i) {
                const date::year_month_day at{day("2024-03-10") + Days{rows[i].day + (booked ? later[i] : 0)}};
                out += std::to_string(static_cast<unsigned>(at.day())) + "." +
                       std::to_string(static_cast<unsigned>(at.month())) + ".2024;Laden " +
                       static_cast<char>('A' + rows[i].payee) + (booked ? " SAGT DANKE" : "") + ";-" +
                       std::to_string(-rows[i].fen / 100) + "," + (-rows[i].fen % 100 < 10 ? "0" : "") +
                       std::to_string(-rows[i].fen % 100) + (booked ? ";Umsatz gebucht\n" : ";Umsatz vorgemerkt\n");
            }
            return out;
        };
        std::vector<int> later(rows.size());
        for (auto& n : later) n = *rc::gen::inRange(0, 8);
        Desk desk;
        desk.import(csv(false, later));
        const auto before = desk.world.entries.size();
        RC_ASSERT(before == rows.size() + 1);
        const auto booked = desk.import(csv(true, later));
        RC_ASSERT(booked.fresh == 0);
        RC_ASSERT(desk.world.entries.size() == before);
        for (const auto& [id, e] : desk.world.entries) RC_ASSERT(e.status == EntryStatus::cleared);
        RC_ASSERT(desk.import(csv(true, later)).fresh == 0);
    }));
}

TEST_CASE("law: what only looks alike is shown beside its twin and never dropped", "[laws]")
{
    CHECK(rc::check([] {
        const auto rows = any_movements(15);
        Desk desk;
        desk.import(csv_of(rows));
        auto others = csv_of(rows);
        for (std::size_t at = others.find("Payee ", 5); at != std::string::npos; at = others.find("Payee ", at + 1))
            if (others[at - 1] == ',') others.replace(at, 5, "Other");
        const auto d = desk.import(others);
        RC_ASSERT(static_cast<std::size_t>(d.fresh) == rows.size());
        for (const auto& r : d.rows) RC_ASSERT(r.similar_to.value != 0);
        RC_ASSERT(desk.world.entries.size() == 2 * rows.size());
    }));
}

TEST_CASE("law: a statement of other days is all new, however much it looks like the last one", "[laws]")
{
    CHECK(rc::check([] {
        auto rows = any_movements(15);
        Desk desk;
        desk.import(csv_of(rows));
        for (auto& m : rows) m.day += 31;
        RC_ASSERT(static_cast<std::size_t>(desk.import(csv_of(rows)).fresh) == rows.size());
    }));
}

TEST_CASE("law: each row of the file is new, known, neutral, to be looked at or rejected, and the counts add up",
          "[laws]")
{
    CHECK(rc::check([] {
        Desk desk;
        const auto& a = *find<Account>(desk.world.book, desk.account);
        std::string csv =
            "Date,Payee,Amount,Currency,Status\n2024-03-01,Start,-1.00,CNY,Completed\n2024-03-02,Start,-1.00,CNY,"
            "Completed\n";
        const int size = *rc::gen::inRange(0, 20);
        for (int i = 0; i < size; ++i)
            csv += *rc::gen::element<std::string>(
                "2024-03-05,Coffee,-3.00,CNY,Completed\n", "2024-03-06,Hotel,-90.00,EUR,Completed\n",
                "2024-03-07,Shop,-5.00,CNY,Failed\n", "2024-03-08,Shop,-6.00,CNY,Pending\n",
                "2024-03-09,Shop,1O.50,CNY,Completed\n", "2024-13-44,Shop,-7.00,CNY,Completed\n", ",Total,-20.00,,\n",
                "Date,Payee,Amount,Currency,Status\n", "2024-03-10,Points,,CNY,Completed\n");
        const auto s = read_statement(csv, "a.csv", hints_for(desk.world.book, a, desk.world.today()));
        RC_ASSERT(s.ok());
        adds_up(*s);
        desk.import(csv);
        const auto d = draft(*s, a, desk.existing(), desk.world.book);
        const auto marks = static_cast<std::size_t>(d.fresh + d.duplicates + d.reviews);
        RC_ASSERT(marks == d.rows.size());
        RC_ASSERT(d.fresh == 0);
        RC_ASSERT(marks + d.neutral.size() + d.furniture.size() + d.needs_review.size() + d.rejected.size() ==
                  static_cast<std::size_t>(s->records));
        RC_ASSERT(s->records == size + 2);
    }));
}
