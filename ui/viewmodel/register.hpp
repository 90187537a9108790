#pragma once
#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <string>
#include <vector>

#include "db/store.hpp"
#include "ui/viewmodel/common.hpp"
#include "ui/viewmodel/intent.hpp"

namespace view {

/// The rows of a register, read page by page as they come into sight: a ledger of a million entries costs what is on
/// the screen. Row 0 is the newest. `fetch` throws what the store throws.
class RegisterRows {
public:
    using Fetch = std::function<std::vector<db::RegisterRow>(std::int64_t offset, std::int64_t limit)>;

    RegisterRows() = default;
    RegisterRows(std::int64_t count, Fetch fetch) : count_{count}, fetch_{std::move(fetch)} {}
    std::int64_t count() const { return count_; }
    const db::RegisterRow* at(std::int64_t row);  ///< nullptr beyond the last; valid until the next call
    static constexpr std::int64_t page = 200;
    static constexpr std::size_t kept_pages = 8;

private:
    std::int64_t count_ = 0;
    Fetch fetch_;
    std::map<std::int64_t, std::vector<db::RegisterRow>> pages_;
    std::list<std::int64_t> used_;  ///< most recently used first
};

/// The line in which an entry is typed, as it is when it is empty or when an entry is being changed.
struct EntryLine {
    ledger::EntryId entry{};  ///< 0 = a new one
    ledger::AccountId account{};
    std::string date{}, payee{}, amount{}, memo{};
    int category = -1;  ///< index into RegisterModel::categories
    bool money_in = false;
    bool locked = false;  ///< one side of a transfer or a split: not changed here
};

/// What a payee that was typed usually is: the category most used with it, and the amount of the last time.
struct Proposal {
    ledger::CategoryId category{};
    std::string amount{};  ///< without sign; empty = none known
    bool money_in = false;
};

struct RegisterModel {
    std::vector<ledger::AccountId> accounts{};  ///< the last one, 0, stands for all of them
    Choice account{};
    bool all = false;       ///< entries of every account; then there is a column for it
    std::string balance{};  ///< "Balance today: ¥3,120.55"
    std::string count{};    ///< "1,204 entries"
    std::string search{};
    std::string nothing{};              ///< said when there are no rows
    std::vector<Action> first_steps{};  ///< offered when there is no account
    std::vector<Column> columns{};
    std::vector<ledger::CategoryId> categories{};
    std::vector<std::string> category_labels{};  ///< the first is "no category"
    EntryLine line{};
    std::vector<Action> deeds{};  ///< what can be done with the account that is shown
};

/// What can be done with the entries that are chosen.
std::vector<Action> deeds_for(const std::vector<ledger::Entry>& chosen, const wording::Words& words);

/// `account`: which one; 0 = the first one. `count`: entries that fit the account and the search.
struct RegisterWish {
    ledger::AccountId account{};
    bool all = false;     ///< every account
    bool closed = false;  ///< closed accounts can be chosen too
    std::string search{};
};
RegisterModel entries(const ledger::Book& book, const ledger::History& history, ledger::Today today,
                      const wording::Words& words, const RegisterWish& wish, std::int64_t count);

/// The accounts a register can show, in the order of its choice; the closed ones last, where they were asked for.
std::vector<ledger::AccountId> register_accounts(const ledger::Book& book, bool closed);

/// One line of the register.
Row register_row(const db::RegisterRow& row, const ledger::Book& book, const wording::Words& words,
                 bool with_account = false);

/// The line to change an entry with.
EntryLine entry_line(const ledger::Entry& entry, const RegisterModel& model);

/// The sentence for the line's amount and side: money in is positive. Trouble: as read_amount, amount_zero.
ledger::Result<ledger::Money> line_amount(const SaveEntry& line, ledger::Currency currency);

}  // namespace view
