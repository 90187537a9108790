#pragma once
#include <string>

#include "alerts/rescue/planner.hpp"
#include "ledger/balances/history.hpp"

/// A small household made by hand, for tests of ways out.
namespace planner_test {

using namespace ledger;

inline Money yuan(double amount)
{
    return {static_cast<std::int64_t>(amount * 100 + (amount < 0 ? -0.5 : 0.5)), Currency{}};
}
inline Date day(const char* text)
{
    return *parse_date(text);
}

struct Household {
    Book book{};
    History history{};
    Today today{day("2026-11-22")};

    Household() { history.from = history_start(today); }

    template <class Fact>
    auto add(Fact fact)
    {
        fact.id = next_id<Fact>(book);
        record({.deed = Deed::set_up, .about = {}, .steps = {Put<Fact>{fact}}});
        return fact.id;
    }
    void record(const Change& change)
    {
        amend(history, book, change, [](EntryId) { return std::nullopt; });
        book = apply(std::move(book), change);
    }
    AccountId account(std::string name, AccountType type, Money opening, std::optional<CardTerms> card = {},
                      AccountId pay_from = {})
    {
        return add(Account{.name = std::move(name),
                           .type = type,
                           .opening = opening,
                           .opening_date = today.date - Days{400},
                           .card = card,
                           .pay_from = pay_from});
    }
    CategoryId category(std::string name, bool essential)
    {
        return add(Category{.name = std::move(name), .essential = essential});
    }
    void entry(AccountId account, Date on, Money amount, std::string payee, CategoryId category = {})
    {
        const Entry e{.id = {book.last_entry.value + 1},
                      .account = account,
                      .date = on,
                      .amount = amount,
                      .payee = std::move(payee),
                      .category = category};
        record({.deed = Deed::add_entry, .about = {}, .steps = {Put<Entry>{e}}});
    }
    /// The same on this day of each of the last `months` months, up to yesterday.
    void every_month(AccountId account, unsigned on, Money amount, const std::string& payee, CategoryId category = {},
                     int months = 12)
    {
        for (int m = months; m >= 0; --m)
            if (const Date d = add_months(today.date, -m, on); d < today.date)
                entry(account, d, amount, payee, category);
    }
    /// Something on every third day of the last year, a little more or less.
    void everyday(AccountId account, Money about, const std::string& payee, CategoryId category)
    {
        int i = 0;
        for (Date d = today.date - Days{365}; d < today.date; d += Days{3}, ++i)
            entry(account, d, {about.minor * (90 + i * 7 % 21) / 100, about.currency}, payee, category);
    }
    void set_balance(AccountId account, Money now)
    {
        book.accounts[account].opening += now - balance_on(book, history, account, today.date);
        sync(account, now);
    }
    Duty duty(BillId id) const { return *current_duty(book, history, id, today); }

private:
    void sync(AccountId account, Money now)
    {
        history.accounts[account].before += now.minor - balance_on(book, history, account, today.date).minor;
    }
};

/// One salary of 9,500 on the 10th, rent of 3,000 on the 1st, food, and eating out that could wait; today is the 22nd.
struct Salaried : Household {
    AccountId checking, savings;
    CategoryId food, fun;
    Salaried(Money now, Money saved)
    {
        checking = account("Checking", AccountType::checking, yuan(0));
        savings = account("Savings", AccountType::savings, saved);
        food = category("Food", true);
        fun = category("Eating out", false);
        every_month(checking, 10, yuan(9500), "Employer");
        every_month(checking, 1, yuan(-3000), "Landlord", food);
        every_month(checking, 12, yuan(-3100), "Parents", food);
        everyday(checking, yuan(-180), "Market", food);
        everyday(checking, yuan(-150), "Restaurant", fun);
        set_balance(checking, now);
    }
    BillId debt(Money amount, const char* due, std::optional<Money> minimum = {})
    {
        return add(Bill{.payee = "ICBC card",
                        .amount = amount,
                        .first_due = day(due),
                        .pay_from = checking,
                        .minimum = minimum,
                        .issuer = "icbc"});
    }
};

}  // namespace planner_test
