#include "ui/app/journeys/import.hpp"

#include <algorithm>
#include <set>

#include "ui/app/journeys/entries.hpp"
#include "ui/app/journeys/rules.hpp"
#include "ui/app/journeys/settle.hpp"

namespace app {

namespace {

using ledger::Entry;
using ledger::Put;

constexpr int transfer_days = 4;

ledger::ReadHints hints(const State& state, const ledger::Account& account, const ImportWish& wish)
{
    auto h = ledger::hints_for(state.book, account, state.today);
    h.encoding = wish.encoding;
    h.delimiter = wish.delimiter;
    h.date_order = wish.date_order;
    h.decimal = wish.decimal;
    h.format_id = wish.format;
    h.columns = wish.columns;
    h.progress = wish.progress;
    return h;
}

/// What the user did with these payees before.
ledger::PayeeMemory memory_of(const db::Store& store, const ledger::Statement& statement)
{
    ledger::PayeeMemory memory;
    std::set<std::string> asked;
    for (const auto& row : statement.rows) {
        const auto payee = ledger::clean_payee(row.payee);
        if (!asked.insert(payee).second) continue;
        if (const auto category = store.usual_category(payee)) ledger::remember(memory, {.payee = payee, .category = category});
    }
    return memory;
}

/// The new entries of an import's Change, as places that can still be changed.
std::map<ledger::EntryId, Entry*> new_entries(ledger::Change& change, const ledger::Book& book)
{
    std::map<ledger::EntryId, Entry*> out;
    for (auto& step : change.steps)
        if (auto* put = std::get_if<Put<Entry>>(&step); put && put->fact.id > book.last_entry) out.emplace(put->fact.id, &put->fact);
    return out;
}

/// Links what is surely one movement; the side that was there already is put again with its link.
void link_transfers(const State& state, const ImportPreview& preview, ledger::Change& change, ImportEffects& effects)
{
    auto fresh = new_entries(change, state.book);
    std::vector<Entry> all = preview.elsewhere;
    for (const auto& [id, entry] : fresh) all.push_back(*entry);
    auto next = state.book.last_transfer;
    std::vector<Entry> linked_elsewhere;
    for (const auto& pair : ledger::find_transfers(state.book, all, transfer_days)) {
        const bool has_new = fresh.contains(pair.out) || fresh.contains(pair.in);
        if (!has_new) continue;
        effects.transfers.push_back(pair);
        if (!pair.sure) continue;
        ++next.value;
        for (const auto id : {pair.out, pair.in}) {
            if (const auto at = fresh.find(id); at != fresh.end()) {
                at->second->transfer = next;
                at->second->category = {};
                continue;
            }
            auto other = *std::find_if(preview.elsewhere.begin(), preview.elsewhere.end(), [&](const Entry& e) { return e.id == id; });
            other.transfer = next;
            other.category = {};
            linked_elsewhere.push_back(std::move(other));
        }
    }
    for (auto& entry : linked_elsewhere) change.steps.push_back(Put<Entry>{std::move(entry)});
}

}  // namespace

ledger::Result<ImportPreview> preview_import(const State& state, const db::Store& store, std::string_view bytes, const ImportWish& wish)
{
    const auto* account = ledger::find<ledger::Account>(state.book, wish.account);
    if (!account) return ledger::Problem{.trouble = ledger::Trouble::no_such, .field = "account"};
    const auto statement = ledger::read_statement(bytes, wish.file, hints(state, *account, wish));
    if (!statement) return statement.problems();
    ImportPreview out{.wish = wish};
    const auto [from, to] = ledger::range_to_compare(*statement);
    out.existing = store.entries({.account = account->id, .from = from, .to = to});
    for (const auto& [id, other] : state.book.accounts) {
        if (id == account->id || other.currency != account->currency) continue;
        auto around = store.entries({.account = id, .from = from - ledger::Days{transfer_days}, .to = to + ledger::Days{transfer_days}});
        std::move(around.begin(), around.end(), std::back_inserter(out.elsewhere));
    }
    out.draft = ledger::draft(*statement, *account, out.existing, state.book, memory_of(store, *statement));
    return out;
}

ledger::Result<ledger::Change> record_import(const State& state, const ImportPreview& preview, ledger::Moment at, ImportEffects* effects)
{
    ImportEffects found;
    auto change = ledger::record(preview.draft, state.book, preview.existing, preview.wish.file, at);
    if (change.steps.empty()) return ledger::Problem{.trouble = ledger::Trouble::nothing_to_do, .field = "import", .text = preview.wish.file};
    link_transfers(state, preview, change, found);
    link_by_rules(state.book, preview.elsewhere, change);
    std::vector<Entry> paying;
    for (const auto& [id, entry] : new_entries(change, state.book))
        if (!entry->transfer && entry->amount.negative()) paying.push_back(*entry);
    found.settlements = settle(state, paying);
    for (const auto& s : found.settlements) change.steps.push_back(Put<ledger::Settlement>{s});
    if (effects) *effects = std::move(found);
    return change;
}

ledger::Result<ledger::Change> undo_import(const State& state, ledger::BatchId batch, const std::vector<Entry>& entries)
{
    const auto* found = ledger::find<ledger::Batch>(state.book, batch);
    if (!found) return ledger::Problem{.trouble = ledger::Trouble::no_such, .field = "batch", .text = std::to_string(batch.value)};
    ledger::Change change{.deed = ledger::Deed::undo_import, .about = found->file};
    std::set<ledger::EntryId> gone;
    for (const auto& e : entries)
        if (e.batch == batch) gone.insert(e.id);
    for (const auto& [id, s] : state.book.settlements)
        if (gone.contains(s.entry)) change.steps.push_back(ledger::Remove<ledger::Settlement>{id});
    for (auto e : entries) {
        if (gone.contains(e.id)) {
            change.steps.push_back(ledger::Remove<Entry>{e.id});
        } else if (e.transfer) {  // the other side of a transfer stays, as the plain entry it was
            e.transfer = {};
            change.steps.push_back(Put<Entry>{std::move(e)});
        }
    }
    change.steps.push_back(ledger::Remove<ledger::Batch>{batch});
    return change;
}

ledger::AccountId account_of(const ledger::Book& book, const ledger::Statement& statement)
{
    for (const auto& [id, format] : book.formats)
        if (!format.signature.empty() && format.signature == statement.reading.signature && format.account) return format.account;
    const auto& hint = statement.account_hint;
    if (hint.size() >= 4)
        for (const auto& [id, account] : book.accounts)
            if (account.number.size() == 4 && hint.ends_with(account.number)) return id;
    return {};
}

}  // namespace app
