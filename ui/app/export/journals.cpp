#include <map>

#include "ui/app/export/formats.hpp"
#include "ui/app/journeys/lookup.hpp"

namespace app {

using namespace ledger;

namespace {

/// One line: line ends and tabs become blanks.
std::string one_line(std::string text)
{
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    return text;
}

const char* qif_type(AccountType type)
{
    switch (type) {
        case AccountType::cash:
        case AccountType::wallet: return "Cash";
        case AccountType::card: return "CCard";
        case AccountType::loan: return "Oth L";
        default: return "Bank";
    }
}

/// For each transfer its entries, so that a side can name the other.
using Sides = std::map<TransferId, std::vector<const Entry*>>;

Sides sides_of(const std::vector<Entry>& entries)
{
    Sides out;
    for (const auto& e : entries)
        if (e.transfer) out[e.transfer].push_back(&e);
    return out;
}

const Entry* other_side(const Sides& sides, const Entry& e)
{
    if (!e.transfer) return nullptr;
    for (const auto* side : sides.at(e.transfer))
        if (side->id != e.id) return side;
    return nullptr;
}

void qif_entry(std::string& out, const Book& book, const Sides& sides, const Entry& e)
{
    out += "D" + iso(e.date) + "\nT" + decimal(e.amount) + "\n";
    if (e.status != EntryStatus::pending) out += e.status == EntryStatus::cleared ? "C*\n" : "CX\n";
    if (!e.payee.empty()) out += "P" + one_line(e.payee) + "\n";
    if (!e.memo.empty()) out += "M" + one_line(e.memo) + "\n";
    if (const auto* other = other_side(sides, e))
        out += "L[" + one_line(find<Account>(book, other->account)->name) + "]\n";
    else if (e.category) out += "L" + one_line(category_path(book, e.category)) + "\n";
    for (const auto& s : e.splits) {
        out += "S" + one_line(category_path(book, s.category)) + "\n";
        if (!s.memo.empty()) out += "E" + one_line(s.memo) + "\n";
        out += "$" + decimal(s.amount) + "\n";
    }
    out += "^\n";
}

/// An account name in a journal ends at two blanks; a semicolon would begin a comment; brackets would make the posting
/// virtual.
std::string journal_name(const std::string& text)
{
    std::string out;
    for (const char c : one_line(text)) {
        if (c == ' ' && (out.empty() || out.back() == ' ')) continue;
        out += c == ';' || c == '(' || c == ')' || c == '[' || c == ']' || c == '@' || c == '=' ? '-' : c;
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out.empty() ? "unnamed" : out;
}

std::string journal_account(const Book& book, AccountId id)
{
    const auto& account = *find<Account>(book, id);
    const bool owed = account.type == AccountType::card || account.type == AccountType::loan;
    return (owed ? "liabilities:" : "assets:") + journal_name(account.name);
}

std::string journal_category(const Book& book, CategoryId id, Money amount)
{
    const auto* category = find<Category>(book, id);
    const bool income = category ? category->kind == CategoryKind::income : amount.positive();
    return std::string{income ? "income:" : "expenses:"} +
           (category ? journal_name(category_path(book, id)) : "uncategorised");
}

std::string posting(const std::string& account, Money amount)
{
    return "    " + account + "  " + std::string{amount.currency.text()} + " " + decimal(amount) + "\n";
}

std::string journal_head(const Entry& e)
{
    std::string payee = one_line(e.payee);
    for (char& c : payee)
        if (c == ';' || c == '|') c = ',';
    std::string head = iso(e.date) + (e.status == EntryStatus::pending ? " ! " : " * ") + (payee.empty() ? "-" : payee);
    if (!e.memo.empty()) head += "  ; " + one_line(e.memo);
    return head + "\n";
}

}  // namespace

std::string qif(const Book& book, const std::vector<Entry>& entries)
{
    const auto sides = sides_of(entries);
    std::map<AccountId, std::string> registers;
    for (const auto& e : entries) qif_entry(registers[e.account], book, sides, e);
    std::string out;
    for (const auto& [id, a] : book.accounts) {
        const std::string type = qif_type(a.type), name = one_line(a.name);
        out += "!Account\nN" + name + "\nT" + type + "\n^\n!Type:" + type + "\n";
        if (!a.opening.zero())
            out +=
                "D" + iso(a.opening_date) + "\nT" + decimal(a.opening) + "\nCX\nPOpening Balance\nL[" + name + "]\n^\n";
        out += registers[id];
    }
    return out;
}

std::string hledger(const Book& book, const std::vector<Entry>& entries)
{
    const auto sides = sides_of(entries);
    std::string out = "; made by duewatch-cli export hledger\n";
    for (const auto& [id, a] : book.accounts) {
        if (a.opening.zero()) continue;
        out += "\n" + iso(a.opening_date) + " * opening balance\n" + posting(journal_account(book, id), a.opening) +
               posting("equity:opening", -a.opening);
    }
    for (const auto& e : entries) {
        const auto* other = other_side(sides, e);
        if (other && other->id < e.id) continue;  // told with the first side
        out += "\n" + journal_head(e) + posting(journal_account(book, e.account), e.amount);
        if (other && other->date == e.date && other->amount == -e.amount) {
            out += posting(journal_account(book, other->account), other->amount);
        }
        else if (other) {  // days or currencies apart: both sides pass through equity, so that each day's balances are
                           // right
            out += posting("equity:transfer", -e.amount);
            out += "\n" + journal_head(*other) + posting(journal_account(book, other->account), other->amount) +
                   posting("equity:transfer", -other->amount);
        }
        else if (e.splits.empty()) {
            out += posting(journal_category(book, e.category, e.amount), -e.amount);
        }
        else {
            for (const auto& s : e.splits) out += posting(journal_category(book, s.category, s.amount), -s.amount);
        }
    }
    return out;
}

}  // namespace app
