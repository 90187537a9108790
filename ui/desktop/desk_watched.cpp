// The watched folder: statements that appear there are offered, quietly and once.
#include <wx/app.h>

#include "alerts/telling/reminder.hpp"
#include "ui/app/journeys/notices.hpp"
#include "ui/app/watched.hpp"
#include "ui/desktop/desk.hpp"

namespace desktop {

/// The worker alone touches `judged` while it runs.
struct Desk::Watched {
    app::Judged judged{};
    std::vector<app::FoundStatement> found{};
    std::jthread worker{};
    bool busy = false;
    std::shared_ptr<bool> alive = std::make_shared<bool>(true);
    ~Watched() { *alive = false; }
};

void Desk::look_for_statements(std::function<void()> changed)
{
    if (!watched_) watched_ = std::make_shared<Watched>();
    auto& watched = *watched_;
    const auto& folder = state().book.preferences.watched_folder;
    if (folder.empty()) {
        const bool had = !watched.found.empty();
        watched.found.clear();
        if (had) changed();
        return;
    }
    if (watched.busy) return;
    watched.busy = true;
    const auto book = std::make_shared<const ledger::Book>(state().book);
    watched.worker = std::jthread{[this, &watched, book, alive = watched.alive, folder, today = state().today,
                                   changed = std::move(changed)](const std::stop_token& stop) {
        auto found = app::statements_in(folder, *book, today, watched.judged, stop);
        wxTheApp->CallAfter([this, alive, found = std::move(found), changed] {
            if (!*alive) return;
            watched_->busy = false;
            const bool news = found.size() != watched_->found.size() ||
                              !std::equal(found.begin(), found.end(), watched_->found.begin(),
                                          [](const auto& a, const auto& b) { return a.key == b.key; });
            watched_->found = found;
            if (news) changed();
        });
    }};
}

std::optional<view::StatementOffer> Desk::offer() const
{
    if (!watched_) return std::nullopt;
    for (const auto& found : watched_->found) {
        if (app::told(state().book, found.key)) continue;
        const auto account = view::account_name(state().book, found.account);
        const auto file = found.file.filename().string();
        const auto text = account.empty() ? words_.fill("A new statement is there: {file}.", fmt::arg("file", file))
                                          : words_.fill("A new statement for {account} is there: {file}.",
                                                        fmt::arg("account", account), fmt::arg("file", file));
        return view::StatementOffer{found.key,
                                    found.file,
                                    text,
                                    {{words_("Look at it"), view::OpenFile{found.file}},
                                     {words_("Not this one"), view::SetAsideOffer{found.key}}}};
    }
    return std::nullopt;
}

std::optional<view::StatementOffer> Desk::offer_to_tell(ledger::Moment now) const
{
    const auto& preferences = state().book.preferences;
    if (!preferences.notify || alerts::quiet(preferences, now)) return std::nullopt;
    auto out = offer();
    return out && !app::told(state().book, told_of_offer + out->key) ? out : std::nullopt;
}

void Desk::note_offer(const std::string& key)
{
    const auto at = now_();
    session_.run([&](const app::State& s) { return app::note_told(s, {key}, at); });
}

/// A file that is opened, from here or by hand, was not offered in vain.
void Desk::note_opened(const std::filesystem::path& file)
{
    if (!watched_) return;
    for (const auto& found : watched_->found)
        if (found.file == file) return note_offer(found.key);
}

}  // namespace desktop
