#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "alerts/assess.hpp"
#include "ledger/facts/book.hpp"

namespace view {

enum class PageId { home, entries, bills, warnings, outlook, import, reports, rules, settings };
inline constexpr int pages = 9;

/// One occurrence of one bill: what a row of a list stands for.
struct DutyKey {
    ledger::BillId bill{};
    ledger::Date occurrence{};
    friend auto operator<=>(const DutyKey&, const DutyKey&) = default;
};
inline DutyKey key(const ledger::Duty& duty)
{
    return {duty.bill, duty.occurrence};
}

// What a page can ask for. Texts are as they were typed; whoever carries the intent out reads them and says what is
// wrong.

struct GoTo {
    PageId page = PageId::home;
};
struct ShowBill {
    DutyKey duty{};
};  ///< open the bill in Bills
struct ShowWarning {
    DutyKey duty{};
};  ///< open what can be done about it
struct ShowAccount {
    ledger::AccountId account{};
};  ///< in the register
struct ShowOutlook {
    ledger::AccountId account{};
};  ///< in the charts on Home and Outlook
enum class TrialKind { move_due, leave_out, spend, receive, lose_income, spending };
/// An income: one the user confirmed, or one that was learnt of an account.
struct IncomeKey {
    ledger::IncomeId income{};
    ledger::AccountId account{};
    std::string payer{};
    friend bool operator==(const IncomeKey&, const IncomeKey&) = default;
};
struct TryOut {  ///< a change to look at; nothing is written
    TrialKind kind{};
    DutyKey duty{};               ///< move_due, leave_out
    ledger::AccountId account{};  ///< spend, receive
    IncomeKey income{};           ///< lose_income
    std::string name{}, date{}, amount{};
    std::string share{};  ///< spending: "-20" = a fifth less
};
struct KeepTrial {
    std::size_t index = 0;
};  ///< now it is written
struct ForgetTrial {
    std::size_t index = 0;
};
struct ForgetTrials {};
struct ShowMonth {
    ledger::Date first{};
};  ///< in the calendar; its first day
struct LookBack {
    ledger::AccountId account{};
};  ///< what was said of this account against what came; 0 = the one that pays most
struct Search {
    std::string text{};
};
struct EditEntry {
    ledger::EntryId entry{};
};
struct RemoveEntry {
    ledger::EntryId entry{};
};
struct SaveEntry {
    ledger::EntryId entry{};  ///< 0 = a new one
    ledger::AccountId account{};
    std::string date{}, payee{}, amount{}, memo{};
    ledger::CategoryId category{};
    bool money_in = false;  ///< when the amount has no sign of its own
};
/// What several entries shall have in common; what is not given stays.
struct ChangeEntries {
    std::vector<ledger::EntryId> entries{};
    std::optional<ledger::CategoryId> category{};
    std::optional<std::string> payee{};
};
struct RemoveEntries {
    std::vector<ledger::EntryId> entries{};
};
struct AlwaysLike {
    ledger::EntryId entry{};
};  ///< its payee has its category from now on
struct ShowClosed {
    bool closed = false;
};  ///< closed accounts too, in the register
struct CloseAccount {
    ledger::AccountId account{};
    bool closed = true;
};
struct Reconcile {  ///< what is not on the statement is left out
    ledger::AccountId account{};
    std::string balance{}, date{};
    std::vector<ledger::EntryId> left_out{};
    bool adjust = false;
};
struct StartReconcile {
    ledger::AccountId account{};
};
struct SaveCategory {
    ledger::CategoryId category{};  ///< 0 = a new one
    std::string name{};
    ledger::CategoryId parent{};
    bool income = false, essential = false;
};
struct RemoveCategory {
    ledger::CategoryId category{};
};
struct SaveRule {
    ledger::RuleId rule{};  ///< 0 = a new one
    std::string text{}, payee{}, at_least{}, at_most{}, set_payee{};
    ledger::AccountId account{}, set_transfer{};
    ledger::CategoryId set_category{};
};
struct RemoveRule {
    ledger::RuleId rule{};
};
struct MoveRule {
    ledger::RuleId rule{};
    int places = 0;
};
struct ApplyRules {
    ledger::RuleId rule{};
    bool replace = false;
};  ///< 0 = all of them
struct SaveRate {
    std::string date{}, from{}, to{}, rate{};
};
struct RemoveRate {
    ledger::ExchangeRateId rate{};
};
struct ImportRates {};
/// Indices into the choices of the ReportsModel.
struct ShowReport {
    int report = 0, by = 0, period = 0, account = 0, currency = 0;
};
struct NewAccount {};
struct EditAccount {
    ledger::AccountId account{};
};  ///< opens its dialog
struct SaveAccount {
    std::string name{}, currency{}, opening{}, number{};
    ledger::AccountType type = ledger::AccountType::checking;
    std::string statement_day{}, due_day{}, limit{};  ///< of a card
    ledger::AccountId pay_from{};                     ///< of a card
    ledger::AccountId account{};                      ///< 0 = a new one
    std::string region{};  ///< of a card: whose customs its terms begin with; empty = the currency's
    std::string due_after{}, minimum_rate{}, minimum_floor{}, daily_rate{}, late_rate{}, late_floor{}, late_cap{},
        grace_days{}, tolerance{};                  ///< empty = as they are
    std::string overdue_since{}, overdue_amount{};  ///< of a card that was late when it was entered; empty = it was not
    int interest = -1;                              ///< index into InterestMethod; -1 = as it is
};
struct NewBill {};
struct EditBill {
    ledger::BillId bill{};
};
struct NewIncome {};
struct EditIncome {
    ledger::IncomeId income{};
};
enum class Reach { following, this_one, all };  ///< how far a change goes
struct SaveBill {
    ledger::BillId bill{};  ///< 0 = a new one
    std::string payee{}, amount{}, due{}, minimum{};
    int repeat = 0;  ///< index into BillsModel::repeats
    ledger::AccountId pay_from{};
    bool autopay = false, estimate = false, essential = false;
    int shift = 0;  ///< index into ledger::Shift
    std::string until{}, times{}, learn{};
    Reach reach = Reach::following;
    ledger::Date occurrence{};  ///< the one the form was opened for; none for a new one
    bool is_income = false;     ///< then payee is the payer, pay_from the account it reaches
    ledger::IncomeId income{};  ///< 0 = a new one
};
struct PayBill {
    DutyKey duty{};
    std::string amount{}, date{};
    ledger::AccountId from{};
};
struct SkipBill {
    DutyKey duty{};
};
struct EndBill {
    ledger::BillId bill{};
};
struct UnmatchBill {
    DutyKey duty{};
};  ///< what was counted as paid for it was something else
struct SkipIncome {
    ledger::IncomeId income{};
    ledger::Date occurrence{};
};
struct EndIncome {
    ledger::IncomeId income{};
};
struct ConfirmStream {
    alerts::RecurringFound found{};
};  ///< what was found to come again is a bill or an income
struct DismissStream {
    alerts::RecurringFound found{};
};                      ///< … and is not to be expected again
struct SaveStatement {  ///< what a card's issuer printed
    ledger::AccountId card{};
    std::string closed{}, due{}, amount{}, minimum{};
};
struct AcceptOption {
    DutyKey duty{};
    int option = 0;
};
struct StartContact {
    DutyKey duty{};
};
struct ContactChoice {  ///< what was chosen so far in the guided talk; the model comes back filled in for it
    DutyKey duty{};
    std::string reason{};
    int option = 0;  ///< 0 = the first that needs the bank
    ledger::Channel channel = ledger::Channel::phone;
    bool rather_not = false;  ///< the reason shall not be said: a choice too, and not the same as none made yet
};
struct ContactStep {
    DutyKey duty{};
    int step = 0;
};                     ///< opens the talk at one of its steps, from 0
struct SaveHardship {  ///< what the person says of the reason; empty = not said
    ContactChoice choice{};
    std::string since{}, until{}, pay_now{}, less{};
};
struct SetPaper {            ///< where a paper stands
    ContactChoice choice{};  ///< the talk it is for
    std::string document{};
    ledger::PaperState state = ledger::PaperState::to_get;
};
struct ChoosePaper {
    ContactChoice choice{};
    std::string document{};
};                    ///< asks for its file
struct AttachPaper {  ///< the file stays where it is; an empty one takes the reference away
    ContactChoice choice{};
    std::string document{};
    std::filesystem::path file{};
};
struct CorrectNumber {  ///< of the bank of this talk; `bank` names one that is not known yet
    ContactChoice choice{};
    std::string bank{}, number{}, note{};
};
struct ReportNumber {
    ContactChoice choice{};
    std::string note{};
};
struct NameBank {
    ContactChoice choice{};
    std::string bank{};
};  ///< one of the directory, by its name, key or number
enum class GuideKind { stages, care };
struct ShowGuide {
    GuideKind kind{};
    DutyKey duty{};
};                        ///< without a duty: for the region
struct ShowJointPlan {};  ///< one plan for all bills
struct AcceptJointPlan {
    std::size_t index = 0;
};  ///< which currency's
struct AcceptOffer {
    DutyKey duty{};
};  ///< the bank's, as it was noted last
struct PromiseSeen {
    ledger::ContactId contact{};
};
enum class DocumentKind { text, budget };
struct ShowDocument {  ///< as it will be on paper
    DutyKey duty{};
    DocumentKind kind{};
    std::string text{};  ///< of kind text, as it was edited
};
struct LogContact {
    DutyKey duty{};
    ledger::Channel channel = ledger::Channel::phone;
    ledger::Outcome outcome = ledger::Outcome::pending;
    std::string agent{}, reference{}, note{}, follow_up{};
    std::string when{};    ///< "2026-11-21 23:10"; empty = now
    std::string waited{};  ///< minutes
    bool they_called = false;
    int agreed_option = 0;                 ///< agreed: to this option of the proposal; 0 = to something else
    std::string new_due{};                 ///< agreed: another due date
    std::string months{}, fee{}, first{};  ///< counter-offer; the fee a month in per cent
    std::optional<ledger::PromiseKind> promise{};
    std::string promise_amount{}, promise_by{};
    std::vector<std::string> conduct{};  ///< keys of rules that were not kept
};
struct CopyText {
    std::string text{};
};
struct SaveText {
    std::string text{}, name{};
};
struct ChooseFile {};
struct OpenFile {
    std::filesystem::path file{};
};
struct OpenFiles {
    std::vector<std::filesystem::path> files{};
};  ///< one after another
struct ImportInto {
    ledger::AccountId account{};
};  ///< reads the chosen file again for this account
struct UnlockFile {
    std::string password{};
};                        ///< of a locked archive
struct ReadAs {           ///< reads it again as the person says
    std::string what{};   ///< encoding, delimiter, date_order, decimal, sign
    std::string value{};  ///< empty = find out
};
struct MapColumn {
    int column = 0;
    std::string role{};
};  ///< column from 1; an empty role: it is nothing
struct ShowRows {
    int filter = 0;
};  ///< index into ImportModel::filter
struct TakeRow {
    int line = 0;
};  ///< leaves the row out, or brings it in
struct RowCategory {
    int line = 0;
    ledger::CategoryId category{};
};
struct TakeTransfer {
    int line = 0;
    ledger::EntryId entry{};
};  ///< accepts the transfer, or declines it
struct ConfirmImport {};
struct DropImport {};   ///< puts the preview away, or stops the reading; the next file follows
struct UndoImports {};  ///< all that were imported in one go
struct SetAsideOffer {
    std::string key{};
};                        ///< a statement of the watched folder is not wanted
struct ChooseWatched {};  ///< asks for the folder that is watched
struct Undo {};
struct SaveSettings {
    ledger::Preferences preferences{};
    std::string buffer{};
};
struct BackUp {};
struct OpenLedger {};

using Intent = std::variant<
    ChangeEntries, RemoveEntries, AlwaysLike, ShowClosed, CloseAccount, Reconcile, StartReconcile, SaveCategory,
    RemoveCategory, SaveRule, RemoveRule, MoveRule, ApplyRules, SaveRate, RemoveRate, ImportRates, ShowReport, GoTo,
    ShowBill, ShowWarning, ShowAccount, ShowOutlook, TryOut, KeepTrial, ForgetTrial, ForgetTrials, ShowMonth, LookBack,
    Search, EditEntry, RemoveEntry, SaveEntry, NewAccount, EditAccount, SaveAccount, NewBill, NewIncome, EditIncome,
    UnmatchBill, SkipIncome, EndIncome, ConfirmStream, DismissStream, SaveStatement, EditBill, SaveBill, PayBill,
    SkipBill, EndBill, AcceptOption, StartContact, ContactChoice, ContactStep, SaveHardship, SetPaper, ChoosePaper,
    AttachPaper, CorrectNumber, ReportNumber, NameBank, ShowGuide, ShowJointPlan, AcceptJointPlan, AcceptOffer,
    PromiseSeen, ShowDocument, LogContact, CopyText, SaveText, ChooseFile, OpenFile, OpenFiles, ImportInto, UnlockFile,
    ReadAs, MapColumn, ShowRows, TakeRow, RowCategory, TakeTransfer, ConfirmImport, DropImport, UndoImports,
    SetAsideOffer, ChooseWatched, Undo, SaveSettings, BackUp, OpenLedger>;

using Send = std::function<void(Intent)>;

/// A button: what it says and what it asks for.
struct Action {
    std::string label{};
    Intent intent{};
};

}  // namespace view
