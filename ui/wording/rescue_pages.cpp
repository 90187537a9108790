#include "ui/wording/rescue.hpp"

#include "alerts/assess.hpp"

namespace wording {

namespace {

std::string escaped(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        if (c == '&') out += "&amp;";
        else if (c == '<') out += "&lt;";
        else if (c == '>') out += "&gt;";
        else if (c == '"') out += "&quot;";
        else out += c;
    }
    return out;
}

std::string page(const Words& words, const std::string& title, const std::string& body)
{
    const auto lang = words.language() == "zh_CN" ? "zh-Hans" : words.language() == "zh_TW" ? "zh-Hant" : "en";
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n<style>\n"
        "body {{ font-family: sans-serif; max-width: 42em; margin: 2em auto; line-height: 1.5; color: #1a1a1a; }}\n"
        "table {{ border-collapse: collapse; width: 100%; margin: 0 0 1.5em; }}\n"
        "th, td {{ text-align: left; padding: 0.25em 0.5em; border-bottom: 1px solid #ccc; vertical-align: top; }}\n"
        "td.amount, th.amount {{ text-align: right; white-space: nowrap; }}\n"
        "tr.sum td {{ font-weight: bold; border-top: 2px solid #444; }}\n"
        "p.small {{ font-size: 0.85em; color: #555; }}\n"
        "@media print {{ body {{ margin: 0; }} }}\n</style>\n</head>\n<body>\n{}</body>\n</html>\n",
        lang, escaped(title), body);
}

std::string section(const std::string& title, const std::vector<std::string>& lines)
{
    if (lines.empty()) return {};
    std::string out = "\n" + title + "\n";
    for (const auto& line : lines) out += "- " + line + "\n";
    return out;
}

std::string category_name(const Words& words, const ledger::Book& book, ledger::CategoryId id)
{
    const auto* category = find<ledger::Category>(book, id);
    if (!category) return words("everyday spending, not sorted yet");
    return category->key.empty() ? category->name : words(category->name.c_str());
}

class Table {
public:
    explicit Table(std::string heading) : html_{"<h2>" + escaped(heading) + "</h2>\n<table width=\"100%\">\n"} {}
    void row(const std::vector<std::string>& cells, bool sum = false)
    {
        html_ += sum ? "<tr class=\"sum\">" : "<tr>";
        for (std::size_t i = 0; i < cells.size(); ++i)
            html_ += (i + 1 == cells.size() ? "<td class=\"amount\" align=\"right\">" : "<td>") +
                     (sum ? "<b>" + escaped(cells[i]) + "</b>" : escaped(cells[i])) + "</td>";
        html_ += "</tr>\n";
        ++rows_;
    }
    std::string done() const { return rows_ == 0 ? std::string{} : html_ + "</table>\n"; }

private:
    std::string html_;
    int rows_ = 0;
};

std::string where_from(const Words& words, const alerts::AffordableLine& line)
{
    if (line.source == alerts::LineSource::confirmed) return words("as entered");
    if (line.source == alerts::LineSource::rule) return words("kept back for what nobody foresees");
    return words.plural("middle of {n} month", "middle of {n} months", static_cast<std::int64_t>(line.months.size()));
}

std::string lines_of(const Words& words, const ledger::Book& book, const alerts::Affordable& afford,
                     std::string heading, std::initializer_list<alerts::LineKind> kinds, ledger::Money sum)
{
    Table table{std::move(heading)};
    for (const auto& line : afford.lines)
        for (const auto kind : kinds)
            if (line.kind == kind) {
                const auto name = !line.name.empty()                      ? line.name
                                  : line.kind == alerts::LineKind::buffer ? words("buffer")
                                                                          : category_name(words, book, line.category);
                table.row({name, where_from(words, line), words.money(line.amount)});
            }
    table.row({words("together, a month"), "", words.money(sum)}, true);
    return table.done();
}

}  // namespace

std::string script_text(const Words& words, const ContactSheet& s)
{
    std::string out = words.fill("Talking to {bank}", fmt::arg("bank", s.issuer_name)) + "\n\n";
    out += words.fill("Dial first: {number}", fmt::arg("number", s.call.first)) + "\n";
    if (!s.call.hotline.empty())
        out += words.fill("Stored number: {number} (confidence: {confidence}; read on {checked})",
                          fmt::arg("number", s.call.hotline), fmt::arg("confidence", s.call.confidence),
                          fmt::arg("checked", s.call.checked.empty() ? std::string{"-"} : s.call.checked)) +
               "\n";
    if (!s.call.caution.empty()) out += s.call.caution + "\n";
    if (!s.call.ivr.empty()) out += words.fill("Menu: {path}", fmt::arg("path", s.call.ivr)) + "\n";
    out += words.fill("Good time: {slot}; not {avoid}", fmt::arg("slot", s.call.best_next_slot),
                      fmt::arg("avoid", s.call.avoid)) +
           "\n";
    out += section(words("Have ready"), s.have_ready);
    out += section(words("Never give"), s.never_give);
    out += "\n" + words("What to say") + "\n\n" + s.script + "\n";
    out += section(words("Ask"), s.questions);
    out += section(words("Write down"), s.record_after);
    out += section(words("Beware"), s.warnings);
    return out + "\n" + s.disclaimer + "\n";
}

std::string letter_text(const ContactSheet& sheet)
{
    return sheet.letter;
}

std::string text_html(const Words& words, const std::string& title, const std::string& text)
{
    std::string body, paragraph;
    const auto flush = [&] {
        if (!paragraph.empty()) body += "<p>" + paragraph + "</p>\n";
        paragraph.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = text.substr(at, end - at);
        if (line.empty()) flush();
        else paragraph += (paragraph.empty() ? "" : "<br>\n") + escaped(line);
        at = end + 1;
    }
    flush();
    return page(words, title, body);
}

std::string letter_html(const Words& words, const ContactSheet& sheet)
{
    return text_html(words, sheet.request_name.empty() ? sheet.issuer_name : sheet.request_name, sheet.letter);
}

namespace {

/// Spending by category, the essential ones marked and first; payees are nobody's business here.
std::string spending_of(const Words& words, const ledger::Book& book, const alerts::Affordable& a,
                        const std::vector<alerts::AffordableLine>& can_wait)
{
    Table table{words("Spending a month, by category")};
    const auto mark = [&](bool essential) { return essential ? words("essential") : words("can wait"); };
    std::map<std::pair<bool, std::string>, ledger::Money> sums;  // false = essential, so that they come first
    const auto add = [&](const alerts::AffordableLine& line, bool essential) {
        const auto name = line.category || line.name.empty() ? category_name(words, book, line.category)
                                                             : words("bills and contracts");
        const auto [at, fresh] = sums.try_emplace({!essential, name}, line.amount);
        if (!fresh) at->second += line.amount;
    };
    for (const auto& line : a.lines)
        if (line.kind == alerts::LineKind::essential || line.kind == alerts::LineKind::commitment)
            add(line, line.kind == alerts::LineKind::essential);
    ledger::Money together = a.essentials + a.commitments;
    for (const auto& line : can_wait) add(line, false), together += line.amount;
    for (const auto& [key, amount] : sums) table.row({key.second, mark(!key.first), words.money(amount)});
    table.row({words("together, a month"), "", words.money(together)}, true);
    return table.done();
}

/// What the paying account will hold, week by week, when everything due is paid.
std::string outlook_of(const Words& words, const ledger::Book& book, const ledger::History& history,
                       const alerts::Proposal& p, ledger::Today today)
{
    Table table{words("Outlook of the paying account")};
    for (const auto& o : alerts::assess(book, history, today, 60).accounts) {
        if (o.account != p.duty.pay_from) continue;
        for (std::size_t day = 13; day < o.daily.size(); day += 14) {
            const auto& d = o.daily[day];
            const auto likely = words.money({d.p50, o.balance.currency});
            table.row({words.full_date(d.date),
                       o.enough_history ? words.fill("probably {low} to {high}",
                                                     fmt::arg("low", words.money({d.p25, o.balance.currency})),
                                                     fmt::arg("high", words.money({d.p75, o.balance.currency})))
                                        : words("by what is scheduled"),
                       likely});
        }
    }
    return table.done();
}

/// What is owned and what is owed, by kind of account; empty ones are left out.
std::string worth_of(const Words& words, const ledger::Book& book, const ledger::History& history, ledger::Today today)
{
    Table assets{words("Money at hand")};
    Table debts{words("Debts and bills that are open")};
    for (const auto& [id, account] : book.accounts) {
        const auto balance = balance_on(book, history, id, today.date);
        if (account.archived || balance.zero()) continue;
        if (!balance.negative()) assets.row({account.name, words.money(balance)});
        else if (!account.card)
            debts.row({account.name, "", words.money(-balance)});  // a card's debt stands among its bills
    }
    for (const auto& d : open_duties(book, history, today.date + ledger::Days{31}, today))
        if (!d.projected) debts.row({d.payee, words.full_date(d.due), words.money(d.still_owed)});
    return assets.done() + debts.done();
}

}  // namespace

std::string budget_html(const Words& words, const ledger::Book& book, const ledger::History& history,
                        const alerts::Proposal& p, ledger::Today today)
{
    using alerts::LineKind;
    const auto& a = p.afford;
    std::string body = "<h1>" + escaped(words("Income, spending and debts")) + "</h1>\n";
    if (!book.preferences.holder_name.empty()) body += "<p>" + escaped(book.preferences.holder_name) + "</p>\n";
    body += "<p>" + escaped(words.full_date(today.date)) + "</p>\n";
    body += lines_of(words, book, a, words("Income"), {LineKind::income}, a.income);
    body += spending_of(words, book, a, alerts::spending_that_can_wait(book, history, today, p.duty.pay_from));
    if (a.other_debts.positive())
        body += lines_of(words, book, a, words("Payments on other debts"), {LineKind::other_debt}, a.other_debts);
    body += worth_of(words, book, history, today);
    Table rest{words("What can be paid reliably")};
    rest.row({words("income"), words.signed_money(a.income)});
    rest.row({words("essential spending and contracts"), words.signed_money(-(a.essentials + a.commitments))});
    rest.row({words("payments on other debts"), words.signed_money(-a.other_debts)});
    rest.row({words("buffer"), words.signed_money(-a.buffer)});
    rest.row(
        {a.left().positive() ? words("left for this debt, a month") : words("missing, a month"), words.money(a.left())},
        true);
    body += rest.done();
    body += outlook_of(words, book, history, p, today);
    body +=
        "<p class=\"small\">" +
        escaped(words.fill("From the holder's own ledger; learnt lines are the middle of the last {n} whole months.",
                           fmt::arg("n", a.months_seen))) +
        "</p>\n";
    return page(words, words("Income, spending and debts"), body);
}

}  // namespace wording
