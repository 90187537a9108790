#include "ui/viewmodel/warnings.hpp"

#include <algorithm>

namespace view {

using alerts::Finding;
using wording::Words;

const Finding* finding_of(const alerts::Assessment& assessment, DutyKey duty)
{
    for (const auto& finding : assessment.findings)
        if (finding.duty.bill == duty.bill && finding.duty.occurrence == duty.occurrence) return &finding;
    return nullptr;
}

bool is_warning(const Finding& finding)
{
    return finding.duty.open() && (finding.level != Level::safe || finding.duty.late());
}

WarningsModel warnings(const app::State& state, const alerts::Assessment& assessment, const Words& words)
{
    WarningsModel model;
    model.columns = {{words("Standing"), 118, false, false, true},
                     {words("Payee"), 76, false, true},
                     {words("Due"), 106},
                     {words("Short by"), 84, true}};
    model.nothing = state.book.bills.empty() ? words("No bill is known yet, so there is nothing to warn of.")
                                             : words("Nothing to warn of: what is due in the time ahead is covered.");
    std::vector<const Finding*> shown;
    for (const auto& finding : assessment.findings)
        if (is_warning(finding)) shown.push_back(&finding);
    std::stable_partition(shown.begin(), shown.end(), [&](const Finding* f) { return f->duty.late(); });
    for (const auto* finding : shown) {
        const bool late = finding->duty.late();
        const auto mark = late ? wording::status_name(words, ledger::DutyStatus::overdue)
                               : wording::level_name(words, finding->level);
        const auto missing =
            finding->expected_shortfall.positive() ? words.money(finding->expected_shortfall) : std::string{"—"};
        model.rows.push_back(
            {{finding->duty.bill, finding->duty.occurrence},
             {Cell{mark, late ? Level::will_miss : finding->level, Tone::plain, true}, Cell{finding->duty.payee},
              Cell{words.date(finding->duty.since())}, Cell{late ? words.money(finding->duty.still_owed) : missing}}});
    }
    if (shown.size() > 1) model.actions.push_back({words("One plan for all bills…"), ShowJointPlan{}});
    if (!shown.empty()) model.actions.push_back({words("What may come when…"), ShowGuide{GuideKind::stages, {}}});
    if (!shown.empty()) model.actions.push_back({words("When it is too much…"), ShowGuide{GuideKind::care, {}}});
    return model;
}

WarningDetail warning_detail(const app::State& state, const Finding& finding, std::vector<OptionRow> options,
                             std::string counsel, const Words& words)
{
    WarningDetail detail;
    const bool late = finding.duty.late();
    detail.duty = {finding.duty.bill, finding.duty.occurrence};
    detail.level = late ? Level::will_miss : finding.level;
    detail.headline = wording::finding_headline(words, finding, account_name(state.book, finding.duty.pay_from));
    detail.advice = wording::finding_advice(words, finding, state.today);
    detail.shortage = wording::finding_shortage(words, finding);
    detail.causes_title = words("Why");
    for (const auto& cause : finding.because) detail.causes.push_back(wording::cause(words, cause));
    detail.counsel = std::move(counsel);
    detail.ways_title = words("What you can do");
    detail.options = std::move(options);
    detail.no_option =
        words("No way out was found that holds by itself. Talking to them before the due date is the best next step.");
    detail.bank_note = finding.duty.source == ledger::BillSource::entered && finding.duty.issuer.empty()
                           ? words("Asking before the due date costs nothing. Duewatch prepares what to say.")
                           : words(
                                 "Banks can do more before the due date than after it. Duewatch prepares what to say "
                                 "and which papers to have ready.");
    detail.accept = words("Choose this");
    detail.contact = finding.duty.source == ledger::BillSource::entered && finding.duty.issuer.empty()
                         ? words("Prepare to ask them…")
                         : words("Contact the bank…");
    detail.pay = words("It has been paid…");
    return detail;
}

}  // namespace view
