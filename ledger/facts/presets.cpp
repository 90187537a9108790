#include "ledger/facts/presets.hpp"

#include <algorithm>
#include <cassert>

namespace ledger {

namespace {

const CardPreset* named(const Presets& presets, std::string_view region)
{
    if (region == "UK") region = "GB";
    const auto at =
        std::find_if(presets.cards.begin(), presets.cards.end(), [&](const auto& p) { return p.region == region; });
    return at == presets.cards.end() ? nullptr : &*at;
}

/// What the directory knows of this issuer wins over the custom of its region. Its tolerance is left out: none in the
/// directory is well founded.
void add_issuer(CardTerms& terms, const Issuer& issuer)
{
    const IssuerTerms& known = issuer.terms;
    const auto take = [](const auto& from, auto& to) {
        if (from) to = *from;
    };
    take(known.minimum_rate, terms.minimum_rate);
    if (known.minimum_floor) terms.minimum_floor = known.minimum_floor;
    take(known.interest, terms.interest);
    if (known.late_rate) {
        terms.late_rate = *known.late_rate;
        terms.late_steps.clear();
    }
    if (known.late_floor) terms.late_floor = known.late_floor;
    if (known.late_cap) terms.late_cap = known.late_cap;
    if (known.late_fixed && terms.late_steps.empty()) {
        terms.late_cap = known.late_fixed;
        if (terms.late_rate != Rate{Rate::one}) {
            terms.late_rate = {};
            terms.late_floor = known.late_fixed;
        }
    }
    if (issuer.grace) terms.grace_days = issuer.grace->conservative_days;
}

void only_in(Currency currency, CardTerms& terms)
{
    for (auto* amount : {&terms.limit, &terms.minimum_floor, &terms.late_floor, &terms.late_cap, &terms.tolerance,
                         &terms.cash_fee_floor})
        if (*amount && (*amount)->currency != currency) amount->reset();
    std::erase_if(terms.late_steps, [&](Money m) { return m.currency != currency; });
}

}  // namespace

std::string_view region_of(Currency currency)
{
    constexpr std::pair<std::string_view, std::string_view> regions[] = {{"CNY", "CN"}, {"TWD", "TW"}, {"HKD", "HK"},
                                                                         {"SGD", "SG"}, {"USD", "US"}, {"GBP", "GB"}};
    for (const auto& [code, region] : regions)
        if (code == currency.text()) return region;
    return {};
}

const CardPreset& preset_for(const Presets& presets, std::string_view region, Currency currency)
{
    if (region.empty()) region = region_of(currency);
    const auto* found = named(presets, region);
    if (!found) found = named(presets, "generic");
    assert(found);
    return *found;
}

const HolidayList* holidays_for(const Presets& presets, std::string_view region)
{
    if (region == "UK") region = "GB";
    const auto at = std::find_if(presets.holidays.begin(), presets.holidays.end(),
                                 [&](const auto& h) { return h.region == region; });
    return at == presets.holidays.end() ? nullptr : &*at;
}

StartingTerms starting_terms(const Presets& presets, const std::optional<Issuer>& issuer, std::string_view region,
                             Currency currency)
{
    const std::string_view country = issuer && region.empty() ? std::string_view{issuer->country} : region;
    const auto& preset = preset_for(presets, country, currency);
    StartingTerms out{
        .terms = preset.terms, .region = preset.region, .source = preset.source, .confidence = preset.confidence};
    out.terms.preset = preset.region;
    if (issuer) {
        add_issuer(out.terms, *issuer);
        out.terms.issuer = issuer->id;
    }
    only_in(currency, out.terms);
    return out;
}

}  // namespace ledger
