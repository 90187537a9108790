// must fail with: could not convert|no viable conversion|cannot convert|conversion from
#include "ledger/values/date.hpp"
#include "ledger/values/money.hpp"

using namespace ledger;

void record(Date due);
void offend(Money money)
{
    record(money);
}
