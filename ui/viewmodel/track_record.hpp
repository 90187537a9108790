#pragma once
#include <optional>

#include "alerts/judging/backtest.hpp"
#include "ledger/facts/book.hpp"
#include "ui/viewmodel/common.hpp"

namespace view {

/// Questions that were answered alike: how often it was said to happen, and how often it did. Shares in [0, 1].
struct CurvePoint {
    double said = 0, happened = 0;
    int questions = 0;
};

/// What was said of the user's own past against what then happened, in plain words.
struct RecordModel {
    enum class Stage { looking, nothing, ready } stage = Stage::looking;
    std::string title{}, sentence{}, explanation{}, verdict{};
    std::vector<ledger::AccountId> accounts{};
    Choice account{};
    std::vector<Figure> figures{};                                   ///< announced, in vain, missed, rightly quiet
    std::vector<CurvePoint> curve{};                                 ///< by what was said, ascending
    std::string curve_title{}, curve_summary{}, said{}, happened{};  ///< the words at the curve
    std::vector<Column> columns{};
    std::vector<Row> rows{};  ///< the curve as a table
};

/// `found` is nothing while it is still being looked at, and holds nothing where there is too little history.
RecordModel record(const ledger::Book& book, const std::vector<ledger::AccountId>& accounts, ledger::AccountId account,
                   const std::optional<std::optional<alerts::Backtest>>& found, const wording::Words& words);

}  // namespace view
