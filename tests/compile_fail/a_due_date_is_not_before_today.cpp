// must fail with: no match for 'operator<'|invalid operands
#include "ledger/values/date.hpp"

using namespace ledger;

bool offend(Date due, Today today)
{
    return due < today;
}
