#pragma once
// Which table holds which fact.
#include "db/tables/account.hpp"
#include "db/tables/adjustment.hpp"
#include "db/tables/batch.hpp"
#include "db/tables/bill.hpp"
#include "db/tables/card_statement.hpp"
#include "db/tables/category.hpp"
#include "db/tables/contact.hpp"
#include "db/tables/dismissal.hpp"
#include "db/tables/exchange_rate.hpp"
#include "db/tables/holiday.hpp"
#include "db/tables/income.hpp"
#include "db/tables/issuer_correction.hpp"
#include "db/tables/notice.hpp"
#include "db/tables/paper.hpp"
#include "db/tables/plan.hpp"
#include "db/tables/rule.hpp"
#include "db/tables/settlement.hpp"
#include "db/tables/statement_format.hpp"
#include "ledger/facts/book.hpp"

namespace db {

template <class Fact>
struct TableFor;
template <>
struct TableFor<ledger::Account> {
    using Type = AccountTable;
};
template <>
struct TableFor<ledger::Category> {
    using Type = CategoryTable;
};
template <>
struct TableFor<ledger::Batch> {
    using Type = BatchTable;
};
template <>
struct TableFor<ledger::Bill> {
    using Type = BillTable;
};
template <>
struct TableFor<ledger::Income> {
    using Type = IncomeTable;
};
template <>
struct TableFor<ledger::Settlement> {
    using Type = SettlementTable;
};
template <>
struct TableFor<ledger::Adjustment> {
    using Type = AdjustmentTable;
};
template <>
struct TableFor<ledger::CardStatement> {
    using Type = CardStatementTable;
};
template <>
struct TableFor<ledger::Plan> {
    using Type = PlanTable;
};
template <>
struct TableFor<ledger::Contact> {
    using Type = ContactTable;
};
template <>
struct TableFor<ledger::Paper> {
    using Type = PaperTable;
};
template <>
struct TableFor<ledger::Notice> {
    using Type = NoticeTable;
};
template <>
struct TableFor<ledger::Rule> {
    using Type = RuleTable;
};
template <>
struct TableFor<ledger::StatementFormat> {
    using Type = StatementFormatTable;
};
template <>
struct TableFor<ledger::IssuerCorrection> {
    using Type = IssuerCorrectionTable;
};
template <>
struct TableFor<ledger::Holiday> {
    using Type = HolidayTable;
};
template <>
struct TableFor<ledger::ExchangeRate> {
    using Type = ExchangeRateTable;
};
template <>
struct TableFor<ledger::Dismissal> {
    using Type = DismissalTable;
};

/// The table of the facts of this kind: `table<Bill>(database).put(bill)`.
template <class Fact>
typename TableFor<Fact>::Type table(SQLite::Database& database)
{
    return typename TableFor<Fact>::Type{database};
}

}  // namespace db
