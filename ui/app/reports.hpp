#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ui/app/session.hpp"

/// Sums for reports, from entries. Transfers between own accounts are neither income nor spending; amounts of different currencies are never
/// added, so there is a line for each.
namespace app {

struct ReportLine {
    db::GroupBy by{};
    std::string month{};                ///< "2026-11"
    ledger::CategoryId category{};
    ledger::AccountId account{};
    std::string payee{};
    ledger::Money in{}, out{}, net{};   ///< out is negative; net = in + out
    ledger::Money spent{}, earned{};    ///< by the kind of category, so that a refund lessens spending; spent is negative
    std::int64_t spendings = 0, earnings = 0;
};

/// In and out of these entries, each split entry by its parts.
std::vector<ReportLine> flow_report(const ledger::Book& book, const std::vector<ledger::Entry>& entries, db::GroupBy by);

/// What was owned and owed at the end of one month, or on the last day asked for.
struct WorthLine {
    std::string month{};
    ledger::Date date{};
    ledger::Money assets{}, debts{}, net{};  ///< debts are negative
};
/// From the month of `from`, else of the first entry or opening, to the month of `to`. `entries` are all there are.
std::vector<WorthLine> worth_report(const ledger::Book& book, const std::vector<ledger::Entry>& entries, std::optional<ledger::Date> from, ledger::Date to);

struct BillLine {
    std::string name{};  ///< month, payee or account
    std::int64_t bills = 0;
    ledger::Money amount{}, paid{}, still_owed{};
};
/// What fell due in [from, to] and how much of it was paid. Statements that have not closed are left out.
std::vector<BillLine> bill_report(const State& state, ledger::Date from, ledger::Date to, db::GroupBy by);

}  // namespace app
