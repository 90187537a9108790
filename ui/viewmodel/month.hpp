#pragma once
#include <array>

#include "alerts/assess.hpp"
#include "ui/app/session.hpp"
#include "ui/viewmodel/common.hpp"
#include "ui/viewmodel/intent.hpp"

namespace view {

/// Something that falls on a day: a bill, or money that is expected.
struct DayItem {
    std::string text{};  ///< who is paid, or who pays
    std::string amount{};
    std::optional<Level> level{};  ///< of a bill that is still open
    bool income = false;
    bool done = false;       ///< paid
    bool passed_on = false;  ///< a card statement whose rest a later one asks for
    DutyKey duty{};          ///< of a bill
};

struct DayBox {
    ledger::Date date{};
    std::string number{};    ///< "5"
    std::string read_out{};  ///< the day in full and everything on it, lines apart by '\n'
    bool in_month = true, today = false;
    std::vector<DayItem> items{};  ///< money in first, then bills, the most dangerous first
};

/// One month of dues and incomes, in whole weeks from Monday on.
struct MonthModel {
    ledger::Date first{};                   ///< the first of the month
    std::string title{}, summary{};         ///< "December 2026"; what the month holds, in a sentence
    std::array<std::string, 7> weekdays{};  ///< Monday first
    std::vector<DayBox> days{};             ///< a multiple of seven
    std::vector<Column> columns{};
    std::vector<Row> rows{};            ///< the same as a list
    std::vector<DutyKey> row_duties{};  ///< of each row; without a bill for incomes
};

MonthModel month(const app::State& state, const alerts::Assessment& assessment, const wording::Words& words,
                 ledger::Date first);

}  // namespace view
