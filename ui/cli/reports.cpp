#include <algorithm>
#include <map>
#include <tuple>

#include "ui/app/reports.hpp"
#include "ui/cli/bill_view.hpp"
#include "ui/cli/commands.hpp"
#include "ui/cli/table.hpp"
#include "ui/viewmodel/common.hpp"

namespace cli {

using namespace ledger;

namespace {

struct ReportOptions {
    std::string what, from, to, by, currency, account, category;
    std::optional<Currency> in{};  ///< as `currency` was read
};

/// What a line of the report is about, as scripts read it.
std::string label(const Book& book, const app::ReportLine& line)
{
    switch (line.by) {
        case db::GroupBy::month: return line.month;
        case db::GroupBy::category: return app::category_path(book, line.category);
        case db::GroupBy::account: return account_name(book, line.account);
        case db::GroupBy::payee: return line.payee;
    }
    return {};
}

constexpr std::pair<const char*, db::GroupBy> groupings[] = {{"month", db::GroupBy::month},
                                                             {"category", db::GroupBy::category},
                                                             {"payee", db::GroupBy::payee},
                                                             {"account", db::GroupBy::account}};

db::GroupBy read_by(Reader& in, const std::string& text, db::GroupBy usual)
{
    if (text.empty()) return usual;
    for (const auto& [name, by] : groupings)
        if (text == name) return by;
    in.say({.trouble = Trouble::not_a_choice, .field = "--by", .text = text, .detail = "month|category|payee|account"});
    return usual;
}

const char* by_name(db::GroupBy by)
{
    for (const auto& [name, value] : groupings)
        if (value == by) return name;
    return "";
}

/// Sums over all lines, by currency, for the columns named.
template <class Line>
Json totals_json(const std::vector<Line>& lines, const std::vector<std::pair<const char*, Money Line::*>>& columns)
{
    std::map<Currency, Line> sums;
    for (const auto& line : lines) {
        const auto currency = (line.*columns.front().second).currency;
        auto [at, added] = sums.try_emplace(currency, line);
        if (!added)
            for (const auto& [name, column] : columns) at->second.*column += line.*column;
    }
    Json out = Json::array();
    for (const auto& [currency, sum] : sums) {
        Json j{{"currency", currency.text()}};
        for (const auto& [name, column] : columns) j[name] = json_of(sum.*column);
        out.push_back(j);
    }
    return out;
}

Json head(const ReportOptions& o, const std::optional<Date>& from, const std::optional<Date>& to)
{
    return {{"report", o.what}, {"from", json_of(from)}, {"to", json_of(to)}};
}

/// What could not be converted is said, not hidden.
void add_missing(Context& context, const std::vector<app::MissingRate>& missing, Reply& reply)
{
    if (missing.empty()) return;
    reply.json["missing_rates"] = Json::array();
    for (const auto& m : missing) {
        reply.json["missing_rates"].push_back(
            {{"from", m.from.text()}, {"to", m.to.text()}, {"first", json_of(m.first)}});
        const std::string from{m.from.text()}, to{m.to.text()}, day = iso(m.first);
        reply.text += context.words.fill(
                          "There is no rate from {from} to {to} for {day} or before, so these amounts stay in {from} "
                          "and are in no sum. "
                          "Add one: duewatch-cli rate add {from} {to} RATE --date {day}",
                          fmt::arg("from", from), fmt::arg("to", to), fmt::arg("day", day)) +
                      "\n";
    }
}

/// spending, income, cashflow: money in and out by month, category, payee or account.
Reply flows(Context& context, const ReportOptions& o, const db::EntryFilter& filter, db::GroupBy by)
{
    const auto& words = context.words;
    const auto& book = context.book();
    auto [lines, missing] =
        context.ask([&](const db::Store& store) { return app::flow_report(book, store, filter, by, o.in); });
    const auto column = o.what == "spending" ? &app::ReportLine::spent
                        : o.what == "income" ? &app::ReportLine::earned
                                             : nullptr;
    if (column) {
        std::erase_if(lines, [&](const auto& line) { return (line.*column).zero(); });
        if (by != db::GroupBy::month)
            std::stable_sort(lines.begin(), lines.end(), [&](const auto& a, const auto& b) {
                return std::abs((a.*column).minor) > std::abs((b.*column).minor);
            });
    }
    Reply reply{.json = head(o, filter.from, filter.to)};
    reply.json["by"] = by_name(by);
    reply.json["rows"] = Json::array();
    const auto title = words(by == db::GroupBy::month      ? "Month"
                             : by == db::GroupBy::category ? "Category"
                             : by == db::GroupBy::payee    ? "Payee"
                                                           : "Account");
    Table table{column ? std::vector{title, ">" + words("Sum")}
                       : std::vector{title, ">" + words("In"), ">" + words("Out"), ">" + words("Net")}};
    for (const auto& line : lines) {
        const auto name = label(book, line);
        Json row{{by_name(by), name_or_null(name)}, {"currency", line.net.currency.text()}};
        const auto read = line.by == db::GroupBy::category ? view::category_name(book, line.category, words) : name;
        const auto shown = read.empty() ? words("(none)") : read;
        if (column) {
            row["sum"] = json_of(line.*column);
            row["entries"] = o.what == "spending" ? line.spendings : line.earnings;
            table.row({shown, words.money(line.*column)});
        }
        else {
            row["in"] = json_of(line.in), row["out"] = json_of(line.out), row["net"] = json_of(line.net);
            table.row({shown, words.money(line.in), words.money(line.out), words.money(line.net)});
        }
        reply.json["rows"].push_back(row);
    }
    using Line = app::ReportLine;
    reply.json["totals"] =
        column ? totals_json<Line>(lines, {{"sum", column}})
               : totals_json<Line>(lines, {{"in", &Line::in}, {"out", &Line::out}, {"net", &Line::net}});
    reply.text = table.empty() ? words("No entries.") + "\n" : table.text();
    add_missing(context, missing, reply);
    return reply;
}

Reply networth(Context& context, const ReportOptions& o, const db::EntryFilter& filter)
{
    const auto& words = context.words;
    const auto until = filter.to.value_or(context.today().date);
    const auto [lines, missing] = context.ask(
        [&](const db::Store& store) { return app::worth_report(context.book(), store, filter.from, until, o.in); });
    Reply reply{.json = head(o, filter.from, filter.to)};
    reply.json["rows"] = Json::array();
    Table table{{words("Month"), ">" + words("Owned"), ">" + words("Owed"), ">" + words("Worth")}};
    for (const auto& line : lines) {
        reply.json["rows"].push_back({{"month", line.month},
                                      {"date", json_of(line.date)},
                                      {"currency", line.net.currency.text()},
                                      {"assets", json_of(line.assets)},
                                      {"debts", json_of(line.debts)},
                                      {"net", json_of(line.net)}});
        table.row({line.month, words.money(line.assets), words.money(line.debts), words.money(line.net)});
    }
    reply.text = table.empty() ? words("No accounts yet.") + "\n" : table.text();
    add_missing(context, missing, reply);
    return reply;
}

Reply bills(Context& context, const ReportOptions& o, const db::EntryFilter& filter, db::GroupBy by)
{
    const auto& words = context.words;
    const auto& state = context.session().state();
    const Date from = filter.from.value_or(first_of_month(add_months(state.today.date, -11, 1))),
               to = filter.to.value_or(last_of_month(state.today.date));
    const auto [lines, missing] = app::bill_report(state, from, to, by, o.in);
    Reply reply{.json = head(o, from, to)};
    reply.json["by"] = by_name(by);
    reply.json["rows"] = Json::array();
    Table table{{words(by == db::GroupBy::month     ? "Month"
                       : by == db::GroupBy::account ? "Account"
                                                    : "Payee"),
                 ">" + words("Bills"), ">" + words("Amount"), ">" + words("Paid"), ">" + words("Still owed")}};
    for (const auto& line : lines) {
        reply.json["rows"].push_back({{by_name(by), name_or_null(line.name)},
                                      {"currency", line.amount.currency.text()},
                                      {"bills", line.bills},
                                      {"amount", json_of(line.amount)},
                                      {"paid", json_of(line.paid)},
                                      {"still_owed", json_of(line.still_owed)}});
        table.row({line.name, std::to_string(line.bills), words.money(line.amount), words.money(line.paid),
                   words.money(line.still_owed)});
    }
    using Line = app::BillLine;
    reply.json["totals"] =
        totals_json<Line>(lines, {{"amount", &Line::amount}, {"paid", &Line::paid}, {"still_owed", &Line::still_owed}});
    reply.text = table.empty() ? words("Nothing was due.") + "\n" : table.text();
    add_missing(context, missing, reply);
    return reply;
}

Result<Reply> report(Context& context, ReportOptions o)
{
    Reader in{context};
    db::EntryFilter filter{.account = in.account(o.account), .category = in.category(o.category)};
    if (!o.currency.empty()) o.in = in.currency(o.currency);
    if ((o.what == "networth" || o.what == "bills") && (filter.account || filter.category))
        in.say({.trouble = Trouble::not_a_choice,
                .field = "REPORT",
                .text = o.what,
                .detail = "spending|income|cashflow"});
    if (!o.from.empty()) filter.from = in.date(o.from, "--from");
    if (!o.to.empty()) filter.to = in.date(o.to, "--to");
    if (in.ok() && filter.from && filter.to && *filter.to < *filter.from)
        in.say({.trouble = Trouble::end_before_start,
                .field = "--to",
                .text = iso(*filter.to),
                .detail = iso(*filter.from)});
    const bool by_month = o.what == "cashflow" || o.what == "networth" || o.what == "bills";
    const auto by = read_by(in, o.by, by_month ? db::GroupBy::month : db::GroupBy::category);
    if (in.ok() &&
        ((o.what == "networth" && by != db::GroupBy::month) || (o.what == "bills" && by == db::GroupBy::category)))
        in.say({.trouble = Trouble::not_a_choice,
                .field = "--by",
                .text = o.by,
                .detail = o.what == "bills" ? "month|payee|account" : "month"});
    if (!in.ok()) return in.problems();
    if (o.what == "networth") return networth(context, o, filter);
    if (o.what == "bills") return bills(context, o, filter, by);
    return flows(context, o, filter, by);
}

}  // namespace

void add_report_commands(CLI::App& app, Context& context)
{
    const auto& words = context.words;
    add_command<ReportOptions>(
        app, context, "report", words("What was spent, earned, owned and paid"),
        "duewatch-cli report spending --from 2026-11-01 --by category\n  duewatch-cli report cashflow",
        [&](CLI::App& c, ReportOptions& o) {
            c.add_option("REPORT", o.what, words("Which one"))
                ->type_name("spending|income|cashflow|networth|bills")
                ->required()
                ->check(CLI::IsMember({"spending", "income", "cashflow", "networth", "bills"}));
            c.add_option("--from", o.from, words("From this day on"))->type_name("YYYY-MM-DD");
            c.add_option("--to", o.to, words("Up to this day"))->type_name("YYYY-MM-DD");
            c.add_option("--account", o.account, words("Only of this account"))->type_name("ACCOUNT");
            c.add_option("--category", o.category, words("Only this category and those below it"))
                ->type_name("CATEGORY");
            c.add_option("--currency", o.currency, words("In this currency, by the rates noted with `rate`"))
                ->type_name("CNY");
            c.add_option("--by", o.by, words("What a line is about"))->type_name("month|category|payee|account");
        },
        report);
}

}  // namespace cli
