#include "ledger/import/matching.hpp"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

#include "ledger/import/words.hpp"

namespace ledger {

namespace {

/// Two numbers can only be compared when they are of one kind: the CSV and the OFX of one bank number differently.
bool same_shape(std::string_view a, std::string_view b)
{
    const auto digits = [](std::string_view s) { return std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; }); };
    return a.size() == b.size() && digits(a) == digits(b);
}

/// Is one text part of the other?
bool alike(const std::string& a, const std::string& b)
{
    if (a.empty() || b.empty()) return false;
    return a == b || a.find(b) != std::string::npos || b.find(a) != std::string::npos;
}

/// An entry where it is looked for: by day and amount, the oldest number first.
struct Place {
    Date date{};
    std::int64_t minor = 0;
    std::uint32_t at = 0;  ///< in `existing`
};

bool before(const Place& a, const Place& b) { return a.date != b.date ? a.date < b.date : a.minor < b.minor; }

class Matcher {
public:
    Matcher(Draft& draft, const std::vector<Entry>& existing) : draft_{draft}, existing_{existing}, taken_(existing.size(), 0)
    {
        places_.reserve(existing.size());
        for (std::uint32_t i = 0; i < existing.size(); ++i) {
            const auto& e = existing[i];
            places_.push_back({e.date, e.amount.minor, i});
            if (e.posted && *e.posted != e.date) places_.push_back({*e.posted, e.amount.minor, i});  // noted on one day, booked on another
        }
        std::sort(places_.begin(), places_.end(), [&](const Place& a, const Place& b) {
            return before(a, b) || (!before(b, a) && existing_[a.at].id < existing_[b.at].id);
        });
        const bool numbered = std::any_of(draft.rows.begin(), draft.rows.end(), [](const DraftRow& r) { return !is_mark(r.identity); });
        if (!numbered) return;
        for (const auto& p : places_)
            if (const auto& id = existing[p.at].bank_id; !id.empty() && !is_mark(id)) by_id_[id].push_back(p.at);
    }

    void run()
    {
        if (existing_.empty()) return;
        if (!by_id_.empty()) {
            pass([&](DraftRow& r) { by_bank_id(r); });
            ids_change_ = !met_by_id_ && renumbered();
        }
        pass([&](DraftRow& r) { by_text(r, true); });
        pass([&](DraftRow& r) { by_text(r, false); });
        pass([&](DraftRow& r) { books_pending(r); });
        pass([&](DraftRow& r) { look_alike(r); });
    }

private:
    template <class Find>
    void pass(Find find)
    {
        for (auto& row : draft_.rows)
            if (row.mark == RowMark::fresh) find(row);
    }

    struct Same {
        const Place* first;
        const Place* last;
        const Place* begin() const { return first; }
        const Place* end() const { return last; }
    };

    /// The entries of this day and amount.
    Same at(Date date, std::int64_t minor) const
    {
        const auto [first, last] = std::equal_range(places_.begin(), places_.end(), Place{date, minor, 0}, before);
        return {places_.data() + (first - places_.begin()), places_.data() + (last - places_.begin())};
    }

    void take(DraftRow& r, std::uint32_t i)
    {
        taken_[i] = 1;
        r.mark = RowMark::duplicate;
        r.duplicate_of = existing_[i].id;
        r.confirms = existing_[i].status == EntryStatus::pending && !r.row.pending;
    }

    void by_bank_id(DraftRow& r)
    {
        if (is_mark(r.identity)) return;
        const auto found = by_id_.find(r.identity);
        if (found == by_id_.end()) return;
        for (const auto i : found->second) {
            const auto& e = existing_[i];
            if (taken_[i] != 0 || e.amount != r.row.amount || std::abs(days_between(e.date, r.row.date)) > days_around) continue;
            met_by_id_ = true;
            return take(r, i);
        }
    }

    /// Same day and amount, and the text as it was imported (`by_mark`), or as it stands in the ledger.
    void by_text(DraftRow& r, bool by_mark)
    {
        for (const auto& p : at(r.row.date, r.row.amount.minor)) {
            const auto& e = existing_[p.at];
            if (taken_[p.at] != 0) continue;
            if (told_apart(r, e) && !ids_change_) continue;  // the bank says they are two
            if (by_mark ? e.bank_id == r.mark_of_text : same_words(r, e)) return take(r, p.at);
        }
    }

    static bool told_apart(const DraftRow& r, const Entry& e)
    {
        return !is_mark(r.identity) && !e.bank_id.empty() && !is_mark(e.bank_id) && same_shape(r.identity, e.bank_id) && r.identity != e.bank_id;
    }

    /// Some banks number anew with every download. Then no number is met, and yet every row of the days that we have whole is there, but
    /// for its number: three at least, and not one that is missing.
    bool renumbered() const
    {
        const auto last = std::max_element(places_.begin(), places_.end(), [](const Place& a, const Place& b) { return a.date < b.date; })->date;
        int twins = 0;
        for (const auto& r : draft_.rows) {
            const auto same = at(r.row.date, r.row.amount.minor);
            const bool twin = std::any_of(same.begin(), same.end(), [&](const Place& p) { return told_apart(r, existing_[p.at]) && same_words(r, existing_[p.at]); });
            if (!twin && r.row.date < last) return false;
            twins += twin;
        }
        return twins >= 3;
    }

    static bool same_words(const DraftRow& r, const Entry& e)
    {
        if (is_mark(e.bank_id) && is_mark(r.identity) && e.bank_id != r.identity) return false;  // both imported, and different
        const auto payee = folded(e.payee);
        return !payee.empty() && (payee == folded(r.payee) || payee == folded(r.row.payee));
    }

    /// A row that was pending last week and is booked now: same amount, a few days later.
    void books_pending(DraftRow& r)
    {
        if (r.row.pending) return was_booked(r);
        for (int back = 0; back <= days_around; ++back)
            for (const auto& p : at(r.row.date - Days{back}, r.row.amount.minor)) {
                const auto& e = existing_[p.at];
                if (taken_[p.at] != 0 || e.status != EntryStatus::pending || e.batch.value == 0) continue;
                if (alike(folded(e.payee), folded(r.payee)) || alike(folded(e.payee), folded(r.row.payee))) return take(r, p.at);
            }
    }

    /// A row that this older file still calls pending, and that a newer one has booked.
    void was_booked(DraftRow& r)
    {
        for (const auto& p : at(r.row.date, r.row.amount.minor)) {
            const auto& e = existing_[p.at];
            if (taken_[p.at] != 0 || !e.posted || e.batch.value == 0) continue;
            if (alike(folded(e.payee), folded(r.payee)) || alike(folded(e.payee), folded(r.row.payee))) return take(r, p.at);
        }
    }

    /// Same amount within three days: worth a look.
    void look_alike(DraftRow& r) const
    {
        for (const int off : {0, -1, 1, -2, 2, -3, 3})
            for (const auto& p : at(r.row.date + Days{off}, r.row.amount.minor)) {
                const auto& e = existing_[p.at];
                if (taken_[p.at] != 0 || (off != 0 && !alike(folded(e.payee), folded(r.payee)))) continue;
                r.similar_to = e.id;
                return;
            }
    }

    Draft& draft_;
    const std::vector<Entry>& existing_;
    std::vector<char> taken_;
    std::vector<Place> places_{};
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_id_{};
    bool met_by_id_ = false, ids_change_ = false;
};

}  // namespace

void meet(Draft& draft, const std::vector<Entry>& existing) { Matcher{draft, existing}.run(); }

}  // namespace ledger
