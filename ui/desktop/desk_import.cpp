// How a statement comes in: read beside the main thread, marked against the ledger, shown, and recorded as it was
// shown.
#include <atomic>

#include "ui/app/files/files.hpp"
#include "ui/app/journeys/import.hpp"
#include "ui/desktop/desk.hpp"
#include "ui/wording/problems.hpp"

namespace desktop {

using ledger::AccountId;
using ledger::Problem;
using ledger::Trouble;

/// One file on its way in. While it is being read or marked, the worker alone touches `bytes`, `read` and `preview`;
/// then it is this thread's again.
struct Desk::Reading {
    std::filesystem::path path{};
    app::ImportWish wish{};
    std::string bytes{};
    std::optional<ledger::Result<app::ReadFile>> read{};
    std::optional<app::ImportPreview> preview{};
    std::vector<std::string> failed{};  ///< why it cannot be read
    bool ready = false;
    std::atomic<int> percent{0};

    void read_file(const ledger::Book& book, ledger::Today today, const std::stop_token& stop)
    {
        if (bytes.empty()) {
            auto loaded = app::read_plain_file(path, stop);
            if (!loaded) {
                read = loaded.problems();
                return;
            }
            bytes = *std::move(loaded);
        }
        auto with = wish;
        with.progress = [&](double done) {
            percent = static_cast<int>(done * 100);
            return !stop.stop_requested();
        };
        read = app::understand(book, today, bytes, with);
    }

    bool locked() const
    {
        if (!read || read->ok()) return false;
        const auto trouble = read->problem().trouble;
        return trouble == Trouble::needs_password || trouble == Trouble::wrong_password;
    }
};

Desk::~Desk() = default;

view::ImportModel Desk::importing() const
{
    const auto waiting = waiting_.size();
    if (!reading_) return done_.empty() ? view::import_start(words_) : view::import_done(done_, state().book, words_);
    const auto& reading = *reading_;
    if (!reading.ready) return view::import_reading(words_, reading.wish.file, waiting);
    if (!reading.preview)
        return view::import_failed(words_, reading.wish.file, reading.failed, waiting, reading.locked());
    return view::import_preview(*reading.preview, state().book, words_, filter_, waiting);
}

view::Row Desk::import_row(const view::ImportLine& line) const
{
    const auto* shown = reading_ && reading_->ready ? reading_.get() : before_.get();
    if (!shown || !shown->preview ||
        (line.of == view::ImportLine::Of::row && line.index >= shown->preview->draft.rows.size()))
        return {};
    return view::import_row(*shown->preview, line, state().book, words_);
}

int Desk::import_progress() const
{
    return reading_ ? reading_->percent.load() : 0;
}

void Desk::open_statements(const std::vector<std::filesystem::path>& files, std::function<void()> changed)
{
    import_changed_ = std::move(changed);
    if (!reading_) {  // a new go
        done_.clear();
        recorded_.clear();
    }
    for (const auto& file : files) waiting_.push_back({file, {}, {}});
    for (const auto& file : files) note_opened(file);
    const bool failed = reading_ && reading_->ready && !reading_->preview;
    if (!reading_ || failed) read_next();
}

void Desk::read_next()
{
    at_work_.stop();
    reading_.reset();
    before_.reset();
    filter_ = view::ImportFilter::all;
    if (waiting_.empty()) return;
    auto reading = std::make_shared<Reading>();
    reading->path = waiting_.front().path;
    reading->wish.member = waiting_.front().member;
    reading->wish.password = waiting_.front().password;
    reading->wish.file =
        reading->path.filename().string() + (reading->wish.member ? " / " + *reading->wish.member : std::string{});
    waiting_.pop_front();
    start_reading(std::move(reading));
}

void Desk::start_reading(std::shared_ptr<Reading> reading)
{
    reading_ = reading;
    reading->wish.banks = ask(app::own_banks);
    const auto work = [reading, book = std::make_shared<const ledger::Book>(state().book),
                       today = state().today](const std::stop_token& stop) {
        reading->read_file(*book, today, stop);
        return true;
    };
    at_work_ = background_.run(work, [this, reading](const auto& done) {
        if (done) have_read(reading);
        else give_up(reading, failed(done.trouble()).text);
    });
}

void Desk::give_up(const std::shared_ptr<Reading>& reading, const std::string& why)
{
    reading->failed.push_back(why);
    reading->ready = true;
    import_changed_();
}

/// The statements of an archive come one after another.
void Desk::several_in(const Reading& reading)
{
    std::string_view names = reading.read->problem().detail;
    std::deque<Waiting> members;
    while (!names.empty()) {
        const auto end = std::min(names.find('\n'), names.size());
        members.push_back({reading.path, std::string{names.substr(0, end)}, reading.wish.password});
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    waiting_.insert(waiting_.begin(), members.begin(), members.end());
    read_next();
    import_changed_();
}

void Desk::have_read(const std::shared_ptr<Reading>& reading)
{
    if (reading->read->ok()) return compose(reading);
    if (reading->read->problem().trouble == Trouble::several_statements) return several_in(*reading);
    for (const auto& problem : reading->read->problems()) reading->failed.push_back(wording::sentence(problem, words_));
    reading->ready = true;
    import_changed_();
}

/// The store is asked for what lies around the file, and the rows are marked beside this thread.
void Desk::compose(const std::shared_ptr<Reading>& reading)
{
    auto gathered = session_.ask([&](const db::Store& store) { return app::gather(state(), store, **reading->read); });
    if (!gathered) return give_up(reading, failed(gathered.trouble()).text);
    const auto work = [reading, around = std::make_shared<app::Surroundings>(*std::move(gathered)),
                       book = std::make_shared<const ledger::Book>(state().book)](const std::stop_token&) {
        auto read = *std::move(*reading->read);
        read.wish.progress = {};
        reading->preview = app::compose(*book, std::move(read), std::move(*around));
        return true;
    };
    at_work_ = background_.run(work, [this, reading](const auto& done) {
        if (!done) return give_up(reading, failed(done.trouble()).text);
        reading->wish = reading->preview->wish;
        reading->ready = true;
        before_.reset();
        import_changed_();
    });
}

void Desk::import_again()
{
    if (!reading_ || !reading_->ready) return;
    auto again = std::make_shared<Reading>();
    again->path = reading_->path;
    again->wish = reading_->wish;
    if (reading_->preview && reading_->preview->account_by != app::AccountBy::person)
        again->wish.account = {};  // found again, or by now known
    again->bytes = std::move(reading_->bytes);
    before_ = reading_;
    start_reading(std::move(again));
}

void Desk::import_into(AccountId account)
{
    if (!reading_ || !reading_->ready) return;
    if (!account) return;
    reading_->wish.account = account;
    if (reading_->preview) reading_->preview->account_by = app::AccountBy::person;
    import_again();
}

void Desk::unlock_import(const std::string& password)
{
    if (!reading_ || !reading_->ready || reading_->preview) return;
    reading_->wish.password = password;
    import_again();
}

void Desk::read_as(const view::ReadAs& wanted)
{
    if (!reading_ || !reading_->ready) return;
    auto& wish = reading_->wish;
    const auto text = wanted.value.empty() ? std::optional<std::string>{} : std::optional{wanted.value};
    const auto mark = text ? std::optional{text->front()} : std::optional<char>{};
    if (wanted.what == "encoding") wish.encoding = text;
    if (wanted.what == "delimiter") wish.delimiter = mark;
    if (wanted.what == "date_order") wish.date_order = text;
    if (wanted.what == "decimal") wish.decimal = mark;
    if (wanted.what == "sign") wish.flip = text ? std::optional{*text == "flipped"} : std::nullopt;
    if (wanted.what == "encoding" || wanted.what == "delimiter") wish.columns.clear();  // they may be other ones
    import_again();
}

void Desk::map_column(const view::MapColumn& wanted)
{
    if (!reading_ || !reading_->preview) return;
    auto columns = reading_->preview->draft.reading.columns;
    std::erase_if(columns, [&](const auto& c) { return c.second == wanted.column || c.first == wanted.role; });
    if (!wanted.role.empty()) columns[wanted.role] = wanted.column;
    if (wanted.role == "amount") columns.erase("debit"), columns.erase("credit");
    if (wanted.role == "debit" || wanted.role == "credit") columns.erase("amount");
    reading_->wish.columns = std::move(columns);
    import_again();
}

void Desk::take_row(int line)
{
    if (!reading_ || !reading_->preview) return;
    auto& preview = *reading_->preview;
    for (const auto& row : preview.draft.rows) {
        if (row.row.line != line || row.mark == ledger::RowMark::review) continue;
        app::decide(state().book, preview, line, {.take = row.mark != ledger::RowMark::fresh});
        break;
    }
    reading_->wish = preview.wish;
}

void Desk::categorize_row(const view::RowCategory& wanted)
{
    if (!reading_ || !reading_->preview) return;
    app::decide(state().book, *reading_->preview, wanted.line, {.category = wanted.category});
    reading_->wish = reading_->preview->wish;
}

void Desk::take_transfer(const view::TakeTransfer& wanted)
{
    if (!reading_ || !reading_->preview) return;
    auto& preview = *reading_->preview;
    for (const auto& t : preview.transfers)
        if (t.key() == app::TransferKey{wanted.line, wanted.entry}) {
            app::decide(state().book, preview, t.key(), !t.accepted);
            break;
        }
    reading_->wish = preview.wish;
}

bool Desk::import_is_stale() const
{
    return reading_ && reading_->preview && reading_->preview->revision != state().book.revision;
}

Answer Desk::confirm_import()
{
    if (!reading_ || !reading_->preview || !reading_->preview->draft.account)
        return {false, words_("Nothing was changed."), {}};
    auto& preview = *reading_->preview;
    preview.wish.looked_at = true;
    const auto at = now_();
    app::ImportEffects effects;
    bool stale = false;
    auto out = run([&](const app::State& state) -> ledger::Result<ledger::Change> {
        stale = state.book.revision != preview.revision;  // what would be recorded is not what was shown
        if (stale) return Problem{.trouble = Trouble::nothing_to_do};
        return app::record_import(state, preview, at, &effects);
    });
    if (stale) {
        import_again();
        return {false, words_("The ledger has changed meanwhile. Look at the rows again."), {}};
    }
    if (!out.done) return out;
    const auto& d = preview.draft;
    out.text = words_.plural("Imported {n} row from {file}.", "Imported {n} rows from {file}.", d.fresh,
                             fmt::arg("file", preview.wish.file));
    done_.push_back({.file = preview.wish.file,
                     .account = d.account,
                     .fresh = d.fresh,
                     .known = d.duplicates,
                     .neutral = static_cast<int>(d.neutral.size()),
                     .look = d.reviews + static_cast<int>(d.needs_review.size() + d.rejected.size()),
                     .left_out = d.left_out,
                     .transfers = static_cast<int>(effects.transfers.size()),
                     .settled = static_cast<int>(effects.settlements.size())});
    const auto top = ask([](const db::Store& store) { return store.undo_list(1); });
    recorded_.emplace_back(top.empty() ? 0 : top.front().number,
                           d.fresh > 0 ? state().book.batches.rbegin()->first : ledger::BatchId{});
    shown_account_ = d.account;
    search_.clear();
    read_next();
    return out;
}

Answer Desk::undo_imports()
{
    for (; !recorded_.empty(); recorded_.pop_back()) {
        const auto [number, batch] = recorded_.back();
        const auto top = session_.ask([](const db::Store& store) { return store.undo_list(1); });
        if (!top) return failed(top.trouble());
        if (!top->empty() && top->front().number == number) {
            if (const auto undone = session_.undo(); !undone) return failed(undone.trouble());
            continue;
        }
        if (!state().book.batches.contains(batch)) continue;  // taken back already
        auto out = run([&, batch = batch](const app::State& s, const db::Store& store) {
            return app::undo_import(s, batch, app::batch_entries(store, batch));
        });
        if (!out.done) return out;
    }
    done_.clear();
    return {true, words_("The import was taken back."), {}};
}

void Desk::drop_import()
{
    read_next();
}

view::SaveAccount Desk::account_for_import() const
{
    return reading_ && reading_->preview ? view::account_for(*reading_->preview, state().book, words_)
                                         : view::SaveAccount{};
}

}  // namespace desktop
