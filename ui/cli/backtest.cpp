#include "alerts/judging/backtest.hpp"

#include "ui/cli/commands.hpp"
#include "ui/cli/table.hpp"
#include "ui/wording/scorecard.hpp"

namespace cli {

using namespace ledger;

namespace {

struct BacktestOptions {
    std::string account;
    int weeks = 26;
};

Json curve_json(const alerts::Backtest& b)
{
    Json out = Json::array();
    for (std::size_t i = 0; i < b.curve.size(); ++i)
        if (b.curve[i].questions > 0)
            out.push_back({{"from", static_cast<double>(i) / 10},
                           {"to", static_cast<double>(i + 1) / 10},
                           {"questions", b.curve[i].questions},
                           {"said", probability(b.curve[i].said)},
                           {"happened", probability(b.curve[i].happened)}});
    return out;
}

void put(Json& j, const alerts::Tally& tally)
{
    j["hits"] = tally.hits, j["false_alarms"] = tally.false_alarms, j["misses"] = tally.misses,
    j["quiet"] = tally.quiet;
}

Result<Reply> backtest(Context& context, const BacktestOptions& o)
{
    if (o.weeks < 1 || o.weeks > 104)
        return Problem{
            .trouble = Trouble::out_of_range, .field = "--weeks", .text = std::to_string(o.weeks), .detail = "1–104"};
    Reader in{context};
    const auto named = in.account(o.account);
    if (!in.ok()) return in.problems();
    const auto& words = context.words;
    const auto& state = context.session().state();
    const auto account = paying_account(state.book, state.history, named, state.book.preferences.currency);
    if (!account) return Problem{.trouble = Trouble::no_such, .field = "--account"};
    Reply reply{.json = {{"account", account_name(context.book(), account)}, {"weeks", 0}, {"questions", 0}}};
    const auto found = alerts::backtest(state.book, state.history, state.today, account, o.weeks);
    if (!found) {
        reply.text = words("Not enough history yet to look back.") + "\n";
        return reply;
    }
    const auto& b = *found;
    reply.json["weeks"] = b.weeks;
    reply.json["questions"] = b.questions;
    reply.json["level"] = json_of(b.level);
    put(reply.json, b.all());
    reply.json["brier"] = probability(b.brier), reply.json["brier_constant"] = probability(b.brier_constant);
    reply.json["curve"] = curve_json(b);
    put(reply.json["balance"], b.balance);
    put(reply.json["bills"], b.bills);
    reply.json["bills"]["replayed"] = Json::array();
    for (const auto& r : b.replayed)
        reply.json["bills"]["replayed"].push_back({{"bill", r.bill.value},
                                                   {"payee", r.payee},
                                                   {"due", json_of(r.due)},
                                                   {"amount", json_of(r.amount)},
                                                   {"said_on", json_of(r.said_on)},
                                                   {"p_short", probability(r.p_short)},
                                                   {"warned", r.warned},
                                                   {"was_short", r.was_short}});
    for (const auto& line : wording::scorecard(words, b, printable(account_name(context.book(), account))))
        reply.text += line + "\n";
    return reply;
}

}  // namespace

void add_backtest_command(CLI::App& app, Context& context)
{
    const auto& words = context.words;
    add_command<BacktestOptions>(
        app, context, "backtest", words("What would have been said in the past, against what happened"),
        "duewatch-cli backtest --account Checking --weeks 12",
        [&](CLI::App& c, BacktestOptions& o) {
            c.add_option("--account", o.account, words("The account; else the one that pays most"))
                ->type_name("ACCOUNT");
            c.add_option("--weeks", o.weeks, words("So many weeks back"))->type_name("N")->capture_default_str();
        },
        backtest);
}

}  // namespace cli
