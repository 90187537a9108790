#include "ui/viewmodel/reports.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace view {

namespace {

using app::ReportLine;
using ledger::Currency;
using ledger::Date;
using ledger::Money;
using wording::N_;
using wording::Words;

enum Kind { spending, income, cashflow, worth };
constexpr const char* kind_names[] = {N_("Spending"), N_("Income"), N_("Money in and out"),
                                      N_("What is owned and owed")};
constexpr const char* by_names[] = {N_("by month"), N_("by category"), N_("by payee"), N_("by account")};
constexpr const char* period_names[] = {N_("this month"), N_("last month"), N_("the last 12 months"),
                                        N_("this year"),  N_("last year"),  N_("everything")};

struct Period {
    std::optional<Date> from{}, to{};
};

Period period_of(int index, Date today)
{
    const auto month = ledger::first_of_month(today);
    const int year = ledger::year_of(today);
    switch (index) {
        case 0: return {month, today};
        case 1: return {ledger::add_months(month, -1, 1), month - ledger::Days{1}};
        case 2: return {ledger::add_months(month, -11, 1), today};
        case 3: return {ledger::make_date(year, 1, 1), today};
        case 4: return {ledger::make_date(year - 1, 1, 1), ledger::make_date(year - 1, 12, 31)};
        default: return {};
    }
}

double units(Money m)
{
    return static_cast<double>(m.minor) / std::pow(10, m.currency.places());
}

std::string label(const ledger::Book& book, const ReportLine& line, const Words& words)
{
    std::string out;
    switch (line.by) {
        case db::GroupBy::month: out = line.month; break;
        case db::GroupBy::category: out = category_name(book, line.category, words); break;
        case db::GroupBy::payee: out = line.payee; break;
        case db::GroupBy::account: out = account_name(book, line.account); break;
    }
    return out.empty() ? words("(none)") : out;
}

/// The currency of the picture: the one asked for, else the one that most lines are in.
template <class Line>
std::optional<Currency> main_currency(const std::vector<Line>& lines, std::optional<Currency> asked)
{
    std::map<Currency, int> count;
    for (const auto& line : lines) ++count[line.net.currency];
    if (asked && count.contains(*asked)) return asked;
    const auto most =
        std::max_element(count.begin(), count.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == count.end() ? std::nullopt : std::optional{most->first};
}

void tell_totals(ReportsModel& model, const std::map<Currency, Money>& totals, const Words& words)
{
    std::string all;
    for (const auto& [currency, sum] : totals) all += (all.empty() ? "" : ", ") + words.money(sum);
    if (!all.empty()) model.total = words.fill("All together: {amount}", fmt::arg("amount", all));
}

void tell_missing(ReportsModel& model, const std::vector<app::MissingRate>& missing, const Words& words)
{
    for (const auto& m : missing) {
        const std::string from{m.from.text()}, to{m.to.text()}, day = ledger::iso(m.first);
        model.notes.push_back(
            words.fill("There is no rate from {from} to {to} for {day} or before, so these amounts stay in {from}. Add "
                       "one under Categories and rules.",
                       fmt::arg("from", from), fmt::arg("to", to), fmt::arg("day", day)));
    }
}

void tell_picture(ReportsModel& model, std::optional<Currency> drawn, std::size_t lines_drawn, std::size_t currencies,
                  const Words& words)
{
    if (currencies > 1 && drawn)
        model.notes.push_back(
            words.fill("The picture shows {currency} only; amounts of different currencies are never added.",
                       fmt::arg("currency", std::string{drawn->text()})));
    if (lines_drawn > ReportsModel::most_bars)
        model.notes.push_back(words.fill("The picture shows {n} of {all}; the table has every one.",
                                         fmt::arg("n", ReportsModel::most_bars), fmt::arg("all", lines_drawn)));
    model.summary = model.title + ". " + model.total;
    for (std::size_t i = 0; i < std::min<std::size_t>(model.bars.size(), 3); ++i)
        model.summary += ". " + model.bars[i].label + " " + model.bars[i].text;
}

void show_flows(ReportsModel& model, const app::State& state, const db::Store& store, const Words& words,
                const db::EntryFilter& filter, std::optional<Currency> currency)
{
    const auto kind = static_cast<Kind>(model.chosen.report);
    const auto by = static_cast<db::GroupBy>(model.chosen.by);
    auto [lines, missing] = app::flow_report(state.book, store, filter, by, currency);
    const auto column = kind == spending ? &ReportLine::spent : kind == income ? &ReportLine::earned : &ReportLine::net;
    if (kind != cashflow) std::erase_if(lines, [&](const auto& line) { return (line.*column).zero(); });
    if (by != db::GroupBy::month)
        std::stable_sort(lines.begin(), lines.end(), [&](const auto& a, const auto& b) {
            return std::abs((a.*column).minor) > std::abs((b.*column).minor);
        });
    const std::string heads[] = {words("Month"), words("Category"), words("Payee"), words("Account")};
    model.columns = {{heads[model.chosen.by], model.by_month ? 75 : 120, false, true}};
    if (kind == cashflow)
        model.columns.insert(model.columns.end(),
                             {{words("In"), 105, true}, {words("Out"), 105, true}, {words("Net"), 110, true}});
    else model.columns.push_back({words("Sum"), 120, true});
    const auto drawn = main_currency(lines, currency);
    std::map<Currency, Money> totals;
    std::size_t drawn_lines = 0;
    for (const auto& line : lines) {
        const auto value = line.*column;
        totals.try_emplace(value.currency, Money{0, value.currency}).first->second += value;
        Row row{Cell{label(state.book, line, words)}};
        if (kind == cashflow) {
            row.push_back({words.money(line.in), {}, Tone::good});
            row.push_back({words.money(line.out)});
        }
        row.push_back(
            {words.money(value), {}, kind == cashflow && value.negative() ? Tone::bad : Tone::plain, kind == cashflow});
        model.rows.push_back(row);
        if (!drawn || value.currency != *drawn) continue;
        ++drawn_lines;
        Bar bar{.label = row.front().text, .text = words.money(value)};
        if (kind == cashflow) bar.up = units(line.in), bar.down = units(line.out);
        else bar.up = units(kind == spending ? -value : value);
        model.bars.push_back(bar);
    }
    if (model.bars.size() > ReportsModel::most_bars) {  // of months the last ones, of the rest the largest
        if (model.by_month) model.bars.erase(model.bars.begin(), model.bars.end() - ReportsModel::most_bars);
        else model.bars.resize(ReportsModel::most_bars);
    }
    tell_totals(model, totals, words);
    tell_missing(model, missing, words);
    tell_picture(model, drawn, drawn_lines, totals.size(), words);
}

void show_worth(ReportsModel& model, const app::State& state, const db::Store& store, const Words& words,
                const Period& period, std::optional<Currency> currency)
{
    const auto [lines, missing] =
        app::worth_report(state.book, store, period.from, period.to.value_or(state.today.date), currency);
    model.columns = {{words("Month"), 75, false, true},
                     {words("Owned"), 110, true},
                     {words("Owed"), 110, true},
                     {words("Worth"), 110, true}};
    const auto drawn = main_currency(lines, currency);
    std::set<Currency> currencies;
    std::size_t drawn_lines = 0;
    for (const auto& line : lines) {
        currencies.insert(line.net.currency);
        model.rows.push_back({Cell{line.month}, Cell{words.money(line.assets)}, Cell{words.money(line.debts)},
                              Cell{words.money(line.net), {}, line.net.negative() ? Tone::bad : Tone::plain, true}});
        if (!drawn || line.net.currency != *drawn) continue;
        ++drawn_lines;
        model.bars.push_back({line.month, words.money(line.net), units(line.assets), units(line.debts)});
    }
    if (model.bars.size() > ReportsModel::most_bars)
        model.bars.erase(model.bars.begin(), model.bars.end() - ReportsModel::most_bars);
    if (!model.bars.empty())
        model.total = words.fill("At the end: {amount}", fmt::arg("amount", model.bars.back().text));
    tell_missing(model, missing, words);
    tell_picture(model, drawn, drawn_lines, currencies.size(), words);
}

}  // namespace

ReportsModel reports(const app::State& state, const db::Store& store, const Words& words, const ShowReport& wanted)
{
    ReportsModel model;
    model.chosen = wanted;
    for (const auto* name : kind_names) model.reports.push_back(words(name));
    for (const auto* name : by_names) model.bys.push_back(words(name));
    for (const auto* name : period_names) model.periods.push_back(words(name));
    model.accounts.push_back(words("all accounts"));
    std::vector<ledger::AccountId> accounts{{}};
    std::set<Currency> used;
    for (const auto& [id, account] : state.book.accounts) {  // closed ones stay in reports
        accounts.push_back(id);
        model.accounts.push_back(account.archived ? words.fill("{account} (closed)", fmt::arg("account", account.name))
                                                  : account.name);
        used.insert(account.currency);
    }
    model.currencies.push_back(words("each in its own"));
    std::vector<Currency> currencies{used.begin(), used.end()};
    for (const auto currency : currencies) model.currencies.push_back(std::string{currency.text()});
    auto& c = model.chosen;
    const auto keep = [](int& index, std::size_t size) { index = std::clamp(index, 0, static_cast<int>(size) - 1); };
    keep(c.report, model.reports.size()), keep(c.by, model.bys.size()), keep(c.period, model.periods.size());
    keep(c.account, model.accounts.size()), keep(c.currency, model.currencies.size());
    if (c.report == worth) c.by = 0, c.account = 0;
    model.by_month = c.by == 0;
    const auto period = period_of(c.period, state.today.date);
    const auto currency =
        c.currency > 0 ? std::optional{currencies[static_cast<std::size_t>(c.currency - 1)]} : std::nullopt;
    model.title =
        words.fill("{report} {by}, {period}", fmt::arg("report", model.reports[static_cast<std::size_t>(c.report)]),
                   fmt::arg("by", model.bys[static_cast<std::size_t>(c.by)]),
                   fmt::arg("period", model.periods[static_cast<std::size_t>(c.period)]));
    if (c.report == worth) show_worth(model, state, store, words, period, currency);
    else
        show_flows(model, state, store, words,
                   {.account = accounts[static_cast<std::size_t>(c.account)], .from = period.from, .to = period.to},
                   currency);
    if (model.rows.empty()) model.nothing = words("There is nothing in this time. Choose a longer one.");
    return model;
}

}  // namespace view
