#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/facts/knowledge.hpp"

namespace ledger {

/// What cards of one region usually state: where a card's terms begin, for the holder to correct.
struct CardPreset {
    std::string region{};  ///< CN, TW, HK, SG, US, GB; "generic" for all others
    Text names{};
    Currency currency{};  ///< of its amounts
    bool any_currency = false;
    CardTerms terms{};
    std::string source{};
    Confidence confidence = Confidence::unconfirmed;
};

/// Days off that the law of a region fixes by rule, for years that are certain.
struct HolidayList {
    std::string region{};
    Text names{};
    std::vector<int> years{};
    std::string source{};
    std::vector<std::pair<Date, std::string>> days{};  ///< ascending
};

/// The seed data about cards and bills (db/seed/card_presets.json, holidays.json).
struct Presets {
    std::vector<CardPreset> cards{};
    std::vector<HolidayList> holidays{};
};

/// The preset of this region ("UK" is GB), of the currency where no region is given, else the generic one.
const CardPreset& preset_for(const Presets&, std::string_view region, Currency currency);

const HolidayList* holidays_for(const Presets&, std::string_view region);

/// The region whose customs an account in this currency most likely follows; empty for a currency of several.
std::string_view region_of(Currency currency);

/// Where a card's terms begin: those of the region, and on top what the directory knows of the issuer. The region is
/// the one given, else the issuer's, else the currency's. Amounts in another currency than the card's are left out.
struct StartingTerms {
    CardTerms terms{};
    std::string region{};
    std::string source{};
    Confidence confidence = Confidence::unconfirmed;
};
StartingTerms starting_terms(const Presets&, const std::optional<Issuer>& issuer, std::string_view region,
                             Currency currency);

}  // namespace ledger
