// must fail with: could not convert|no viable conversion|cannot convert|conversion from
#include "ledger/values/date.hpp"

using namespace ledger;

void judge(Today);
void offend(Date due)
{
    judge(due);
}
