#pragma once
// How values of the ledger stand in columns. Only the .cpp files of db/tables and of the store include this.
#include <SQLiteCpp/SQLiteCpp.h>

#include <cassert>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

#include "db/tables/unread.hpp"
#include "ledger/facts/choice_words.hpp"

namespace db {

/// The file holds something that no version of this program wrote, or that a newer one did. Where it is one row of
/// many, that row is left out; else it becomes a StorageError of kind damaged.
struct Unreadable : std::runtime_error {
    explicit Unreadable(const std::string& what) : std::runtime_error{what} {}
    Unreadable(std::string in_table, std::string in_column, std::string found, const std::string& what)
        : std::runtime_error{what}, table{std::move(in_table)}, column{std::move(in_column)}, value{std::move(found)}
    {
    }
    std::string table{}, column{}, value{};
};

/// Puts values into the parameters of a statement, in order. Money goes in as minor units; a number not given, as NULL.
class Binder {
public:
    explicit Binder(SQLite::Statement& statement) : statement_{statement} {}

    template <class T>
    Binder& operator<<(const T& value)
    {
        put(value);
        ++at_;
        return *this;
    }

private:
    void put(std::int64_t v) { statement_.bind(at_, v); }
    void put(int v) { statement_.bind(at_, v); }
    void put(bool v) { statement_.bind(at_, v ? 1 : 0); }
    void put(const std::string& v) { statement_.bind(at_, v); }
    void put(std::string_view v) { statement_.bind(at_, std::string{v}); }
    void put(const char* v) { statement_.bind(at_, v); }
    void put(char v) { statement_.bind(at_, std::string(1, v)); }
    void put(ledger::Date v) { statement_.bind(at_, static_cast<std::int64_t>(v.time_since_epoch().count())); }
    void put(ledger::Moment v) { statement_.bind(at_, v.minutes); }
    void put(ledger::Money v) { statement_.bind(at_, v.minor); }
    void put(ledger::Rate v) { statement_.bind(at_, v.nano); }
    void put(ledger::Currency v) { statement_.bind(at_, std::string{v.text()}); }
    template <class Kind>
    void put(ledger::Id<Kind> v)
    {
        if (v) statement_.bind(at_, v.value);
        else statement_.bind(at_);
    }
    template <class Choice>
    requires std::is_enum_v<Choice>
    void put(Choice v)
    {
        const auto name = ledger::word_of(v);
        assert(!name.empty());
        put(name);
    }
    template <class T>
    void put(const std::optional<T>& v)
    {
        if (v) put(*v);
        else statement_.bind(at_);
    }

    SQLite::Statement& statement_;
    int at_ = 1;
};

/// Reads the columns of a row into values, in order.
class Reader {
public:
    /// `table`: whose rows these are, where they are not the fact's own.
    explicit Reader(SQLite::Statement& statement, const char* table = "") : statement_{statement}, table_{table} {}

    /// The Money read from here on is in this currency.
    Reader& in(ledger::Currency currency)
    {
        currency_ = currency;
        return *this;
    }

    template <class T>
    Reader& operator>>(T& value)
    {
        get(statement_.getColumn(at_++), value);
        return *this;
    }

private:
    using Column = SQLite::Column;

    [[noreturn]] void unreadable(const Column& c, const char* what) const
    {
        throw Unreadable{table_, c.getName(), c.getString(), what};
    }
    std::int64_t within(const Column& c, std::int64_t low, std::int64_t high) const
    {
        const auto n = c.getInt64();
        if (n < low || n > high) unreadable(c, "out of range");
        return n;
    }

    void get(const Column& c, std::int64_t& v) { v = c.getInt64(); }
    void get(const Column& c, int& v) { v = static_cast<int>(within(c, INT32_MIN, INT32_MAX)); }
    void get(const Column& c, bool& v) { v = c.getInt64() != 0; }
    void get(const Column& c, std::string& v) { v = c.getString(); }
    void get(const Column& c, char& v)
    {
        const auto text = c.getString();
        if (text.size() != 1) unreadable(c, "one character expected");
        v = text[0];
    }
    void get(const Column& c, ledger::Date& v) { v = ledger::Date{ledger::Days{within(c, -10'000'000, 10'000'000)}}; }
    void get(const Column& c, ledger::Moment& v) { v.minutes = c.getInt64(); }
    void get(const Column& c, ledger::Money& v) { v = {c.getInt64(), currency_}; }
    void get(const Column& c, ledger::Rate& v) { v.nano = c.getInt64(); }
    void get(const Column& c, ledger::Currency& v)
    {
        const auto text = c.getString();
        const auto read = ledger::parse_currency(text);
        if (!read || read->text() != text) unreadable(c, "no currency");
        v = *read;
    }
    template <class Kind>
    void get(const Column& c, ledger::Id<Kind>& v)
    {
        v.value = c.isNull() ? 0 : c.getInt64();
    }
    template <class Choice>
    requires std::is_enum_v<Choice>
    void get(const Column& c, Choice& v)
    {
        const auto choice = ledger::choice_of<Choice>(c.getString());
        if (!choice) unreadable(c, "not known here");
        v = *choice;
    }
    template <class T>
    void get(const Column& c, std::optional<T>& v)
    {
        v.reset();
        if (!c.isNull()) get(c, v.emplace());
    }

    SQLite::Statement& statement_;
    const char* table_;
    ledger::Currency currency_{};
    int at_ = 0;
};

/// A row of this table, or what belongs to the fact of this number in another, is noted as left out.
inline ledger::LeftOut left_out(const Unreadable& why, const char* table, std::int64_t number, bool part = false)
{
    return {.table = why.table.empty() ? table : why.table,
            .row = number,
            .why = {.trouble = ledger::Trouble::unreadable_value,
                    .field = why.column,
                    .text = why.value,
                    .detail = why.what()},
            .part = part};
}

/// A fact from each row; a row that cannot be read is passed over and noted. The first column is its number.
template <class Fact, class Read>
std::vector<Fact> each_row(SQLite::Statement& statement, Unread& unread, Read read)
{
    std::vector<Fact> found;
    while (statement.executeStep()) {
        try {
            Reader row{statement};
            Fact fact{};
            read(row, fact);
            found.push_back(std::move(fact));
        }
        catch (const Unreadable& why) {
            unread.push_back(
                left_out(why, ledger::fact_tables[ledger::kind_of<Fact>()], statement.getColumn(0).getInt64()));
        }
    }
    return found;
}

/// The currency beside an amount that may be missing.
inline std::optional<ledger::Currency> currency_of(const std::optional<ledger::Money>& amount)
{
    if (!amount) return std::nullopt;
    return amount->currency;
}

/// "(1, 2, 3)"
inline std::string list_of(const std::vector<std::int64_t>& numbers)
{
    std::string list;
    for (const auto n : numbers) list += (list.empty() ? "" : ", ") + std::to_string(n);
    return "(" + list + ")";
}

/// Runs a statement that gives no rows.
template <class... Values>
void run(SQLite::Database& database, const char* sql, const Values&... values)
{
    SQLite::Statement statement{database, sql};
    Binder binder{statement};
    static_cast<void>((binder << ... << values));
    statement.exec();
}

/// The one number a query gives; 0 for NULL or no row.
template <class... Values>
std::int64_t number(SQLite::Database& database, const char* sql, const Values&... values)
{
    SQLite::Statement statement{database, sql};
    Binder binder{statement};
    static_cast<void>((binder << ... << values));
    return statement.executeStep() && !statement.isColumnNull(0) ? statement.getColumn(0).getInt64() : 0;
}

}  // namespace db
