#pragma once
#include <optional>
#include <string>
#include <vector>

#include "alerts/rescue/planner.hpp"
#include "ledger/facts/knowledge.hpp"
#include "ui/wording/words.hpp"

namespace wording {

/// "10000.00 x 0.0005 x 35 d = 175.00"; for a late fee "700.00 x 0.05 = 35.00", with the floor or cap that decided it.
/// Read by scripts too.
std::string cost_step(const ledger::CostStep& step);

/// One option in words.
struct OptionWords {
    std::string title{};
    std::string why{};  ///< one or more whole sentences
    std::vector<std::string> risks{};
    std::string holds{};  ///< "holds in 94 % of the futures we looked at"
    std::string cost{};   ///< "costs ¥14.40 in fees (13.03 % a year)"
};
OptionWords option_words(const Words& words, const ledger::Book& book, const alerts::Option& option);

/// What to do with the proposal as a whole, in a sentence.
std::string advice_words(const Words& words, const alerts::Proposal& proposal);

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

/// The question what will come in less, for a reason that usually means just that; empty for others.
std::string income_question(const Words& words, const std::string& reason);

/// What is wrong with the wish to contact: not_a_choice (no such reason), already_paid, not_found (no such option).
/// Empty when it can be met.
ledger::Problems check_contact(const ledger::Knowledge& knowledge, const alerts::Proposal& proposal,
                               const ContactAsk& ask);

/// Needs an ask that `check_contact` found sound. `words` decides the script, the bank's country the terms.
/// Nothing unknown is invented: a sentence whose figures are not known is left out, and a name or reason not given is a
/// blank to fill in.
ContactSheet contact_sheet(const Words& words, const ledger::Knowledge& knowledge, const ledger::Book& book,
                           const alerts::Proposal& proposal, const ContactAsk& ask, ledger::Moment now);

/// The issuer a duty is owed to: the one on the bill or card, else the only one in the directory whose name the payee
/// contains.
std::optional<ledger::Issuer> issuer_of(const ledger::Knowledge& knowledge, const ledger::Book& book,
                                        const ledger::Duty& duty);

/// Files to take along. Plain text and self-contained HTML without anything that calls out.
std::string script_text(const Words& words, const ContactSheet& sheet);
std::string letter_text(const ContactSheet& sheet);
std::string letter_html(const Words& words, const ContactSheet& sheet);

/// Plain text as a page: an empty line ends a paragraph.
std::string text_html(const Words& words, const std::string& title, const std::string& text);

/// Income, essential spending, debts, accounts and what is affordable: the sheet a bank asks for, with only what is
/// needed.
std::string budget_html(const Words& words, const ledger::Book& book, const ledger::History& history,
                        const alerts::Proposal& proposal, ledger::Today today);

/// The lines of a template whose placeholders are known, see `ledger::Template`. Exposed for tests: no '{' can remain.
std::vector<std::string> fill_lines(const std::vector<ledger::TemplateLine>& lines,
                                    const std::map<std::string, std::string>& values);

}  // namespace wording
