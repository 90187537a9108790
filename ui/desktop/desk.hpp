#pragma once
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <thread>

#include "ui/app/session.hpp"
#include "ui/viewmodel/bills.hpp"
#include "ui/viewmodel/contact.hpp"
#include "ui/viewmodel/home.hpp"
#include "ui/viewmodel/import_preview.hpp"
#include "ui/viewmodel/register.hpp"
#include "ui/viewmodel/settings.hpp"
#include "ui/viewmodel/warnings.hpp"

namespace alerts {
struct Proposal;
}

namespace desktop {

/// What is to be said after something was asked for, and the one thing that may be done about it.
struct Answer {
    bool done = false;
    std::string text{};
    std::optional<view::Action> action{};
};

/// What the person is to be told outside of the window.
struct Reminder {
    std::vector<std::string> about{};  ///< keys of the notices
    std::string title{}, body{};
    view::DutyKey duty{};              ///< the most pressing
    bool urgent = false;
};

/// One open ledger and the person in front of it: owns the Session, makes the models the pages show, and carries out what they ask.
/// Lives on the main thread; the reading of statements alone runs beside it.
class Desk {
public:
    struct Options {
        std::string language{};  ///< wins over the preferences; empty = as they say
        std::filesystem::path file{};
    };

    Desk(app::Session session, Options options, std::function<ledger::Moment()> now);
    ~Desk();
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    const app::State& state() const { return session_.state(); }
    const wording::Words& words() const { return words_; }
    app::Session& session() { return session_; }
    const Options& options() const { return options_; }

    // What the pages show.
    view::HomeModel home();
    view::RegisterModel register_model();
    view::RegisterRows register_rows();
    view::BillsModel bills();
    view::WarningsModel warnings();
    std::optional<view::WarningDetail> warning(view::DutyKey duty);
    std::optional<view::ContactModel> contact(const view::ContactChoice& choice);
    view::ImportModel importing() const;
    view::SettingsModel settings(const view::Surroundings& around);
    int warnings_count();
    view::DutyKey first_warning();

    // What the pages ask for.
    Answer save(const view::SaveEntry& wanted);
    Answer remove(ledger::EntryId entry);
    Answer save(const view::SaveAccount& wanted);
    Answer save(const view::SaveBill& wanted);
    Answer pay(const view::PayBill& wanted);
    Answer skip(view::DutyKey duty);
    Answer end(ledger::BillId bill);
    Answer accept(const view::AcceptOption& wanted);
    Answer log(const view::LogContact& wanted);
    Answer save(const view::SaveSettings& wanted);
    Answer undo();
    Answer back_up(const std::filesystem::path& to);
    void look_at_account(ledger::AccountId account) { shown_account_ = account; }
    void look_at_outlook(ledger::AccountId account) { shown_outlook_ = account; }
    void search(std::string text) { search_ = std::move(text); }
    ledger::AccountId shown_account() const { return shown_account_; }
    std::optional<view::EntryLine> entry_line(ledger::EntryId entry);
    std::optional<view::BillForm> bill_form(ledger::BillId bill);

    // A statement on its way in. It is read and marked beside the main thread; `changed` is called on the main one when there is news.
    void open_statements(const std::vector<std::filesystem::path>& files, std::function<void()> changed);  ///< one after another
    void import_into(ledger::AccountId account);
    void read_as(const view::ReadAs& wanted);
    void map_column(const view::MapColumn& wanted);
    void show_rows(view::ImportFilter filter) { filter_ = filter; }
    void take_row(int line);
    void categorize_row(const view::RowCategory& wanted);
    void take_transfer(const view::TakeTransfer& wanted);
    Answer confirm_import();
    void drop_import();           ///< this file; the next one follows
    Answer undo_imports();
    bool import_is_stale() const; ///< the ledger has changed since the preview was made
    void import_again();          ///< reads the file once more, with what was said so far
    view::Row import_row(const view::ImportLine& line) const;
    int import_progress() const;  ///< 0…100
    view::SaveAccount account_for_import() const;  ///< as the chosen statement describes it

    /// Another day has begun, or another program has written: true when anything has to be shown anew.
    bool look_around(ledger::Today today);

    /// What is new at risk and was never told, unless it is quiet now. `tell` it, then call `told`.
    std::optional<Reminder> reminder(ledger::Moment now);
    void told(const Reminder& reminder);

    ledger::Moment now() const { return now_(); }

private:
    struct Reading;
    struct Rescue;
    const alerts::Proposal* proposal(view::DutyKey duty);  ///< nullptr when nothing is owed any more
    Answer answer(const app::Outcome& outcome, bool undoable = true);
    Answer refused(const ledger::Problem& problem) const;
    Answer refused(const ledger::Problems& problems) const;
    Answer broken(const std::exception& error) const;
    Answer run(const app::Journey& journey, bool undoable = true) { return answer(session_.run(journey), undoable); }
    db::EntryFilter filter() const;
    void choose_language();
    void read_next();
    void start_reading(std::shared_ptr<Reading> reading);
    void have_read(const std::shared_ptr<Reading>& reading);
    void leave_worker();

    app::Session session_;
    Options options_;
    std::function<ledger::Moment()> now_;
    wording::Words words_;
    ledger::AccountId shown_account_{}, shown_outlook_{};
    std::string search_;
    std::shared_ptr<Reading> reading_;             ///< the file on the page
    std::deque<std::filesystem::path> waiting_;    ///< those after it
    std::vector<view::ImportDone> done_;           ///< those that came in before it, in one go
    std::vector<std::pair<std::int64_t, ledger::BatchId>> recorded_;  ///< what they are in the undo list
    std::function<void()> import_changed_;
    view::ImportFilter filter_ = view::ImportFilter::all;
    std::shared_ptr<Rescue> rescue_;
    std::jthread worker_;
    std::vector<std::jthread> leaving_;            ///< told to stop, and not waited for
};

}  // namespace desktop
