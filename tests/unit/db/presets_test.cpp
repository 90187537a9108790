#include "db/seed/presets.hpp"

#include <set>

#include "db/seed/knowledge.hpp"
#include "ledger/facts/change.hpp"
#include "ledger/sound/validate.hpp"
#include "tests/support/catch.hpp"

using namespace ledger;

TEST_CASE("the presets of all regions are read whole, and terms begun with any of them are sound", "[presets]")
{
    const auto presets = db::load_presets();
    std::set<std::string> regions;
    for (const auto& p : presets.cards) {
        INFO(p.region);
        regions.insert(p.region);
        CHECK(p.source.size() > 20);
        CHECK_FALSE((p.names.en.empty() || p.names.zh_CN.empty() || p.names.zh_TW.empty()));
        auto terms = starting_terms(presets, std::nullopt, p.region, p.currency).terms;
        terms.statement_day = 5;
        terms.due_day = 25;
        const Account card{.id = {1},
                           .name = "Card",
                           .type = AccountType::card,
                           .currency = p.currency,
                           .opening = {0, p.currency},
                           .opening_date = make_date(2026, 1, 1),
                           .card = terms};
        CHECK(validate({}, {.deed = Deed::add_account, .steps = {Put<Account>{card}}}, {}).empty());
    }
    CHECK(regions == std::set<std::string>{"CN", "TW", "HK", "SG", "US", "GB", "generic"});
}

TEST_CASE("every issuer of the directory gives terms that are sound in its region", "[presets]")
{
    const auto presets = db::load_presets();
    const auto knowledge = db::load_knowledge();
    for (const auto& [key, i] : knowledge.issuers) {
        INFO(key);
        const auto start = starting_terms(presets, i, "", preset_for(presets, i.country, {}).currency);
        CHECK(start.terms.minimum_rate.nano > 0);
        CHECK((!start.terms.late_floor || !start.terms.late_cap || *start.terms.late_floor <= *start.terms.late_cap));
    }
}

TEST_CASE("the shipped holidays lie in the years they say, with their source", "[presets]")
{
    for (const auto& list : db::load_presets().holidays) {
        INFO(list.region);
        CHECK(list.source.size() > 20);
        for (const auto& [day, name] : list.days) {
            CHECK_FALSE(name.empty());
            CHECK(std::find(list.years.begin(), list.years.end(), year_of(day)) != list.years.end());
        }
    }
}
