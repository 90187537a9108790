#include "ledger/balances/instalment.hpp"
#include "ui/cli/commands.hpp"
#include "ui/cli/table.hpp"

namespace cli {

using namespace ledger;

namespace {

struct QuoteOptions {
    std::string amount, kind = "flat", fee, rate, first, currency, a_month;
    int months = 0;
    CLI::App* command = nullptr;
    bool given(const char* option) const { return command->count(option) > 0; }
};

constexpr const char* kinds = "flat|equal-parts|annuity|equal-principal|interest-only";

/// Every schedule the ledger knows, by the name scripts use.
std::optional<Instalments> schedule(const QuoteOptions& o, Money debt, Rate fee, Rate a_month, Date first)
{
    if (o.kind == "flat") return with_flat_fee(debt, o.months, fee, first);
    if (o.kind == "equal-parts") return in_equal_parts(debt, o.months, first);
    if (o.kind == "annuity") return annuity(debt, o.months, a_month, first);
    if (o.kind == "equal-principal") return equal_principal(debt, o.months, a_month, first);
    if (o.kind == "interest-only") return interest_only(debt, o.months, a_month, first);
    return std::nullopt;
}

std::string per_cent(double share)
{
    return fmt::format("{:.2f}", share * 100);
}

Json schedule_json(const Instalments& parts)
{
    Json out = Json::array();
    for (const auto& p : parts)
        out.push_back({{"due", json_of(p.due)},
                       {"amount", json_of(p.amount())},
                       {"principal", json_of(p.principal)},
                       {"charge", json_of(p.charge)}});
    return out;
}

/// Reads what can go wrong; the months are those asked for, or as many as `--a-month` needs.
void check(Reader& in, QuoteOptions& o, Money debt, Currency currency)
{
    if (in.ok() && !debt.positive())
        in.say({.trouble = debt.zero() ? Trouble::amount_zero : Trouble::wrong_sign,
                .field = "AMOUNT",
                .text = decimal(debt)});
    if (o.given("--a-month") && in.ok()) {
        const auto part = in.money(o.a_month, currency, "--a-month");
        if (in.ok() && !part.positive())
            in.say({.trouble = Trouble::wrong_sign, .field = "--a-month", .text = decimal(part)});
        if (in.ok()) o.months = months_needed(debt, part);
    }
    if (o.months < 1 || o.months > 600)
        in.say({.trouble = Trouble::out_of_range,
                .field = "--months",
                .text = std::to_string(o.months),
                .detail = "1–600"});
    const bool by_fee = o.kind == "flat", by_rate = !by_fee && o.kind != "equal-parts";
    if (by_fee && !o.given("--fee"))
        in.say({.trouble = Trouble::out_of_range, .field = "--fee", .detail = "--fee 0.006"});
    if (by_rate && !o.given("--rate"))
        in.say({.trouble = Trouble::out_of_range, .field = "--rate", .detail = "--rate 0.048"});
    if (std::string{kinds}.find(o.kind) == std::string::npos)
        in.say({.trouble = Trouble::not_a_choice, .field = "--kind", .text = o.kind, .detail = kinds});
}

Result<Reply> quote(Context& context, const QuoteOptions& given)
{
    QuoteOptions o = given;
    Reader in{context};
    const auto currency = o.currency.empty() ? context.book().preferences.currency : in.currency(o.currency);
    const auto debt = in.money(o.amount, currency, "AMOUNT");
    check(in, o, debt, currency);
    const Rate fee = o.fee.empty() ? Rate{} : in.rate(o.fee, "--fee");
    const Rate yearly = o.rate.empty() ? Rate{} : in.rate(o.rate, "--rate");
    for (const auto& [rate, most, option] :
         {std::tuple{fee, Rate{50'000'000}, "--fee"}, {yearly, Rate{1'000'000'000}, "--rate"}}) {
        if (rate > most)
            in.say(
                {.trouble = Trouble::rate_too_high, .field = option, .text = decimal(rate), .detail = decimal(most)});
        if (rate < Rate{})
            in.say({.trouble = Trouble::out_of_range,
                    .field = option,
                    .text = decimal(rate),
                    .detail = "0–" + decimal(most)});
    }
    const Date first = o.first.empty() ? add_months(context.today().date, 1, day_of_month(context.today().date))
                                       : in.date(o.first, "--first");
    if (!in.ok()) return in.problems();
    const auto parts = schedule(o, debt, fee, {(yearly.nano + 6) / 12}, first);
    if (!parts) return Problem{.trouble = Trouble::not_a_choice, .field = "--kind", .text = o.kind, .detail = kinds};
    const auto cost = yearly_cost(*parts);
    const auto& words = context.words;
    Reply reply;
    reply.json = {{"kind", o.kind},
                  {"amount", json_of(debt)},
                  {"months", o.months},
                  {"monthly", json_of(parts->front().amount())},
                  {"last", json_of(parts->back().amount())},
                  {"total_charge", json_of(total_charge(*parts))},
                  {"total_paid", json_of(total_paid(*parts))},
                  {"advertised", o.kind == "flat"          ? Json(decimal(fee))
                                 : o.kind == "equal-parts" ? Json("0")
                                                           : Json(decimal(yearly))},
                  {"apr", per_cent(cost.nominal)},
                  {"apr_effective", per_cent(cost.effective)},
                  {"schedule", schedule_json(*parts)}};
    Table table{{words("Due"), ">" + words("Payment"), ">" + words("Principal"), ">" + words("Fee or interest")}};
    for (const auto& p : *parts)
        table.row({iso(p.due), words.money(p.amount()), words.money(p.principal), words.money(p.charge)});
    const auto total = words.money(total_paid(*parts)), charge = words.money(total_charge(*parts)),
               apr = per_cent(cost.nominal), effective = per_cent(cost.effective);
    reply.text = table.text() +
                 words.fill(
                     "In all {total}, {charge} of it fees and interest. The true yearly rate is {apr} %, {effective} % "
                     "compounded.",
                     fmt::arg("total", total), fmt::arg("charge", charge), fmt::arg("apr", apr),
                     fmt::arg("effective", effective)) +
                 "\n";
    if (o.kind == "flat") {
        const auto said = per_cent(static_cast<double>(fee.nano) / static_cast<double>(Rate::one) * 12);
        reply.text += words.fill(
                          "The fee sounds like {said} % a year; it is charged on the whole sum although less and less "
                          "of it is owed.",
                          fmt::arg("said", said)) +
                      "\n";
    }
    return reply;
}

}  // namespace

void add_quote_command(CLI::App& app, Context& context)
{
    const auto& words = context.words;
    add_command<QuoteOptions>(
        app, context, "quote",
        words("What a debt in instalments or a loan costs: the schedule, and the true yearly rate beside the fee that "
              "is advertised"),
        "duewatch-cli quote 9000 --months 3 --fee 0.0075\n  duewatch-cli quote 500000 --kind annuity --months 240 "
        "--rate 0.039\n"
        "  duewatch-cli quote 50400 --kind equal-parts --a-month 2025",
        [&](CLI::App& c, QuoteOptions& o) {
            o.command = &c;
            c.add_option("AMOUNT", o.amount, words("What is owed, positive"))->required();
            auto* months = c.add_option("--months", o.months, words("In so many monthly parts"))->type_name("N");
            c.add_option("--a-month", o.a_month, words("Or in as many parts as paying this each month needs"))
                ->type_name("AMOUNT")
                ->excludes(months);
            c.add_option("--kind", o.kind, words("How it is paid off"))->type_name(kinds)->capture_default_str();
            c.add_option("--fee", o.fee, words("flat: the fee each month on the whole sum, 0.0075"))->type_name("RATE");
            c.add_option("--rate", o.rate, words("Loans: interest a year, 0.039"))->type_name("RATE");
            c.add_option("--first", o.first, words("The first payment; else in a month"))->type_name("YYYY-MM-DD");
            c.add_option("--currency", o.currency, words("Three letters; else the preferred one"))->type_name("CNY");
        },
        quote);
}

}  // namespace cli
