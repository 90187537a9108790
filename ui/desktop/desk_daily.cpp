// What the window does with many entries, rules, categories, rates, statements and reports.
#include <algorithm>
#include <set>

#include "ui/app/files/files.hpp"
#include "ui/app/journeys/accounts.hpp"
#include "ui/app/journeys/categories.hpp"
#include "ui/app/journeys/entries.hpp"
#include "ui/app/journeys/rates.hpp"
#include "ui/app/journeys/rules.hpp"
#include "ui/desktop/desk.hpp"
#include "ui/wording/problems.hpp"

namespace desktop {

using ledger::Problem;
using ledger::Trouble;

namespace {

std::vector<ledger::Entry> entries_of(const db::Store& store, const std::vector<ledger::EntryId>& ids)
{
    std::vector<ledger::Entry> out;
    for (const auto id : ids)
        if (auto entry = store.entry(id)) out.push_back(std::move(*entry));
    return out;
}

/// Of transfers the other sides go with them.
std::vector<ledger::Entry> with_other_sides(const db::Store& store, std::vector<ledger::Entry> entries)
{
    std::set<ledger::TransferId> transfers;
    std::set<ledger::EntryId> there;
    for (const auto& e : entries) {
        there.insert(e.id);
        if (e.transfer) transfers.insert(e.transfer);
    }
    if (transfers.empty()) return entries;
    const auto [first, last] = std::minmax_element(entries.begin(), entries.end(),
                                                   [](const auto& a, const auto& b) { return a.date < b.date; });
    for (auto& other : store.entries({.from = first->date - ledger::Days{60}, .to = last->date + ledger::Days{60}}))
        if (transfers.contains(other.transfer) && there.insert(other.id).second) entries.push_back(std::move(other));
    return entries;
}

}  // namespace

view::ReportsModel Desk::reports()
{
    return ask([&](const db::Store& store) { return view::reports(state(), store, words_, shown_report_); });
}
view::RulesModel Desk::rules() const
{
    return view::rules(state().book, state().today, words_);
}

// Entries

std::vector<std::string> Desk::payees_like(const std::string& start)
{
    return ask([&](const db::Store& store) { return store.payees_like(start); });
}

view::Proposal Desk::usual(const std::string& payee)
{
    view::Proposal out{.category = ask([&](const db::Store& store) { return store.usual_category(payee); })};
    const auto last = ask([&](const db::Store& store) { return store.last_with(payee); });
    const auto* account = ledger::find<ledger::Account>(state().book, shown_account_);
    if (last && account && last->amount.currency == account->currency) {
        out.amount = ledger::decimal(ledger::abs(last->amount));
        out.money_in = last->amount.positive();
    }
    return out;
}

Answer Desk::save(const view::ChangeEntries& wanted)
{
    return run([&](const app::State& s, const db::Store& store) {
        return app::edit_entries(s, entries_of(store, wanted.entries),
                                 {.category = wanted.category, .payee = wanted.payee});
    });
}

Answer Desk::remove(const view::RemoveEntries& wanted)
{
    return run([&](const app::State& s, const db::Store& store) {
        return app::remove_entries(s, with_other_sides(store, entries_of(store, wanted.entries)));
    });
}

Answer Desk::always_like(ledger::EntryId id)
{
    const auto entry = ask([&](const db::Store& store) { return store.entry(id); });
    if (!entry) return refused(Problem{Trouble::no_such, "entry", {}, {}});
    auto out = run([&](const app::State& s) { return app::always_like(s, *entry); });
    if (out.done)
        out.text = words_.fill("From now on {payee} is {category}.", fmt::arg("payee", entry->payee),
                               fmt::arg("category", view::category_name(state().book, entry->category, words_)));
    return out;
}

// Accounts

Answer Desk::close(const view::CloseAccount& wanted)
{
    return run([&](const app::State& s) { return app::close_account(s, wanted.account, wanted.closed); });
}

ledger::Result<app::Reconciliation> Desk::read(const view::Reconcile& wanted, const db::Store& store) const
{
    const auto* account = ledger::find<ledger::Account>(state().book, wanted.account);
    if (!account) return Problem{Trouble::no_such, "account", {}, {}};
    const auto balance = view::read_amount(wanted.balance, account->currency);
    if (!balance) return balance.problems();
    const auto date = view::read_day(wanted.date, state().today, words_);
    if (!date) return date.problems();
    return app::reconciliation(state(), store, account->id, *balance, *date,
                               {wanted.left_out.begin(), wanted.left_out.end()});
}

view::ReconcileModel Desk::reconciling(const view::Reconcile& wanted)
{
    view::ReconcileModel model;
    const auto found = session_.ask([&](const db::Store& store) { return read(wanted, store); });
    if (!found) model.said = failed(found.trouble()).text;
    else if (found->ok()) return view::reconcile(**found, words_);
    else if (wanted.balance.empty()) model.said = words_("Give the closing balance of the statement.");
    else model.said = refused(found->problems()).text;
    return model;
}

Answer Desk::reconcile(const view::Reconcile& wanted)
{
    const auto payee = wanted.adjust ? words_("Balance adjustment") : std::string{};
    return run([&](const app::State& s, const db::Store& store) -> ledger::Result<ledger::Change> {
        const auto found = read(wanted, store);
        if (!found) return found.problems();
        return app::reconcile(s, *found, payee);
    });
}

// Categories and rules

Answer Desk::save(const view::SaveCategory& wanted)
{
    if (!wanted.category) {
        const app::AddCategory added{wanted.name, wanted.parent,
                                     wanted.income ? ledger::CategoryKind::income : ledger::CategoryKind::expense,
                                     wanted.essential};
        return run([&](const app::State& s) { return app::add_category(s, added); });
    }
    app::EditCategory edited{.category = wanted.category, .parent = wanted.parent, .essential = wanted.essential};
    const auto* before = ledger::find<ledger::Category>(state().book, wanted.category);
    if (before && wanted.name != (before->key.empty() ? before->name : words_(before->name.c_str())))
        edited.name = wanted.name;  // as it is shown is no new name
    return run([&](const app::State& s) { return app::edit_category(s, edited); });
}

Answer Desk::remove(const view::RemoveCategory& wanted)
{
    return run([&](const app::State& s, const db::Store& store) -> ledger::Result<ledger::Change> {
        if (const auto n = store.count({.category = wanted.category}); n > 0)
            return Problem{Trouble::in_use, "category", view::category_name(s.book, wanted.category, words_),
                           words_.plural("{n} entry", "{n} entries", n)};
        return app::remove_category(s, wanted.category);
    });
}

Answer Desk::save(const view::SaveRule& wanted)
{
    const auto* before = ledger::find<ledger::Rule>(state().book, wanted.rule);
    ledger::Rule rule = before ? *before : ledger::Rule{};
    const auto* account = ledger::find<ledger::Account>(state().book, wanted.account);
    const auto currency = account ? account->currency : state().book.preferences.currency;
    rule.text = wanted.text;
    rule.payee = wanted.payee;
    rule.account = wanted.account;
    rule.set_payee = wanted.set_payee;
    rule.set_category = wanted.set_category;
    rule.set_transfer = wanted.set_transfer;
    for (const auto& [text, bound] : {std::pair{&wanted.at_least, &rule.at_least}, {&wanted.at_most, &rule.at_most}}) {
        bound->reset();
        if (text->empty()) continue;
        const auto amount = view::read_amount(*text, currency);
        if (!amount) return refused(amount.problems());
        *bound = *amount;
    }
    return run([&](const app::State& s) { return before ? app::edit_rule(s, rule) : app::add_rule(s, rule); });
}

Answer Desk::remove(const view::RemoveRule& wanted)
{
    return run([&](const app::State& s) { return app::remove_rule(s, wanted.rule); });
}

Answer Desk::move(const view::MoveRule& wanted)
{
    return run([&](const app::State& s) { return app::move_rule(s, wanted.rule, wanted.places); });
}

std::string Desk::rules_preview(const view::ApplyRules& wanted, bool asked)
{
    constexpr std::int64_t quick = 30'000;  // entries that are looked through without being noticed
    return ask([&](const db::Store& store) -> std::string {
        if (!asked && store.count({}) > quick) return {};
        const app::RuleWish wish{.rule = wanted.rule, .replace = wanted.replace};
        const auto effects = app::rules_applied(state().book, store.entries({}), wish);
        return view::rules_preview(effects.after.size(), effects.added.size(), words_);
    });
}

Answer Desk::apply(const view::ApplyRules& wanted)
{
    return run([&](const app::State& s, const db::Store& store) {
        return app::apply_rules(s, store.entries({}), {.rule = wanted.rule, .replace = wanted.replace});
    });
}

// Rates

Answer Desk::save(const view::SaveRate& wanted)
{
    const auto date = wanted.date.empty() ? ledger::Result<ledger::Date>{state().today.date}
                                          : view::read_day(wanted.date, state().today, words_);
    if (!date) return refused(date.problems());
    const auto from = ledger::parse_currency(wanted.from), to = ledger::parse_currency(wanted.to);
    if (!from) return refused(from.problems());
    if (!to) return refused(to.problems());
    const auto rate = ledger::parse_rate(wanted.rate);
    if (!rate) return refused(rate.problems());
    return run([&](const app::State& s) {
        return app::add_rates(s, {{.date = *date, .from = *from, .to = *to, .rate = *rate}});
    });
}

Answer Desk::remove(const view::RemoveRate& wanted)
{
    return run([&](const app::State& s) { return app::remove_rate(s, wanted.rate); });
}

Answer Desk::import_rates(const std::filesystem::path& file)
{
    const auto bytes = app::read_file(file.string(), "file");
    if (!bytes) return refused(bytes.problems());
    const auto rates = app::read_rates(*bytes);
    if (!rates) return {false, wording::sentence(rates.problem(), words_), {}};
    return run([&](const app::State& s) { return app::add_rates(s, *rates); });
}

}  // namespace desktop
