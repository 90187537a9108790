#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ui/viewmodel/common.hpp"
#include "ui/viewmodel/intent.hpp"

namespace view {

/// Where the page of the import stands.
enum class ImportStage { choose, reading, preview, failed, done };

/// Which lines of the file are shown. Every line is in `all` and in exactly one of the five after it.
enum class ImportFilter { all, fresh, known, look, neutral, unreadable, transfers, doubtful };

/// One line of the list: a row of the draft, a line set aside, or a transfer of entries that are there already.
struct ImportLine {
    enum class Of { row, neutral, review, rejected, transfer };
    Of of = Of::row;
    std::size_t index = 0;
    int line = 0;       ///< of the file; 0 for a transfer
    int transfer = -1;  ///< index into ImportPreview::transfers
};

/// Something the file leaves open: both readings, of which one was taken.
struct ImportQuestion {
    std::string sentence{};
    std::vector<Action> answers{};
};

/// A choice of how the file is read; `keys` stand in the order of the labels.
struct ReadingChoice {
    std::string what{};  ///< as in ReadAs
    std::string label{};
    Choice choice{};
    std::vector<std::string> keys{};
};

/// How the file was read, and every choice about it.
struct ImportReading {
    std::string title{};
    std::vector<ReadingChoice> choices{};
    std::string columns_note{};     ///< empty where the file has no columns
    std::vector<Column> columns{};  ///< titles: the header of the file and what the column is taken for
    std::vector<Row> sample{};
    std::string column_label{}, role_label{};
    std::vector<std::string> column_names{};
    std::vector<std::string> role_names{}, roles{};  ///< the first is "nothing"
    std::vector<int> role_of{};                      ///< for each column, index into `roles`
};

struct ImportModel {
    ImportStage stage = ImportStage::choose;
    std::string file{};                  ///< name without folder
    std::string sentence{};              ///< what was recognised: "An Alipay statement, 120 rows from … to …"
    std::string waiting{};               ///< "2 more files wait"; empty for none
    std::vector<std::string> remarks{};  ///< what was set aside, sums, the balance
    Level balance_level = Level::safe;   ///< of the last remark about the balance
    std::vector<ImportQuestion> questions{};
    std::string password_label{}, unlock_label{};  ///< stage failed: empty where no password would help
    std::string account_label{};
    std::vector<ledger::AccountId> accounts{};  ///< 0 = "a new account…"
    Choice account{};
    std::string account_note{};  ///< how it is known, or that it is a guess
    std::string counts{};        ///< "112 new, 5 already there, 2 move no money, 1 to look at"
    std::string filter_label{};
    std::vector<ImportFilter> filters{};
    Choice filter{};
    std::string keys_note{};  ///< which keys do what
    std::string category_label{};
    std::vector<ledger::CategoryId> categories{};
    std::vector<std::string> category_names{};
    std::vector<Column> columns{};
    std::vector<ImportLine> lines{};                    ///< as filtered; `import_row` gives the cells
    std::vector<ledger::EntryId> transfer_entries{};    ///< for each of the transfers, the entry that is there already
    std::vector<ledger::CategoryId> line_categories{};  ///< of each line
    ImportReading reading{};
    Action import{};  ///< "Import 112 rows"
    bool can_import = false;
    Action other{};               ///< "Choose a file…"
    Action drop{};                ///< "Put away"
    std::vector<Action> after{};  ///< stage done: undo, show the entries
};

}  // namespace view
