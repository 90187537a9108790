// must fail with: narrowing conversion|cannot be narrowed
#include "ledger/values/money.hpp"

using namespace ledger;

Money offend(double amount)
{
    return Money{amount, Currency{}};
}
