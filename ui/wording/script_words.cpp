#include "ui/wording/script_words.hpp"

#include <charconv>

#include "alerts/choice_words.hpp"
#include "alerts/findings.hpp"
#include "alerts/rescue/proposal.hpp"
#include "ledger/facts/choice_words.hpp"
#include "ledger/facts/knowledge.hpp"

namespace wording {

using namespace ledger;

template <class E>
std::span<const Key<E>> keys()
{
    return ChoiceWords<E>::list;
}

// The words of the file are those of scripts; of what is told of, those by which it is remembered.
template std::span<const Key<AccountType>> keys<AccountType>();
template std::span<const Key<InterestMethod>> keys<InterestMethod>();
template std::span<const Key<InterestStart>> keys<InterestStart>();
template std::span<const Key<Rounding>> keys<Rounding>();
template std::span<const Key<Shift>> keys<Shift>();
template std::span<const Key<CategoryKind>> keys<CategoryKind>();
template std::span<const Key<PlanKind>> keys<PlanKind>();
template std::span<const Key<PlanStatus>> keys<PlanStatus>();
template std::span<const Key<Channel>> keys<Channel>();
template std::span<const Key<Outcome>> keys<Outcome>();
template std::span<const Key<PromiseKind>> keys<PromiseKind>();
template std::span<const Key<PaperState>> keys<PaperState>();
template std::span<const Key<Deed>> keys<Deed>();
template std::span<const Key<alerts::Level>> keys<alerts::Level>();
template std::span<const Key<alerts::FollowUpKind>> keys<alerts::FollowUpKind>();

// These only scripts read.
template <>
std::span<const Key<Confidence>> keys()
{
    static constexpr Key<Confidence> all[] = {{Confidence::high, "high"},
                                              {Confidence::medium, "medium"},
                                              {Confidence::low, "low"},
                                              {Confidence::unconfirmed, "unconfirmed"}};
    return all;
}

template <>
std::span<const Key<EntryStatus>> keys()
{
    static constexpr Key<EntryStatus> all[] = {
        {EntryStatus::pending, "pending"}, {EntryStatus::cleared, "cleared"}, {EntryStatus::reconciled, "reconciled"}};
    return all;
}

/// Scripts say "bill" for what the file calls "entered".
template <>
std::span<const Key<BillSource>> keys()
{
    static constexpr Key<BillSource> all[] = {
        {BillSource::entered, "bill"}, {BillSource::card, "card"}, {BillSource::plan, "plan"}};
    return all;
}

template <>
std::span<const Key<DutyStatus>> keys()
{
    static constexpr Key<DutyStatus> all[] = {{DutyStatus::upcoming, "upcoming"},
                                              {DutyStatus::due, "due"},
                                              {DutyStatus::partly_paid, "partly_paid"},
                                              {DutyStatus::paid, "paid"},
                                              {DutyStatus::minimum_paid, "minimum_paid"},
                                              {DutyStatus::overdue, "overdue"},
                                              {DutyStatus::in_plan, "in_plan"}};
    return all;
}

template <>
std::span<const Key<alerts::CauseKind>> keys()
{
    using alerts::CauseKind;
    static constexpr Key<CauseKind> all[] = {{CauseKind::balance_today, "balance_today"},
                                             {CauseKind::income_expected, "income_expected"},
                                             {CauseKind::income_late, "income_late"},
                                             {CauseKind::income_after, "income_after"},
                                             {CauseKind::bill_before, "bill"},
                                             {CauseKind::regular_payment, "regular_payment"},
                                             {CauseKind::usual_spending, "usual_spending"}};
    return all;
}

template <>
std::span<const Key<alerts::Verdict>> keys()
{
    using alerts::Verdict;
    static constexpr Key<Verdict> all[] = {{Verdict::above_affordable, "above_affordable"},
                                           {Verdict::theirs_may_not_hold, "theirs_may_not_hold"},
                                           {Verdict::neither_holds, "neither_holds"},
                                           {Verdict::ours_costs_less, "ours_costs_less"},
                                           {Verdict::theirs_costs_less, "theirs_costs_less"},
                                           {Verdict::alike, "alike"},
                                           {Verdict::only_theirs, "only_theirs"}};
    return all;
}

namespace {

constexpr const char* repeat_choices =
    "none|daily|every-N-days|weekly|every-2-weeks|monthly|every-N-months|yearly|monthly-last-friday|monthly-2nd-"
    "tuesday|"
    "monthly-last-day|monthly-last-business-day";

struct Unit {
    Period period;
    const char* each;
    const char* plural;
};
constexpr Unit units[] = {{Period::day, "daily", "days"},
                          {Period::week, "weekly", "weeks"},
                          {Period::month, "monthly", "months"},
                          {Period::year, "yearly", "years"}};

constexpr std::pair<const char*, int> places[] = {{"last", -1}, {"1st", 1}, {"2nd", 2}, {"3rd", 3}, {"4th", 4}};
constexpr const char* weekday_keys[] = {"weekday",  "monday", "tuesday",  "wednesday",
                                        "thursday", "friday", "saturday", "sunday"};

constexpr std::string_view last_day = "-last-day", last_business_day = "-last-business-day";

/// What stands behind the period: "-last-friday".
struct ByWeekday {
    int place = 0;
    unsigned weekday = 0;  ///< 0 = that of the first date
};

/// Takes it off the end of `text`; nothing, and `text` as it was, where there is none.
std::optional<ByWeekday> take_weekday(std::string_view& text)
{
    for (const auto& [word, place] : places)
        for (unsigned day = 0; day < std::size(weekday_keys); ++day)
            if (const auto end = "-" + std::string{word} + "-" + weekday_keys[day]; text.ends_with(end)) {
                text.remove_suffix(end.size());
                return ByWeekday{place, day};
            }
    return std::nullopt;
}

std::optional<Recurrence> parse_period(std::string_view text)
{
    if (text == "none") return Recurrence{};
    for (const auto& unit : units)
        if (text == unit.each) return Recurrence{.period = unit.period};
    constexpr std::string_view every = "every-";
    if (!text.starts_with(every)) return std::nullopt;
    const auto rest = text.substr(every.size());
    int n = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), n);
    if (error != std::errc{} || n < 1 || end == rest.data() + rest.size() || *end != '-') return std::nullopt;
    const std::string_view name{end + 1, static_cast<std::size_t>(rest.data() + rest.size() - end - 1)};
    for (const auto& unit : units)
        if (name == unit.plural || (n == 1 && std::string{name} + "s" == unit.plural))
            return Recurrence{.period = unit.period, .every = n};
    return std::nullopt;
}

}  // namespace

std::string repeat_key(const Recurrence& repeat, std::optional<Date> first)
{
    for (const auto& unit : units) {
        if (unit.period != repeat.period) continue;
        auto key =
            repeat.every == 1 ? std::string{unit.each} : "every-" + std::to_string(repeat.every) + "-" + unit.plural;
        if (repeat.period == Period::month && repeat.nth_weekday == Recurrence::month_end)
            key += repeat.shift == Shift::before ? last_business_day : last_day;
        for (const auto& [word, place] : places)
            if (repeat.period == Period::month && place == repeat.nth_weekday)
                key += "-" + std::string{word} + "-" + weekday_keys[first ? weekday_of(*first) : 0];
        return key;
    }
    return "none";
}

Result<Recurrence> parse_repeat(std::string_view text)
{
    const Problem unknown{
        .trouble = Trouble::not_a_choice, .field = "repeat", .text = std::string{text}, .detail = repeat_choices};
    const bool business = text.ends_with(last_business_day);
    const bool month_end = business || text.ends_with(last_day);
    if (month_end) text.remove_suffix(business ? last_business_day.size() : last_day.size());
    const auto by = take_weekday(text);
    auto repeat = parse_period(text);
    if (repeat && month_end) {
        if (repeat->period != Period::month || by) return unknown;
        repeat->nth_weekday = Recurrence::month_end;
        if (business) repeat->shift = Shift::before;
        return *repeat;
    }
    if (!repeat || (by && repeat->period != Period::month)) return unknown;
    if (by) repeat->nth_weekday = by->place;
    return *repeat;
}

std::optional<unsigned> weekday_named(std::string_view text)
{
    const auto by = take_weekday(text);
    return by && by->weekday ? std::optional{by->weekday} : std::nullopt;
}

}  // namespace wording
