#include "ui/cli/foresight_view.hpp"

#include <algorithm>

#include "ui/cli/commands.hpp"
#include "ui/cli/table.hpp"
#include "ui/wording/sentences.hpp"

namespace cli {

using namespace ledger;
using alerts::Assessment;
using alerts::Finding;

namespace {

constexpr int seed = 1;  ///< of the paths; fixed, so that the same ledger on the same day gives the same answer

Json cause_json(const alerts::Cause& cause, const wording::Words& words)
{
    Json j{{"kind", wording::key(cause.kind)},
           {"text", wording::cause(words, cause)},
           {"amount", json_of(cause.amount)},
           {"date", json_of(cause.date)}};
    if (cause.kind == alerts::CauseKind::usual_spending) j["when_short"] = json_of(cause.when_short);
    return j;
}

Json outlook_json(const Book& book, const alerts::AccountOutlook& o)
{
    const auto currency = o.balance.currency;
    Json j;
    j["account"] = account_name(book, o.account);
    j["currency"] = currency.text();
    j["balance"] = json_of(o.balance);
    j["daily"] = Json::array();
    for (const auto& d : o.daily) {
        const auto money = [&](std::int64_t minor) { return json_of(Money{minor, currency}); };
        j["daily"].push_back({{"date", json_of(d.date)},
                              {"p05", money(d.p05)},
                              {"p25", money(d.p25)},
                              {"p50", money(d.p50)},
                              {"p75", money(d.p75)},
                              {"p95", money(d.p95)},
                              {"p_negative", o.enough_history ? probability(d.p_negative) : Json{}}});
    }
    j["enough_history"] = o.enough_history;
    return j;
}

Json model_json(const Book& book, const Assessment& a)
{
    int days = 0;
    for (const auto& o : a.accounts) days = std::max(days, o.history_days);
    Json recurring = Json::array();
    for (std::size_t i = 0; i < a.recurring.size(); ++i)
        recurring.push_back(recurring_json(book, a.recurring[i], static_cast<int>(i) + 1));
    return {{"history_days", days}, {"recurring", recurring}, {"seed", seed}};
}

}  // namespace

Json finding_json(const Book& book, const Finding& f, const wording::Words& words)
{
    Json j;
    j["id"] = f.duty.bill.value;
    j["payee"] = f.duty.payee;
    j["due"] = json_of(f.duty.due);
    j["amount"] = json_of(f.duty.amount);
    j["minimum"] = json_of(f.duty.minimum);
    j["pay_from"] = name_or_null(account_name(book, f.duty.pay_from));
    j["p_short"] = probability(f.p_short);
    j["p_short_minimum"] = probability(f.p_short_minimum);
    j["expected_shortfall"] = json_of(f.expected_shortfall);
    j["level"] = wording::key(f.level);
    j["act_by"] = json_of(f.act_by);
    j["because"] = Json::array();
    for (const auto& cause : f.because) j["because"].push_back(cause_json(cause, words));
    j["still_owed"] = json_of(f.duty.still_owed);
    j["currency"] = f.duty.amount.currency.text();
    j["source"] = wording::key(f.duty.source);
    j["level_alone"] = wording::key(f.alone);
    j["p_short_after_moves"] = probability(f.p_short_after);
    j["moves"] = Json::array();
    for (const auto& move : f.moves)
        j["moves"].push_back({{"from", move.from_name},
                              {"to", move.to_name},
                              {"amount", json_of(move.amount)},
                              {"by", json_of(move.by)}});
    j["cost_if_missed"] = json_of(f.cost_if_missed);
    return j;
}

Json late_income_json(const Book& book, const alerts::LateIncomeFound& late, const wording::Words& words)
{
    return {{"payer", late.payer},
            {"account", account_name(book, late.account)},
            {"amount", json_of(late.amount)},
            {"expected", json_of(late.expected)},
            {"days_late", late.days_late},
            {"p_still_coming", probability(late.still_coming)},
            {"confirmed", static_cast<bool>(late.income)},
            {"title", wording::late_income_headline(words, late, account_name(book, late.account))},
            {"action", wording::late_income_advice(words, late)}};
}

Json recurring_json(const Book& book, const alerts::RecurringFound& l, int number)
{
    return {{"payee", l.payee},
            {"period", l.period},
            {"next", json_of(l.next)},
            {"amount", json_of(l.amount)},
            {"direction", l.amount.negative() ? "out" : "in"},
            {"confidence", probability(l.confidence)},
            {"late", l.late},
            {"ended", l.ended},
            {"number", number},
            {"account", account_name(book, l.account)},
            {"times", l.times},
            {"last", json_of(l.last)},
            {"varies", l.varies},
            {"transfer", l.transfer}};
}

Json assessment_json(const Book& book, const Assessment& a, const wording::Words& words)
{
    Json j;
    j["as_of"] = json_of(a.today.date);
    j["days"] = a.days;
    j["accounts"] = Json::array();
    for (const auto& o : a.accounts) j["accounts"].push_back(outlook_json(book, o));
    j["bills"] = Json::array();
    for (const auto& f : a.findings) j["bills"].push_back(finding_json(book, f, words));
    j["lowest"] = nullptr;
    if (a.lowest)
        j["lowest"] = {{"date", json_of(a.lowest->date)},
                       {"account", account_name(book, a.lowest->account)},
                       {"p50", json_of(a.lowest->p50)},
                       {"because", name_or_null(a.lowest->because)}};
    j["safe_to_spend"] = nullptr;
    if (a.safe_to_spend)
        j["safe_to_spend"] = {{"amount", json_of(a.safe_to_spend->amount)},
                              {"until", json_of(a.safe_to_spend->until)},
                              {"confidence", a.safe_to_spend->confidence}};
    j["late_incomes"] = Json::array();
    for (const auto& late : a.late_incomes) j["late_incomes"].push_back(late_income_json(book, late, words));
    j["model"] = model_json(book, a);
    return j;
}

std::string findings_table(const Book& book, const Assessment& a, const wording::Words& words)
{
    Table table{{">#", words("Due"), words("Payee"), ">" + words("Still owed"), words("Pays"),
                 ">" + words("Chance of being short"), words("Level"), words("Act by")}};
    for (const auto& f : a.findings)
        table.row({std::to_string(f.duty.bill.value), iso(f.duty.due), fitted(f.duty.payee, 28),
                   words.money(f.duty.still_owed), account_name(book, f.duty.pay_from),
                   f.p_short ? words.chance(*f.p_short) : "–", wording::level_name(words, f.level), iso(f.act_by)});
    return table.empty() ? words("Nothing is due.") + "\n" : table.text();
}

std::string assessment_text(const Book& book, const Assessment& a, const wording::Words& words)
{
    auto text = findings_table(book, a, words) + "\n";
    for (const auto& o : a.accounts) {
        const auto account = printable(account_name(book, o.account));
        if (o.daily.empty())
            text += words.fill("{account}: {balance} today", fmt::arg("account", account),
                               fmt::arg("balance", words.money(o.balance))) +
                    "\n";
        else
            text += words.fill("{account}: {balance} today, most likely {p50} on {date}", fmt::arg("account", account),
                               fmt::arg("balance", words.money(o.balance)),
                               fmt::arg("date", words.date(o.daily.back().date)),
                               fmt::arg("p50", words.money({o.daily.back().p50, o.balance.currency}))) +
                    "\n";
        if (!o.enough_history) text += "  " + words("Not enough history yet; only what is scheduled is shown.") + "\n";
    }
    for (const auto& late : a.late_incomes)
        text += printable(wording::late_income_headline(words, late, account_name(book, late.account))) + "\n";
    if (a.lowest)
        text += words.fill("Lowest: {amount} in {account} on {date}", fmt::arg("amount", words.money(a.lowest->p50)),
                           fmt::arg("account", printable(account_name(book, a.lowest->account))),
                           fmt::arg("date", words.date(a.lowest->date))) +
                "\n";
    if (a.safe_to_spend)
        text += words.fill("Safe to spend until {date}: {amount}", fmt::arg("date", words.date(a.safe_to_spend->until)),
                           fmt::arg("amount", words.money(a.safe_to_spend->amount))) +
                "\n";
    return text;
}

Warning warning_of(const Book& book, const Finding& f, Today today, const wording::Words& words)
{
    Warning w{.title = wording::finding_headline(words, f, account_name(book, f.duty.pay_from)),
              .body = wording::finding_shortage(words, f),
              .action = wording::finding_advice(words, f, today)};
    for (const auto& cause : f.because) w.body += (w.body.empty() ? "" : " ") + wording::cause(words, cause);
    return w;
}

Warning warning_of(const Book& book, const alerts::LateIncomeFound& late, const wording::Words& words)
{
    return {.title = wording::late_income_headline(words, late, account_name(book, late.account)),
            .body = {},
            .action = wording::late_income_advice(words, late)};
}

}  // namespace cli
