#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ledger/facts/book.hpp"

namespace view {

enum class PageId { home, entries, bills, warnings, import, reports, rules, settings };
inline constexpr int pages = 8;

/// One occurrence of one bill: what a row of a list stands for.
struct DutyKey {
    ledger::BillId bill{};
    ledger::Date occurrence{};
    friend auto operator<=>(const DutyKey&, const DutyKey&) = default;
};

// What a page can ask for. Texts are as they were typed; whoever carries the intent out reads them and says what is wrong.

struct GoTo { PageId page = PageId::home; };
struct ShowBill { DutyKey duty{}; };               ///< open the bill in Bills
struct ShowWarning { DutyKey duty{}; };            ///< open what can be done about it
struct ShowAccount { ledger::AccountId account{}; };  ///< in the register
struct ShowOutlook { ledger::AccountId account{}; };  ///< in the chart on Home
struct Search { std::string text{}; };
struct EditEntry { ledger::EntryId entry{}; };
struct RemoveEntry { ledger::EntryId entry{}; };
struct SaveEntry {
    ledger::EntryId entry{};  ///< 0 = a new one
    ledger::AccountId account{};
    std::string date{}, payee{}, amount{}, memo{};
    ledger::CategoryId category{};
    bool money_in = false;    ///< when the amount has no sign of its own
};
/// What several entries shall have in common; what is not given stays.
struct ChangeEntries {
    std::vector<ledger::EntryId> entries{};
    std::optional<ledger::CategoryId> category{};
    std::optional<std::string> payee{};
};
struct RemoveEntries { std::vector<ledger::EntryId> entries{}; };
struct AlwaysLike { ledger::EntryId entry{}; };        ///< its payee has its category from now on
struct ShowClosed { bool closed = false; };            ///< closed accounts too, in the register
struct CloseAccount { ledger::AccountId account{}; bool closed = true; };
struct Reconcile {                                     ///< what is not on the statement is left out
    ledger::AccountId account{};
    std::string balance{}, date{};
    std::vector<ledger::EntryId> left_out{};
    bool adjust = false;
};
struct StartReconcile { ledger::AccountId account{}; };
struct SaveCategory {
    ledger::CategoryId category{};  ///< 0 = a new one
    std::string name{};
    ledger::CategoryId parent{};
    bool income = false, essential = false;
};
struct RemoveCategory { ledger::CategoryId category{}; };
struct SaveRule {
    ledger::RuleId rule{};          ///< 0 = a new one
    std::string text{}, payee{}, at_least{}, at_most{}, set_payee{};
    ledger::AccountId account{}, set_transfer{};
    ledger::CategoryId set_category{};
};
struct RemoveRule { ledger::RuleId rule{}; };
struct MoveRule { ledger::RuleId rule{}; int places = 0; };
struct ApplyRules { ledger::RuleId rule{}; bool replace = false; };  ///< 0 = all of them
struct SaveRate { std::string date{}, from{}, to{}, rate{}; };
struct RemoveRate { ledger::ExchangeRateId rate{}; };
struct ImportRates {};
/// Indices into the choices of the ReportsModel.
struct ShowReport { int report = 0, by = 0, period = 0, account = 0, currency = 0; };
struct NewAccount {};
struct SaveAccount {
    std::string name{}, currency{}, opening{}, number{};
    ledger::AccountType type = ledger::AccountType::checking;
    std::string statement_day{}, due_day{}, limit{};  ///< of a card
    ledger::AccountId pay_from{};                     ///< of a card
};
struct NewBill {};
struct EditBill { ledger::BillId bill{}; };
struct SaveBill {
    ledger::BillId bill{};    ///< 0 = a new one
    std::string payee{}, amount{}, due{}, minimum{};
    int repeat = 0;           ///< index into BillsModel::repeats
    ledger::AccountId pay_from{};
    bool autopay = false, estimate = false, essential = false;
};
struct PayBill {
    DutyKey duty{};
    std::string amount{}, date{};
    ledger::AccountId from{};
};
struct SkipBill { DutyKey duty{}; };
struct EndBill { ledger::BillId bill{}; };
struct AcceptOption { DutyKey duty{}; int option = 0; };
struct StartContact { DutyKey duty{}; };
struct ContactChoice {        ///< what was chosen so far in the guided talk; the model comes back filled in for it
    DutyKey duty{};
    std::string reason{};
    int option = 0;           ///< 0 = the first that needs the bank
    ledger::Channel channel = ledger::Channel::phone;
    std::vector<std::string> have{};  ///< papers at hand
};
struct LogContact {
    DutyKey duty{};
    ledger::Channel channel = ledger::Channel::phone;
    ledger::Outcome outcome = ledger::Outcome::pending;
    std::string agent{}, reference{}, note{}, follow_up{};
};
struct CopyText { std::string text{}; };
struct SaveText { std::string text{}, name{}; };
struct ChooseFile {};
struct OpenFile { std::filesystem::path file{}; };
struct ImportInto { ledger::AccountId account{}; };  ///< reads the chosen file again for this account
struct ConfirmImport {};
struct DropImport {};                                ///< puts the preview away
struct Undo {};
struct SaveSettings { ledger::Preferences preferences{}; std::string buffer{}; };
struct BackUp {};
struct OpenLedger {};

using Intent = std::variant<ChangeEntries, RemoveEntries, AlwaysLike, ShowClosed, CloseAccount, Reconcile, StartReconcile, SaveCategory, RemoveCategory,
                            SaveRule, RemoveRule, MoveRule, ApplyRules, SaveRate, RemoveRate, ImportRates, ShowReport, GoTo, ShowBill, ShowWarning, ShowAccount, ShowOutlook, Search, EditEntry, RemoveEntry, SaveEntry, NewAccount, SaveAccount, NewBill,
                            EditBill, SaveBill, PayBill, SkipBill, EndBill, AcceptOption, StartContact, ContactChoice, LogContact, CopyText,
                            SaveText, ChooseFile, OpenFile, ImportInto, ConfirmImport, DropImport, Undo, SaveSettings, BackUp, OpenLedger>;

using Send = std::function<void(Intent)>;

/// A button: what it says and what it asks for.
struct Action {
    std::string label{};
    Intent intent{};
};

}  // namespace view
