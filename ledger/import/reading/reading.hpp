#pragma once
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/import/reading/statement_rows.hpp"
#include "ledger/values/date.hpp"
#include "ledger/values/money.hpp"
#include "ledger/values/problem.hpp"

// What goes into the reading of a file besides its bytes, and what comes out.
namespace ledger {

/// A reading the user confirmed for a file with the same header, so that the next one needs no question.
struct FormatMemory {
    std::string signature{};               ///< `Reading::signature` of the file it was learned from
    std::string id{};                      ///< name of the format, shown to the user
    std::map<std::string, int> columns{};  ///< role → column from 1; as in `Reading::columns`
    std::string date_order{};              ///< "ymd", "dmy", "mdy"; empty = judge anew
    char decimal = 0;                      ///< '.' or ','; 0 = judge anew
    std::optional<bool> flip{};            ///< true: money out is written positive; none = judge anew
    friend bool operator==(const FormatMemory&, const FormatMemory&) = default;
};

/// A bank or app by the look of its files. Only a hint: it names the format and says where it is from.
struct BankHint {
    std::string id{};
    std::string institution{};
    std::vector<std::string>
        marks{};           ///< words that all stand in the title, the header or the name of its files; folded
    std::string region{};  ///< ISO 3166, "" = not said; decides the date order where the file cannot
    bool card = false;
    bool wallet = false;
    friend bool operator==(const BankHint&, const BankHint&) = default;
};

/// What is known besides the bytes. Everything may be left out.
struct ReadHints {
    bool card = false;                   ///< the account is a credit card: spending may be written positive
    std::optional<Currency> currency{};  ///< of the account
    std::string region{};                ///< ISO 3166 of the user, "US"; decides 01/04/24 where nothing else does
    std::optional<Date> today{};         ///< gives a year to dates that have none, and no statement is from the future
    std::vector<FormatMemory> known{};
    bool bank_hints = true;         ///< false: the banks that come with the program are not consulted
    std::vector<BankHint> banks{};  ///< the user's own, looked at first
    // Overrides: what the user says wins over what the file seems to say.
    std::optional<std::string> encoding{};
    std::optional<char> delimiter{};
    std::optional<std::string> date_order{};
    std::optional<char> decimal{};
    std::map<std::string, int> columns{};  ///< role → column from 1
    std::optional<bool> flip{};
    std::optional<std::string> format_id{};  ///< id of one of `known`
    std::optional<std::string> password{};   ///< of an encrypted archive; kept nowhere
    std::optional<std::string> member{};     ///< which statement of an archive that holds several, by its name
    std::function<bool(double)> progress{};  ///< called with 0…1; false cancels
};

/// A question the file leaves open: both readings are possible and `chosen` was taken.
struct OpenQuestion {
    std::string what{};       ///< "date_order", "sign", "decimal", "direction", "year"
    std::string chosen{};     ///< "dmy"
    std::string otherwise{};  ///< "mdy"
    std::string example{};    ///< a cell that can be read both ways
    friend bool operator==(const OpenQuestion&, const OpenQuestion&) = default;
};

/// How the bytes were understood.
struct Reading {
    std::string id{};           ///< "alipay", "icbc-card", …, or the container: "csv", "ofx", "qif", "mt940"
    std::string institution{};  ///< as far as the file says; may be empty
    std::string encoding{};     ///< "UTF-8", "GB18030", …
    char delimiter = 0;         ///< 0 where there are no columns
    int header_line = 0;        ///< line of the file, from 1; 0 = no header
    std::string date_order{};   ///< "ymd", "dmy", "mdy"
    char decimal = '.';
    std::map<std::string, int>
        columns{};  ///< role → column from 1: date, payee, memo, amount, debit, credit, direction, status, balance, …
    bool flipped = false;   ///< money out was written positive
    double confidence = 0;  ///< 0…1
    std::vector<OpenQuestion> ambiguous{};
    std::string signature{};  ///< same header, same columns → same text
    int balance_links = 0;    ///< neighbouring rows whose balances could be compared
    int balance_proved = 0;   ///< of these, how many agree with the amounts
    friend bool operator==(const Reading&, const Reading&) = default;
};

/// Why a line of the file moves no money of this account, or cannot be taken without a look.
enum class RowReason {
    not_counted,     ///< the file itself says so (不计收支, "/")
    failed,          ///< failed, closed, cancelled, declined
    pending,         ///< may still change or vanish; comes again when it is booked
    no_money,        ///< no amount (reward points, a note)
    own_transfer,    ///< one side of a move between accounts that are both in this file
    balance,         ///< opening, closing or carried-forward balance
    total,           ///< a sum of other rows
    header,          ///< a repeated header
    continuation,    ///< more text of the row above; it is in that row's memo
    furniture,       ///< title, footer, disclaimer
    no_date,         ///< review: money but no date
    no_year,         ///< review: a day and month, and nothing to take the year from
    other_currency,  ///< review: money of another currency than the account's
    both_sides,      ///< review: debit and credit both filled
};
std::string_view name(RowReason);  ///< "not_counted", … for scripts

/// A line that is not a movement: listed, never lost.
struct SetAside {
    int line = 0;
    RowReason why{};
    std::string raw{};
    friend bool operator==(const SetAside&, const SetAside&) = default;
};

/// A file, read. Each record below the header is in exactly one of `rows`, `neutral`, `furniture`, `needs_review`,
/// `rejected`.
struct Statement {
    Reading reading{};
    std::string text{};                 ///< the beginning of the file in UTF-8, for showing it as it is
    StatementRows rows{};               ///< in file order
    std::vector<SetAside> neutral{};    ///< rows about money that move none of this account
    std::vector<SetAside> furniture{};  ///< balances, totals, repeated headers, continuations, footers
    std::vector<SetAside> needs_review{};
    Problems rejected{};                 ///< line, column, field and text; one for each bad record
    std::string account_hint{};          ///< IBAN, number or last digits of the account, where the file has it
    std::optional<Currency> currency{};  ///< that the file names
    std::optional<Money> opening{}, closing{};
    int records = 0;  ///< records below the header, blank ones not counted
};

inline constexpr std::size_t kept_text = std::size_t{1} << 18;  ///< bytes of `Statement::text` at most

}  // namespace ledger
