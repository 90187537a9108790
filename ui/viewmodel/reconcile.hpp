#pragma once
#include <string>
#include <vector>

#include "ui/app/journeys/reconcile.hpp"
#include "ui/viewmodel/common.hpp"

namespace view {

struct ReconcileModel {
    bool understood = false, agrees = false;  ///< the balance and the day could be read; the ledger says the same
    std::string said{};
    std::vector<Column> columns{};
    std::vector<Row> rows{};
    std::vector<ledger::EntryId> entries{};  ///< in the order of the rows
};

ReconcileModel reconcile(const app::Reconciliation& found, const wording::Words& words);

}  // namespace view
