#include "alerts/causes.hpp"

#include <algorithm>
#include <cmath>

namespace alerts {

namespace {

using ledger::Date;
using ledger::Days;

constexpr int soon_after = 10;  ///< days after the due date in which an income is worth naming
constexpr std::size_t most = 5;

class Explainer {
public:
    Explainer(const ledger::Book& book, const ledger::History& history, ledger::Today today, const Inputs& inputs, const AccountForecast& forecast, const Due& due)
        : book_{book}, history_{history}, today_{today.date}, inputs_{inputs}, forecast_{forecast}, due_{due},
          currency_{due.duty.amount.currency}
    {
    }

    std::vector<Cause> explain(std::int64_t median_before)
    {
        known();
        streams();
        const std::int64_t everyday = median_before - forecast_.balance_today - told_;
        if (everyday < 0 && forecast_.enough_history()) say(CauseKind::usual_spending, {}, everyday, due_.pay_on);
        std::stable_sort(out_.begin(), out_.end(), [](const Cause& a, const Cause& b) { return abs(a.amount) > abs(b.amount); });
        out_.insert(out_.begin(), {.kind = CauseKind::balance_today, .name = {}, .amount = {forecast_.balance_today, currency_}, .date = today_});
        if (out_.size() > most) out_.resize(most);
        return std::move(out_);
    }

private:
    void say(CauseKind kind, std::string name, std::int64_t minor, Date date)
    {
        out_.push_back({.kind = kind, .name = std::move(name), .amount = {minor, currency_}, .date = date});
    }

    void known()
    {
        for (const auto& flow : inputs_.named) {
            if (flow.account != due_.duty.pay_from || flow.flow == due_.flow) continue;
            if (flow.minor > 0 && flow.date >= due_.pay_on && flow.date <= due_.pay_on + Days{soon_after}) say(CauseKind::income_after, flow.name, flow.minor, flow.date);
            if (flow.date >= due_.pay_on) continue;
            told_ += flow.minor;
            say(flow.minor < 0 ? CauseKind::bill_before : flow.late ? CauseKind::income_late : CauseKind::income_expected, flow.name, flow.minor, flow.date);
        }
    }

    void streams()
    {
        for (const auto& late : late_incomes(forecast_.learned->streams, today_))
            say(CauseKind::income_late, name_of_key(history_, book_, late.key), late.minor, late.expected);
        for (const auto& stream : forecast_.learned->streams) {
            if (stream.ended) continue;
            const auto name = name_of_key(history_, book_, stream.key);
            std::int64_t sum = 0;
            Date first{};
            int ahead = stream.misses + 1;
            for (; stream.expected(ahead) < due_.pay_on; ++ahead) {
                if (stream.expected(ahead) <= today_) continue;
                if (sum == 0) first = stream.expected(ahead);
                sum += static_cast<std::int64_t>(std::llround(static_cast<double>(stream.usual()) * stream.p_next * stream.alive));
            }
            told_ += sum;
            if (sum != 0) say(stream.income() ? CauseKind::income_expected : CauseKind::regular_payment, name, sum, first);
            else if (stream.income() && stream.expected(ahead) <= due_.pay_on + Days{soon_after})
                say(CauseKind::income_after, name, stream.usual(), stream.expected(ahead));
        }
    }

    const ledger::Book& book_;
    const ledger::History& history_;
    Date today_;
    const Inputs& inputs_;
    const AccountForecast& forecast_;
    const Due& due_;
    ledger::Currency currency_;
    std::int64_t told_ = 0;  ///< what is named so far and moves the account before the due date
    std::vector<Cause> out_;
};

}  // namespace

std::vector<Cause> causes(const ledger::Book& book, const ledger::History& history, ledger::Today today, const Inputs& inputs,
                          const AccountForecast& forecast, const Due& due, std::int64_t median_before)
{
    return Explainer{book, history, today, inputs, forecast, due}.explain(median_before);
}

}  // namespace alerts
