// How the time of daily work grows with the ledger: 10 000, 100 000 and 1 000 000 entries. Times are of whole runs of
// the command line program, its start included, and of single questions to the store; the least of several. Then the
// same million rows in the program `ledger`, where it is installed.
//
//   bench_ledger_size [FOLDER]     keeps the ledgers there, so that the next run need not make them (else: a folder
//   that goes at the end)
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "db/store.hpp"

namespace {

using namespace ledger;
namespace fs = std::filesystem;

constexpr int sizes[] = {10'000, 100'000, 1'000'000};
constexpr int accounts = 6, years = 10;
const Date today = make_date(2026, 11, 22), first_day = today - Days{365 * years};

/// The same numbers on every machine. Source: Marsaglia, Xorshift RNGs (2003).
class Random {
public:
    std::uint64_t operator()(std::uint64_t below)
    {
        state_ ^= state_ << 13, state_ ^= state_ >> 7, state_ ^= state_ << 17;
        return state_ % below;
    }

private:
    std::uint64_t state_ = 88172645463325252ULL;
};

const char* const usual[] = {"STARBUCKS COFFEE",
                             "美团外卖",
                             "滴滴出行",
                             "全家便利店",
                             "Shell Station",
                             "盒马鲜生",
                             "WALMART SUPERCENTER",
                             "Uber Trip",
                             "京东商城",
                             "中国移动",
                             "Electric Company",
                             "City Pharmacy",
                             "星巴克咖啡",
                             "拼多多",
                             "Amazon Marketplace",
                             "肯德基",
                             "Metro Ticket",
                             "物业管理费",
                             "Gym",
                             "Bakery"};

Entry entry_of(int n, int of, Random& random, const std::vector<CategoryId>& categories)
{
    Entry e{.id = {n}, .account = {static_cast<std::int64_t>(random(accounts)) + 1}};
    e.date = first_day + Days{static_cast<int>(static_cast<std::int64_t>(n) * 365 * years / of)};
    e.amount = {-static_cast<std::int64_t>(random(50'000)) - 1, {}};
    if (random(20) == 0) e.amount = {static_cast<std::int64_t>(random(1'000'000)) + 1, {}};
    e.payee = random(10) < 7 ? usual[random(std::size(usual))] : "Shop " + std::to_string(random(3000));
    if (random(2) == 0) e.memo = "order " + std::to_string(1'000'000'000 + random(9'000'000'000));
    else if (random(4) == 0) e.memo = "晚餐";
    if (n == of / 3) e.memo = "the one 银杏 receipt";
    // a payee is nearly always of one kind
    e.category =
        categories[random(20) == 0 ? random(categories.size()) : std::hash<std::string>{}(e.payee) % categories.size()];
    if (n % 200 == 0 && e.amount.minor < -1) {
        const auto parts = split(e.amount, 2);
        e.splits = {{e.category, parts[0], ""}, {categories[random(categories.size())], parts[1], "part"}};
        e.category = {};
    }
    return e;
}

void make(const fs::path& file, int entries)
{
    std::fprintf(stderr, "making %s …\n", file.filename().c_str());
    auto store = db::Store::open(file);
    auto book = store.load();
    Change household{.deed = Deed::set_up, .about = "bench"};
    for (int n = 1; n <= accounts; ++n)
        household.steps.push_back(Put<Account>{{.id = {n},
                                                .name = "Account " + std::to_string(n),
                                                .opening = {1'000'000, {}},
                                                .opening_date = first_day}});
    for (int n = 1; n <= 25; ++n)
        household.steps.push_back(Put<Bill>{{.id = {n},
                                             .payee = "Bill " + std::to_string(n),
                                             .amount = {10'000 + n, {}},
                                             .first_due = today - Days{300 + n},
                                             .repeat = {.period = Period::month},
                                             .pay_from = {1}}});
    store.record(household, book.revision, {});
    book = apply(std::move(book), household);
    std::vector<CategoryId> categories;
    for (const auto& [id, category] : book.categories) categories.push_back(id);
    Random random;
    Change change{.deed = Deed::import, .about = "bench"};
    for (int n = 1; n <= entries; ++n) {
        change.steps.push_back(Put<Entry>{entry_of(n, entries, random, categories)});
        if (n % 20'000 != 0 && n != entries) continue;
        store.record(change, book.revision, {});
        book = apply(std::move(book), change);
        change.steps.clear();
    }
}

/// Milliseconds of the quickest of `runs`.
double least(int runs, const std::function<void()>& work)
{
    double best = 1e300;
    for (int run = 0; run < runs; ++run) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        best =
            std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    return best;
}

void run(const std::string& command)
{
    if (std::system((command + " >/dev/null").c_str()) != 0)
        std::fprintf(stderr, "failed: %s\n", command.c_str()), std::exit(1);
}

struct Row {
    std::string name;
    std::vector<double> ms{};
};

void print(const char* title, const std::vector<Row>& rows)
{
    std::printf("\n%-52s %10s %10s %10s %9s\n", title, "10k ms", "100k ms", "1M ms", "1M / 10k");
    for (const auto& row : rows)
        std::printf("%-52s %10.2f %10.2f %10.2f %8.1fx\n", row.name.c_str(), row.ms[0], row.ms[1], row.ms[2],
                    row.ms[2] / row.ms[0]);
}

/// What somebody asks of the program in a day's work.
std::vector<Row> programs(const std::vector<fs::path>& files)
{
    const std::string options = " --today 2026-11-22 ";
    std::vector<Row> rows;
    for (const char* command :
         {"account list", "bill list", "entry list --account \"Account 1\" --limit 50", "entry list --search 银杏",
          "entry list --search \"order 12345\" --limit 50", "entry list --search 美团 --limit 50", "report cashflow",
          "report spending", "report spending --by payee", "check"}) {
        Row row{command};
        for (const auto& file : files)
            row.ms.push_back(least(5, [&] {
                const auto line = std::string{DUEWATCH_CLI} + " --db " + file.string() + options + command;
                if (std::string{command} == "check")
                    static_cast<void>(
                        std::system((line + " >/dev/null").c_str()));  // ends with 2 where something is at risk
                else run(line);
            }));
        rows.push_back(row);
    }
    return rows;
}

/// What the window asks of the store.
std::vector<Row> questions(const std::vector<fs::path>& files)
{
    struct Question {
        const char* name;
        std::function<std::size_t(const db::Store&)> ask;
    };
    const auto search = [](const char* text) {
        return [text](const db::Store& store) {
            const db::EntryFilter filter{.words = {{.text = text}}};
            return static_cast<std::size_t>(store.count(filter)) + store.page(filter, 0, 200, true).size();
        };
    };
    const Question all[] = {
        {"register page, newest", [](const db::Store& s) { return s.page({.account = {1}}, 0, 200, true).size(); }},
        {"register page, in the middle",
         [](const db::Store& s) { return s.page({.account = {1}}, s.count({.account = {1}}) / 2, 200, true).size(); }},
        {"account balances",
         [](const db::Store& s) { return s.account_totals({ledger::make_date(2026, 11, 22)}).size(); }},
        {"search 银杏 (one entry)", search("银杏")},
        {"search 物业管理费 (one in thirty)", search("物业管理费")},
        {"search 美团 (one in thirty, two letters)", search("美团")},
        {"search 美 (one letter)", search("美")},
        {"search order 12345 (few)", search("order 12345")},
        {"search coffee (one in thirty)", search("coffee")},
        {"search shop (three in ten)", search("shop")},
        {"search st (two letters of Latin)", search("st")},
        {"report by month, whole ledger", [](const db::Store& s) { return s.flows({}, db::GroupBy::month).size(); }},
        {"report by category, 17 days and 9 years",
         [](const db::Store& s) { return s.flows({.from = first_day + Days{17}}, db::GroupBy::category).size(); }},
        {"report by payee, whole ledger", [](const db::Store& s) { return s.flows({}, db::GroupBy::payee).size(); }},
        {"report by payee, one month",
         [](const db::Store& s) {
             return s.flows({.from = today - Days{30}, .to = today}, db::GroupBy::payee).size();
         }},
    };
    std::vector<Row> rows;
    for (const auto& question : all) rows.push_back({question.name});
    for (const auto& file : files) {
        const auto store = db::Store::open(file);
        for (std::size_t i = 0; i < std::size(all); ++i)
            rows[i].ms.push_back(least(5, [&] { static_cast<void>(all[i].ask(store)); }));
    }
    return rows;
}

void beside_ledger(const fs::path& folder, const fs::path& file)
{
    if (std::system("command -v ledger >/dev/null 2>&1") != 0) {
        std::printf("\nledger is not installed (apt-get install ledger): its time is left out\n");
        return;
    }
    const auto journal = folder / "million.journal";
    if (!fs::exists(journal))
        run(std::string{DUEWATCH_CLI} + " --db " + file.string() + " export hledger --out " + journal.string());
    const auto theirs = least(2, [&] { run("ledger -f " + journal.string() + " bal"); });
    const auto ours = least(5, [&] { run(std::string{DUEWATCH_CLI} + " --db " + file.string() + " account list"); });
    std::printf("\nbalances of the same million rows: ledger bal %.0f ms, account list %.1f ms: %.0fx faster\n", theirs,
                ours, theirs / ours);
}

}  // namespace

int main(int argc, char** argv)
{
    const bool kept = argc > 1;
    const fs::path folder = kept ? fs::path{argv[1]} : fs::temp_directory_path() / "duewatch-bench-ledger-size";
    fs::create_directories(folder);
    std::vector<fs::path> files;
    for (const int size : sizes) {
        files.push_back(folder / (std::to_string(size) + ".duewatch"));
        if (!fs::exists(files.back())) make(files.back(), size);
    }
    for (std::size_t i = 0; i < files.size(); ++i)
        std::printf("%8d entries: %.1f MB\n", sizes[i], static_cast<double>(fs::file_size(files[i])) / 1e6);
    print("the program, its start included", programs(files));
    print("the store alone", questions(files));
    beside_ledger(folder, files.back());
    if (!kept) fs::remove_all(folder);
    return 0;
}
