#include "ledger/import/drafts/draft_rows.hpp"

#include <algorithm>
#include <cassert>
#include <limits>

namespace ledger {

namespace {

constexpr std::size_t names_remembered =
    20000;  ///< few payees come often; where they do not, nothing is gained by more

template <class Kind>
std::uint32_t small(Id<Kind> id)
{
    assert(id.value >= 0 && id.value <= std::numeric_limits<std::uint32_t>::max());  // things that people make by hand
    return static_cast<std::uint32_t>(id.value);
}

}  // namespace

std::string_view name(RowMark mark)
{
    switch (mark) {
        case RowMark::fresh: return "new";
        case RowMark::duplicate: return "duplicate";
        case RowMark::review: return "review";
        case RowMark::left_out: return "left_out";
    }
    return "";
}

std::string written(std::uint64_t text_mark)
{
    std::string out = "~0123456789abcdef";
    for (std::size_t i = 0; i < 16; ++i) out[i + 1] = "0123456789abcdef"[(text_mark >> (60 - 4 * i)) & 15];
    return out;
}

std::string identity(const DraftRow& r)
{
    return r.numbered ? r.row.bank_id : written(r.text_mark);
}

DraftRows::DraftRows(StatementRows rows) : said_{std::move(rows)}, fates_(said_.size()) {}

std::uint32_t DraftRows::place_of(const std::string& name)
{
    if (places_.size() > names_remembered) places_.clear();
    const auto [known, is_new] = places_.try_emplace(name, static_cast<std::uint32_t>(names_.size() + 1));
    if (!is_new) return known->second;
    assert(names_.size() < std::numeric_limits<std::uint32_t>::max());
    put_length(names_, name.size());
    names_ += name;
    return known->second;
}

void DraftRows::set(std::size_t at, const DraftRow& r)
{
    assert(!r.duplicate_of || !r.similar_to);
    const bool as_said = r.payee == said_.payee(at), unchanged = !as_said && r.payee == payee(at);
    auto& f = fates_[at];
    f.known = r.duplicate_of ? r.duplicate_of.value : r.similar_to.value;
    f.resembles = static_cast<bool>(r.similar_to);
    f.text_mark = r.text_mark;
    f.sure = r.sure;
    f.category = small(r.category);
    f.rule = small(r.rule);
    if (!unchanged) f.payee = as_said ? 0 : place_of(r.payee);
    f.mark = r.mark;
    f.confirms = r.confirms;
    f.chosen = r.chosen;
    f.numbered = r.numbered;
    f.has_why = r.why.has_value();
    f.why = r.why.value_or(RowReason::not_counted);
}

void DraftRows::meet(std::size_t at, EntryId known, bool confirms)
{
    auto& f = fates_[at];
    f.mark = RowMark::duplicate;
    f.known = known.value;
    f.resembles = false;
    f.confirms = confirms;
}

void DraftRows::resemble(std::size_t at, EntryId known)
{
    fates_[at].known = known.value;
    fates_[at].resembles = true;
}

std::string_view DraftRows::payee(std::size_t at) const
{
    const auto place = fates_[at].payee;
    if (place == 0) return said_.payee(at);
    auto rest = std::string_view{names_}.substr(place - 1);
    return take_text(rest);
}

DraftRow DraftRows::operator[](std::size_t at) const
{
    const auto& f = fates_[at];
    DraftRow r{.row = said_[at],
               .mark = f.mark,
               .duplicate_of = duplicate_of(at),
               .confirms = f.confirms,
               .payee = std::string{payee(at)},
               .category = {f.category},
               .rule = {f.rule},
               .sure = f.sure,
               .chosen = f.chosen,
               .text_mark = f.text_mark,
               .numbered = f.numbered};
    if (f.resembles) r.similar_to = {f.known};
    if (f.has_why) r.why = f.why;
    return r;
}

bool operator==(const DraftRows& a, const DraftRows& b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin());
}

}  // namespace ledger
