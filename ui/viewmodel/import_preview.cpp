#include "ui/viewmodel/import_preview.hpp"

#include <algorithm>

#include "ui/viewmodel/import_words.hpp"
#include "ui/wording/problems.hpp"

namespace view {

using app::ImportPreview;
using ledger::RowMark;
using wording::Words;

namespace {

std::string waiting_note(const Words& words, std::size_t waiting)
{
    const auto n = static_cast<std::int64_t>(waiting);
    return waiting == 0 ? std::string{} : words.plural("{n} more file follows", "{n} more files follow", n);
}

ImportModel blank(const Words& words, std::size_t waiting = 0)
{
    ImportModel model;
    model.account_label = words("Into the account");
    model.other = {words("Choose files…"), ChooseFile{}};
    model.drop = {words("Put away"), DropImport{}};
    model.waiting = waiting_note(words, waiting);
    return model;
}

int neutral_lines(const ledger::Draft& d)
{
    return static_cast<int>(d.neutral.size()) + d.left_out;
}
int lines_to_look_at(const ledger::Draft& d)
{
    return d.reviews + static_cast<int>(d.needs_review.size());
}

bool doubtful(const ledger::DraftRow& r)
{
    return r.mark == RowMark::fresh && r.category && r.sure < ledger::doubtful_below;
}

/// All lines in the order of the file, transfers of entries that are there already last.
std::vector<ImportLine> all_lines(const ImportPreview& preview)
{
    const auto& d = preview.draft;
    std::map<int, int> transfer_of;
    for (std::size_t i = 0; i < preview.transfers.size(); ++i)
        if (preview.transfers[i].line) transfer_of.emplace(preview.transfers[i].line, static_cast<int>(i));
    std::vector<ImportLine> out;
    out.reserve(d.rows.size() + d.neutral.size() + d.needs_review.size() + d.rejected.size());
    for (std::size_t i = 0; i < d.rows.size(); ++i) {
        const auto line = d.rows.said().line(i);
        const auto at = transfer_of.find(line);
        out.push_back({ImportLine::Of::row, i, line, at == transfer_of.end() ? -1 : at->second});
    }
    for (std::size_t i = 0; i < d.neutral.size(); ++i) out.push_back({ImportLine::Of::neutral, i, d.neutral[i].line});
    for (std::size_t i = 0; i < d.needs_review.size(); ++i)
        out.push_back({ImportLine::Of::review, i, d.needs_review[i].line});
    for (std::size_t i = 0; i < d.rejected.size(); ++i)
        out.push_back({ImportLine::Of::rejected, i, d.rejected[i].line});
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.line < b.line; });
    for (std::size_t i = 0; i < preview.transfers.size(); ++i)
        if (!preview.transfers[i].line) out.push_back({ImportLine::Of::transfer, i, 0, static_cast<int>(i)});
    return out;
}

bool shows(ImportFilter filter, const ImportPreview& preview, const ImportLine& line)
{
    using Of = ImportLine::Of;
    const auto row = line.of == Of::row ? std::optional{preview.draft.rows[line.index]} : std::nullopt;
    switch (filter) {
        case ImportFilter::all: return true;
        case ImportFilter::fresh: return row && row->mark == RowMark::fresh;
        case ImportFilter::known: return row && row->mark == RowMark::duplicate;
        case ImportFilter::look:
            return line.of == Of::review ||
                   (row && (row->mark == RowMark::review || (row->mark == RowMark::fresh && row->similar_to)));
        case ImportFilter::neutral: return line.of == Of::neutral || (row && row->mark == RowMark::left_out);
        case ImportFilter::unreadable: return line.of == Of::rejected;
        case ImportFilter::transfers: return line.transfer >= 0;
        case ImportFilter::doubtful: return row && doubtful(*row);
    }
    return true;
}

std::string filter_name(ImportFilter filter, const Words& words, int count)
{
    const auto named = [&](const char* sentence) { return words.fill(sentence, fmt::arg("n", count)); };
    using wording::N_;
    switch (filter) {
        case ImportFilter::all: return named(N_("Every line ({n})"));
        case ImportFilter::fresh: return named(N_("New ({n})"));
        case ImportFilter::known: return named(N_("Already there ({n})"));
        case ImportFilter::look: return named(N_("To look at ({n})"));
        case ImportFilter::neutral: return named(N_("Moves no money ({n})"));
        case ImportFilter::unreadable: return named(N_("Not readable ({n})"));
        case ImportFilter::transfers: return named(N_("Transfers ({n})"));
        case ImportFilter::doubtful: return named(N_("Guessed categories ({n})"));
    }
    return {};
}

void add_lines(ImportModel& model, const ImportPreview& preview, const Words& words, ImportFilter chosen)
{
    const auto lines = all_lines(preview);
    for (int f = 0; f <= static_cast<int>(ImportFilter::doubtful); ++f) {
        const auto filter = static_cast<ImportFilter>(f);
        const auto count = static_cast<int>(
            std::count_if(lines.begin(), lines.end(), [&](const auto& line) { return shows(filter, preview, line); }));
        if (count == 0 && filter != ImportFilter::all && filter != chosen) continue;
        if (filter == chosen) model.filter.chosen = static_cast<int>(model.filters.size());
        model.filters.push_back(filter);
        model.filter.labels.push_back(filter_name(filter, words, count));
    }
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(model.lines),
                 [&](const auto& line) { return shows(chosen, preview, line); });
}

void add_accounts(ImportModel& model, const ImportPreview& preview, const ledger::Book& book, const Words& words)
{
    model.accounts = open_accounts(book);
    model.account.labels = account_labels(book, model.accounts);
    const auto at = std::find(model.accounts.begin(), model.accounts.end(), preview.draft.account);
    model.account.chosen = static_cast<int>(at - model.accounts.begin());
    model.accounts.push_back({});
    model.account.labels.push_back(words("a new account…"));
    switch (preview.account_by) {
        case app::AccountBy::person: break;
        case app::AccountBy::number: model.account_note = words("known by its number"); break;
        case app::AccountBy::format: model.account_note = words("as the last file of this kind"); break;
        case app::AccountBy::kind: model.account_note = words("a guess: check that it is the right one"); break;
        case app::AccountBy::nothing: break;
    }
}

/// Sums, and the balance against the file's own.
void add_remarks(ImportModel& model, const ImportPreview& preview, const ledger::Book& book, const Words& words)
{
    const auto& d = preview.draft;
    const auto* account = ledger::find<ledger::Account>(book, d.account);
    if (!account)
        model.remarks.push_back(words("There is no account for it yet. Make one, and the rows are looked at again."));
    else if (d.fresh == 0)
        model.remarks.push_back(words("Every row is in the ledger already: there is nothing to import."));
    model.remarks.push_back(words.fill("Money in {in}, money out {out}. {file}, {encoding}.",
                                       fmt::arg("in", words.money(d.sum_in)), fmt::arg("out", words.money(d.sum_out)),
                                       fmt::arg("file", model.file), fmt::arg("encoding", d.reading.encoding)));
    const auto proved = d.reading.balance_links > 0 && d.reading.balance_proved == d.reading.balance_links;
    if (proved) model.remarks.push_back(words("The balances in the file agree with every one of its rows."));
    const auto digits =
        preview.account_hint.size() >= 4 ? preview.account_hint.substr(preview.account_hint.size() - 4) : std::string{};
    if (account && account->number.size() == 4 && !digits.empty() &&
        std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
        digits != account->number) {
        model.remarks.push_back(words.fill(
            "The file names an account that ends in {digits}; {account} ends in {number}.", fmt::arg("digits", digits),
            fmt::arg("account", account->name), fmt::arg("number", account->number)));
        model.balance_level = Level::tight;
    }
    const auto in_file = preview.file_balance(), after = preview.balance_after();
    if (!account || !after || d.rows.empty()) return;
    const auto holds = words.money(*after);
    if (!in_file || in_file->currency != after->currency) {
        model.remarks.push_back(words.fill("After it {account} holds {amount}.", fmt::arg("account", account->name),
                                           fmt::arg("amount", holds)));
    }
    else if (*in_file == *after) {
        model.remarks.push_back(words.fill("After it {account} holds {amount}, as the file says.",
                                           fmt::arg("account", account->name), fmt::arg("amount", holds)));
    }
    else {
        model.remarks.push_back(words.fill(
            "After it {account} holds {amount}, but the file ends with {other}: {difference} are missing or too many, "
            "perhaps in what the account held before.",
            fmt::arg("account", account->name), fmt::arg("amount", holds), fmt::arg("other", words.money(*in_file)),
            fmt::arg("difference", words.money(ledger::abs(*in_file - *after)))));
        model.balance_level = Level::tight;
    }
}

void add_categories(ImportModel& model, const ledger::Book& book, const Words& words)
{
    model.category_label = words("Category of the row");
    model.categories = categories_by_name(book, words);
    for (const auto id : model.categories) model.category_names.push_back(category_name(book, id, words));
    model.categories.insert(model.categories.begin(), ledger::CategoryId{});
    model.category_names.insert(model.category_names.begin(), words("none"));
}

}  // namespace

ImportModel import_start(const Words& words)
{
    auto model = blank(words);
    model.sentence = words("Choose a statement, or drop the file anywhere on this window.");
    model.remarks = {
        words("CSV, Excel, OFX, QIF, MT940 and CAMT files of any bank can be read, and those of Alipay and WeChat."),
        words("You see every row before anything is written, and the whole import can be taken back."),
        words("Bringing the same file in twice adds nothing twice.")};
    return model;
}

ImportModel import_reading(const Words& words, const std::string& file, std::size_t waiting)
{
    auto model = blank(words, waiting);
    model.stage = ImportStage::reading;
    model.file = file;
    model.sentence = words.fill("Reading {file}…", fmt::arg("file", file));
    model.drop.label = words("Stop");
    return model;
}

ImportModel import_failed(const Words& words, const std::string& file, const std::vector<std::string>& why,
                          std::size_t waiting, bool locked)
{
    auto model = blank(words, waiting);
    model.stage = ImportStage::failed;
    model.file = file;
    model.sentence = words.fill("{file} could not be read. Nothing was changed.", fmt::arg("file", file));
    model.remarks = why;
    if (locked) {
        model.sentence = words.fill("{file} is locked.", fmt::arg("file", file));
        model.password_label = words("Its password");
        model.unlock_label = words("Open it");
    }
    return model;
}

ImportModel import_preview(const ImportPreview& preview, const ledger::Book& book, const Words& words,
                           ImportFilter filter, std::size_t waiting)
{
    auto model = blank(words, waiting);
    const auto& d = preview.draft;
    model.stage = ImportStage::preview;
    model.file = preview.wish.file;
    const auto name = format_name(d.reading, words);
    const auto count = static_cast<std::int64_t>(d.rows.size());
    model.sentence = d.first ? words.plural("{name}: {n} row, {from} to {to}", "{name}: {n} rows, {from} to {to}",
                                            count, fmt::arg("name", name), fmt::arg("from", words.full_date(*d.first)),
                                            fmt::arg("to", words.full_date(*d.last)))
                             : words.fill("{name} without rows", fmt::arg("name", name));
    add_remarks(model, preview, book, words);
    for (const auto& q : d.reading.ambiguous) model.questions.push_back(question(q, d.reading, words));
    add_accounts(model, preview, book, words);
    add_lines(model, preview, words, filter);
    add_categories(model, book, words);
    model.counts =
        words.fill("{fresh} new, {known} already there, {neutral} that move no money, {look} to look at",
                   fmt::arg("fresh", d.fresh), fmt::arg("known", d.duplicates), fmt::arg("neutral", neutral_lines(d)),
                   fmt::arg("look", lines_to_look_at(d) + static_cast<int>(d.rejected.size())));
    for (const auto& t : preview.transfers) model.transfer_entries.push_back(t.other ? t.other->id : ledger::EntryId{});
    for (const auto& line : model.lines)
        model.line_categories.push_back(line.of == ImportLine::Of::row ? d.rows[line.index].category
                                                                       : ledger::CategoryId{});
    model.filter_label = words("Show");
    model.keys_note =
        words("Space leaves a row out or brings it in, C changes its category, T accepts or declines a transfer.");
    model.columns = {{words("Row"), 122, false, false, true},
                     {words("Line"), 50, true},
                     {words("Date"), 95},
                     {words("Payee"), 150, false, true},
                     {words("Category"), 130},
                     {words("Amount"), 105, true},
                     {words("Note"), 190}};
    model.reading = reading_choices(preview, words);
    const bool known = ledger::find<ledger::Account>(book, d.account) != nullptr;
    const bool links =
        std::any_of(preview.transfers.begin(), preview.transfers.end(), [](const auto& t) { return t.accepted; });
    model.can_import = d.fresh > 0 || !known || links;
    model.import = !known        ? Action{words("Make the account…"), NewAccount{}}
                   : d.fresh > 0 ? Action{words.plural("Import {n} row", "Import {n} rows", d.fresh), ConfirmImport{}}
                                 : Action{words("Link the transfers"), ConfirmImport{}};
    return model;
}

ImportModel import_done(const std::vector<ImportDone>& files, const ledger::Book& book, const Words& words)
{
    auto model = blank(words);
    model.stage = ImportStage::done;
    std::int64_t rows = 0;
    for (const auto& f : files) rows += f.fresh;
    model.sentence = words.plural("{n} row came in.", "{n} rows came in.", rows);
    for (const auto& f : files) {
        const auto account = account_name(book, f.account);
        model.remarks.push_back(
            words.fill("{file} into {account}: {fresh} new, {known} already there, {neutral} that move no money, "
                       "{look} to look at",
                       fmt::arg("file", f.file), fmt::arg("account", account), fmt::arg("fresh", f.fresh),
                       fmt::arg("known", f.known), fmt::arg("neutral", f.neutral), fmt::arg("look", f.look)));
        if (f.left_out)
            model.remarks.push_back(words.plural("{n} row was left out.", "{n} rows were left out.", f.left_out));
        if (f.transfers)
            model.remarks.push_back(words.plural("{n} transfer between your accounts was linked.",
                                                 "{n} transfers between your accounts were linked.", f.transfers));
        if (f.settled)
            model.remarks.push_back(words.plural("{n} bill was paid by it.", "{n} bills were paid by it.", f.settled));
    }
    if (!files.empty())
        model.after = {{words("Show the entries"), ShowAccount{files.back().account}}, {words("Undo"), UndoImports{}}};
    return model;
}

}  // namespace view
