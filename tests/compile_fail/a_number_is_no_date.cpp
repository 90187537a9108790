// must fail with: could not convert|no viable conversion|conversion from
#include "ledger/values/date.hpp"

using namespace ledger;

Date offend()
{
    return 20261122;
}
