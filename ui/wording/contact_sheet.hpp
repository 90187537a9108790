#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ledger/facts/knowledge.hpp"

namespace wording {

/// What is asked of a bank, and how.
struct ContactAsk {
    std::string reason{};  ///< key of a reason, empty = not said; asked for, never guessed
    ledger::Channel channel = ledger::Channel::phone;
    std::optional<int> option{};  ///< number of an option of the proposal
};

struct DocumentWords {
    std::string id{}, name{}, why{};
    bool essential = false;
    bool have = false, sent = false;
    std::string path{};  ///< the file that holds it, where one was named
};

struct CallWords {
    std::string first{};    ///< what to dial first: the number on the back of the card
    std::string hotline{};  ///< the stored number, empty where none is known
    std::string purpose{};
    std::vector<std::string> others{};  ///< "400-669-5599 (credit card)"
    std::string ivr{};
    std::string confidence{};  ///< high, medium, low, unconfirmed; empty without a number
    std::string caution{};     ///< to be shown beside a number that is not sure
    std::string source{}, checked{};
    std::string hours{};
    std::string avoid{};  ///< "09:00–11:00"
    std::string best_next_slot{};
    std::string learnt{};  ///< what the user's own log of waits says; empty while it says nothing
    std::string best_times{}, manner{}, environment{}, if_no_answer{};
    std::vector<std::string> online{};
};

/// Everything needed to talk to the bank about one duty.
struct ContactSheet {
    std::string issuer{};  ///< key, empty where it is not known
    std::string issuer_name{};
    std::string region{};   ///< whose terms and rules apply; the script is that of the language
    std::string request{};  ///< key of what is asked for
    std::string request_name{};
    int option = 0;  ///< number of the option that is asked for; 0 where it is none of the proposal's
    CallWords call{};
    std::vector<std::string> have_ready{}, never_give{};
    std::vector<DocumentWords> documents{};
    std::string script{}, letter{}, message{};  ///< message: a short one for chat or e-mail
    std::vector<std::string> questions{}, warnings{}, record_after{};
    std::string stage{}, what_to_do_now{}, what_may_happen{};
    std::string tone{}, watch{};
    std::string channel_note{}, after_agreement{};
    std::vector<std::string> helplines{};                        ///< "12378 · NFRA … · when …"
    std::vector<std::pair<std::string, std::string>> reasons{};  ///< to choose from, where none was said: key and name
    std::string ask_income{};  ///< where the reason means less money and nobody said how much; empty otherwise
    std::string care{}, disclaimer{};
};

}  // namespace wording
