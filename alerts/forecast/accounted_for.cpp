#include "alerts/forecast/accounted_for.hpp"

#include <algorithm>

#include "ledger/facts/payee.hpp"
#include "ledger/values/text.hpp"

namespace alerts {
namespace {

using ledger::AccountId;
using ledger::Days;

constexpr std::uint32_t category_key = 1u << 30;  ///< keys from here on name a category
constexpr int payment_slack = 3;                  ///< days between a card payment on the paying account and on the card

std::uint32_t key_of_category(ledger::CategoryId category, bool in)
{
    return category_key + static_cast<std::uint32_t>(category.value) * 2 + (in ? 1u : 0u);
}

const ledger::AccountHistory* rows_of(const ledger::History& history, AccountId id)
{
    const auto at = history.accounts.find(id);
    return at == history.accounts.end() ? nullptr : &at->second;
}

/// The indices of the movements with one of these keys, by key for speed.
std::vector<std::uint32_t> with_keys(const std::map<std::uint32_t, std::vector<std::uint32_t>>& by_key,
                                     const std::set<std::uint32_t>& keys)
{
    std::vector<std::uint32_t> found;
    for (const auto key : keys)
        if (const auto at = by_key.find(key); at != by_key.end())
            found.insert(found.end(), at->second.begin(), at->second.end());
    std::sort(found.begin(), found.end());
    return found;
}

template <class Id>
const Came* find_told(const std::map<std::pair<Id, AccountId>, Came>& all, Id id, AccountId account)
{
    const auto at = all.find({id, account});
    return at == all.end() || at->second.members.empty() ? nullptr : &at->second;
}

}  // namespace

std::uint32_t key_of(const ledger::HistoryRow& row)
{
    const bool in = row.minor > 0;
    if (row.payee) return row.payee * 2 + (in ? 1u : 0u);
    return row.category ? key_of_category(row.category, in) : 0;
}

std::string name_of_key(const ledger::History& history, const ledger::Book& book, std::uint32_t key)
{
    if (key < category_key) return key / 2 < history.payees.size() ? history.payees[key / 2] : std::string{};
    const auto* category = find<ledger::Category>(book, ledger::CategoryId{(key - category_key) / 2});
    if (!category) return {};
    return category->name.empty() ? category->key : category->name;
}

std::set<std::uint32_t> keys_called(const ledger::History& history, const std::string& name,
                                    ledger::CategoryId category, bool in)
{
    std::set<std::uint32_t> keys;
    for (std::uint32_t i = 1; i < history.payees.size(); ++i)
        if (ledger::same_payee(name, history.payees[i])) keys.insert(i * 2 + (in ? 1u : 0u));
    if (category) keys.insert(key_of_category(category, in));
    return keys;
}

AccountedFor::AccountedFor(const ledger::Book& book, const ledger::History& history, ledger::Today today,
                           const std::set<AccountId>& accounts)
    : book_{book}, history_{history}, today_{today}, accounts_{accounts}
{
    for (const auto& [id, s] : book.settlements) {
        entries_.insert(s.entry);
        bills_seen_.insert(s.bill);
    }
    card_payments();
    names();
}

/// What was paid to a card is told by the card's own bills, whether or not the two sides were linked.
void AccountedFor::card_payments()
{
    for (const auto& [id, bill] : book_.bills) {
        const auto* card = bill.source == ledger::BillSource::card ? rows_of(history_, bill.card) : nullptr;
        if (!card) continue;
        for (const auto& paid : card->rows)
            if (paid.minor > 0) account_for_payment(paid, bill.id);
    }
}

void AccountedFor::account_for_payment(const ledger::HistoryRow& paid, ledger::BillId bill)
{
    for (const auto id : accounts_) {
        const auto* past = rows_of(history_, id);
        if (!past) continue;
        auto at = std::lower_bound(past->rows.begin(), past->rows.end(), paid.date - Days{payment_slack},
                                   [](const auto& row, Date day) { return row.date < day; });
        for (; at != past->rows.end() && at->date <= paid.date + Days{payment_slack}; ++at) {
            if (at->minor != -paid.minor || entries_.contains(at->id)) continue;
            entries_.insert(at->id);
            bills_seen_.insert(bill);
            return;
        }
    }
}

/// By which keys each confirmed bill and income goes. Names are folded once: there may be thousands.
void AccountedFor::names()
{
    std::vector<ledger::PayeeName> names;
    names.reserve(history_.payees.size());
    for (const auto& payee : history_.payees) names.emplace_back(payee);
    const auto keys = [&](const std::string& wanted, ledger::CategoryId category, bool in) {
        std::set<std::uint32_t> found;
        if (wanted.empty()) return found;
        const ledger::PayeeName name{wanted};
        for (std::uint32_t i = 1; i < names.size(); ++i)
            if (names[i].fits(name)) found.insert(i * 2 + (in ? 1u : 0u));
        if (category) found.insert(key_of_category(category, in));
        return found;
    };
    for (const auto& [id, bill] : book_.bills)
        if (bill.source == ledger::BillSource::entered && bill.repeat.period != ledger::Period::once)
            bill_keys_[id] = keys(bill.payee, bill.category, false);
    for (const auto& [id, income] : book_.incomes)
        if (income.repeat.period != ledger::Period::once) income_keys_[id] = keys(income.payer, income.category, true);
}

std::vector<Movement> AccountedFor::movements(AccountId account, Date first)
{
    std::vector<Movement> found;
    const auto* past = rows_of(history_, account);
    if (!past) return found;
    std::map<std::uint32_t, std::vector<std::uint32_t>> by_key;
    for (const auto& row : past->rows) {
        if (row.date < first || row.date > today_.date) continue;
        const auto key = key_of(row);
        if (key) by_key[key].push_back(static_cast<std::uint32_t>(found.size()));
        found.push_back({.date = row.date, .minor = row.minor, .key = key, .known = entries_.contains(row.id)});
    }
    const auto account_for = [&](const std::set<std::uint32_t>& keys, const Schedule& schedule) {
        auto told = told_by(found, with_keys(by_key, keys), schedule, today_.date);
        for (const auto i : told.members) found[i].known = true;
        return told;
    };
    for (const auto& [id, keys] : bill_keys_) {
        const auto& bill = book_.bills.at(id);
        auto told = account_for(keys, {bill.repeat, bill.first_due, -bill.amount.minor});
        if (!told.members.empty()) bills_seen_.insert(id);
        bills_.insert_or_assign({id, account}, std::move(told));
    }
    for (const auto& [id, keys] : income_keys_) {
        const auto& income = book_.incomes.at(id);
        auto told = account_for(keys, {income.repeat, income.next, income.amount.minor});
        if (!told.members.empty()) came_.insert_or_assign({id, account}, found[told.members.back()].date);
        incomes_.insert_or_assign({id, account}, std::move(told));
    }
    return found;
}

const Came* AccountedFor::told(ledger::BillId bill, AccountId account) const
{
    return find_told(bills_, bill, account);
}
const Came* AccountedFor::told(ledger::IncomeId income, AccountId account) const
{
    return find_told(incomes_, income, account);
}

std::optional<Date> AccountedFor::last_came(ledger::IncomeId income, AccountId account) const
{
    const auto at = came_.find({income, account});
    return at == came_.end() ? std::nullopt : std::optional{at->second};
}

}  // namespace alerts
