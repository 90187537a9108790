// What the window asks in a dialog before it does something: a file, a folder, a form.
#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/filename.h>
#include <wx/statbmp.h>
#include <wx/stdpaths.h>
#include <wx/utils.h>

#include "ui/desktop/controls/icon.hpp"
#include "ui/desktop/main_frame.hpp"
#include "ui/desktop/pages/account_dialog.hpp"
#include "ui/desktop/pages/document_window.hpp"
#include "ui/desktop/pages/entries_dialog.hpp"
#include "ui/desktop/pages/reconcile_dialog.hpp"

namespace desktop {

void MainFrame::choose_paper(const view::ChoosePaper& paper)
{
    wxFileDialog dialog{this,
                        wx(desk_.words()("Which file holds this paper?")),
                        {},
                        {},
                        wx(desk_.words()("All files")) + "|*",
                        wxFD_OPEN | wxFD_FILE_MUST_EXIST};
    if (dialog.ShowModal() == wxID_OK) later(view::AttachPaper{paper.choice, paper.document, utf8(dialog.GetPath())});
}

void MainFrame::choose_file()
{
    const auto& words = desk_.words();
    wxFileDialog dialog{
        this,
        wx(words("Choose statements")),
        {},
        {},
        wx(words("Statements")) +
            " (*.csv, *.xlsx, *.ofx, *.qif, "
            "…)|*.csv;*.CSV;*.txt;*.TXT;*.tsv;*.xlsx;*.XLSX;*.xls;*.XLS;*.zip;*.ZIP;*.ofx;*.OFX;*.qfx;*.QFX;"
            "*.qif;*.QIF;*.sta;*.STA;*.940;*.xml;*.XML|" +
            wx(words("All files")) + "|*",
        wxFD_OPEN | wxFD_FILE_MUST_EXIST | wxFD_MULTIPLE};
    if (dialog.ShowModal() != wxID_OK) return;
    wxArrayString paths;
    dialog.GetPaths(paths);
    view::OpenFiles files;
    for (const auto& path : paths) files.files.emplace_back(utf8(path));
    later(std::move(files));
}

void MainFrame::choose_watched()
{
    const auto& words = desk_.words();
    auto preferences = desk_.state().book.preferences;
    wxDirDialog dialog{this, wx(words("Which folder shall be watched?")),
                       wx(preferences.watched_folder.empty() ? around_.downloads : preferences.watched_folder),
                       wxDD_DEFAULT_STYLE | wxDD_DIR_MUST_EXIST};
    if (dialog.ShowModal() != wxID_OK) return;
    preferences.watched_folder = utf8(dialog.GetPath());
    later(view::SaveSettings{preferences, ledger::decimal(preferences.buffer)});
}

void MainFrame::choose_backup()
{
    const auto& words = desk_.words();
    const auto name = "duewatch-" + ledger::iso(desk_.state().today.date) + ".duewatch";
    wxFileDialog dialog{this,
                        wx(words("Where to put the backup")),
                        {},
                        name,
                        "*.duewatch|*.duewatch",
                        wxFD_SAVE | wxFD_OVERWRITE_PROMPT};
    if (dialog.ShowModal() == wxID_OK) say(desk_.back_up(utf8(dialog.GetPath())));
}

void MainFrame::choose_ledger()
{
    const auto& words = desk_.words();
    wxFileDialog dialog{this, wx(words("Choose a ledger")), {}, {}, "*.duewatch|*.duewatch", wxFD_OPEN};
    if (dialog.ShowModal() != wxID_OK) return;
    const wxString program = wxStandardPaths::Get().GetExecutablePath();
    const wxString file = dialog.GetPath();
    const auto program_bytes = program.utf8_str(), file_bytes = file.utf8_str();
    const char* command[] = {program_bytes.data(), "--db", file_bytes.data(), nullptr};
    wxExecute(command, wxEXEC_ASYNC);  // a window of its own: this one keeps its ledger
}

void MainFrame::ask_account(ledger::AccountId account)
{
    auto form = view::account_form(desk_.state().book, account, desk_.words());
    if (!account) {
        const auto seen = desk_.account_for_import();  // what the statement on the page says of its account
        form.wanted.name = seen.name, form.wanted.type = seen.type, form.wanted.number = seen.number,
        form.wanted.opening = seen.opening;
        if (!seen.currency.empty()) form.wanted.currency = seen.currency;
    }
    AccountDialog dialog{this, desk_.words(), form, [this](const view::SaveAccount& wanted) {
                             const auto answer = desk_.save(wanted);
                             if (!answer.done) return answer.text;
                             say(answer);
                             return std::string{};
                         }};
    const bool added = dialog.ShowModal() == wxID_OK;
    if (!account && added && desk_.importing().stage == view::ImportStage::preview)
        desk_.import_into(desk_.shown_account());
    if (added) refresh();
    else show_import();  // the choice of the account goes back to what it was
}

void MainFrame::ask_change(const view::ChangeEntries& chosen)
{
    const auto model = desk_.register_model();
    EntriesDialog dialog{this, desk_.words(), chosen.entries.size(), model.category_labels, model.categories};
    if (dialog.ShowModal() == wxID_OK) tell(desk_.save(dialog.wanted(chosen.entries)));
}

void MainFrame::ask_reconcile(ledger::AccountId account)
{
    Answer said;
    ReconcileDialog dialog{this,
                           desk_.words(),
                           account,
                           ledger::iso(desk_.state().today.date),
                           [this](const view::Reconcile& wanted) { return desk_.reconciling(wanted); },
                           [&](const view::Reconcile& wanted) {
                               said = desk_.reconcile(wanted);
                               return said.done ? std::string{} : said.text;
                           }};
    if (dialog.ShowModal() == wxID_OK) tell(said);
}

void MainFrame::choose_rates()
{
    const auto& words = desk_.words();
    wxFileDialog dialog{
        this, wx(words("Choose a file of rates: date, from, to, rate")),  {},
        {},   "*.csv|*.csv;*.CSV;*.txt|" + wx(words("All files")) + "|*", wxFD_OPEN | wxFD_FILE_MUST_EXIST};
    if (dialog.ShowModal() == wxID_OK) tell(desk_.import_rates(utf8(dialog.GetPath())));
}

void MainFrame::save_text(const view::SaveText& text)
{
    const auto& words = desk_.words();
    wxFileDialog dialog{this,          wx(words("Save the text")),       {}, wx(text.name),
                        "*.txt|*.txt", wxFD_SAVE | wxFD_OVERWRITE_PROMPT};
    if (dialog.ShowModal() != wxID_OK) return;
    const auto where = utf8(dialog.GetPath());
    say(save_private(where, text.text)
            ? Answer{true, words.fill("Saved in {file}.", fmt::arg("file", where)), {}}
            : Answer{false, words.fill("{file} could not be written.", fmt::arg("file", where)), {}});
}

void MainFrame::about()
{
    const auto& words = desk_.words();
    wxDialog dialog{this, wxID_ANY, wx(words("About Duewatch"))};
    auto* all = new wxBoxSizer{wxVERTICAL};
    auto* picture = new wxStaticBitmap{&dialog, wxID_ANY, app_icon(64)};
    all->Add(picture, 0, wxALIGN_CENTRE | wxALL, FromDIP(space::edge));
    auto* text = new Paragraph{
        &dialog,
        words(
            "Duewatch warns before a bill is missed, and says what to do.\n\nEverything stays on this computer: there "
            "is no "
            "account, no server and no advertising.\n\nWhat it says is reckoning and not legal or financial advice.")};
    text->SetMinSize(FromDIP(wxSize{380, 150}));
    all->Add(text, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(space::edge));
    auto* close = new wxButton{&dialog, wxID_OK, wx(words("Close"))};
    close->SetDefault();
    all->Add(close, 0, wxALIGN_CENTRE | wxALL, FromDIP(space::edge));
    dialog.SetSizerAndFit(all);
    dialog.CentreOnParent();
    dialog.ShowModal();
}

}  // namespace desktop
