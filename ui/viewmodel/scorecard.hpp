#pragma once
#include "alerts/backtest.hpp"
#include "ui/app/session.hpp"
#include "ui/viewmodel/common.hpp"

namespace view {

/// One point of the reliability curve: where said equals happened, the chances were right.
struct ReliabilityPoint {
    double said = 0, happened = 0;  ///< shares in [0, 1]
    int questions = 0;
    std::string read_out{};
};

/// What was said in the past against what happened.
struct ScorecardModel {
    std::string title{};
    std::vector<std::string> lines{};         ///< plain words, the verdict last; without the curve, which has its own read-outs
    std::vector<ReliabilityPoint> curve{};
    std::vector<Column> columns{};
    std::vector<Row> bills{};                 ///< each known bill that was replayed
    std::string nothing{};                    ///< said where there is too little to look back on
};

ScorecardModel scorecard(const app::State& state, const std::optional<alerts::Backtest>& backtest, const wording::Words& words);

}  // namespace view
