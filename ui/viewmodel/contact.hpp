#pragma once
#include <string>
#include <vector>

#include "ui/viewmodel/common.hpp"
#include "ui/viewmodel/intent.hpp"

namespace view {

struct PaperLine {
    std::string id{}, name{}, why{};
    bool essential = false;
    ledger::PaperState state = ledger::PaperState::to_get;
};

/// The guided talk with a bank, for the choices made so far. Five steps: why → what to ask for → papers → by what way → what to say.
struct ContactModel {
    DutyKey duty{};
    std::string title{};                       ///< "Talk to ICBC about the bill of Sat 5 Dec"
    std::vector<std::string> step_titles{};    ///< five

    std::vector<std::string> reason_ids{};
    Choice reason{};
    std::string reason_note{};                 ///< how to put it
    std::string stage_title{};                 ///< where things stand
    std::vector<std::string> stage{};          ///< what is usual now, and what may come; never a threat
    std::string care_title{};                  ///< for somebody who can bear no more
    std::vector<std::string> care{};

    std::vector<int> option_numbers{};
    Choice option{};
    std::vector<std::string> option_notes{};   ///< one for each option

    std::string papers_note{};
    std::vector<PaperLine> papers{};
    std::vector<std::string> paper_states{};   ///< in the order of ledger::PaperState

    std::vector<ledger::Channel> channels{};
    Choice channel{};
    std::vector<std::pair<std::string, std::string>> reach{};  ///< "Hotline" – "95588", "Best time" – …
    std::string ready_title{};
    std::vector<std::string> have_ready{};
    std::vector<std::string> warnings{};       ///< against fraud

    std::string say_title{}, say{};            ///< what to say or send
    std::string file_name{};                   ///< to save it under
    std::vector<std::string> questions{};      ///< to ask before agreeing
    std::string questions_title{};
    std::string disclaimer{};
    std::string budget{};                      ///< on the button that shows the sheet of income and spending

    std::string log_title{};                   ///< noting what came of it
    std::vector<std::string> record{};         ///< what to write down, and what to do once it is agreed
    Choice outcome{};
    std::vector<ledger::Outcome> outcomes{};
};

}  // namespace view
