#include "ui/wording/costs.hpp"

namespace wording {

using ledger::CostKind;

std::string cost_step(const Words& words, const ledger::CostStep& s)
{
    const auto amount = words.money(s.amount), result = words.money(s.result), rate = ledger::decimal(s.rate);
    const auto floor = s.floor ? words.money(*s.floor) : std::string{},
               cap = s.cap ? words.money(*s.cap) : std::string{};
    const auto with = [&](const char* sentence) {
        return words.fill(sentence, fmt::arg("amount", amount), fmt::arg("rate", rate), fmt::arg("result", result),
                          fmt::arg("floor", floor), fmt::arg("cap", cap), fmt::arg("n", s.miss));
    };
    switch (s.kind) {
        case CostKind::interest:
            return words.plural("Interest on {amount} for {n} day at {rate} a day: {result}",
                                "Interest on {amount} for {n} days at {rate} a day: {result}", s.days,
                                fmt::arg("amount", amount), fmt::arg("rate", rate), fmt::arg("result", result));
        case CostKind::cash_fee:
            return s.floor ? with(N_("Fee for {amount} in cash at {rate}, at least {floor}: {result}"))
                           : with(N_("Fee for {amount} in cash at {rate}: {result}"));
        case CostKind::late_fee: break;
    }
    if (s.miss) return with(N_("Late fee, fixed, for miss number {n} in a row: {result}"));
    if (s.floor) return with(N_("Late fee on {amount} of the minimum at {rate}, at least {floor}: {result}"));
    if (s.cap) return with(N_("Late fee on {amount} of the minimum at {rate}, at most {cap}: {result}"));
    return with(N_("Late fee on {amount} of the minimum at {rate}: {result}"));
}

}  // namespace wording
