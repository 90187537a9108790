#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ledger/facts/entry.hpp"
#include "ledger/import/reading/reading.hpp"

namespace ledger {

/// What becomes of a row when the draft is recorded.
enum class RowMark {
    fresh,      ///< a new entry
    duplicate,  ///< already there as `duplicate_of`; adds nothing (a pending entry it confirms becomes cleared)
    review,     ///< cannot be taken as it is: `why` says what is wrong
    left_out,   ///< could be a new entry, but the person left it out
};
std::string_view name(RowMark);  ///< "new", "duplicate", "review", "left_out"

struct DraftRow {
    StatementRow row{};
    RowMark mark{};
    EntryId duplicate_of{};  ///< with mark duplicate
    bool confirms = false;   ///< the entry was pending, and this row books it
    EntryId similar_to{};    ///< looks like this one, without proof: shown, never dropped. Never beside `duplicate_of`
    std::optional<RowReason> why{};  ///< with mark review
    std::string payee{};             ///< as the entry will have it: cleaned, or set by a rule
    CategoryId category{};           ///< 0 = none found
    RuleId rule{};                   ///< that set payee or category
    double sure = 0;                 ///< of the category, 0…1; below `doubtful_below` it is shown as a guess
    bool chosen = false;             ///< the person gave the category
    std::uint64_t text_mark = 0;     ///< of the text as the file has it
    bool numbered = false;           ///< the bank's number tells it from every other row
    friend bool operator==(const DraftRow&, const DraftRow&) = default;
};

/// What `Entry::bank_id` will be: the bank's number, or "~" and the mark of the text.
std::string identity(const DraftRow& row);
/// "~0123456789abcdef"
std::string written(std::uint64_t text_mark);

/// The rows of a draft, packed like those of the statement, which they hold: what becomes of a row takes forty bytes
/// beside it.
class DraftRows {
public:
    DraftRows() = default;
    explicit DraftRows(StatementRows rows);       ///< all of them fresh, and nothing said of them yet
    void set(std::size_t at, const DraftRow& r);  ///< what becomes of the row; what the file says of it stays
    void meet(std::size_t at, EntryId known, bool confirms);  ///< it is there already
    void resemble(std::size_t at, EntryId known);

    std::size_t size() const { return fates_.size(); }
    bool empty() const { return fates_.empty(); }
    DraftRow operator[](std::size_t at) const;
    DraftRow front() const { return (*this)[0]; }
    DraftRow back() const { return (*this)[size() - 1]; }
    using const_iterator = RowIterator<DraftRows, DraftRow>;
    const_iterator begin() const { return {*this, 0}; }
    const_iterator end() const { return {*this, size()}; }

    const StatementRows& said() const { return said_; }  ///< what the file says
    RowMark mark(std::size_t at) const { return fates_[at].mark; }
    bool confirms(std::size_t at) const { return fates_[at].confirms; }
    EntryId duplicate_of(std::size_t at) const { return fates_[at].resembles ? EntryId{} : EntryId{fates_[at].known}; }
    std::uint64_t text_mark(std::size_t at) const { return fates_[at].text_mark; }
    bool numbered(std::size_t at) const { return fates_[at].numbered; }
    std::string_view payee(std::size_t at) const;  ///< as the entry will have it

    friend bool operator==(const DraftRows& a, const DraftRows& b);

private:
    struct Fate {
        std::int64_t known = 0;  ///< duplicate_of or similar_to
        std::uint64_t text_mark = 0;
        double sure = 0;
        std::uint32_t category = 0, rule = 0;
        std::uint32_t payee = 0;  ///< 0 = as the file has it; else one more than where it begins in `names_`
        RowMark mark : 8 = RowMark::fresh;
        bool confirms : 1 = false, resembles : 1 = false, chosen : 1 = false, numbered : 1 = false, has_why : 1 = false;
        RowReason why : 8 = RowReason::not_counted;
    };
    std::uint32_t place_of(const std::string& name);

    StatementRows said_{};
    std::vector<Fate> fates_{};
    std::string names_{};                                      ///< each after its length
    std::unordered_map<std::string, std::uint32_t> places_{};  ///< of the names met lately
};

}  // namespace ledger
