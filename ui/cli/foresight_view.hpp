#pragma once
#include "alerts/assess.hpp"
#include "ledger/facts/book.hpp"
#include "ui/cli/json.hpp"
#include "ui/wording/words.hpp"

/// How the commands of foresight show what is judged.
namespace cli {

Json finding_json(const ledger::Book& book, const alerts::Finding& finding, const wording::Words& words);
Json late_income_json(const ledger::Book& book, const alerts::LateIncomeFound& late, const wording::Words& words);
Json recurring_json(const ledger::Book& book, const alerts::RecurringFound& learnt, int number);
Json assessment_json(const ledger::Book& book, const alerts::Assessment& assessment, const wording::Words& words);
std::string findings_table(const ledger::Book& book, const alerts::Assessment& assessment, const wording::Words& words);
std::string assessment_text(const ledger::Book& book, const alerts::Assessment& assessment,
                            const wording::Words& words);

/// What a warning says: the sentence that matters, the figures and reasons behind it, and what to do.
struct Warning {
    std::string title{}, body{}, action{};
};
Warning warning_of(const ledger::Book& book, const alerts::Finding& finding, ledger::Today today,
                   const wording::Words& words);
Warning warning_of(const ledger::Book& book, const alerts::LateIncomeFound& late, const wording::Words& words);

}  // namespace cli
