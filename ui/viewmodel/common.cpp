#include "ui/viewmodel/common.hpp"

#include <algorithm>

#include "ledger/values/typed_amount.hpp"

namespace view {

std::string account_name(const ledger::Book& book, ledger::AccountId id)
{
    const auto* account = ledger::find<ledger::Account>(book, id);
    return account ? account->name : std::string{};
}

std::string category_name(const ledger::Book& book, ledger::CategoryId id, const wording::Words& words)
{
    const auto* category = ledger::find<ledger::Category>(book, id);
    if (!category) return {};
    const auto name = category->key.empty() ? category->name : words(category->name.c_str());
    const auto above = category_name(book, category->parent, words);
    return above.empty() ? name : words.fill("{above}: {name}", fmt::arg("above", above), fmt::arg("name", name));
}

std::vector<ledger::AccountId> open_accounts(const ledger::Book& book)
{
    std::vector<ledger::AccountId> out;
    for (const auto& [id, account] : book.accounts)
        if (!account.archived) out.push_back(id);
    return out;
}

std::vector<ledger::AccountId> paying_accounts(const ledger::Book& book)
{
    auto out = open_accounts(book);
    std::erase_if(out, [&](auto id) { return !ledger::pays_bills(book.accounts.at(id).type); });
    return out;
}

std::vector<ledger::CategoryId> categories_by_name(const ledger::Book& book, const wording::Words& words)
{
    std::vector<std::pair<std::string, ledger::CategoryId>> named;
    for (const auto& [id, category] : book.categories) named.emplace_back(category_name(book, id, words), id);
    std::sort(named.begin(), named.end());
    std::vector<ledger::CategoryId> out;
    for (const auto& [name, id] : named) out.push_back(id);
    return out;
}

std::vector<std::string> account_labels(const ledger::Book& book, const std::vector<ledger::AccountId>& accounts)
{
    std::vector<std::string> out;
    for (const auto id : accounts) {
        const auto& account = book.accounts.at(id);
        out.push_back(account.number.empty() ? account.name : account.name + " ··" + account.number);
    }
    return out;
}

ledger::Result<ledger::Date> read_day(const std::string& text, ledger::Today today, const wording::Words& words,
                                      ledger::Toward toward)
{
    return ledger::typed_date(text, today, toward, words.day_order());
}

ledger::Result<ledger::Money> read_amount(const std::string& text, ledger::Currency currency)
{
    return ledger::typed_amount(text, currency);
}

}  // namespace view
