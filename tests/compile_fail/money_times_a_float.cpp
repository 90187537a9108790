// must fail with: no match for 'operator\*'|invalid operands
#include "ledger/values/money.hpp"

using namespace ledger;

Money offend(Money money)
{
    return money * 1.05;
}
