#include "ui/viewmodel/common.hpp"

#include <algorithm>
#include <charconv>

namespace view {

namespace {

using ledger::Trouble;

std::string trimmed(const std::string& text)
{
    const auto from = text.find_first_not_of(" \t"), to = text.find_last_not_of(" \t");
    return from == std::string::npos ? std::string{} : text.substr(from, to - from + 1);
}

void replace_all(std::string& text, const std::string& what, const std::string& with)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

/// "12/5", "12.5" and "12月5日" as {12, 5}; empty when there is anything but numbers.
std::vector<int> numbers(std::string text)
{
    for (const auto* mark : {"年", "月", "/", "."}) replace_all(text, mark, "-");
    replace_all(text, "日", "");
    std::vector<int> out;
    std::size_t at = 0;
    while (at <= text.size()) {
        const auto end = std::min(text.find('-', at), text.size());
        int n = 0;
        const auto [stop, error] = std::from_chars(text.data() + at, text.data() + end, n);
        if (error != std::errc{} || stop != text.data() + end || n < 0) return {};
        out.push_back(n);
        at = end + 1;
    }
    return out;
}

std::optional<ledger::Date> existing(int year, int month, int day)
{
    const date::year_month_day d{date::year{year}, date::month{static_cast<unsigned>(month)},
                                 date::day{static_cast<unsigned>(day)}};
    return d.ok() ? std::optional{ledger::Date{d}} : std::nullopt;
}

std::optional<ledger::Date> closest(const std::vector<std::optional<ledger::Date>>& days, ledger::Today today)
{
    std::optional<ledger::Date> best;
    for (const auto& day : days)
        if (day && (!best || std::abs(ledger::days_between(today.date, *day)) <
                                 std::abs(ledger::days_between(today.date, *best))))
            best = day;
    return best;
}

}  // namespace

std::string narrowed(const std::string& text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
        if (i + 2 < text.size() && byte(i) == 0xEF &&
            (byte(i + 1) == 0xBC || byte(i + 1) == 0xBD)) {  // U+FF01 … U+FF5E
            const int code = 0xFF00 + ((byte(i + 1) - 0xBC) << 6) + (byte(i + 2) - 0x80);
            out += static_cast<char>(code - 0xFF00 + 0x20);
            i += 2;
        }
        else {
            out += text[i];
        }
    }
    return out;
}

std::string account_name(const ledger::Book& book, ledger::AccountId id)
{
    const auto* account = ledger::find<ledger::Account>(book, id);
    return account ? account->name : std::string{};
}

std::string category_name(const ledger::Book& book, ledger::CategoryId id, const wording::Words& words)
{
    const auto* category = ledger::find<ledger::Category>(book, id);
    if (!category) return {};
    const auto name = category->key.empty() ? category->name : words(category->name.c_str());
    const auto above = category_name(book, category->parent, words);
    return above.empty() ? name : words.fill("{above}: {name}", fmt::arg("above", above), fmt::arg("name", name));
}

std::vector<ledger::AccountId> open_accounts(const ledger::Book& book)
{
    std::vector<ledger::AccountId> out;
    for (const auto& [id, account] : book.accounts)
        if (!account.archived) out.push_back(id);
    return out;
}

std::vector<ledger::AccountId> paying_accounts(const ledger::Book& book)
{
    auto out = open_accounts(book);
    std::erase_if(out, [&](auto id) { return !ledger::pays_bills(book.accounts.at(id).type); });
    return out;
}

std::vector<ledger::CategoryId> categories_by_name(const ledger::Book& book, const wording::Words& words)
{
    std::vector<std::pair<std::string, ledger::CategoryId>> named;
    for (const auto& [id, category] : book.categories) named.emplace_back(category_name(book, id, words), id);
    std::sort(named.begin(), named.end());
    std::vector<ledger::CategoryId> out;
    for (const auto& [name, id] : named) out.push_back(id);
    return out;
}

std::vector<std::string> account_labels(const ledger::Book& book, const std::vector<ledger::AccountId>& accounts)
{
    std::vector<std::string> out;
    for (const auto id : accounts) {
        const auto& account = book.accounts.at(id);
        out.push_back(account.number.empty() ? account.name : account.name + " ··" + account.number);
    }
    return out;
}

ledger::Result<ledger::Date> read_day(const std::string& typed, ledger::Today today, const wording::Words& words)
{
    const auto text = trimmed(narrowed(typed));
    if (text == "today" || text == words("today")) return today.date;
    if (text.size() > 1 && text.front() == '+') {
        const auto ahead = numbers(text.substr(1));
        if (ahead.size() == 1 && ahead[0] < 4000) return today.date + ledger::Days{ahead[0]};
    }
    const auto n = numbers(text);
    std::optional<ledger::Date> day;
    if (n.size() == 3) {
        day = existing(n[0], n[1], n[2]);
    }
    else if (n.size() == 2) {
        const int year = ledger::year_of(today.date);
        day = closest({existing(year - 1, n[0], n[1]), existing(year, n[0], n[1]), existing(year + 1, n[0], n[1])},
                      today);
    }
    else if (n.size() == 1) {
        std::vector<std::optional<ledger::Date>> days;
        for (const int months : {-1, 0, 1}) {
            const auto month = ledger::add_months(today.date, months, 1);
            days.push_back(existing(ledger::year_of(month), static_cast<int>(ledger::month_of(month)), n[0]));
        }
        day = closest(days, today);
    }
    if (!day) return ledger::Problem{Trouble::not_a_date, "date", typed, {}};
    return ledger::parse_date(ledger::iso(*day));
}

ledger::Result<ledger::Money> read_amount(const std::string& typed, ledger::Currency currency)
{
    auto text = trimmed(narrowed(typed));
    for (const auto* mark : {"¥", "￥", "$", "€", "£", ",", " ", "元"}) replace_all(text, mark, "");
    replace_all(text, "−", "-");
    auto read = ledger::parse_money(text, currency);
    if (read.ok()) return read;
    auto problem = read.problem();
    problem.field = "amount";
    problem.text = typed;
    return problem;
}

}  // namespace view
