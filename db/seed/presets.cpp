#include "db/seed/presets.hpp"

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "db/seed/seed_values.hpp"

std::string_view duewatch_seed(std::string_view file);  // made at build time from db/seed/*.json

namespace db {

namespace {

using nlohmann::json;
using seed_values::confidence, seed_values::rate, seed_values::text_of, seed_values::texts;

template <class T>
T sound(const ledger::Result<T>& result, const std::string& text)
{
    if (!result) throw std::logic_error{"seed: cannot be read: " + text};
    return *result;
}

template <class E>
E one_of(const std::string& name, std::initializer_list<std::pair<const char*, E>> names)
{
    for (const auto& [known, value] : names)
        if (name == known) return value;
    throw std::logic_error{"seed: no such choice: " + name};
}

ledger::CardPreset card(const json& j)
{
    ledger::CardPreset p{
        .region = j.at("region"), .names = texts(j.at("names")), .source = j.at("source"), .confidence = confidence(j)};
    p.any_currency = text_of(j, "currency").empty();
    if (!p.any_currency) p.currency = sound(ledger::parse_currency(text_of(j, "currency")), text_of(j, "currency"));
    const auto money = [&](const json& from, const char* key, std::optional<ledger::Money>& to) {
        if (from.contains(key)) to = sound(ledger::parse_money(text_of(from, key), p.currency), text_of(from, key));
    };
    auto& t = p.terms;
    const auto& m = j.at("minimum");
    t.minimum_rate = rate(m.at("rate"));
    if (m.contains("older_rate")) t.minimum_older = rate(m.at("older_rate"));
    money(m, "floor", t.minimum_floor);
    t.floor_on_share = m.value("floor_on_share", false);
    t.charges_in_full = m.value("charges_in_full", true);
    t.share_of_charges = m.value("share_of_charges", false);
    const auto& i = j.at("interest");
    t.daily_rate = rate(i.at("daily_rate"));
    t.interest = one_of<ledger::InterestMethod>(i.at("method"), {{"full", ledger::InterestMethod::full},
                                                                 {"unpaid", ledger::InterestMethod::unpaid},
                                                                 {"adb", ledger::InterestMethod::adb}});
    t.interest_from = one_of<ledger::InterestStart>(
        i.at("from"), {{"posting", ledger::InterestStart::posting}, {"statement", ledger::InterestStart::statement}});
    t.rounding = one_of<ledger::Rounding>(
        i.at("rounding"),
        {{"half_up", ledger::Rounding::half_up}, {"down", ledger::Rounding::down}, {"up", ledger::Rounding::up}});
    t.round_to = i.at("round_to");
    const auto& late = j.at("late_fee");
    t.late_rate = late.contains("rate") ? rate(late.at("rate")) : ledger::Rate{};
    money(late, "floor", t.late_floor);
    money(late, "cap", t.late_cap);
    for (const auto& step : late.value("steps", std::vector<std::string>{}))
        t.late_steps.push_back(sound(ledger::parse_money(step, p.currency), step));
    if (j.contains("cash")) {
        const auto& cash = j.at("cash");
        t.cash_rate = rate(cash.at("daily_rate"));
        t.cash_fee_rate = rate(cash.at("fee_rate"));
        money(cash, "fee_floor", t.cash_fee_floor);
    }
    return p;
}

ledger::HolidayList holidays(const json& j)
{
    ledger::HolidayList list{
        .region = j.at("region"), .names = texts(j.at("names")), .years = j.at("years"), .source = j.at("source")};
    for (const auto& [day, name] : j.at("days").items())
        list.days.emplace_back(sound(ledger::parse_date(day), day), name.get<std::string>());
    return list;
}

}  // namespace

ledger::Presets load_presets()
{
    ledger::Presets out;
    const auto cards = json::parse(duewatch_seed("card_presets.json"));
    const auto days = json::parse(duewatch_seed("holidays.json"));
    for (const auto& j : cards.at("presets")) out.cards.push_back(card(j));
    for (const auto& j : days.at("lists")) out.holidays.push_back(holidays(j));
    return out;
}

}  // namespace db
