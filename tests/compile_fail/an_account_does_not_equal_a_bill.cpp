// must fail with: no match for 'operator=='|invalid operands
#include "ledger/values/id.hpp"

using namespace ledger;

bool offend(AccountId account, BillId bill)
{
    return account == bill;
}
