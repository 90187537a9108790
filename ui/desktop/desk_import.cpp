// How a statement comes in: read beside the main thread, marked against the ledger, shown, and recorded as it was
// shown.
#include <atomic>
#include <fstream>

#include <wx/app.h>

#include "ui/app/journeys/import.hpp"
#include "ui/desktop/desk.hpp"
#include "ui/wording/problems.hpp"

namespace desktop {

using ledger::AccountId;
using ledger::Problem;
using ledger::Trouble;

namespace {

constexpr std::uintmax_t largest_file = std::uintmax_t{256}
                                        << 20;  ///< bytes; a statement of a million rows has a quarter of it

/// The bytes of a file. Anything but a plain file is refused: a pipe might never end.
ledger::Result<std::string> bytes_of(const std::filesystem::path& file, const std::stop_token& stop)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error))
        return Problem{.trouble = Trouble::not_found, .text = file.filename().string()};
    const auto size = std::filesystem::file_size(file, error);
    if (!error && size > largest_file) return Problem{.trouble = Trouble::too_large};
    std::ifstream in{file, std::ios::binary};
    std::string bytes;
    char part[1 << 16];
    while (in.read(part, sizeof part), in.gcount() > 0) {
        bytes.append(part, static_cast<std::size_t>(in.gcount()));
        if (stop.stop_requested()) return Problem{.trouble = Trouble::cancelled};
        if (bytes.size() > largest_file) return Problem{.trouble = Trouble::too_large};
    }
    if (!in.eof()) return Problem{.trouble = Trouble::not_found, .text = file.filename().string()};
    return bytes;
}

}  // namespace

/// One file on its way in. While a worker has it, the worker alone touches `bytes`, `read` and `preview`; then it is
/// the main thread's again.
struct Desk::Reading {
    std::filesystem::path path{};
    app::ImportWish wish{};
    std::string bytes{};
    std::optional<ledger::Result<app::ReadFile>> read{};
    std::optional<app::ImportPreview> preview{};
    std::vector<std::string> failed{};  ///< why it cannot be read
    bool ready = false;
    std::atomic<int> percent{0};
    std::atomic<bool> put_away{false};

    void read_file(const ledger::Book& book, ledger::Today today, const std::stop_token& stop)
    {
        if (bytes.empty()) {
            auto loaded = bytes_of(path, stop);
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
};

Desk::~Desk()
{
    if (reading_) reading_->put_away = true;
    stop_looking_back();
}

view::ImportModel Desk::importing() const
{
    const auto waiting = waiting_.size();
    if (!reading_) return done_.empty() ? view::import_start(words_) : view::import_done(done_, state().book, words_);
    const auto& reading = *reading_;
    if (!reading.ready) return view::import_reading(words_, reading.wish.file, waiting);
    if (!reading.preview) {
        const auto trouble = reading.read->problem().trouble;
        return view::import_failed(words_, reading.wish.file, reading.failed, waiting,
                                   trouble == Trouble::needs_password || trouble == Trouble::wrong_password);
    }
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
    leave_worker();
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

/// Whoever is at work is told to stop, and not waited for: the window stays alive.
void Desk::leave_worker()
{
    if (reading_) reading_->put_away = true;
    if (!worker_.joinable()) return;
    if (reading_ && reading_->ready) return worker_.join();  // it has done all it had to
    worker_.request_stop();
    leaving_.push_back(std::move(worker_));
    worker_ = {};
}

void Desk::start_reading(std::shared_ptr<Reading> reading)
{
    reading_ = reading;
    reading->wish.banks = app::own_banks(session_.store());
    const auto book = std::make_shared<const ledger::Book>(state().book);
    worker_ = std::jthread{[this, reading, book, today = state().today](const std::stop_token& stop) {
        reading->read_file(*book, today, stop);
        wxTheApp->CallAfter([this, reading] {
            if (!reading->put_away) have_read(reading);  // else this Desk may be gone as well
        });
    }};
}

/// The file is read: the store is asked for what lies around it, and the rows are marked beside the main thread again.
void Desk::have_read(const std::shared_ptr<Reading>& reading)
{
    if (!reading->read->ok() &&
        reading->read->problem().trouble == Trouble::several_statements) {  // then they come one after another
        std::string_view names = reading->read->problem().detail;
        std::deque<Waiting> members;
        while (!names.empty()) {
            const auto end = std::min(names.find('\n'), names.size());
            members.push_back({reading->path, std::string{names.substr(0, end)}, reading->wish.password});
            names.remove_prefix(std::min(end + 1, names.size()));
        }
        waiting_.insert(waiting_.begin(), members.begin(), members.end());
        reading->ready = true;
        read_next();
        import_changed_();
        return;
    }
    if (!reading->read->ok()) {
        for (const auto& problem : reading->read->problems())
            reading->failed.push_back(wording::sentence(problem, words_));
        reading->ready = true;
        import_changed_();
        return;
    }
    auto around = std::make_shared<app::Surroundings>(app::gather(state(), session_.store(), **reading->read));
    const auto book = std::make_shared<const ledger::Book>(state().book);
    worker_.join();  // it has done all it had to
    worker_ = std::jthread{[this, reading, around, book](const std::stop_token&) {
        auto read = *std::move(*reading->read);
        read.wish.progress = {};
        reading->preview = app::compose(*book, std::move(read), std::move(*around));
        wxTheApp->CallAfter([this, reading] {
            if (reading->put_away) return;
            reading->wish = reading->preview->wish;
            reading->ready = true;
            before_.reset();
            import_changed_();
        });
    }};
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
    leave_worker();
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
    const auto top = session_.store().undo_list(1);
    recorded_.emplace_back(top.empty() ? 0 : top.front().number,
                           d.fresh > 0 ? state().book.batches.rbegin()->first : ledger::BatchId{});
    shown_account_ = d.account;
    search_.clear();
    read_next();
    return out;
}

Answer Desk::undo_imports()
{
    try {
        for (; !recorded_.empty(); recorded_.pop_back()) {
            const auto [number, batch] = recorded_.back();
            const auto top = session_.store().undo_list(1);
            if (!top.empty() && top.front().number == number) {
                session_.undo();
                continue;
            }
            if (!state().book.batches.contains(batch)) continue;  // taken back already
            const auto entries = app::batch_entries(session_.store(), batch);
            auto out = run([&](const app::State& s) { return app::undo_import(s, batch, entries); });
            if (!out.done) return out;
        }
        done_.clear();
        return {true, words_("The import was taken back."), {}};
    }
    catch (const std::exception& error) {
        return broken(error);
    }
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
