// What an import costs, part by part, beside `sqlite3 .import` and `hledger import` of the same file.
// Use: import_speed [ROWS] (200000). Programs that are not installed are skipped by name. `--peak ROWS first|again`
// runs the door alone, for its peak of memory.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "ledger/import/bytes/encoding.hpp"
#include "ledger/import/drafts/draft.hpp"
#include "ledger/import/statement.hpp"
#include "ledger/import/tables/table.hpp"

using namespace ledger;
namespace fs = std::filesystem;

namespace {

double seconds(const rusage& r)
{
    return static_cast<double>(r.ru_utime.tv_sec + r.ru_stime.tv_sec) +
           1e-6 * static_cast<double>(r.ru_utime.tv_usec + r.ru_stime.tv_usec);
}

double cpu_now()
{
    rusage r{};
    getrusage(RUSAGE_SELF, &r);
    return seconds(r);
}

/// Of one piece of work: seconds of processor time, user and system.
template <class Work>
double cost(Work&& work)
{
    const double from = cpu_now();
    work();
    return cpu_now() - from;
}

/// A statement with a balance, rows by day, a few hundred payees.
std::string statement_of(int rows)
{
    std::string out = "Date,Description,Reference,Amount,Balance\n";
    std::uint32_t dice = 7;
    const auto roll = [&](std::uint32_t sides) { return (dice = dice * 1664525u + 1013904223u, (dice >> 8) % sides); };
    std::int64_t balance = 10'000'000;
    Date day = make_date(2015, 1, 1);
    const auto cents = [](std::int64_t n) {
        char text[32];
        std::snprintf(text, sizeof text, "%s%lld.%02lld", n < 0 ? "-" : "", static_cast<long long>(std::abs(n) / 100),
                      static_cast<long long>(std::abs(n) % 100));
        return std::string{text};
    };
    for (int i = 0; i < rows; ++i) {
        if (roll(static_cast<std::uint32_t>(std::max(20, rows / 10000))) == 0) day += Days{1};
        const std::int64_t amount =
            roll(20) == 0 ? 10000 + roll(290000) : static_cast<std::int64_t>(roll(25000)) - 20000;
        balance += amount;
        out += iso(day) + ",Corner Shop " + std::to_string(roll(300)) + ",Card 1234 ref " + std::to_string(i % 977) +
               "," + cents(amount) + "," + cents(balance) + "\n";
    }
    return out;
}

struct World {
    Book book{};
    Account account{};
    World()
    {
        account.id = AccountId{1}, account.name = "A", account.currency = *parse_currency("USD"),
        account.opening = {0, account.currency};
        book.accounts.emplace(account.id, account);
        const Category food{.id = CategoryId{1}, .name = "Food"};
        book.categories.emplace(food.id, food);
        for (int i = 1; i <= 50; ++i) {
            Rule rule{.id = RuleId{i}, .text = "corner shop " + std::to_string(i * 6), .set_category = food.id};
            book.rules.emplace(rule.id, rule);
        }
    }
};

std::vector<Entry> entries_of(const Change& change)
{
    std::vector<Entry> out;
    for_each_entry(change, [&](const Entry& e) { out.push_back(e); });
    return out;
}

struct Run {
    double cpu = -1;  ///< negative: it could not be run
    long peak_kb = 0;
};

Run run(const std::vector<std::string>& command)
{
    rusage used{};
    int status = 0;
    const pid_t child = fork();
    if (child == 0) {
        if (!std::freopen("/dev/null", "w", stdout) || !std::freopen("/dev/null", "w", stderr)) std::_Exit(126);
        std::vector<char*> argv;
        for (const auto& part : command) argv.push_back(const_cast<char*>(part.c_str()));
        argv.push_back(nullptr);
        execvp(argv.front(), argv.data());
        std::_Exit(127);
    }
    if (child < 0 || wait4(child, &status, 0, &used) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return {};
    return {seconds(used), used.ru_maxrss};
}

void say(const char* what, double cpu, int rows)
{
    std::printf("%-44s %7.3f s  %6.2f µs a row\n", what, cpu, cpu / rows * 1e6);
}

/// The door alone, in a process of its own: bytes → statement → draft, and for "again" against as many entries.
int peak(int rows, bool again)
{
    World world;
    const auto bytes = statement_of(rows);
    const auto read = [&] {
        return *read_statement(bytes, "a.csv", hints_for(world.book, world.account, Today{make_date(2050, 1, 1)}));
    };
    KnownEntries known;
    if (again) {
        const auto first = draft(read(), world.account, KnownEntries{}, world.book, {});
        for_each_entry(record(first, world.book, {}, "a", {}), [&](const Entry& e) { known.add(e); });
        known.arrange();
    }
    const auto d = draft(read(), world.account, known, world.book, {});
    std::printf("%d new, %d known\n", d.fresh, d.duplicates);
    return (again ? d.duplicates : d.fresh) == rows ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc == 4 && std::string_view{argv[1]} == "--peak")
        return peak(std::atoi(argv[2]), std::string_view{argv[3]} == "again");
    std::setvbuf(stdout, nullptr, _IONBF, 0);
    const int rows = argc > 1 ? std::atoi(argv[1]) : 200000;
    const auto folder = fs::temp_directory_path() / ("duewatch-import-speed-" + std::to_string(getpid()));
    fs::create_directories(folder);
    const auto csv = folder / "statement.csv";
    const auto bytes = statement_of(rows);
    std::ofstream{csv, std::ios::binary} << bytes;
    std::printf("%d rows, %.1f MB\n", rows, static_cast<double>(bytes.size()) / 1e6);

    World world;
    const auto hints = hints_for(world.book, world.account, Today{make_date(2050, 1, 1)});
    std::string read;
    const double reading = cost([&] {
        std::ifstream in{csv, std::ios::binary};
        read.resize(static_cast<std::size_t>(fs::file_size(csv)));
        in.read(read.data(), static_cast<std::streamsize>(read.size()));
    });
    const double decoding = cost([&] { (void)decode(read); });
    const double cutting = cost([&] {
        RecordReader reader{read, ','};
        Record record;
        while (reader.next(record)) {
        }
    });
    std::optional<Statement> statement;
    const double whole = cost([&] { statement = *read_statement(read, "statement.csv", hints); });
    Draft first;
    auto copy = *statement;
    const double drafting =
        cost([&] { first = draft(std::move(copy), world.account, KnownEntries{}, world.book, {}); });
    Change change;
    const double recording = cost([&] { change = record(first, world.book, {}, "statement.csv", {}); });
    const auto entries = entries_of(change);
    Draft again;
    const double matching =
        cost([&] { again = draft(std::move(*statement), world.account, KnownEntries{entries}, world.book, {}); });
    if (first.fresh != rows || again.duplicates != rows)
        return std::puts("wrong: not every row was new at first and known the second time"), 1;

    say("reading the file", reading, rows);
    say("decoding (part of the statement)", decoding, rows);
    say("cutting into records (part of the statement)", cutting, rows);
    say("the statement: detection and all rows", whole, rows);
    say("the draft: rules, categories, nothing known", drafting, rows);
    say("the draft again: every row known", matching, rows);
    say("the Change (not part of the door)", recording, rows);
    const double door = reading + whole + drafting, door_again = reading + whole + matching;
    say("THE DOOR, first time", door, rows);
    say("THE DOOR, again", door_again, rows);

    const auto sqlite = run({"sqlite3", ":memory:", ".mode csv", ".import " + csv.string() + " t"});
    if (sqlite.cpu < 0) std::puts("skipped: sqlite3 is not installed");
    else
        say("sqlite3 .import", sqlite.cpu, rows),
            std::printf("   the door takes %.2f × sqlite3 .import, again %.2f × (at most 3)\n", door / sqlite.cpu,
                        door_again / sqlite.cpu);

    const int some = std::min(rows, 20000);
    std::ofstream{folder / "some.csv", std::ios::binary} << statement_of(some);
    std::ofstream{folder / "some.rules"}
        << "skip 1\nfields date,description,comment,amount,balance_\ncurrency $\naccount1 assets:bank\n";
    std::ofstream{folder / "empty.journal"};
    const auto hledger = run({"hledger", "-f", (folder / "empty.journal").string(), "import", "--rules-file",
                              (folder / "some.rules").string(), (folder / "some.csv").string()});
    if (hledger.cpu < 0) std::puts("skipped: hledger is not installed");
    else
        say("hledger import (20,000 rows)", hledger.cpu, some),
            std::printf("   hledger takes %.0f × as long a row (at least 50)\n", hledger.cpu / some / (door / rows));

    for (const auto* which : {"first", "again"}) {
        const auto million = run({argv[0], "--peak", "1000000", which});
        if (million.cpu < 0) std::printf("the million (%s) did not come through\n", which);
        else
            std::printf("a million rows, %s: peak %ld MB (at most 256), %.2f s\n", which, million.peak_kb / 1024,
                        million.cpu);
    }
    fs::remove_all(folder);
    return 0;
}
