// How a statement comes in: read beside the main thread, marked against the ledger, shown, and recorded as it was shown.
#include <fstream>
#include <sstream>

#include <wx/app.h>

#include "ledger/import/draft.hpp"
#include "ui/app/journeys/import.hpp"
#include "ui/desktop/desk.hpp"
#include "ui/wording/problems.hpp"

namespace desktop {

using ledger::Account;
using ledger::AccountId;

/// One file on its way in. The worker fills `statement` and `account`; after that it belongs to the main thread again.
struct Desk::Reading {
    std::string file{}, bytes{};
    std::map<AccountId, ledger::ReadHints> hints{};  ///< of each account; 0 = of none
    std::map<AccountId, std::string> numbers{};      ///< last digits
    std::map<AccountId, ledger::AccountType> types{};
    std::map<std::string, AccountId> remembered{};   ///< signature of a format → the account such files belonged to
    AccountId wanted{};                              ///< as the person chose; 0 = to be guessed
    AccountId account{};
    std::optional<ledger::Result<ledger::Statement>> statement{};
    std::optional<ledger::Draft> draft{};
    std::vector<ledger::Entry> existing{};
    std::function<void()> changed{};
    bool put_away = false;

    AccountId guess(const ledger::Statement& read) const
    {
        if (const auto at = remembered.find(read.reading.signature); at != remembered.end() && hints.contains(at->second)) return at->second;
        for (const auto& [id, number] : numbers)
            if (!number.empty() && read.account_hint.ends_with(number)) return id;
        const bool wallet = read.reading.id == "alipay" || read.reading.id.starts_with("wechat");
        const bool card = read.reading.id.find("card") != std::string::npos;
        using Type = ledger::AccountType;
        for (const auto& [id, type] : types)
            if (type == (wallet ? Type::wallet : card ? Type::card : Type::checking)) return id;
        return types.empty() ? AccountId{} : types.begin()->first;
    }

    void read(const std::stop_token& stop)
    {
        const auto parse = [&](AccountId id) {
            auto with = hints.at(id);
            with.progress = [&stop](double) { return !stop.stop_requested(); };
            return ledger::read_statement(bytes, file, with);
        };
        account = wanted;
        auto first = parse(wanted);
        if (first && !wanted) {
            account = guess(*first);
            if (account) first = parse(account);
        }
        statement = std::move(first);
    }
};

Desk::~Desk()
{
    if (reading_) reading_->put_away = true;
    stop_looking_back();
}

void Desk::read_statement(const std::filesystem::path& file, std::function<void()> changed)
{
    drop_import();
    auto reading = std::make_shared<Reading>();
    reading->file = file.filename().string();
    reading->changed = std::move(changed);
    std::ifstream in{file, std::ios::binary};
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (!in) {
        import_ = view::import_failed(words_, reading->file, {words_("The file could not be opened.")});
        return;
    }
    reading->bytes = std::move(bytes).str();
    take(std::move(reading));
}

void Desk::import_into(AccountId account, std::function<void()> changed)
{
    if (!reading_ || !reading_->statement) return;
    auto again = std::make_shared<Reading>();
    again->file = reading_->file;
    again->bytes = std::move(reading_->bytes);
    again->wanted = account ? account : reading_->account;
    again->changed = std::move(changed);
    drop_import();
    take(std::move(again));
}

void Desk::take(std::shared_ptr<Reading> reading)
{
    const auto& book = state().book;
    reading->hints[{}] = {};
    reading->hints[{}].today = state().today.date;
    reading->hints[{}].region = book.preferences.region;
    for (const auto id : view::open_accounts(book)) {
        const auto& account = book.accounts.at(id);
        reading->hints[id] = ledger::hints_for(book, account, state().today);
        reading->numbers[id] = account.number;
        reading->types[id] = account.type;
    }
    for (const auto& [id, format] : book.formats)
        if (format.account) reading->remembered[format.signature] = format.account;
    import_ = view::import_reading(words_, reading->file);
    reading_ = reading;
    worker_ = std::jthread{[this, reading](const std::stop_token& stop) {  // the one before it is told to stop, and waited for
        reading->read(stop);
        wxTheApp->CallAfter([this, reading] {
            if (reading->put_away) return;  // then this Desk may be gone as well
            build_import();
            reading->changed();
        });
    }};
}

namespace {

/// What a statement of an account that does not exist yet is marked against.
Account nobody(const ledger::Statement& read, const ledger::Preferences& preferences)
{
    Account account;
    account.currency = read.currency.value_or(preferences.currency);
    account.opening = {0, account.currency};
    account.type = read.reading.id.find("card") != std::string::npos ? ledger::AccountType::card : ledger::AccountType::checking;
    return account;
}

std::string format_name(const ledger::Reading& reading, const wording::Words& words)
{
    if (!reading.institution.empty()) return words.fill("A statement of {bank}", fmt::arg("bank", reading.institution));
    if (reading.id == "alipay") return words("An Alipay statement");
    if (reading.id.starts_with("wechat")) return words("A WeChat statement");
    return words("A statement");
}

std::string question(const ledger::OpenQuestion& q, const wording::Words& words)
{
    const auto with = [&](const char* sentence) { return words.fill(sentence, fmt::arg("example", q.example)); };
    using wording::N_;
    if (q.what == "date_order") return with(N_("Day and month of “{example}” could be the other way round. Look at the dates below before you import."));
    if (q.what == "decimal") return with(N_("“{example}” could have its decimal mark elsewhere. Look at the amounts below before you import."));
    if (q.what == "year") return with(N_("“{example}” has no year; the likeliest was taken."));
    return with(N_("The file does not say for certain which amounts are money in and which are money out. Look at them below before you import."));
}

std::string aside(ledger::RowReason why, const wording::Words& words)
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

}  // namespace

void Desk::build_import()
{
    auto& reading = *reading_;
    if (!reading.statement->ok()) {
        std::vector<std::string> why;
        for (const auto& problem : reading.statement->problems()) why.push_back(wording::sentence(problem, words_));
        import_ = view::import_failed(words_, reading.file, why);
        return;
    }
    const auto& read = **reading.statement;
    const auto& book = state().book;
    const auto* known = ledger::find<Account>(book, reading.account);
    const auto account = known ? *known : nobody(read, book.preferences);
    ledger::PayeeMemory memory;
    for (const auto& [id, history] : state().history.accounts)
        for (const auto& row : history.rows) {
            ledger::Entry entry;
            entry.payee = state().history.payees[row.payee];
            entry.category = row.category;
            if (row.category) ledger::remember(memory, entry);
        }
    reading.existing.clear();
    if (known) {
        const auto [from, to] = ledger::range_to_compare(read);
        db::EntryFilter filter;
        filter.account = account.id;
        filter.from = from;
        filter.to = to;
        reading.existing = session_.store().entries(filter);
    }
    reading.draft = ledger::draft(read, account, reading.existing, book, memory);
    const auto& draft = *reading.draft;

    view::ImportModel model = view::import_reading(words_, reading.file);
    model.stage = view::ImportStage::preview;
    const auto name = format_name(draft.reading, words_);
    const auto count = static_cast<std::int64_t>(draft.rows.size());
    model.sentence = draft.first ? words_.plural("{name}: {n} row, {from} to {to}", "{name}: {n} rows, {from} to {to}", count, fmt::arg("name", name),
                                                 fmt::arg("from", words_.full_date(*draft.first)), fmt::arg("to", words_.full_date(*draft.last)))
                                 : words_.fill("{name} without rows", fmt::arg("name", name));
    for (const auto& q : draft.reading.ambiguous) model.remarks.push_back(question(q, words_));
    model.remarks.push_back(words_.fill("Money in {in}, money out {out}. {file}, {encoding}.", fmt::arg("in", words_.money(draft.sum_in)),
                                        fmt::arg("out", words_.money(draft.sum_out)), fmt::arg("file", reading.file), fmt::arg("encoding", draft.reading.encoding)));
    if (!known) model.remarks.push_back(words_("There is no account for it yet. Make one, and the rows are looked at again."));
    model.accounts = view::open_accounts(book);
    model.account.labels = view::account_labels(book, model.accounts);
    const auto at = std::find(model.accounts.begin(), model.accounts.end(), reading.account);
    model.account.chosen = at == model.accounts.end() ? static_cast<int>(model.accounts.size()) : static_cast<int>(at - model.accounts.begin());
    model.accounts.push_back({});
    model.account.labels.push_back(words_("a new account…"));
    const int look = draft.reviews + static_cast<int>(draft.needs_review.size() + draft.rejected.size());
    const int neutral = static_cast<int>(draft.neutral.size());
    model.counts = words_.fill("{fresh} new, {known} already there, {neutral} that move no money, {look} to look at", fmt::arg("fresh", draft.fresh),
                               fmt::arg("known", draft.duplicates), fmt::arg("neutral", neutral), fmt::arg("look", look));
    model.columns = {{words_("Row"), 122, false, false, true}, {words_("Line"), 50, true}, {words_("Date"), 95}, {words_("Payee"), 150, false, true},
                     {words_("Category"), 115}, {words_("Amount"), 105, true}, {words_("Note"), 150}};
    std::map<int, view::Row> by_line;
    const auto line_text = [](int line) { return std::to_string(line); };
    for (const auto& row : draft.rows) {
        const bool there = row.mark == ledger::RowMark::duplicate, review = row.mark == ledger::RowMark::review;
        const auto tone = there ? view::Tone::faint : view::Tone::plain;
        std::string note;
        if (review && row.why) note = aside(*row.why, words_);
        else if (row.confirms) note = words_("books a pending entry");
        else if (row.similar_to) note = words_("looks like an entry that is there");
        by_line[row.row.line] = {
            view::Cell{there ? words_("already there") : review ? words_("to look at") : words_("new"), review ? std::optional{view::Level::tight} : std::nullopt, tone},
            view::Cell{line_text(row.row.line), {}, view::Tone::faint}, view::Cell{ledger::iso(row.row.date), {}, tone}, view::Cell{row.payee, {}, tone},
            view::Cell{view::category_name(book, row.category, words_), {}, view::Tone::faint},
            view::Cell{words_.signed_money(row.row.amount), {}, there ? tone : row.row.amount.positive() ? view::Tone::good : tone}, view::Cell{note, {}, view::Tone::faint}};
    }
    const auto add_aside = [&](const ledger::SetAside& row, const std::string& mark, bool sign) {
        by_line[row.line] = {view::Cell{mark, sign ? std::optional{view::Level::tight} : std::nullopt, view::Tone::faint}, view::Cell{line_text(row.line), {}, view::Tone::faint},
                             view::Cell{}, view::Cell{row.raw, {}, view::Tone::faint}, view::Cell{}, view::Cell{}, view::Cell{aside(row.why, words_), {}, view::Tone::faint}};
    };
    for (const auto& row : draft.neutral) add_aside(row, words_("moves no money"), false);
    for (const auto& row : draft.needs_review) add_aside(row, words_("to look at"), true);
    for (const auto& problem : draft.rejected)
        by_line[problem.line] = {view::Cell{words_("not readable"), view::Level::at_risk}, view::Cell{line_text(problem.line), {}, view::Tone::faint}, view::Cell{},
                                 view::Cell{problem.text}, view::Cell{}, view::Cell{}, view::Cell{wording::beside_field(problem, words_), {}, view::Tone::faint}};
    for (auto& [line, row] : by_line) model.rows.push_back(std::move(row));
    model.can_import = draft.fresh > 0 || !known;
    model.import = known ? view::Action{words_.plural("Import {n} row", "Import {n} rows", draft.fresh), view::ConfirmImport{}}
                         : view::Action{words_("Make the account…"), view::NewAccount{}};
    if (known && draft.fresh == 0) model.remarks.insert(model.remarks.begin(), words_("Every row is in the ledger already: there is nothing to import."));
    import_ = std::move(model);
}

Answer Desk::confirm_import()
{
    if (!reading_ || !reading_->draft || !reading_->account) return {false, words_("Nothing was changed."), {}};
    auto& reading = *reading_;
    app::ImportPreview preview;
    preview.wish.account = reading.account;
    preview.wish.file = reading.file;
    preview.draft = *reading.draft;
    preview.existing = reading.existing;
    if (const auto& draft = *reading.draft; draft.first) {
        db::EntryFilter around;
        around.from = *draft.first - ledger::Days{10};
        around.to = *draft.last + ledger::Days{10};
        preview.elsewhere = session_.store().entries(around);
        std::erase_if(preview.elsewhere, [&](const auto& entry) { return entry.account == reading.account; });
    }
    const auto account = reading.account;
    const auto file = reading.file;
    const auto count = reading.draft->fresh;
    const auto at = now_();
    auto out = run([&](const app::State& state) { return app::record_import(state, preview, at); });
    if (!out.done) return out;
    out.text = words_.plural("Imported {n} row from {file}.", "Imported {n} rows from {file}.", count, fmt::arg("file", file));
    shown_account_ = account;
    search_.clear();
    drop_import();
    return out;
}

void Desk::drop_import()
{
    if (reading_) reading_->put_away = true;
    reading_.reset();
    worker_.request_stop();
    import_ = view::import_start(words_);
}

std::string Desk::new_account_name() const
{
    if (!reading_ || !reading_->statement || !reading_->statement->ok()) return {};
    const auto& read = **reading_->statement;
    if (read.reading.id == "alipay") return words_("Alipay");
    if (read.reading.id.starts_with("wechat")) return words_("WeChat");
    return read.reading.institution;
}

}  // namespace desktop
