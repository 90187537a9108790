// Compiles: shows that the other files here fail for what they say and not for a missing include.
#include "ledger/values/date.hpp"
#include "ledger/values/id.hpp"
#include "ledger/values/money.hpp"

using namespace ledger;

void judge(Date due, Today today);

void control(AccountId account, Money money, Date due, Today today)
{
    account = AccountId{3};
    money = money + Money{1, money.currency};
    const bool less = money < Money{5, Currency{}};
    judge(due, today);
    judge(today.date, Today{due});
    const Rate rate = less ? Rate{1} : Rate{2};
    money = times(money, rate);
}
