#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "ledger/facts/book.hpp"

namespace view {

enum class PageId { home, entries, bills, warnings, import, settings };
inline constexpr int pages = 6;

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
struct OpenFiles { std::vector<std::filesystem::path> files{}; };  ///< one after another
struct ImportInto { ledger::AccountId account{}; };  ///< reads the chosen file again for this account
struct ReadAs {               ///< reads it again as the person says
    std::string what{};       ///< encoding, delimiter, date_order, decimal, sign
    std::string value{};      ///< empty = find out
};
struct MapColumn { int column = 0; std::string role{}; };  ///< column from 1; an empty role: it is nothing
struct ShowRows { int filter = 0; };                 ///< index into ImportModel::filter
struct TakeRow { int line = 0; };                    ///< leaves the row out, or brings it in
struct RowCategory { int line = 0; ledger::CategoryId category{}; };
struct TakeTransfer { int line = 0; ledger::EntryId entry{}; };  ///< accepts the transfer, or declines it
struct ConfirmImport {};
struct DropImport {};                                ///< puts the preview away, or stops the reading; the next file follows
struct UndoImports {};                               ///< all that were imported in one go
struct SetAsideOffer { std::string key{}; };         ///< a statement of the watched folder is not wanted
struct ChooseWatched {};                             ///< asks for the folder that is watched
struct Undo {};
struct SaveSettings { ledger::Preferences preferences{}; std::string buffer{}; };
struct BackUp {};
struct OpenLedger {};

using Intent = std::variant<GoTo, ShowBill, ShowWarning, ShowAccount, ShowOutlook, Search, EditEntry, RemoveEntry, SaveEntry, NewAccount, SaveAccount, NewBill,
                            EditBill, SaveBill, PayBill, SkipBill, EndBill, AcceptOption, StartContact, ContactChoice, LogContact, CopyText,
                            SaveText, ChooseFile, OpenFile, OpenFiles, ImportInto, ReadAs, MapColumn, ShowRows, TakeRow, RowCategory, TakeTransfer,
                            ConfirmImport, DropImport, UndoImports, SetAsideOffer, ChooseWatched, Undo, SaveSettings, BackUp, OpenLedger>;

using Send = std::function<void(Intent)>;

/// A button: what it says and what it asks for.
struct Action {
    std::string label{};
    Intent intent{};
};

}  // namespace view
