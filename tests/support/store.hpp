#pragma once
#include <stdlib.h>

#include <filesystem>
#include <optional>
#include <string>

#include "db/store.hpp"

/// Ledger files for tests, in folders of their own.
namespace testing {

/// A new empty folder that goes with its contents when the test ends.
class Folder {
public:
    Folder()
    {
        auto name = (std::filesystem::temp_directory_path() / "duewatch-test-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    ~Folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// The kind of StorageError that `work` ends in; nothing when it succeeds.
template <class Work>
std::optional<db::StorageError::Kind> trouble(Work work)
{
    try {
        work();
    }
    catch (const db::StorageError& failure) {
        return failure.kind();
    }
    return std::nullopt;
}

inline void add_account(db::Store& store, const char* name, std::int64_t opening = 0)
{
    const auto book = store.load();
    store.record({.deed = ledger::Deed::add_account,
                  .about = name,
                  .steps = {ledger::Put<ledger::Account>{{.id = ledger::next_id<ledger::Account>(book),
                                                          .name = name,
                                                          .opening = {opening, {}},
                                                          .opening_date = ledger::make_date(2020, 1, 1)}}}},
                 book.revision, {});
}

/// So many entries of −0.01 on account 1, one a day, in one Change.
inline void add_entries(db::Store& store, int many)
{
    const auto book = store.load();
    ledger::Change change{.deed = ledger::Deed::import, .about = "file.csv", .steps = {}};
    for (int n = 1; n <= many; ++n)
        change.steps.emplace_back(
            ledger::Put<ledger::Entry>{{.id = {book.last_entry.value + n},
                                        .account = {1},
                                        .date = ledger::make_date(2024, 1, 1) + ledger::Days{n % 900},
                                        .amount = {-1, {}},
                                        .payee = "payee " + std::to_string(n % 7)}});
    store.record(change, book.revision, {});
}

}  // namespace testing
