#include "ledger/import/tables/delimited.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "ledger/import/tables/plan.hpp"
#include "ledger/import/tables/rows.hpp"
#include "ledger/import/tables/table_from_text.hpp"
#include "ledger/import/text/text.hpp"
#include "ledger/import/words/banks.hpp"
#include "ledger/values/folding.hpp"
#include "ledger/values/text.hpp"

namespace ledger {

namespace {

constexpr std::size_t sample_records = 1500;
constexpr std::array delimiters{',', ';', '\t', '|', '^', '~'};

/// The lines above the table, and the name of the file.
std::string head_of(const Table& table, const Layout& layout, std::string_view text, std::string_view file_name)
{
    std::string head{file_name};
    head += '\n';
    const auto first = layout.data.empty() ? std::size_t{0} : table.records[layout.data.front()].from;
    head.append(text.substr(0, std::min<std::size_t>(first, 8192)));
    return head;
}

/// The currency that the file itself names most.
std::string currency_of_file(const Layout& layout, std::string_view head)
{
    for (const auto& p : layout.columns)
        if (!p.header_currency.empty() &&
            std::max({p.role(Role::amount), p.role(Role::debit), p.role(Role::credit), p.role(Role::balance)}) > 0.4)
            return p.header_currency;
    std::string best;
    double most = 0;
    for (const auto& p : layout.columns) {
        if (p.filled == 0 || p.currencies * 10 < p.filled * 7) continue;
        for (const auto& [text, times] : p.values) {
            const double weight = times * (1.0 + p.role(Role::currency) - p.role(Role::currency_other));
            if (const auto code = currency_named(text); !code.empty() && weight > most) {
                most = weight;
                best = code;
            }
        }
    }
    if (!best.empty()) return best;
    for (const auto& p : layout.columns)
        if (p.symbols > 0)
            for (const auto& [text, times] : p.values)
                for (const char mark : {'.', ','})
                    if (const auto a = read_amount(text, mark); a && !a->currency.empty()) return a->currency;
    // "IBAN … (UAH)", "Saldo;150,00;EUR" above the table.
    std::string code = currency_in_header(head.substr(0, 2048));
    return code;
}

std::string account_in(std::string_view head)
{
    // An IBAN, or a number with its middle masked.
    std::string token;
    std::string best;
    const auto consider = [&] {
        const auto digits = std::count_if(token.begin(), token.end(), digit);
        const auto masked =
            std::count_if(token.begin(), token.end(), [](char c) { return c == '*' || c == 'X' || c == 'x'; });
        const bool iban = token.size() >= 15 && token.size() <= 34 &&
                          std::isupper(static_cast<unsigned char>(token[0])) &&
                          std::isupper(static_cast<unsigned char>(token[1])) && digit(token[2]) && digit(token[3]);
        if (best.empty() && (iban || (masked >= 2 && digits >= 4) ||
                             (digits >= 10 && digits <= 22 && digits == static_cast<std::ptrdiff_t>(token.size()) &&
                              !token.starts_with("20"))))
            best = token;
        token.clear();
    };
    for (const char c : head)
        if (std::isalnum(static_cast<unsigned char>(c)) || c == '*') token += c;
        else if (c != ' ' || token.size() < 4 || !(digit(token.back()) || token.back() == '*')) consider();
    consider();
    return best;
}

/// What a column without a name holds: a date, a number, nothing, a text.
char letter_of(const ColumnProfile& p)
{
    if (p.date_rate() > 0.7) return 'd';
    if (p.amount_rate() > 0.7) return 'n';
    return p.filled == 0 ? '.' : 't';
}

std::string signature_of(const Layout& layout, char delimiter)
{
    std::string s{delimiter};
    if (layout.names.empty()) {
        s += "#" + std::to_string(layout.width) + ":";
        for (const auto& p : layout.columns) s += letter_of(p);
        return s;
    }
    for (const auto& n : layout.names) s += folded(n) + "|";
    return s;
}

std::map<std::string, int> columns_of(const TablePlan& p)
{
    std::map<std::string, int> out;
    const auto put = [&](const char* role, int c) {
        if (c >= 0) out[role] = c + 1;
    };
    put("date", p.date);
    put("amount", p.amount);
    put("debit", p.debit);
    put("credit", p.credit);
    put("direction", p.direction);
    put("balance", p.balance);
    put("fee", p.fee);
    put("currency", p.currency);
    put("status", p.status);
    put("payee", p.payee);
    put("category", p.category);
    put("id", p.id);
    put("account", p.account);
    put("counter_account", p.counter_account);
    put("type", p.kind);
    if (!p.memos.empty()) put("memo", p.memos.front());
    return out;
}

struct Choice {
    Table table;
    Layout layout;
    TablePlan plan;
    Surroundings around;
    const BankHint* bank = nullptr;  ///< of the table or of the hints
    const FormatMemory* memory = nullptr;
};

const FormatMemory* remembered(const ReadHints& hints, const std::string& signature)
{
    for (const auto& m : hints.known)
        if (hints.format_id ? m.id == *hints.format_id : m.signature == signature) return &m;
    return nullptr;
}

const BankHint* bank_of(std::string_view head, const ReadHints& hints)
{
    const auto text = folded(head);
    const auto* own = bank_in(text, hints.banks);
    return own || !hints.bank_hints ? own : bank_in(text, bank_hints());
}

std::optional<Choice> read_as(std::string_view text, char delimiter, std::string_view file_name, const ReadHints& hints)
{
    Choice c;
    c.table = cut(text, delimiter, sample_records);
    c.layout = lay_out(c.table);
    if (c.layout.data.empty()) return std::nullopt;
    c.around.head = head_of(c.table, c.layout, text, file_name);
    c.bank = bank_of(c.around.head, hints);
    const bool account_known =
        hints.currency.has_value();  // and no card, unless `hints.card`: then only a plain name speaks against it
    c.around.card = hints.card || (c.bank && c.bank->card) ||
                    (account_known ? names_credit_card(c.around.head) : speaks_of_card(c.around.head));
    c.around.currency =
        hints.currency ? std::string{hints.currency->text()} : currency_of_file(c.layout, c.around.head);
    c.around.region = c.bank && !c.bank->region.empty() && c.bank->region != "EU" ? c.bank->region : hints.region;
    c.memory = remembered(hints, signature_of(c.layout, delimiter));
    auto plan = plan_for(c.table, c.layout, c.around, hints, c.memory);
    if (!plan) return std::nullopt;
    c.plan = std::move(*plan);
    return c;
}

/// Did the sample leave open which number is the month, or which mark is the decimal one?
bool open_after_sample(const Choice& c)
{
    const auto& days = c.layout.columns[static_cast<std::size_t>(c.plan.date)];
    const auto most = *std::max_element(days.dates.begin(), days.dates.end());
    const bool orders = days.by_order > 0 && std::count(days.dates.begin(), days.dates.end(), most) > 1;
    const bool marks = std::none_of(c.layout.columns.begin(), c.layout.columns.end(),
                                    [](const ColumnProfile& p) { return p.marks[0] + p.marks[1] > 0; });
    return orders || marks;
}

/// A long file is laid out by its first records; what they leave open, all others are asked.
void ask_all_records(std::string_view text, const ReadHints& hints, Choice& c)
{
    if (c.table.complete || !open_after_sample(c)) return;
    RecordReader reader{text, c.table.delimiter};
    Record record;
    const int last = c.table.records.back().line;
    const auto day = static_cast<std::size_t>(c.plan.date);
    while (reader.next(record)) {
        if (record.line <= last) continue;
        for (std::size_t column = 0; column < record.cells.size() && column < c.layout.columns.size(); ++column) {
            auto& p = c.layout.columns[column];
            const auto cell = record.cells[column];
            if (column == day) {
                for (const auto order : {DateOrder::ymd, DateOrder::dmy, DateOrder::mdy})
                    p.dates[static_cast<std::size_t>(order)] += read_date(cell, order).has_value();
            }
            else if (const char mark = p.amounts[0] + p.amounts[1] > 0 ? decimal_mark_of(cell) : char{0}) {
                ++p.marks[mark == '.' ? 0 : 1];
            }
        }
    }
    if (auto plan = plan_for(c.table, c.layout, c.around, hints, c.memory)) c.plan = std::move(*plan);
}

std::optional<Choice> best_choice(std::string_view text, std::string_view file_name, const ReadHints& hints)
{
    std::optional<Choice> best;
    for (const char d : delimiters) {
        if (hints.delimiter && *hints.delimiter != d) continue;
        if (text.find(d) == std::string::npos) continue;
        auto choice = read_as(text, d, file_name, hints);
        if (choice && (!best || choice->plan.score > best->plan.score)) best = std::move(choice);
    }
    if (best) ask_all_records(text, hints, *best);
    return best;
}

/// Some exports quote each line as a whole and double the quotes inside. Nothing when the text is not so.
std::optional<std::string> without_line_quotes(std::string_view text)
{
    std::string out;
    std::size_t quoted = 0, lines = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = text.substr(at, end - at);
        const auto body = trimmed(line);
        const bool whole = line.size() > 2 && line.front() == '"' && body.size() + 2 <= line.size();
        lines += !body.empty();
        quoted += whole;
        for (std::size_t i = 0; whole && i < body.size(); ++i) {
            out += body[i];
            if (body[i] == '"' && i + 1 < body.size() && body[i + 1] == '"') ++i;
        }
        if (!whole) out += line;
        out += '\n';
        at = end + 1;
    }
    return quoted * 10 >= lines * 8 && quoted > 1 ? std::optional{std::move(out)} : std::nullopt;
}

/// What stands below the last row.
std::string_view foot_of(const Choice& c, std::string_view text)
{
    if (c.layout.data.empty() || !c.table.complete) return {};
    const auto& last = c.table.records[c.layout.data.back()];
    const auto end = std::min(last.from + last.size, text.size());
    return text.substr(end, 2048);
}

}  // namespace

Result<Statement> read_delimited(std::string_view text, const std::string& encoding, std::string_view file_name,
                                 const ReadHints& hints)
{
    Statement out;
    auto best = best_choice(text, file_name, hints);
    std::optional<std::string> unquoted, table;  // what `text` is a view on from then on
    if (!best && (unquoted = without_line_quotes(text))) {
        text = *unquoted;
        best = best_choice(text, file_name, hints);
    }
    if (!best && (table = rewritten_as_table(text))) {
        text = *table;
        best = best_choice(text, file_name, hints);
    }
    if (!best) return Problem{Trouble::no_table_found};
    auto& c = *best;
    const auto in_file = currency_of_file(c.layout, c.around.head);
    if (const auto code = parse_currency(in_file); code.ok() && !in_file.empty()) out.currency = *code;
    const auto fallback = hints.currency ? *hints.currency : out.currency ? *out.currency : Currency{};
    const int header_line =
        c.layout.header_end >= 0 ? c.table.records[static_cast<std::size_t>(c.layout.header_end)].line : 0;
    out.account_hint = account_in(c.around.head);
    switch (read_rows(c.plan, c.layout, anchor_for(c.around.head, foot_of(c, text), hints.today), fallback, hints,
                      header_line, text, out)) {
        case RowsEnd::all: break;
        case RowsEnd::cancelled: return Problem{Trouble::cancelled};
        case RowsEnd::too_many_bad: return Problem{Trouble::no_table_found};
    }

    out.text = beginning(text, kept_text);
    auto& r = out.reading;
    r.id = c.bank ? c.bank->id : "csv";
    if (c.memory && !c.memory->id.empty()) r.id = c.memory->id;
    if (c.bank) r.institution = c.bank->institution;
    r.encoding = encoding;
    r.delimiter = c.plan.delimiter;
    r.header_line = c.layout.header >= 0 ? c.table.records[static_cast<std::size_t>(c.layout.header)].line : 0;
    r.date_order = name(c.plan.order);
    r.decimal = c.plan.decimal;
    r.columns = columns_of(c.plan);
    r.flipped = c.plan.flip;
    r.confidence = c.plan.confidence;
    r.ambiguous = c.plan.questions;
    r.signature = signature_of(c.layout, c.plan.delimiter);
    r.balance_links = c.plan.links;
    r.balance_proved = c.plan.proved;
    return out;
}

std::vector<std::vector<std::string>> first_cells(std::string_view text, char delimiter, int line, std::size_t most)
{
    constexpr std::size_t longest_cell = 200;
    std::vector<std::vector<std::string>> out;
    for (const auto& record : cut(text, delimiter, most + static_cast<std::size_t>(line)).records) {
        if (record.line < line) continue;
        if (out.size() >= most) break;
        auto& cells = out.emplace_back();
        for (const auto cell : record.cells) cells.emplace_back(cell.substr(0, longest_cell));
    }
    return out;
}

}  // namespace ledger
