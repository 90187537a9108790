#pragma once
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/facts/entry.hpp"

namespace ledger {

/// Is this `Entry::bank_id` a mark of the text, and no number of the bank's?
inline bool is_mark(std::string_view id)
{
    return id.starts_with('~');
}

/// FNV-1a, 64 bit: a mark for a text, not a secret.
std::uint64_t mark_of(std::string_view text);
/// Of a payee and a memo, both folded.
std::uint64_t mark_of(std::string_view payee, std::string_view memo);

/// The entries a statement is held against, as far as telling duplicates needs them: forty bytes each and the payee, so
/// that a million of them stand beside a million rows.
class KnownEntries {
public:
    KnownEntries() = default;
    KnownEntries(const std::vector<Entry>& entries);  // NOLINT: a list of entries is one
    void add(const Entry& entry);
    void arrange();  ///< after the last `add`: puts them where they are looked for

    std::size_t size() const { return entries_.size(); }
    bool empty() const { return entries_.empty(); }

    EntryId id(std::size_t at) const { return {entries_[at].id}; }
    Date date(std::size_t at) const { return entries_[at].date; }
    std::int64_t minor(std::size_t at) const { return entries_[at].minor; }
    bool posted(std::size_t at) const { return entries_[at].was_posted; }
    bool pending(std::size_t at) const { return entries_[at].pending; }
    bool imported(std::size_t at) const { return entries_[at].imported; }
    bool marked(std::size_t at) const { return entries_[at].marked; }  ///< its bank_id is a mark of its text
    std::uint64_t mark(std::size_t at) const
    {
        return entries_[at].mark;
    }  ///< that one; where it has the bank's number, a mark of that
    std::string_view payee(std::size_t at) const;
    std::string_view number(std::size_t at) const;  ///< the bank's; empty where there is none
    bool any_pending() const { return any_pending_; }
    Date last() const;  ///< the latest day; needs some

    /// Shows those of this day (the day of booking counts too) and amount, the oldest number first, until `show` says
    /// true; was there one?
    template <class Show>
    bool any_at(Date day, std::int64_t minor, Show show) const;
    /// Shows those with this number of the bank's, by day.
    template <class Show>
    bool any_numbered(std::string_view number, Show show) const;
    bool any_numbers() const { return !numbered_.empty(); }

private:
    struct One {
        std::int64_t id = 0, minor = 0;
        std::uint64_t mark = 0;
        Date date{};
        std::uint32_t texts = 0;  ///< where in `texts_` payee and number begin
        Date posted{};
        bool was_posted : 1 = false, pending : 1 = false, imported : 1 = false, marked : 1 = false,
                          has_number : 1 = false;
    };
    struct Place {
        Date date{};
        std::int64_t minor = 0;
        std::uint32_t at = 0;
    };
    static constexpr auto before = [](const auto& a, const auto& b) {
        return a.date != b.date ? a.date < b.date : a.minor < b.minor;
    };

    std::vector<One> entries_{};   ///< by day, amount and number
    std::vector<Place> booked_{};  ///< those noted on one day and booked on another, likewise, by the day of booking
    std::vector<std::uint32_t> numbered_{};  ///< those with a number of the bank's, by its mark
    std::string texts_{};
    bool any_pending_ = false;
};

template <class Show>
bool KnownEntries::any_at(Date day, std::int64_t minor, Show show) const
{
    const Place wanted{day, minor, 0};
    const auto [first, last] = std::equal_range(entries_.begin(), entries_.end(), wanted, before);
    auto [booked, end] = std::equal_range(booked_.begin(), booked_.end(), wanted, before);
    for (auto one = first; one != last; ++one) {
        for (; booked != end && entries_[booked->at].id < one->id; ++booked)
            if (show(booked->at)) return true;
        if (show(static_cast<std::size_t>(one - entries_.begin()))) return true;
    }
    for (; booked != end; ++booked)
        if (show(booked->at)) return true;
    return false;
}

template <class Show>
bool KnownEntries::any_numbered(std::string_view wanted, Show show) const
{
    const auto mark = mark_of(wanted);
    auto at = std::lower_bound(numbered_.begin(), numbered_.end(), mark,
                               [&](std::uint32_t i, std::uint64_t m) { return entries_[i].mark < m; });
    for (; at != numbered_.end() && entries_[*at].mark == mark; ++at)
        if (number(*at) == wanted && show(*at)) return true;
    return false;
}

}  // namespace ledger
