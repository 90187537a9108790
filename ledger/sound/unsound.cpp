// What a Book that was read from a file is freed from: the same checks as of what is entered, but for what is merely
// odd.
#include <algorithm>

#include "ledger/sound/facts.hpp"
#include "ledger/sound/references.hpp"
#include "ledger/sound/validate.hpp"

namespace ledger {

namespace {

template <class Fact>
Step mend(const Checks& checks, const Fact& fact)
{
    if constexpr (std::is_same_v<Fact, Account>)
        if (fact.card) {
            auto without = fact;
            without.card.reset();
            Checks once_more{checks.book(), Asked::when_read};
            check(once_more, without);
            if (once_more.sound() && fact.id) return Put<Account>{without};
        }
    return Remove<Fact>{fact.id};
}

/// What is out of range is as if it had not been said.
Preferences mended(Preferences p)
{
    const Preferences usual;
    if (p.buffer.negative() || p.buffer.minor > Money::largest) p.buffer.minor = 0;
    if (p.lead_days < 1 || p.lead_days > 60) p.lead_days = usual.lead_days;
    if (p.quiet_from < 0 || p.quiet_from > 23) p.quiet_from = usual.quiet_from;
    if (p.quiet_to < 0 || p.quiet_to > 23) p.quiet_to = usual.quiet_to;
    return p;
}

struct Mender {
    Book& book;
    const Problems& problems;

    void note(const char* table, std::int64_t row, bool part) const
    {
        for (const auto& problem : problems)
            book.left_out.push_back({.table = table, .row = row, .why = problem, .part = part});
    }
    void operator()(const Preferences& preferences) const
    {
        book.preferences = preferences;
        note("preferences", 1, true);
    }
    void operator()(const Put<Account>& put) const
    {
        book.accounts.insert_or_assign(put.fact.id, put.fact);
        note("card_terms", put.fact.id.value, true);
    }
    template <class Fact>
    void operator()(const Remove<Fact>& gone) const
    {
        if constexpr (!std::is_same_v<Fact, Entry>) {
            shelf<Fact>(book).erase(gone.id);
            keep_number(book, kind_of<Fact>(), gone.id.value);
            note(fact_tables[kind_of<Fact>()], gone.id.value, false);
        }
    }
    template <class Other>
    void operator()(const Other&) const
    {
    }
};

}  // namespace

void keep_number(Book& book, std::size_t kind, std::int64_t number)
{
    if (number > largest_number) return;  // none may follow it, and what is new begins elsewhere
    auto& kept = book.numbers_kept[kind];
    kept = std::max(kept, number);
}

std::vector<Unsound> unsound(const Book& book)
{
    std::vector<Unsound> found;
    Checks checks{book, Asked::when_read};
    for_each_shelf(book, [&](const auto& facts) {
        for (const auto& [id, fact] : facts) {
            checks.within(id.value, 1, largest_number, "id");
            check(checks, fact);
            if (!checks.sound()) found.push_back({.mends = mend(checks, fact), .problems = checks.take()});
        }
    });
    check(checks, book.preferences);
    if (!checks.sound()) found.push_back({.mends = mended(book.preferences), .problems = checks.take()});
    return found;
}

void leave_out_unsound(Book& book)
{
    // each turn takes something out, so this ends
    for (auto found = unsound(book); !found.empty(); found = unsound(book))
        for (const auto& one : found) std::visit(Mender{book, one.problems}, one.mends);
}

}  // namespace ledger
