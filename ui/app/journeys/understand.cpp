// The first half of an import: the bytes, and whose they are.
#include <algorithm>

#include "ledger/import/statement.hpp"
#include "ledger/import/words/banks.hpp"
#include "ui/app/files/files.hpp"
#include "ui/app/journeys/import.hpp"

namespace app {

using namespace ledger;

namespace {

ReadHints hints(const Book& book, Today today, const Account* account, const ImportWish& wish)
{
    ReadHints h;
    if (account) h = hints_for(book, *account, today);
    else {  // as for any account, but for what only an account knows
        h = hints_for(book, Account{}, today);
        h.currency.reset();
    }
    h.banks = wish.banks;
    h.encoding = wish.encoding;
    h.delimiter = wish.delimiter;
    h.date_order = wish.date_order;
    h.decimal = wish.decimal;
    h.flip = wish.flip;
    h.format_id = wish.format;
    h.columns = wish.columns;
    h.password = wish.password;
    h.member = wish.member;
    h.progress = wish.progress;
    return h;
}

std::string last_digits(const std::string& hint)
{
    std::string digits;
    for (const char c : hint)
        if (c >= '0' && c <= '9') digits += c;
    return digits.size() >= 4 ? digits.substr(digits.size() - 4) : std::string{};
}

/// Does the file name another number than the account's?
bool contradicts(const Account& account, const std::string& digits)
{
    return account.number.size() == 4 && !digits.empty() && account.number != digits;
}

/// The account a file belongs to, and how that is known.
std::pair<AccountId, AccountBy> account_of(const Book& book, const Statement& statement)
{
    const auto digits = last_digits(statement.account_hint);
    if (!digits.empty())
        for (const auto& [id, account] : book.accounts)
            if (!account.archived && account.number == digits) return {id, AccountBy::number};
    for (const auto& [id, format] : book.formats) {
        const auto* account = find<Account>(book, format.account);
        if (account && !account->archived && !format.signature.empty() &&
            format.signature == statement.reading.signature && !contradicts(*account, digits))
            return {account->id, AccountBy::format};
    }
    const auto& id = statement.reading.id;
    const bool wallet = is_wallet(id);
    auto wanted = AccountType::checking;
    if (wallet) wanted = AccountType::wallet;
    else if (is_card(id)) wanted = AccountType::card;
    AccountId only{};
    int fitting = 0;
    for (const auto& [number, account] : book.accounts) {
        if (account.archived || account.type != wanted || contradicts(account, digits)) continue;
        if (statement.currency && *statement.currency != account.currency) continue;
        if (!only) only = number;
        ++fitting;
    }
    // Two wallets are two different things; of several bank accounts the oldest is the likeliest.
    if (fitting == 1 || (fitting > 1 && !wallet)) return {only, AccountBy::kind};
    return {AccountId{}, AccountBy::nothing};
}

/// The encoding the person once gave for files of this look; nothing where the bytes prove their own.
std::optional<std::string> remembered_encoding(const Book& book, const Statement& statement)
{
    const auto& r = statement.reading;
    if (r.encoding.starts_with("UTF")) return std::nullopt;
    for (const auto& [id, format] : book.formats)
        if (format.signature == r.signature && format.columns.contains("date") && format.encoding != r.encoding &&
            !format.encoding.empty())
            return format.encoding;
    return std::nullopt;
}

}  // namespace

std::vector<BankHint> own_banks(const db::Store& store)
{
    constexpr std::size_t most = std::size_t{1} << 20;  // what lies beyond is no list of banks
    const auto text = read_plain_file(store.info().file.parent_path() / "banks.txt");
    return text ? read_bank_hints(text->substr(0, most)) : std::vector<BankHint>{};
}

Result<ReadFile> understand(const Book& book, Today today, std::string_view bytes, const ImportWish& wish)
{
    ReadFile out{.wish = wish};
    const auto* account = find<Account>(book, wish.account);
    if (wish.account && !account) return Problem{.trouble = Trouble::no_such, .field = "account"};
    auto statement = read_statement(bytes, wish.file, hints(book, today, account, wish));
    if (!statement) return statement.problems();
    auto again = wish;
    if (!wish.encoding && (again.encoding = remembered_encoding(book, *statement))) {
        if (auto other = read_statement(bytes, wish.file, hints(book, today, account, again)))
            statement = std::move(other);
    }
    out.account_by = account ? AccountBy::person : AccountBy::nothing;
    if (!account) {
        std::tie(out.wish.account, out.account_by) = account_of(book, *statement);
        account = find<Account>(book, out.wish.account);
        if (account) {
            statement = Problem{};  // a long one stands in memory once
            statement = read_statement(bytes, wish.file,
                                       hints(book, today, account, again));  // a card's signs, a currency's date order
        }
        if (!statement) return statement.problems();
    }
    out.statement = std::move(*statement);
    return out;
}

}  // namespace app
