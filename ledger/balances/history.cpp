#include "ledger/balances/history.hpp"

#include <algorithm>
#include <cassert>

namespace ledger {

namespace {

bool earlier(const HistoryRow& a, const HistoryRow& b) { return a.date != b.date ? a.date < b.date : a.id < b.id; }

CategoryId main_category(const Entry& entry)
{
    if (entry.splits.empty()) return entry.category;
    const auto largest = std::max_element(entry.splits.begin(), entry.splits.end(), [](const auto& a, const auto& b) {
        return abs(a.amount) < abs(b.amount);
    });
    return largest->category;
}

void take_out(History& history, const Entry& entry)
{
    auto& account = history.accounts[entry.account];
    if (entry.date < history.from) {
        account.before -= entry.amount.minor;
        return;
    }
    const auto [low, high] = std::equal_range(account.rows.begin(), account.rows.end(), HistoryRow{.id = entry.id, .date = entry.date}, earlier);
    account.rows.erase(low, high);
    if (account.first >= history.from) account.first = account.rows.empty() ? history.from : account.rows.front().date;
}

void put_in(History& history, const Entry& entry)
{
    auto& account = history.accounts[entry.account];
    const bool nothing_yet = account.rows.empty() && account.first >= history.from;
    account.first = nothing_yet ? entry.date : std::min(account.first, entry.date);
    if (entry.date < history.from) {
        account.before += entry.amount.minor;
        return;
    }
    const auto row = row_of(entry, history);
    account.rows.insert(std::upper_bound(account.rows.begin(), account.rows.end(), row, earlier), row);
}

}  // namespace

std::uint32_t History::intern(const std::string& payee)
{
    const auto [at, added] = payee_index.try_emplace(payee, static_cast<std::uint32_t>(payees.size()));
    if (added) payees.push_back(payee);
    return at->second;
}

Date history_start(Today today) { return first_of_month(add_months(today.date, -36, 1)); }

HistoryRow row_of(const Entry& e, History& names)
{
    return {.id = e.id, .date = e.date, .minor = e.amount.minor, .payee = names.intern(e.payee), .category = main_category(e), .transfer = e.transfer,
            .status = e.status};
}

void amend(History& history, const Book& before, const Change& change, const FindEntry& find_entry)
{
    std::vector<const Entry*> added;
    for (const auto& step : change.steps) {
        if (const auto* put = std::get_if<Put<Account>>(&step)) {
            const auto* old = find<Account>(before, put->fact.id);
            auto [at, is_new] = history.accounts.try_emplace(put->fact.id);
            if (is_new) at->second.first = history.from;
            at->second.before += put->fact.opening.minor - (old ? old->opening.minor : 0);
        } else if (const auto* gone = std::get_if<Remove<Account>>(&step)) {
            history.accounts.erase(gone->id);
        } else if (const auto* entry = std::get_if<Put<Entry>>(&step)) {
            if (entry->fact.id <= before.last_entry)
                if (const auto old = find_entry(entry->fact.id)) take_out(history, *old);
            added.push_back(&entry->fact);
        } else if (const auto* removed = std::get_if<Remove<Entry>>(&step)) {
            if (const auto old = find_entry(removed->id)) take_out(history, *old);
        }
    }
    if (added.size() < 64) {
        for (const auto* entry : added) put_in(history, *entry);
        return;
    }
    for (const auto* entry : added) {  // a whole import: append, then sort each account once
        auto& account = history.accounts[entry->account];
        const bool nothing_yet = account.rows.empty() && account.first >= history.from;
        account.first = nothing_yet ? entry->date : std::min(account.first, entry->date);
        if (entry->date < history.from) account.before += entry->amount.minor;
        else account.rows.push_back(row_of(*entry, history));
    }
    for (auto& [id, account] : history.accounts) std::sort(account.rows.begin(), account.rows.end(), earlier);
}

Money balance_on(const Book& book, const History& history, AccountId id, Date day)
{
    const auto* account = find<Account>(book, id);
    assert(account);
    Money balance{account->opening.minor, account->currency};
    const auto at = history.accounts.find(id);
    if (at == history.accounts.end()) return balance;
    balance.minor = at->second.before;
    for (const auto& row : at->second.rows) {
        if (row.date > day) break;
        balance.minor += row.minor;
    }
    return balance;
}

Money total_between(const Book& book, const History& history, AccountId id, Date from, Date to)
{
    Money total{0, find<Account>(book, id)->currency};
    const auto at = history.accounts.find(id);
    if (at == history.accounts.end()) return total;
    for (const auto& row : at->second.rows)
        if (row.date >= from && row.date <= to) total.minor += row.minor;
    return total;
}

}  // namespace ledger
