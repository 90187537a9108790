#include "db/tables/entry_text.hpp"

#include <sqlite3.h>

#include <algorithm>

#include "db/tables/rows.hpp"

namespace db {

namespace {

constexpr std::string_view marks = "\x03\x03";  ///< after each text: its last letters begin a run of three as well

/// As the view entry_words has it.
void add(std::string& words, const std::string& text)
{
    words.append(text, 0, text.find('\0')).append(marks);
}

std::size_t letters_in(const std::string& text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// One or two letters as the index has them: letter case aside. The tokenizer itself is asked, so that the two never
/// differ.
std::string as_indexed(SQLite::Database& database, const std::string& text, std::size_t letters)
{
    database.exec(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.typed USING fts5 (word, content = '', tokenize = 'trigram')");
    database.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.typed_runs USING fts5vocab (temp, typed, row)");
    database.exec("INSERT INTO temp.typed (typed) VALUES ('delete-all')");
    const auto filler = marks.substr(0, 3 - letters);
    run(database, "INSERT INTO temp.typed (rowid, word) VALUES (1, ?)", text + std::string{filler});
    SQLite::Statement statement{database, "SELECT term FROM temp.typed_runs"};
    if (!statement.executeStep()) return text;
    const auto term = statement.getColumn(0).getString();
    return term.substr(0, term.size() - filler.size());
}

/// What comes after every text that begins so, byte by byte.
std::string after_all(std::string start)
{
    start.back() = static_cast<char>(start.back() + 1);  // no byte of UTF-8 is 0xFF
    return start;
}

}  // namespace

struct EntryText::Statements {
    explicit Statements(SQLite::Database& database)
        : words{database, "SELECT words FROM entry_words WHERE id = ?"},
          forget{database, "INSERT INTO entry_text (entry_text, rowid, words) VALUES ('delete', ?, ?)"},
          learn{database, "INSERT INTO entry_text (rowid, words) VALUES (?, ?)"}
    {
    }
    SQLite::Statement words, forget, learn;
};

EntryText::EntryText(SQLite::Database& database)
    : database_{database}, statements_{std::make_unique<Statements>(database)}
{
}
EntryText::~EntryText() = default;

std::string EntryText::words_of(const ledger::Entry& entry)
{
    std::string words;
    add(words, entry.payee);
    add(words, entry.memo);
    for (const auto& part : entry.splits)
        if (!part.memo.empty()) add(words, part.memo);
    return words;
}

EntryText::Words EntryText::words(ledger::EntryId id) const
{
    auto& statement = statements_->words;
    Binder{statement} << id;
    Words found;
    if (statement.executeStep()) found = statement.getColumn(0).getString();
    statement.reset();
    return found;
}

void EntryText::change(ledger::EntryId id, const Words& before, const Words& after)
{
    if (before == after) return;
    const auto tell = [&](SQLite::Statement& statement, const std::string& words) {
        Binder{statement} << id << words;
        statement.exec();
        statement.reset();
    };
    if (before) tell(statements_->forget, *before);
    if (after) tell(statements_->learn, *after);
}

void EntryText::make_anew()
{
    database_.exec("INSERT INTO entry_text (entry_text) VALUES ('rebuild')");
}

std::vector<std::int64_t> EntryText::find(const std::string& text) const
{
    std::vector<std::int64_t> found;
    const auto letters = letters_in(text);
    if (letters >= 3) {
        std::string quoted = "\"";
        for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
        SQLite::Statement statement{database_, "SELECT rowid FROM entry_text WHERE entry_text MATCH ? ORDER BY rowid"};
        Binder{statement} << quoted + "\"";
        while (statement.executeStep()) found.push_back(statement.getColumn(0).getInt64());
        return found;
    }
    const auto start = as_indexed(database_, text, letters);
    database_.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.entry_runs USING fts5vocab (main, entry_text, instance)");
    SQLite::Statement statement{database_, "SELECT doc FROM temp.entry_runs WHERE term >= ? AND term < ?"};
    Binder{statement} << start << after_all(start);
    while (statement.executeStep()) found.push_back(statement.getColumn(0).getInt64());
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

bool text_is_sound(SQLite::Database& database)
{
    try {
        database.exec("INSERT INTO entry_text (entry_text, rank) VALUES ('integrity-check', 1)");
        return true;
    }
    catch (const SQLite::Exception& failure) {
        const int said = failure.getErrorCode();
        if (said == SQLITE_READONLY)
            return true;                    // it cannot be asked there: the question is put as a command that writes
        if (said != SQLITE_CORRUPT) throw;  // which is how FTS5 says no
        return false;
    }
}

}  // namespace db
