// must fail with: could not convert|no viable conversion|cannot convert|conversion from
#include <cstdint>

#include "ledger/values/id.hpp"

using namespace ledger;

std::int64_t offend(AccountId account)
{
    return account;
}
