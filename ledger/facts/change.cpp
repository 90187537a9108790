#include "ledger/facts/change.hpp"

#include <algorithm>
#include <cassert>

namespace ledger {

namespace {

struct Applier {
    Book& book;

    void operator()(const Put<Entry>& put) const
    {
        book.last_entry = std::max(book.last_entry, put.fact.id);
        book.last_transfer = std::max(book.last_transfer, put.fact.transfer);
    }
    void operator()(const Remove<Entry>&) const {}
    void operator()(const Bring& bring) const
    {
        if (bring.count > 0) book.last_entry = std::max(book.last_entry, EntryId{bring.first.value + bring.count - 1});
        for (const auto& [id, entry] : bring.instead) book.last_transfer = std::max(book.last_transfer, entry.transfer);
    }
    void operator()(const Preferences& preferences) const { book.preferences = preferences; }
    template <class Fact>
    void operator()(const Put<Fact>& put) const
    {
        assert(put.fact.id);
        shelf<Fact>(book).insert_or_assign(put.fact.id, put.fact);
    }
    template <class Fact>
    void operator()(const Remove<Fact>& gone) const
    {
        shelf<Fact>(book).erase(gone.id);
    }
};

}  // namespace

Entry Bring::at(std::int64_t n) const
{
    assert(n >= 0 && n < count);
    const EntryId id{first.value + n};
    if (const auto other = instead.find(id); other != instead.end()) return other->second;
    auto entry = make(n);
    entry.id = id;
    return entry;
}

bool operator==(const Bring& a, const Bring& b)
{
    if (a.first != b.first || a.count != b.count) return false;
    for (std::int64_t n = 0; n < a.count; ++n)
        if (a.at(n) != b.at(n)) return false;
    return true;
}

void for_each_entry(const Change& change, const std::function<void(const Entry&)>& show)
{
    for (const auto& step : change.steps) {
        if (const auto* put = std::get_if<Put<Entry>>(&step)) show(put->fact);
        if (const auto* bring = std::get_if<Bring>(&step))
            for (std::int64_t n = 0; n < bring->count; ++n) show(bring->at(n));
    }
}

Book apply(Book book, const Change& change)
{
    for (const auto& step : change.steps) std::visit(Applier{book}, step);
    ++book.revision;
    return book;
}

}  // namespace ledger
