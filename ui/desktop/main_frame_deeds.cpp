// What the window does when it is asked for something: the half of MainFrame that carries intents out.
#include <wx/clipbrd.h>

#include "ui/desktop/main_frame.hpp"
#include "ui/desktop/pages/document_window.hpp"

namespace desktop {

using view::PageId;

namespace {

template <class... Ts>
struct Match : Ts... {
    using Ts::operator()...;
};

}  // namespace

void MainFrame::carry_out(const view::Intent& intent)
{
    const auto& words = desk_.words();
    std::visit(
        Match{
            [&](const view::GoTo& to) { go(to.page); },
            [&](const view::ShowBill& bill) {
                go(PageId::bills);
                bills().choose(bill.duty);
            },
            [&](const view::ShowWarning& warning) { show_warning(warning.duty); },
            [&](const view::ShowAccount& account) {
                desk_.look_at_account(account.account);
                show_register();
            },
            [&](const view::ShowOutlook& outlook) {
                desk_.look_at_outlook(outlook.account);
                stale_[static_cast<std::size_t>(PageId::home)] = stale_[static_cast<std::size_t>(PageId::outlook)] =
                    true;
                fill(page_ == PageId::outlook ? PageId::outlook : PageId::home);
            },
            [&](const view::TryOut& trial) {
                const auto answer = desk_.try_out(trial);
                fill(PageId::outlook);
                if (!answer.done) say(answer);
            },
            [&](const view::KeepTrial& trial) { tell(desk_.keep_trial(trial.index)); },
            [&](const view::ForgetTrial& trial) {
                desk_.forget_trial(trial.index);
                fill(PageId::outlook);
            },
            [&](const view::ForgetTrials&) {
                desk_.forget_trials();
                fill(PageId::outlook);
            },
            [&](const view::ShowMonth& month) {
                desk_.look_at_month(month.first);
                outlook().month().show(desk_.month());
            },
            [&](const view::LookBack& back) {
                desk_.look_back(back.account, [this] { show_record(); });
                show_record();
            },
            [&](const view::Search& search) {
                desk_.search(search.text);
                show_register();
            },
            [&](const view::EditEntry& edit) {
                if (const auto line = desk_.entry_line(edit.entry)) entries().edit(*line);
            },
            [&](const view::RemoveEntry& entry) { tell(desk_.remove(entry.entry)); },
            [&](const view::SaveEntry& entry) {
                const auto answer = desk_.save(entry);
                if (answer.done) entries().clear_line();
                tell(answer);
                if (answer.done) entries().focus_line();
            },
            [&](const view::ChangeEntries& chosen) {
                if (chosen.category || chosen.payee) tell(desk_.save(chosen));
                else ask_change(chosen);
            },
            [&](const view::RemoveEntries& chosen) { tell(desk_.remove(chosen)); },
            [&](const view::AlwaysLike& like) { tell(desk_.always_like(like.entry)); },
            [&](const view::ShowClosed& show) {
                desk_.show_closed(show.closed);
                show_register();
            },
            [&](const view::CloseAccount& account) { tell(desk_.close(account)); },
            [&](const view::StartReconcile& start) { ask_reconcile(start.account); },
            [&](const view::Reconcile& wanted) { tell(desk_.reconcile(wanted)); },
            [&](const view::SaveCategory& category) { tell(desk_.save(category)); },
            [&](const view::RemoveCategory& category) { tell(desk_.remove(category)); },
            [&](const view::SaveRule& rule) { tell(desk_.save(rule)); },
            [&](const view::RemoveRule& rule) { tell(desk_.remove(rule)); },
            [&](const view::MoveRule& rule) { tell(desk_.move(rule)); },
            [&](const view::ApplyRules& rules) { tell(desk_.apply(rules)); },
            [&](const view::SaveRate& rate) { tell(desk_.save(rate)); },
            [&](const view::RemoveRate& rate) { tell(desk_.remove(rate)); },
            [&](const view::ImportRates&) { choose_rates(); },
            [&](const view::ShowReport& report) {
                desk_.look_at_report(report);
                reports().show(desk_.reports());
            },
            [&](const view::NewAccount&) { ask_account(); },
            [&](const view::EditAccount& account) { ask_account(account.account); },
            [&](const view::SaveAccount& account) { tell(desk_.save(account)); },
            [&](const view::NewBill&) {
                go(PageId::bills);
                bills().write(desk_.bills().fresh);
            },
            [&](const view::EditBill& bill) {
                go(PageId::bills);
                if (const auto form = desk_.bill_form(bill.bill)) bills().write(*form);
            },
            [&](const view::NewIncome&) {
                go(PageId::bills);
                bills().write(desk_.bills().fresh_income);
            },
            [&](const view::EditIncome& income) {
                go(PageId::bills);
                if (const auto form = desk_.income_form(income.income)) bills().write(*form);
            },
            [&](const view::UnmatchBill& bill) { tell(desk_.unmatch(bill.duty)); },
            [&](const view::SkipIncome& income) { tell(desk_.skip(income.income, income.occurrence)); },
            [&](const view::EndIncome& income) { tell(desk_.end(income.income)); },
            [&](const view::ConfirmStream& stream) { tell(desk_.confirm(stream.found)); },
            [&](const view::DismissStream& stream) { tell(desk_.dismiss(stream.found)); },
            [&](const view::SaveStatement& statement) {
                const auto answer = desk_.save(statement);
                if (answer.done) bills().done();
                tell(answer);
            },
            [&](const view::SaveBill& bill) {
                const auto answer = desk_.save(bill);
                if (answer.done) bills().done();
                tell(answer);
            },
            [&](const view::PayBill& payment) {
                const auto answer = desk_.pay(payment);
                if (answer.done) bills().done();
                tell(answer);
            },
            [&](const view::SkipBill& bill) { tell(desk_.skip(bill.duty)); },
            [&](const view::EndBill& bill) { tell(desk_.end(bill.bill)); },
            [&](const view::AcceptOption& option) { tell(desk_.accept(option)); },
            [&](const view::StartContact& start) { open_contact({.duty = start.duty}, 0); },
            [&](const view::ContactStep& talk) { open_contact({.duty = talk.duty}, talk.step); },
            [&](const view::ContactChoice& choice) {
                const auto kept = desk_.keep_reason(choice);
                if (!kept.text.empty()) tell(kept);
                open_contact(choice);
            },
            [&](const view::SaveHardship& said) { tell_in_contact(desk_.save(said), said.choice); },
            [&](const view::SetPaper& paper) { tell_in_contact(desk_.set_paper(paper), paper.choice); },
            [&](const view::ChoosePaper& paper) { choose_paper(paper); },
            [&](const view::AttachPaper& paper) { tell_in_contact(desk_.attach(paper), paper.choice); },
            [&](const view::NameBank& bank) { tell_in_contact(desk_.name_bank(bank), bank.choice); },
            [&](const view::CorrectNumber& number) { tell_in_contact(desk_.correct_number(number), number.choice); },
            [&](const view::ReportNumber& number) { tell_in_contact(desk_.report_number(number), number.choice); },
            [&](const view::ShowGuide& guide) {
                go(PageId::warnings);
                warnings().show(desk_.guide(guide));
            },
            [&](const view::ShowJointPlan&) {
                go(PageId::warnings);
                warnings().show(desk_.joint_plan());
            },
            [&](const view::AcceptJointPlan& plan) {
                const auto answer = desk_.accept(plan);
                if (answer.done) warnings().back_to_list();
                tell(answer);
            },
            [&](const view::AcceptOffer& offer) {
                const auto answer = desk_.accept(offer);
                if (answer.done) warnings().back_to_list();
                tell(answer);
            },
            [&](const view::PromiseSeen& promise) { tell(desk_.seen(promise)); },
            [&](const view::ShowDocument& wanted) {
                if (const auto document = desk_.document(wanted))
                    (new DocumentWindow{this, words, document->title, document->html, document->name})->Show();
            },
            [&](const view::LogContact& entry) {
                auto choice = warnings().talking() ? warnings().contact().choice() : view::ContactChoice{};
                choice.duty = entry.duty;
                const auto answer = desk_.log(entry);
                if (answer.done &&
                    entry.outcome == ledger::Outcome::agreed) {  // what was agreed is among the bills now
                    warnings().back_to_list();
                    tell(answer);
                }
                else {
                    tell_in_contact(answer, choice);
                }
            },
            [&](const view::CopyText& text) {
                if (!wxTheClipboard->Open()) return;
                wxTheClipboard->SetData(new wxTextDataObject{wx(text.text)});
                wxTheClipboard->Close();
                say({true, words("Copied."), {}});
            },
            [&](const view::SaveText& text) { save_text(text); },
            [&](const view::ChooseFile&) { choose_file(); },
            [&](const view::OpenFile& file) { carry_out(view::OpenFiles{{file.file}}); },
            [&](const view::OpenFiles& files) {
                desk_.open_statements(files.files, [this] { show_import(); });
                show_import();
                go(PageId::import);
            },
            [&](const view::ImportInto& into) {
                desk_.import_into(into.account);
                show_import_if_long();
            },
            [&](const view::UnlockFile& file) {
                desk_.unlock_import(file.password);
                show_import_if_long();
            },
            [&](const view::ReadAs& as) {
                desk_.read_as(as);
                show_import_if_long();
            },
            [&](const view::MapColumn& column) {
                desk_.map_column(column);
                show_import_if_long();
            },
            [&](const view::ShowRows& rows) {
                const auto filters = desk_.importing().filters;
                if (const auto at = static_cast<std::size_t>(rows.filter); at < filters.size())
                    desk_.show_rows(filters[at]);
                show_import();
            },
            [&](const view::TakeRow& row) {
                desk_.take_row(row.line);
                show_import();
            },
            [&](const view::RowCategory& row) {
                desk_.categorize_row(row);
                show_import();
            },
            [&](const view::TakeTransfer& transfer) {
                desk_.take_transfer(transfer);
                show_import();
            },
            [&](const view::ConfirmImport&) { tell(desk_.confirm_import()); },
            [&](const view::UndoImports&) { tell(desk_.undo_imports()); },
            [&](const view::SetAsideOffer& offer) {
                desk_.note_offer(offer.key);
                refresh();
            },
            [&](const view::ChooseWatched&) { choose_watched(); },
            [&](const view::DropImport&) {
                desk_.drop_import();
                show_import();
            },
            [&](const view::Undo&) {
                const auto language = desk_.words().language();
                tell(desk_.undo());
                if (language != desk_.words().language()) rebuild();
            },
            [&](const view::SaveSettings& settings) {
                const auto language = desk_.words().language();
                const auto answer = desk_.save(settings);
                if (language != desk_.words().language()) rebuild();
                if (answer.done && preferences_) preferences_();
                if (answer.done) look_for_statements();
                if (!answer.text.empty()) tell(answer);
            },
            [&](const view::BackUp&) { choose_backup(); },
            [&](const view::OpenLedger&) { choose_ledger(); },
        },
        intent);
}

void MainFrame::show_warning(view::DutyKey duty)
{
    go(PageId::warnings);
    warnings().back_to_list();
    if (const auto detail = desk_.warning(duty)) {
        warnings().show(*detail);
        warnings().choose(duty);
        warnings().focus_ways();
    }
}

/// Says what became of it. What was done changes the talk, which stays open at its step; what was refused leaves it as
/// it was typed.
void MainFrame::tell_in_contact(const Answer& answer, const view::ContactChoice& choice)
{
    tell(answer);
    if (answer.done) open_contact(choice);
}

void MainFrame::show_import()
{
    stale_[static_cast<std::size_t>(PageId::import)] = true;
    if (importing_) fill(PageId::import);
}

void MainFrame::show_outlook()
{
    auto& page = outlook();
    page.balance().show(desk_.outlook());
    page.month().show(desk_.month());
    page.record().show(desk_.record());
}

void MainFrame::show_record()
{
    if (outlook_) outlook_->record().show(desk_.record());
}

/// Most files are read again in no time: then what is shown stays until it is replaced.
void MainFrame::show_import_if_long()
{
    if (!long_reading_.GetOwner()) {
        long_reading_.SetOwner(this);
        Bind(
            wxEVT_TIMER,
            [this](wxTimerEvent&) {
                if (desk_.importing().stage == view::ImportStage::reading) show_import();
            },
            long_reading_.GetId());
    }
    long_reading_.StartOnce(400);
}

void MainFrame::open_contact(const view::ContactChoice& choice, std::optional<int> step)
{
    const auto contact = desk_.contact(choice);
    if (!contact) return;
    if (page_ != PageId::warnings) show_warning(choice.duty);
    warnings().show(*contact);
    if (step) warnings().contact().go(*step);
}

void MainFrame::look_for_statements()
{
    desk_.look_for_statements([this] {
        stale_[static_cast<std::size_t>(PageId::home)] = true;
        if (page_ == PageId::home) fill(PageId::home);
    });
}

}  // namespace desktop
