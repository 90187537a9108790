#pragma once
#include <compare>
#include <cstdint>

namespace ledger {

/// The number of one fact of one kind, given by the store when the fact is first recorded: an AccountId is never a
/// BillId.
template <class Kind>
struct Id {
    std::int64_t value = 0;
    explicit operator bool() const { return value != 0; }  ///< 0 = not yet given
    friend auto operator<=>(Id, Id) = default;
};

using AccountId = Id<struct Account>;
using CategoryId = Id<struct Category>;
using EntryId = Id<struct Entry>;
using TransferId = Id<struct TransferLink>;
using BillId = Id<struct Bill>;
using IncomeId = Id<struct Income>;
using BatchId = Id<struct Batch>;
using PlanId = Id<struct Plan>;
using ContactId = Id<struct Contact>;
using NoticeId = Id<struct Notice>;
using RuleId = Id<struct Rule>;
using FormatId = Id<struct StatementFormat>;
using SettlementId = Id<struct Settlement>;
using AdjustmentId = Id<struct Adjustment>;
using CardStatementId = Id<struct CardStatement>;
using PaperId = Id<struct Paper>;
using CorrectionId = Id<struct IssuerCorrection>;
using HolidayId = Id<struct Holiday>;
using ExchangeRateId = Id<struct ExchangeRate>;
using DismissalId = Id<struct Dismissal>;

}  // namespace ledger
