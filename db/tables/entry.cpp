#include "db/tables/entry.hpp"

#include <algorithm>

#include "db/tables/entry_row.hpp"
#include "db/tables/entry_text.hpp"
#include "db/tables/rows.hpp"
#include "ledger/sound/validate.hpp"

namespace db {

namespace {

using ledger::largest_number;

std::int64_t counted(SQLite::Database& database, const char* name)
{
    const auto value = number(database, "SELECT value FROM counters WHERE name = ?", name);
    return value >= 0 && value <= largest_number ? value : 0;
}

}  // namespace

struct EntryTable::Statements {
    explicit Statements(SQLite::Database& database)
        : put{database, R"(
INSERT INTO main.entries (id, account, date, posted, amount, payee, memo, category, chosen, status, transfer, batch, bank_id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    account = excluded.account, date = excluded.date, posted = excluded.posted, amount = excluded.amount,
    payee = excluded.payee, memo = excluded.memo, category = excluded.category, chosen = excluded.chosen, status = excluded.status,
    transfer = excluded.transfer, batch = excluded.batch, bank_id = excluded.bank_id
)"},
          remove{database, "DELETE FROM main.entries WHERE id = ?"},
          add_split{database, "INSERT INTO main.splits (entry, part, category, amount, memo) VALUES (?, ?, ?, ?, ?)"},
          remove_splits{database, "DELETE FROM main.splits WHERE entry = ?"}
    {
    }

    SQLite::Statement put, remove, add_split, remove_splits;
    std::optional<EntryText>
        text{};  ///< made when it is first needed: who only asks for the counters pays nothing for it
    ledger::EntryId last_entry{};
    ledger::TransferId last_transfer{};
};

EntryTable::EntryTable(SQLite::Database& database)
    : database_{database}, statements_{std::make_unique<Statements>(database)}
{
    statements_->last_entry = last_entry();
    statements_->last_transfer = last_transfer();
}

EntryTable::~EntryTable() = default;

std::optional<ledger::Entry> EntryTable::load(ledger::EntryId id) const
{
    SQLite::Statement statement{
        database_, "SELECT " ENTRY_COLUMNS " FROM entries e JOIN accounts a ON a.id = e.account WHERE e.id = ?"};
    Binder{statement} << id;
    if (!statement.executeStep()) return std::nullopt;
    std::vector<ledger::Entry> one{entry_of(statement)};
    add_splits(database_, one);
    return one.front();
}

void EntryTable::put(const ledger::Entry& e)
{
    auto& s = *statements_;
    const bool is_new = e.id > s.last_entry;  // then no splits can be there
    if (!s.text) s.text.emplace(database_);
    const auto words_before = is_new ? EntryText::Words{} : s.text->words(e.id);
    Binder{s.put} << e.id << e.account << e.date << e.posted << e.amount << e.payee << e.memo << e.category << e.chosen
                  << static_cast<int>(e.status) << e.transfer << e.batch << e.bank_id;
    s.put.exec();
    s.put.reset();
    if (!is_new) {
        Binder{s.remove_splits} << e.id;
        s.remove_splits.exec();
        s.remove_splits.reset();
    }
    int part = 0;
    for (const auto& split : e.splits) {
        Binder{s.add_split} << e.id << part++ << split.category << split.amount << split.memo;
        s.add_split.exec();
        s.add_split.reset();
    }
    s.text->change(e.id, words_before, EntryText::words_of(e));
    s.last_entry = std::max(s.last_entry, e.id);
    s.last_transfer = std::max(s.last_transfer, e.transfer);
}

void EntryTable::remove(ledger::EntryId id)
{
    auto& s = *statements_;
    if (!s.text) s.text.emplace(database_);
    const auto words_before = s.text->words(id);
    for (auto* statement : {&s.remove_splits, &s.remove}) {
        Binder{*statement} << id;
        statement->exec();
        statement->reset();
    }
    s.text->change(id, words_before, {});
}

void EntryTable::remove_all(ledger::EntryId first, std::int64_t count)
{
    const auto last = first.value + count - 1;
    if (number(database_, "SELECT count(*) FROM main.entries WHERE id BETWEEN ? AND ?", first, last) != count)
        throw Unreadable{"the ledger is no longer as the recorded change left it"};
    auto& s = *statements_;
    if (!s.text) s.text.emplace(database_);
    // Where fewer entries stay than go, the index of texts is made anew: that costs by what stays.
    const bool anew = number(database_, "SELECT sum(entries) FROM month_totals") < 2 * count;
    for (auto id = first; !anew && id.value <= last; ++id.value) s.text->change(id, s.text->words(id), {});
    constexpr std::int64_t at_once = 500;  // within one statement SQLite keeps what each page held before
    for (auto from = first.value; from <= last; from += at_once) {
        const auto to = std::min(last, from + at_once - 1);
        run(database_, "DELETE FROM main.splits WHERE entry BETWEEN ? AND ?", from, to);
        run(database_, "DELETE FROM main.entries WHERE id BETWEEN ? AND ?", from, to);
    }
    if (anew) s.text->make_anew();
}

// A number that a row has is given, whether or not the counter says so.
ledger::EntryId EntryTable::last_entry() const
{
    return {std::max(counted(database_, "last_entry"),
                     number(database_, "SELECT max(id) FROM main.entries WHERE id <= ?", largest_number))};
}

ledger::TransferId EntryTable::last_transfer() const
{
    return {std::max(
        counted(database_, "last_transfer"),
        number(database_, "SELECT max(transfer) FROM main.entries WHERE transfer IS NOT NULL AND transfer <= ?",
               largest_number))};
}

void EntryTable::keep_counters()
{
    constexpr auto raise = "UPDATE counters SET value = ? WHERE name = ? AND value < ?";
    run(database_, raise, statements_->last_entry.value, "last_entry", statements_->last_entry.value);
    run(database_, raise, statements_->last_transfer.value, "last_transfer", statements_->last_transfer.value);
}

}  // namespace db
