// must fail with: no match for 'operator='|no viable overloaded '='|could not convert|cannot convert
#include "ledger/values/id.hpp"

using namespace ledger;

void offend(AccountId account, BillId bill)
{
    account = bill;
}
