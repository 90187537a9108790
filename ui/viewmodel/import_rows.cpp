// The lines of an import's list, cell by cell.
#include <algorithm>

#include "ledger/import/words/banks.hpp"
#include "ui/viewmodel/import_preview.hpp"
#include "ui/viewmodel/import_words.hpp"
#include "ui/wording/problems.hpp"

namespace view {

using app::ImportPreview;
using app::ProposedTransfer;
using ledger::RowMark;
using ledger::TransferKind;
using wording::Words;

namespace {

/// The other account of a transfer, seen from the one that is imported into.
ledger::AccountId other_account(const ProposedTransfer& t, ledger::AccountId here)
{
    if (t.other && t.other->account != here) return t.other->account;
    return t.pair.make_on;
}

std::string transfer_note(const ProposedTransfer& t, ledger::AccountId here, const ledger::Book& book,
                          const Words& words)
{
    const auto account = account_name(book, other_account(t, here));
    const auto fill = [&](const char* sentence) { return words.fill(sentence, fmt::arg("account", account)); };
    const bool stays =
        t.pair.kind == TransferKind::funded && t.pair.make_on == here;  // the wallet's purchase, paid by the bank's row
    if (stays) return t.accepted ? fill("⇄ paid from {account}") : fill("paid from {account}? T takes it as that");
    return t.accepted ? fill("⇄ transfer with {account}") : fill("a transfer with {account}? T takes it as one");
}

Cell line_cell(int line)
{
    return {line ? std::to_string(line) : std::string{}, {}, Tone::faint};
}

Row row_cells(const ImportPreview& preview, const ImportLine& line, const ledger::Book& book, const Words& words)
{
    const auto& r = preview.draft.rows[line.index];
    const bool fresh = r.mark == RowMark::fresh, review = r.mark == RowMark::review;
    const auto tone = fresh || review ? Tone::plain : Tone::faint;
    const auto* transfer = line.transfer >= 0 ? &preview.transfers[static_cast<std::size_t>(line.transfer)] : nullptr;
    const bool moved = transfer && transfer->accepted &&
                       (transfer->pair.kind != TransferKind::funded || transfer->pair.make_on != preview.draft.account);
    std::string note, mark;
    switch (r.mark) {
        case RowMark::fresh: mark = words("new"); break;
        case RowMark::duplicate: mark = words("already there"); break;
        case RowMark::review: mark = words("to look at"); break;
        case RowMark::left_out: mark = words("left out"); break;
    }
    if (review && r.why) note = reason(*r.why, words);
    else if (r.confirms) note = words("books a pending entry");
    else if (fresh && transfer) note = transfer_note(*transfer, preview.draft.account, book, words);
    else if (fresh && r.duplicate_of) note = words("brought in though it is there");
    else if (fresh && r.similar_to) note = words("looks like an entry that is there");
    auto category = moved ? std::string{} : category_name(book, r.category, words);
    const bool doubtful = fresh && !category.empty() && r.sure < ledger::doubtful_below;
    if (doubtful) category = words.fill("{category}?", fmt::arg("category", category));
    const bool sign = review || (fresh && r.similar_to && !r.duplicate_of);
    return {Cell{mark, sign ? std::optional{Level::tight} : std::nullopt, tone},
            line_cell(line.line),
            Cell{ledger::iso(r.row.date), {}, tone},
            Cell{r.payee, {}, tone},
            Cell{category, {}, doubtful || !fresh ? Tone::faint : Tone::plain},
            Cell{words.signed_money(r.row.amount), {}, fresh && r.row.amount.positive() ? Tone::good : tone},
            Cell{note, {}, Tone::faint}};
}

Row aside_cells(const ledger::SetAside& aside, const std::string& mark, bool sign, const Words& words)
{
    return {Cell{mark, sign ? std::optional{Level::tight} : std::nullopt, Tone::faint},
            line_cell(aside.line),
            Cell{},
            Cell{aside.raw, {}, Tone::faint},
            Cell{},
            Cell{},
            Cell{reason(aside.why, words), {}, Tone::faint}};
}

Row transfer_cells(const ImportPreview& preview, std::size_t index, const ledger::Book& book, const Words& words)
{
    const auto& t = preview.transfers[index];
    if (!t.other) return Row(7);
    return {Cell{account_name(book, t.other->account), {}, Tone::faint},
            line_cell(0),
            Cell{ledger::iso(t.other->date)},
            Cell{t.other->payee},
            Cell{},
            Cell{words.signed_money(t.other->amount)},
            Cell{transfer_note(t, t.other->account, book, words), {}, Tone::faint}};
}

}  // namespace

Row import_row(const ImportPreview& preview, const ImportLine& line, const ledger::Book& book, const Words& words)
{
    const auto& d = preview.draft;
    switch (line.of) {
        case ImportLine::Of::row: return row_cells(preview, line, book, words);
        case ImportLine::Of::neutral: return aside_cells(d.neutral[line.index], words("moves no money"), false, words);
        case ImportLine::Of::review: return aside_cells(d.needs_review[line.index], words("to look at"), true, words);
        case ImportLine::Of::transfer: return transfer_cells(preview, line.index, book, words);
        case ImportLine::Of::rejected: break;
    }
    const auto& problem = d.rejected[line.index];
    return {Cell{words("not readable"), Level::at_risk},
            line_cell(problem.line),
            Cell{},
            Cell{problem.text},
            Cell{},
            Cell{},
            Cell{wording::beside_field(problem, words), {}, Tone::faint}};
}

SaveAccount account_for(const ImportPreview& preview, const ledger::Book& book, const Words& words)
{
    const auto& d = preview.draft;
    SaveAccount out;
    const auto& id = d.reading.id;
    const bool wallet = ledger::is_wallet(id);
    out.name = id == "alipay" ? words("Alipay") : id.starts_with("wechat") ? words("WeChat") : d.reading.institution;
    if (wallet) out.type = ledger::AccountType::wallet;
    else out.type = ledger::is_card(id) ? ledger::AccountType::card : ledger::AccountType::checking;
    out.currency = std::string{preview.currency.value_or(book.preferences.currency).text()};
    const auto& hint = preview.account_hint;
    if (!wallet && hint.size() >= 4 &&
        std::all_of(hint.end() - 4, hint.end(), [](char c) { return c >= '0' && c <= '9'; }))
        out.number = hint.substr(hint.size() - 4);
    // The balance before the first row: what the file says it was after it, less that row.
    const auto in_file = preview.file_balance();
    if (!in_file) return out;
    auto before = in_file->minor;
    bool fits = true;
    for (const auto& r : d.rows)
        if (r.mark != RowMark::review) fits = fits && !__builtin_sub_overflow(before, r.row.amount.minor, &before);
    if (fits && std::abs(before) <= ledger::Money::largest) out.opening = ledger::decimal({before, in_file->currency});
    return out;
}

}  // namespace view
