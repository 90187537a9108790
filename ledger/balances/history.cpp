#include "ledger/balances/history.hpp"

#include <algorithm>
#include <cassert>
#include <set>

namespace ledger {

namespace {

bool earlier(const HistoryRow& a, const HistoryRow& b)
{
    return a.date != b.date ? a.date < b.date : a.id < b.id;
}

CategoryId main_category(const Entry& entry)
{
    if (entry.splits.empty()) return entry.category;
    const auto largest = std::max_element(entry.splits.begin(), entry.splits.end(),
                                          [](const auto& a, const auto& b) { return abs(a.amount) < abs(b.amount); });
    return largest->category;
}

void take_out(History& history, const Entry& entry)
{
    auto& account = history.accounts[entry.account];
    if (entry.date < history.from) {
        account.before -= entry.amount.minor;
        return;
    }
    const auto [low, high] = std::equal_range(account.rows.begin(), account.rows.end(),
                                              HistoryRow{.id = entry.id, .date = entry.date}, earlier);
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

Date history_start(Today today)
{
    return first_of_month(add_months(today.date, -36, 1));
}

HistoryRow row_of(const Entry& e, History& names)
{
    return {.id = e.id,
            .date = e.date,
            .minor = e.amount.minor,
            .payee = names.intern(e.payee),
            .category = main_category(e),
            .transfer = e.transfer,
            .status = e.status};
}

namespace {

/// The account's opening balance is part of what it carries into the window.
void put_account(History& history, const Account& account, std::map<AccountId, std::int64_t>& opening)
{
    auto [at, is_new] = history.accounts.try_emplace(account.id);
    if (is_new) at->second.first = history.from;
    at->second.before += account.opening.minor - opening[account.id];
    opening[account.id] = account.opening.minor;
}

/// One of many: its place is found when all are in.
void append(History& history, const Entry& entry)
{
    auto& account = history.accounts[entry.account];
    const bool nothing_yet = account.rows.empty() && account.first >= history.from;
    account.first = nothing_yet ? entry.date : std::min(account.first, entry.date);
    if (entry.date < history.from) account.before += entry.amount.minor;
    else account.rows.push_back(row_of(entry, history));
}

void sort_rows(History& history)
{
    for (auto& [id, account] : history.accounts) std::sort(account.rows.begin(), account.rows.end(), earlier);
}

}  // namespace

void amend(History& history, const Book& before, const Change& change, const FindEntry& find_entry)
{
    std::map<AccountId, std::int64_t>
        opening;  // as it stands after the steps so far: one Change may put an account twice
    for (const auto& [id, account] : before.accounts) opening[id] = account.opening.minor;
    std::set<AccountId> forgotten;            // with all their rows
    std::map<EntryId, const Entry*> touched;  // as the Change leaves them; nullptr = removed
    std::vector<const Bring*> brought;
    for (const auto& step : change.steps) {
        if (const auto* put = std::get_if<Put<Account>>(&step)) {
            put_account(history, put->fact, opening);
        }
        else if (const auto* gone = std::get_if<Remove<Account>>(&step)) {
            history.accounts.erase(gone->id);
            opening.erase(gone->id);
            forgotten.insert(gone->id);
        }
        else if (const auto* entry = std::get_if<Put<Entry>>(&step)) {
            touched[entry->fact.id] = &entry->fact;
        }
        else if (const auto* removed = std::get_if<Remove<Entry>>(&step)) {
            touched[removed->id] = nullptr;
        }
        else if (const auto* bring = std::get_if<Bring>(&step)) {
            brought.push_back(bring);
        }
    }
    std::vector<const Entry*> added;
    for (const auto& [id, now] : touched) {
        if (id <= before.last_entry)
            if (const auto old = find_entry(id); old && !forgotten.contains(old->account)) take_out(history, *old);
        if (now) added.push_back(now);
    }
    if (added.size() < 64 && brought.empty()) {
        for (const auto* entry : added) put_in(history, *entry);
        return;
    }
    for (const auto* entry : added) append(history, *entry);
    for (const auto* bring : brought)
        for (std::int64_t n = 0; n < bring->count; ++n)
            if (!touched.contains({bring->first.value + n})) append(history, bring->at(n));
    sort_rows(history);
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
