#include <nlohmann/json.hpp>

#include "ui/app/export/formats.hpp"
#include "ui/app/journeys/lookup.hpp"
#include "ui/wording/keys.hpp"

namespace app {

using namespace ledger;
using Json = nlohmann::ordered_json;

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
    for (const auto& s : e.splits) out += (out.empty() ? "" : "; ") + category_path(book, s.category) + "=" + decimal(s.amount);
    return out;
}

Json or_null(const std::string& text) { return text.empty() ? Json{} : Json(text); }
template <class T>
Json number_or_null(Id<T> id)
{
    return id ? Json(id.value) : Json{};
}

Json account_json(const Book& book, const Account& a)
{
    Json j{{"id", a.id.value}, {"name", a.name}, {"type", wording::key(a.type)}, {"currency", a.currency.text()}, {"opening", decimal(a.opening)},
           {"opening_date", iso(a.opening_date)}, {"last4", or_null(a.number)}, {"pay_from", or_null(name_of(book, a.pay_from))}, {"archived", a.archived}};
    if (a.card) {
        j["card"] = {{"issuer", or_null(a.card->issuer)}, {"statement_day", a.card->statement_day},
                     {"due_day", a.card->due_day ? Json(*a.card->due_day) : Json{}}, {"due_after", a.card->due_after ? Json(*a.card->due_after) : Json{}},
                     {"minimum_rate", decimal(a.card->minimum_rate)}, {"daily_rate", decimal(a.card->daily_rate)}};
    }
    return j;
}

Json bill_json(const Book& book, const Bill& b)
{
    return {{"id", b.id.value}, {"source", wording::key(b.source)}, {"payee", b.payee}, {"amount", decimal(b.amount)}, {"currency", b.amount.currency.text()},
            {"first_due", iso(b.first_due)}, {"repeat", wording::repeat_key(b.repeat, b.first_due)}, {"pay_from", or_null(name_of(book, b.pay_from))},
            {"minimum", b.minimum ? Json(decimal(*b.minimum)) : Json{}}, {"essential", b.essential}, {"ended", b.ended}};
}

Json entry_json(const Book& book, const Entry& e)
{
    Json j{{"id", e.id.value}, {"date", iso(e.date)}, {"account", name_of(book, e.account)}, {"amount", decimal(e.amount)}, {"currency", e.amount.currency.text()},
           {"payee", e.payee}, {"memo", e.memo}, {"category", or_null(category_path(book, e.category))}, {"status", wording::key(e.status)},
           {"transfer", number_or_null(e.transfer)}, {"batch", number_or_null(e.batch)}, {"splits", Json::array()}};
    for (const auto& s : e.splits)
        j["splits"].push_back({{"category", or_null(category_path(book, s.category))}, {"amount", decimal(s.amount)}, {"memo", s.memo}});
    return j;
}

}  // namespace

std::string csv(const Book& book, const std::vector<Entry>& entries)
{
    std::string out = "id,date,account,payee,memo,category,amount,currency,status,transfer,splits\n";
    for (const auto& e : entries) {
        const std::string cells[] = {std::to_string(e.id.value), iso(e.date), name_of(book, e.account), e.payee, e.memo, category_path(book, e.category),
                                     decimal(e.amount), std::string{e.amount.currency.text()}, wording::key(e.status),
                                     e.transfer ? std::to_string(e.transfer.value) : "", splits_cell(book, e)};
        bool first = true;
        for (const auto& text : cells) {
            out += (first ? "" : ",") + cell(text);
            first = false;
        }
        out += '\n';
    }
    return out;
}

std::string json(const Book& book, const std::vector<Entry>& entries)
{
    Json j{{"format", "duewatch"}, {"version", 1}, {"accounts", Json::array()}, {"categories", Json::array()}, {"bills", Json::array()},
           {"incomes", Json::array()}, {"entries", Json::array()}};
    for (const auto& [id, a] : book.accounts) j["accounts"].push_back(account_json(book, a));
    for (const auto& [id, c] : book.categories)
        j["categories"].push_back({{"id", id.value}, {"name", category_path(book, id)}, {"kind", wording::key(c.kind)}, {"essential", c.essential}});
    for (const auto& [id, b] : book.bills) j["bills"].push_back(bill_json(book, b));
    for (const auto& [id, i] : book.incomes)
        j["incomes"].push_back({{"id", id.value}, {"payer", i.payer}, {"amount", decimal(i.amount)}, {"currency", i.amount.currency.text()},
                                {"next", iso(i.next)}, {"repeat", wording::repeat_key(i.repeat, i.next)}, {"to", or_null(name_of(book, i.to))}});
    for (const auto& e : entries) j["entries"].push_back(entry_json(book, e));
    return j.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace app
