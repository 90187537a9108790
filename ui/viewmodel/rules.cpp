#include "ui/viewmodel/rules.hpp"

#include <algorithm>

#include "ui/app/journeys/rules.hpp"

namespace view {

namespace {

using wording::Words;

/// What a rule looks at, in a few words.
std::string looks_at(const ledger::Rule& r, const ledger::Book& book, const Words& words)
{
    std::vector<std::string> parts;
    if (!r.text.empty()) parts.push_back(words.fill("“{text}” in payee or memo", fmt::arg("text", r.text)));
    if (!r.payee.empty()) parts.push_back(words.fill("payee is “{payee}”", fmt::arg("payee", r.payee)));
    if (r.account) parts.push_back(words.fill("on {account}", fmt::arg("account", account_name(book, r.account))));
    if (r.at_least) parts.push_back("≥ " + words.money(*r.at_least));
    if (r.at_most) parts.push_back("≤ " + words.money(*r.at_most));
    std::string out;
    for (const auto& part : parts) out += (out.empty() ? "" : ", ") + part;
    return out;
}

std::string does(const ledger::Rule& r, const ledger::Book& book, const Words& words)
{
    std::vector<std::string> parts;
    if (!r.set_payee.empty()) parts.push_back(words.fill("payee “{payee}”", fmt::arg("payee", r.set_payee)));
    if (r.set_category) parts.push_back(category_name(book, r.set_category, words));
    if (r.set_transfer)
        parts.push_back(words.fill("transfer with {account}", fmt::arg("account", account_name(book, r.set_transfer))));
    std::string out;
    for (const auto& part : parts) out += (out.empty() ? "" : ", ") + part;
    return out;
}

void add_categories(RulesModel& model, const ledger::Book& book, const Words& words, ledger::CategoryId parent,
                    int depth)
{
    std::vector<std::pair<std::string, const ledger::Category*>> here;
    for (const auto& [id, c] : book.categories)
        if (c.parent == parent) here.emplace_back(c.key.empty() ? c.name : words(c.name.c_str()), &c);
    std::sort(here.begin(), here.end(), [](const auto& a, const auto& b) {
        return std::pair{a.second->kind, a.first} < std::pair{b.second->kind, b.first};
    });
    for (const auto& [name, c] : here) {
        std::string indent;
        for (int n = 0; n < depth; ++n) indent += "      ";
        model.category_rows.push_back(
            {Cell{indent + name, {}, Tone::plain, depth == 0},
             Cell{c->kind == ledger::CategoryKind::income ? words("income") : words("expense"), {}, Tone::faint},
             Cell{c->essential ? words("essential") : ""},
             Cell{c->key.empty() ? words("your own") : words("in three languages"), {}, Tone::faint}});
        model.categories.push_back({c->id, name, c->parent, c->kind == ledger::CategoryKind::income, c->essential});
        if (depth < 8) add_categories(model, book, words, c->id, depth + 1);
    }
}

}  // namespace

RulesModel rules(const ledger::Book& book, ledger::Today, const Words& words)
{
    RulesModel model;
    model.category_columns = {
        {words("Category"), 220, false, true}, {words("Kind"), 90}, {words("Essential"), 90}, {words("Name"), 130}};
    add_categories(model, book, words, {}, 0);
    model.parents.push_back({});
    model.parent_labels.push_back(words("at the top"));
    model.targets.push_back({});
    model.target_labels.push_back(words("leave as it is"));
    for (const auto id : categories_by_name(book, words)) {
        model.parents.push_back(id);
        model.parent_labels.push_back(category_name(book, id, words));
        model.targets.push_back(id);
        model.target_labels.push_back(category_name(book, id, words));
    }
    model.accounts.push_back({});
    model.account_labels.push_back(words("any account"));
    model.transfer_labels.push_back(words("no transfer"));
    for (const auto id : open_accounts(book)) {
        model.accounts.push_back(id);
        model.account_labels.push_back(account_name(book, id));
        model.transfer_labels.push_back(account_name(book, id));
    }
    model.rule_columns = {
        {words("No."), 45, true}, {words("An entry with"), 220, false, true}, {words("becomes"), 240}};
    int n = 0;
    for (const auto& r : app::rules_in_order(book)) {
        model.rule_rows.push_back(
            {Cell{std::to_string(++n)}, Cell{looks_at(r, book, words)}, Cell{does(r, book, words)}});
        model.rules.push_back({.rule = r.id,
                               .text = r.text,
                               .payee = r.payee,
                               .at_least = r.at_least ? ledger::decimal(*r.at_least) : "",
                               .at_most = r.at_most ? ledger::decimal(*r.at_most) : "",
                               .set_payee = r.set_payee,
                               .account = r.account,
                               .set_transfer = r.set_transfer,
                               .set_category = r.set_category});
    }
    model.rate_columns = {
        {words("Date"), 110}, {words("One"), 105}, {words("is worth"), 120, true}, {words("of"), 70, false, true}};
    std::vector<ledger::ExchangeRate> rates;
    for (const auto& [id, r] : book.rates) rates.push_back(r);
    std::sort(rates.begin(), rates.end(), [](const auto& a, const auto& b) {
        return std::tuple(b.date, a.from, a.to) < std::tuple(a.date, b.from, b.to);
    });
    for (const auto& r : rates) {
        model.rate_rows.push_back({Cell{ledger::iso(r.date)}, Cell{std::string{r.from.text()}},
                                   Cell{ledger::decimal(r.rate)}, Cell{std::string{r.to.text()}}});
        model.rates.push_back(r.id);
    }
    model.explain_rules =
        words("Rules are tried in this order, on import and when you apply them; the first that fits wins.");
    model.explain_rates =
        words("A rate holds from its day until the next one. Reports use it when you ask for one currency.");
    model.currency = std::string{book.preferences.currency.text()};
    return model;
}

std::string rules_preview(std::size_t changed, std::size_t added, const Words& words)
{
    if (changed == 0) return words("No entry would change.");
    auto out = words.plural("{n} entry would change.", "{n} entries would change.", static_cast<std::int64_t>(changed));
    if (added > 0)
        out += " " + words.plural("{n} entry would be added as the other side of a transfer.",
                                  "{n} entries would be added as the other sides of transfers.",
                                  static_cast<std::int64_t>(added));
    return out;
}

}  // namespace view
