#pragma once
#include <array>
#include <map>
#include <string_view>
#include <tuple>
#include <vector>

#include "ledger/facts/account.hpp"
#include "ledger/facts/bill.hpp"
#include "ledger/facts/category.hpp"
#include "ledger/facts/entry.hpp"
#include "ledger/facts/left_out.hpp"
#include "ledger/facts/rescue.hpp"
#include "ledger/facts/settings.hpp"

namespace ledger {

/// The kinds of fact that a Book holds, and what each is called in the file.
using FactKinds =
    std::tuple<Account, Category, Batch, Bill, Income, Settlement, Adjustment, CardStatement, Dismissal, Plan, Contact,
               Paper, Notice, Rule, StatementFormat, IssuerCorrection, Holiday, ExchangeRate>;
inline constexpr std::array<const char*, std::tuple_size_v<FactKinds>> fact_tables{
    "accounts",          "categories",         "batches",  "bills",         "incomes", "settlements", "adjustments",
    "card_statements",   "dismissals",         "plans",    "contacts",      "papers",  "notices",     "rules",
    "statement_formats", "issuer_corrections", "holidays", "exchange_rates"};

/// Where this kind stands among them.
template <class Fact, std::size_t at = 0>
constexpr std::size_t kind_of()
{
    if constexpr (std::is_same_v<Fact, std::tuple_element_t<at, FactKinds>>) return at;
    else return kind_of<Fact, at + 1>();
}

template <class Fact>
using Shelf = std::map<decltype(Fact::id), Fact>;

/// Everything a person's ledger knows but the entries: hundreds of small facts, one value, loaded at start.
/// The entries stay in the store; of them the Book only knows the largest numbers given.
struct Book {
    Shelf<Account> accounts;
    Shelf<Category> categories;
    Shelf<Batch> batches;
    Shelf<Bill> bills;
    Shelf<Income> incomes;
    Shelf<Settlement> settlements;
    Shelf<Adjustment> adjustments;
    Shelf<CardStatement> card_statements;
    Shelf<Dismissal> dismissals;
    Shelf<Plan> plans;
    Shelf<Contact> contacts;
    Shelf<Paper> papers;
    Shelf<Notice> notices;
    Shelf<Rule> rules;
    Shelf<StatementFormat> formats;
    Shelf<IssuerCorrection> corrections;
    Shelf<Holiday> holidays;
    Shelf<ExchangeRate> rates;
    Preferences preferences;

    EntryId last_entry{};        ///< the largest number ever given to an entry
    TransferId last_transfer{};  ///< … to a transfer
    std::int64_t revision = 0;   ///< counts recorded Changes; the store refuses a Change made on an older one

    std::vector<LeftOut> left_out;  ///< what the file holds beside all this; empty unless somebody meddled with it
    std::map<std::size_t, std::int64_t> numbers_kept;  ///< by kind: the largest number of a row that was left out

    friend bool operator==(const Book&, const Book&) = default;
};

/// The currency that what names no account is in: the preferred one where an open account that can pay is in it, else
/// that of the first account that can pay, else the preferred one.
Currency usual_currency(const Book& book);

/// The shelf on which facts of this kind stand: `shelf<Bill>(book)`.
template <class Fact, class B>
auto& shelf(B& book)
{
    if constexpr (std::is_same_v<Fact, Account>) return book.accounts;
    else if constexpr (std::is_same_v<Fact, Category>) return book.categories;
    else if constexpr (std::is_same_v<Fact, Batch>) return book.batches;
    else if constexpr (std::is_same_v<Fact, Bill>) return book.bills;
    else if constexpr (std::is_same_v<Fact, Income>) return book.incomes;
    else if constexpr (std::is_same_v<Fact, Settlement>) return book.settlements;
    else if constexpr (std::is_same_v<Fact, Adjustment>) return book.adjustments;
    else if constexpr (std::is_same_v<Fact, CardStatement>) return book.card_statements;
    else if constexpr (std::is_same_v<Fact, Dismissal>) return book.dismissals;
    else if constexpr (std::is_same_v<Fact, Plan>) return book.plans;
    else if constexpr (std::is_same_v<Fact, Contact>) return book.contacts;
    else if constexpr (std::is_same_v<Fact, Paper>) return book.papers;
    else if constexpr (std::is_same_v<Fact, Notice>) return book.notices;
    else if constexpr (std::is_same_v<Fact, Rule>) return book.rules;
    else if constexpr (std::is_same_v<Fact, StatementFormat>) return book.formats;
    else if constexpr (std::is_same_v<Fact, Holiday>) return book.holidays;
    else if constexpr (std::is_same_v<Fact, IssuerCorrection>) return book.corrections;
    else {
        static_assert(std::is_same_v<Fact, ExchangeRate>);
        return book.rates;
    }
}

/// The number for the next new fact of this kind; `ahead` for the second, third … new one in the same Change.
template <class Fact>
auto next_id(const Book& book, int ahead = 0)
{
    const auto& facts = shelf<Fact>(book);
    auto largest = facts.empty() ? 0 : facts.rbegin()->first.value;
    if (const auto kept = book.numbers_kept.find(kind_of<Fact>()); kept != book.numbers_kept.end())
        largest = std::max(largest, kept->second);  // what was left out is not written over
    return decltype(Fact::id){largest + 1 + ahead};
}

template <class Fact, class IdOfFact>
const Fact* find(const Book& book, IdOfFact id)
{
    const auto& facts = shelf<Fact>(book);
    const auto at = facts.find(id);
    return at == facts.end() ? nullptr : &at->second;
}

/// The account of this name, letter case aside; nullptr when there is none.
const Account* account_named(const Book&, std::string_view name);

/// A category by its path "Food:Groceries" or its bare name, letter case aside; nullptr when there is none or more than
/// one.
const Category* category_named(const Book&, std::string_view name);

}  // namespace ledger
