#include <algorithm>
#include <charconv>

#include "alerts/assess.hpp"
#include "ui/app/journeys/lookup.hpp"
#include "ui/app/journeys/recurring.hpp"
#include "ui/cli/commands.hpp"
#include "ui/cli/foresight_view.hpp"

namespace cli {

using namespace ledger;
using alerts::Assessment;
using alerts::Finding;

namespace {

struct WhatIfOptions {
    std::vector<std::string> bills, dues, amounts, spend, income, drop, lose;
    std::string account;
    std::string spending;
    int days = 60;
    CLI::App* command = nullptr;
};

/// "-20%" or "-0.2": by how much spending is to differ, from nothing at all to twice as much.
double share(Reader& in, const std::string& text)
{
    const bool percent = !text.empty() && text.back() == '%';
    const auto begin = text.data() + (!text.empty() && text.front() == '+' ? 1 : 0),
               end = text.data() + text.size() - (percent ? 1 : 0);
    double value = 0;
    const auto [read, error] = std::from_chars(begin, end, value);
    if (percent) value /= 100;
    if (error != std::errc{} || read != end)
        in.say({.trouble = Trouble::not_a_rate, .field = "--spending", .text = text});
    else if (!(value >= -1 && value <= 1))
        in.say({.trouble = Trouble::out_of_range, .field = "--spending", .text = text, .detail = "-100% … +100%"});
    return in.ok() ? value : 0;
}

/// A confirmed income by number or payer, else one that was learnt.
void lose(Context& context, Reader& in, const std::string& text, alerts::WhatIf& out)
{
    const auto& book = context.book();
    if (const auto confirmed = app::income_called(book, text, "--lose-income")) return out.lost.push_back(*confirmed);
    auto found = context.session().assessment().recurring;
    std::erase_if(found, [](const auto& l) { return l.ended || !l.amount.positive(); });
    if (const auto learnt = app::stream_called(found, text); learnt && app::number_of(text) == 0)
        return out.lost_payers.push_back({.account = learnt->account, .name = learnt->payee});
    std::string known;
    for (const auto& [id, income] : book.incomes)
        known += (known.empty() ? "" : ", ") + std::to_string(id.value) + " " + income.payer;
    for (const auto& l : found) known += (known.empty() ? "" : ", ") + l.payee;
    in.say({.trouble = Trouble::no_such, .field = "--lose-income", .text = text, .detail = known});
}

/// Each --due and --amount is about the --bill before it, so the order on the line counts.
alerts::WhatIf read_what_if(Context& context, Reader& in, const WhatIfOptions& o)
{
    const auto& state = context.session().state();
    alerts::WhatIf out;
    std::size_t bills = 0, dues = 0, amounts = 0;
    for (const auto* option : o.command->parse_order()) {
        const auto name = option->get_name();
        if (name == "--bill") {
            const auto id = in.bill(o.bills.at(bills++));
            if (!in.ok()) return out;
            const auto duty = current_duty(state.book, state.history, id, state.today);
            if (!duty)
                in.say({.trouble = Trouble::not_scheduled, .field = "--bill", .text = state.book.bills.at(id).payee});
            else out.moves.push_back({.bill = id, .occurrence = duty->occurrence});
        }
        else if (name == "--due" || name == "--amount") {
            if (out.moves.empty())
                in.say({.trouble = Trouble::out_of_range, .field = name, .detail = "--bill ID " + name});
            if (!in.ok()) return out;
            auto& move = out.moves.back();
            if (name == "--due") move.due = in.date(o.dues.at(dues++), name);
            else move.amount = in.money(o.amounts.at(amounts++), state.book.bills.at(move.bill).amount.currency, name);
        }
    }
    const auto account =
        paying_account(state.book, state.history, in.account(o.account), state.book.preferences.currency);
    const auto flow = [&](const std::string& text, const char* option, int sign) {
        const auto [amount, day] = in.money_on(text, in.currency_of(account), option);
        if (in.ok() && !amount.positive())
            in.say({.trouble = Trouble::wrong_sign, .field = option, .text = decimal(amount)});
        if (!account) in.say({.trouble = Trouble::no_such, .field = "--account"});
        out.flows.push_back({.account = account, .date = day, .amount = sign < 0 ? -amount : amount});
    };
    for (const auto& text : o.spend) flow(text, "--spend", -1);
    for (const auto& text : o.income) flow(text, "--income", +1);
    for (const auto& text : o.drop) out.dropped.push_back(in.bill(text));
    for (const auto& text : o.lose) lose(context, in, text, out);
    if (!o.spending.empty()) out.spending = share(in, o.spending);
    return out;
}

/// Each bill as it is and as it would be.
Json changes_json(const Assessment& before, const Assessment& after)
{
    const auto side = [](const Finding* f) -> Json {
        if (!f) return nullptr;
        return {{"due", json_of(f->duty.due)},
                {"amount", json_of(f->duty.still_owed)},
                {"p_short", probability(f->p_short)},
                {"level", wording::key(f->level)},
                {"expected_shortfall", json_of(f->expected_shortfall)}};
    };
    const auto same = [](const Finding& f) {
        return [&f](const Finding& g) { return g.duty.bill == f.duty.bill && g.duty.occurrence == f.duty.occurrence; };
    };
    Json out = Json::array();
    for (const auto& was : before.findings) {
        const auto now = std::find_if(after.findings.begin(), after.findings.end(), same(was));
        out.push_back({{"id", was.duty.bill.value},
                       {"payee", was.duty.payee},
                       {"occurrence", json_of(was.duty.occurrence)},
                       {"before", side(&was)},
                       {"after", side(now == after.findings.end() ? nullptr : &*now)}});
    }
    for (const auto& now : after.findings)
        if (std::none_of(before.findings.begin(), before.findings.end(), same(now)))
            out.push_back({{"id", now.duty.bill.value},
                           {"payee", now.duty.payee},
                           {"occurrence", json_of(now.duty.occurrence)},
                           {"before", nullptr},
                           {"after", side(&now)}});
    return out;
}

Result<Reply> whatif(Context& context, const WhatIfOptions& o)
{
    if (auto problems = days_problems(o.days); !problems.empty()) return problems;
    Reader in{context};
    const auto asked = read_what_if(context, in, o);
    if (in.ok() && asked.nothing()) in.say({.trouble = Trouble::nothing_to_do, .field = "whatif"});
    if (!in.ok()) return in.problems();
    const auto& state = context.session().state();
    const auto& words = context.words;
    const auto before = alerts::assess(state.book, state.history, state.today, o.days);
    const auto after = alerts::assess(state.book, state.history, state.today, o.days, {}, asked);
    Reply reply{.json = assessment_json(state.book, after, words)};
    reply.json["before"] = Json::array();
    for (const auto& f : before.findings)
        reply.json["before"].push_back({{"id", f.duty.bill.value},
                                        {"due", json_of(f.duty.due)},
                                        {"p_short", probability(f.p_short)},
                                        {"level", wording::key(f.level)}});
    reply.json["changes"] = changes_json(before, after);
    reply.text = words("As it is:") + "\n" + findings_table(state.book, before, words) + "\n" +
                 words("As it would be; nothing is written:") + "\n" + assessment_text(state.book, after, words);
    return reply;
}

}  // namespace

void add_whatif_command(CLI::App& app, Context& context)
{
    const auto& words = context.words;
    add_command<WhatIfOptions>(
        app, context, "whatif", words("Tries changes; nothing is written"),
        "duewatch-cli whatif --bill 3 --due 2026-12-15 --spend 400@2026-11-28",
        [&](CLI::App& c, WhatIfOptions& o) {
            o.command = &c;
            add_repeated(c, "--bill", o.bills, words("The bill that the next --due or --amount is about"))
                ->type_name("ID");
            add_repeated(c, "--due", o.dues, words("Another due date"))->type_name("YYYY-MM-DD");
            add_repeated(c, "--amount", o.amounts, words("Another amount"))->type_name("AMOUNT");
            add_repeated(c, "--spend", o.spend, words("Money out on a day"))->type_name("AMOUNT@DATE");
            add_repeated(c, "--income", o.income, words("Money in on a day"))->type_name("AMOUNT@DATE");
            add_repeated(c, "--drop-bill", o.drop, words("Without this bill"))->type_name("ID");
            add_repeated(c, "--lose-income", o.lose, words("Without this income from now on"))->type_name("PAYER");
            c.add_option("--spending", o.spending, words("Everyday spending differs by this share"))->type_name("-20%");
            c.add_option("--account", o.account, words("Where --spend and --income happen"))->type_name("ACCOUNT");
            c.add_option("--days", o.days, words("So many days ahead"))->type_name("N")->capture_default_str();
        },
        whatif);
}

}  // namespace cli
