#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "alerts/assess.hpp"
#include "db/store.hpp"
#include "ledger/facts/change.hpp"
#include "ui/app/asked.hpp"
#include "ui/app/journeys/journey.hpp"
#include "ui/app/outcome.hpp"

namespace app {

/// A journey that looks entries up on its way.
using Lookup = std::function<ledger::Result<ledger::Change>(const State&, const db::Store&)>;

/// The whole product without a face: opens a ledger, runs journeys, judges, keeps State and file the same.
/// Persist first, then apply: if the disk fails, State still tells the truth. Nobody else holds the store: whatever is
/// read or written goes through here, so that a failing disk is an answer and ends no program.
class Session {
public:
    /// Opens the file, or makes it; throws db::StorageError where it cannot. `now` is the only clock: asked whenever
    /// something is stamped. With Load::book_only the History stays empty until `load_history`, so that what needs only
    /// the Book and the store costs the same at any size. `home` is the currency with which a ledger begins whose
    /// preferences nobody has set.
    enum class Load { all, book_only };
    static Session open(const std::filesystem::path& file, ledger::Today today, std::function<ledger::Moment()> now,
                        Load load = Load::all, ledger::Currency home = {});
    Outcome load_history();  ///< what Load::book_only left out; needed before anything is judged, and by journeys that
                             ///< look at it
    static Session in_memory(ledger::Today today);

    const State& state() const { return state_; }
    const alerts::Assessment& assessment();  ///< judged when first asked after a change, and kept

    /// Reads: `fn(store)`, or what became of the disk meanwhile.
    template <class Fn>
    auto ask(Fn&& fn) const
    {
        return guarded([&] { return std::forward<Fn>(fn)(store_); });
    }

    Outcome run(const Journey& journey);  ///< journey → validate → record → apply → forget the old assessment
    Outcome run(const Lookup& journey);
    Outcome record(const ledger::Change& change);  ///< the same for a Change already made
    Asked<std::optional<db::Undoable>> undo();
    Asked<bool> refresh();  ///< reloads when another process has written; true if it did
    Outcome set_today(ledger::Today today);
    Outcome compact();  ///< gives room no longer used back to the disk

private:
    Session(db::Store store, ledger::Today today, std::function<ledger::Moment()> now, Load load,
            ledger::Currency home = {});
    void reload();
    bool carried(const ledger::Change& made);
    db::Store store_;
    State state_;
    std::optional<alerts::Assessment> assessment_;
    std::function<ledger::Moment()> now_;
    bool has_history_ = true;
    bool stale_ = false;  ///< the file was changed by us, and the State not yet read again
    ledger::Currency home_{};
};

}  // namespace app
