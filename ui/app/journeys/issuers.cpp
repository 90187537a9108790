#include "ui/app/journeys/issuers.hpp"

#include <algorithm>

namespace app {

using namespace ledger;

namespace {

IssuerCorrection known(const Book& book, const std::string& issuer)
{
    for (const auto& [id, c] : book.corrections)
        if (c.issuer == issuer) return c;
    return {.id = next_id<IssuerCorrection>(book), .issuer = issuer};
}

bool has_digits(const std::string& number)
{
    return std::count_if(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; }) >= 3;
}

void take(std::string& old, const std::string& given)
{
    if (!given.empty()) old = given;
}

}  // namespace

Result<Change> correct_issuer(const State& state, const Knowledge& knowledge, IssuerCorrection wanted)
{
    if (wanted.issuer.empty()) return Problem{.trouble = Trouble::empty_name, .field = "issuer"};
    if (wanted.hotline.empty() && wanted.name.empty() && wanted.note.empty())
        return Problem{.trouble = Trouble::nothing_to_do, .field = "issuer", .text = wanted.issuer};
    if (!wanted.hotline.empty() && !has_digits(wanted.hotline))
        return Problem{.trouble = Trouble::not_a_choice, .field = "hotline", .text = wanted.hotline, .detail = "0–9"};
    if (const auto* owner = only_owner(knowledge, wanted.hotline); owner && owner->id != wanted.issuer)
        return Problem{.trouble = Trouble::in_use, .field = "hotline", .text = wanted.hotline, .detail = owner->id};
    const bool in_directory = knowledge.issuers.contains(wanted.issuer);
    auto now = known(state.book, wanted.issuer);
    if (!in_directory && now.name.empty() && wanted.name.empty())
        return Problem{.trouble = Trouble::empty_name, .field = "name", .text = wanted.issuer};
    take(now.name, wanted.name);
    take(now.hotline, wanted.hotline);
    take(now.note, wanted.note);
    take(now.source, wanted.source);
    now.noted = state.today.date;
    return Change{.deed = Deed::correct_issuer, .about = wanted.issuer, .steps = {Put<IssuerCorrection>{now}}};
}

Result<Change> report_issuer(const State& state, const Knowledge& knowledge, const std::string& id,
                             const std::string& note)
{
    if (!issuer(knowledge, state.book.corrections, id))
        return Problem{.trouble = Trouble::no_such, .field = "issuer", .text = id};
    auto now = known(state.book, id);
    take(now.note, note);
    now.wrong = true;
    now.noted = state.today.date;
    return Change{.deed = Deed::correct_issuer, .about = id, .steps = {Put<IssuerCorrection>{now}}};
}

}  // namespace app
