#include "ledger/import/drafts/matching.hpp"

#include <algorithm>
#include <cstdint>

#include "ledger/facts/payee.hpp"
#include "ledger/values/folding.hpp"

namespace ledger {

namespace {

constexpr int days_alike = 5;
constexpr int days_noted = 5;  ///< between a payment noted by hand and its booking

/// Two numbers can only be compared when they are of one kind: the CSV and the OFX of one bank number differently.
bool same_shape(std::string_view a, std::string_view b)
{
    const auto digits = [](std::string_view s) {
        return std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    return a.size() == b.size() && digits(a) == digits(b);
}

/// Is one text part of the other?
bool alike(const std::string& a, const std::string& b)
{
    if (a.empty() || b.empty()) return false;
    return a == b || a.find(b) != std::string::npos || b.find(a) != std::string::npos;
}

/// Rows and entries by their places in the two lists.
class Matcher {
public:
    Matcher(DraftRows& rows, const KnownEntries& known, const std::set<EntryId>& pays_a_bill)
        : rows_{rows}, known_{known}, pays_a_bill_{pays_a_bill}, taken_(known.size(), 0)
    {
    }

    void run()
    {
        if (known_.empty()) return;
        if (known_.any_numbers()) {
            pass([&](std::size_t row) { by_bank_id(row); });
            ids_change_ = any_numbered_row_ && !met_by_id_ && renumbered();
        }
        pass([&](std::size_t row) { by_text(row, true); });
        pass([&](std::size_t row) { by_text(row, false); });
        pass([&](std::size_t row) { was_noted(row, true); });
        pass([&](std::size_t row) { was_noted(row, false); });
        pass([&](std::size_t row) { books_pending(row); });
        pass([&](std::size_t row) { look_alike(row); });
    }

private:
    template <class Find>
    void pass(Find find)
    {
        for (std::size_t row = 0; row < rows_.size(); ++row)
            if (rows_.mark(row) == RowMark::fresh) find(row);
    }

    std::int64_t minor(std::size_t row) const { return rows_.said().amount(row).minor; }
    Date day(std::size_t row) const { return rows_.said().date(row); }

    bool take(std::size_t row, std::size_t at)
    {
        taken_[at] = 1;
        rows_.meet(row, known_.id(at), known_.pending(at) && !rows_.said().pending(row));
        return true;
    }

    void by_bank_id(std::size_t row)
    {
        if (!rows_.numbered(row)) return;
        any_numbered_row_ = true;
        known_.any_numbered(rows_.said().bank_id(row), [&](std::size_t at) {
            if (taken_[at] != 0 || known_.minor(at) != minor(row) ||
                std::abs(days_between(known_.date(at), day(row))) > days_around)
                return false;
            met_by_id_ = true;
            return take(row, at);
        });
    }

    /// Same day and amount, and the text as it was imported (`by_mark`), or as it stands in the ledger.
    void by_text(std::size_t row, bool by_mark)
    {
        known_.any_at(day(row), minor(row), [&](std::size_t at) {
            if (taken_[at] != 0) return false;
            if (told_apart(row, at) && !ids_change_) return false;  // the bank says they are two
            return (by_mark ? known_.marked(at) && known_.mark(at) == rows_.text_mark(row) : same_words(row, at)) &&
                   take(row, at);
        });
    }

    bool told_apart(std::size_t row, std::size_t at) const
    {
        if (!rows_.numbered(row)) return false;
        const auto here = rows_.said().bank_id(row), there = known_.number(at);
        return !there.empty() && same_shape(here, there) && here != there;
    }

    /// Some banks number anew with every download. Then no number is met, and yet every row of the days that we have
    /// whole is there, but for its number: three at least, and not one that is missing.
    bool renumbered() const
    {
        const auto last = known_.last();
        int twins = 0;
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            const bool twin = known_.any_at(day(row), minor(row),
                                            [&](std::size_t at) { return told_apart(row, at) && same_words(row, at); });
            if (!twin && day(row) < last) return false;
            twins += twin;
        }
        return twins >= 3;
    }

    bool same_words(std::size_t row, std::size_t at) const
    {
        if (known_.marked(at) && !rows_.numbered(row) && known_.mark(at) != rows_.text_mark(row))
            return false;  // both imported, and different
        const auto payee = folded(known_.payee(at));
        return !payee.empty() && (payee == folded(rows_.payee(row)) || payee == folded(rows_.said().payee(row)));
    }

    /// Noted by hand before the bank told of it: same amount, a few days apart, and the same payee; or it pays a bill,
    /// whatever the bank calls that, and no other row of these days is of that amount.
    void was_noted(std::size_t row, bool by_payee)
    {
        for (int size = 0; size <= days_noted; ++size)
            for (const int off : {-size, size}) {
                const bool found = known_.any_at(day(row) + Days{off}, minor(row), [&](std::size_t at) {
                    if (taken_[at] != 0 || known_.imported(at)) return false;
                    const bool same =
                        by_payee ? same_payees(row, at) : pays_a_bill_.contains(known_.id(at)) && alone(row, at);
                    return same && take(row, at);
                });
                if (found) return;
                if (size == 0) break;
            }
    }

    bool same_payees(std::size_t row, std::size_t at) const
    {
        const PayeeName noted{known_.payee(at)};
        return noted.fits(PayeeName{rows_.payee(row)}) || noted.fits(PayeeName{rows_.said().payee(row)});
    }

    bool alone(std::size_t row, std::size_t at) const
    {
        for (std::size_t other = 0; other < rows_.size(); ++other)
            if (other != row && rows_.mark(other) == RowMark::fresh && minor(other) == minor(row) &&
                std::abs(days_between(known_.date(at), day(other))) <= days_noted)
                return false;
        return true;
    }

    bool alike_payees(std::size_t row, std::size_t at) const
    {
        const auto payee = folded(known_.payee(at));
        return alike(payee, folded(rows_.payee(row))) || alike(payee, folded(rows_.said().payee(row)));
    }

    /// A row that was pending last week and is booked now: same amount, a few days later.
    void books_pending(std::size_t row)
    {
        if (rows_.said().pending(row)) return was_booked(row);
        if (!known_.any_pending()) return;
        for (int back = 0; back <= days_around; ++back)
            if (known_.any_at(day(row) - Days{back}, minor(row), [&](std::size_t at) {
                    return taken_[at] == 0 && known_.pending(at) && known_.imported(at) && alike_payees(row, at) &&
                           take(row, at);
                }))
                return;
    }

    /// A row that this older file still calls pending, and that a newer one has booked.
    void was_booked(std::size_t row)
    {
        known_.any_at(day(row), minor(row), [&](std::size_t at) {
            return taken_[at] == 0 && known_.posted(at) && known_.imported(at) && alike_payees(row, at) &&
                   take(row, at);
        });
    }

    /// Same amount within five days: worth a look.
    void look_alike(std::size_t row)
    {
        for (int size = 0; size <= days_alike; ++size)
            for (const int off : {-size, size}) {
                const bool found = known_.any_at(day(row) + Days{off}, minor(row), [&](std::size_t at) {
                    if (taken_[at] != 0 || (off != 0 && !alike(folded(known_.payee(at)), folded(rows_.payee(row)))))
                        return false;
                    rows_.resemble(row, known_.id(at));
                    return true;
                });
                if (found) return;
                if (size == 0) break;
            }
    }

    DraftRows& rows_;
    const KnownEntries& known_;
    const std::set<EntryId>& pays_a_bill_;
    std::vector<char> taken_;
    bool met_by_id_ = false, ids_change_ = false, any_numbered_row_ = false;
};

}  // namespace

void meet(DraftRows& rows, const KnownEntries& known, const std::set<EntryId>& pays_a_bill)
{
    Matcher{rows, known, pays_a_bill}.run();
}

}  // namespace ledger
