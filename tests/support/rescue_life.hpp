#pragma once
#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "alerts/rescue/planner.hpp"
#include "ledger/balances/history.hpp"

/// Invented households, to try ways out on. They live by rules of their own, drawn day by day, and know nothing of how
/// the forecast works: the past that the planner sees and the year in which its plan is tried come from the same life,
/// with other luck.
namespace rescue_life {

using namespace ledger;

inline Money yuan(double amount)
{
    return {std::llround(amount * 100), Currency{}};
}

enum class Why { salary, bill, essential, fun, shock, sweep };

struct Moved {
    Why why{};
    std::int64_t minor = 0;  ///< on the checking account
    std::string payee{};
    std::size_t bill = 0;  ///< which of the regular bills
};

struct RegularBill {
    std::string payee{};
    unsigned day = 1;
    int every = 1;  ///< months
    double amount = 0;
    double stray = 0;  ///< share by which it differs from time to time
    bool essential = false;
    bool entered = false;  ///< typed in by the user, or only to be learnt
};

/// How one household lives.
class Life {
public:
    explicit Life(std::uint64_t seed) : random_{seed}
    {
        salary = std::round(between(4500, 20000) / 100) * 100;
        payday = static_cast<unsigned>(between(1, 28));
        salary_stray = chance(0.3) ? between(0.02, 0.12) : 0;
        bills.push_back({"Landlord", static_cast<unsigned>(between(1, 28)), 1, std::round(salary * between(0.18, 0.36)),
                         0, true, chance(0.7)});
        bills.push_back({"Power and water", static_cast<unsigned>(between(1, 28)), chance(0.5) ? 1 : 2,
                         salary * between(0.015, 0.04), 0.15, true, chance(0.4)});
        bills.push_back({"Mobile", static_cast<unsigned>(between(1, 28)), 1, between(38, 168), 0, false, chance(0.3)});
        if (chance(0.4))
            bills.push_back({"Insurance", static_cast<unsigned>(between(1, 28)), 12, salary * between(0.1, 0.3), 0,
                             false, chance(0.7)});
        if (chance(0.5))
            bills.push_back({"Video", static_cast<unsigned>(between(1, 28)), 1, between(15, 68), 0, false, false});
        essential_a_day = salary * between(0.22, 0.42) / 30.4;
        fun_a_day = salary * between(0.06, 0.20) / 30.4;
        shock_a_month = between(0, 0.10);
        keeps = salary * between(0.1, 0.6);
        sweeps = chance(0.6);
    }

    /// What happens on this day. `balance` is what is there in the morning.
    std::vector<Moved> day(Date today, std::int64_t balance, double fun_share = 1)
    {
        std::vector<Moved> out;
        if (is_payday(today)) late = chance(0.1) ? 1 + static_cast<int>(random_() % 3) : 0, due = !chance(lost_pay);
        else if (due) --late;
        if (due && late == 0)
            due = false,
            out.push_back({Why::salary, cents(salary * (1 + salary_stray * normal())),
                           "Employer"});  // now and then some days late, and once in forty years not at all
        for (std::size_t i = 0; i < bills.size(); ++i)
            if (falls_on(bills[i], today))
                out.push_back(
                    {Why::bill, -cents(bills[i].amount * (1 + bills[i].stray * normal())), bills[i].payee, i});
        const bool weekend = weekday_of(today) > 5;
        if (chance(weekend ? 0.9 : 0.65))
            out.push_back({Why::essential, -cents(essential_a_day / 0.72 * std::exp(0.5 * normal() - 0.125)),
                           pick({"Market", "Grocer", "Pharmacy", "Metro"})});
        if (chance(weekend ? 0.5 : 0.2))
            out.push_back({Why::fun, -cents(fun_share * fun_a_day / 0.286 * std::exp(0.7 * normal() - 0.245)),
                           pick({"Restaurant", "Cinema", "Shop"})});
        if (chance(shock_a_month / 30.4)) out.push_back({Why::shock, -cents(salary * between(0.03, 0.25)), "Repair"});
        if (sweeps && is_payday(today + Days{2}) && balance > cents(keeps))
            out.push_back({Why::sweep, -(balance - cents(keeps)), "To savings"});
        return out;
    }

    bool falls_on(const RegularBill& bill, Date day) const
    {
        if (day_of_month(day) != bill.day) return false;
        return static_cast<int>(month_of(day)) % bill.every == 0;
    }

    Date next(const RegularBill& bill, Date after) const
    {
        for (Date d = after + Days{1};; d += Days{1})
            if (falls_on(bill, d)) return d;
    }

    bool is_payday(Date day) const
    {
        // The pay of a day on a weekend comes on the Friday before.
        if (weekday_of(day) > 5) return false;
        const int ahead = weekday_of(day) == 5 ? 2 : 0;
        for (int k = 0; k <= ahead; ++k)
            if (day_of_month(day + Days{k}) == payday) return true;
        return false;
    }

    double between(double low, double high) { return std::uniform_real_distribution<>{low, high}(random_); }
    bool chance(double p) { return std::bernoulli_distribution{p}(random_); }
    double normal() { return std::normal_distribution<>{}(random_); }
    void other_luck(std::uint64_t seed) { random_.seed(seed); }

    double salary = 0, salary_stray = 0, essential_a_day = 0, fun_a_day = 0, shock_a_month = 0, keeps = 0;
    static constexpr double lost_pay = 0.002;
    unsigned payday = 1;
    int late = 0;
    bool due = false;  ///< this month's pay has not come yet
    bool sweeps = false;
    std::vector<RegularBill> bills{};

private:
    static std::int64_t cents(double amount) { return std::llround(amount * 100); }
    std::string pick(std::initializer_list<const char*> names)
    {
        return *(names.begin() + static_cast<std::ptrdiff_t>(random_() % names.size()));
    }
    std::mt19937_64 random_;
};

/// A ledger made from a life: its past, its bills, and debts that money may not cover.
struct Household {
    Life life;
    Book book{};
    History history{};
    Today today{make_date(2026, 11, 22)};
    AccountId checking{1}, savings{2};
    CategoryId food{1}, fun{2};
    std::vector<BillId> debts{};

    explicit Household(std::uint64_t seed, int most_debts = 1) : life{seed}
    {
        today.date = make_date(2026, 1, 15) + Days{static_cast<int>(life.between(0, 300))};
        history.from = history_start(today);
        book.accounts[checking] = {.id = checking, .name = "Checking", .opening_date = today.date - Days{900}};
        book.accounts[savings] = {
            .id = savings, .name = "Savings", .type = AccountType::savings, .opening_date = today.date - Days{900}};
        book.categories[food] = {.id = food, .name = "Food", .essential = true};
        book.categories[fun] = {.id = fun, .name = "Fun"};
        live_the_past(static_cast<int>(life.between(120, 800)));
        enter_bills();
        const int count = most_debts == 1 ? 1 : 2 + static_cast<int>(life.between(0, most_debts - 1));
        for (int i = 0; i < count; ++i) enter_debt(i, count);
    }

private:
    void row(AccountId account, Date day, std::int64_t minor, const std::string& payee, CategoryId category,
             TransferId transfer = {})
    {
        book.last_entry.value++;
        const auto name = history.intern(payee);
        history.accounts[account].rows.push_back({.id = book.last_entry,
                                                  .date = day,
                                                  .minor = minor,
                                                  .payee = name,
                                                  .category = category,
                                                  .transfer = transfer});
    }

    void live_the_past(int days)
    {
        std::int64_t balance = std::llround(life.salary * 100), saved = 0, lowest = balance;
        const Date first = today.date - Days{days};
        if (lowest > 0) lowest = INT64_MAX;
        for (const auto account : {checking, savings}) history.accounts[account].first = first;
        for (Date d = first; d <= today.date; d += Days{1}) {
            if (d > today.date - Days{60}) lowest = std::min(lowest, balance);
            for (const auto& m : life.day(d, balance)) {
                balance += m.minor;
                if (m.why == Why::sweep) {
                    const TransferId pair{++book.last_transfer.value};
                    row(checking, d, m.minor, m.payee, {}, pair);
                    row(savings, d, -m.minor, m.payee, {}, pair);
                    saved -= m.minor;
                    continue;
                }
                row(checking, d, m.minor, m.payee,
                    m.why == Why::essential                    ? food
                    : m.why == Why::fun || m.why == Why::shock ? fun
                                                               : CategoryId{});
            }
        }
        // Everyday life just works, with a cushion; what is new is the debt.
        const auto shift = std::llround(life.salary * 100 * (1 + life.between(0.02, 0.4))) - std::min(lowest, balance);
        book.accounts[checking].opening = {shift, Currency{}};
        history.accounts[checking].before = shift;
        const auto put_by = life.chance(0.4) ? std::llround(life.salary * 100 * life.between(0.05, 1.5)) : 0;
        book.accounts[savings].opening = {put_by - saved, Currency{}};
        history.accounts[savings].before = put_by - saved;
    }

    void enter_bills()
    {
        for (const auto& b : life.bills) {
            if (!b.entered) continue;
            Bill bill{.id = next_id<Bill>(book),
                      .payee = b.payee,
                      .amount = yuan(b.amount),
                      .estimate = b.stray > 0,
                      .first_due = life.next(b, today.date),
                      .repeat = {.period = Period::month, .every = b.every},
                      .pay_from = checking,
                      .essential = b.essential};
            book.bills[bill.id] = bill;
        }
    }

    void enter_debt(int i, int count)
    {
        const double size = life.chance(0.7) ? life.between(0.1, 0.8) : life.between(0.8, 5);
        const Money owed = yuan(std::round(life.salary * size / count));
        Bill bill{.id = next_id<Bill>(book),
                  .payee = "Card " + std::to_string(i + 1),
                  .amount = owed,
                  .first_due = today.date + Days{static_cast<int>(life.between(3, 26))},
                  .pay_from = checking,
                  .issuer = i == 0   ? "icbc"
                            : i == 1 ? "cmb"
                                     : "boc"};
        if (life.chance(0.8)) bill.minimum = Money{owed.minor / 10, owed.currency};
        book.bills[bill.id] = bill;
        debts.push_back(bill.id);
    }
};

/// What a plan asks of the household: payments and movements by day, and how much of its fun is left.
struct Vow {
    std::multimap<Date, std::int64_t> payments{};  ///< towards the debts, positive
    std::multimap<Date, std::int64_t> comes_in{};  ///< from savings
    double fun_share = 1;
    Date last{};
};

/// What this option asks of the household.
inline Vow vow_of(Today today, const Duty& duty, const alerts::Option& option)
{
    Vow out;
    const Date soonest = today.date + Days{1};
    const bool pays_itself =
        option.kind == PlanKind::transfer || option.kind == PlanKind::trim || option.kind == PlanKind::defer_spending;
    if (pays_itself) out.payments.emplace(std::max(duty.due, soonest), duty.still_owed.minor);
    else
        for (const auto& part : option.schedule) out.payments.emplace(std::max(part.due, soonest), part.amount.minor);
    for (const auto& m : option.moving) out.comes_in.emplace(std::max(m.on, soonest), m.amount.minor);
    if (!option.waits.empty()) out.fun_share = 0.5;
    for (const auto& [day, amount] : out.payments) out.last = std::max(out.last, day);
    return out;
}

struct Replay {
    bool kept = true;             ///< every payment of the plan worked
    bool bills_kept = true;       ///< every regular bill too, up to a month after the plan's last payment
    bool year_kept = true;        ///< every payment of the whole year, the plan's and the regular ones
    bool overdrawn_soon = false;  ///< an evening below zero in the first 14 days
};

/// Lives the plan for a year with other luck. A payment that finds too little fails and moves nothing.
inline Replay live(const Household& home, const Vow& vow, std::uint64_t luck)
{
    Replay out;
    Life life = home.life;
    life.other_luck(luck);
    std::int64_t balance = balance_on(home.book, home.history, home.checking, home.today.date).minor;
    const auto pay = [&](std::int64_t minor) {
        if (balance < minor) return false;
        balance -= minor;
        return true;
    };
    for (int n = 1; n <= 365; ++n) {
        const Date d = home.today.date + Days{n};
        for (auto [at, end] = vow.comes_in.equal_range(d); at != end; ++at) balance += at->second;
        std::int64_t soon = 0;  // nobody puts by what the plan needs within the month
        for (auto at = vow.payments.lower_bound(d); at != vow.payments.end() && at->first <= d + Days{31}; ++at)
            soon += at->second;
        const auto moved = life.day(d, balance - soon, vow.fun_share);
        // Outflows first: pay that comes on the same day may come too late. The plan's payments come before what merely
        // pleases.
        for (const auto& m : moved)
            if (m.why == Why::essential) balance += m.minor;
        std::vector<std::int64_t> again;  // a regular bill that finds too little is tried once more in the evening
        for (const auto& m : moved)
            if (m.why == Why::bill && !pay(-m.minor)) again.push_back(-m.minor);
        for (auto [at, end] = vow.payments.equal_range(d); at != end; ++at)
            if (!pay(at->second)) out.kept = out.year_kept = false;
        for (const auto& m : moved)
            if (m.why == Why::fun || m.why == Why::shock || m.why == Why::salary || m.why == Why::sweep)
                balance += m.minor;
        for (const auto minor : again)
            if (!pay(minor)) out.year_kept = false, out.bills_kept = out.bills_kept && d > vow.last + Days{31};
        if (n <= 14 && balance < 0) out.overdrawn_soon = true;
    }
    return out;
}

}  // namespace rescue_life
