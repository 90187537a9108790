#pragma once
#include <string>
#include <vector>

#include "ui/app/reports.hpp"
#include "ui/viewmodel/common.hpp"
#include "ui/viewmodel/intent.hpp"

namespace view {

/// One bar of the picture: drawn to the right of zero or, where negative, to the left or below.
struct Bar {
    std::string label{}, text{};  ///< what it is about; its amount, as written
    double up = 0,
           down = 0;  ///< in the currency's unit; `down` is negative. Pictures alone are drawn from floating point
};

struct ReportsModel {
    ShowReport chosen{};
    std::vector<std::string> reports{}, bys{}, periods{}, accounts{}, currencies{};  ///< what can be chosen
    bool by_month = false;         ///< the bars stand side by side, in the order of time
    std::string title{}, total{};  ///< "Spending by category, this year"; "All together: −¥1,204.50"
    std::string summary{};         ///< the picture in words
    std::vector<Bar> bars{};       ///< of the currency with the most lines; at most `most_bars`
    std::vector<Column> columns{};
    std::vector<Row> rows{};           ///< every line
    std::vector<std::string> notes{};  ///< rates that are missing, currencies that are not in the picture
    std::string nothing{};
    static constexpr std::size_t most_bars = 24;
};

ReportsModel reports(const app::State& state, const db::Store& store, const wording::Words& words,
                     const ShowReport& wanted);

}  // namespace view
