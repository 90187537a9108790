#include "ui/wording/problems.hpp"

namespace wording {

using ledger::Problem;
using ledger::Trouble;

namespace {

/// What is wrong and how to mend it; {text} is what was given, {detail} what would have been right. No default, so that
/// the compiler misses none.
const char* pattern(const Problem& p)
{
    const bool text = !p.text.empty(), detail = !p.detail.empty();
    switch (p.trouble) {
        case Trouble::not_an_amount: return N_("“{text}” is not an amount. Write it like 1234.50 or -12.30.");
        case Trouble::too_many_decimals:
            return N_("“{text}” has more decimal places than the currency. Leave out the last ones.");
        case Trouble::amount_too_large: return N_("“{text}” is too large. No amount may pass 10,000,000,000,000.00.");
        case Trouble::not_a_date: return N_("“{text}” is not a date. Write it like 2026-11-22.");
        case Trouble::date_out_of_range:
            return N_("The date {text} is outside 1900-01-01 to 2199-12-31. Check the year.");
        case Trouble::not_a_currency:
            return N_("“{text}” is not a currency. Give its three letters, like CNY, TWD or USD.");
        case Trouble::not_a_rate: return N_("“{text}” is not a rate. Write it as a fraction, like 0.0005 for 0.05 %.");
        case Trouble::not_a_choice:
            return detail ? N_("“{text}” is not one of the choices. Use: {detail}.")
                          : N_("“{text}” is not one of the choices.");
        case Trouble::empty_name: return N_("The name is empty. Give one.");
        case Trouble::out_of_range:
            return text ? N_("{text} is not possible here. Allowed: {detail}.")
                        : N_("Something is missing here. Needed: {detail}.");
        case Trouble::no_such:
            if (!text) return N_("There is none yet. Add one, or say which.");
            return detail ? N_("“{text}” is not known. There is: {detail}.")
                          : N_("“{text}” is not known. Check the name, or list what there is.");
        case Trouble::name_taken: return N_("“{text}” is already there. Choose another name.");
        case Trouble::ambiguous:
            return detail ? N_("“{text}” could mean several. Say which: {detail}.")
                          : N_("“{text}” could mean several. Say which.");
        case Trouble::currency_differs:
            return N_(
                "The currency is {text}, but {detail} is needed. Amounts of different currencies are never added.");
        case Trouble::sum_too_large:
            return N_(
                "All amounts of a ledger together may not pass {detail}, so that every sum of them fits. Check this "
                "one.");
        case Trouble::splits_do_not_sum:
            return N_("The parts sum to {text}, but the amount is {detail}. They must be equal.");
        case Trouble::end_before_start: return N_("The end {text} lies before the start {detail}. Give a later end.");
        case Trouble::minimum_above_balance:
            return N_("The minimum {text} is more than the amount {detail}. Give one that is not above it.");
        case Trouble::rate_too_high:
            return N_(
                "The rate {text} is far too high; at most {detail} is possible. 0.05 % a day is 0.0005: check the "
                "decimal point.");
        case Trouble::in_use:
            return detail ? N_("“{text}” is still used by {detail}. Change or remove that first.")
                          : N_("“{text}” is still in use. Remove what uses it first.");
        case Trouble::needs_type:
            return detail ? N_("“{text}” is of the wrong kind here. Needed: {detail}.")
                          : N_("“{text}” is of the wrong kind here.");
        case Trouble::same_account: return N_("Money cannot move from “{text}” to itself. Name two accounts.");
        case Trouble::same_currency:
            return N_("A rate leads from one currency to another; {text} to itself needs none.");
        case Trouble::category_loop: return N_("“{text}” cannot stand below itself. Choose another parent.");
        case Trouble::already_paid: return N_("“{text}” is paid already; nothing is open.");
        case Trouble::nothing_to_do:
            return text ? N_("Nothing would change about “{text}”. Say what shall be different.")
                        : N_("There is nothing to do.");
        case Trouble::left_out:
            return N_(
                "What the file says of the card “{text}” could not be read, and would be lost by saving. Give the "
                "card's terms anew.");
        case Trouble::unreadable_value: return N_("“{text}” cannot be read by this program.");
        case Trouble::does_not_balance:
            return N_(
                "{text} is missing between the ledger and the balance given. Look for an entry of that amount, or ask "
                "for an adjusting entry.");
        case Trouble::still_owed:
            return N_(
                "“{text}” still has bills to pay: {detail}. Pay them, or give them another account to be paid from.");
        case Trouble::amount_zero: return N_("The amount is zero. Give one that is not.");
        case Trouble::wrong_sign: return N_("“{text}” has the wrong sign here. Turn it round.");
        case Trouble::not_scheduled: return N_("“{text}” has no payment due.");
        case Trouble::linked_transfer:
            return N_("This is one side of a transfer. Change or remove both sides together.");
        case Trouble::empty_file: return N_("The file is empty. Download it again.");
        case Trouble::too_large:
            return N_("The file is too large to be a statement. Choose a shorter period when you download it.");
        case Trouble::not_text: return N_("This is not text. Give a statement as CSV or another text file.");
        case Trouble::unreadable_encoding:
            return text ? N_("The encoding “{text}” is not known or does not fit. Leave it out to have it found, or "
                             "name another, like GB18030.")
                        : N_("The letters of the file cannot be read. Name its encoding, like GB18030.");
        case Trouble::no_table_found:
            return N_(
                "No table of payments was found. Check that it is a bank's statement; if so, say where the columns "
                "are.");
        case Trouble::no_date_column: return N_("No column with dates was found. Say which it is: --map date=1.");
        case Trouble::no_amount_column: return N_("No column with amounts was found. Say which it is: --map amount=3.");
        case Trouble::unreadable_cell:
            return N_("“{text}” cannot be read there. Correct the line, or enter the payment by hand.");
        case Trouble::row_too_short:
            return N_("The line has too few columns. Correct it, or enter the payment by hand.");
        case Trouble::unknown_format:
            return N_("The format “{text}” is not known. `import formats` lists those that are.");
        case Trouble::needs_password:
            return N_("This archive is locked. Enter its password; banks and wallets send it apart from the file.");
        case Trouble::wrong_password: return N_("This is not the password of the archive.");
        case Trouble::several_statements: return N_("This archive holds several statements. Choose one: {detail}");
        case Trouble::unsupported_container:
            return detail ? N_("This workbook is locked with a password. Open it in your spreadsheet program, save it "
                               "without the password, and import that.")
                          : N_("This kind of file cannot be read yet. Save it as CSV and import that.");
        case Trouble::cancelled: return N_("Stopped as asked. Nothing was changed.");
        case Trouble::not_a_ledger: return N_("“{text}” is not a Duewatch ledger. Choose another file.");
        case Trouble::newer_ledger:
            return N_("“{text}” was written by a newer Duewatch. Update the program to open it.");
        case Trouble::damaged: return N_("“{text}” is damaged. Restore a backup: `backups` lists them.");
        case Trouble::not_found:
            return detail ? N_("“{text}” cannot be read: {detail}. Check the name and your rights to it.")
                          : N_("“{text}” does not exist. Check the name.");
    }
    return "{text}";
}

/// Fields that are options of the command line are said as such; others by their name.
std::string place(const Problem& p, const Words& words)
{
    if (p.line > 0 && p.column > 0)
        return words.fill("line {line}, column {column}", fmt::arg("line", p.line), fmt::arg("column", p.column));
    if (p.line > 0) return words.fill("line {line}", fmt::arg("line", p.line));
    return p.field;
}

const char* pattern(db::StorageError::Kind kind)
{
    using Kind = db::StorageError::Kind;
    switch (kind) {
        case Kind::cannot_open:
            return N_("{file} cannot be opened: {what}. Check that the folder exists and that you may write there.");
        case Kind::not_a_ledger:
            return N_("{file} is not a Duewatch ledger and was left alone. Choose another file with --db.");
        case Kind::newer_version:
            return N_("{file} was written by a newer Duewatch and was left alone. Update the program to open it.");
        case Kind::damaged: return N_("{file} is damaged: {what}. Restore a backup: `backups` lists them.");
        case Kind::locked:
            return N_("{file} is in use by another program. Nothing was changed; try again in a moment.");
        case Kind::disk_full:
            return N_("The disk is full. Nothing was changed in {file}; free some space and try again.");
        case Kind::moved:
            return N_(
                "{file} is no longer where it was opened: it was moved, replaced or removed. Nothing was saved. Put it "
                "back, or open the ledger where it is now.");
        case Kind::read_only: return N_("{file} may not be written. Nothing was changed; check your rights to it.");
        case Kind::other: return N_("{file} could not be used: {what}. Nothing was changed.");
    }
    return "{what}";
}

}  // namespace

std::string beside_field(const Problem& p, const Words& words)
{
    return words.fill(pattern(p), fmt::arg("text", p.text), fmt::arg("detail", p.detail));
}

std::string sentence(const Problem& p, const Words& words)
{
    const auto where = place(p, words);
    const auto what = beside_field(p, words);
    return where.empty() ? what : where + ": " + what;
}

std::string sentence(db::StorageError::Kind kind, const std::string& file, const std::string& what, const Words& words)
{
    return words.fill(pattern(kind), fmt::arg("file", file.empty() ? words("The ledger") : file),
                      fmt::arg("what", what));
}

std::string left_out_sentence(const std::vector<ledger::LeftOut>& left_out, const Words& words)
{
    const auto& first = left_out.front();
    const auto value = first.why.text.empty() ? std::string{} : " “" + first.why.text + "”";
    return words.fill(
        N_("This ledger holds {n} values that cannot be reckoned with, first: {first}. What they belong to is left out "
           "here and not warned of; it stays in the file as it is. `verify` lists them all."),
        fmt::arg("n", left_out.size()),
        fmt::arg("first", first.table + " " + std::to_string(first.row) + ", " + first.why.field + value));
}

}  // namespace wording
