#pragma once
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "ledger/facts/book.hpp"

namespace ledger {

/// The Book's rates, made ready to be asked often.
class Exchange {
public:
    explicit Exchange(const Book& book);

    /// `m` in `to`, by the last rate of the two currencies on or before that day, whichever way round it was given;
    /// rounded half up to the minor unit. Nothing where no rate is that old, or where the result would pass what Money
    /// may hold. Never by way of a third currency: what was not said is not guessed.
    std::optional<Money> convert(Money m, Currency to, Date on) const;

private:
    using Pair = std::pair<Currency, Currency>;
    std::optional<std::pair<Date, Rate>> last(Pair pair, Date on) const;
    std::map<Pair, std::vector<std::pair<Date, Rate>>> rates_;  ///< by date
};

}  // namespace ledger
