#include <algorithm>
#include <cctype>
#include <cstdlib>

#include "ledger/import/bytes/encoding.hpp"
#include "ledger/import/formats/formats.hpp"
#include "ledger/import/tables/cells.hpp"
#include "ledger/import/text/text.hpp"
#include "ledger/values/folding.hpp"

namespace ledger {

namespace {

std::string plain_text(std::string_view s)
{
    std::string out;
    for (std::size_t i = 0; i < s.size(); ++i) {
        if (s[i] != '&') {
            out += s[i];
            continue;
        }
        const auto end = s.find(';', i);
        if (end == std::string_view::npos || end - i > 8) {
            out += '&';
            continue;
        }
        const auto name = s.substr(i + 1, end - i - 1);
        if (name == "amp") out += '&';
        else if (name == "lt") out += '<';
        else if (name == "gt") out += '>';
        else if (name == "quot") out += '"';
        else if (name == "apos" || name == "#39") out += '\'';
        else if (name == "nbsp") out += ' ';
        else out.append("&").append(name).append(";");
        i = end;
    }
    return out;
}

/// The next <TAG> and the text behind it, up to the next tag.
struct Element {
    std::string tag{};  ///< upper case; "/STMTTRN" for a closing tag
    std::string_view value{};
    std::size_t at = 0, end = 0;
};

bool next_element(std::string_view text, std::size_t& at, Element& e)
{
    for (;;) {
        const auto open = text.find('<', at);
        if (open == std::string_view::npos) return false;
        const auto close = text.find('>', open);
        if (close == std::string_view::npos) return false;
        if (close - open > 64) {
            at = open + 1;
            continue;
        }
        e.tag.assign(text.substr(open + 1, close - open - 1));
        for (auto& c : e.tag) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        const auto stop = std::min(text.find('<', close), text.size());
        e.value = trimmed(text.substr(close + 1, stop - close - 1));
        e.at = open;
        e.end = stop;
        at = stop;
        return true;
    }
}

struct Draft {
    StatementRow row{};
    std::string date{}, user_date{}, amount{}, name{}, memo{}, type{};
};

/// Text of a movement's amount: OFX wants a dot, some banks write a comma.
std::optional<Money> money_in(std::string_view text, Currency currency)
{
    for (const char mark : {'.', ','}) {
        const bool only = text.find(mark == '.' ? ',' : '.') == std::string_view::npos;
        const auto last = text.find_last_of(".,");
        if (!only && last != std::string_view::npos && text[last] != mark) continue;
        if (const auto a = read_amount(text, mark))
            if (const auto m = minor_units(*a, currency.places())) return Money{a->sign < 0 ? -*m : *m, currency};
    }
    return std::nullopt;
}

class OfxReader {
public:
    OfxReader(Statement& out, Currency fallback) : out_{out}, currency_{fallback} {}

    void read()
    {
        std::size_t at = 0;
        Element e;
        while (next_element(out_.text, at, e)) {
            line_ += static_cast<int>(std::count(out_.text.begin() + static_cast<std::ptrdiff_t>(counted_),
                                                 out_.text.begin() + static_cast<std::ptrdiff_t>(e.at), '\n'));
            counted_ = e.at;
            take(e);
        }
        finish();
    }

private:
    void take(const Element& e)
    {
        if (e.tag == "STMTTRN") {
            finish();
            open_ = true;
            current_ = {};
            current_.row.line = line_;
        }
        else if (e.tag == "/STMTTRN") finish();
        else if (e.tag == "/BANKTRANLIST") finish();
        else if (e.tag == "CURDEF") {
            if (const auto c = parse_currency(e.value); c.ok()) {
                currency_ = *c;
                out_.currency = *c;
            }
        }
        else if (e.tag == "ACCTID" && !open_) {
            if (out_.account_hint.empty()) out_.account_hint = e.value;
        }
        else if (e.tag == "ORG") {
            if (out_.reading.institution.empty()) out_.reading.institution = plain_text(e.value);
        }
        else if (e.tag == "BALAMT" && !open_) {
            if (!out_.closing) out_.closing = money_in(e.value, currency_);
        }
        else if (open_) take_field(e);
    }

    void take_field(const Element& e)
    {
        if (e.tag == "DTPOSTED") current_.date = e.value;
        else if (e.tag == "DTUSER") current_.user_date = e.value;
        else if (e.tag == "TRNAMT") current_.amount = e.value;
        else if (e.tag == "FITID") current_.row.bank_id = plain_text(e.value);
        else if (e.tag == "NAME" && current_.name.empty()) current_.name = plain_text(e.value);
        else if (e.tag == "MEMO") current_.memo = plain_text(e.value);
        else if (e.tag == "TRNTYPE") current_.type = e.value;
        else if (e.tag == "CHECKNUM") current_.row.status_text = e.value;
        else if (e.tag == "ACCTID" || e.tag == "BANKACCTTO") current_.row.counter_account = e.value;
    }

    void finish()
    {
        if (!open_) return;
        open_ = false;
        ++out_.records;
        auto& row = current_.row;
        row.status_text.clear();
        const auto day = read_date(current_.date.empty() ? current_.user_date : current_.date, DateOrder::ymd);
        const auto amount = money_in(current_.amount, currency_);
        if (!day || day->year == 0) {
            out_.rejected.push_back({Trouble::unreadable_cell, "date", current_.date, {}, row.line, 0});
            return;
        }
        if (!amount) {
            out_.rejected.push_back({Trouble::unreadable_cell, "amount", current_.amount, {}, row.line, 0});
            return;
        }
        row.date = make_date(day->year, day->month, day->day);
        row.amount = *amount;
        row.payee = current_.name.empty() ? current_.memo : current_.name;
        if (!current_.name.empty()) row.memo = current_.memo;
        row.category = current_.type;
        out_.rows.push_back(std::move(row));
    }

    Statement& out_;
    Currency currency_;
    Draft current_{};
    bool open_ = false;
    int line_ = 1;
    std::size_t counted_ = 0;
};

/// OFX wants a sign. Where each DEBIT is positive the bank wrote none (then CREDIT is positive too), or turned them
/// round.
void take_signs_from_types(StatementRows& rows)
{
    const auto is = [](const StatementRow& r, std::string_view type) { return folded(r.category) == type; };
    int debits = 0, credits = 0, credits_out = 0, negative = 0;
    for (const auto r : rows) {
        if (is(r, "debit")) {
            if (r.amount.minor < 0) return;
            debits += r.amount.minor > 0;
        }
        if (is(r, "credit")) (r.amount.minor < 0 ? credits_out : credits) += 1;
        negative += r.amount.minor < 0;
    }
    const bool unsigned_all = negative == 0 && credits > 0, turned = credits_out > 0 && credits == 0;
    if (debits == 0 || (!unsigned_all && !turned)) return;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (turned || is(rows[i], "debit")) rows.set_minor(i, -rows.amount(i).minor);
}

}  // namespace

Result<Statement> read_ofx(Decoded decoded, const ReadHints& hints)
{
    Statement out;
    out.text = std::move(decoded.text);
    out.reading.id = "ofx";
    out.reading.encoding = decoded.encoding;
    out.reading.date_order = "ymd";
    out.reading.signature = "ofx";
    out.reading.confidence = 0.98;
    OfxReader{out, hints.currency.value_or(Currency{})}.read();
    if (out.rows.empty() && out.rejected.empty() && out.text.find("STMTRS>") == std::string::npos)
        return Problem{Trouble::no_table_found};
    take_signs_from_types(out.rows);
    if (hints.flip && *hints.flip)
        for (std::size_t i = 0; i < out.rows.size(); ++i) out.rows.set_minor(i, -out.rows.amount(i).minor);
    return out;
}

}  // namespace ledger
