#include "ui/app/move_in.hpp"

#include "ui/app/journeys/accounts.hpp"
#include "ui/app/journeys/bills.hpp"

namespace app {

namespace {

using ledger::Problems;

const std::map<std::string_view, ledger::AccountType> types = {{"checking", ledger::AccountType::checking},
                                                               {"savings", ledger::AccountType::savings},
                                                               {"wallet", ledger::AccountType::wallet},
                                                               {"card", ledger::AccountType::card}};
const std::map<std::string_view, std::string> numbers = {
    {"ICBC Checking", "4821"}, {"CMB Savings", "5530"}, {"ICBC Card", "7043"}};

/// Problems of a failed disk are the caller's to see as an exception; what is left here is refusal.
Problems refused(const Outcome& outcome)
{
    if (outcome.trouble) throw db::StorageError{outcome.trouble->kind, outcome.trouble->file, outcome.trouble->what};
    return outcome.problems;
}

AddAccount wanted(const State& state, const SampleAccount& a)
{
    AddAccount add{
        .name = a.name, .type = types.at(a.type), .opening = {a.opening, {}}, .opening_date = a.opening_date};
    if (const auto number = numbers.find(a.name); number != numbers.end()) add.number = number->second;
    if (add.type != ledger::AccountType::card) return add;
    add.card = ledger::CardTerms{.issuer = "icbc",
                                 .statement_day = a.statement_day,
                                 .due_after = a.due_after,
                                 .limit = ledger::Money{a.limit, {}},
                                 .interest = ledger::InterestMethod::unpaid,
                                 .late_cap = ledger::Money{500'00, {}}};
    add.pay_from = ledger::account_named(state.book, "ICBC Checking")->id;
    return add;
}

ledger::Result<SampleImport> bring_in(Session& session, const SampleStatement& statement, ledger::Moment now)
{
    const ImportWish wish{.account = ledger::account_named(session.state().book, statement.account)->id,
                          .file = statement.file};
    const auto look = [&] {
        const auto asked = [&](const db::Store& store) {
            return preview_import(session.state(), store, statement.bytes, wish);
        };
        return session.ask(asked).or_throw();
    };
    auto preview = look();
    if (!preview) return preview.problems();
    SampleImport out{.statement = statement, .draft = preview->draft};
    auto change = record_import(session.state(), *preview, now, &out.effects);
    if (!change) return change.problems();
    if (auto problems = refused(session.record(*change)); !problems.empty()) return problems;
    const auto second = look();
    out.again = second ? second->draft.fresh : -1;
    return out;
}

}  // namespace

ledger::Result<std::vector<SampleImport>> move_in(Session& session, const SampleHousehold& household,
                                                  ledger::Moment now)
{
    for (const auto& account : household.accounts)
        if (auto problems = refused(session.run([&](const State& s) { return add_account(s, wanted(s, account)); }));
            !problems.empty())
            return problems;
    std::vector<SampleImport> imports;
    for (const auto& statement : household.statements) {
        auto import = bring_in(session, statement, now);
        if (!import) return import.problems();
        imports.push_back(std::move(*import));
    }
    for (const auto& bill : household.bills) {
        const ledger::Bill wanted_bill{.payee = bill.payee,
                                       .amount = {bill.amount, {}},
                                       .estimate = bill.estimate,
                                       .first_due = bill.due,
                                       .repeat = {.period = ledger::Period::month},
                                       .pay_from = ledger::account_named(session.state().book, "ICBC Checking")->id,
                                       .essential = bill.essential};
        if (auto problems = refused(session.run([&](const State& s) { return add_bill(s, wanted_bill); }));
            !problems.empty())
            return problems;
    }
    return imports;
}

}  // namespace app
