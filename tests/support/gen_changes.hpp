#pragma once
#include <algorithm>

#include "ledger/sound/validate.hpp"
#include "tests/support/gen_facts.hpp"

/// Changes as they might come in any ledger, for laws. Call only inside `rc::check`. All that is made here is sound:
/// `validate` finds nothing wrong with it, and entries name nothing that it takes away.
namespace testing {

constexpr std::size_t kinds_of_step = std::variant_size_v<ledger::Step>;

/// Do entries name what this step takes away? `validate` cannot see that, the caller has to.
inline bool named_by_entries(const World& world, const ledger::Step& step)
{
    const auto any_entry = [&](auto names) {
        return std::any_of(world.entries.begin(), world.entries.end(), [&](const auto& e) { return names(e.second); });
    };
    if (const auto* a = std::get_if<ledger::Remove<ledger::Account>>(&step))
        return any_entry([&](const auto& e) { return e.account == a->id; });
    if (const auto* b = std::get_if<ledger::Remove<ledger::Batch>>(&step))
        return any_entry([&](const auto& e) { return e.batch == b->id; });
    if (const auto* c = std::get_if<ledger::Remove<ledger::Category>>(&step))
        return any_entry([&](const auto& e) {
            return e.category == c->id ||
                   std::any_of(e.splits.begin(), e.splits.end(), [&](const auto& s) { return s.category == c->id; });
        });
    return false;
}

/// A number for a fact to put: that of one which is there, or the next.
template <class Fact>
auto any_id(const World& world, bool is_new)
{
    if constexpr (std::is_same_v<Fact, ledger::Entry>) {
        const auto* old = some_entry(world);
        return old && !is_new ? old->id : ledger::EntryId{world.book.last_entry.value + 1};
    }
    else {
        const auto* old = some<Fact>(world);
        return old && !is_new ? old->id : ledger::next_id<Fact>(world.book);
    }
}

template <class Fact>
std::vector<ledger::Step> steps_of(const World& world, const ledger::Put<Fact>*)
{
    const auto fact = any_fact(world, any_id<Fact>(world, maybe()));
    if (!fact) return {};
    return {ledger::Put<Fact>{*fact}};
}

template <class Fact>
std::vector<ledger::Step> steps_of(const World& world, const ledger::Remove<Fact>*)
{
    const auto* fact = some<Fact>(world);
    if (!fact) return {};
    return {ledger::Remove<Fact>{fact->id}};
}

/// Both sides of a transfer go together.
inline std::vector<ledger::Step> steps_of(const World& world, const ledger::Remove<ledger::Entry>*)
{
    const auto* entry = some_entry(world);
    if (!entry) return {};
    std::vector<ledger::Step> steps;
    for (const auto& [id, other] : world.entries)
        if (id == entry->id || (entry->transfer && other.transfer == entry->transfer))
            steps.emplace_back(ledger::Remove<ledger::Entry>{id});
    return steps;
}

/// A whole statement at once.
inline std::vector<ledger::Step> steps_of(const World& world, const ledger::Bring*)
{
    const ledger::EntryId first{world.book.last_entry.value + 1};
    const auto pattern = any_fact(world, first);
    if (!pattern || pattern->transfer) return {};
    ledger::Bring bring{.first = first, .count = pick(1, 5)};
    bring.make = [e = *pattern](std::int64_t n) {
        auto other = e;
        other.payee += std::to_string(n % 3);
        return other;
    };
    if (maybe(30)) bring.instead.emplace(first, *pattern);
    return {bring};
}

inline std::vector<ledger::Step> steps_of(const World&, const ledger::Preferences*)
{
    return {any_preferences()};
}

/// A new transfer between two accounts.
inline std::vector<ledger::Step> any_transfer(const World& world)
{
    const ledger::EntryId next{world.book.last_entry.value + 1};
    auto from = any_fact(world, next);
    if (!from) return {};
    const auto* to = some<ledger::Account>(
        world, [&](const auto& a) { return a.id != from->account && a.currency == from->amount.currency; });
    if (!to) return {};
    from->splits.clear();
    from->transfer = {world.book.last_transfer.value + 1};
    auto other = *from;
    other.id.value += 1;
    other.account = to->id;
    other.amount = -other.amount;
    return {ledger::Put<ledger::Entry>{*from}, ledger::Put<ledger::Entry>{other}};
}

template <std::size_t kind = 0>
std::vector<ledger::Step> steps_of_kind(const World& world, std::size_t wanted)
{
    if constexpr (kind < kinds_of_step) {
        if (kind != wanted) return steps_of_kind<kind + 1>(world, wanted);
        return steps_of(world, static_cast<const std::variant_alternative_t<kind, ledger::Step>*>(nullptr));
    }
    return {};
}

/// Adds the steps to the Change if it stays sound with them; `after` is the world as the Change leaves it.
inline bool extend(const World& before, World& after, ledger::Change& change, const std::vector<ledger::Step>& steps)
{
    auto longer = change;
    longer.steps.insert(longer.steps.end(), steps.begin(), steps.end());
    if (steps.empty() || !ledger::validate(before.book, longer, before.find_entry()).empty()) return false;
    for (const auto& step : steps)
        if (named_by_entries(after, step)) return false;
    change = std::move(longer);
    after = before;
    after.apply(change);
    return true;
}

inline ledger::Change no_steps_yet()
{
    return {.deed = ledger::Deed::set_up, .about = any_text()};
}

/// A Change with a step of this kind (the index in `Step`); nothing when the world offers none that is sound.
inline std::optional<ledger::Change> any_change_of(const World& world, std::size_t kind)
{
    for (int tries = 0; tries < 30; ++tries) {
        auto change = no_steps_yet();
        auto after = world;
        if (extend(world, after, change, steps_of_kind(world, kind))) return change;
    }
    return std::nullopt;
}

/// Up to `most` things at once, of any kind; entries come more often than the rest. An entry is touched once at most.
inline ledger::Change any_change(const World& world, int most = 6)
{
    auto change = no_steps_yet();
    auto after = world;
    std::vector<ledger::EntryId> touched;
    const auto again = [&](const std::vector<ledger::Step>& steps) {
        const auto size = touched.size();
        for (const auto& step : steps) {
            ledger::EntryId id;
            if (const auto* put = std::get_if<ledger::Put<ledger::Entry>>(&step)) id = put->fact.id;
            if (const auto* gone = std::get_if<ledger::Remove<ledger::Entry>>(&step)) id = gone->id;
            if (const auto* bring = std::get_if<ledger::Bring>(&step))
                for (std::int64_t n = 0; n < bring->count; ++n) touched.push_back({bring->first.value + n});
            if (id && std::find(touched.begin(), touched.begin() + static_cast<std::ptrdiff_t>(size), id) !=
                          touched.begin() + static_cast<std::ptrdiff_t>(size))
                return true;
            if (id) touched.push_back(id);
        }
        return false;
    };
    for (int wanted = pick(1, most); wanted > 0; --wanted) {
        const auto steps =
            maybe(40)   ? steps_of(after, static_cast<const ledger::Put<ledger::Entry>*>(nullptr))
            : maybe(15) ? any_transfer(after)
                        : steps_of_kind(after, static_cast<std::size_t>(pick(0, static_cast<int>(kinds_of_step) - 1)));
        if (!again(steps)) extend(world, after, change, steps);
    }
    if (change.steps.empty()) change.steps.emplace_back(any_preferences());
    return change;
}

/// Some of everything, in one Change on an empty world: what `any_change_of` needs so that there is something of every
/// kind.
inline ledger::Change some_of_everything(const World& world)
{
    auto change = no_steps_yet();
    auto after = world;
    const auto add = [&]<class Fact>(const Fact*, int many) {
        for (int n = 0; n < many; ++n)
            if (const auto fact = any_fact(after, any_id<Fact>(after, true)))
                extend(world, after, change, {ledger::Put<Fact>{*fact}});
    };
    using namespace ledger;
    add(static_cast<const Account*>(nullptr), 6);
    add(static_cast<const Category*>(nullptr), 4);
    add(static_cast<const Batch*>(nullptr), 3);
    add(static_cast<const Entry*>(nullptr), 12);
    add(static_cast<const Bill*>(nullptr), 5);
    add(static_cast<const Plan*>(nullptr), 3);
    add(static_cast<const Income*>(nullptr), 2);
    add(static_cast<const Settlement*>(nullptr), 3);
    add(static_cast<const Adjustment*>(nullptr), 2);
    add(static_cast<const CardStatement*>(nullptr), 2);
    add(static_cast<const Contact*>(nullptr), 2);
    add(static_cast<const Paper*>(nullptr), 2);
    add(static_cast<const Notice*>(nullptr), 2);
    add(static_cast<const Rule*>(nullptr), 2);
    add(static_cast<const StatementFormat*>(nullptr), 2);
    add(static_cast<const IssuerCorrection*>(nullptr), 2);
    add(static_cast<const Holiday*>(nullptr), 2);
    add(static_cast<const ExchangeRate*>(nullptr), 2);
    add(static_cast<const Dismissal*>(nullptr), 2);
    for (int n = 0; n < 2; ++n) extend(world, after, change, any_transfer(after));
    if (maybe()) extend(world, after, change, {any_preferences()});
    return change;
}

}  // namespace testing
