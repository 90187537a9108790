#include "alerts/telling/contact_log.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace alerts {

namespace {

using ledger::Contact;

int minute_of(ledger::Moment at)
{
    return static_cast<int>(at.minutes - ledger::moment(ledger::day_of(at), 0, 0).minutes);
}

/// From 22:00 to 8:00 runs over midnight.
bool within(int minute, int from, int to)
{
    return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

bool calls_or_comes(const Contact& c)
{
    return c.channel == ledger::Channel::phone || c.channel == ledger::Channel::visit;
}

}  // namespace

std::vector<Breach> breaches(const ledger::Book& book, const ledger::Knowledge& knowledge, ledger::BillId bill,
                             const std::string& region)
{
    std::vector<Breach> out;
    for (const auto& rule : knowledge.collection_rules) {
        if (rule.region != region) continue;
        std::map<ledger::Date, int> unanswered;
        for (const auto& [id, c] : book.contacts) {
            if (c.bill != bill || !c.they_called) continue;
            const bool marked = std::find(c.conduct.begin(), c.conduct.end(), rule.id) != c.conduct.end();
            const bool at_night =
                rule.quiet_from && calls_or_comes(c) && within(minute_of(c.at), *rule.quiet_from, rule.quiet_to);
            const bool too_often = rule.most_a_day > 0 && c.channel == ledger::Channel::phone &&
                                   c.outcome == ledger::Outcome::no_answer &&
                                   ++unanswered[ledger::day_of(c.at)] == rule.most_a_day + 1;
            if (marked || at_night || too_often)
                out.push_back({.contact = id, .at = c.at, .rule = rule.id, .from_log = !marked});
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const Breach& a, const Breach& b) { return a.at < b.at; });
    return out;
}

std::optional<GoodHour> best_hour(const ledger::Book& book, const std::vector<ledger::BillId>& same)
{
    struct Seen {
        double sum = 0;
        int calls = 0;
    };
    std::map<int, Seen> hours;
    Seen all;
    for (const auto& [id, c] : book.contacts) {
        if (!c.waited || c.they_called || c.channel != ledger::Channel::phone ||
            std::find(same.begin(), same.end(), c.bill) == same.end())
            continue;
        auto& hour = hours[minute_of(c.at) / 60];
        for (auto* seen : {&hour, &all}) {
            seen->sum += *c.waited;
            ++seen->calls;
        }
    }
    if (all.calls < 3 || hours.size() < 2) return std::nullopt;
    const double average = all.sum / all.calls;
    GoodHour best{.hour = -1, .calls = all.calls};
    double shortest = 0;
    for (const auto& [hour, seen] : hours) {
        const double drawn =
            (seen.sum + average) / (seen.calls + 1);  // as if one more call had waited as long as all do
        if (best.hour >= 0 && drawn >= shortest) continue;
        shortest = drawn;
        best.hour = hour;
        best.wait = static_cast<int>(std::lround(seen.sum / seen.calls));
    }
    return best;
}

}  // namespace alerts
