// must fail with: no match for 'operator<'|invalid operands
#include "ledger/values/money.hpp"

using namespace ledger;

bool offend()
{
    return Money{1, Currency{}} < 5;
}
