#pragma once
#include "alerts/rescue/proposal.hpp"
#include "ledger/facts/knowledge.hpp"
#include "ui/cli/commands.hpp"

/// What `plan` and `contact` share: the ways out of one bill, asked for and shown.
namespace cli {

struct PlanOptions {
    std::string bill, reason, income_change, keep, offer;
    bool all = false;
    int option = 0;
    std::int64_t id = 0;
};

void add_plan_options(CLI::App& c, PlanOptions& o, const wording::Words& words);

/// What is not said on the line but is kept with the bill comes from there. Problems are collected in `in`.
alerts::PlanRequest read_request(Reader& in, Context& context, const ledger::Knowledge& knowledge, const PlanOptions& o,
                                 ledger::BillId bill);

/// Refused where no reason of this key is known; the choices are named.
void check_reason(Reader& in, const ledger::Knowledge& knowledge, const std::string& reason);

/// The ways out for the open occurrence of one bill. Trouble: not_scheduled, already_paid.
ledger::Result<alerts::Proposal> proposal_for(Context& context, const ledger::Knowledge& knowledge, ledger::BillId bill,
                                              alerts::PlanRequest request);
/// The same for a bank's offer. Trouble as `proposal_for`.
ledger::Result<alerts::Option> offer_for(Context& context, const alerts::Proposal& proposal, const ledger::Offer& offer,
                                         const alerts::PlanRequest& request);

/// "months=12,fee=0.006,first=2026-12-20"; nothing for an empty text. Refused: no months, more than 120, a fee above 5
/// % a month.
std::optional<ledger::Offer> read_offer(Reader& in, const std::string& text);
/// What the bank last offered for this bill; nothing where it offered nothing.
std::optional<ledger::Offer> last_offer(const ledger::Book& book, ledger::BillId bill);

Json option_json(const ledger::Book& book, const alerts::Option& o, const wording::Words& words);
Json comparison_json(const ledger::Book& book, const alerts::Proposal& proposal, const alerts::Option& theirs,
                     const wording::Words& words);
std::string comparison_text(const alerts::Proposal& proposal, const alerts::Option& theirs,
                            const wording::Words& words);

}  // namespace cli
