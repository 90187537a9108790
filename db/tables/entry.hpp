#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "ledger/balances/history.hpp"
#include "ledger/facts/entry.hpp"

namespace SQLite {
class Database;
}

namespace db {

/// The entries and their splits, as rows. All SQL that changes or reads whole entries is in entry.cpp; what registers
/// and reports ask is in register.cpp. Statements are prepared once for the life of the table, so that a large import
/// is quick.
class EntryTable {
public:
    explicit EntryTable(SQLite::Database& database);
    ~EntryTable();
    EntryTable(const EntryTable&) = delete;
    EntryTable& operator=(const EntryTable&) = delete;

    std::optional<ledger::Entry> load(ledger::EntryId id) const;
    void put(const ledger::Entry& entry);  ///< inserts, or replaces the one with this id
    void remove(ledger::EntryId id);
    /// Removes the `count` entries from `first` on. Throws Unreadable where they are not all there.
    void remove_all(ledger::EntryId first, std::int64_t count);

    ledger::EntryId last_entry() const;        ///< the largest number ever given
    ledger::TransferId last_transfer() const;  ///< … to a transfer
    void keep_counters();                      ///< writes what `put` has learned of them; once, after the last `put`

private:
    struct Statements;
    SQLite::Database& database_;
    std::unique_ptr<Statements> statements_;
};

}  // namespace db
