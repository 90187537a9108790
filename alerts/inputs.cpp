#include "alerts/inputs.hpp"

#include <algorithm>
#include <set>

#include "ledger/facts/payee.hpp"

namespace alerts {

namespace {

using ledger::AccountId;
using ledger::Date;
using ledger::Days;
using ledger::same_payee;

constexpr std::uint32_t category_key = 1u << 30;  ///< keys from here on name a category, where a row has no payee
constexpr int payment_slack = 3;  ///< days between a card payment on the paying account and on the card

std::uint32_t key_of(const ledger::HistoryRow& row)
{
    const std::uint32_t in = row.minor > 0 ? 1 : 0;
    if (row.payee) return row.payee * 2 + in;
    if (row.category) return category_key + static_cast<std::uint32_t>(row.category.value) * 2 + in;
    return 0;
}

/// One number per occurrence, the same whatever else is asked.
std::uint32_t flow_id(std::uint32_t kind, std::int64_t fact, Date day)
{
    const auto days = static_cast<std::uint32_t>(day.time_since_epoch().count());
    return kind << 30 | (static_cast<std::uint32_t>(fact) & 0x1ffff) << 13 | (days & 0x1fff);
}

class Gathering {
public:
    Gathering(const ledger::Book& book, const ledger::History& history, ledger::Today today, int days, const WhatIf& what_if)
        : book_{book}, history_{history}, today_{today}, end_{today.date + Days{days}}, what_if_{what_if}
    {
        for (const auto& [id, s] : book.settlements) {
            known_entries_.insert(s.entry);
            bills_seen_.insert(s.bill);
        }
    }

    Inputs run()
    {
        for (const auto& [id, account] : book_.accounts)
            if (pays_bills(account.type) && !account.archived) start(account);
        card_payments_are_known();
        confirmed_payees_are_known();
        for (auto& [id, input] : out_.accounts) movements(id, input);
        dues();
        incomes();
        for (const auto& flow : what_if_.flows) add(flow.account, flow_id(3, static_cast<std::int64_t>(out_.named.size()), flow.date), flow.date, flow.amount.minor, {}, false);
        return std::move(out_);
    }

private:
    const ledger::AccountHistory* rows_of(AccountId id) const
    {
        const auto at = history_.accounts.find(id);
        return at == history_.accounts.end() ? nullptr : &at->second;
    }

    void start(const ledger::Account& account)
    {
        auto& input = out_.accounts[account.id];
        input.account = account.id.value;
        input.balance_today = balance_on(book_, history_, account.id, today_.date).minor;
        const auto* past = rows_of(account.id);
        input.first_day = past && !past->rows.empty() ? std::max(past->first, history_.from) : today_.date;
    }

    /// What was paid to a card is told by the card's own bills, whether or not the two sides were linked.
    void card_payments_are_known()
    {
        for (const auto& [id, bill] : book_.bills) {
            if (bill.source != ledger::BillSource::card || !rows_of(bill.card)) continue;
            for (const auto& paid : rows_of(bill.card)->rows)
                if (paid.minor > 0) mark_payment(paid, bill.id);
        }
    }

    void mark_payment(const ledger::HistoryRow& paid, ledger::BillId bill)
    {
        for (const auto& [id, input] : out_.accounts) {
            const auto* past = rows_of(id);
            if (!past) continue;
            auto at = std::lower_bound(past->rows.begin(), past->rows.end(), paid.date - Days{payment_slack},
                                       [](const auto& row, Date day) { return row.date < day; });
            for (; at != past->rows.end() && at->date <= paid.date + Days{payment_slack}; ++at) {
                if (at->minor != -paid.minor || known_entries_.contains(at->id)) continue;
                known_entries_.insert(at->id);
                bills_seen_.insert(bill);
                return;
            }
        }
    }

    void confirmed_payees_are_known()
    {
        for (std::uint32_t i = 1; i < history_.payees.size(); ++i) {
            for (const auto& [id, bill] : book_.bills) {
                if (bill.source != ledger::BillSource::entered || bill.repeat.period == ledger::Period::once) continue;
                if (same_payee(bill.payee, history_.payees[i])) known_keys_.insert(i * 2), bills_seen_.insert(id);
            }
            for (const auto& [id, income] : book_.incomes)
                if (same_payee(income.payer, history_.payees[i])) known_keys_.insert(i * 2 + 1), payer_keys_[id].insert(i * 2 + 1);
        }
    }

    void movements(AccountId id, AccountInput& input)
    {
        const auto* past = rows_of(id);
        if (!past) return;
        for (const auto& row : past->rows) {
            const auto key = key_of(row);
            if (row.date > today_.date) {
                add(id, flow_id(2, row.id.value, row.date), row.date, row.minor, history_.payees[row.payee], false);
                continue;
            }
            if (row.date < input.first_day) continue;
            input.movements.push_back({.date = row.date, .minor = row.minor, .key = key,
                                       .known = known_entries_.contains(row.id) || known_keys_.contains(key)});
        }
    }

    void dues()
    {
        for (auto& duty : open_duties(book_, history_, end_, today_)) {
            if (std::find(what_if_.dropped.begin(), what_if_.dropped.end(), duty.bill) != what_if_.dropped.end()) continue;
            for (const auto& move : what_if_.moves) {
                if (move.bill != duty.bill || (move.occurrence != Date{} && move.occurrence != duty.occurrence)) continue;
                if (move.due) duty.due = *move.due;
                if (move.amount) duty.amount = *move.amount + duty.paid, duty.still_owed = *move.amount;
            }
            const Date pay_on = std::max(duty.due, today_.date + Days{1});
            if (pay_on > end_) continue;  // moved beyond what is looked at
            out_.dues.push_back({.duty = duty, .pay_on = pay_on, .flow = flow_id(0, duty.bill.value, duty.occurrence)});
        }
        std::stable_sort(out_.dues.begin(), out_.dues.end(), [](const Due& a, const Due& b) {
            if (a.pay_on != b.pay_on) return a.pay_on < b.pay_on;
            return a.duty.essential > b.duty.essential;
        });
        for (const auto& due : out_.dues)
            add(due.duty.pay_from, due.flow, due.pay_on, -due.duty.still_owed.minor, due.duty.payee, bills_seen_.contains(due.duty.bill));
    }

    void incomes()
    {
        for (const auto& income : expected_incomes(book_, history_, today_.date - Days{late_for}, end_)) {
            const auto to = paying_account(book_, history_, income.to, income.amount.currency);
            const bool late = income.date <= today_.date;
            if (late && has_come(income, to)) continue;
            const Date day = std::max(income.date, today_.date + Days{1});
            add(to, flow_id(1, income.income.value, income.date), day, income.amount.minor, income.payer, payer_keys_.contains(income.income), late);
        }
    }

    bool has_come(const ledger::Expected& income, AccountId to) const
    {
        const auto* past = rows_of(to);
        const auto keys = payer_keys_.find(income.income);
        if (!past || keys == payer_keys_.end()) return false;
        return std::any_of(past->rows.begin(), past->rows.end(), [&](const auto& row) {
            return row.date >= income.date - Days{late_for} && row.date <= today_.date && row.minor > 0 && keys->second.contains(key_of(row));
        });
    }

    void add(AccountId account, std::uint32_t id, Date day, std::int64_t minor, const std::string& name, bool usual, bool late = false)
    {
        const auto at = out_.accounts.find(account);
        if (at == out_.accounts.end() || day <= today_.date || day > end_) return;
        at->second.flows.push_back({.id = id, .date = day, .minor = minor, .happens = late ? late_income_comes : 1.0, .usual = usual});
        out_.named.push_back({.flow = id, .account = account, .date = day, .minor = minor, .name = name, .late = late});
    }

    static constexpr int late_for = 10;                ///< days a confirmed income is still waited for
    static constexpr double late_income_comes = 0.7;   ///< judgement, not measured: no data here had confirmed incomes

    const ledger::Book& book_;
    const ledger::History& history_;
    ledger::Today today_;
    Date end_;
    const WhatIf& what_if_;
    std::set<ledger::EntryId> known_entries_;
    std::set<std::uint32_t> known_keys_;
    std::set<ledger::BillId> bills_seen_;  ///< have been paid before, so that the balance's habits include them
    std::map<ledger::IncomeId, std::set<std::uint32_t>> payer_keys_;
    Inputs out_;
};

}  // namespace

Inputs gather(const ledger::Book& book, const ledger::History& history, ledger::Today today, int days, const WhatIf& what_if)
{
    return Gathering{book, history, today, days, what_if}.run();
}

std::string name_of_key(const ledger::History& history, const ledger::Book& book, std::uint32_t key)
{
    if (key < category_key) return key / 2 < history.payees.size() ? history.payees[key / 2] : std::string{};
    const auto* category = find<ledger::Category>(book, ledger::CategoryId{(key - category_key) / 2});
    return category ? category->name : std::string{};
}

}  // namespace alerts
