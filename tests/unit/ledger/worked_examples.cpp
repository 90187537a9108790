// Every published sum of tests/fixtures/domain/worked_examples.json, reckoned by the ledger from the inputs that stand
// there.
#include <cstdio>
#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>

#include "ledger/balances/card_cost.hpp"
#include "ledger/balances/instalment.hpp"
#include "tests/support/catch.hpp"

using namespace ledger;

namespace {

using Json = nlohmann::json;

const Currency cny{}, twd{{'T', 'W', 'D'}}, hkd{{'H', 'K', 'D'}}, usd{{'U', 'S', 'D'}}, gbp{{'G', 'B', 'P'}};

std::string text(const Json& j)
{
    return j.is_string() ? j.get<std::string>() : j.dump();
}
std::string first_word(const Json& j)
{
    return text(j).substr(0, text(j).find(' '));
}
Money money(const Json& j, Currency currency = cny)
{
    return *parse_money(first_word(j), currency);
}
Rate rate(const Json& j)
{
    return *parse_rate(first_word(j));
}
Date day(const std::string& iso)
{
    return *parse_date(iso);
}
Date last_date(const Json& j)
{
    return day(text(j).substr(text(j).size() - 10));
}

std::string per_cent(double share)
{
    char out[16];
    std::snprintf(out, sizeof out, "%.2f", share * 100);
    return out;
}

/// What the ledger says, under the names that `expected` uses.
using Said = std::map<std::string, std::string>;

std::string whole(Money m)
{
    return decimal(m).substr(0, decimal(m).find('.'));
}

Said card_bill(const Json& in, InterestMethod method, std::vector<CardPayment> paid)
{
    const OwedStatement s{
        .cycle = {.opened = day(in["statement"]) - Days{30}, .closed = day(in["statement"]), .due = day(in["due"])},
        .next_statement = day(in["next_statement"]),
        .balance = money(in["purchase"]),
        .minimum = times(money(in["purchase"]), {100'000'000}),
        .charges = {{day(in["posting"]), money(in["purchase"])}}};
    const auto cost = card_cost({.daily_rate = rate(in["daily_rate"]), .interest = method}, s, std::move(paid));
    return {{"interest", decimal(cost.interest)},
            {"late_fee", decimal(cost.late_fee)},
            {"charges_total", decimal(cost.total())}};
}

Said late(const Json& in)
{
    CardTerms t{.late_rate = rate(in["rate"])};
    if (!in["floor"].is_null()) t.late_floor = money(in["floor"]);
    if (!in["cap"].is_null()) t.late_cap = money(in["cap"]);
    return {{"late_fee", decimal(late_fee(t, money(in["min_due"]) - money(in["paid_by_due"])))}};
}

OwedStatement one_charge(Money balance, Date due)
{
    return {.cycle = {.opened = due - Days{50}, .closed = due - Days{20}, .due = due},
            .next_statement = due + Days{10},
            .balance = balance,
            .minimum = times(balance, {100'000'000}),
            .charges = {{due - Days{30}, balance}}};
}

Said tolerance(const Json& in)
{
    const Date due = day("2026-09-10");
    const auto cost = card_cost({.tolerance = money(in["tolerance"])}, one_charge(money(in["bill"]), due),
                                {{due, money(in["paid"])}});
    return {{"interest", decimal(cost.interest)},
            {"late_fee", decimal(cost.late_fee)},
            {"carried_forward", decimal(cost.carried_forward)}};
}

Said grace(const Json& in)
{
    const auto cost = card_cost({.grace_days = in["grace_days"]}, one_charge(money(in["bill"]), day(in["due"])),
                                {{last_date(in["paid"]), money(in["paid"])}});
    return {{"interest", decimal(cost.interest)},
            {"late_fee", decimal(cost.late_fee)},
            {"overdue_days_for_record", cost.in_full ? "0" : "some"}};
}

Said minimum(const Json& in)
{
    const StatementParts parts{money(in["general_balance"]), money("0"),
                               money(in["instalment_due"]),  money(in["previous_unpaid_min"]),
                               money(in["over_limit"]),      money(in["fees_and_interest"])};
    return {{"min_due", decimal(minimum_due(minimum_rule({.minimum_rate = rate(in["rate"])}), parts))}};
}

Said flat_fee(const Json& in)
{
    const auto parts =
        with_flat_fee(money(in["principal"]), in["periods"], rate(in["fee_rate_per_period"]), day("2027-01-31"));
    const auto cost = yearly_cost(parts);
    return {{"pay_per_period", decimal(parts.front().amount())},
            {"total_fees", decimal(total_charge(parts))},
            {"total_paid", decimal(total_paid(parts))},
            {"apr_nominal_pct", per_cent(cost.nominal)},
            {"apr_effective_pct", per_cent(cost.effective)}};
}

Said plan(const Json& in)
{
    const auto parts = in_equal_parts(money(in["balance"]), in["months"], day("2027-01-15"));
    return {{"instalment", decimal(parts.front().amount())},
            {"last_instalment", decimal(parts.back().amount())},
            {"check_sum", decimal(total_paid(parts))}};
}

Said affordable(const Json& in)
{
    const Money buffer = std::max(times(money(in["income"]), {50'000'000}), money("200"));
    const Money left = money(in["income"]) - money(in["essentials"]) - money(in["other_debt"]) - buffer;
    const int months = months_needed(money(in["balance"]), left);
    const auto parts = in_equal_parts(money(in["balance"]), months, day("2027-01-15"));
    return {{"affordable", decimal(left)},
            {"months", std::to_string(months)},
            {"instalment", decimal(parts.front().amount())},
            {"last_instalment", decimal(parts.back().amount())}};
}

Said cash(const Json& in)
{
    const CardTerms t{.cash_fee_rate = rate(in["fee_rate"]), .cash_fee_floor = money(in["fee_min"])};
    const Date taken = day("2026-04-10");
    const auto cost = cash_advance_cost(t, money(in["amount"]), taken, taken + Days{in["days"].get<int>()});
    return {
        {"fee", decimal(cost.fee)}, {"interest", decimal(cost.interest)}, {"total", decimal(cost.fee + cost.interest)}};
}

Said free_days(const Json& in)
{
    const Date posted = day(in["posting"]);
    const auto cycle =
        cycle_at({.statement_day = in["statement_day"], .due_after = in["due_offset_days"].get<int>()}, posted);
    return {{"statement", iso(cycle.closed)},
            {"due", iso(cycle.due)},
            {"interest_free_days", std::to_string(days_between(posted, cycle.due))}};
}

Said month_end(const Json& in)
{
    const CardTerms t{.statement_day = 31, .due_day = 25};
    const Date a = day(first_word(in["posting"])), b = last_date(in["posting"]);
    const int free_a = days_between(a, cycle_at(t, a).due), free_b = days_between(b, cycle_at(t, b).due);
    return {{"a", std::to_string(free_a)}, {"b", std::to_string(free_b)}, {"b_inclusive", std::to_string(free_b + 1)}};
}

Said mega(const Json& in)
{
    const CardTerms t{.minimum_rate = {100'000'000},
                      .minimum_floor = money("1000", twd),
                      .daily_rate = rate(in["daily"]),
                      .interest = InterestMethod::unpaid,
                      .minimum_older = Rate{20'000'000},
                      .floor_on_share = true,
                      .rounding = Rounding::down,
                      .round_to = 100};
    const Money bill = money(in["bill"], twd), paid = money(in["paid"], twd), bought = money(in["new_purchases"], twd);
    const OwedStatement s{.cycle = {.opened = day("2026-08-04"), .closed = day("2026-09-03"), .due = day("2026-09-18")},
                          .next_statement = day("2026-10-03"),
                          .balance = bill,
                          .minimum = times(bill, {100'000'000}),
                          .charges = {{day("2026-08-15"), bill}}};
    const auto cost = card_cost(t, s, {{day("2026-09-18"), paid}});
    const Money none{0, twd};
    const StatementParts parts{bought, bill - paid, none, none, none, cost.interest};
    return {{"interest", whole(cost.interest)},
            {"min_due", whole(minimum_due(minimum_rule(t), parts))},
            {"total_due", whole(parts.total())}};
}

Said ladder(const Json& in)
{
    const CardTerms t{.late_steps = {money("300", twd), money("400", twd), money("500", twd)}};
    Money three{0, twd}, four{0, twd};
    for (int before = 0; before < 4; ++before) {
        const Money fee = late_fee(t, money("1000", twd), before);
        four += fee;
        if (before < 3) three += fee;
    }
    return {{"interest", decimal(times(money(in["balance"], twd), rate(in["apr"]), in["days"], 365))},
            {"penalty_3_periods", whole(three)},
            {"penalty_4_periods", whole(four)}};
}

Said dbs(const Json& in)
{
    const CardTerms t{.minimum_rate = {10'000'000},
                      .minimum_floor = money("300", hkd),
                      .late_rate = {Rate::one},
                      .late_cap = money("350", hkd)};
    const Money charges = money(in["fees_interest_in_it"], hkd), none{0, hkd};
    const auto least =
        minimum_due(minimum_rule(t), {money(in["statement_balance"], hkd) - charges, none, none,
                                      money(in["past_due_min"], hkd), money(in["over_limit"], hkd), charges});
    return {{"min_due", decimal(least)}, {"late_fee", decimal(late_fee(t, least))}};
}

Said average_daily(const Json& in)
{
    // 24.99 % a year, as a daily rate to nine places; day 1 of the example is the day after the statement.
    const CardTerms t{.minimum_rate = {10'000'000},
                      .minimum_floor = money("35", usd),
                      .daily_rate = {684'658},
                      .interest = InterestMethod::adb,
                      .share_of_charges = true};
    const OwedStatement s{.cycle = {.opened = day("2026-04-01"), .closed = day("2026-04-30"), .due = day("2026-05-25")},
                          .next_statement = day("2026-05-30"),
                          .balance = money(in["opening"], usd),
                          .minimum = money("35", usd),
                          .charges = {{day("2026-04-10"), money(in["opening"], usd)}},
                          .spent_since = {{day("2026-05-21"), money(in["purchase"], usd)}}};
    const auto cost = card_cost(t, s, {{day("2026-05-11"), money(in["payment"], usd)}});
    const Money rest = money(in["opening"], usd) - money(in["payment"], usd) + money(in["purchase"], usd), none{0, usd};
    const StatementParts parts{rest, none, none, none, none, cost.interest};
    return {{"adb", decimal(cost.steps.at(0).amount)},
            {"interest", decimal(cost.interest)},
            {"new_balance", decimal(parts.total())},
            {"min_due_1pct_plus_interest_floor35", decimal(minimum_due(minimum_rule(t), parts))}};
}

Said effective(const Json& in)
{
    const CardTerms t{.minimum_rate = {10'000'000}, .minimum_floor = money("5", gbp)};
    const Money balance = money(in["balance"], gbp), interest = times(balance, monthly_of_effective(rate(in["ear"]))),
                none{0, gbp};
    return {{"interest", decimal(interest)},
            {"min_due", decimal(minimum_due(minimum_rule(t), {balance, none, none, none, none, interest}))}};
}

/// How each example is reckoned; `first` is E1's inputs, to which two others refer.
std::map<std::string, std::function<Said(const Json&)>> reckonings(const Json& first)
{
    const CardPayment least{last_date(first["paid"]), money(first["paid"])};
    const auto days_after = [](const char* from, const char* key) {
        return [=](const Json& in) { return Said{{key, iso(day(in[from]) + Days{21})}}; };
    };
    return {{"E1", [=](const Json& in) { return card_bill(in, InterestMethod::full, {least}); }},
            {"E2", [=](const Json&) { return card_bill(first, InterestMethod::unpaid, {least}); }},
            {"E3", [=](const Json&) { return card_bill(first, InterestMethod::full, {}); }},
            {"E4a", late},
            {"E4b", late},
            {"E4c", late},
            {"E4e", late},
            {"E4f", late},
            {"E5a", tolerance},
            {"E6a", grace},
            {"E7a", minimum},
            {"E8a", flat_fee},
            {"E8c", flat_fee},
            {"E9a", plan},
            {"E9c", plan},
            {"E10", affordable},
            {"E11", cash},
            {"E14a", free_days},
            {"E14c", month_end},
            {"E15",
             [](const Json& in) {
                 return Said{{"overdue_interest", decimal(times(money(in["unpaid"]), {500'000}, in["days"]))}};
             }},
            {"E16", mega},
            {"E17", ladder},
            {"E18", dbs},
            {"E19", average_daily},
            {"E20", days_after("statement_sent", "earliest_due")},
            {"E21", effective}};
}

Json examples()
{
    std::ifstream file{DUEWATCH_FIXTURES "/domain/worked_examples.json"};
    return Json::parse(file);
}

}  // namespace

TEST_CASE("every worked example comes out exactly as it was published", "[worked]")
{
    const auto all = examples();
    const auto how = reckonings(all["examples"][0]["inputs"]);
    CHECK(all["examples"].size() == how.size());
    for (const auto& example : all["examples"]) {
        const std::string id = example["id"], title = example["title"];
        DYNAMIC_SECTION(id << ": " << title)
        {
            REQUIRE(how.contains(id));
            const auto said = how.at(id)(example["inputs"].contains("same_as") ? Json::object() : example["inputs"]);
            for (const auto& [key, expected] : example["expected"].items()) {
                INFO(key);
                REQUIRE(said.contains(key));
                CHECK(said.at(key) == text(expected));
            }
        }
    }
}

TEST_CASE("every cell of the table of true yearly rates comes out", "[worked]")
{
    const auto rows = examples()["apr_table_nominal_pct"]["rows"];
    int cells = 0;
    for (const auto& [n, row] : rows.items())
        for (const auto& [fee, nominal] : row.items()) {
            INFO(n << " parts at " << fee);
            const auto parts =
                with_flat_fee(*parse_money("36000000", cny), std::stoi(n), *parse_rate(fee), day("2027-01-31"));
            CHECK(per_cent(yearly_cost(parts).nominal) == nominal.get<std::string>());
            ++cells;
        }
    CHECK(cells == 64);
}
