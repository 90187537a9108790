#pragma once
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace ledger {

/// What can be wrong with what somebody typed or with a file. `ui/wording/problems` has a sentence for each.
enum class Trouble {
    // values
    not_an_amount,      ///< text: what was read
    too_many_decimals,  ///< text: what was read
    amount_too_large,   ///< beyond 10^15 minor units
    not_a_date,         ///< text: what was read
    date_out_of_range,  ///< outside 1900-01-01 … 2199-12-31
    not_a_currency,
    not_a_rate,
    not_a_choice,  ///< text: what was read; detail: the choices
    empty_name,
    out_of_range,  ///< text: what was given; detail: the range allowed
    // facts
    no_such,  ///< text: what was asked for; field: which kind of fact
    name_taken,
    ambiguous,          ///< text: what was asked for; detail: what it could mean
    currency_differs,   ///< text: given; detail: needed
    sum_too_large,      ///< text: what would be added; detail: what a ledger's amounts may sum to
    splits_do_not_sum,  ///< text: sum of the splits; detail: the amount
    end_before_start,
    minimum_above_balance,
    rate_too_high,  ///< a rate of 5 where 0.05 was meant
    in_use,         ///< detail: by what
    needs_type,     ///< text: what was given; detail: the type it needs
    same_account,
    same_currency,  ///< a rate from a currency to itself
    category_loop,
    already_paid,
    nothing_to_do,
    left_out,          ///< text: whose terms the file has in a way that cannot be read; saving would lose them
    unreadable_value,  ///< text: what stands in the file; detail: what is wrong with it
    does_not_balance,  ///< text: what is missing to the balance that was given, signed
    still_owed,        ///< text: the account; detail: the bills that are open on it
    amount_zero,
    wrong_sign,
    not_scheduled,    ///< no occurrence on that date
    linked_transfer,  ///< one side of a transfer cannot go alone
    // import
    empty_file,
    too_large,
    not_text,
    unreadable_encoding,
    no_table_found,
    no_date_column,
    no_amount_column,
    unreadable_cell,  ///< text: the cell; field: the column
    row_too_short,
    unknown_format,
    unsupported_container,
    needs_password,  ///< the archive is encrypted, and no password was given
    wrong_password,
    several_statements,  ///< an archive with more than one: detail: their names, a line each
    cancelled,
    // files and care
    not_a_ledger,
    newer_ledger,
    damaged,
    not_found,
};

/// One thing that is wrong with the input: what, where, and the figures a sentence needs. Never a sentence itself.
struct Problem {
    Trouble trouble{};
    std::string field{};   ///< where: an option, a column, a kind of fact ("due-day", "amount"); may be empty
    std::string text{};    ///< what was given, as it was given
    std::string detail{};  ///< what would have been right, or what it clashes with
    int line = 0;          ///< line in the file, from 1; 0 = not from a file
    int column = 0;        ///< column in the line, from 1; 0 = not from a file
    friend bool operator==(const Problem&, const Problem&) = default;
};

using Problems = std::vector<Problem>;

/// A value, or the problems that kept it from being made. Input is refused this way and never by an exception.
template <class T>
class Result {
public:
    Result(T value) : state_{std::move(value)} {}
    Result(Problem problem) : state_{Problems{std::move(problem)}} {}
    Result(Problems problems) : state_{std::move(problems)} {}

    bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }
    const T& value() const& { return std::get<0>(state_); }
    T& value() & { return std::get<0>(state_); }
    T&& value() && { return std::get<0>(std::move(state_)); }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::get<0>(std::move(state_)); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }
    const Problems& problems() const { return std::get<1>(state_); }  ///< only when not ok()
    const Problem& problem() const { return problems().front(); }

private:
    std::variant<T, Problems> state_;
};

}  // namespace ledger
