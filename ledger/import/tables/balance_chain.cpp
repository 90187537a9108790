#include "ledger/import/tables/balance_chain.hpp"

#include <cstdlib>

namespace ledger {

Chain chain_of(const std::vector<RowMoney>& rows, int order)
{
    int forward[2][2]{}, backward[2][2]{};  // [inverted][fee taken]
    Chain chain;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto &a = rows[i - 1], &b = rows[i];
        if (!a.balance || !b.balance || !a.amount || !b.amount) continue;
        if (*a.amount == 0 && *b.amount == 0 && a.fee == 0 && b.fee == 0) continue;
        ++chain.links;
        for (int inverted = 0; inverted < 2; ++inverted)
            for (int fee = 0; fee < 2; ++fee) {
                const auto moved = [&](const RowMoney& r) {
                    return (inverted != 0 ? -*r.amount : *r.amount) - (fee != 0 ? r.fee : 0);
                };
                forward[inverted][fee] += *b.balance == *a.balance + moved(b);
                backward[inverted][fee] += *a.balance == *b.balance + moved(a);
            }
    }
    chain.proved = -1;
    for (int inverted = 0; inverted < 2; ++inverted)
        for (int fee = 0; fee < 2; ++fee)
            for (int back = 0; back < 2; ++back) {
                const int n = back != 0 ? backward[inverted][fee] : forward[inverted][fee];
                const bool fits_days = order == 0 || (order < 0) == (back != 0);
                if (n > chain.proved || (n == chain.proved && fits_days && chain.before)) {
                    chain.proved = n;
                    chain.before = !fits_days;
                    chain.newest_first = (back != 0) == fits_days;
                    chain.inverted = (inverted != 0) == fits_days;
                    chain.fee_taken = fee != 0;
                }
            }
    if (chain.proved < 0) chain.proved = 0;
    return chain;
}

/// Unsigned amounts whose direction only the balances tell: how often does the balance move by the amount, up or down?
Chain steps_of(const std::vector<RowMoney>& rows)
{
    int forward = 0, backward = 0, up = 0, down = 0;
    Chain chain;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto &a = rows[i - 1], &b = rows[i];
        if ((a.amount && *a.amount < 0) || (b.amount && *b.amount < 0)) return {};
        if (!a.balance || !b.balance || !a.amount || !b.amount || (*a.amount == 0 && *b.amount == 0)) continue;
        ++chain.links;
        const auto step = *b.balance - *a.balance;
        forward += std::abs(step) == *b.amount;
        backward += std::abs(step) == *a.amount;
        (step > 0 ? up : down) += 1;
    }
    chain.newest_first = backward > forward;
    chain.proved = std::max(forward, backward);
    return up > 0 && down > 0 ? chain : Chain{};
}

/// What the balances say of each row's direction: +1, -1, or 0 where there is nothing to compare with.
std::vector<int> directions_proved(const std::vector<RowMoney>& rows, bool newest_first)
{
    std::vector<int> out(rows.size(), 0);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto &a = rows[i - 1], &b = rows[i];
        const auto& moved = newest_first ? a : b;
        if (!a.balance || !b.balance || !moved.amount || *moved.amount == 0) continue;
        const auto step = newest_first ? *a.balance - *b.balance : *b.balance - *a.balance;
        if (std::abs(step) == std::abs(*moved.amount)) out[newest_first ? i - 1 : i] = step > 0 ? 1 : -1;
    }
    return out;
}

}  // namespace ledger
