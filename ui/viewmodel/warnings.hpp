#pragma once
#include "alerts/assess.hpp"
#include "ui/app/session.hpp"
#include "ui/viewmodel/common.hpp"
#include "ui/viewmodel/follow_ups.hpp"
#include "ui/viewmodel/intent.hpp"

namespace view {

/// One way out, as it is offered.
struct OptionRow {
    int number = 0;  ///< as the planner numbers it
    std::string title{};
    std::string figures{};  ///< what it costs, how it is paid, how sure it holds
    std::string why{};
    std::vector<std::string> risks{};
    bool needs_bank = false;
};

struct WarningLine {
    DutyKey duty{};
    Row cells{};
};

/// Everything about one warning.
struct WarningDetail {
    DutyKey duty{};
    Level level = Level::tight;
    std::string headline{}, advice{};
    std::string shortage{};  ///< how short, how sure
    std::string causes_title{};
    std::vector<std::string> causes{};
    std::string counsel{};  ///< what to make of the options as a whole; may be empty
    std::string ways_title{};
    std::vector<OptionRow> options{};
    std::string no_option{};                 ///< said when there is none to offer
    std::string bank_note{};                 ///< why talking early is worth it
    std::optional<Action> offer{};           ///< a counter-offer waits for an answer
    std::string accept{}, contact{}, pay{};  ///< words on the buttons
};

struct WarningsModel {
    std::vector<Column> columns{};
    std::vector<WarningLine> rows{};  ///< tight or worse, and the overdue; the most pressing first
    std::string nothing{};
    std::vector<FollowUpLine> follow_ups{};
    std::vector<Action>
        actions{};  ///< one plan for all bills, where several are at risk; what may come when; when it is too much
};

WarningsModel warnings(const app::State& state, const alerts::Assessment& assessment, const wording::Words& words);

/// The finding about this occurrence; nullptr when there is none (any more).
const alerts::Finding* finding_of(const alerts::Assessment& assessment, DutyKey duty);

/// Is it worth a warning: tight or worse, or overdue?
bool is_warning(const alerts::Finding& finding);

WarningDetail warning_detail(const app::State& state, const alerts::Finding& finding, std::vector<OptionRow> options,
                             std::string counsel, const wording::Words& words);

}  // namespace view
