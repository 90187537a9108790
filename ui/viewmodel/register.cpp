#include "ui/viewmodel/register.hpp"

#include <algorithm>

namespace view {

using ledger::Money;
using wording::Words;

const db::RegisterRow* RegisterRows::at(std::int64_t row)
{
    if (row < 0 || row >= count_) return nullptr;
    const auto number = row / page;
    auto found = pages_.find(number);
    if (found == pages_.end()) {
        found = pages_.emplace(number, fetch_(number * page, page)).first;
        used_.push_front(number);
        if (used_.size() > kept_pages) {
            pages_.erase(used_.back());
            used_.pop_back();
        }
    }
    else if (used_.front() != number) {
        used_.remove(number);
        used_.push_front(number);
    }
    const auto within = static_cast<std::size_t>(row % page);
    return within < found->second.size() ? &found->second[within] : nullptr;
}

std::vector<ledger::AccountId> register_accounts(const ledger::Book& book, bool closed)
{
    auto out = open_accounts(book);
    for (const auto& [id, account] : book.accounts)
        if (closed && account.archived) out.push_back(id);
    return out;
}

namespace {

/// Today's balance, and beside it what is entered for later days.
std::string balance_sentence(const ledger::Book& book, const ledger::History& history, const ledger::Account& account,
                             ledger::Today today, const Words& words)
{
    if (!history.accounts.contains(account.id))
        return words.fill("Balance today: {amount}", fmt::arg("amount", words.money(account.opening)));
    const auto balance = ledger::balance_on(book, history, account.id, today.date);
    const auto last = ledger::balance_on(book, history, account.id, ledger::make_date(2199, 12, 31));
    if (last == balance) return words.fill("Balance today: {amount}", fmt::arg("amount", words.money(balance)));
    return words.fill("Balance today: {amount} · to come: {upcoming}", fmt::arg("amount", words.money(balance)),
                      fmt::arg("upcoming", words.signed_money(last - balance)));
}

}  // namespace

RegisterModel entries(const ledger::Book& book, const ledger::History& history, ledger::Today today, const Words& words,
                      const RegisterWish& wish, std::int64_t count)
{
    const auto& search = wish.search;
    RegisterModel model;
    model.accounts = register_accounts(book, wish.closed);
    model.account.labels = account_labels(book, model.accounts);
    for (std::size_t i = 0; i < model.accounts.size(); ++i)
        if (book.accounts.at(model.accounts[i]).archived)
            model.account.labels[i] = words.fill("{account} (closed)", fmt::arg("account", model.account.labels[i]));
    model.search = search;
    model.columns = {{words("Date"), 95},  {words("Payee"), 150, false, true}, {words("Category"), 140},
                     {words("Memo"), 120}, {words("Amount"), 105, true},       {words("Balance"), 110, true}};
    model.category_labels.push_back(words("no category"));
    model.categories.push_back({});
    for (const auto id : categories_by_name(book, words)) {
        model.categories.push_back(id);
        model.category_labels.push_back(category_name(book, id, words));
    }
    if (model.accounts.empty()) {
        model.nothing = words("An account comes first. Import a statement, or add the account by hand.");
        model.first_steps = {{words("Import a statement…"), ChooseFile{}}, {words("Add an account…"), NewAccount{}}};
        return model;
    }
    auto at = std::find(model.accounts.begin(), model.accounts.end(), wish.account);
    if (at == model.accounts.end()) at = model.accounts.begin();
    const auto chosen = *at;
    model.account.chosen = static_cast<int>(at - model.accounts.begin());
    model.all = wish.all;
    const bool any_closed =
        std::any_of(book.accounts.begin(), book.accounts.end(), [](const auto& a) { return a.second.archived; });
    const Action closed{wish.closed ? words("Hide closed accounts") : words("Show closed accounts"),
                        ShowClosed{!wish.closed}};
    model.accounts.push_back({});
    model.account.labels.push_back(words("All accounts"));
    model.count = search.empty() ? words.plural("{n} entry", "{n} entries", count)
                                 : words.plural("{n} entry found", "{n} entries found", count);
    model.line.date = ledger::iso(today.date);
    if (model.all) {
        model.account.chosen = static_cast<int>(model.accounts.size()) - 1;
        model.columns.insert(model.columns.begin() + 1, Column{words("Account"), 110});
        model.nothing = search.empty() ? words("There is no entry yet.") : words("Nothing fits the search.");
        if (any_closed) model.deeds.push_back(closed);
        return model;
    }
    const auto& account = book.accounts.at(chosen);
    model.deeds = {{words("Reconcile…"), StartReconcile{chosen}},
                   {words("Change the account…"), EditAccount{chosen}},
                   {words("Add an account…"), NewAccount{}}};
    model.deeds.push_back(account.archived ? Action{words("Open the account again"), CloseAccount{chosen, false}}
                                           : Action{words("Close the account"), CloseAccount{chosen, true}});
    if (any_closed) model.deeds.push_back(closed);
    model.balance = balance_sentence(book, history, account, today, words);
    model.nothing =
        search.empty() ? words("There is no entry in this account yet.") : words("Nothing fits the search.");
    return model;
}

std::vector<Action> deeds_for(const std::vector<ledger::Entry>& chosen, const Words& words)
{
    std::vector<ledger::EntryId> ids;
    for (const auto& e : chosen) ids.push_back(e.id);
    std::vector<Action> out{{words("Change the chosen…"), ChangeEntries{ids, {}, {}}},
                            {words("Remove the chosen"), RemoveEntries{ids}}};
    if (chosen.size() == 1 && chosen.front().category && !chosen.front().payee.empty())
        out.push_back({words("Always categorise like this"), AlwaysLike{chosen.front().id}});
    return out;
}

Row register_row(const db::RegisterRow& row, const ledger::Book& book, const Words& words, bool with_account)
{
    const auto& entry = row.entry;
    const bool pending = entry.status == ledger::EntryStatus::pending;
    std::string category = category_name(book, entry.category, words);
    if (entry.transfer) category = words("Transfer");
    else if (!entry.splits.empty())
        category = words.plural("{n} part", "{n} parts", static_cast<std::int64_t>(entry.splits.size()));
    const auto tone = pending ? Tone::faint : Tone::plain;
    Row cells{Cell{ledger::iso(entry.date), {}, tone},
              Cell{pending ? words.fill("{payee} (pending)", fmt::arg("payee", entry.payee)) : entry.payee, {}, tone},
              Cell{category, {}, Tone::faint},
              Cell{entry.memo, {}, Tone::faint},
              Cell{words.signed_money(entry.amount), {}, entry.amount.positive() ? Tone::good : tone},
              Cell{words.money(row.balance), {}, row.balance.negative() ? Tone::bad : Tone::plain}};
    if (with_account) cells.insert(cells.begin() + 1, Cell{account_name(book, entry.account), {}, Tone::faint});
    return cells;
}

EntryLine entry_line(const ledger::Entry& entry, const RegisterModel& model)
{
    EntryLine line;
    line.entry = entry.id;
    line.account = entry.account;
    line.date = ledger::iso(entry.date);
    line.payee = entry.payee;
    line.memo = entry.memo;
    line.amount = ledger::decimal(ledger::abs(entry.amount));
    line.money_in = entry.amount.positive();
    const auto at = std::find(model.categories.begin(), model.categories.end(), entry.category);
    line.category = at == model.categories.end() ? 0 : static_cast<int>(at - model.categories.begin());
    line.locked = static_cast<bool>(entry.transfer) || !entry.splits.empty();
    return line;
}

ledger::Result<Money> line_amount(const SaveEntry& line, ledger::Currency currency)
{
    const auto first = line.amount.find_first_not_of(" \t");
    const auto starts = [&](const std::string& mark) {
        return first != std::string::npos && line.amount.compare(first, mark.size(), mark) == 0;
    };
    const bool signed_already = starts("-") || starts("+") || starts("−") || starts("－") || starts("＋");
    auto read = read_amount(line.amount, currency);
    if (!read) return read;
    if (read->zero()) return ledger::Problem{ledger::Trouble::amount_zero, "amount", line.amount, {}};
    return signed_already || line.money_in ? *read : -*read;
}

}  // namespace view
