#pragma once
#include <map>

#include "ledger/balances/duties.hpp"
#include "ledger/facts/change.hpp"
#include "ledger/sound/validate.hpp"

/// A ledger in memory for tests of what is judged: facts put in by hand, entries kept beside the Book as the store
/// would keep them.
namespace testing {

inline ledger::Date day(const char* iso)
{
    return *ledger::parse_date(iso);
}
inline ledger::Money cny(std::int64_t fen)
{
    return {fen, {}};
}

struct SmallLedger {
    ledger::Book book{};
    ledger::History history{};
    std::map<ledger::EntryId, ledger::Entry> entries{};

    explicit SmallLedger(const char* today = "2026-11-22") : today_{day(today)}
    {
        history.from = ledger::history_start(today_);
    }

    ledger::Today today() const { return today_; }
    ledger::FindEntry find_entry() const
    {
        return [this](ledger::EntryId id) -> std::optional<ledger::Entry> {
            const auto at = entries.find(id);
            return at == entries.end() ? std::nullopt : std::optional{at->second};
        };
    }

    /// Validates, then applies to Book, History and entries as a session would. The problems where it was refused.
    ledger::Problems record(const ledger::Change& change)
    {
        auto problems = ledger::validate(book, change, find_entry());
        if (!problems.empty()) return problems;
        ledger::amend(history, book, change, find_entry());
        for (const auto& step : change.steps) {
            ledger::for_each_entry({.steps = {step}},
                                   [&](const ledger::Entry& e) { entries.insert_or_assign(e.id, e); });
            if (const auto* gone = std::get_if<ledger::Remove<ledger::Entry>>(&step)) entries.erase(gone->id);
        }
        book = ledger::apply(std::move(book), change);
        return {};
    }

    template <class Fact>
    ledger::Problems put(Fact fact)
    {
        return record({.steps = {ledger::Put<Fact>{std::move(fact)}}});
    }

    ledger::AccountId account(const char* name, ledger::AccountType type = ledger::AccountType::checking,
                              std::int64_t opening = 0)
    {
        const auto id = ledger::next_id<ledger::Account>(book);
        put(ledger::Account{
            .id = id, .name = name, .type = type, .opening = cny(opening), .opening_date = day("2020-01-01")});
        return id;
    }
    ledger::EntryId entry(ledger::AccountId account, const char* date, std::int64_t fen, const char* payee = "")
    {
        const ledger::EntryId id{book.last_entry.value + 1};
        put(ledger::Entry{.id = id, .account = account, .date = day(date), .amount = cny(fen), .payee = payee});
        return id;
    }

private:
    ledger::Today today_;
};

}  // namespace testing
