// The watched folder: statements that appear there are offered, quietly and once.
#include <algorithm>

#include "alerts/telling/reminder.hpp"
#include "ui/app/journeys/notices.hpp"
#include "ui/app/watched.hpp"
#include "ui/desktop/desk.hpp"

namespace desktop {

/// While there is a look, it alone touches `judged`.
struct Desk::Watched {
    std::shared_ptr<app::Judged> judged = std::make_shared<app::Judged>();
    std::vector<app::FoundStatement> found{};
    app::Background::Task look{};

    bool news(const std::vector<app::FoundStatement>& now) const
    {
        return !std::ranges::equal(now, found, {}, &app::FoundStatement::key, &app::FoundStatement::key);
    }
};

void Desk::look_for_statements(std::function<void()> changed)
{
    if (!watched_) watched_ = std::make_shared<Watched>();
    const auto& folder = state().book.preferences.watched_folder;
    if (folder.empty()) {
        const bool had = !watched_->found.empty();
        watched_->found.clear();
        if (had) changed();
        return;
    }
    if (watched_->look.running()) return;
    const auto look = [book = std::make_shared<const ledger::Book>(state().book), judged = watched_->judged, folder,
                       today = state().today](const std::stop_token& stop) {
        return app::statements_in(folder, *book, today, *judged, stop);
    };
    watched_->look = background_.run(look, [this, changed = std::move(changed)](const auto& found) {
        if (!found || !watched_->news(*found)) return;
        watched_->found = *found;
        changed();
    });
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
