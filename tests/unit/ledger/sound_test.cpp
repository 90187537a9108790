#include "ledger/sound/validate.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/full_household.hpp"

using namespace ledger;
using testing::cny;
using testing::day;
using testing::eur;

namespace {

using H = testing::FullHousehold;

constexpr std::int64_t too_large = Money::largest + 1;
const Date year_1 = make_date(1, 1, 1), year_9999 = make_date(9999, 1, 1);
const Moment long_ago{-1'000'000'000};

struct Refused {
    const char* when;
    Change change;
    Trouble trouble;
    const char* field;
};

void each_is_refused(H& h, const std::vector<Refused>& rows)
{
    const Book before = h.book;
    for (const auto& row : rows) {
        INFO(row.when);
        const auto problems = h.record(row.change);
        CHECK(h.book == before);
        REQUIRE(!problems.empty());
        CHECK(problems.front().trouble == row.trouble);
        CHECK(problems.front().field == row.field);
        h.book = before;
    }
}

template <class Spoil>
Change terms(const H& h, Spoil spoil)
{
    return H::spoilt(h.good_card(), [&](Account& a) { spoil(*a.card); });
}

}  // namespace

TEST_CASE("a household with something of every kind is sound", "[sound]")
{
    const H h;
    CHECK(unsound(h.book).empty());
}

TEST_CASE("an account is refused where it contradicts itself or the Book", "[sound]")
{
    H h;
    const auto spoil = [&](auto edit) {
        return H::spoilt(Account{.id = {9}, .name = "New", .opening_date = day("2020-01-01")}, edit);
    };
    each_is_refused(h, {{"it has no name", spoil([](Account& a) { a.name = ""; }), Trouble::empty_name, "account"},
                        {"its name is taken, letter case aside", spoil([](Account& a) { a.name = "bANK"; }),
                         Trouble::name_taken, "account"},
                        {"it was in another currency before",
                         H::spoilt(h.good_card(),
                                   [](Account& a) {
                                       a.currency = eur(0).currency;
                                       a.opening = eur(0);
                                       a.pay_from = {};
                                   }),
                         Trouble::currency_differs, "currency"},
                        {"it opens in another currency", spoil([](Account& a) { a.opening = eur(1); }),
                         Trouble::currency_differs, "opening"},
                        {"it opens with more than 10^15", spoil([](Account& a) { a.opening = cny(too_large); }),
                         Trouble::amount_too_large, "opening"},
                        {"it owes more than 10^15", spoil([](Account& a) { a.opening = cny(-too_large); }),
                         Trouble::amount_too_large, "opening"},
                        {"it opens in the year 1", spoil([](Account& a) { a.opening_date = year_1; }),
                         Trouble::date_out_of_range, "opening-date"},
                        {"all sixteen digits of a card are given",
                         spoil([](Account& a) { a.number = "6222000011112222"; }), Trouble::out_of_range, "last4"},
                        {"a bank account has card terms",
                         spoil([](Account& a) { a.card = CardTerms{.due_after = 20}; }), Trouble::needs_type, "type"},
                        {"it is paid from an account that is not there", spoil([](Account& a) { a.pay_from = {77}; }),
                         Trouble::no_such, "pay-from"},
                        {"it is paid from a card", spoil([&](Account& a) { a.pay_from = h.card; }), Trouble::needs_type,
                         "pay-from"},
                        {"it is paid from euros", spoil([&](Account& a) { a.pay_from = h.euros; }),
                         Trouble::currency_differs, "pay-from"},
                        {"the account that pays the card becomes a loan",
                         H::spoilt(*find<Account>(h.book, h.bank), [](Account& a) { a.type = AccountType::loan; }),
                         Trouble::needs_type, "pay-from"}});
}

TEST_CASE("a card's terms are refused where a number is out of its range", "[sound]")
{
    H h;
    using T = CardTerms;
    each_is_refused(
        h,
        {{"a statement day of 0", terms(h, [](T& t) { t.statement_day = 0; }), Trouble::out_of_range, "statement-day"},
         {"a statement day of 32", terms(h, [](T& t) { t.statement_day = 32; }), Trouble::out_of_range,
          "statement-day"},
         {"a due day of 32",
          terms(h,
                [](T& t) {
                    t.due_after.reset();
                    t.due_day = 32;
                }),
          Trouble::out_of_range, "due-day"},
         {"due 61 days after", terms(h, [](T& t) { t.due_after = 61; }), Trouble::out_of_range, "due-after"},
         {"a due day and days after", terms(h, [](T& t) { t.due_day = 5; }), Trouble::out_of_range, "due-day"},
         {"neither a due day nor days after", terms(h, [](T& t) { t.due_after.reset(); }), Trouble::out_of_range,
          "due-day"},
         {"grace of 32 days", terms(h, [](T& t) { t.grace_days = 32; }), Trouble::out_of_range, "grace-days"},
         {"a minimum above the whole", terms(h, [](T& t) { t.minimum_rate = {Rate::one + 1}; }), Trouble::rate_too_high,
          "minimum-rate"},
         {"a minimum below nothing", terms(h, [](T& t) { t.minimum_rate = {-1}; }), Trouble::out_of_range,
          "minimum-rate"},
         {"5 a day where 0.0005 was meant", terms(h, [](T& t) { t.daily_rate = *parse_rate("5"); }),
          Trouble::rate_too_high, "daily-rate"},
         {"a late fee above what is unpaid", terms(h, [](T& t) { t.late_rate = {Rate::one + 1}; }),
          Trouble::rate_too_high, "late-rate"},
         {"more than all of what is older", terms(h, [](T& t) { t.minimum_older = Rate{Rate::one + 1}; }),
          Trouble::rate_too_high, "minimum-older"},
         {"cash at 5 a day", terms(h, [](T& t) { t.cash_rate = *parse_rate("5"); }), Trouble::rate_too_high,
          "cash-rate"},
         {"a fee of a fifth for cash", terms(h, [](T& t) { t.cash_fee_rate = *parse_rate("0.2"); }),
          Trouble::rate_too_high, "cash-fee-rate"},
         {"a limit in euros", terms(h, [](T& t) { t.limit = eur(1); }), Trouble::currency_differs, "limit"},
         {"a limit below zero", terms(h, [](T& t) { t.limit = cny(-1); }), Trouble::wrong_sign, "limit"},
         {"a limit above 10^15", terms(h, [](T& t) { t.limit = cny(too_large); }), Trouble::amount_too_large, "limit"},
         {"a floor in euros", terms(h, [](T& t) { t.minimum_floor = eur(1); }), Trouble::currency_differs,
          "minimum-floor"},
         {"the late floor in euros", terms(h, [](T& t) { t.late_floor = eur(1); }), Trouble::currency_differs,
          "late-floor"},
         {"the late cap below zero", terms(h, [](T& t) { t.late_cap = cny(-1); }), Trouble::wrong_sign, "late-cap"},
         {"the tolerance in euros", terms(h, [](T& t) { t.tolerance = eur(1); }), Trouble::currency_differs,
          "tolerance"},
         {"the least fee for cash in euros", terms(h, [](T& t) { t.cash_fee_floor = eur(1); }),
          Trouble::currency_differs, "cash-fee-floor"},
         {"late fees in euros",
          terms(h,
                [](T& t) {
                    t.late_steps = {cny(1), eur(1)};
                }),
          Trouble::currency_differs, "late-steps"},
         {"a late fee below zero", terms(h, [](T& t) { t.late_steps = {cny(-1)}; }), Trouble::wrong_sign, "late-steps"},
         {"rounded to nothing", terms(h, [](T& t) { t.round_to = 0; }), Trouble::out_of_range, "round-to"},
         {"the late floor above its cap",
          terms(h,
                [](T& t) {
                    t.late_floor = cny(200);
                    t.late_cap = cny(100);
                }),
          Trouble::out_of_range, "late-floor"}});
}

TEST_CASE("categories and imports are refused where they lead nowhere or in a circle", "[sound]")
{
    H h;
    const auto category = [&](auto edit) { return H::spoilt(Category{.id = {9}, .name = "New"}, edit); };
    const auto batch = [&](auto edit) { return H::spoilt(h.good_batch(), edit); };
    each_is_refused(
        h, {{"a category has neither name nor key", category([](Category& c) { c.name = ""; }), Trouble::empty_name,
             "category"},
            {"its parent is not there", category([](Category& c) { c.parent = {77}; }), Trouble::no_such, "parent"},
            {"it stands below itself", category([](Category& c) {
                 c.id = {1};
                 c.parent = {1};
             }),
             Trouble::category_loop, "parent"},
            {"it stands below what is below it", category([](Category& c) {
                 c.id = {1};
                 c.parent = {2};
             }),
             Trouble::category_loop, "parent"},
            {"an import into no account", batch([](Batch& b) { b.account = {}; }), Trouble::no_such, "account"},
            {"an import long ago", batch([](Batch& b) { b.at = long_ago; }), Trouble::date_out_of_range, "at"},
            {"an import of fewer entries than none", batch([](Batch& b) { b.entries = -1; }), Trouble::out_of_range,
             "entries"}});
}

TEST_CASE("an entry is refused where it does not fit its account", "[sound]")
{
    H h;
    const auto spoil = [&](auto edit) { return H::spoilt(h.good_entry(), edit); };
    const Bring bring{.first = {h.book.last_entry.value + 1}, .count = 2, .make = [&](std::int64_t n) {
                          auto e = h.good_entry();
                          if (n == 1) e.amount = eur(1);
                          return e;
                      }};
    const Entry first{.id = {h.book.last_entry.value + 1},
                      .account = h.bank,
                      .date = day("2026-01-01"),
                      .amount = cny(-5),
                      .transfer = {9}};
    auto second = first;
    ++second.id.value;
    each_is_refused(
        h,
        {{"its account is not there", spoil([](Entry& e) { e.account = {77}; }), Trouble::no_such, "account"},
         {"it has none", spoil([](Entry& e) { e.account = {}; }), Trouble::no_such, "account"},
         {"it is in another currency", spoil([](Entry& e) { e.amount = eur(1); }), Trouble::currency_differs, "amount"},
         {"it is above 10^15", spoil([](Entry& e) { e.amount = cny(too_large); }), Trouble::amount_too_large, "amount"},
         {"it is in the year 9999", spoil([](Entry& e) { e.date = year_9999; }), Trouble::date_out_of_range, "date"},
         {"it is posted in the year 1", spoil([](Entry& e) { e.posted = year_1; }), Trouble::date_out_of_range,
          "posted"},
         {"its category is not there", spoil([](Entry& e) { e.category = {77}; }), Trouble::no_such, "category"},
         {"its import is not there", spoil([](Entry& e) { e.batch = {77}; }), Trouble::no_such, "batch"},
         {"a part's category is not there", spoil([](Entry& e) {
              e.splits = {{{77}, e.amount, ""}};
          }),
          Trouble::no_such, "split"},
         {"a part is in another currency", spoil([](Entry& e) {
              e.splits = {{{}, eur(-10'00), ""}};
          }),
          Trouble::currency_differs, "split"},
         {"a part is above 10^15", spoil([](Entry& e) {
              e.splits = {{{}, cny(too_large), ""}};
          }),
          Trouble::amount_too_large, "split"},
         {"the parts miss a cent", spoil([](Entry& e) {
              e.splits = {{{}, cny(-9'99), ""}};
          }),
          Trouble::splits_do_not_sum, "split"},
         {"it has more than a thousand parts", spoil([](Entry& e) {
              e.splits.resize(1001, {{}, cny(0), ""});
          }),
          Trouble::out_of_range, "split"},
         {"it is one side of a transfer alone", spoil([](Entry& e) { e.transfer = {9}; }), Trouble::linked_transfer,
          "entry"},
         {"both sides of a transfer are on one account",
          {.steps = {Put<Entry>{first}, Put<Entry>{second}}},
          Trouble::same_account,
          "transfer"},
         {"one of many that come in together is in another currency",
          {.steps = {bring}},
          Trouble::currency_differs,
          "amount"},
         {"it no longer covers what it settles",
          H::spoilt(h.entries.at(h.paid), [](Entry& e) { e.amount = cny(-1'999'99); }), Trouble::out_of_range,
          "amount"}});
}

TEST_CASE("a bill is refused where a figure, a date or a name is wrong", "[sound]")
{
    H h;
    const auto spoil = [&](auto edit) { return H::spoilt(h.good_bill(), edit); };
    const auto of_card = [&](auto edit) { return H::spoilt(h.good_card_bill(), edit); };
    const auto earlier = [&](auto edit) {
        return spoil([&](Bill& b) {
            EarlierRule rule{
                .until = day("2025-12-31"), .amount = cny(100), .first_due = day("2025-01-01"), .repeat = b.repeat};
            edit(rule);
            b.earlier = {rule};
        });
    };
    const auto hardship = [&](auto edit) {
        return spoil([&](Bill& b) {
            b.hardship = Hardship{.reason = "job_loss"};
            edit(*b.hardship);
        });
    };
    each_is_refused(
        h,
        {{"nobody is paid", spoil([](Bill& b) { b.payee = ""; }), Trouble::empty_name, "payee"},
         {"it asks for nothing", spoil([](Bill& b) { b.amount = cny(0); }), Trouble::amount_zero, "amount"},
         {"it asks for less than nothing", spoil([](Bill& b) { b.amount = cny(-1); }), Trouble::wrong_sign, "amount"},
         {"it asks for more than 10^15", spoil([](Bill& b) { b.amount = cny(too_large); }), Trouble::amount_too_large,
          "amount"},
         {"it is due in the year 9999", spoil([](Bill& b) { b.first_due = year_9999; }), Trouble::date_out_of_range,
          "due"},
         {"its minimum is in euros", spoil([](Bill& b) { b.minimum = eur(1); }), Trouble::currency_differs, "minimum"},
         {"its minimum is below zero", spoil([](Bill& b) { b.minimum = cny(-1); }), Trouble::wrong_sign, "minimum"},
         {"its minimum is above it", spoil([](Bill& b) { b.minimum = b.amount + cny(1); }),
          Trouble::minimum_above_balance, "minimum"},
         {"its low end is in euros", spoil([](Bill& b) { b.lowest = eur(1); }), Trouble::currency_differs, "amount"},
         {"its low end is above it", spoil([](Bill& b) { b.lowest = b.amount + cny(1); }), Trouble::out_of_range,
          "amount"},
         {"it comes every 0 months", spoil([](Bill& b) { b.repeat.every = 0; }), Trouble::out_of_range, "repeat"},
         {"it comes on the fifth Monday", spoil([](Bill& b) { b.repeat.nth_weekday = 5; }), Trouble::out_of_range,
          "repeat"},
         {"it ends in the year 9999", spoil([](Bill& b) { b.repeat.until = year_9999; }), Trouble::date_out_of_range,
          "until"},
         {"it ends before it starts", spoil([](Bill& b) { b.repeat.until = day("2025-12-31"); }),
          Trouble::end_before_start, "until"},
         {"it comes 0 times", spoil([](Bill& b) { b.repeat.times = 0; }), Trouble::out_of_range, "times"},
         {"it is paid from an account that is not there", spoil([](Bill& b) { b.pay_from = {77}; }), Trouble::no_such,
          "pay-from"},
         {"it is paid from a card", spoil([&](Bill& b) { b.pay_from = h.card; }), Trouble::needs_type, "pay-from"},
         {"it is paid from euros", spoil([&](Bill& b) { b.pay_from = h.euros; }), Trouble::currency_differs,
          "pay-from"},
         {"its category is not there", spoil([](Bill& b) { b.category = {77}; }), Trouble::no_such, "category"},
         {"it learns from 25 payments", spoil([](Bill& b) { b.learn_from = 25; }), Trouble::out_of_range, "learn"},
         {"it changes its currency under what was agreed", spoil([](Bill& b) {
              b.amount = eur(3'000'00);
              b.pay_from = {};
          }),
          Trouble::currency_differs, "amount"},
         {"a card's bill has no card", of_card([](Bill& b) { b.card = {}; }), Trouble::no_such, "card"},
         {"a card's bill is of an account that is no card", of_card([&](Bill& b) { b.card = h.bank; }),
          Trouble::needs_type, "card"},
         {"a card's bill is in euros", of_card([](Bill& b) { b.amount = eur(0); }), Trouble::currency_differs,
          "amount"},
         {"a plan's bill has no plan", of_card([](Bill& b) {
              b.source = BillSource::plan;
              b.card = {};
          }),
          Trouble::no_such, "plan"},
         {"it names a plan that is not there", spoil([](Bill& b) { b.plan = {77}; }), Trouble::no_such, "plan"},
         {"a part is due in the year 1", spoil([](Bill& b) {
              b.schedule = {{year_1, cny(1)}};
          }),
          Trouble::date_out_of_range, "due"},
         {"a part is in euros", spoil([](Bill& b) {
              b.schedule = {{b.first_due, eur(1)}};
          }),
          Trouble::currency_differs, "amount"},
         {"an earlier rule held until the year 1", earlier([](EarlierRule& r) { r.until = year_1; }),
          Trouble::date_out_of_range, "until"},
         {"an earlier rule was in euros", earlier([](EarlierRule& r) { r.amount = eur(1); }), Trouble::currency_differs,
          "amount"},
         {"an earlier minimum was in euros", earlier([](EarlierRule& r) { r.minimum = eur(1); }),
          Trouble::currency_differs, "minimum"},
         {"an earlier low end was above its amount", earlier([](EarlierRule& r) { r.lowest = cny(101); }),
          Trouble::out_of_range, "amount"},
         {"an earlier rule began in the year 9999", earlier([](EarlierRule& r) { r.first_due = year_9999; }),
          Trouble::date_out_of_range, "due"},
         {"an earlier rule came every 0 months", earlier([](EarlierRule& r) { r.repeat.every = 0; }),
          Trouble::out_of_range, "repeat"},
         {"a hardship has no reason", hardship([](Hardship& x) { x.reason = ""; }), Trouble::empty_name, "reason"},
         {"it is hard since the year 1", hardship([](Hardship& x) { x.since = year_1; }), Trouble::date_out_of_range,
          "since"},
         {"it is hard until the year 9999", hardship([](Hardship& x) { x.until = year_9999; }),
          Trouble::date_out_of_range, "until"},
         {"it is over before it began", hardship([](Hardship& x) {
              x.since = day("2026-02-01");
              x.until = day("2026-01-01");
          }),
          Trouble::end_before_start, "until"},
         {"the income changed in euros", hardship([](Hardship& x) { x.income_change = eur(-1); }),
          Trouble::currency_differs, "income-change"},
         {"the income changed by more than 10^15", hardship([](Hardship& x) { x.income_change = cny(-too_large); }),
          Trouble::amount_too_large, "income-change"},
         {"euros can be paid now", hardship([](Hardship& x) { x.pay_now = eur(1); }), Trouble::currency_differs,
          "pay-now"},
         {"less than nothing can be paid now", hardship([](Hardship& x) { x.pay_now = cny(-1); }), Trouble::wrong_sign,
          "pay-now"}});
}

TEST_CASE("an income is refused where a figure, a date or a name is wrong", "[sound]")
{
    H h;
    const auto spoil = [&](auto edit) { return H::spoilt(h.good_income(), edit); };
    each_is_refused(
        h,
        {{"nobody pays it", spoil([](Income& i) { i.payer = ""; }), Trouble::empty_name, "payer"},
         {"it brings nothing", spoil([](Income& i) { i.amount = cny(0); }), Trouble::amount_zero, "amount"},
         {"it brings less than nothing", spoil([](Income& i) { i.amount = cny(-1); }), Trouble::wrong_sign, "amount"},
         {"it brings more than 10^15", spoil([](Income& i) { i.amount = cny(too_large); }), Trouble::amount_too_large,
          "amount"},
         {"it comes in the year 9999", spoil([](Income& i) { i.next = year_9999; }), Trouble::date_out_of_range,
          "next"},
         {"it comes every 0 months", spoil([](Income& i) { i.repeat.every = 0; }), Trouble::out_of_range, "repeat"},
         {"it learns from 25", spoil([](Income& i) { i.learn_from = 25; }), Trouble::out_of_range, "learn"},
         {"its high end is in euros", spoil([](Income& i) { i.highest = eur(9'000'00); }), Trouble::currency_differs,
          "amount"},
         {"its high end is below it", spoil([](Income& i) { i.highest = i.amount - cny(1); }), Trouble::out_of_range,
          "amount"},
         {"it goes to an account that is not there", spoil([](Income& i) { i.to = {77}; }), Trouble::no_such, "to"},
         {"it goes to euros", spoil([&](Income& i) { i.to = h.euros; }), Trouble::currency_differs, "to"},
         {"its category is not there", spoil([](Income& i) { i.category = {77}; }), Trouble::no_such, "category"}});
}

TEST_CASE("a payment and a changed occurrence are refused where they fit no bill", "[sound]")
{
    H h;
    h.put(h.good_income_adjustment());
    const auto paid_in_euros = h.record(
        {.steps = {Put<Entry>{{.id = {9}, .account = h.euros, .date = day("2026-01-01"), .amount = eur(-3'000'00)}}}});
    REQUIRE(paid_in_euros.empty());
    const auto settlement = [&](auto edit) { return H::spoilt(h.good_settlement(), edit); };
    const auto adjustment = [&](auto edit) { return H::spoilt(h.good_adjustment(), edit); };
    const auto of_income = [&](auto edit) { return H::spoilt(h.good_income_adjustment(), edit); };
    using A = Adjustment;
    using S = Settlement;
    each_is_refused(
        h,
        {{"a payment in the year 1", settlement([](S& s) { s.due = year_1; }), Trouble::date_out_of_range, "due"},
         {"paid in the year 9999", settlement([](S& s) { s.paid_on = year_9999; }), Trouble::date_out_of_range, "date"},
         {"a payment of a bill that is not there", settlement([](S& s) { s.bill = {77}; }), Trouble::no_such, "bill"},
         {"a payment below zero", settlement([](S& s) { s.amount = cny(-1); }), Trouble::wrong_sign, "amount"},
         {"a payment by an entry that is not there", settlement([](S& s) { s.entry = {77}; }), Trouble::no_such,
          "entry"},
         {"euros paid for a yuan bill", settlement([](S& s) { s.amount = eur(1); }), Trouble::currency_differs,
          "amount"},
         {"a yuan bill paid by an entry in euros", settlement([](S& s) { s.entry = {9}; }), Trouble::currency_differs,
          "amount"},
         {"a payment of more than was paid", settlement([](S& s) { s.amount = cny(3'000'01); }), Trouble::out_of_range,
          "amount"},
         {"two payments of more than was paid", settlement([](S& s) {
              s.id = {2};
              s.amount = cny(1'000'01);
          }),
          Trouble::out_of_range, "amount"},
         {"an occurrence of the year 1", adjustment([](A& a) { a.due = year_1; }), Trouble::date_out_of_range, "due"},
         {"one moved to the year 9999", adjustment([](A& a) { a.moved_to = year_9999; }), Trouble::date_out_of_range,
          "due"},
         {"one of a bill that is not there", adjustment([](A& a) { a.bill = {77}; }), Trouble::no_such, "bill"},
         {"one of nothing", adjustment([](A& a) { a.bill = {}; }), Trouble::no_such, "bill"},
         {"one of an income that is not there", of_income([](A& a) { a.income = {77}; }), Trouble::no_such, "income"},
         {"one of a bill in euros", adjustment([](A& a) { a.amount = eur(1); }), Trouble::currency_differs, "amount"},
         {"one of an income in euros", of_income([](A& a) { a.amount = eur(1); }), Trouble::currency_differs, "amount"},
         {"one below zero", adjustment([](A& a) { a.amount = cny(-1); }), Trouble::wrong_sign, "amount"},
         {"an income changes its currency under its changed occurrence",
          H::spoilt(h.good_income(),
                    [](Income& i) {
                        i.amount = eur(9'000'00);
                        i.to = {};
                    }),
          Trouble::currency_differs, "amount"}});
}

TEST_CASE("a card's statement is refused where it contradicts itself or its card", "[sound]")
{
    H h;
    const auto spoil = [&](auto edit) { return H::spoilt(h.good_statement(), edit); };
    using S = CardStatement;
    each_is_refused(
        h, {{"its card is not there", spoil([](S& s) { s.card = {77}; }), Trouble::no_such, "card"},
            {"it closed in the year 1, over 5·10^15", spoil([](S& s) {
                 s.closed = year_1;
                 s.balance = cny(5 * Money::largest);
             }),
             Trouble::date_out_of_range, "closed"},
            {"it is due in the year 9999", spoil([](S& s) { s.due = year_9999; }), Trouble::date_out_of_range, "due"},
            {"it is due before it closed", spoil([](S& s) { s.due = s.closed - Days{1}; }), Trouble::end_before_start,
             "due"},
            {"it is in euros", spoil([](S& s) { s.balance = eur(1'000'00); }), Trouble::currency_differs, "amount"},
            {"it is over more than 10^15", spoil([](S& s) { s.balance = cny(too_large); }), Trouble::amount_too_large,
             "amount"},
            {"its minimum is in euros", spoil([](S& s) { s.minimum = eur(1); }), Trouble::currency_differs, "minimum"},
            {"its minimum is below zero", spoil([](S& s) { s.minimum = cny(-1); }), Trouble::wrong_sign, "minimum"},
            {"its minimum is above what is owed", spoil([](S& s) { s.minimum = s.balance + cny(1); }),
             Trouble::minimum_above_balance, "minimum"}});
}

TEST_CASE("what was agreed and said about a bill is refused in another currency or beyond its range", "[sound]")
{
    H h;
    const auto plan = [&](auto edit) { return H::spoilt(h.good_plan(), edit); };
    const auto contact = [&](auto edit) { return H::spoilt(h.good_contact(), edit); };
    using C = Contact;
    each_is_refused(
        h, {{"a plan for a bill that is not there", plan([](Plan& p) { p.bill = {77}; }), Trouble::no_such, "bill"},
            {"a plan in euros for a yuan bill", plan([](Plan& p) { p.schedule.back().amount = eur(1'500'00); }),
             Trouble::currency_differs, "amount"},
            {"a part below zero", plan([](Plan& p) { p.schedule.back().amount = cny(-1); }), Trouble::wrong_sign,
             "amount"},
            {"a part in the year 1", plan([](Plan& p) { p.schedule.front().due = year_1; }), Trouble::date_out_of_range,
             "due"},
            {"more parts than a century has months", plan([](Plan& p) { p.schedule.resize(1201, p.schedule.back()); }),
             Trouble::out_of_range, "schedule"},
            {"costs in euros", plan([](Plan& p) { p.total_cost = eur(0); }), Trouble::currency_differs, "cost"},
            {"costs below zero", plan([](Plan& p) { p.total_cost = cny(-1); }), Trouble::wrong_sign, "cost"},
            {"it is for the year 9999", plan([](Plan& p) { p.due = year_9999; }), Trouble::date_out_of_range, "due"},
            {"it was accepted in the year 1", plan([](Plan& p) { p.accepted = year_1; }), Trouble::date_out_of_range,
             "accepted"},
            {"a talk about a bill that is not there", contact([](C& c) { c.bill = {77}; }), Trouble::no_such, "bill"},
            {"a talk about the year 1", contact([](C& c) { c.due = year_1; }), Trouble::date_out_of_range, "due"},
            {"a talk long ago", contact([](C& c) { c.at = long_ago; }), Trouble::date_out_of_range, "at"},
            {"a call back in the year 9999", contact([](C& c) { c.follow_up = year_9999; }), Trouble::date_out_of_range,
             "follow-up"},
            {"two days on the line", contact([](C& c) { c.waited = 48 * 60; }), Trouble::out_of_range, "waited"},
            {"an offer over 0 months", contact([](C& c) { c.offer->months = 0; }), Trouble::out_of_range, "months"},
            {"a fee of a tenth a month", contact([](C& c) { c.offer->fee = *parse_rate("0.1"); }),
             Trouble::rate_too_high, "fee"},
            {"an offer from the year 1 on", contact([](C& c) { c.offer->first = year_1; }), Trouble::date_out_of_range,
             "first"},
            {"a promise by the year 9999", contact([](C& c) { c.promise->by = year_9999; }), Trouble::date_out_of_range,
             "by"},
            {"a promise in another currency", contact([](C& c) { c.promise->amount = eur(50'00); }),
             Trouble::currency_differs, "promised-amount"},
            {"a promise below zero", contact([](C& c) { c.promise->amount = cny(-1); }), Trouble::wrong_sign,
             "promised-amount"},
            {"a paper for a bill that is not there",
             H::spoilt(Paper{.id = {1}, .bill = {77}, .document = "payslip"}, [](Paper&) {}), Trouble::no_such, "bill"},
            {"a warning given long ago", H::spoilt(Notice{.id = {1}, .about = "x", .at = long_ago}, [](Notice&) {}),
             Trouble::date_out_of_range, "at"}});
}

TEST_CASE("what the user settled is refused where it names nothing or means nothing", "[sound]")
{
    H h;
    const auto rule = [&](auto edit) { return H::spoilt(h.good_rule(), edit); };
    const auto format = [&](auto edit) { return H::spoilt(h.good_format(), edit); };
    const auto rate = [&](auto edit) { return H::spoilt(h.good_rate(), edit); };
    const auto dismissal = [&](auto edit) { return H::spoilt(h.good_dismissal(), edit); };
    const auto correction = [&](auto edit) { return H::spoilt(IssuerCorrection{.id = {1}, .issuer = "icbc"}, edit); };
    const auto preferences = [&](auto edit) {
        Preferences p = h.book.preferences;
        edit(p);
        return Change{.steps = {p}};
    };
    using P = Preferences;
    each_is_refused(
        h,
        {{"a rule for an account that is not there", rule([](Rule& r) { r.account = {77}; }), Trouble::no_such,
          "account"},
         {"one that gives a category that is not there", rule([](Rule& r) { r.set_category = {77}; }), Trouble::no_such,
          "category"},
         {"one that moves to an account that is not there", rule([](Rule& r) {
              r.set_category = {};
              r.set_transfer = {77};
          }),
          Trouble::no_such, "transfer"},
         {"one from more than 10^15 on", rule([](Rule& r) { r.at_least = cny(too_large); }), Trouble::amount_too_large,
          "amount"},
         {"one up to less than -10^15", rule([](Rule& r) { r.at_most = cny(-too_large); }), Trouble::amount_too_large,
          "amount"},
         {"one that makes it a transfer with a category", rule([&](Rule& r) { r.set_transfer = h.card; }),
          Trouble::ambiguous, "transfer"},
         {"one that does nothing", rule([](Rule& r) {
              r.set_payee = "";
              r.set_category = {};
          }),
          Trouble::nothing_to_do, "rule"},
         {"a format of an account that is not there", format([](StatementFormat& f) { f.account = {77}; }),
          Trouble::no_such, "account"},
         {"a header before the first line", format([](StatementFormat& f) { f.header_line = -1; }),
          Trouble::out_of_range, "header-line"},
         {"a column before the first", format([](StatementFormat& f) { f.columns["date"] = -1; }),
          Trouble::out_of_range, "map"},
         {"a correction of nobody", correction([](IssuerCorrection& c) { c.issuer = ""; }), Trouble::empty_name,
          "issuer"},
         {"a correction of the year 1", correction([](IssuerCorrection& c) { c.noted = year_1; }),
          Trouble::date_out_of_range, "noted"},
         {"a holiday in the year 9999", H::spoilt(Holiday{.id = {2}, .date = year_9999}, [](Holiday&) {}),
          Trouble::date_out_of_range, "date"},
         {"a holiday that is there", H::spoilt(Holiday{.id = {2}, .date = day("2026-01-01")}, [](Holiday&) {}),
          Trouble::name_taken, "date"},
         {"a rate of the year 1", rate([](ExchangeRate& r) { r.date = year_1; }), Trouble::date_out_of_range, "date"},
         {"a rate from a currency to itself", rate([](ExchangeRate& r) { r.to = r.from; }), Trouble::same_currency,
          "to"},
         {"a rate of nothing", rate([](ExchangeRate& r) { r.rate = {}; }), Trouble::out_of_range, "rate"},
         {"a rate above a million", rate([](ExchangeRate& r) { r.rate = {ExchangeRate::largest.nano + 1}; }),
          Trouble::out_of_range, "rate"},
         {"never again on an account that is not there", dismissal([](Dismissal& d) { d.account = {77}; }),
          Trouble::no_such, "account"},
         {"never again a category that is not there", dismissal([](Dismissal& d) { d.category = {77}; }),
          Trouble::no_such, "category"},
         {"never again nobody", dismissal([](Dismissal& d) { d.payee = ""; }), Trouble::empty_name, "payee"},
         {"never again euros", dismissal([](Dismissal& d) { d.amount = eur(1); }), Trouble::currency_differs, "amount"},
         {"never again 10^15", dismissal([](Dismissal& d) { d.amount = cny(-too_large); }), Trouble::amount_too_large,
          "amount"},
         {"a buffer below zero", preferences([](P& p) { p.buffer = cny(-1); }), Trouble::wrong_sign, "buffer"},
         {"a buffer above 10^15", preferences([](P& p) { p.buffer = cny(too_large); }), Trouble::amount_too_large,
          "buffer"},
         {"warned of on the day itself", preferences([](P& p) { p.lead_days = 0; }), Trouble::out_of_range,
          "lead-days"},
         {"quiet from 24", preferences([](P& p) { p.quiet_from = 24; }), Trouble::out_of_range, "quiet-from"},
         {"quiet to -1", preferences([](P& p) { p.quiet_to = -1; }), Trouble::out_of_range, "quiet-to"}});
}

TEST_CASE("what is still named is not taken away, and what is not there cannot be", "[sound]")
{
    H h;
    h.put(h.good_income_adjustment());
    h.put(Account{.id = {5}, .name = "Only in a rule", .opening_date = day("2020-01-01")});
    h.put(Account{.id = {6}, .name = "Moved to by a rule", .opening_date = day("2020-01-01")});
    h.put(Rule{.id = {2}, .text = "x", .account = {5}, .set_payee = "X"});
    h.put(Rule{.id = {3}, .text = "y", .set_transfer = {6}});
    h.put(Category{.id = {3}, .name = "With a child"});
    h.put(Category{.id = {4}, .parent = {3}, .name = "Child"});
    h.put(Bill{.id = {2},
               .source = BillSource::plan,
               .payee = "Landlord",
               .first_due = day("2026-03-01"),
               .plan = {1},
               .schedule = h.good_plan().schedule});
    const auto gone = [](auto remove) { return Change{.steps = {remove}}; };
    each_is_refused(h, {{"an account that bills name", gone(Remove<Account>{h.bank}), Trouble::in_use, "account"},
                        {"an account that a rule names", gone(Remove<Account>{{5}}), Trouble::in_use, "account"},
                        {"an account to which a rule moves", gone(Remove<Account>{{6}}), Trouble::in_use, "account"},
                        {"a card with statements", gone(Remove<Account>{h.card}), Trouble::in_use, "account"},
                        {"a category with children", gone(Remove<Category>{{3}}), Trouble::in_use, "category"},
                        {"a category that bills name", gone(Remove<Category>{h.rent}), Trouble::in_use, "category"},
                        {"a bill that was paid", gone(Remove<Bill>{{1}}), Trouble::in_use, "bill"},
                        {"an income with a changed occurrence", gone(Remove<Income>{{1}}), Trouble::in_use, "income"},
                        {"a plan with its bill", gone(Remove<Plan>{{1}}), Trouble::in_use, "plan"},
                        {"an entry that pays", gone(Remove<Entry>{h.paid}), Trouble::in_use, "entry"},
                        {"an entry that is not there", gone(Remove<Entry>{{99}}), Trouble::no_such, "entry"},
                        {"a rule that is not there", gone(Remove<Rule>{{99}}), Trouble::no_such, ""},
                        {"nothing at all", {}, Trouble::nothing_to_do, ""}});
    CHECK(h.record({.steps = {Remove<Settlement>{{1}}, Remove<Entry>{h.paid}}}).empty());
}

TEST_CASE("no more comes in than every sum of a ledger can hold", "[sound]")
{
    H h;
    const auto full = [](std::int64_t there) { return [there] { return there; }; };
    const Change one = H::spoilt(h.good_entry(), [](Entry& e) { e.amount = cny(-Money::largest); });
    const auto refused = [&](const Change& change, std::int64_t there) {
        const auto problems = validate(h.book, change, h.find_entry(), full(there));
        return !problems.empty() && problems.front().trouble == Trouble::sum_too_large;
    };
    constexpr auto openings = 5'000'00;  // the loan's
    CHECK(!refused(one, Money::largest_sum - Money::largest - openings));
    CHECK(refused(one, Money::largest_sum - Money::largest - openings + 1));
    CHECK(refused(one, std::numeric_limits<std::int64_t>::max()));

    const Bring many{.first = {h.book.last_entry.value + 1}, .count = 9'500, .make = [&](std::int64_t) {
                         auto e = h.good_entry();
                         e.amount = cny(Money::largest);
                         return e;
                     }};
    CHECK(refused({.steps = {many}}, 0));

    const Change smaller = H::spoilt(h.entries.at(h.paid), [](Entry& e) { e.amount += cny(1); });
    CHECK(!refused(smaller, std::numeric_limits<std::int64_t>::max()));  // what mends it is let through

    const auto opening = H::spoilt(h.good_card(), [](Account& a) { a.opening = cny(-Money::largest); });
    CHECK(!refused(opening, 0));
    CHECK(refused(opening, Money::largest_sum - Money::largest + 1));
}

TEST_CASE("no more bills and incomes are taken on than a year of them can be summed up", "[sound]")
{
    H h;
    const auto weekly = [&](int n) {
        return H::spoilt(h.good_bill(), [&](Bill& b) {
            b.id = {n};
            b.amount = cny(Money::largest / 10);
            b.repeat = {.period = Period::week};
        });
    };
    CHECK(h.record(weekly(11)).empty());
    CHECK(h.record(weekly(12)).front().trouble == Trouble::sum_too_large);
    const auto income = [&](std::int64_t amount) {
        return H::spoilt(h.good_income(), [&](Income& i) { i.amount = cny(amount); });
    };
    CHECK(h.record(income(Money::largest)).front().trouble == Trouble::sum_too_large);
    CHECK(h.record(income(Money::largest / 100)).empty());
}

TEST_CASE("what arithmetic cannot bear is found in a Book, and what is only odd is left", "[sound]")
{
    const H h;
    struct Case {
        const char* when;
        std::function<void(Book&)> spoil;
        int found;
    };
    const std::vector<Case> cases = {
        {"a statement day of 0", [](Book& b) { b.accounts.at({3}).card->statement_day = 0; }, 1},
        {"a repeat of 0", [](Book& b) { b.bills.at({1}).repeat.every = 0; }, 1},
        {"a currency that is not its account's", [](Book& b) { b.accounts.at({1}).opening = eur(1); }, 1},
        {"a category that is its own parent", [](Book& b) { b.categories.at({1}).parent = {1}; }, 2},
        {"a bill of an account that is not there", [](Book& b) { b.bills.at({1}).pay_from = {77}; }, 1},
        {"an account under the number 0", [](Book& b) { b.accounts[{}] = {.name = "None"}; }, 1},
        {"two accounts of one name", [](Book& b) { b.accounts.at({2}).name = "Bank"; }, 0},
        {"a category without a name", [](Book& b) { b.categories.at({1}).name = ""; }, 0},
        {"a category whose parent is not there", [](Book& b) { b.categories.at({2}).parent = {77}; }, 0},
        {"a bill of nothing", [](Book& b) { b.bills.at({1}).amount = cny(0); }, 0}};
    for (const auto& c : cases) {
        INFO(c.when);
        auto book = h.book;
        c.spoil(book);
        CHECK(unsound(book).size() == static_cast<std::size_t>(c.found));
    }
}
