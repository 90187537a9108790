#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ledger/facts/entry.hpp"

namespace SQLite {
class Database;
}

namespace db {

/// The index over what is written in entries: payee, memo and the memos of parts. All SQL about `entry_text` is in
/// entry_text.cpp. Who changes an entry asks for its words before, and tells what became of them after, in the same
/// transaction. Statements are prepared once.
class EntryText {
public:
    explicit EntryText(SQLite::Database& database);
    ~EntryText();
    EntryText(const EntryText&) = delete;
    EntryText& operator=(const EntryText&) = delete;

    using Words = std::optional<std::string>;  ///< nothing = there is no such entry
    Words words(ledger::EntryId id) const;     ///< as the file has them
    static std::string words_of(const ledger::Entry& entry);
    void change(ledger::EntryId id, const Words& before, const Words& after);
    void make_anew();  ///< from the entries as they are

    /// The entries in which this stands somewhere, letter case aside, ascending. Needs a text that is not empty.
    std::vector<std::int64_t> find(const std::string& text) const;

private:
    struct Statements;
    SQLite::Database& database_;
    std::unique_ptr<Statements> statements_;
};

/// Does the index say what the entries say?
bool text_is_sound(SQLite::Database& database);

}  // namespace db
