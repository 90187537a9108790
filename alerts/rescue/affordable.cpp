#include "alerts/rescue/affordable.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "ledger/balances/card_cycle.hpp"
#include "ledger/facts/payee.hpp"

namespace alerts {

namespace {

using ledger::Date;
using ledger::Days;
using ledger::Money;
using ledger::same_payee;

constexpr int most_months = 6;
constexpr int recent_months = 3;
constexpr int transfer_slack = 3;                 ///< days between the two sides of a transfer nobody linked
constexpr ledger::Rate buffer_share{50'000'000};  ///< 5 % of income
constexpr std::int64_t least_buffer_cny = 200'00;

std::int64_t median(std::vector<std::int64_t> values)
{
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    const auto middle = values.size() / 2;
    return values.size() % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

bool essential(const ledger::Book& book, ledger::CategoryId id)
{
    const auto* category = find<ledger::Category>(book, id);  // its own flag: "Dining out" below "Food" can wait
    return category && category->essential;
}

/// The sums of whole months of rows that belong together.
struct Months {
    std::vector<std::int64_t> totals{};
    std::int64_t so_far = 0;  ///< of the month that has begun
    std::vector<ledger::EntryId> rows{};
};

class Reader {
public:
    Reader(const ledger::Book& book, const ledger::History& history, ledger::Today today, ledger::Currency currency)
        : book_{book}, history_{history}, today_{today.date}, end_{ledger::first_of_month(today.date)}
    {
        for (const auto& [id, account] : book.accounts) {
            if (account.currency != currency || account.type == ledger::AccountType::loan) continue;
            const auto at = history.accounts.find(id);
            if (at == history.accounts.end() || at->second.rows.empty()) continue;
            accounts_.push_back(&account);
            const Date first = std::max(at->second.first, history.from);
            const Date whole =
                ledger::day_of_month(first) <= 5 ? ledger::first_of_month(first) : ledger::add_months(first, 1, 1);
            start_ = start_ ? std::min(*start_, whole) : whole;
        }
        if (start_) start_ = std::max(*start_, ledger::add_months(end_, -most_months, 1));
        while (start_ && ledger::add_months(*start_, months_, 1) < end_) ++months_;
        for (const auto& [id, s] : book.settlements) settled_.insert(s.entry);
        gather_amounts();
    }

    int months() const { return months_; }

    /// Rows of whole months that are no transfers, by what `group` says of them; nothing = left out.
    template <class Key, class Group>
    std::map<Key, Months> by(Group group) const
    {
        std::map<Key, Months> out;
        if (months_ == 0) return out;
        for (const auto* account : accounts_)
            for (const auto& row : history_.accounts.at(account->id).rows) {
                if (row.date < *start_ || row.date > today_ || row.transfer) continue;
                const auto key = group(*account, row);
                if (!key || between_own_accounts(*account, row)) continue;
                auto& months = out[*key];
                if (months.totals.empty()) months.totals.resize(static_cast<std::size_t>(months_));
                (row.date < end_ ? months.totals[month_of(row.date)] : months.so_far) += row.minor;
                months.rows.push_back(row.id);
            }
        return out;
    }

    bool settles(const ledger::HistoryRow& row) const { return settled_.contains(row.id); }
    const std::string& payee(const ledger::HistoryRow& row) const { return history_.payees[row.payee]; }

private:
    std::size_t month_of(Date day) const
    {
        return static_cast<std::size_t>((ledger::year_of(day) - ledger::year_of(*start_)) * 12 +
                                        static_cast<int>(ledger::month_of(day)) -
                                        static_cast<int>(ledger::month_of(*start_)));
    }

    void gather_amounts()
    {
        if (months_ == 0) return;
        for (const auto* account : accounts_)
            for (const auto& row : history_.accounts.at(account->id).rows)
                if (row.date >= *start_ - Days{transfer_slack})
                    amounts_.emplace(std::pair{row.minor, account->id}, row.date);
    }

    /// Two files tell one transfer as two rows; the same amount the other way on another account within days is such a
    /// pair.
    bool between_own_accounts(const ledger::Account& account, const ledger::HistoryRow& row) const
    {
        for (const auto* other : accounts_) {
            if (other->id == account.id) continue;
            const auto [low, high] = amounts_.equal_range({-row.minor, other->id});
            if (std::any_of(low, high, [&](const auto& a) {
                    return std::abs(ledger::days_between(a.second, row.date)) <= transfer_slack;
                }))
                return true;
        }
        return false;
    }

    const ledger::Book& book_;
    const ledger::History& history_;
    std::vector<const ledger::Account*> accounts_;
    std::optional<Date> start_;
    Date today_;
    Date end_;  ///< of the whole months: the first day of the month that has begun
    int months_ = 0;
    std::set<ledger::EntryId> settled_;
    std::multimap<std::pair<std::int64_t, ledger::AccountId>, Date> amounts_;
};

std::vector<Money> in_money(const std::vector<std::int64_t>& totals, ledger::Currency currency)
{
    std::vector<Money> out;
    for (const auto t : totals) out.push_back({t < 0 ? -t : t, currency});
    return out;
}

/// A year's occurrences, spread over twelve months and rounded down; nothing for what comes once.
Money a_month(const ledger::Recurrence& repeat, Date first, Money amount, Date from)
{
    if (repeat.period == ledger::Period::once) return {0, amount.currency};
    const auto times_a_year = static_cast<std::int64_t>(
        dates(repeat, first, from, ledger::add_months(from, 12, ledger::day_of_month(from)) - Days{1}).size());
    return {amount.minor * times_a_year / 12, amount.currency};
}

class Reckoning {
public:
    Reckoning(const ledger::Book& book, const ledger::History& history, ledger::Today today, const AffordableAsk& ask)
        : book_{book}, history_{history}, today_{today}, ask_{ask}, reader_{book, history, today, ask.currency}
    {
        const Money zero{0, ask.currency};
        out_.income = out_.essentials = out_.commitments = out_.other_debts = out_.buffer = zero;
        out_.months_seen = reader_.months();
    }

    Affordable run()
    {
        confirmed_incomes();
        learnt_incomes();
        out_.income_seen = !out_.lines.empty();
        if (ask_.income_change && ask_.income_change->currency == ask_.currency) out_.income += *ask_.income_change;
        bills();
        everyday_essentials();
        buffer();
        std::stable_sort(out_.lines.begin(), out_.lines.end(), [](const auto& a, const auto& b) {
            return a.kind != b.kind ? a.kind < b.kind : a.amount > b.amount;
        });
        return std::move(out_);
    }

private:
    void add(AffordableLine line)
    {
        if (!line.amount.positive()) return;
        sum_of(line.kind) += line.amount;
        out_.lines.push_back(std::move(line));
    }

    Money& sum_of(LineKind kind)
    {
        switch (kind) {
            case LineKind::income: return out_.income;
            case LineKind::essential: return out_.essentials;
            case LineKind::commitment: return out_.commitments;
            case LineKind::other_debt: return out_.other_debts;
            case LineKind::buffer: break;
        }
        return out_.buffer;
    }

    void confirmed_incomes()
    {
        for (const auto& [id, income] : book_.incomes) {
            if (income.ended || income.amount.currency != ask_.currency) continue;
            payers_.push_back(income.payer);
            add({.kind = LineKind::income,
                 .source = LineSource::confirmed,
                 .name = income.payer,
                 .category = income.category,
                 .income = id,
                 .amount = a_month(income.repeat, income.next, usual_amount(book_, history_, income), today_.date)});
        }
    }

    void learnt_incomes()
    {
        const auto payers = reader_.by<std::string>(
            [&](const ledger::Account& account, const ledger::HistoryRow& row) -> std::optional<std::string> {
                if (row.minor <= 0 || !pays_bills(account.type) || row.payee == 0) return std::nullopt;
                const auto& name = reader_.payee(row);
                if (std::any_of(payers_.begin(), payers_.end(), [&](const auto& p) { return same_payee(p, name); }))
                    return std::nullopt;
                return name;
            });
        for (const auto& [name, months] : payers) {
            const auto came = std::count_if(months.totals.begin(), months.totals.end(), [](auto t) { return t > 0; });
            if (reader_.months() < 2 || came * 3 < reader_.months() * 2) continue;
            const auto recent = std::min<std::size_t>(recent_months, months.totals.size());
            auto usual =
                std::min(median(months.totals),
                         median({months.totals.end() - static_cast<std::ptrdiff_t>(recent), months.totals.end()}));
            // Less twice running is the new normal: the last whole month, or what has already come in this one where
            // that is more.
            usual = std::min(usual, std::max(months.totals.back(), months.so_far));
            if (usual <= 0) continue;
            add({.kind = LineKind::income,
                 .source = LineSource::learnt,
                 .name = name,
                 .amount = {usual, ask_.currency},
                 .months = in_money(months.totals, ask_.currency),
                 .rows = months.rows});
        }
    }

    bool planned(ledger::BillId id) const
    {
        return std::find(ask_.debts.begin(), ask_.debts.end(), id) != ask_.debts.end();
    }

    void bills()
    {
        for (const auto& [id, bill] : book_.bills) {
            if (bill.ended) continue;
            if (bill.source == ledger::BillSource::entered) payees_.push_back(bill.payee);
            if (planned(id)) continue;
            if (bill.source == ledger::BillSource::entered && bill.issuer.empty() &&
                bill.amount.currency == ask_.currency)
                add({.kind = bill.essential ? LineKind::essential : LineKind::commitment,
                     .source = LineSource::confirmed,
                     .name = bill.payee,
                     .category = bill.category,
                     .bill = id,
                     .amount = a_month(bill.repeat, bill.first_due, usual_amount(book_, bill), today_.date)});
            else if (const auto amount = debt_a_month(bill))
                add({.kind = LineKind::other_debt,
                     .source = LineSource::confirmed,
                     .name = bill.payee,
                     .bill = id,
                     .amount = *amount});
        }
    }

    /// The minimum where there is one, else what is due in the coming month.
    std::optional<Money> debt_a_month(const ledger::Bill& bill) const
    {
        if (bill.source == ledger::BillSource::entered) {
            if (bill.amount.currency != ask_.currency) return std::nullopt;
            return a_month(bill.repeat, bill.first_due, bill.minimum.value_or(usual_amount(book_, bill)), today_.date);
        }
        const auto duty = current_duty(book_, history_, bill.id, today_);
        if (!duty || duty->amount.currency != ask_.currency || duty->due > today_.date + Days{45}) return std::nullopt;
        return duty->minimum.value_or(duty->amount);
    }

    void everyday_essentials()
    {
        const auto categories = reader_.by<ledger::CategoryId>(
            [&](const ledger::Account&, const ledger::HistoryRow& row) -> std::optional<ledger::CategoryId> {
                if (row.minor >= 0 || reader_.settles(row) || (row.category && !essential(book_, row.category)))
                    return std::nullopt;
                const auto& name = reader_.payee(row);
                if (std::any_of(payees_.begin(), payees_.end(), [&](const auto& p) { return same_payee(p, name); }))
                    return std::nullopt;
                return row.category;
            });
        for (const auto& [category, months] : categories)
            add({.kind = LineKind::essential,
                 .source = LineSource::learnt,
                 .category = category,
                 .amount = {-median(months.totals), ask_.currency},
                 .months = in_money(months.totals, ask_.currency),
                 .rows = months.rows});
    }

    void buffer()
    {
        Money amount = out_.income.positive() ? times(out_.income, buffer_share) : Money{0, ask_.currency};
        const auto at_least = [&](Money m) {
            if (m.currency == ask_.currency) amount = std::max(amount, m);
        };
        at_least({least_buffer_cny, ledger::Currency{}});
        at_least(book_.preferences.buffer);
        if (ask_.keep) at_least(*ask_.keep);
        add({.kind = LineKind::buffer, .source = LineSource::rule, .amount = amount});
    }

    const ledger::Book& book_;
    const ledger::History& history_;
    ledger::Today today_;
    const AffordableAsk& ask_;
    Reader reader_;
    std::vector<std::string> payers_, payees_;
    Affordable out_;
};

}  // namespace

Affordable affordable(const ledger::Book& book, const ledger::History& history, ledger::Today today,
                      const AffordableAsk& ask)
{
    return Reckoning{book, history, today, ask}.run();
}

std::vector<AffordableLine> spending_that_can_wait(const ledger::Book& book, const ledger::History& history,
                                                   ledger::Today today, ledger::AccountId account)
{
    const auto* payer = find<ledger::Account>(book, account);
    if (!payer) return {};
    const Reader reader{book, history, today, payer->currency};
    const auto categories = reader.by<ledger::CategoryId>(
        [&](const ledger::Account& a, const ledger::HistoryRow& row) -> std::optional<ledger::CategoryId> {
            const auto* category = find<ledger::Category>(book, row.category);
            if (a.id != account || row.minor >= 0 || reader.settles(row) || !category ||
                category->kind == ledger::CategoryKind::income)
                return std::nullopt;
            for (const auto& [id, bill] : book.bills)
                if (same_payee(bill.payee, reader.payee(row))) return std::nullopt;
            return essential(book, row.category) ? std::nullopt : std::optional{row.category};
        });
    std::vector<AffordableLine> out;
    for (const auto& [category, months] : categories)
        if (const auto usual = -median(months.totals); usual > 0)
            out.push_back({.kind = LineKind::commitment,
                           .source = LineSource::learnt,
                           .category = category,
                           .amount = {usual, payer->currency},
                           .months = in_money(months.totals, payer->currency),
                           .rows = months.rows});
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.amount > b.amount; });
    return out;
}

}  // namespace alerts
