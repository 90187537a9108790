#include "alerts/judging/causes.hpp"

#include <algorithm>
#include <cmath>

namespace alerts {

namespace {

using ledger::Date;
using ledger::Days;
using ledger::Money;

constexpr int soon_after = 10;  ///< days after the due date in which an income is worth naming
constexpr std::size_t most_causes = 5;
constexpr double reassuring = 0.1;  ///< what comes anyhow matters that share of what it brings

/// A cause with how much it matters.
struct Weighed {
    Cause cause{};
    double matters = 0;
};

/// What takes money matters by how much it takes where the money is short; what brings some by how much of it is
/// missing there.
double matters(const Difference& d)
{
    if (d.usual < 0) return static_cast<double>(std::abs(std::min(d.when_short, d.usual)));
    return std::max(static_cast<double>(d.weight()), reassuring * static_cast<double>(d.usual));
}

/// The causes of one duty.
class Reasons {
public:
    Reasons(const ledger::Book& book, const ledger::History& history, const Inputs& inputs,
            const AccountForecast& forecast, const Due& due)
        : book_{book},
          history_{history},
          inputs_{inputs},
          forecast_{forecast},
          due_{due},
          currency_{due.duty.amount.currency}
    {
    }

    void of(const Difference& d)
    {
        switch (d.source) {
            case Source::stream: return of_stream(d, forecast_.learned->streams[d.id]);
            case Source::known: return of_known(d);
            case Source::everyday: break;
        }
        say(CauseKind::usual_spending, {}, d.usual, due_.pay_on, matters(d), d.when_short);
    }

    /// Without chances, what is scheduled says it.
    void scheduled()
    {
        for (const auto& named : inputs_.named)
            if (named.account == due_.duty.pay_from && !due_.is_paid_by(named.flow) && named.date < due_.pay_on)
                of_named(named, std::abs(static_cast<double>(named.minor)));
    }

    /// Incomes that come when it is too late.
    void afterwards()
    {
        for (const auto& named : inputs_.named)
            if (named.account == due_.duty.pay_from && named.minor > 0 && named.date >= due_.pay_on &&
                named.date <= due_.pay_on + Days{soon_after})
                after(named.name, named.minor, named.date);
        for (const Stream& stream : forecast_.learned->streams) {
            if (stream.ended || !stream.income()) continue;
            int ahead = stream.misses + 1;
            while (stream.expected(ahead) < due_.pay_on) ++ahead;
            if (stream.expected(ahead) <= due_.pay_on + Days{soon_after})
                after(name_of_key(history_, book_, stream.key), stream.usual(), stream.expected(ahead));
        }
    }

    std::vector<Cause> take()
    {
        std::stable_sort(found_.begin(), found_.end(),
                         [](const Weighed& a, const Weighed& b) { return a.matters > b.matters; });
        std::vector<Cause> out{{.kind = CauseKind::balance_today,
                                .amount = {forecast_.balance_today, currency_},
                                .date = forecast_.today}};
        const std::size_t room = most_causes - (after_ ? 1 : 0);
        for (auto& w : found_)
            if (out.size() < room) out.push_back(std::move(w.cause));
        if (after_) out.push_back(std::move(*after_));
        return out;
    }

private:
    void of_stream(const Difference& d, const Stream& stream)
    {
        std::int64_t sum = 0;
        int times = 0;
        std::optional<Date> first;
        for (int ahead = stream.misses + 1; stream.expected(ahead) < due_.pay_on; ++ahead) {
            sum += stream.usual();
            ++times;
            if (!first) first = stream.expected(ahead);
        }
        if (!first) {  // only a jitter brings it before the due date
            sum = d.usual;
            first = due_.pay_on;
        }
        const auto name = name_of_key(history_, book_, stream.key);
        if (is_late_income(stream, forecast_.today))
            return say(CauseKind::income_late, name, stream.usual(), stream.expected(1), matters(d));
        say(stream.income() ? CauseKind::income_expected : CauseKind::regular_payment, name, sum,
            std::max(*first, forecast_.today), matters(d), sum, std::max(times, 1));
    }

    void of_known(const Difference& d)
    {
        for (const auto& named : inputs_.named)
            if (named.flow == d.id && named.account == due_.duty.pay_from) return of_named(named, matters(d));
    }

    void of_named(const Named& named, double weight)
    {
        const auto income = named.late ? CauseKind::income_late : CauseKind::income_expected;
        const auto kind = named.minor < 0 ? CauseKind::bill_before : income;
        say(kind, named.name, named.minor, named.expected(), weight);
    }

    void after(const std::string& name, std::int64_t minor, Date date)
    {
        if (!after_ || after_->amount.minor < minor)
            after_ = Cause{.kind = CauseKind::income_after, .name = name, .amount = {minor, currency_}, .date = date};
    }

    void say(CauseKind kind, std::string name, std::int64_t minor, Date date, double weight,
             std::optional<std::int64_t> when_short = {}, int times = 1)
    {
        Cause cause{.kind = kind, .name = std::move(name), .amount = {minor, currency_}, .date = date};
        cause.when_short = {when_short.value_or(minor), currency_};
        cause.times = times;
        if (minor != 0) found_.push_back({std::move(cause), weight});
    }

    const ledger::Book& book_;
    const ledger::History& history_;
    const Inputs& inputs_;
    const AccountForecast& forecast_;
    const Due& due_;
    ledger::Currency currency_;
    std::vector<Weighed> found_{};
    std::optional<Cause> after_{};
};

}  // namespace

std::vector<Cause> Explainer::explain(const Due& due, const Spread& there, std::span<const std::uint32_t> unpaid) const
{
    Reasons reasons{book_, history_, inputs_, forecast_, due};
    if (forecast_.enough_history())
        for (const auto& d : sources_.differences(there, due.pay_on, due.duty.still_owed.minor, unpaid)) reasons.of(d);
    else reasons.scheduled();
    reasons.afterwards();
    return reasons.take();
}

}  // namespace alerts
