// Scores the forecast on account histories, straight through the engine.
//
//   forecast_eval FOLDER [name=value …] [--dump FILE]
//
// FOLDER holds accounts.csv (dataset,account,currency,opening,opening_date), <dataset>__<account>.csv
// (date,payee,amount,category) and questions.csv (dataset,account,origin,h,k_minus_balance,below,contested,…): will the
// balance h days after origin be below K? Metrics are means over datasets, weighted by min(1, origins / 50), with
// probabilities kept within [.01, .99]. name=value changes one figure of the policy, or history=N (only the last N days
// are seen), salt=N, or confirm=1 … 4 (how much does knowing help: recurring payments confirmed as bills, 2 with
// incomes, 3 and 4 only those that do go on).
#include <algorithm>
#include <array>
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

#include "tests/bench/histories.hpp"

namespace {

using namespace alerts;

using namespace bench;

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
    std::printf("%-14s AUC %.4f contested %.4f Brier %.5f log loss %.4f ECE %.4f\n", name, s.auc, s.contested, s.brier,
                s.log_loss, s.ece);
}

/// How much of what came lies within the bands that hold 50 % and 90 % of the paths.
struct Cover {
    std::map<std::string, std::array<double, 3>> counts{};  ///< by dataset: within 50 %, within 90 %, asked
};

struct Options {
    ForecastPolicy policy{};
    int insure = 1;   ///< 1 = confirmed incomes are insured, 2 = payments, 3 = both
    int confirm = 0;  ///< 1 = recurring payments are confirmed as bills, 2 = incomes too; 3 and 4 = the same, only
                      ///< those that do go on
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
    std::map<std::string, double*> figures{{"single_days_share", &f.single_days_share},
                                           {"near_trust", &f.near_trust},
                                           {"widen_tails", &f.widen_tails},
                                           {"survival", &f.stream_survival},
                                           {"monthly_jitter", &r.monthly_jitter},
                                           {"weekly_jitter", &r.weekly_jitter},
                                           {"least_hits", &r.least_hits},
                                           {"ending", &r.ending},
                                           {"half_life", &s.half_life},
                                           {"month_width", &s.month_width},
                                           {"month_floor", &s.month_floor},
                                           {"same_weekday", &s.same_weekday},
                                           {"same_season", &s.same_season},
                                           {"season_width", &s.season_width},
                                           {"balance_width", &s.balance_width},
                                           {"balance_floor", &s.balance_floor},
                                           {"carry_on", &s.carry_on},
                                           {"narrowing", &s.narrowing}};
    std::map<std::string, int*> counts{{"paths", &f.paths},
                                       {"block", &s.block},
                                       {"window", &s.window},
                                       {"bins", &s.balance_bins},
                                       {"ended_after", &r.ended_after},
                                       {"least", &r.least},
                                       {"fitted", &r.fitted},
                                       {"history", &options.history},
                                       {"confirm", &options.confirm},
                                       {"insure", &options.insure}};
    for (int i = 2; i < argc; ++i) {
        const std::string text = argv[i];
        const auto equals = text.find('=');
        const std::string name = text.substr(0, equals),
                          value = equals == std::string::npos ? "" : text.substr(equals + 1);
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

/// Does the stream come again after `day` within two of its periods? What its owner knows and the past cannot tell.
bool goes_on(const Stream& stream, const AccountInput& input, const Account& account, Date day)
{
    const auto& like = input.movements[stream.members.back()];
    const Date until = stream.expected(stream.misses + 2) + ledger::Days{3};
    return std::any_of(account.movements.begin(), account.movements.end(), [&](const Movement& m) {
        return m.key == like.key && m.date > day && m.date <= until && 2 * std::abs(m.minor) > std::abs(like.minor) &&
               std::abs(m.minor) < 2 * std::abs(like.minor);
    });
}

/// As if the account's owner had confirmed what was found to recur: its past is known, and what is ahead comes for
/// certain.
void confirm(AccountInput& input, const Account& account, Date day, const Options& options)
{
    std::uint32_t id = 1;
    for (const Stream& stream : find_streams(input.movements, day, options.policy.recurring)) {
        if (stream.ended || stream.p_next * stream.alive < 0.5 || (stream.income() && options.confirm % 2 == 1))
            continue;
        if (options.confirm > 2 && !goes_on(stream, input, account, day)) continue;
        const bool insured = stream.income() ? options.insure % 2 == 1 : options.insure > 1;
        for (const auto i : stream.members) input.movements[i].known = true, input.movements[i].insured = insured;
        std::vector<std::int64_t> amounts;
        for (const auto& amount : stream.amounts) amounts.push_back(amount.minor);
        for (int ahead = stream.misses + 1; stream.expected(ahead) <= day + ledger::Days{68}; ++ahead)
            input.flows.push_back({.id = id++,
                                   .date = stream.expected(ahead),
                                   .minor = stream.usual(),
                                   .jitter = stream.jitter,
                                   .amounts = amounts,
                                   .usual = true,
                                   .insured = insured});
    }
}

void cover(const Sitting& sitting, const AccountForecast& seen, Cover& found)
{
    const Question& first = *sitting.questions.front();
    const auto real = balances(*sitting.account, sitting.account->opened, first.origin + ledger::Days{60});
    const Date last = sitting.account->movements.back().date;
    std::set<int> asked;
    for (const Question* q : sitting.questions) {
        const Date day = q->origin + ledger::Days{q->ahead};
        if (day > last || !asked.insert(q->ahead).second || !seen.enough_history()) continue;
        const auto came =
            static_cast<double>(real[static_cast<std::size_t>(ledger::days_between(sitting.account->opened, day))]);
        const auto q5 = seen.at_end_of(day).quantiles(std::array{0.05, 0.25, 0.75, 0.95});
        auto& counts = found.counts[q->dataset];
        counts[0] += came >= q5[1] && came <= q5[2];
        counts[1] += came >= q5[0] && came <= q5[3];
        counts[2] += 1;
    }
}

double answer(Sitting& sitting, const Options& options, Cover& covered)
{
    const Question& first = *sitting.questions.front();
    AccountInput input = input_on(*sitting.account, first.origin, options.history);
    if (options.confirm) confirm(input, *sitting.account, first.origin, options);
    const auto begin = std::chrono::steady_clock::now();
    const AccountForecast seen = forecast(input, {first.origin}, 60, options.policy, options.salt);
    for (Question* q : sitting.questions) {
        const auto amount = input.balance_today + std::llround(q->offset * 100);
        q->p = seen.probability_below(q->origin + ledger::Days{q->ahead}, amount).value_or(-1);
    }
    const auto taken = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
    cover(sitting, seen, covered);
    return taken;
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
    Cover covered[2];
    std::vector<std::thread> workers;
    for (std::size_t worker = 0; worker < 2; ++worker) {
        workers.emplace_back([&, worker] {
            for (std::size_t i = worker; i < sittings.size(); i += 2)
                spent[worker] += answer(*sittings[i], options, covered[worker]);
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
    double within[3] = {};
    for (const auto& d : datasets) {
        std::array<double, 3> sum{};
        for (auto& part : covered)
            for (std::size_t i = 0; i < 3; ++i) sum[i] += part.counts[d][i];
        if (sum[2] < 30) continue;
        std::printf("%-14s of what came, within the 50 %% band %.3f, within the 90 %% band %.3f\n", d.c_str(),
                    sum[0] / sum[2], sum[1] / sum[2]);
        within[0] += sum[0] / sum[2], within[1] += sum[1] / sum[2], within[2] += 1;
    }
    std::printf("%-14s within the 50 %% band %.3f, within the 90 %% band %.3f\n", "all", within[0] / within[2],
                within[1] / within[2]);
    std::printf("%zu forecasts, %.2f ms each\n", sittings.size(),
                (spent[0] + spent[1]) / static_cast<double>(sittings.size()));
    if (!options.dump.empty()) {
        std::ofstream out{options.dump};
        for (const Question& q : questions) out << q.p << '\n';
    }
    return 0;
}
