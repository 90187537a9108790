#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "alerts/assess.hpp"
#include "db/store.hpp"
#include "ledger/facts/change.hpp"
#include "ui/app/journeys/journey.hpp"
#include "ui/app/outcome.hpp"

namespace app {

/// The whole product without a face: opens a ledger, runs journeys, judges, keeps State and file the same.
/// Persist first, then apply: if the disk fails, State still tells the truth.
class Session {
public:
    /// Opens the file, or makes it; throws db::StorageError where it cannot. `now` is the only clock: asked whenever
    /// something is stamped. With Load::book_only the History stays empty until `load_history`, so that what needs only
    /// the Book and the store costs the same at any size.
    enum class Load { all, book_only };
    static Session open(const std::filesystem::path& file, ledger::Today today, std::function<ledger::Moment()> now,
                        Load load = Load::all);
    void load_history();  ///< what Load::book_only left out; needed before anything is judged, and by journeys that
                          ///< look at it
    static Session in_memory(ledger::Today today);

    const State& state() const { return state_; }
    const alerts::Assessment& assessment();  ///< judged when first asked after a change, and kept
    const db::Store& store() const { return store_; }
    db::Store& store() { return store_; }

    Outcome run(const Journey& journey);  ///< journey → validate → record → apply → forget the old assessment
    Outcome record(const ledger::Change& change);  ///< the same for a Change already made
    std::optional<db::Undoable> undo();
    bool refresh();  ///< reloads when another process has written; true if it did
    void set_today(ledger::Today today);

private:
    Session(db::Store store, ledger::Today today, std::function<ledger::Moment()> now, Load load);
    void reload();
    db::Store store_;
    State state_;
    std::optional<alerts::Assessment> assessment_;
    std::function<ledger::Moment()> now_;
    bool has_history_ = true;
};

}  // namespace app
