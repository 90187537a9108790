#include "db/tables/undo.hpp"

#include <charconv>

#include "db/tables/rows.hpp"

namespace db {

namespace {

/// A deed that has no word yet is kept by its number, so that a new one never keeps a Change from being recorded.
std::string word_for(ledger::Deed deed)
{
    const auto name = ledger::word_of(deed);
    return name.empty() ? std::to_string(static_cast<int>(deed)) : std::string{name};
}

ledger::Deed deed_of(const std::string& word)
{
    if (const auto deed = ledger::choice_of<ledger::Deed>(word)) return *deed;
    int number = static_cast<int>(ledger::Deed::set_up);
    std::from_chars(word.data(), word.data() + word.size(), number);
    return static_cast<ledger::Deed>(number);
}

}  // namespace

void UndoTable::add(const ledger::Change& change, ledger::Moment at, const std::string& inverse)
{
    SQLite::Statement statement{database_, R"(
INSERT INTO undo (number, deed, about, at, inverse)
SELECT coalesce(max(number), 0) + 1, ?, ?, ?, ? FROM undo
)"};
    Binder{statement} << word_for(change.deed) << change.about << at;
    statement.bind(4, static_cast<const void*>(inverse.data()), static_cast<int>(inverse.size()));
    statement.exec();
    run(database_, "DELETE FROM undo WHERE number <= (SELECT max(number) FROM undo) - ?", most);
}

std::vector<Undoable> UndoTable::load(int newest) const
{
    SQLite::Statement statement{database_, "SELECT number, deed, about, at FROM undo ORDER BY number DESC LIMIT ?"};
    Binder{statement} << newest;
    std::vector<Undoable> found;
    while (statement.executeStep()) {
        auto& one = found.emplace_back();
        std::string deed;
        Reader row{statement};
        row >> one.number >> deed >> one.about >> one.at;
        one.deed = deed_of(deed);
    }
    return found;
}

std::string UndoTable::inverse(std::int64_t number) const
{
    SQLite::Statement statement{database_, "SELECT inverse FROM undo WHERE number = ?"};
    Binder{statement} << number;
    return statement.executeStep() ? statement.getColumn(0).getString() : std::string{};
}

void UndoTable::remove(std::int64_t number)
{
    run(database_, "DELETE FROM undo WHERE number = ?", number);
}

}  // namespace db
