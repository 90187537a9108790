#include <pugixml.hpp>

#include <algorithm>

#include "ledger/import/bytes/encoding.hpp"
#include "ledger/import/formats/formats.hpp"
#include "ledger/import/tables/cells.hpp"

namespace ledger {

namespace {

/// The first child of this name, whatever namespace prefix the bank uses.
pugi::xml_node child(const pugi::xml_node& node, std::string_view name)
{
    for (const auto& c : node.children()) {
        const std::string_view have = c.name();
        const auto colon = have.find(':');
        if ((colon == std::string_view::npos ? have : have.substr(colon + 1)) == name) return c;
    }
    return {};
}

pugi::xml_node at(pugi::xml_node node, std::initializer_list<std::string_view> path)
{
    for (const auto name : path) node = child(node, name);
    return node;
}

std::string text(const pugi::xml_node& node)
{
    return node.text().get();
}

std::optional<Money> money(const pugi::xml_node& amount, std::string_view indicator)
{
    const auto currency = parse_currency(amount.attribute("Ccy").as_string());
    const auto cell = text(amount);
    const auto a = read_amount(cell, '.');
    if (!currency.ok() || !a) return std::nullopt;
    const auto m = minor_units(*a, currency->places());
    if (!m) return std::nullopt;
    return Money{indicator == "DBIT" ? -*m : *m, *currency};
}

std::optional<Date> day(const pugi::xml_node& node)
{
    auto s = text(child(node, "Dt"));
    if (s.empty()) s = text(child(node, "DtTm"));
    const auto d = read_date(s, DateOrder::ymd);
    if (!d || d->year == 0) return std::nullopt;
    return make_date(d->year, d->month, d->day);
}

void describe(const pugi::xml_node& entry, const pugi::xml_node& details, bool out, StatementRow& row)
{
    const auto parties = child(details, "RltdPties");
    const auto party = child(parties, out ? "Cdtr" : "Dbtr");
    row.payee = text(child(party, "Nm"));
    if (row.payee.empty()) row.payee = text(at(party, {"Pty", "Nm"}));
    row.counter_account =
        text(at(parties, {out ? std::string_view{"CdtrAcct"} : std::string_view{"DbtrAcct"}, "Id", "IBAN"}));
    for (const auto& u : child(details, "RmtInf").children())
        if (std::string_view{u.name()}.ends_with("Ustrd")) row.memo.append(row.memo.empty() ? "" : " ").append(text(u));
    if (row.memo.empty()) row.memo = text(child(entry, "AddtlNtryInf"));
    if (row.payee.empty()) std::swap(row.payee, row.memo);
    row.bank_id = text(child(entry, "AcctSvcrRef"));
    if (row.bank_id.empty()) row.bank_id = text(at(details, {"Refs", "AcctSvcrRef"}));
}

void read_entry(const pugi::xml_node& entry, const std::string& whole, Statement& out)
{
    ++out.records;
    const auto from = static_cast<std::size_t>(entry.offset_debug() > 0 ? entry.offset_debug() : 0);
    const int line =
        1 + static_cast<int>(std::count(
                whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(std::min(from, whole.size())), '\n'));
    StatementRow row;
    row.line = line;
    const auto indicator = text(child(entry, "CdtDbtInd"));
    const auto amount = money(child(entry, "Amt"), indicator);
    auto date = day(child(entry, "BookgDt"));
    if (!date) date = day(child(entry, "ValDt"));
    if (!amount || !date) {
        out.rejected.push_back(
            {Trouble::unreadable_cell, amount ? "date" : "amount", text(child(entry, "Amt")), {}, line, 0});
        return;
    }
    row.amount = *amount;
    row.date = *date;
    auto status = text(at(entry, {"Sts", "Cd"}));
    if (status.empty()) status = text(child(entry, "Sts"));
    row.pending = status == "PDNG";
    describe(entry, at(entry, {"NtryDtls", "TxDtls"}), amount->negative(), row);
    out.rows.push_back(std::move(row));
}

}  // namespace

Result<Statement> read_camt(Decoded decoded, const ReadHints& hints)
{
    Statement out;
    out.text = std::move(decoded.text);
    out.reading.id = "camt";
    out.reading.encoding = decoded.encoding;
    out.reading.date_order = "ymd";
    out.reading.signature = "camt";
    out.reading.confidence = 0.98;
    pugi::xml_document doc;
    if (!doc.load_buffer(out.text.data(), out.text.size(), pugi::parse_default, pugi::encoding_utf8))
        return Problem{Trouble::no_table_found};
    for (const auto& message : doc.document_element().children())
        for (const auto& statement : message.children()) {
            const std::string_view name = statement.name();
            if (!name.ends_with("Stmt") && !name.ends_with("Rpt") && !name.ends_with("Ntfctn")) continue;
            if (out.account_hint.empty()) out.account_hint = text(at(statement, {"Acct", "Id", "IBAN"}));
            for (const auto& part : statement.children()) {
                const std::string_view kind = part.name();
                if (kind.ends_with("Ntry")) read_entry(part, out.text, out);
                if (!kind.ends_with("Bal")) continue;
                const auto code = text(at(part, {"Tp", "CdOrPrtry", "Cd"}));
                const auto balance = money(child(part, "Amt"), text(child(part, "CdtDbtInd")));
                if (balance && (code == "OPBD" || code == "PRCD") && !out.opening) out.opening = balance;
                if (balance && code == "CLBD") out.closing = balance;
            }
        }
    if (out.records == 0 && !out.closing) return Problem{Trouble::no_table_found};
    if (!out.rows.empty()) out.currency = out.rows.front().amount.currency;
    if (out.opening && out.closing && !out.rows.empty()) {
        std::int64_t sum = out.opening->minor;
        for (const auto& r : out.rows) sum += r.pending ? 0 : r.amount.minor;
        out.reading.balance_links = 1;
        out.reading.balance_proved = sum == out.closing->minor;
    }
    if (hints.flip && *hints.flip)
        for (std::size_t i = 0; i < out.rows.size(); ++i) out.rows.set_minor(i, -out.rows.amount(i).minor);
    return out;
}

}  // namespace ledger
