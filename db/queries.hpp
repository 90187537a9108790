#pragma once
// What is asked of a ledger file, and what comes back: the words that the store and its callers share.
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "ledger/facts/change.hpp"

namespace db {

/// One word of a search. An entry fits it when any of these does.
struct SearchWord {
    std::string text{};               ///< stands in its payee, its memo or the memo of a part, letter case aside
    std::vector<std::string> also{};  ///< or one of these does: other words for the same
    std::vector<ledger::CategoryId> categories{};  ///< it, or a part of it, is one of these
    std::vector<ledger::AccountId> accounts{};     ///< it is on one of these
    std::vector<ledger::Money> amounts{};          ///< it is exactly one of these, with its sign
};

/// Which entries a register shows. All bounds inclusive; nothing given = no bound.
struct EntryFilter {
    ledger::AccountId account{};
    std::optional<ledger::Date> from{}, to{};
    ledger::CategoryId category{};    ///< this one or one below it
    std::vector<SearchWord> words{};  ///< fits every one of them
    ledger::BatchId batch{};
    std::optional<ledger::Currency> currency{};  ///< of its account
    bool unreconciled = false;                   ///< only what no statement has confirmed yet
};

/// An entry with the balance of its account after it.
struct RegisterRow {
    ledger::Entry entry{};
    ledger::Money balance{};
};

enum class GroupBy { month, category, payee, account };

/// Money in and out under one category, in one currency, of one month, payee or account where that was asked for.
struct Flow {
    std::string month{};             ///< "2026-11", where asked by month
    ledger::CategoryId category{};   ///< always
    ledger::AccountId account{};     ///< where asked by account
    std::string payee{};             ///< where asked by payee; letter case aside
    ledger::Money in{}, out{};       ///< out is negative
    std::int64_t ins = 0, outs = 0;  ///< how many entries, or parts of split ones
};

/// What an account's entries of one month sum to.
struct MonthSum {
    ledger::AccountId account{};
    ledger::Date month{};  ///< its first day
    ledger::Money sum{};
};

struct AccountTotal {
    ledger::AccountId account{};
    ledger::Money balance{};   ///< today's: the opening and all entries up to today
    ledger::Money upcoming{};  ///< what is entered for later days
    std::int64_t entries = 0;
    std::optional<ledger::Date> first{}, last{};
};

/// One recorded Change in the undo list, newest first.
struct Undoable {
    std::int64_t number = 0;
    ledger::Deed deed{};
    std::string about{};
    ledger::Moment at{};
};

struct FileInfo {
    std::filesystem::path file{};
    std::uintmax_t bytes = 0;
    int schema = 0;  ///< user_version
    std::int64_t entries = 0;
    std::int64_t revision = 0;
    std::string sqlite{};  ///< the library's version
};

}  // namespace db
