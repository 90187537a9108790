#include "ui/app/export/formats.hpp"
#include "ui/app/journeys/lookup.hpp"
#include "ui/wording/script_words.hpp"

namespace app {

using namespace ledger;

namespace {

std::string name_of(const Book& book, AccountId id)
{
    const auto* account = find<Account>(book, id);
    return account ? account->name : "";
}

std::string cell(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string{"\"\""} : std::string{c};
    return out + "\"";
}

std::string splits_cell(const Book& book, const Entry& e)
{
    std::string out;
    for (const auto& s : e.splits)
        out += (out.empty() ? "" : "; ") + category_path(book, s.category) + "=" + decimal(s.amount);
    return out;
}

}  // namespace

std::string csv(const Book& book, const std::vector<Entry>& entries)
{
    std::string out = "id,date,account,payee,memo,category,amount,currency,status,transfer,splits\n";
    for (const auto& e : entries) {
        const std::string cells[] = {std::to_string(e.id.value),
                                     iso(e.date),
                                     name_of(book, e.account),
                                     e.payee,
                                     e.memo,
                                     category_path(book, e.category),
                                     decimal(e.amount),
                                     std::string{e.amount.currency.text()},
                                     wording::key(e.status),
                                     e.transfer ? std::to_string(e.transfer.value) : "",
                                     splits_cell(book, e)};
        bool first = true;
        for (const auto& text : cells) {
            out += (first ? "" : ",") + cell(text);
            first = false;
        }
        out += '\n';
    }
    return out;
}

}  // namespace app
