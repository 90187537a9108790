// The whole way of a judgement through a session: a ledger of ten thousand rows and one of a million with the same last
// three years, opened and judged; and what one edit costs until the new judgement is there. Goals: the million costs no
// more than 1.5 times the ten thousand; an edit 100 ms.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include "alerts/forecast/random.hpp"
#include "ui/app/session.hpp"

namespace {

using namespace ledger;

const Date today = make_date(2026, 11, 22), three_years_ago = make_date(2023, 11, 1), long_ago = make_date(2003, 11, 1);
constexpr int accounts = 5, recent = 10'000;

double since(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

void household(db::Store& store)
{
    Change change{.deed = Deed::set_up, .about = "household", .steps = {}};
    for (int i = 1; i <= accounts; ++i)
        change.steps.emplace_back(Put<Account>{{.id = {i},
                                                .name = "Account " + std::to_string(i),
                                                .type = i == 5 ? AccountType::savings : AccountType::checking,
                                                .opening = {5'000'000, {}},
                                                .opening_date = long_ago}});
    for (int i = 1; i <= 12; ++i)
        change.steps.emplace_back(Put<Bill>{{.id = {i},
                                             .payee = "Bill " + std::to_string(i),
                                             .amount = {20'000 + 1'000 * i, {}},
                                             .first_due = make_date(2026, 11, 25) + Days{i},
                                             .repeat = {.period = Period::month},
                                             .pay_from = {1 + i % accounts}}});
    store.record(change, store.load().revision, {});
}

/// `rows` entries spread evenly over the days between, on all accounts: pay, bills and everyday shopping.
void live(db::Store& store, Date from, Date to, int rows, std::uint64_t seed)
{
    alerts::Random random{seed};
    auto book = store.load();
    auto id = book.last_entry.value;
    const int days = days_between(from, to);
    for (int done = 0; done < rows;) {
        Change change{.deed = Deed::import, .about = "rows", .steps = {}};
        for (; done < rows && change.steps.size() < 50'000; ++done) {
            const Date day = from + Days{static_cast<int>(static_cast<std::int64_t>(done) * days / rows)};
            const bool pay = done % 97 == 0;
            change.steps.emplace_back(Put<Entry>{
                {.id = {++id},
                 .account = {1 + done % accounts},
                 .date = day,
                 .amount = {pay ? 700'000 : -1 - static_cast<std::int64_t>(random.unit() * 15'000), {}},
                 .payee = pay ? "Employer" : "Shop " + std::to_string(static_cast<int>(random.unit() * 300))}});
        }
        store.record(change, store.load().revision, {});
    }
}

struct Times {
    double open = 1e9, judge = 1e9, edit = 1e9;
};

Times measure(const std::filesystem::path& file)
{
    Times best;
    for (int run = 0; run < 5; ++run) {
        auto begin = std::chrono::steady_clock::now();
        auto session = app::Session::open(file, {today}, [] { return moment(today, 12, 0); });
        best.open = std::min(best.open, since(begin));
        begin = std::chrono::steady_clock::now();
        if (session.assessment().findings.empty()) std::abort();
        best.judge = std::min(best.judge, since(begin));
        begin = std::chrono::steady_clock::now();
        const auto outcome = session.run([&](const app::State& s) -> Result<Change> {
            return Change{.deed = Deed::add_entry,
                          .about = "Shop",
                          .steps = {Put<Entry>{{.id = {s.book.last_entry.value + 1},
                                                .account = {1},
                                                .date = today,
                                                .amount = {-1'234, {}},
                                                .payee = "Shop 1"}}}};
        });
        if (!outcome.ok() || session.assessment().findings.empty()) std::abort();
        best.edit = std::min(best.edit, since(begin));
        session.undo();
    }
    return best;
}

}  // namespace

int main()
{
    auto name = (std::filesystem::temp_directory_path() / "duewatch-bench-XXXXXX").string();
    const std::filesystem::path folder = ::mkdtemp(name.data());
    Times times[2];
    for (const int million : {0, 1}) {
        const auto file = folder / (million ? "million.duewatch" : "ten-thousand.duewatch");
        {
            auto store = db::Store::open(file);
            household(store);
            if (million) live(store, long_ago, three_years_ago, 1'000'000 - recent, 1);
            live(store, three_years_ago, today, recent, 2);
        }
        times[million] = measure(file);
        std::printf("%9d rows: open %.1f ms, judge %.1f ms; an edit until the new judgement %.1f ms\n",
                    million ? 1'000'000 : recent, times[million].open, times[million].judge, times[million].edit);
    }
    std::printf("open and judge, a million rows against ten thousand: %.2f times\n",
                (times[1].open + times[1].judge) / (times[0].open + times[0].judge));
    std::filesystem::remove_all(folder);
    return 0;
}
