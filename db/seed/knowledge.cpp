#include "db/seed/knowledge.hpp"

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "db/seed/seed_values.hpp"

std::string_view duewatch_seed(std::string_view file);  // made at build time from db/seed/*.json

namespace db {

namespace {

using ledger::Confidence;
using ledger::Text;
using nlohmann::json;
using seed_values::confidence, seed_values::member, seed_values::rate, seed_values::text_of, seed_values::texts;

Text texts(const json& j, const char* key)
{
    return member(j, key) ? seed_values::texts(j.at(key)) : Text{};
}

std::vector<Text> list_of_texts(const json& j, const char* key)
{
    std::vector<Text> out;
    if (const auto* list = member(j, key))
        for (const auto& t : *list) out.push_back(texts(t));
    return out;
}

std::vector<std::string> strings(const json& j, const char* key)
{
    return member(j, key) ? j.at(key).get<std::vector<std::string>>() : std::vector<std::string>{};
}

ledger::Template template_of(const json& j)
{
    const auto lines = [&](const char* language) { return j.at(language).get<std::vector<ledger::TemplateLine>>(); };
    return {lines("zh_CN"), lines("zh_TW"), lines("en")};
}

/// "1000 TWD", or "20.00" in the currency named beside it. Words ("the minimum payment") are no amount.
std::optional<ledger::Money> money(const json& j, const char* key, std::string currency)
{
    auto amount = text_of(j, key);
    if (const auto space = amount.find(' '); space != std::string::npos) {
        currency = amount.substr(space + 1);
        amount.resize(space);
    }
    const auto c = ledger::parse_currency(currency);
    if (!c || amount.empty()) return std::nullopt;
    const auto m = ledger::parse_money(amount, *c);
    return m ? std::optional{*m} : std::nullopt;
}

ledger::Hotline hotline(const json& j)
{
    ledger::Hotline h{.number = j.at("number").get<std::string>(),
                      .purpose = texts(j, "purpose"),
                      .confidence = confidence(j),
                      .sources = strings(j, "sources"),
                      .checked = text_of(j, "checked"),
                      .note = text_of(j, "note"),
                      .only_here = j.value("only_here", false)};
    if (const auto* h24 = member(j, "h24")) h.h24 = h24->get<bool>();
    return h;
}

ledger::IssuerTerms issuer_terms(const json& j)
{
    ledger::IssuerTerms t;
    t.confidence = Confidence::high;
    const auto least = [&](const json& part) { t.confidence = std::max(t.confidence, confidence(part)); };
    if (const auto* m = member(j, "minimum_payment")) {
        t.minimum_rate = rate(m->at("rate_of_general_balance").get<std::string>());
        t.minimum_floor = money(*m, "floor", "");
        least(*m);
    }
    if (const auto* f = member(j, "late_fee")) {
        const auto currency = text_of(*f, "currency");
        if (member(*f, "rate")) t.late_rate = rate(text_of(*f, "rate"));
        t.late_floor = money(*f, "floor", currency);
        t.late_cap = money(*f, "cap", currency);
        t.late_fixed = money(*f, "amount", currency);
        least(*f);
    }
    if (const auto* r = member(j, "tolerance")) {
        t.tolerance = money(*r, "amount", text_of(*r, "currency"));
        least(*r);
    }
    if (const auto* i = member(j, "instalments")) {
        for (const auto& [n, fee] : i->at("monthly_fee_rate_on_original_principal").items())
            t.instalment_fees[std::stoi(n)] = rate(fee);
        least(*i);
    }
    if (const auto* m = member(j, "interest_method"); m && text_of(*m, "method") == "unpaid_part")
        t.interest = ledger::InterestMethod::unpaid;
    return t;
}

ledger::Issuer issuer(const json& j)
{
    ledger::Issuer out{.id = j.at("id").get<std::string>(),
                       .names = texts(j.at("names")),
                       .country = text_of(j, "country"),
                       .online_channels = list_of_texts(j, "online_channels"),
                       .terms = issuer_terms(j),
                       .notes = text_of(j, "notes"),
                       .checked = text_of(j, "checked")};
    const auto kind = text_of(j, "kind");
    out.kind = ledger::IssuerKind::bank;
    if (kind == "network") out.kind = ledger::IssuerKind::network;
    if (kind == "consumer_credit") out.kind = ledger::IssuerKind::consumer_credit;
    for (const auto& h : j.at("hotlines")) out.hotlines.push_back(hotline(h));
    if (const auto* i = member(j, "ivr_hint"))
        out.ivr = {.path = texts(*i, "path"), .confidence = confidence(*i), .sources = strings(*i, "sources")};
    if (const auto* g = member(j, "grace")) {
        ledger::GraceRule rule{.conservative_days = g->value("conservative_days", 0),
                               .basis = text_of(*g, "basis"),
                               .cutoff = text_of(*g, "cutoff"),
                               .confidence = confidence(*g),
                               .sources = strings(*g, "sources")};
        if (const auto* days = member(*g, "days")) rule.days = days->get<int>();
        out.grace = rule;
    }
    return out;
}

void read_banks(ledger::Knowledge& k)
{
    const auto j = json::parse(duewatch_seed("banks.json"));
    k.checked = text_of(j, "checked");
    k.sources = j.at("sources").get<std::map<std::string, std::string>>();
    for (const auto& i : j.at("issuers")) {
        auto one = issuer(i);
        k.issuer_order.push_back(one.id);
        k.issuers.emplace(one.id, std::move(one));
    }
    for (const auto& h : j.at("helplines"))
        k.helplines.push_back({.id = text_of(h, "id"),
                               .country = text_of(h, "country"),
                               .number = text_of(h, "number"),
                               .name = texts(h, "name"),
                               .use_when = texts(h, "use_when"),
                               .free_advice = h.value("free_advice", false),
                               .complaints = h.value("complaints", false),
                               .confidence = confidence(h),
                               .sources = strings(h, "sources"),
                               .checked = text_of(h, "checked")});
}

ledger::Channel channel(const std::string& name)
{
    if (name == "phone") return ledger::Channel::phone;
    if (name == "chat") return ledger::Channel::chat;
    if (name == "email") return ledger::Channel::email;
    if (name == "letter") return ledger::Channel::letter;
    if (name == "app") return ledger::Channel::app;
    throw std::logic_error{"seed: no such channel: " + name};
}

int minute(const std::string& clock)
{
    return std::stoi(clock.substr(0, 2)) * 60 + std::stoi(clock.substr(3, 2));
}

ledger::CallKnowledge call(const json& j)
{
    ledger::CallKnowledge c{.best_times = texts(j, "best_times"),
                            .environment = texts(j, "environment"),
                            .if_no_answer = texts(j, "if_no_answer"),
                            .manner = texts(j, "manner"),
                            .after_agreement = texts(j, "after_agreement"),
                            .have_ready = list_of_texts(j, "have_ready"),
                            .never_give = list_of_texts(j, "never_give"),
                            .questions = list_of_texts(j, "questions")};
    for (const auto& a : j.at("avoid"))
        c.avoid.push_back({.from_minute = minute(text_of(a, "from")),
                           .to_minute = minute(text_of(a, "to")),
                           .source = text_of(a, "source"),
                           .confidence = confidence(a)});
    for (const auto& r : j.at("record")) c.record.push_back({text_of(r, "id"), texts(r, "names")});
    return c;
}

void read_cases(ledger::Knowledge& k, const json& j)
{
    for (const auto& d : j.at("documents"))
        k.documents[text_of(d, "id")] = {text_of(d, "id"), texts(d, "names"), texts(d, "why")};
    for (const auto& r : j.at("request_types"))
        k.request_types[text_of(r, "id")] = {.id = text_of(r, "id"),
                                             .names = texts(r, "names"),
                                             .fits_when = text_of(r, "fits_when"),
                                             .note = texts(r, "note"),
                                             .ask = template_of(r.at("ask"))};
    for (const auto& r : j.at("reasons"))
        k.reasons.push_back({.id = text_of(r, "id"),
                             .names = texts(r, "names"),
                             .documents = strings(r, "documents"),
                             .essential = strings(r, "essential_documents"),
                             .requests = strings(r, "requests_in_order"),
                             .tone = texts(r, "tone"),
                             .watch = texts(r, "watch")});
    for (const auto& s : j.at("stages")) {
        ledger::Stage stage{.id = text_of(s, "id"),
                            .from_day = s.at("from_day").get<int>(),
                            .names = texts(s, "names"),
                            .actions = texts(s, "actions"),
                            .tone = texts(s, "tone"),
                            .risks = texts(s, "risks"),
                            .requests = strings(s, "requests")};
        if (const auto* to = member(s, "to_day")) stage.to_day = to->get<int>();
        k.stages.push_back(std::move(stage));
    }
    for (const auto& c : j.at("channels"))
        k.channels.push_back({channel(text_of(c, "id")), texts(c, "good_for"), c.value("record", 0)});
}

void read_words(ledger::Knowledge& k, const json& j)
{
    for (const auto& w : j.at("scam_warnings"))
        k.scam_warnings.push_back(
            {texts(w, "text"), strings(w, "regions"), text_of(w, "source"), text_of(w, "checked")});
    for (const auto& w : j.at("home_visit"))
        k.home_visit.push_back({texts(w, "text"), {}, text_of(w, "source"), text_of(w, "checked")});
    for (const auto& r : j.at("collection_rules")) {
        ledger::CollectionRule rule{.id = text_of(r, "id"),
                                    .region = text_of(r, "region"),
                                    .text = texts(r, "text"),
                                    .source = text_of(r, "source"),
                                    .confidence = confidence(r),
                                    .checked = text_of(r, "checked"),
                                    .most_a_day = r.value("most_a_day", 0)};
        if (member(r, "quiet_from")) {
            rule.quiet_from = minute(text_of(r, "quiet_from"));
            rule.quiet_to = minute(text_of(r, "quiet_to"));
        }
        k.collection_rules.push_back(std::move(rule));
    }
    const auto& script = j.at("script");
    k.script_orders = script.at("orders").get<std::map<std::string, std::vector<std::string>>>();
    k.script_extra = strings(script, "extra");
    for (const auto& [id, block] : script.at("blocks").items()) k.blocks[id] = template_of(block);
    k.letter = template_of(j.at("letters").at("full"));
    for (const auto& [id, letter] : j.at("letters").at("short").items()) k.short_letters[id] = template_of(letter);
    for (const auto& [region, words] : j.at("region_terms").items())
        for (const auto& [term, word] : words.items()) k.terms[region][term] = texts(word);
    for (const auto& [name, meaning] : j.at("placeholders").items()) k.placeholders.push_back(name);
    k.care = texts(j, "care");
    k.disclaimer = texts(j, "disclaimer");
}

}  // namespace

ledger::Knowledge load_knowledge()
{
    ledger::Knowledge k;
    read_banks(k);
    const auto j = json::parse(duewatch_seed("negotiation.json"));
    k.call = call(j.at("call"));
    read_cases(k, j);
    read_words(k, j);
    return k;
}

}  // namespace db
