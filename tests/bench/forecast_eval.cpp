// Scores the forecast on account histories, straight through the engine.
//
//   forecast_eval FOLDER [name=value …] [--dump FILE]
//
// FOLDER holds accounts.csv (dataset,account,currency,opening,opening_date), <dataset>__<account>.csv (date,payee,amount,category) and
// questions.csv (dataset,account,origin,h,k_minus_balance,below,contested,…): will the balance h days after origin be below K?
// Metrics are means over datasets, weighted by min(1, origins / 50), with probabilities kept within [.01, .99].
// name=value changes one figure of the policy, or history=N (only the last N days are seen), salt=N.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <thread>

#include "alerts/forecast.hpp"

namespace {

using namespace alerts;

struct Question {
    std::string dataset, account;
    Date origin{};
    int ahead = 0;
    double offset = 0;
    bool below = false, contested = false;
    double p = 0;
};

struct Account {
    std::int64_t opening = 0;
    Date opened{};
    std::vector<Movement> movements{};
};

std::vector<std::string> cells(const std::string& line)
{
    std::vector<std::string> found{""};
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') quoted = !quoted;
        else if (c == ',' && !quoted) found.emplace_back();
        else if (c != '\r') found.back() += c;
    }
    return found;
}

std::vector<std::vector<std::string>> table(const std::string& file)
{
    std::ifstream in{file};
    if (!in) std::fprintf(stderr, "cannot read %s\n", file.c_str()), std::exit(1);
    std::vector<std::vector<std::string>> rows;
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) rows.push_back(cells(line));
    return rows;
}

std::int64_t minor(const std::string& amount) { return std::llround(std::stod(amount) * 100); }

std::map<std::string, Account> read_accounts(const std::string& folder)
{
    std::map<std::string, Account> accounts;
    for (const auto& row : table(folder + "/accounts.csv")) {
        Account account{minor(row[3]), ledger::parse_date(row[4]).value(), {}};
        std::map<std::string, std::uint32_t> keys;
        for (const auto& cell : table(folder + "/" + row[0] + "__" + row[1] + ".csv")) {
            const std::int64_t amount = minor(cell[2]);
            const auto key = keys.emplace(cell[1] + (amount < 0 ? "-" : "+"), keys.size() + 1).first->second;
            account.movements.push_back({ledger::parse_date(cell[0]).value(), amount, static_cast<std::uint32_t>(key), false});
        }
        std::stable_sort(account.movements.begin(), account.movements.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
        accounts[row[0] + "__" + row[1]] = std::move(account);
    }
    return accounts;
}

std::vector<Question> read_questions(const std::string& folder)
{
    std::vector<Question> questions;
    for (const auto& row : table(folder + "/questions.csv")) {
        questions.push_back({row[0], row[1], ledger::parse_date(row[2]).value(), std::stoi(row[3]), std::stod(row[4]), row[5] == "1", row[6] == "1"});
    }
    return questions;
}

double auc(std::vector<std::pair<double, bool>> said)
{
    std::sort(said.begin(), said.end());
    double ones = 0, sum = 0;
    for (const auto& s : said) ones += s.second;
    const double zeros = static_cast<double>(said.size()) - ones;
    if (ones == 0 || zeros == 0) return std::nan("");
    for (std::size_t i = 0; i < said.size();) {
        std::size_t j = i;
        double hits = 0;
        for (; j < said.size() && said[j].first == said[i].first; ++j) hits += said[j].second;
        sum += static_cast<double>(i + j + 1) / 2 * hits;
        i = j;
    }
    return (sum - ones * (ones + 1) / 2) / (ones * zeros);
}

struct Score {
    double auc = 0, contested = 0, brier = 0, log_loss = 0, ece = 0;
};

/// Over all datasets but `without`.
Score score(const std::vector<Question>& questions, const std::string& without = "", const std::string& only = "")
{
    std::map<std::string, std::vector<std::pair<double, bool>>> all, hard;
    std::map<std::string, std::set<std::pair<std::string, Date>>> origins;
    for (const Question& q : questions) {
        if (q.dataset == without || q.p < 0 || (!only.empty() && q.dataset != only)) continue;
        all[q.dataset].emplace_back(std::clamp(q.p, 0.01, 0.99), q.below);
        if (q.contested) hard[q.dataset].push_back(all[q.dataset].back());
        origins[q.dataset].insert({q.account, q.origin});
    }
    Score total;
    double weights = 0, hard_weights = 0;
    double bins[10][3] = {};
    for (const auto& [dataset, said] : all) {
        const double w = std::min(1.0, static_cast<double>(origins[dataset].size()) / 50);
        const auto n = static_cast<double>(said.size());
        double brier = 0, loss = 0;
        for (const auto& [p, y] : said) {
            brier += (p - y) * (p - y);
            loss -= std::log(y ? p : 1 - p);
            double* bin = bins[std::min(static_cast<int>(p * 10), 9)];
            bin[0] += w / n, bin[1] += w / n * p, bin[2] += w / n * y;
        }
        weights += w;
        total.brier += w * brier / n;
        total.log_loss += w * loss / n;
        total.auc += w * auc(said);
        const double a = hard[dataset].size() < 30 ? std::nan("") : auc(hard[dataset]);
        if (!std::isnan(a)) total.contested += w * a, hard_weights += w;
    }
    total.auc /= weights, total.brier /= weights, total.log_loss /= weights, total.contested /= hard_weights;
    for (const auto& bin : bins) total.ece += std::abs(bin[1] - bin[2]) / weights;
    return total;
}

void print(const char* name, const Score& s)
{
    std::printf("%-14s AUC %.4f contested %.4f Brier %.5f log loss %.4f ECE %.4f\n", name, s.auc, s.contested, s.brier, s.log_loss, s.ece);
}

struct Options {
    ForecastPolicy policy{};
    int history = 0;
    std::uint64_t salt = 0;
    std::string dump{};
    bool verbose = false;
};

Options read_options(int argc, char** argv)
{
    Options options;
    ForecastPolicy& f = options.policy;
    RecurringPolicy& r = f.recurring;
    SpendingPolicy& s = f.spending;
    std::map<std::string, double*> figures{
        {"single_days_share", &f.single_days_share}, {"near_trust", &f.near_trust}, {"widen_tails", &f.widen_tails}, {"survival", &f.stream_survival},
        {"monthly_jitter", &r.monthly_jitter}, {"weekly_jitter", &r.weekly_jitter}, {"least_hits", &r.least_hits}, {"ending", &r.ending},
        {"half_life", &s.half_life}, {"month_width", &s.month_width}, {"month_floor", &s.month_floor}, {"same_weekday", &s.same_weekday},
        {"same_season", &s.same_season}, {"season_width", &s.season_width}, {"balance_width", &s.balance_width}, {"balance_floor", &s.balance_floor}, {"carry_on", &s.carry_on}, {"narrowing", &s.narrowing}};
    std::map<std::string, int*> counts{{"paths", &f.paths}, {"block", &s.block}, {"window", &s.window}, {"bins", &s.balance_bins},
                                       {"least", &r.least}, {"fitted", &r.fitted}, {"history", &options.history}};
    for (int i = 2; i < argc; ++i) {
        const std::string text = argv[i];
        const auto equals = text.find('=');
        const std::string name = text.substr(0, equals), value = equals == std::string::npos ? "" : text.substr(equals + 1);
        if (text == "--dump") options.dump = argv[++i];
        else if (text == "-v") options.verbose = true;
        else if (name == "salt") options.salt = std::stoull(value);
        else if (figures.count(name)) *figures[name] = std::stod(value);
        else if (counts.count(name)) *counts[name] = std::stoi(value);
        else std::fprintf(stderr, "unknown: %s\n", text.c_str()), std::exit(64);
    }
    return options;
}

/// All questions of one account on one day, in order of time ahead.
struct Sitting {
    const Account* account;
    std::vector<Question*> questions;
};

double answer(Sitting& sitting, const Options& options)
{
    const Question& first = *sitting.questions.front();
    AccountInput input;
    input.account = static_cast<std::int64_t>(sitting.account->movements.size());
    input.first_day = sitting.account->opened;
    input.balance_today = sitting.account->opening;
    if (options.history > 0) input.first_day = std::max(input.first_day, first.origin - ledger::Days{options.history});
    for (const Movement& m : sitting.account->movements) {
        if (m.date > first.origin) break;
        input.balance_today += m.minor;
        if (m.date >= input.first_day) input.movements.push_back(m);
    }
    const auto begin = std::chrono::steady_clock::now();
    const AccountForecast seen = forecast(input, {first.origin}, 60, options.policy, options.salt);
    for (Question* q : sitting.questions) {
        const auto amount = input.balance_today + std::llround(q->offset * 100);
        q->p = seen.probability_below(q->origin + ledger::Days{q->ahead}, amount).value_or(-1);
    }
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc < 2) return std::fprintf(stderr, "usage: forecast_eval FOLDER [name=value …] [--dump FILE]\n"), 64;
    const Options options = read_options(argc, argv);
    const auto accounts = read_accounts(argv[1]);
    auto questions = read_questions(argv[1]);
    std::map<std::pair<std::string, Date>, Sitting> by_origin;
    for (Question& q : questions) {
        const std::string name = q.dataset + "__" + q.account;
        Sitting& sitting = by_origin.try_emplace({name, q.origin}, Sitting{&accounts.at(name), {}}).first->second;
        sitting.questions.push_back(&q);
    }
    std::vector<Sitting*> sittings;
    for (auto& [key, sitting] : by_origin) sittings.push_back(&sitting);

    double spent[2] = {};
    std::vector<std::thread> workers;
    for (std::size_t worker = 0; worker < 2; ++worker) {
        workers.emplace_back([&, worker] {
            for (std::size_t i = worker; i < sittings.size(); i += 2) spent[worker] += answer(*sittings[i], options);
        });
    }
    for (auto& worker : workers) worker.join();

    print("all", score(questions));
    std::set<std::string> datasets;
    for (const Question& q : questions) datasets.insert(q.dataset);
    if (options.verbose) {
        for (const auto& d : datasets) print(("- " + d).c_str(), score(questions, d));
        for (const auto& d : datasets) print(d.c_str(), score(questions, "", d));
    }
    std::printf("%zu forecasts, %.2f ms each\n", sittings.size(), (spent[0] + spent[1]) / static_cast<double>(sittings.size()));
    if (!options.dump.empty()) {
        std::ofstream out{options.dump};
        for (const Question& q : questions) out << q.p << '\n';
    }
    return 0;
}
