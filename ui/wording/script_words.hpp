#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "ledger/values/recurrence.hpp"

/// The words that scripts read and write: never translated, never changed. Sentences for people are elsewhere.
namespace wording {

/// A value of a choice, and its word.
template <class E>
using Key = std::pair<E, std::string_view>;

/// Every value of one choice, in the order in which help texts list them. There is a table for AccountType,
/// InterestMethod, EntryStatus, CategoryKind, InterestStart, Rounding, Shift, Confidence, BillSource, DutyStatus,
/// PlanKind, PlanStatus, Channel, Outcome, PromiseKind, PaperState, Level, CauseKind, FollowUpKind, Verdict and Deed.
template <class E>
std::span<const Key<E>> keys();

template <class E>
std::string key(E value)
{
    for (const auto& [known, word] : keys<E>())
        if (known == value) return std::string{word};
    return {};
}

template <class E>
std::optional<E> from_key(std::string_view text)
{
    for (const auto& [value, word] : keys<E>())
        if (text == word) return value;
    return std::nullopt;
}

/// "checking|savings|…", for messages and help.
template <class E>
std::string choices()
{
    std::string out;
    for (const auto& [value, word] : keys<E>()) out += (out.empty() ? "" : "|") + std::string{word};
    return out;
}

/// "none", "weekly", "every-2-weeks", "monthly", "every-3-months", "yearly"; by weekday "monthly-last-weekday",
/// "every-2-months-2nd-weekday". With the first date the weekday has its name: "monthly-last-friday".
std::string repeat_key(const ledger::Recurrence& repeat, std::optional<ledger::Date> first = {});
/// The same back; also "every-N-years". Trouble: not_a_choice.
ledger::Result<ledger::Recurrence> parse_repeat(std::string_view text);
/// The weekday that a repetition names ("monthly-last-friday" → 5); nothing where it names none. Needs a text that
/// `parse_repeat` reads.
std::optional<unsigned> weekday_named(std::string_view text);

}  // namespace wording
