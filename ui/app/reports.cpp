#include "ui/app/reports.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "ledger/balances/exchange.hpp"
#include "ui/app/journeys/text.hpp"

namespace app {

using namespace ledger;

namespace {

std::string month_of_day(Date day)
{
    return iso(day).substr(0, 7);
}

/// An expense category holds spending, refunds too; an income category income; without a category the sign decides.
bool is_spending(const Book& book, CategoryId id, bool negative)
{
    const auto* category = find<Category>(book, id);
    return category ? category->kind == CategoryKind::expense : negative;
}

/// Converts where that was asked for, and notes what could not be converted.
class Converter {
public:
    Converter(const Book& book, std::optional<Currency> to) : exchange_{book}, to_{to} {}

    Money operator()(Money m, Date on)
    {
        if (!to_ || m.currency == *to_) return m;
        if (const auto converted = exchange_.convert(m, *to_, on)) return *converted;
        const auto [at, is_new] = missing_.try_emplace(m.currency, on);
        at->second = std::min(at->second, on);
        return m;
    }

    std::vector<MissingRate> missing() const
    {
        std::vector<MissingRate> out;
        for (const auto& [from, first] : missing_) out.push_back({from, *to_, first});
        return out;
    }

private:
    Exchange exchange_;
    std::optional<Currency> to_;
    std::map<Currency, Date> missing_;
};

/// The lines of a flow report while they are summed up.
class Lines {
public:
    Lines(const Book& book, db::GroupBy by) : book_{book}, by_{by} {}

    void add(const db::Flow& flow)
    {
        const Money zero{0, flow.in.currency};
        auto& line =
            lines_
                .try_emplace({flow.month, by_ == db::GroupBy::category ? flow.category : CategoryId{}, flow.account,
                              ledger::plain_name(flow.payee), zero.currency},
                             ReportLine{.by = by_,
                                        .month = flow.month,
                                        .category = by_ == db::GroupBy::category ? flow.category : CategoryId{},
                                        .account = flow.account,
                                        .payee = flow.payee,
                                        .in = zero,
                                        .out = zero,
                                        .net = zero,
                                        .spent = zero,
                                        .earned = zero})
                .first->second;
        line.in += flow.in;
        line.out += flow.out;
        line.net += flow.in + flow.out;
        for (const auto& [amount, n, negative] : {std::tuple{flow.in, flow.ins, false}, {flow.out, flow.outs, true}}) {
            const bool spending = is_spending(book_, flow.category, negative);
            (spending ? line.spent : line.earned) += amount;
            (spending ? line.spendings : line.earnings) += n;
        }
    }

    std::vector<ReportLine> take()
    {
        std::vector<ReportLine> out;
        for (auto& [key, line] : lines_) out.push_back(std::move(line));
        return out;
    }

private:
    using Key = std::tuple<std::string, CategoryId, AccountId, std::string, Currency>;
    const Book& book_;
    db::GroupBy by_;
    std::map<Key, ReportLine> lines_;
};

/// One entry, or each part of a split one, as flows.
std::vector<db::Flow> flows_of(const Entry& e, db::GroupBy by, Converter& convert)
{
    std::vector<db::Flow> out;
    const auto add = [&](CategoryId category, Money amount) {
        const auto converted = convert(amount, e.date);
        const Money zero{0, converted.currency};
        const bool out_of = amount.negative();
        out.push_back({.month = by == db::GroupBy::month ? month_of_day(e.date) : "",
                       .category = category,
                       .account = by == db::GroupBy::account ? e.account : AccountId{},
                       .payee = by == db::GroupBy::payee ? e.payee : "",
                       .in = out_of ? zero : converted,
                       .out = out_of ? converted : zero,
                       .ins = out_of ? 0 : 1,
                       .outs = out_of ? 1 : 0});
    };
    if (e.splits.empty()) add(e.category, e.amount);
    for (const auto& part : e.splits) add(part.category, part.amount);
    return out;
}

std::vector<Currency> currencies_of(const Book& book)
{
    std::set<Currency> all;
    for (const auto& [id, account] : book.accounts) all.insert(account.currency);
    return {all.begin(), all.end()};
}

/// The category asked for and those below it; the parts of a split entry are looked at one by one.
bool within(const Book& book, CategoryId category, CategoryId top)
{
    for (; category; category = book.categories.at(category).parent)
        if (category == top) return true;
    return !top;
}

}  // namespace

Report<ReportLine> flow_report(const Book& book, const db::Store& store, const db::EntryFilter& filter, db::GroupBy by,
                               std::optional<Currency> currency)
{
    Lines lines{book, by};
    Converter convert{book, currency};
    auto own = filter;
    own.currency = currency;
    for (const auto& flow : store.flows(own, by)) lines.add(flow);
    if (currency)
        for (const auto other : currencies_of(book)) {
            if (other == *currency) continue;
            own.currency = other;
            for (const auto& entry : store.entries(own))
                if (!entry.transfer)
                    for (const auto& flow : flows_of(entry, by, convert))
                        if (within(book, flow.category, filter.category)) lines.add(flow);
        }
    return {lines.take(), convert.missing()};
}

Report<WorthLine> worth_report(const Book& book, const db::Store& store, std::optional<Date> from, Date to,
                               std::optional<Currency> currency)
{
    if (book.accounts.empty()) return {};
    const auto sums = store.month_sums();
    Converter convert{book, currency};
    std::map<AccountId, Money> balances;
    for (const auto& [id, a] : book.accounts) balances[id] = a.opening;
    Report<WorthLine> out;
    std::size_t at = 0;  // sums come by month
    const Date first = sums.empty() ? to : std::min(sums.front().month, to);
    for (Date month = first_of_month(std::min(from.value_or(first), to)); month <= to;
         month = add_months(month, 1, 1)) {
        const Date end = std::min(last_of_month(month), to);
        if (end == last_of_month(month)) {
            for (; at < sums.size() && sums[at].month <= month; ++at) balances.at(sums[at].account) += sums[at].sum;
        }
        else {  // the last month is not whole
            for (; at < sums.size() && sums[at].month < month; ++at) balances.at(sums[at].account) += sums[at].sum;
            for (const auto& entry : store.entries({.from = month, .to = end}))
                balances.at(entry.account) += entry.amount;
        }
        std::map<Currency, WorthLine> lines;
        for (const auto& [id, own] : balances) {
            if (book.accounts.at(id).opening_date > end) continue;  // it was not there yet
            const auto balance = convert(own, end);
            const Money zero{0, balance.currency};
            auto& line =
                lines
                    .try_emplace(
                        balance.currency,
                        WorthLine{.month = month_of_day(end), .date = end, .assets = zero, .debts = zero, .net = zero})
                    .first->second;
            (balance.negative() ? line.debts : line.assets) += balance;
            line.net += balance;
        }
        for (auto& [money, line] : lines) out.lines.push_back(std::move(line));
    }
    out.missing = convert.missing();
    return out;
}

Report<BillLine> bill_report(const State& state, Date from, Date to, db::GroupBy by, std::optional<Currency> currency)
{
    std::map<std::pair<std::string, Currency>, BillLine> lines;
    Converter convert{state.book, currency};
    for (const auto& d : duties(state.book, state.history, from, to, state.today)) {
        if (d.projected) continue;
        const auto* account = find<Account>(state.book, d.pay_from);
        const auto name = by == db::GroupBy::month     ? month_of_day(d.due)
                          : by == db::GroupBy::account ? (account ? account->name : "")
                                                       : d.payee;
        const Date day = std::min(d.due, state.today.date);
        const Money amount = convert(d.amount, day), zero{0, amount.currency};
        auto& line = lines
                         .try_emplace({name, amount.currency},
                                      BillLine{.name = name, .amount = zero, .paid = zero, .still_owed = zero})
                         .first->second;
        ++line.bills;
        line.amount += amount;
        line.paid += convert(d.paid, day);
        if (!d.superseded) line.still_owed += convert(d.still_owed, day);  // else a later statement asks for it
    }
    Report<BillLine> out;
    for (auto& [key, line] : lines) out.lines.push_back(std::move(line));
    out.missing = convert.missing();
    return out;
}

}  // namespace app
