#include "ledger/balances/exchange.hpp"

#include <algorithm>

namespace ledger {

namespace {

__extension__ using Wide = __int128;

Wide power_of_ten(int n)
{
    Wide power = 1;
    for (; n > 0; --n) power *= 10;
    return power;
}

/// Half up, away from zero.
std::optional<Money> rounded(Wide above, Wide below, Currency currency)
{
    const bool negative = above < 0;
    const Wide size = negative ? -above : above;
    const Wide whole = (2 * size + below) / (2 * below);
    if (whole > Money::largest) return std::nullopt;
    return Money{static_cast<std::int64_t>(negative ? -whole : whole), currency};
}

}  // namespace

Exchange::Exchange(const Book& book)
{
    for (const auto& [id, r] : book.rates) rates_[{r.from, r.to}].emplace_back(r.date, r.rate);
    for (auto& [pair, rates] : rates_) std::sort(rates.begin(), rates.end());
}

std::optional<std::pair<Date, Rate>> Exchange::last(Pair pair, Date on) const
{
    const auto at = rates_.find(pair);
    if (at == rates_.end()) return std::nullopt;
    const auto after = std::upper_bound(at->second.begin(), at->second.end(), on,
                                        [](Date day, const auto& rate) { return day < rate.first; });
    if (after == at->second.begin()) return std::nullopt;
    return *std::prev(after);
}

std::optional<Money> Exchange::convert(Money m, Currency to, Date on) const
{
    if (m.currency == to) return m;
    const auto direct = last({m.currency, to}, on), inverse = last({to, m.currency}, on);
    if (!direct && !inverse) return std::nullopt;
    const int places = to.places() - m.currency.places();
    const Wide up = power_of_ten(std::max(places, 0)), down = power_of_ten(std::max(-places, 0));
    if (direct && (!inverse || direct->first >= inverse->first))
        return rounded(Wide{m.minor} * direct->second.nano * up, Wide{Rate::one} * down, to);
    return rounded(Wide{m.minor} * Rate::one * up, Wide{inverse->second.nano} * down, to);
}

}  // namespace ledger
