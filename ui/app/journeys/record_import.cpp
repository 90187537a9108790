// The last step of an import: the preview as one Change; and how it is taken back.
#include <algorithm>
#include <set>

#include "ui/app/journeys/import.hpp"
#include "ui/app/journeys/rules.hpp"
#include "ui/app/journeys/settle.hpp"

namespace app {

using namespace ledger;

namespace {

/// The rows that come in; nothing when none is new.
Bring* brought(Change& change)
{
    for (auto& step : change.steps)
        if (auto* bring = std::get_if<Bring>(&step)) return bring;
    return nullptr;
}

/// Links what is one movement. A side that is there already is put again with its link; a side that is nowhere is made.
class Linking {
public:
    Linking(const State& state, const ImportPreview& preview, Change& change)
        : state_{state},
          preview_{preview},
          change_{change},
          fresh_{brought(change)},
          next_{state.book.last_transfer},
          last_{state.book.last_entry}
    {
        if (fresh_) last_.value += fresh_->count;
    }

    void link(const ProposedTransfer& t)
    {
        ++next_.value;
        auto bank = take(t.pair.out, t);
        mark(bank);
        if (t.pair.kind == TransferKind::moved) {
            auto in = take(t.pair.in, t);
            mark(in);
            put(std::move(in));
        }
        else {
            make_other_side(bank, t.pair.make_on);
        }
        put(std::move(bank));
    }

    /// The steps for entries that are not new rows of the file. Called last: until then the Bring must stay where it
    /// is.
    void finish()
    {
        for (auto& e : others_) change_.steps.push_back(Put<Entry>{std::move(e)});
    }

private:
    Entry take(EntryId id, const ProposedTransfer& t) const
    {
        return fresh_ && fresh_->holds(id) ? fresh_->at(id.value - fresh_->first.value) : *t.other;
    }

    void mark(Entry& e) const
    {
        e.transfer = next_;
        e.category = {};
        e.chosen = false;
    }

    void put(Entry e)
    {
        if (fresh_ && fresh_->holds(e.id)) fresh_->instead.insert_or_assign(e.id, std::move(e));
        else others_.push_back(std::move(e));
    }

    void make_other_side(const Entry& bank, AccountId on)
    {
        Entry other{.id = last_ = EntryId{last_.value + 1},
                    .account = on,
                    .date = bank.date,
                    .amount = -bank.amount,
                    .transfer = next_,
                    .bank_id = made_side};
        if (const auto* account = find<Account>(state_.book, bank.account)) other.payee = account->name;
        if (preview_.draft.fresh > 0) other.batch = next_id<Batch>(state_.book);
        others_.push_back(std::move(other));
    }

    const State& state_;
    const ImportPreview& preview_;
    Change& change_;
    Bring* fresh_;
    TransferId next_;
    EntryId last_;
    std::vector<Entry> others_{};
};

/// What the person said of the file, or saw and let stand, answers the next one with the same header: how it is read,
/// and whose it is.
void remember_format(const Book& book, const ImportPreview& preview, Change& change)
{
    const auto& reading = preview.draft.reading;
    const auto& wish = preview.wish;
    if (reading.signature.empty() || !preview.draft.account) return;
    const StatementFormat* known = nullptr;
    for (const auto& [id, format] : book.formats)
        if (format.signature == reading.signature) known = &format;
    const bool told =
        !wish.columns.empty() || wish.date_order || wish.decimal || wish.delimiter || wish.encoding || wish.flip;
    const auto name = known                          ? known->name
                      : !reading.institution.empty() ? reading.institution
                      : !wish.file.empty()           ? wish.file
                                                     : reading.id;
    auto format = known ? *known : format_to_remember(reading, {}, next_id<StatementFormat>(book), name);
    if (told) {
        format = format_to_remember(reading, {}, format.id, name);
    }
    else if (!known) {  // learned, not told: it only answers what the next file leaves open
        format.columns = {{"flip", reading.flipped ? 1 : 0}};
        if (!reading.ambiguous.empty() && !wish.looked_at) {
            format.columns.clear();
            format.date_order.clear();
        }
    }
    format.account = preview.draft.account;
    if (known && *known == format) return;
    std::erase_if(change.steps, [](const Step& step) { return std::holds_alternative<Put<StatementFormat>>(step); });
    change.steps.push_back(Put<StatementFormat>{std::move(format)});
}

}  // namespace

Result<Change> record_import(const State& state, const ImportPreview& preview, Moment at, ImportEffects* effects)
{
    if (!find<Account>(state.book, preview.draft.account))
        return Problem{.trouble = Trouble::no_such, .field = "account"};
    auto change = record(preview.draft, state.book, preview.around.whole, preview.wish.file, at);
    ImportEffects found;
    Linking linking{state, preview, change};
    for (const auto& t : preview.transfers) {
        if (!t.accepted) continue;
        linking.link(t);
        found.transfers.push_back(t.pair);
    }
    linking.finish();
    link_by_rules(state.book, preview.around.elsewhere, change);
    std::vector<Entry> paying;
    const BillNames names{state.book};
    if (!state.book.bills.empty())
        for_each_entry(change, [&](const Entry& e) {
            if (e.id > state.book.last_entry && !e.transfer && e.amount.negative() && names.any_fits(e))
                paying.push_back(e);
        });
    if (change.steps.empty())
        return Problem{.trouble = Trouble::nothing_to_do, .field = "import", .text = preview.wish.file};
    auto settled = settle(state, paying);
    settled.into(change);
    found.settlements = std::move(settled.links);
    remember_format(state.book, preview, change);
    if (effects) *effects = std::move(found);
    return change;
}

std::vector<Entry> batch_entries(const db::Store& store, BatchId batch)
{
    auto entries = store.entries({.batch = batch});
    std::set<TransferId> links;
    for (const auto& e : entries)
        if (e.transfer) links.insert(e.transfer);
    auto booked = store.booked_by(batch);
    if (!links.empty())  // the other sides lie a few days around them
        for (auto& e : store.entries({.from = entries.front().date - Days{60}, .to = entries.back().date + Days{60}})) {
            if (e.batch == batch || !links.contains(e.transfer)) continue;
            const bool waits_again =
                std::any_of(booked.begin(), booked.end(), [&](const Entry& b) { return b.id == e.id; });
            if (!waits_again) entries.push_back(std::move(e));
        }
    std::move(booked.begin(), booked.end(), std::back_inserter(entries));
    return entries;
}

Result<Change> undo_import(const State& state, BatchId batch, const std::vector<Entry>& entries)
{
    const auto* found = find<Batch>(state.book, batch);
    if (!found) return Problem{.trouble = Trouble::no_such, .field = "batch", .text = std::to_string(batch.value)};
    Change change{.deed = Deed::undo_import, .about = found->file};
    std::set<EntryId> gone;
    std::set<TransferId> links;
    for (const auto& e : entries)
        if (e.batch == batch) gone.insert(e.id), links.insert(e.transfer);
    for (const auto& [id, s] : state.book.settlements)
        if (gone.contains(s.entry)) change.steps.push_back(Remove<Settlement>{id});
    for (auto e : entries) {
        if (gone.contains(e.id)) {
            change.steps.push_back(Remove<Entry>{e.id});
        }
        else {  // the other side of a transfer stays, as the plain entry it was; what the import booked waits again
            if (links.contains(e.transfer)) e.transfer = {};
            change.steps.push_back(Put<Entry>{std::move(e)});
        }
    }
    change.steps.push_back(Remove<Batch>{batch});
    return change;
}

Result<Change> forget_format(const State& state, const std::string& name)
{
    Change change{.deed = Deed::preferences, .about = name};
    for (const auto& [id, format] : state.book.formats)
        if (format.name == name || std::to_string(id.value) == name)
            change.steps.push_back(Remove<StatementFormat>{id});
    if (change.steps.empty()) return Problem{.trouble = Trouble::no_such, .field = "format", .text = name};
    return change;
}

}  // namespace app
