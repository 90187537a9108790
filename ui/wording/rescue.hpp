#pragma once
#include <optional>
#include <string>
#include <vector>

#include "alerts/rescue/proposal.hpp"
#include "ledger/facts/knowledge.hpp"
#include "ui/wording/contact_sheet.hpp"
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
