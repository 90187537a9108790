#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdlib>

#include "db/store.hpp"
#include "tests/journeys/world.hpp"
#include "tests/support/full_household.hpp"

using namespace ledger;

// A ledger with a row of every kind, in which somebody changes one value after the other behind the program's back.
namespace {

struct Column {
    std::string table, name;
    bool is_text = false, may_be_null = false;
};

/// The rows of every kind, as `FullHousehold` has them, in a file.
void fill(const std::string& file)
{
    const testing::FullHousehold h;
    auto store = db::Store::open(file);
    const auto there = store.load();
    Change change{.deed = Deed::set_up, .about = "all"};
    const auto put = [&](const auto& facts) {
        for (const auto& [id, fact] : facts) change.steps.emplace_back(Put<std::decay_t<decltype(fact)>>{fact});
    };
    const auto& b = h.book;
    auto card = h.good_card();
    auto& terms = *card.card;
    terms.limit = terms.minimum_floor = terms.late_floor = terms.late_cap = terms.tolerance = terms.cash_fee_floor =
        testing::cny(10'00);
    terms.late_steps = {testing::cny(10'00), testing::cny(20'00)};
    terms.minimum_older = Rate{20'000'000};
    terms.cash_rate = Rate{500'000};
    put(b.accounts);
    change.steps.emplace_back(Put<Account>{card});
    for (const auto& [id, c] : b.categories) {  // beside those that came with the program
        auto mine = c;
        mine.id.value += 900;
        if (mine.parent) mine.parent.value += 900;
        change.steps.emplace_back(Put<Category>{mine});
    }
    put(b.batches);
    auto bill = h.good_bill();
    bill.category = {902};
    bill.minimum = testing::cny(100'00);
    bill.lowest = testing::cny(2'000'00);
    bill.repeat.until = testing::day("2030-01-01");
    bill.earlier = {{.until = testing::day("2025-12-31"),
                     .amount = testing::cny(2'800'00),
                     .lowest = testing::cny(100'00),
                     .minimum = testing::cny(100'00),
                     .first_due = testing::day("2025-01-01"),
                     .repeat = {.period = Period::month, .until = testing::day("2025-12-31"), .times = 12}}};
    bill.hardship = Hardship{.reason = "job_loss",
                             .since = testing::day("2026-01-01"),
                             .until = testing::day("2026-12-31"),
                             .income_change = testing::cny(-1'000'00),
                             .pay_now = testing::cny(100'00)};
    change.steps.emplace_back(Put<Bill>{bill});
    change.steps.emplace_back(Put<Bill>{h.good_card_bill()});
    change.steps.emplace_back(Put<Bill>{{.id = {3},
                                         .source = BillSource::plan,
                                         .payee = "Landlord",
                                         .first_due = testing::day("2026-03-01"),
                                         .plan = {1},
                                         .schedule = h.good_plan().schedule}});
    auto income = h.good_income();
    income.category = {901};
    income.highest = testing::cny(9'500'00);
    income.repeat.times = 100;
    change.steps.emplace_back(Put<Income>{income});
    auto n = h.paid.value;
    for (auto date = testing::day("2026-01-08"); date < testing::day("2026-11-22"); date += Days{7})
        change.steps.emplace_back(Put<Entry>{
            {.id = {++n}, .account = h.bank, .date = date, .amount = testing::cny(-200'00), .payee = "Market"}});
    change.steps.emplace_back(Put<Entry>{{.id = {++n},
                                          .account = h.card,
                                          .date = testing::day("2026-11-03"),
                                          .posted = testing::day("2026-11-04"),
                                          .amount = testing::cny(-400'00),
                                          .payee = "Shop",
                                          .category = {901},
                                          .chosen = true,
                                          .batch = {1},
                                          .bank_id = "A1"}});
    change.steps.emplace_back(
        Put<Entry>{{.id = {++n},
                    .account = h.bank,
                    .date = testing::day("2026-11-10"),
                    .amount = testing::cny(-30'00),
                    .splits = {{{901}, testing::cny(-10'00), "a"}, {{}, testing::cny(-20'00), "b"}}}});
    for (const auto account : {h.bank, h.card})
        change.steps.emplace_back(Put<Entry>{{.id = {++n},
                                              .account = account,
                                              .date = testing::day("2026-11-11"),
                                              .amount = testing::cny(account == h.bank ? -50'00 : 50'00),
                                              .transfer = {1}}});
    change.steps.emplace_back(Put<Entry>{h.entries.at(h.paid)});
    put(b.settlements);
    put(b.adjustments);
    change.steps.emplace_back(Put<Adjustment>{{.id = {2},
                                               .due = testing::day("2026-12-15"),
                                               .moved_to = testing::day("2026-12-16"),
                                               .amount = testing::cny(1),
                                               .income = {1}}});
    put(b.card_statements);
    put(b.plans);
    put(b.contacts);
    put(b.papers);
    put(b.notices);
    auto rule = h.good_rule();
    rule.set_category = {901};
    rule.at_least = testing::cny(-100'00);
    rule.at_most = testing::cny(-1'00);
    change.steps.emplace_back(Put<Rule>{rule});
    change.steps.emplace_back(Put<Rule>{{.id = {2}, .text = "card", .set_transfer = h.card}});
    put(b.formats);
    put(b.corrections);
    put(b.holidays);
    put(b.rates);
    put(b.dismissals);
    change.steps.emplace_back(Preferences{.buffer = testing::cny(100'00)});
    REQUIRE(store.record(change, there.revision, {}));
}

std::vector<Column> columns_of(const std::string& file)
{
    SQLite::Database database{file, SQLite::OPEN_READONLY};
    SQLite::Statement statement{database, R"(
SELECT m.name, c.name, c.type = 'TEXT', c."notnull" = 0 FROM sqlite_master m JOIN pragma_table_info(m.name) c
WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE 'entry_text%' ORDER BY 1, c.cid
)"};
    std::vector<Column> found;
    while (statement.executeStep())
        found.push_back({statement.getColumn(0).getString(), statement.getColumn(1).getString(),
                         statement.getColumn(2).getInt() != 0, statement.getColumn(3).getInt() != 0});
    return found;
}

/// Puts this SQL value into the last row; false where the table does not take it.
bool damage(const std::string& file, const Column& column, const std::string& value)
{
    SQLite::Database database{file, SQLite::OPEN_READWRITE};
    database.exec("PRAGMA ignore_check_constraints = ON");
    database.exec("PRAGMA foreign_keys = OFF");
    const bool card = column.table == "card_terms" || column.table == "card_late_steps";
    const std::string which = column.table == "accounts" ? " WHERE id = 3"
                              : column.table == "entries"
                                  ? " WHERE id = (SELECT max(id) FROM entries WHERE account = 1)"
                              : card ? ""
                                     : " WHERE rowid = (SELECT max(rowid) FROM " + column.table + ")";
    const auto update = "UPDATE " + column.table + " SET \"" + column.name + "\" = " + value;
    try {
        database.exec(update + which);
        return true;
    }
    catch (const SQLite::Exception&) {
    }
    try {  // a table without rowid
        database.exec(update);
        return true;
    }
    catch (const SQLite::Exception&) {
        return false;
    }
}

const std::vector<std::string> numbers{"0", "-1", "7", "4294967301", "9223372036854775807", "-9223372036854775808"};
const std::vector<std::string> texts{"''", "'zz'", "'EUR'", "CAST(x'ff41fe' AS TEXT)"};

const std::vector<std::vector<std::string>> commands{{"check"},
                                                     {"verify"},
                                                     {"account", "list"},
                                                     {"entry", "list"},
                                                     {"entry", "list", "--search", "market"},
                                                     {"bill", "list"},
                                                     {"bill", "payments", "1"},
                                                     {"bill", "cost", "2"},
                                                     {"income", "list"},
                                                     {"category", "list"},
                                                     {"rule", "list"},
                                                     {"rule", "apply"},
                                                     {"rate", "list"},
                                                     {"holiday", "list"},
                                                     {"forecast"},
                                                     {"explain", "1"},
                                                     {"explain", "2"},
                                                     {"recurring", "list"},
                                                     {"whatif", "--spend", "400@2026-11-28"},
                                                     {"plan", "--all"},
                                                     {"plan", "1"},
                                                     {"plan", "2"},
                                                     {"plan", "list"},
                                                     {"plan", "status", "1"},
                                                     {"backtest", "--weeks", "8"},
                                                     {"report", "networth"},
                                                     {"report", "networth", "--currency", "EUR"},
                                                     {"report", "cashflow"},
                                                     {"report", "bills"},
                                                     {"report", "income"},
                                                     {"report", "spending", "--by", "category"},
                                                     {"report", "spending", "--by", "payee"},
                                                     {"export", "csv"},
                                                     {"export", "json"},
                                                     {"export", "qif"},
                                                     {"export", "hledger"},
                                                     {"export", "ics"},
                                                     {"undo", "--list"},
                                                     {"preferences"},
                                                     {"info"},
                                                     {"contact", "1"},
                                                     {"contact", "2"},
                                                     {"contact", "list"},
                                                     {"documents", "1"},
                                                     {"import", "batches"},
                                                     {"import", "formats"},
                                                     {"account", "presets"},
                                                     {"backups"},
                                                     {"entry", "add", "--account", "Bank", "--amount", "-5"},
                                                     {"bill", "pay", "1"},
                                                     {"undo"},
                                                     {"compact"}};

bool ends_as_promised(int exit)
{
    return exit == 0 || exit == 1 || exit == 2 || exit == 64 || exit == 74;
}

}  // namespace

TEST_CASE("whatever one value of the file says, no command ends by a signal", "[cli][damage]")
{
    const World w;
    fill(w.db);
    const auto sound = support::bytes_of(w.db);
    const auto columns = columns_of(w.db);
    REQUIRE(columns.size() > 200);
    // By hand: every value and every command, of the tables from this name on. Here a part of them, in turn.
    const char* all_from = std::getenv("DUEWATCH_DAMAGE_ALL_FROM");
    for (const auto& command : commands) {
        const auto ran = w(command);
        INFO(command.front() << ": " << ran.err);
        CHECK(ran.exit != 74);
        CHECK(ends_as_promised(ran.exit));
    }
    std::size_t turn = 0;
    for (const auto& column : columns) {
        if (all_from && column.table < all_from) continue;
        auto values = column.is_text ? texts : numbers;
        if (!all_from) values = {values[turn % values.size()], values[(turn + 3) % values.size()]};
        for (const auto& value : values) {
            w.folder.write("home.duewatch", sound);
            for (const auto* log : {"home.duewatch-wal", "home.duewatch-shm"})
                std::filesystem::remove(w.folder.path() / log);
            if (!damage(w.db, column, value)) continue;
            INFO(column.table << "." << column.name << " = " << value);
            const auto try_one = [&](const std::vector<std::string>& command) {
                const auto ran = w(command);
                if (ends_as_promised(ran.exit)) return;
                std::string line;
                for (const auto& word : command) line += " " + word;
                INFO(line << ": " << ran.exit << ": " << ran.err.substr(0, 500));
                CHECK(ends_as_promised(ran.exit));
            };
            if (all_from) {
                for (const auto& command : commands) try_one(command);
                continue;
            }
            try_one(commands.front());
            try_one(commands[turn++ % commands.size()]);
        }
    }
}

TEST_CASE("a value that cannot be reckoned with is named, left out and kept", "[cli][damage]")
{
    struct Case {
        const char* when;
        Column column;
        const char* value;
        const char* named;  ///< by verify
    };
    const std::vector<Case> cases = {
        {"a statement day of 0", {"card_terms", "statement_day"}, "0", "card_terms, row 3: statement-day '0'"},
        {"a repeat of 0", {"bills", "repeat_every"}, "0", "bills, row 3: repeat '0'"},
        {"a currency that is not its account's",
         {"card_statements", "currency"},
         "'EUR'",
         "card_statements, row 1: amount 'EUR'"},
        {"a category that is its own parent", {"categories", "parent"}, "902", "categories, row 902: parent"},
        {"a word of a newer program", {"accounts", "type"}, "'crypto'", "accounts, row 3: type 'crypto'"},
        {"an amount beyond all sums", {"entries", "amount"}, "9223372036854775807", "amount '9223372036854775807'"},
        {"a day beyond all years", {"entries", "date"}, "2932000", "date '2932000'"}};
    for (const auto& c : cases) {
        INFO(c.when);
        const World w;
        fill(w.db);
        REQUIRE(damage(w.db, c.column, c.value));
        const auto verified = w({"verify"});
        CHECK(verified.exit == 74);
        CHECK(verified.out.find(c.named) != std::string::npos);
        INFO(verified.out);
        for (const char* language : {"en", "zh_CN", "zh_TW"}) {
            const auto listed = w({"--lang", language, "account", "list"});
            CHECK(listed.exit == 0);
            CHECK(listed.err.find(std::string{c.column.table == "card_terms" ? "card_terms 3" : c.column.table}) !=
                  std::string::npos);
        }
        REQUIRE(w({"account", "add", "New", "--type", "cash", "--opening", "1"}).exit == 0);
        CHECK(w({"verify"}).out.find(c.named) != std::string::npos);  // still there
    }
}

TEST_CASE("an account whose terms could not be read is not saved without them", "[cli][damage]")
{
    const World w;
    fill(w.db);
    REQUIRE(damage(w.db, {"card_terms", "statement_day"}, "0"));
    CHECK(w({"account", "edit", "Card", "--name", "Blue card"}).exit == 1);
    CHECK(w({"account", "edit", "Card", "--name", "Blue card", "--statement-day", "5", "--due-after", "20"}).exit == 0);
    CHECK(w({"verify"}).exit == 0);
}
