#include "ui/cli/import_reply.hpp"

#include <algorithm>

#include "ui/app/journeys/lookup.hpp"
#include "ui/cli/commands.hpp"
#include "ui/cli/table.hpp"
#include "ui/viewmodel/common.hpp"
#include "ui/wording/problems.hpp"

namespace cli {

using namespace ledger;

namespace {

constexpr std::size_t most_rows_shown =
    1000;  ///< nobody reads more in a terminal, and a table of a million rows takes a gigabyte

Json format_json(const Reading& r)
{
    Json j;
    j["id"] = r.id;
    j["encoding"] = r.encoding;
    j["delimiter"] = r.delimiter ? Json(std::string(1, r.delimiter)) : Json{};
    j["header_line"] = r.header_line;
    j["date_order"] = r.date_order;
    j["decimal"] = std::string(1, r.decimal);
    j["columns"] = Json::object();
    for (const auto& [role, column] : r.columns) j["columns"][role] = column;
    j["confidence"] = probability(r.confidence);
    j["ambiguous"] = Json::array();
    for (const auto& q : r.ambiguous)
        j["ambiguous"].push_back(
            {{"what", q.what}, {"chosen", q.chosen}, {"otherwise", q.otherwise}, {"example", q.example}});
    if (!r.institution.empty()) j["institution"] = r.institution;
    return j;
}

const char* rejected_kind(Trouble trouble)
{
    switch (trouble) {
        case Trouble::row_too_short: return "too_short";
        case Trouble::amount_too_large: return "too_large";
        case Trouble::too_many_decimals: return "too_many_decimals";
        case Trouble::date_out_of_range: return "out_of_range";
        default: return "unreadable";
    }
}

Json row_json(const Book& book, const DraftRow& r)
{
    Json j{{"line", r.row.line},
           {"date", json_of(r.row.date)},
           {"amount", json_of(r.row.amount)},
           {"payee", r.payee},
           {"memo", r.row.memo},
           {"category", name_or_null(app::category_path(book, r.category))},
           {"duplicate_of", r.duplicate_of ? Json(r.duplicate_of.value) : Json{}},
           {"category_sure", probability(r.sure)},
           {"status", name(r.mark)}};
    if (r.similar_to) j["similar_to"] = r.similar_to.value;
    if (r.why) j["why"] = name(*r.why);
    return j;
}

/// A transfer as scripts see it: the line of the new row, the entry it meets, the two accounts.
Json transfer_json(const Book& book, const app::ImportPreview& preview, const app::ProposedTransfer& t)
{
    const auto& p = t.pair;
    const auto other = p.make_on ? (p.make_on == preview.draft.account && t.other ? t.other->account : p.make_on)
                       : t.other ? t.other->account
                                 : AccountId{};
    const char* kind = p.kind == TransferKind::moved    ? "moved"
                       : p.kind == TransferKind::funded ? "funded"
                                                        : "topped_up";
    return {{"line", t.line ? Json(t.line) : Json{}},
            {"entry", t.other ? Json(t.other->id.value) : Json{}},
            {"account", name_or_null(account_name(book, other))},
            {"kind", kind},
            {"days", p.days},
            {"sure", p.sure},
            {"accepted", t.accepted}};
}

/// "line 3 → Card, sure" below the rows.
std::string transfers_text(const Context& context, const Book& book, const app::ImportPreview& preview)
{
    const auto& words = context.words;
    std::string text;
    for (const auto& t : preview.transfers) {
        const auto json = transfer_json(book, preview, t);
        const auto account = json["account"].is_null() ? std::string{} : json["account"].get<std::string>();
        const auto fill = [&](const char* sentence) {
            return words.fill(sentence, fmt::arg("line", t.line), fmt::arg("account", printable(account)));
        };
        text +=
            "  " +
            (t.accepted ? fill("Line {line} is a transfer with {account}; it counts as neither income nor spending.")
                        : fill("Line {line} may be a transfer with {account}; --transfers all takes it as one.")) +
            "\n";
    }
    return text;
}

}  // namespace

Json import_json(const Book& book, const std::string& file, const app::ImportPreview& preview, bool with_rows)
{
    const auto& d = preview.draft;
    Json j;
    j["file"] = file;
    j["account"] = name_or_null(account_name(book, d.account));
    j["format"] = format_json(d.reading);
    j["rows"] = d.rows.size() + d.neutral.size() + d.needs_review.size() + d.rejected.size();
    j["imported"] = d.fresh;
    j["duplicates"] = d.duplicates;
    j["neutral"] = d.neutral.size();
    j["rejected"] = Json::array();
    for (const auto& p : d.rejected)
        j["rejected"].push_back({{"line", p.line},
                                 {"column", name_or_null(p.field)},
                                 {"kind", rejected_kind(p.trouble)},
                                 {"text", p.text}});
    j["needs_review"] = Json::array();
    for (const auto& r : d.rows)
        if (r.mark == RowMark::review)
            j["needs_review"].push_back({{"line", r.row.line}, {"why", r.why ? name(*r.why) : "review"}});
    for (const auto& s : d.needs_review) j["needs_review"].push_back({{"line", s.line}, {"why", name(s.why)}});
    j["first_date"] = json_of(d.first);
    j["last_date"] = json_of(d.last);
    j["sum_in"] = json_of(d.sum_in);
    j["sum_out"] = json_of(d.sum_out);
    j["balance_in_file"] = json_of(preview.file_balance());
    j["balance_after"] = json_of(preview.balance_after());
    j["transfers"] = Json::array();
    for (const auto& t : preview.transfers) j["transfers"].push_back(transfer_json(book, preview, t));
    j["batch"] = nullptr;
    if (!with_rows) return j;
    j["transactions"] = Json::array();
    for (const auto& r : d.rows) j["transactions"].push_back(row_json(book, r));
    j["neutral_rows"] = Json::array();
    for (const auto& s : d.neutral)
        j["neutral_rows"].push_back({{"line", s.line}, {"why", name(s.why)}, {"text", s.raw}});
    return j;
}

namespace {

/// Rows that may be what is there already: which they are is for a person to say.
std::string look_alikes_text(const app::ImportPreview& shown, const wording::Words& words)
{
    constexpr int most = 8;
    std::string text;
    int found = 0;
    for (std::size_t i = 0; i < shown.draft.rows.size() && found < most; ++i) {
        const auto r = shown.draft.rows[i];
        if (!r.similar_to || r.mark != RowMark::fresh) continue;
        ++found;
        text += "  " +
                words.fill(
                    "Line {line} ({date}, {amount}, {payee}) looks like entry {id}, which is there already. If "
                    "they are one, remove one of them.",
                    fmt::arg("line", r.row.line), fmt::arg("date", iso(r.row.date)),
                    fmt::arg("amount", words.money(r.row.amount)), fmt::arg("payee", printable(r.payee)),
                    fmt::arg("id", r.similar_to.value)) +
                "\n";
    }
    return text;
}

}  // namespace

std::string import_text(const Context& context, const Book& book, const std::string& file,
                        const app::ImportPreview& shown, bool preview)
{
    const auto& words = context.words;
    const auto& d = shown.draft;
    std::string text =
        words.fill("{file}: {format}, {encoding}", fmt::arg("file", printable(file)),
                   fmt::arg("format", d.reading.institution.empty() ? d.reading.id : d.reading.institution),
                   fmt::arg("encoding", d.reading.encoding)) +
        "\n";
    const auto fill = [&](const char* sentence) {
        return words.fill(sentence, fmt::arg("new", d.fresh), fmt::arg("known", d.duplicates),
                          fmt::arg("neutral", d.neutral.size()), fmt::arg("rejected", d.rejected.size())) +
               "\n";
    };
    text += preview ? fill(
                          "{new} would be new, {known} are there already, {neutral} move no money, {rejected} could "
                          "not be read.")
                    : fill("{new} new, {known} there already, {neutral} move no money, {rejected} could not be read.");
    if (d.first)
        text += words.fill("{first} to {last}: in {in}, out {out}.", fmt::arg("first", iso(*d.first)),
                           fmt::arg("last", iso(*d.last)), fmt::arg("in", words.money(d.sum_in)),
                           fmt::arg("out", words.money(d.sum_out))) +
                "\n";
    for (const auto& q : d.reading.ambiguous)
        text += words.fill("Not sure about {what}: “{example}” was read as {chosen}; it could be {otherwise}.",
                           fmt::arg("what", q.what), fmt::arg("example", printable(q.example)),
                           fmt::arg("chosen", q.chosen), fmt::arg("otherwise", q.otherwise)) +
                "\n";
    text += transfers_text(context, book, shown);
    text += look_alikes_text(shown, words);
    for (const auto& p : d.rejected) text += "  " + printable(wording::sentence(p, words)) + "\n";
    if (!preview) return text;
    Table table{{">" + words("Line"), words("Date"), ">" + words("Amount"), words("Payee"), words("Category"), ""}};
    const auto shown_rows = std::min(d.rows.size(), most_rows_shown);
    for (std::size_t i = 0; i < shown_rows; ++i) {
        const auto r = d.rows[i];
        table.row({std::to_string(r.row.line), iso(r.row.date), words.money(r.row.amount), fitted(r.payee, 36),
                   view::category_name(book, r.category, words) + (r.category && r.sure < doubtful_below ? "?" : ""),
                   r.mark == RowMark::fresh       ? "+"
                   : r.mark == RowMark::duplicate ? "="
                                                  : "?"});
    }
    text += table.text();
    if (const auto more = d.rows.size() - shown_rows; more > 0)
        text += words.plural("{n} more row is not shown; --json lists every one.",
                             "{n} more rows are not shown; --json lists every one.", static_cast<std::int64_t>(more)) +
                "\n";
    return text;
}

}  // namespace cli
