// must fail with: narrowing conversion|cannot be narrowed|conversion from
#include "ledger/values/money.hpp"

using namespace ledger;

Rate offend(double rate)
{
    return Rate{rate};
}
