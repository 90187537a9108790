#pragma once
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>

#include "ui/app/session.hpp"
#include "ui/cli/json.hpp"
#include "ui/wording/words.hpp"

namespace cli {

/// The codes with which the program ends; a promise to scripts.
enum Exit : int { done = 0, refused = 1, at_risk = 2, usage = 64, disk = 74 };

/// What a command has to say: one JSON document for scripts, text for people, and the code to end with.
struct Reply {
    Json json = Json::object();
    std::string text{};
    int exit = Exit::done;
};

/// What the command line gives a command: the global options, and the ledger once it is asked for.
class Context {
public:
    // global options
    std::string db_file{};
    std::string today_text{};
    bool json = false;
    std::string language{};

    /// Asked by main() and nobody else.
    ledger::Moment clock{};

    wording::Words words{};

    /// Opens the ledger when first asked. Throws db::StorageError where it cannot.
    app::Session& session();
    /// The History is loaded only where a bill might be paid by what comes in: beside a million rows there is room for
    /// nothing needless.
    app::Session& session_for_import();
    /// For what needs neither History nor judgement: does not load the entries, so that it costs the same at any size.
    const ledger::Book& book() { return opened().state().book; }
    /// `fn(store)`; throws db::StorageError when the disk failed, for main() to tell.
    template <class Fn>
    auto ask(Fn&& fn)
    {
        return opened().ask(std::forward<Fn>(fn)).or_throw();
    }
    db::FileInfo info();  ///< of the ledger file
    void compact();
    /// What the file holds and the Book does not; empty as long as no ledger was asked for.
    std::vector<ledger::LeftOut> left_out() const
    {
        return session_ ? session_->state().book.left_out : std::vector<ledger::LeftOut>{};
    }
    ledger::Today today() const { return today_; }
    void set_today(ledger::Today today) { today_ = today; }
    ledger::Moment now() const;
    std::filesystem::path file() const;  ///< of the ledger: --db, else $DUEWATCH_DB, else the XDG data folder

    /// Runs the journey; problems when it was refused. Throws db::StorageError when the disk failed, for main() to
    /// tell.
    ledger::Problems run(const app::Journey& journey) { return run(session(), journey); }
    static ledger::Problems run(app::Session& session, const app::Journey& journey);
    ledger::Problems run(const app::Lookup& journey) { return run(session(), journey); }
    static ledger::Problems run(app::Session& session, const app::Lookup& journey);

    /// What the parsed command does.
    std::function<ledger::Result<Reply>(Context&)> action{};

private:
    app::Session& opened();
    ledger::Today today_{};
    std::optional<app::Session> session_{};
};

}  // namespace cli
