#pragma once
#include <functional>
#include <string>
#include <vector>

#include "ui/viewmodel/common.hpp"
#include "ui/viewmodel/follow_up_form.hpp"
#include "ui/viewmodel/intent.hpp"
#include "ui/wording/rescue.hpp"

namespace view {

struct PaperLine {
    std::string id{}, name{}, why{};
    bool essential = false;
    ledger::PaperState state = ledger::PaperState::to_get;
    std::string file{};  ///< the name of the file that holds it; empty where none was named
    std::string gone{};  ///< said where that file is not there any more
};

/// What the person says of the reason, as it was typed; empty = not said.
struct HardshipForm {
    std::string note{};  ///< why it is asked
    std::string since{}, until{}, pay_now{}, less{};
};

/// The guided talk with a bank, for the choices made so far. Six steps: why → what to ask for → papers → by what way →
/// what to say → what came of it.
struct ContactModel {
    DutyKey duty{};
    std::string title{};                     ///< "Talk to ICBC about the bill of Sat 5 Dec"
    std::vector<std::string> step_titles{};  ///< one for each step
    bool only_after = false;                 ///< nothing is open: what came of it can be noted, no more
    std::string closed{};                    ///< said then

    std::vector<std::string> reason_ids{};  ///< the first is "I would rather not say"
    Choice reason{};                        ///< -1 = not chosen yet: it is asked, never guessed
    std::string reason_missing{};           ///< said when somebody goes on without a choice
    std::string reason_note{};              ///< how to put it
    HardshipForm hardship{};

    std::vector<int> option_numbers{};
    Choice option{};
    std::vector<std::string> option_notes{};  ///< one for each option

    std::string papers_note{};
    std::vector<PaperLine> papers{};
    std::vector<std::string> paper_states{};  ///< in the order of ledger::PaperState

    std::vector<ledger::Channel> channels{};
    Choice channel{};
    std::vector<std::pair<std::string, std::string>> reach{};  ///< "Hotline" – "95588", "Best time" – …
    std::string ready_title{};
    std::vector<std::string> have_ready{};
    std::string bank{};          ///< the name of the bank, empty where it is not known
    std::string bank_unknown{};  ///< said then, with what to do
    std::string number_note{};   ///< what a correction does

    std::string beware{};                 ///< the one warning against fraud that stands on every page
    std::vector<std::string> warnings{};  ///< all of them

    std::string say_title{}, say{};        ///< what to say or send
    std::string file_name{};               ///< to save it under
    std::vector<std::string> questions{};  ///< to ask before agreeing
    std::string questions_title{};
    std::string disclaimer{};
    std::string budget{};  ///< on the button that shows the sheet of income and spending

    FollowUpFormModel follow_up{};
    std::string after_agreement{};  ///< what to do once it is agreed
    std::optional<OfferModel> offer{};
};

/// All that a talk is made from.
struct ContactInputs {
    const app::State& state;
    const ledger::Knowledge& knowledge;
    const alerts::Proposal& proposal;
    const wording::ContactSheet& sheet;
    ContactChoice choice{};
    ledger::Moment now{};
    std::function<bool(const std::string& path)> gone{};  ///< is this file not there any more?
};

ContactModel contact(const ContactInputs& inputs, const wording::Words& words);

/// Of a bill on which nothing is open: its talks can still be noted.
ContactModel contact_afterwards(const app::State& state, const ledger::Knowledge& knowledge, DutyKey duty,
                                const std::string& region, ledger::Moment now, const wording::Words& words);

/// What is to be said or sent by this way.
const std::string& text_for(const wording::ContactSheet& sheet, ledger::Channel channel);

/// What was typed of the reason, on top of what is kept. Trouble: not_a_choice (no reason chosen), not_a_date,
/// not_an_amount, wrong_sign, end_before_start.
ledger::Result<ledger::Hardship> read_hardship(const SaveHardship& typed, const app::State& state,
                                               const wording::Words& words);

}  // namespace view
