#include "ledger/import/drafts/known_entries.hpp"

#include <cassert>
#include <charconv>
#include <limits>

#include "ledger/import/reading/statement_rows.hpp"

namespace ledger {

namespace {

constexpr std::uint64_t start = 14695981039346656037ULL;

std::uint64_t more(std::uint64_t mark, std::string_view text)
{
    for (const char c : text) mark = (mark ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return mark;
}

/// The mark that was written; 0 where it is none of a text.
std::uint64_t read_mark(std::string_view id)
{
    std::uint64_t mark = 0;
    const auto read = std::from_chars(id.data() + 1, id.data() + id.size(), mark, 16);
    return id.size() == 17 && read.ptr == id.data() + id.size() ? mark : 0;
}

}  // namespace

std::uint64_t mark_of(std::string_view text)
{
    return more(start, text);
}
std::uint64_t mark_of(std::string_view payee, std::string_view memo)
{
    return more(more(more(start, payee), "\x1f"), memo);
}

KnownEntries::KnownEntries(const std::vector<Entry>& entries)
{
    for (const auto& e : entries) add(e);
    arrange();
}

void KnownEntries::add(const Entry& e)
{
    assert(texts_.size() <= std::numeric_limits<std::uint32_t>::max());
    One one{.id = e.id.value,
            .minor = e.amount.minor,
            .date = e.date,
            .texts = static_cast<std::uint32_t>(texts_.size()),
            .posted = e.posted.value_or(e.date),
            .was_posted = e.posted.has_value(),
            .pending = e.status == EntryStatus::pending,
            .imported = static_cast<bool>(e.batch),
            .marked = is_mark(e.bank_id),
            .has_number = !e.bank_id.empty() && !is_mark(e.bank_id)};
    put_length(texts_, e.payee.size());
    texts_ += e.payee;
    if (one.has_number) {
        put_length(texts_, e.bank_id.size());
        texts_ += e.bank_id;
    }
    if (!e.bank_id.empty()) one.mark = one.marked ? read_mark(e.bank_id) : mark_of(e.bank_id);
    any_pending_ = any_pending_ || one.pending;
    entries_.push_back(one);
}

void KnownEntries::arrange()
{
    std::sort(entries_.begin(), entries_.end(),
              [](const One& a, const One& b) { return before(a, b) || (!before(b, a) && a.id < b.id); });
    booked_.clear();
    numbered_.clear();
    for (std::uint32_t i = 0; i < entries_.size(); ++i) {
        const auto& one = entries_[i];
        if (one.posted != one.date) booked_.push_back({one.posted, one.minor, i});
        if (one.has_number) numbered_.push_back(i);
    }
    std::sort(booked_.begin(), booked_.end(), [&](const Place& a, const Place& b) {
        return before(a, b) || (!before(b, a) && entries_[a.at].id < entries_[b.at].id);
    });
    std::stable_sort(numbered_.begin(), numbered_.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return entries_[a].mark < entries_[b].mark; });
}

std::string_view KnownEntries::payee(std::size_t at) const
{
    auto rest = std::string_view{texts_}.substr(entries_[at].texts);
    return take_text(rest);
}

std::string_view KnownEntries::number(std::size_t at) const
{
    if (!entries_[at].has_number) return {};
    auto rest = std::string_view{texts_}.substr(entries_[at].texts);
    take_text(rest);
    return take_text(rest);
}

Date KnownEntries::last() const
{
    auto last = entries_.back().date;
    if (!booked_.empty()) last = std::max(last, booked_.back().date);
    return last;
}

}  // namespace ledger
