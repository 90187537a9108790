#include "ledger/balances/instalment.hpp"

#include <algorithm>
#include <cstdio>

#include "ledger/balances/card_cycle.hpp"
#include "tests/support/catch.hpp"

using namespace ledger;

namespace {

Money yuan(const char* text)
{
    return *parse_money(text, Currency{});
}
Rate rate(const char* text)
{
    return *parse_rate(text);
}
Date day(const char* text)
{
    return *parse_date(text);
}
const Date first = make_date(2027, 1, 31);

std::string per_cent(double share)
{
    char text[16];
    std::snprintf(text, sizeof text, "%.2f", share * 100);
    return text;
}

}  // namespace

TEST_CASE("bill instalments cost what issuers print, and their true yearly rate is shown", "[instalment]")
{
    struct Case {
        const char* when;
        const char* debt;
        int n;
        const char *fee, *each, *fees, *total, *nominal, *effective;
    };
    const auto c =
        GENERATE(values<Case>({{"E8a", "9000", 3, "0.0075", "3067.50", "202.50", "9202.50", "13.45", "14.31"},
                               {"E8c", "24000", 24, "0.0065", "1156.00", "3744.00", "27744.00", "14.33", "15.30"}}));
    INFO(c.when);
    const auto parts = with_flat_fee(yuan(c.debt), c.n, rate(c.fee), first);
    CHECK(decimal(parts.front().amount()) == c.each);
    CHECK(decimal(total_charge(parts)) == c.fees);
    CHECK(decimal(total_paid(parts)) == c.total);
    CHECK(per_cent(yearly_cost(parts).nominal) == c.nominal);
    CHECK(per_cent(yearly_cost(parts).effective) == c.effective);
}

TEST_CASE("the table of flat fees and their nominal yearly rates holds in every cell", "[instalment]")
{
    const char* fees[] = {"0.0025", "0.0045", "0.0055", "0.0060", "0.0065", "0.0070", "0.0075", "0.0090"};
    struct Row {
        int n;
        const char* nominal[8];
    };
    const Row rows[] = {{3, {"4.49", "8.08", "9.87", "10.77", "11.66", "12.56", "13.45", "16.13"}},
                        {6, {"5.12", "9.20", "11.23", "12.24", "13.25", "14.26", "15.27", "18.28"}},
                        {9, {"5.37", "9.62", "11.73", "12.78", "13.83", "14.88", "15.92", "19.04"}},
                        {12, {"5.49", "9.82", "11.97", "13.03", "14.10", "15.16", "16.22", "19.37"}},
                        {18, {"5.61", "10.00", "12.16", "13.23", "14.30", "15.36", "16.42", "19.57"}},
                        {24, {"5.66", "10.05", "12.20", "13.27", "14.33", "15.38", "16.43", "19.53"}},
                        {36, {"5.68", "10.02", "12.13", "13.17", "14.21", "15.23", "16.24", "19.24"}},
                        {60, {"5.64", "9.84", "11.85", "12.83", "13.80", "14.76", "15.71", "18.50"}}};
    for (const auto& row : rows)
        for (int i = 0; i < 8; ++i) {
            INFO(row.n << " parts at " << fees[i]);
            CHECK(per_cent(yearly_cost(with_flat_fee(yuan("36000000"), row.n, rate(fees[i]), first)).nominal) ==
                  row.nominal[i]);
        }
}

TEST_CASE("a personalised plan is the debt in equal parts, the remainder on the last", "[instalment]")
{
    struct Case {
        const char* when;
        const char* debt;
        int n;
        const char *each, *last;
    };
    const auto c = GENERATE(values<Case>({{"E9a", "50400.00", 24, "2100.00", "2100.00"},
                                          {"E9c", "50400.00", 60, "840.00", "840.00"},
                                          {"E10", "50400.00", 25, "2016.00", "2016.00"},
                                          {"a remainder", "100.00", 3, "33.33", "33.34"},
                                          {"more parts than cents", "0.05", 7, "0.00", "0.05"}}));
    INFO(c.when);
    const auto parts = in_equal_parts(yuan(c.debt), c.n, first);
    CHECK(decimal(parts.front().amount()) == c.each);
    CHECK(decimal(parts.back().amount()) == c.last);
    CHECK(total_paid(parts) == yuan(c.debt));
    CHECK(yearly_cost(parts).nominal == 0);
}

TEST_CASE("E10: the months a debt takes follow from what is affordable", "[instalment]")
{
    CHECK(months_needed(yuan("50400.00"), yuan("2025.00")) == 25);
    CHECK(months_needed(yuan("50400.00"), yuan("2100.00")) == 24);
    CHECK(usual_term(25) == 36);
    CHECK(usual_term(60) == 60);
    CHECK(usual_term(61) == 0);
}

TEST_CASE("every schedule sums to the debt and keeps its day of the month", "[instalment]")
{
    for (const char* text : {"0.01", "1.00", "999.99", "12345.67", "88888888.88"})
        for (const int n : {1, 2, 7, 12, 24, 60})
            for (const char* r : {"0", "0.0045", "0.01", "0.02"}) {
                INFO(text << " in " << n << " at " << r);
                const auto debt = yuan(text);
                for (const auto& parts :
                     {with_flat_fee(debt, n, rate(r), first), annuity(debt, n, rate(r), first),
                      equal_principal(debt, n, rate(r), first), interest_only(debt, n, rate(r), first)}) {
                    CHECK(parts.size() == static_cast<std::size_t>(n));
                    CHECK(total_paid(parts) - total_charge(parts) == debt);
                    CHECK(std::none_of(parts.begin(), parts.end(),
                                       [](const auto& p) { return p.principal.negative() || p.charge.negative(); }));
                }
            }
    const auto parts = in_equal_parts(yuan("300"), 3, first);
    CHECK((iso(parts[1].due) == "2027-02-28" && iso(parts[2].due) == "2027-03-31"));
}

TEST_CASE("E21: a yearly effective rate becomes a monthly one, and the minimum follows", "[instalment]")
{
    const Currency gbp{{'G', 'B', 'P'}};
    const auto pounds = [&](const char* text) { return *parse_money(text, gbp); };
    const auto interest = times(pounds("3000"), monthly_of_effective(rate("0.24")));
    CHECK(decimal(interest) == "54.26");
    const auto zero = pounds("0");
    CHECK(decimal(minimum_due({.general = rate("0.01"), .floor = pounds("5")},
                              {pounds("3000"), zero, zero, zero, zero, interest})) == "84.26");
}

TEST_CASE("E14 and E20: statement and due dates follow the issuers' rules", "[instalment]")
{
    const CardTerms ccb{.statement_day = 17, .due_after = 20};
    const auto cycle = cycle_at(ccb, day("2026-05-18"));
    CHECK((iso(cycle.closed) == "2026-06-17" && iso(cycle.due) == "2026-07-07" &&
           days_between(day("2026-05-18"), cycle.due) == 50));
    const CardTerms icbc{.statement_day = 31, .due_day = 25};
    CHECK(days_between(day("2026-07-31"), cycle_at(icbc, day("2026-07-31")).due) == 25);
    CHECK(days_between(day("2026-08-01"), cycle_at(icbc, day("2026-08-01")).due) == 55);
    const CardTerms us{.statement_day = 1, .due_after = 21};
    CHECK(iso(cycle_at(us, day("2026-11-01")).due) == "2026-11-22");
}
