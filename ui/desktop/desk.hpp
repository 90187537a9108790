#pragma once
#include <deque>
#include <memory>
#include <optional>
#include <string>

#include "ui/app/background.hpp"
#include "ui/app/session.hpp"
#include "ui/viewmodel/bills.hpp"
#include "ui/viewmodel/contact.hpp"
#include "ui/viewmodel/guide.hpp"
#include "ui/viewmodel/home.hpp"
#include "ui/viewmodel/import_preview.hpp"
#include "ui/viewmodel/joint_plan.hpp"
#include "ui/viewmodel/month.hpp"
#include "ui/viewmodel/outlook.hpp"
#include "ui/viewmodel/reconcile.hpp"
#include "ui/viewmodel/register.hpp"
#include "ui/viewmodel/reports.hpp"
#include "ui/viewmodel/rules.hpp"
#include "ui/viewmodel/settings.hpp"
#include "ui/viewmodel/track_record.hpp"
#include "ui/viewmodel/warnings.hpp"

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
    view::DutyKey duty{};  ///< the most pressing
    bool urgent = false;
};

/// One open ledger and the person in front of it: owns the Session, makes the models the pages show, and carries out
/// what they ask. Lives on the main thread; the reading of statements alone runs beside it.
class Desk {
public:
    struct Options {
        std::string language{};  ///< wins over the preferences; empty = as they say
        std::filesystem::path file{};
    };

    /// `later` calls something soon, on this thread.
    Desk(app::Session session, Options options, std::function<ledger::Moment()> now, app::Later later);
    ~Desk();
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    const app::State& state() const { return session_.state(); }
    const wording::Words& words() const { return words_; }
    app::Session& session() { return session_; }
    const Options& options() const { return options_; }

    /// Called when something that is to be shown could not be read.
    void on_trouble(std::function<void(const Answer&)> call) { on_trouble_ = std::move(call); }

    // What the pages show.
    view::HomeModel home();
    view::RegisterModel register_model();
    view::RegisterRows register_rows();
    view::BillsModel bills();
    view::WarningsModel warnings();
    std::optional<view::WarningDetail> warning(view::DutyKey duty);
    std::optional<view::ContactModel> contact(
        const view::ContactChoice& choice);  ///< nothing where there is no such bill
    view::JointPlanModel joint_plan();       ///< one plan for all bills
    view::GuideModel guide(const view::ShowGuide& wanted);
    view::OutlookModel outlook();
    view::MonthModel month();
    view::RecordModel record();
    view::ImportModel importing() const;
    view::SettingsModel settings(const view::Surroundings& around);
    view::ReportsModel reports();
    view::RulesModel rules() const;
    std::vector<std::string> payees_like(const std::string& start);
    std::string rules_preview(const view::ApplyRules& wanted, bool asked);
    view::ReconcileModel reconciling(const view::Reconcile& wanted);
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
    Answer unmatch(view::DutyKey duty);
    Answer skip(ledger::IncomeId income, ledger::Date occurrence);
    Answer end(ledger::IncomeId income);
    Answer confirm(const alerts::RecurringFound& found);
    Answer dismiss(const alerts::RecurringFound& found);
    Answer save(const view::SaveStatement& wanted);
    Answer accept(const view::AcceptOption& wanted);
    Answer keep_reason(
        const view::ContactChoice& chosen);  ///< with the bill, where it is another than the one that is kept
    Answer save(const view::SaveHardship& typed);
    Answer set_paper(const view::SetPaper& wanted);
    Answer attach(const view::AttachPaper& wanted);
    Answer name_bank(const view::NameBank& wanted);
    Answer correct_number(const view::CorrectNumber& wanted);
    Answer report_number(const view::ReportNumber& wanted);
    Answer log(const view::LogContact& wanted);
    Answer accept(const view::AcceptOffer& wanted);
    Answer accept(const view::AcceptJointPlan& wanted);
    Answer seen(const view::PromiseSeen& promise);

    /// A letter or sheet as it will be on paper.
    struct Document {
        std::string title{}, html{}, name{};
    };
    std::optional<Document> document(const view::ShowDocument& wanted);
    Answer save(const view::SaveSettings& wanted);
    Answer save(const view::ChangeEntries& wanted);
    Answer remove(const view::RemoveEntries& wanted);
    Answer always_like(ledger::EntryId entry);
    Answer close(const view::CloseAccount& wanted);
    Answer reconcile(const view::Reconcile& wanted);
    Answer save(const view::SaveCategory& wanted);
    Answer remove(const view::RemoveCategory& wanted);
    Answer save(const view::SaveRule& wanted);
    Answer remove(const view::RemoveRule& wanted);
    Answer move(const view::MoveRule& wanted);
    Answer apply(const view::ApplyRules& wanted);
    Answer save(const view::SaveRate& wanted);
    Answer remove(const view::RemoveRate& wanted);
    Answer import_rates(const std::filesystem::path& file);
    void look_at_report(const view::ShowReport& wanted) { shown_report_ = wanted; }
    void show_closed(bool closed) { closed_too_ = closed; }
    Answer undo();
    Answer back_up(const std::filesystem::path& to);
    Answer try_out(const view::TryOut& typed);
    Answer keep_trial(std::size_t index);  ///< writes it, and takes it out of the trials
    void forget_trial(std::size_t index);
    void forget_trials() { trials_.clear(); }
    void look_at_month(ledger::Date first) { shown_month_ = first; }

    /// Replays the account's past beside the main thread; `changed` is called on it when `record` has something new to
    /// say.
    void look_back(ledger::AccountId account, std::function<void()> changed);
    void look_at_account(ledger::AccountId account)  ///< 0 = all of them
    {
        shown_all_ = !account;
        if (account) shown_account_ = account;
    }
    void look_at_outlook(ledger::AccountId account) { shown_outlook_ = account; }
    void search(std::string text) { search_ = std::move(text); }
    ledger::AccountId shown_account() const { return shown_account_; }
    bool shown_all() const { return shown_all_; }
    view::Proposal usual(const std::string& payee);
    std::optional<view::EntryLine> entry_line(ledger::EntryId entry);
    std::optional<view::BillForm> bill_form(ledger::BillId bill);
    std::optional<view::BillForm> income_form(ledger::IncomeId income);

    // A statement on its way in. It is read and marked beside the main thread; `changed` is called on the main one when
    // there is news.
    void open_statements(const std::vector<std::filesystem::path>& files,
                         std::function<void()> changed);  ///< one after another
    void import_into(ledger::AccountId account);
    void unlock_import(const std::string& password);
    void read_as(const view::ReadAs& wanted);
    void map_column(const view::MapColumn& wanted);
    void show_rows(view::ImportFilter filter) { filter_ = filter; }
    void take_row(int line);
    void categorize_row(const view::RowCategory& wanted);
    void take_transfer(const view::TakeTransfer& wanted);
    Answer confirm_import();
    void drop_import();  ///< this file; the next one follows
    Answer undo_imports();
    bool import_is_stale() const;  ///< the ledger has changed since the preview was made
    void import_again();           ///< reads the file once more, with what was said so far
    view::Row import_row(const view::ImportLine& line) const;
    int import_progress() const;                   ///< 0…100
    view::SaveAccount account_for_import() const;  ///< as the chosen statement describes it

    // The watched folder. It is looked into beside the main thread; `changed` is called on it when there is something
    // new, or nothing any more.
    void look_for_statements(std::function<void()> changed);
    std::optional<view::StatementOffer> offer() const;  ///< the newest statement that was neither opened nor put aside
    std::optional<view::StatementOffer> offer_to_tell(
        ledger::Moment now) const;            ///< the same outside of the window: once, and not while it is quiet
    void note_offer(const std::string& key);  ///< put aside; with `told_of_offer` before it: told outside of the window
    static constexpr const char* told_of_offer = "told:";

    /// Another day has begun, or another program has written: true when anything has to be shown anew.
    bool look_around(ledger::Today today);

    /// What is new at risk and was never told, unless it is quiet now. `tell` it, then call `told`.
    std::optional<Reminder> reminder(ledger::Moment now);
    void told(const Reminder& reminder);

    ledger::Moment now() const { return now_(); }
    Answer failed(const app::Mishap& trouble) const;  ///< the sentence for it

private:
    struct Reading;
    struct LookingBack;
    struct Rescue;
    struct Watched;
    Rescue& rescue();
    alerts::PlanRequest request_for(
        const ledger::Duty& duty);  ///< with what was said of the reason, and the prices of its bank
    const alerts::Proposal* proposal(view::DutyKey duty);           ///< nullptr when nothing is owed any more
    std::optional<alerts::Option> their_offer(view::DutyKey duty);  ///< the last one that has had no answer
    const std::vector<alerts::JointPlan>& joint_plans();
    std::string region_for(ledger::BillId bill);
    Answer nothing_open(ledger::BillId bill) const;
    Answer answer(const app::Outcome& outcome, bool undoable = true);
    Answer save_income(const view::SaveBill& wanted);
    Answer change(const view::SaveEntry& wanted, ledger::Date date, ledger::Money amount);
    Answer refused(const ledger::Problem& problem) const;
    Answer refused(const ledger::Problems& problems) const;
    Answer run(const app::Journey& journey, bool undoable = true) { return answer(session_.run(journey), undoable); }
    Answer run(const app::Lookup& journey) { return answer(session_.run(journey)); }
    /// What the store says; nothing where the disk fails, which is then told.
    template <class Fn>
    auto ask(Fn&& fn)
    {
        auto found = session_.ask(std::forward<Fn>(fn));
        if (!found && on_trouble_) on_trouble_(failed(found.trouble()));
        return std::move(found).value_or({});
    }
    db::EntryFilter filter() const;
    view::RegisterWish register_wish() const { return {shown_account_, shown_all_, closed_too_, search_}; }
    ledger::Result<app::Reconciliation> read(const view::Reconcile& wanted, const db::Store& store) const;
    void choose_language();
    void read_next();
    void start_reading(std::shared_ptr<Reading> reading);
    void have_read(const std::shared_ptr<Reading>& reading);
    void compose(const std::shared_ptr<Reading>& reading);
    void give_up(const std::shared_ptr<Reading>& reading, const std::string& why);
    void several_in(const Reading& reading);
    void note_opened(const std::filesystem::path& file);

    app::Session session_;
    Options options_;
    std::function<ledger::Moment()> now_;
    std::function<void(const Answer&)> on_trouble_;
    wording::Words words_;
    ledger::AccountId shown_account_{}, shown_outlook_{};
    std::string search_;
    view::ShowReport shown_report_{.by = 1, .period = 2};
    bool shown_all_ = false, closed_too_ = false;
    std::shared_ptr<Reading> reading_;  ///< the file on the page
    std::shared_ptr<Reading> before_;   ///< the same file as it was read before, until it is read again
    struct Waiting {
        std::filesystem::path path{};
        std::optional<std::string> member{};  ///< of an archive with several
        std::optional<std::string> password{};
    };
    std::deque<Waiting> waiting_;                                     ///< those after it
    std::vector<view::ImportDone> done_;                              ///< those that came in before it, in one go
    std::vector<std::pair<std::int64_t, ledger::BatchId>> recorded_;  ///< what they are in the undo list
    std::function<void()> import_changed_;
    view::ImportFilter filter_ = view::ImportFilter::all;
    std::shared_ptr<Rescue> rescue_;
    std::vector<view::Trial> trials_;
    std::optional<ledger::Date> shown_month_;
    std::shared_ptr<LookingBack> looking_back_;
    std::shared_ptr<Watched> watched_;
    app::Background background_;
    app::Background::Task at_work_;  ///< on the file on the page
};

}  // namespace desktop
