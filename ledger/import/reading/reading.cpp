#include "ledger/import/reading/reading.hpp"

namespace ledger {

std::string_view name(RowReason why)
{
    switch (why) {
        case RowReason::not_counted: return "not_counted";
        case RowReason::failed: return "failed";
        case RowReason::pending: return "pending";
        case RowReason::no_money: return "no_money";
        case RowReason::own_transfer: return "own_transfer";
        case RowReason::balance: return "balance";
        case RowReason::total: return "total";
        case RowReason::header: return "header";
        case RowReason::continuation: return "continuation";
        case RowReason::furniture: return "furniture";
        case RowReason::no_date: return "no_date";
        case RowReason::no_year: return "no_year";
        case RowReason::other_currency: return "other_currency";
        case RowReason::both_sides: return "both_sides";
    }
    return "";
}

}  // namespace ledger
