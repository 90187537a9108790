#include "ui/app/journeys/lookup.hpp"

#include <charconv>

namespace app {

using namespace ledger;

namespace {

constexpr std::size_t most_named = 8;  ///< a message lists no more names than this

template <class Shelf, class Name>
std::string names_on(const Shelf& facts, const Name& name)
{
    std::string out;
    std::size_t n = 0;
    for (const auto& [id, fact] : facts) {
        if (++n > most_named) return out + ", …";
        out += (out.empty() ? "" : ", ") + name(fact);
    }
    return out;
}

Problem unknown(const std::string& field, std::string_view text, std::string detail)
{
    return {.trouble = Trouble::no_such, .field = field, .text = std::string{text}, .detail = std::move(detail)};
}

/// By number; else the one whose name this is.
template <class Fact, class Name>
auto by_number_or_name(const Book& book, std::string_view text, const std::string& field, const Name& name)
    -> Result<decltype(Fact::id)>
{
    using IdOfFact = decltype(Fact::id);
    const auto& facts = shelf<Fact>(book);
    if (const IdOfFact id{number_of(text)}; id && facts.contains(id)) return id;
    IdOfFact found{};
    for (const auto& [id, fact] : facts) {
        if (name(fact) != text) continue;
        if (found)
            return Problem{.trouble = Trouble::ambiguous,
                           .field = field,
                           .text = std::string{text},
                           .detail = std::to_string(found.value) + ", " + std::to_string(id.value)};
        found = id;
    }
    if (found) return found;
    return unknown(field, text,
                   names_on(facts, [&](const Fact& f) { return std::to_string(f.id.value) + " " + name(f); }));
}

}  // namespace

std::int64_t number_of(std::string_view text)
{
    std::int64_t n = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    return error == std::errc{} && end == text.data() + text.size() ? n : 0;
}

Result<AccountId> account_called(const Book& book, std::string_view name, const std::string& field)
{
    if (const auto* account = account_named(book, name)) return account->id;
    if (const AccountId id{number_of(name)}; id && book.accounts.contains(id)) return id;
    return unknown(field, name, names_on(book.accounts, [](const Account& a) { return a.name; }));
}

Result<CategoryId> category_called(const Book& book, std::string_view name, const std::string& field)
{
    if (const auto* category = category_named(book, name)) return category->id;
    if (const CategoryId id{number_of(name)}; id && book.categories.contains(id)) return id;
    std::string meant;
    for (const auto& [id, c] : book.categories)
        if (c.name == name) meant += (meant.empty() ? "" : ", ") + category_path(book, id);
    if (!meant.empty())
        return Problem{.trouble = Trouble::ambiguous, .field = field, .text = std::string{name}, .detail = meant};
    return unknown(field, name,
                   names_on(book.categories, [&](const Category& c) { return category_path(book, c.id); }));
}

Result<BillId> bill_called(const Book& book, std::string_view name, const std::string& field)
{
    return by_number_or_name<Bill>(book, name, field, [](const Bill& b) { return b.payee; });
}

Result<IncomeId> income_called(const Book& book, std::string_view name, const std::string& field)
{
    return by_number_or_name<Income>(book, name, field, [](const Income& i) { return i.payer; });
}

std::string category_path(const Book& book, CategoryId id)
{
    const auto* category = find<Category>(book, id);
    if (!category) return {};
    const std::string& own = category->name.empty() ? category->key : category->name;
    return category->parent ? category_path(book, category->parent) + ":" + own : own;
}

}  // namespace app
