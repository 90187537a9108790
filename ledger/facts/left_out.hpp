#pragma once
#include <cstdint>
#include <string>

#include "ledger/values/problem.hpp"

namespace ledger {

/// Something that the file holds and the Book does not, because it cannot be reckoned with: a value out of its range, a
/// word of a newer program. It stays in the file as it is, until somebody mends it.
struct LeftOut {
    std::string table{};   ///< as the file calls it: "bills"
    std::int64_t row = 0;  ///< its number there; what is a part of a fact has the number of the whole
    Problem why{};         ///< field: the column, or what is asked for there; text: the value
    bool part = false;     ///< the fact itself is there without it: an account without its card terms
    friend bool operator==(const LeftOut&, const LeftOut&) = default;
};

}  // namespace ledger
