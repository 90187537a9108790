#include "ui/app/reports.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace app {

using namespace ledger;

namespace {

std::string month_of_day(Date day) { return iso(day).substr(0, 7); }

/// One category's share of an entry.
struct Part {
    CategoryId category{};
    Money amount{};
};

std::vector<Part> parts_of(const Entry& e)
{
    if (e.splits.empty()) return {{e.category, e.amount}};
    std::vector<Part> out;
    for (const auto& s : e.splits) out.push_back({s.category, s.amount});
    return out;
}

/// An expense category holds spending, refunds too; an income category income; without a category the sign decides.
bool is_spending(const Book& book, const Part& part)
{
    const auto* category = find<Category>(book, part.category);
    return category ? category->kind == CategoryKind::expense : part.amount.negative();
}

using Key = std::tuple<std::string, CategoryId, AccountId, std::string, Currency>;

Key key_of(const Entry& e, const Part& part, db::GroupBy by)
{
    Key key{{}, {}, {}, {}, part.amount.currency};
    switch (by) {
    case db::GroupBy::month: std::get<0>(key) = month_of_day(e.date); break;
    case db::GroupBy::category: std::get<1>(key) = part.category; break;
    case db::GroupBy::account: std::get<2>(key) = e.account; break;
    case db::GroupBy::payee: std::get<3>(key) = e.payee; break;
    }
    return key;
}

}  // namespace

std::vector<ReportLine> flow_report(const Book& book, const std::vector<Entry>& entries, db::GroupBy by)
{
    std::map<Key, ReportLine> lines;
    for (const auto& e : entries) {
        if (e.transfer) continue;
        for (const auto& part : parts_of(e)) {
            const auto key = key_of(e, part, by);
            const Money zero{0, part.amount.currency};
            auto& line = lines
                             .try_emplace(key, ReportLine{.by = by, .month = std::get<0>(key), .category = std::get<1>(key), .account = std::get<2>(key),
                                                          .payee = std::get<3>(key), .in = zero, .out = zero, .net = zero, .spent = zero, .earned = zero})
                             .first->second;
            (part.amount.negative() ? line.out : line.in) += part.amount;
            line.net += part.amount;
            const bool spending = is_spending(book, part);
            (spending ? line.spent : line.earned) += part.amount;
            ++(spending ? line.spendings : line.earnings);
        }
    }
    std::vector<ReportLine> out;
    for (auto& [key, line] : lines) out.push_back(std::move(line));
    return out;
}

std::vector<WorthLine> worth_report(const Book& book, const std::vector<Entry>& entries, std::optional<Date> from, Date to)
{
    if (book.accounts.empty()) return {};
    Date first = to;
    for (const auto& e : entries) first = std::min(first, e.date);
    std::map<AccountId, Money> balances;
    for (const auto& [id, a] : book.accounts) balances[id] = a.opening;
    std::vector<WorthLine> out;
    std::size_t at = 0;  // entries come by date
    for (Date month = first_of_month(std::min(from.value_or(first), to)); month <= to; month = add_months(month, 1, 1)) {
        const Date end = std::min(last_of_month(month), to);
        for (; at < entries.size() && entries[at].date <= end; ++at) balances.at(entries[at].account) += entries[at].amount;
        std::map<Currency, WorthLine> lines;
        for (const auto& [id, balance] : balances) {
            const Money zero{0, balance.currency};
            auto& line = lines.try_emplace(balance.currency, WorthLine{.month = month_of_day(end), .date = end, .assets = zero, .debts = zero, .net = zero})
                             .first->second;
            (balance.negative() ? line.debts : line.assets) += balance;
            line.net += balance;
        }
        for (auto& [currency, line] : lines) out.push_back(std::move(line));
    }
    return out;
}

std::vector<BillLine> bill_report(const State& state, Date from, Date to, db::GroupBy by)
{
    std::map<std::pair<std::string, Currency>, BillLine> lines;
    for (const auto& d : duties(state.book, state.history, from, to, state.today)) {
        if (d.projected) continue;
        const auto* account = find<Account>(state.book, d.pay_from);
        const auto name = by == db::GroupBy::month ? month_of_day(d.due) : by == db::GroupBy::account ? (account ? account->name : "") : d.payee;
        const Money zero{0, d.amount.currency};
        auto& line = lines.try_emplace({name, d.amount.currency}, BillLine{.name = name, .amount = zero, .paid = zero, .still_owed = zero}).first->second;
        ++line.bills;
        line.amount += d.amount;
        line.paid += d.paid;
        line.still_owed += d.still_owed;
    }
    std::vector<BillLine> out;
    for (auto& [key, line] : lines) out.push_back(std::move(line));
    return out;
}

}  // namespace app
