// must fail with: could not convert|no viable conversion|conversion from
#include "ledger/values/money.hpp"

using namespace ledger;

Money offend(Rate rate)
{
    return rate;
}
