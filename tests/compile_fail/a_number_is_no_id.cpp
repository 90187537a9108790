// must fail with: could not convert|no viable conversion|conversion from
#include "ledger/values/id.hpp"

using namespace ledger;

AccountId offend()
{
    return 3;
}
