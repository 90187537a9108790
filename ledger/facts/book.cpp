#include "ledger/facts/book.hpp"

#include <algorithm>

namespace ledger {

namespace {

/// Letter case of ASCII aside; other letters as they are.
bool same_name(std::string_view a, std::string_view b)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [&](char x, char y) { return lower(x) == lower(y); });
}

bool fits_path(const Book& book, const Category& category, std::string_view path)
{
    const auto colon = path.rfind(':');
    const auto last = colon == std::string_view::npos ? path : path.substr(colon + 1);
    if (!same_name(category.name, last) && !same_name(category.key, last)) return false;
    if (colon == std::string_view::npos) return true;
    const auto* parent = find<Category>(book, category.parent);
    return parent && fits_path(book, *parent, path.substr(0, colon));
}

}  // namespace

Currency usual_currency(const Book& book)
{
    const Account* first = nullptr;
    for (const auto& [id, account] : book.accounts) {
        if (account.archived || !pays_bills(account.type)) continue;
        if (account.currency == book.preferences.currency) return account.currency;
        if (!first) first = &account;
    }
    return first ? first->currency : book.preferences.currency;
}

const Account* account_named(const Book& book, std::string_view name)
{
    for (const auto& [id, account] : book.accounts)
        if (same_name(account.name, name)) return &account;
    return nullptr;
}

const Category* category_named(const Book& book, std::string_view name)
{
    const Category* found = nullptr;
    for (const auto& [id, category] : book.categories) {
        if (!fits_path(book, category, name)) continue;
        if (found) return nullptr;
        found = &category;
    }
    return found;
}

}  // namespace ledger
