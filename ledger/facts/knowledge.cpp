#include "ledger/facts/knowledge.hpp"

#include <algorithm>
#include <iterator>

#include "ledger/values/text.hpp"

namespace ledger {

namespace {

std::string digits(std::string_view number)
{
    std::string out;
    std::copy_if(number.begin(), number.end(), std::back_inserter(out), digit);
    return out;
}

void correct(Issuer& issuer, const IssuerCorrection& c)
{
    if (!c.name.empty()) issuer.names = {c.name, c.name, c.name};
    if (!c.note.empty()) issuer.notes = c.note;
    if (c.wrong)
        for (auto& h : issuer.hotlines) h.doubted = h.doubted || !h.corrected;
    if (c.hotline.empty()) return;
    Hotline own{.number = c.hotline, .confidence = Confidence::high, .note = c.note, .corrected = true};
    if (!c.source.empty()) own.sources = {c.source};
    if (c.noted) own.checked = iso(*c.noted);
    issuer.hotlines.insert(issuer.hotlines.begin(), std::move(own));
}

void without_numbers_of_others(const Knowledge& knowledge, Issuer& issuer)
{
    std::erase_if(issuer.hotlines, [&](const Hotline& h) {
        const auto* owner = only_owner(knowledge, h.number);
        return owner && owner->id != issuer.id;
    });
}

bool matches(const Issuer& issuer, const std::string& text)
{
    const auto has = [&](std::string_view in) { return lower(in).find(text) != std::string::npos; };
    return has(issuer.id) || has(issuer.names.en) || has(issuer.names.zh_CN) || has(issuer.names.zh_TW) ||
           has(issuer.country) || std::any_of(issuer.hotlines.begin(), issuer.hotlines.end(), [&](const Hotline& h) {
               return has(h.number) || (!digits(text).empty() && digits(text) == text &&
                                        digits(h.number).find(text) != std::string::npos);
           });
}

}  // namespace

const Reason* reason(const Knowledge& knowledge, std::string_view id)
{
    for (const auto& r : knowledge.reasons)
        if (r.id == id) return &r;
    return nullptr;
}

const Stage* stage(const Knowledge& knowledge, int day)
{
    for (const auto& s : knowledge.stages)
        if (day >= s.from_day && (!s.to_day || day <= *s.to_day)) return &s;
    return knowledge.stages.empty() ? nullptr
                                    : &knowledge.stages.front();  // further ahead than any stage: as early as can be
}

const CollectionRule* collection_rule(const Knowledge& knowledge, std::string_view id)
{
    for (const auto& r : knowledge.collection_rules)
        if (r.id == id) return &r;
    return nullptr;
}

const Issuer* only_owner(const Knowledge& knowledge, std::string_view number)
{
    const auto wanted = digits(number);
    const auto has = [&](const Hotline& h) { return h.only_here && digits(h.number) == wanted; };
    for (const auto& [id, issuer] : knowledge.issuers)
        if (std::ranges::any_of(issuer.hotlines, has)) return &issuer;
    return nullptr;
}

std::optional<Issuer> issuer(const Knowledge& knowledge, const Shelf<IssuerCorrection>& corrections,
                             std::string_view key)
{
    std::optional<Issuer> found;
    if (const auto at = knowledge.issuers.find(std::string{key}); at != knowledge.issuers.end()) found = at->second;
    for (const auto& [id, c] : corrections) {
        if (c.issuer != key || key.empty()) continue;
        if (!found) found = Issuer{.id = c.issuer, .names = {c.issuer, c.issuer, c.issuer}};
        correct(*found, c);
    }
    if (found) without_numbers_of_others(knowledge, *found);
    return found;
}

std::vector<Issuer> search_issuers(const Knowledge& knowledge, const Shelf<IssuerCorrection>& corrections,
                                   std::string_view text)
{
    auto keys = knowledge.issuer_order;
    for (const auto& [id, c] : corrections)
        if (std::find(keys.begin(), keys.end(), c.issuer) == keys.end()) keys.push_back(c.issuer);
    std::vector<Issuer> out;
    const auto wanted = lower(text);
    for (const auto& key : keys)
        if (auto found = issuer(knowledge, corrections, key); found && matches(*found, wanted))
            out.push_back(std::move(*found));
    return out;
}

std::vector<std::string> in_words(const Knowledge& knowledge, const Sources& sources)
{
    std::vector<std::string> out;
    for (const auto& key : sources) {
        const auto at = knowledge.sources.find(key);
        out.push_back(at == knowledge.sources.end() ? key : at->second);
    }
    return out;
}

const std::string& region_term(const Knowledge& knowledge, std::string_view region, const std::string& term,
                               std::string_view language)
{
    auto at = knowledge.terms.find(std::string{region});
    if (at == knowledge.terms.end()) at = knowledge.terms.find("*");
    static const std::string none;
    if (at == knowledge.terms.end()) return none;
    const auto word = at->second.find(term);
    return word == at->second.end() ? none : word->second.in(language);
}

}  // namespace ledger
