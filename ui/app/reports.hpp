#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ui/app/session.hpp"

/// Sums for reports. Transfers between own accounts are neither income nor spending; amounts of different currencies
/// are never added: there is a line for each, or, where a currency is asked for, each amount is converted by the rate
/// of its day before it is summed.
namespace app {

struct ReportLine {
    db::GroupBy by{};
    std::string month{};  ///< "2026-11"
    ledger::CategoryId category{};
    ledger::AccountId account{};
    std::string payee{};
    ledger::Money in{}, out{}, net{};  ///< out is negative; net = in + out
    ledger::Money spent{}, earned{};  ///< by the kind of category, so that a refund lessens spending; spent is negative
    std::int64_t spendings = 0, earnings = 0;
};

/// A rate that would have been needed: from this currency, on that day or before.
struct MissingRate {
    ledger::Currency from{}, to{};
    ledger::Date first{};  ///< the earliest day it was needed for
};

template <class Line>
struct Report {
    std::vector<Line> lines{};
    std::vector<MissingRate> missing{};  ///< amounts without a rate stay in lines of their own currency
};

/// Money in and out by month, category, payee or account. With `currency`, each entry (or part) of another one is
/// converted by the last rate on or before its day and rounded to the minor unit, so that every grouping has the same
/// total.
Report<ReportLine> flow_report(const ledger::Book& book, const db::Store& store, const db::EntryFilter& filter,
                               db::GroupBy by, std::optional<ledger::Currency> currency = {});

/// What was owned and owed at the end of one month, or on the last day asked for.
struct WorthLine {
    std::string month{};
    ledger::Date date{};
    ledger::Money assets{}, debts{}, net{};  ///< debts are negative
};
/// From the month of `from`, else of the first entry, to the month of `to`; balances are converted by the rate of the
/// line's day.
Report<WorthLine> worth_report(const ledger::Book& book, const db::Store& store, std::optional<ledger::Date> from,
                               ledger::Date to, std::optional<ledger::Currency> currency = {});

struct BillLine {
    std::string name{};  ///< month, payee or account
    std::int64_t bills = 0;
    ledger::Money amount{}, paid{}, still_owed{};
};
/// What fell due in [from, to] and how much of it was paid. Statements that have not closed are left out. Converted by
/// the rate of the due date, or today's where that lies ahead.
Report<BillLine> bill_report(const State& state, ledger::Date from, ledger::Date to, db::GroupBy by,
                             std::optional<ledger::Currency> currency = {});

}  // namespace app
