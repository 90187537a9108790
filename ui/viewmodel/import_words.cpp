#include "ui/viewmodel/import_words.hpp"

#include <algorithm>
#include <array>

#include "ledger/import/tables/cells.hpp"

namespace view {

using wording::N_;
using wording::Words;

std::string format_name(const ledger::Reading& reading, const Words& words)
{
    if (!reading.institution.empty()) return words.fill("A statement of {bank}", fmt::arg("bank", reading.institution));
    if (reading.id == "alipay") return words("An Alipay statement");
    if (reading.id.starts_with("wechat")) return words("A WeChat statement");
    return words("A statement");
}

namespace {

std::string day_under(const std::string& cell, const std::string& order, const Words& words)
{
    const auto named = ledger::date_order_named(order);
    const auto read = named ? ledger::read_date(cell, *named) : std::nullopt;
    if (!read || read->year == 0) return order;
    return words.full_date(ledger::make_date(read->year, read->month, read->day));
}

Action answer(const std::string& label, const char* what, const std::string& value)
{
    return {label, ReadAs{what, value}};
}

}  // namespace

ImportQuestion question(const ledger::OpenQuestion& q, const ledger::Reading& reading, const Words& words)
{
    const auto with = [&](const char* sentence) { return words.fill(sentence, fmt::arg("example", q.example)); };
    if (q.what == "date_order")
        return {with(N_("Which day is “{example}”?")),
                {answer(day_under(q.example, q.chosen, words), "date_order", q.chosen),
                 answer(day_under(q.example, q.otherwise, words), "date_order", q.otherwise)}};
    if (q.what == "sign") {
        const bool minus = q.example.find('-') != std::string::npos;
        const auto label = [&](bool flipped) { return flipped != minus ? words("Money out") : words("Money in"); };
        return {with(N_("Is “{example}” money out or money in?")),
                {answer(label(reading.flipped), "sign", reading.flipped ? "flipped" : "plain"),
                 answer(label(!reading.flipped), "sign", reading.flipped ? "plain" : "flipped")}};
    }
    if (q.what == "year") return {with(N_("“{example}” has no year; the likeliest was taken.")), {}};
    return {with(N_("“{example}” can be read in two ways. Look at the amounts below before you import.")), {}};
}

std::string reason(ledger::RowReason why, const Words& words)
{
    using enum ledger::RowReason;
    switch (why) {
        case not_counted: return words("not counted by the file itself");
        case failed: return words("failed or cancelled");
        case pending: return words("not booked yet");
        case no_money: return words("no amount");
        case own_transfer: return words("moved between own accounts");
        case no_date: return words("no date can be read");
        case no_year: return words("the year is missing");
        case other_currency: return words("another currency");
        case both_sides: return words("money in and out at once");
        default: break;
    }
    return words("not a movement of money");
}

namespace {

ReadingChoice choice_of(const char* what, std::string label, std::vector<std::string> keys,
                        std::vector<std::string> labels, const std::string& told, const std::string& found,
                        const Words& words)
{
    ReadingChoice out{what, std::move(label), {}, std::move(keys)};
    out.keys.insert(out.keys.begin(), std::string{});
    labels.insert(labels.begin(),
                  found.empty() ? words("found out") : words.fill("found out: {value}", fmt::arg("value", found)));
    out.choice.labels = std::move(labels);
    const auto at = std::find(out.keys.begin(), out.keys.end(), told);
    out.choice.chosen = at == out.keys.end() ? 0 : static_cast<int>(at - out.keys.begin());
    return out;
}

std::string mark_name(char mark, const Words& words)
{
    switch (mark) {
        case ',': return words("comma");
        case ';': return words("semicolon");
        case '\t': return words("tab");
        case '|': return words("stroke");
        default: return mark ? std::string(1, mark) : std::string{};
    }
}

std::string order_name(const std::string& order, const Words& words)
{
    if (order == "ymd") return words("year, month, day");
    if (order == "dmy") return words("day, month, year");
    if (order == "mdy") return words("month, day, year");
    return order;
}

struct RoleName {
    const char* role;
    const char* name;
};
constexpr std::array roles{RoleName{"date", N_("Date")},
                           RoleName{"payee", N_("Payee")},
                           RoleName{"memo", N_("Memo")},
                           RoleName{"amount", N_("Amount")},
                           RoleName{"debit", N_("Money out")},
                           RoleName{"credit", N_("Money in")},
                           RoleName{"direction", N_("In or out")},
                           RoleName{"balance", N_("Balance")},
                           RoleName{"fee", N_("Fee")},
                           RoleName{"currency", N_("Currency")},
                           RoleName{"status", N_("Status")},
                           RoleName{"category", N_("Category")},
                           RoleName{"id", N_("Number")},
                           RoleName{"counter_account", N_("Other account")},
                           RoleName{"account", N_("Account")}};

void add_columns(ImportReading& out, const app::ImportPreview& preview, const Words& words)
{
    const auto& reading = preview.draft.reading;
    if (preview.sample.empty() || reading.columns.empty()) return;
    out.columns_note = words("Click a column's title to say what it holds.");
    out.column_label = words("Column");
    out.role_label = words("holds");
    out.roles.push_back({});
    out.role_names.push_back(words("nothing"));
    for (const auto& [role, name] : roles) {
        out.roles.emplace_back(role);
        out.role_names.push_back(words(name));
    }
    std::size_t width = 0;
    for (const auto& record : preview.sample) width = std::max(width, record.size());
    width = std::min<std::size_t>(width, 40);
    const bool header = reading.header_line > 0;
    for (std::size_t c = 0; c < width; ++c) {
        int role = 0;
        for (const auto& [name, column] : reading.columns)
            if (column == static_cast<int>(c) + 1)
                for (std::size_t r = 1; r < out.roles.size(); ++r)
                    if (out.roles[r] == name) role = static_cast<int>(r);
        out.role_of.push_back(role);
        const auto title =
            header && c < preview.sample.front().size() ? preview.sample.front()[c] : std::to_string(c + 1);
        out.column_names.push_back(std::to_string(c + 1) + " " + (header ? title : std::string{}));
        const auto shown = role ? title + " = " + out.role_names[static_cast<std::size_t>(role)] : title;
        out.columns.push_back({shown, 130, false, false, false});
    }
    for (std::size_t i = header ? 1 : 0; i < preview.sample.size(); ++i) {
        Row row;
        for (std::size_t c = 0; c < width; ++c)
            row.push_back(Cell{c < preview.sample[i].size() ? preview.sample[i][c] : std::string{},
                               {},
                               out.role_of[c] ? Tone::plain : Tone::faint});
        out.sample.push_back(std::move(row));
    }
}

}  // namespace

ImportReading reading_choices(const app::ImportPreview& preview, const Words& words)
{
    const auto& r = preview.draft.reading;
    const auto& wish = preview.wish;
    ImportReading out;
    out.title = words("How it was read");
    const std::vector<std::string> encodings{"UTF-8",        "GB18030",      "Big5",         "Shift_JIS",
                                             "windows-1252", "windows-1250", "windows-1251", "ISO-8859-1",
                                             "ISO-8859-15",  "UTF-16LE"};
    out.choices.push_back(choice_of("encoding", words("Encoding"), encodings, encodings, wish.encoding.value_or(""),
                                    wish.encoding ? "" : r.encoding, words));
    if (r.delimiter) {
        std::vector<std::string> keys, labels;
        for (const char mark : {',', ';', '\t', '|'})
            keys.emplace_back(1, mark), labels.push_back(mark_name(mark, words));
        out.choices.push_back(choice_of("delimiter", words("Columns are parted by"), keys, labels,
                                        wish.delimiter ? std::string(1, *wish.delimiter) : "",
                                        wish.delimiter ? "" : mark_name(r.delimiter, words), words));
    }
    if (!r.date_order.empty()) {
        const std::vector<std::string> keys{"ymd", "dmy", "mdy"};
        std::vector<std::string> labels;
        for (const auto& key : keys) labels.push_back(order_name(key, words));
        out.choices.push_back(choice_of("date_order", words("Order of dates"), keys, labels,
                                        wish.date_order.value_or(""),
                                        wish.date_order ? "" : order_name(r.date_order, words), words));
    }
    if (r.delimiter) {
        out.choices.push_back(choice_of("decimal", words("Decimal mark"), {".", ","}, {"1234.50", "1234,50"},
                                        wish.decimal ? std::string(1, *wish.decimal) : "",
                                        wish.decimal ? "" : std::string(1, r.decimal), words));
        const auto flipped = words("positive"), plain = words("negative");
        out.choices.push_back(choice_of("sign", words("Money out is"), {"plain", "flipped"}, {plain, flipped},
                                        wish.flip ? (*wish.flip ? "flipped" : "plain") : "",
                                        wish.flip   ? ""
                                        : r.flipped ? flipped
                                                    : plain,
                                        words));
    }
    add_columns(out, preview, words);
    return out;
}

}  // namespace view
