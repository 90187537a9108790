#include "ledger/import/drafts/sums.hpp"

#include <algorithm>

namespace ledger {

namespace {

/// Adds the row's size where the sum still fits with it.
bool fits(std::int64_t& sum, Money amount)
{
    const auto least = -Money::largest_sum, room = Money::largest_sum - sum;
    if (amount.minor < least || abs(amount).minor > room) return false;
    sum += abs(amount).minor;
    return true;
}

}  // namespace

void refuse_beyond_sums(StatementRows& rows, Problems& rejected)
{
    std::int64_t sum = 0;
    std::size_t first = 0;
    while (first < rows.size() && fits(sum, rows.amount(first))) ++first;
    if (first == rows.size()) return;
    StatementRows kept;
    sum = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto amount = rows.amount(i);
        if (fits(sum, amount)) {
            kept.push_back(rows[i]);
            continue;
        }
        rejected.push_back({.trouble = Trouble::sum_too_large,
                            .field = "amount",
                            .text = decimal(amount),
                            .detail = decimal(Money{Money::largest_sum, amount.currency}),
                            .line = rows.line(i)});
    }
    rows = std::move(kept);
    std::stable_sort(rejected.begin(), rejected.end(),
                     [](const Problem& a, const Problem& b) { return a.line < b.line; });
}

}  // namespace ledger
