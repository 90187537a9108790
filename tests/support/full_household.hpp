#pragma once
#include "tests/support/catch.hpp"
#include "tests/support/ledger.hpp"

/// A household that has something of every kind, and a sound fact of each kind to spoil.
namespace testing {

inline ledger::Money eur(std::int64_t cents)
{
    return {cents, {{'E', 'U', 'R'}}};
}

struct FullHousehold : SmallLedger {
    ledger::AccountId bank = account("Bank"), euros{2}, card{3}, loan{4};
    ledger::CategoryId home{1}, rent{2};
    ledger::EntryId paid{};

    FullHousehold()
    {
        using namespace ledger;
        const auto must = [&](const Problems& problems) { REQUIRE(problems.empty()); };
        must(put(Account{.id = euros, .name = "Euros", .currency = eur(0).currency, .opening = eur(0)}));
        must(put(good_card()));
        must(put(Account{.id = loan, .name = "Loan", .type = AccountType::loan, .opening = cny(-5'000'00)}));
        must(put(Category{.id = home, .name = "Home"}));
        must(put(Category{.id = rent, .parent = home, .name = "Rent"}));
        must(put(good_batch()));
        must(put(good_bill()));
        must(put(good_income()));
        paid = entry(bank, "2026-01-01", -3'000'00, "Rent");
        must(put(good_settlement()));
        must(put(good_adjustment()));
        must(put(good_statement()));
        must(put(good_plan()));
        must(put(good_contact()));
        must(put(Paper{.id = {1}, .bill = {1}, .document = "payslip"}));
        must(put(Notice{.id = {1}, .about = "bill:1"}));
        must(put(good_rule()));
        must(put(good_format()));
        must(put(IssuerCorrection{.id = {1}, .issuer = "icbc", .noted = day("2026-01-01")}));
        must(put(Holiday{.id = {1}, .date = day("2026-01-01"), .name = "New Year"}));
        must(put(good_rate()));
        must(put(good_dismissal()));
    }

    ledger::Account good_card() const
    {
        return {.id = card,
                .name = "Card",
                .type = ledger::AccountType::card,
                .opening_date = day("2020-01-01"),
                .number = "4321",
                .card = ledger::CardTerms{.statement_day = 5, .due_after = 20},
                .pay_from = bank};
    }
    ledger::Batch good_batch() const { return {.id = {1}, .account = bank, .file = "may.csv", .entries = 1}; }
    ledger::Entry good_entry() const
    {
        return {.id = {book.last_entry.value + 1}, .account = bank, .date = day("2026-02-01"), .amount = cny(-10'00)};
    }
    ledger::Bill good_bill() const
    {
        return {.id = {1},
                .payee = "Landlord",
                .amount = cny(3'000'00),
                .first_due = day("2026-01-01"),
                .repeat = {.period = ledger::Period::month},
                .pay_from = bank,
                .category = rent};
    }
    ledger::Bill good_card_bill() const
    {
        return {.id = {2},
                .source = ledger::BillSource::card,
                .payee = "Card",
                .first_due = day("2026-01-01"),
                .card = card};
    }
    ledger::Income good_income() const
    {
        return {.id = {1},
                .payer = "Employer",
                .amount = cny(9'000'00),
                .next = day("2026-01-15"),
                .repeat = {.period = ledger::Period::month},
                .to = bank,
                .category = home};
    }
    ledger::Settlement good_settlement() const
    {
        return {.id = {1},
                .bill = {1},
                .due = day("2026-01-01"),
                .entry = paid,
                .amount = cny(2'000'00),
                .paid_on = day("2026-01-01")};
    }
    ledger::Adjustment good_adjustment() const
    {
        return {.id = {1}, .bill = {1}, .due = day("2026-02-01"), .amount = cny(2'900'00)};
    }
    ledger::Adjustment good_income_adjustment() const
    {
        return {.id = {2}, .due = day("2026-02-15"), .amount = cny(8'000'00), .income = {1}};
    }
    ledger::CardStatement good_statement() const
    {
        return {.id = {1},
                .card = card,
                .closed = day("2026-01-05"),
                .due = day("2026-01-25"),
                .balance = cny(1'000'00),
                .minimum = cny(100'00)};
    }
    ledger::Plan good_plan() const
    {
        return {.id = {1},
                .bill = {1},
                .due = day("2026-03-01"),
                .schedule = {{day("2026-03-01"), cny(1'500'00)}, {day("2026-04-01"), cny(1'500'00)}},
                .accepted = day("2026-02-20")};
    }
    ledger::Contact good_contact() const
    {
        return {.id = {1},
                .bill = {1},
                .due = day("2026-03-01"),
                .offer = ledger::Offer{.months = 12},
                .waited = 5,
                .promise = ledger::Promise{.amount = cny(50'00), .by = day("2026-03-10")}};
    }
    ledger::Rule good_rule() const
    {
        return {.id = {1}, .text = "supermarket", .account = bank, .set_payee = "Shop", .set_category = home};
    }
    ledger::StatementFormat good_format() const
    {
        return {.id = {1}, .name = "My bank", .account = bank, .header_line = 1, .columns = {{"date", 1}}};
    }
    ledger::ExchangeRate good_rate() const
    {
        return {.id = {1},
                .date = day("2026-01-01"),
                .from = eur(0).currency,
                .to = cny(0).currency,
                .rate = {8 * ledger::Rate::one}};
    }
    ledger::Dismissal good_dismissal() const
    {
        return {.id = {1}, .account = bank, .payee = "Gym", .amount = cny(-100'00)};
    }

    /// This fact, spoilt.
    template <class Fact, class Spoil>
    static ledger::Change spoilt(Fact fact, Spoil spoil)
    {
        spoil(fact);
        return {.steps = {ledger::Put<Fact>{std::move(fact)}}};
    }
};

}  // namespace testing
