#include "ui/app/journeys/import.hpp"

#include <algorithm>
#include <set>
#include <unordered_set>

#include "ledger/balances/transfer_words.hpp"
#include "ledger/import/tables/delimited.hpp"
#include "ui/app/journeys/entries.hpp"
#include "ui/app/journeys/rules.hpp"
#include "ui/app/journeys/settle.hpp"

namespace app {

using namespace ledger;

namespace {

constexpr int transfer_days = 4;
constexpr std::size_t sample_records = 60;
/// What a statement is held against when its account does not exist yet.
Account nobody(const Book& book, const Statement& statement)
{
    Account account;
    account.currency = statement.currency.value_or(book.preferences.currency);
    account.opening = {0, account.currency};
    account.type = statement.reading.id.find("card") != std::string::npos ? AccountType::card : AccountType::checking;
    return account;
}

void apply_choices(Draft& draft, const std::map<int, RowChoice>& choices)
{
    if (choices.empty()) return;
    for (std::size_t i = 0; i < draft.rows.size(); ++i) {
        const auto at = choices.find(draft.rows.said().line(i));
        if (at == choices.end() || draft.rows.mark(i) == RowMark::review) continue;
        const auto& [take, category] = at->second;
        auto r = draft.rows[i];
        if (take) r.mark = *take ? RowMark::fresh : r.duplicate_of ? RowMark::duplicate : RowMark::left_out;
        if (category) r.category = *category, r.chosen = static_cast<bool>(*category), r.sure = 1, r.rule = {};
        draft.rows.set(i, r);
    }
    recount(draft);
}

/// A new row as the entry it will be.
struct FreshEntry {
    Entry entry{};
    int line = 0;
};

/// Those new rows that may be a side of a transfer, under the numbers that `record` gives them: as large as one of
/// `sizes`, or, `by_words`, called a top-up. Of a long file these are few.
std::vector<FreshEntry> that_may_be_transfers(const Draft& draft, const Book& book,
                                              const std::unordered_set<std::int64_t>& sizes, bool by_words)
{
    std::vector<FreshEntry> out;
    auto id = book.last_entry;
    for (std::size_t i = 0; i < draft.rows.size(); ++i) {
        if (draft.rows.mark(i) != RowMark::fresh) continue;
        ++id.value;
        const bool as_large = sizes.contains(std::abs(draft.rows.said().amount(i).minor));
        if (!as_large && !by_words) continue;
        const auto r = draft.rows[i];
        Entry e{.id = id,
                .account = draft.account,
                .date = r.row.date,
                .amount = r.row.amount,
                .payee = r.row.payee,
                .memo = r.row.memo + ' ' + r.row.paid_with,
                .bank_id = identity(r)};
        if (as_large || says_top_up(fold_texts(e))) out.push_back({std::move(e), r.row.line});
    }
    return out;
}

/// A row that is the other side of a top-up, which was made when the bank's file came in, is there already.
void meet_made_sides(Draft& draft, const std::vector<Entry>& existing)
{
    std::set<EntryId> met;
    for (const auto& made : existing) {
        if (made.bank_id != made_side) continue;
        const auto& said = draft.rows.said();
        for (std::size_t i = 0; i < draft.rows.size(); ++i) {
            if (draft.rows.mark(i) != RowMark::fresh || said.amount(i) != made.amount ||
                std::abs(days_between(said.date(i), made.date)) > transfer_days)
                continue;
            const auto r = draft.rows[i];
            const auto text = fold_texts({.payee = r.row.payee, .memo = r.row.memo + ' ' + r.row.category});
            if (says_refund(text) || !(says_top_up(text) || says_movement(text)) || !met.insert(made.id).second)
                continue;
            draft.rows.meet(i, made.id, false);
            break;
        }
    }
    if (!met.empty()) recount(draft);
}

/// Finds the transfers anew, and keeps what the person said of them.
void propose_transfers(const Book& book, ImportPreview& preview)
{
    preview.transfers.clear();
    const bool wallet = std::any_of(book.accounts.begin(), book.accounts.end(),
                                    [](const auto& a) { return a.second.type == AccountType::wallet; });
    if (!preview.draft.account || (preview.around.elsewhere.empty() && !wallet)) return;
    auto all = preview.around.elsewhere;
    std::unordered_set<std::int64_t> sizes;  // what nothing elsewhere is as large as can only be a top-up
    for (const auto& e : all) sizes.insert(std::abs(e.amount.minor));
    for (const auto& e : preview.around.whole)
        if (sizes.contains(std::abs(e.amount.minor))) all.push_back(e);
    std::map<EntryId, int> lines;
    for (auto& fresh : that_may_be_transfers(preview.draft, book, sizes, wallet)) {
        lines.emplace(fresh.entry.id, fresh.line);
        all.push_back(std::move(fresh.entry));
    }
    std::map<EntryId, const Entry*> known;
    for (const auto& e : all) known.emplace(e.id, &e);
    for (const auto& pair : find_transfers(book, all, transfer_days)) {
        const auto out = lines.find(pair.out), in = lines.find(pair.in);
        const bool has_new = out != lines.end() || in != lines.end();
        const bool fills_this = pair.kind == TransferKind::topped_up && pair.make_on == preview.draft.account;
        if (!has_new && !fills_this) continue;
        ProposedTransfer proposed{.pair = pair,
                                  .line = out != lines.end()  ? out->second
                                          : in != lines.end() ? in->second
                                                              : 0};
        for (const auto id : {pair.out, pair.in})
            if (id && !lines.contains(id)) proposed.other = *known.at(id);
        const auto said = preview.wish.transfers.find(proposed.key());
        proposed.accepted = said == preview.wish.transfers.end() ? pair.sure : said->second;
        preview.transfers.push_back(std::move(proposed));
    }
}

std::vector<std::vector<std::string>> sample_of(const Statement& statement)
{
    if (statement.reading.delimiter == 0) return {};
    return first_cells(statement.text, statement.reading.delimiter, statement.reading.header_line, sample_records);
}

}  // namespace

Surroundings gather(const State& state, const db::Store& store, const ReadFile& file)
{
    Surroundings out;
    out.learned = {};
    for (const auto& lesson : store.lessons()) out.learned.learn(lesson);
    const auto* account = find<Account>(state.book, file.wish.account);
    if (!account) return out;
    out.balance = {0, account->currency};
    if (file.statement.rows.empty()) return out;
    const auto [from, to] = range_to_compare(file.statement);
    for (const auto& [id, other] : state.book.accounts) {
        if (id == account->id || other.currency != account->currency) continue;
        auto around =
            store.entries({.account = id, .from = from - Days{transfer_days}, .to = to + Days{transfer_days}});
        std::move(around.begin(), around.end(), std::back_inserter(out.elsewhere));
    }
    std::unordered_set<std::int64_t> sizes;
    for (const auto& e : out.elsewhere) sizes.insert(std::abs(e.amount.minor));
    store.for_each_entry({.account = account->id, .from = from, .to = to}, [&](const Entry& e) {
        out.known.add(e);
        if (e.status == EntryStatus::pending || e.bank_id == made_side || sizes.contains(std::abs(e.amount.minor)))
            out.whole.push_back(e);
    });
    out.known.arrange();
    const auto& rows = file.statement.rows;
    auto last = rows.date(0);
    for (std::size_t i = 1; i < rows.size(); ++i) last = std::max(last, rows.date(i));
    out.balance = account->opening;
    if (const auto before = store.page({.account = account->id, .to = last}, 0, 1, true); !before.empty())
        out.balance = before.front().balance;
    return out;
}

ImportPreview compose(const Book& book, ReadFile file, Surroundings around)
{
    ImportPreview out{.wish = std::move(file.wish), .account_by = file.account_by};
    const auto* known = find<Account>(book, out.wish.account);
    const auto account = known ? *known : nobody(book, file.statement);
    out.account_hint = file.statement.account_hint;
    out.currency = file.statement.currency;
    out.sample = sample_of(file.statement);
    const auto there = std::move(around.known);  // not kept: it is as long as the account
    out.draft = draft(std::move(file.statement), account, there, book, around.learned);
    out.around = std::move(around);
    out.around.learned = {};
    out.revision = book.revision;
    meet_made_sides(out.draft, out.around.whole);
    apply_choices(out.draft, out.wish.rows);
    propose_transfers(book, out);
    return out;
}

Result<ImportPreview> preview_import(const State& state, const db::Store& store, std::string_view bytes,
                                     const ImportWish& wish)
{
    auto with = wish;
    with.banks = own_banks(store);
    auto file = understand(state.book, state.today, bytes, with);
    if (!file) return file.problems();
    auto around = gather(state, store, *file);
    return compose(state.book, std::move(*file), std::move(around));
}

void decide(const Book& book, ImportPreview& preview, int line, const RowChoice& choice)
{
    auto& kept = preview.wish.rows[line];
    if (choice.take) kept.take = choice.take;
    if (choice.category) kept.category = choice.category;
    apply_choices(preview.draft, {{line, choice}});
    if (choice.take) propose_transfers(book, preview);
}

void decide(const Book&, ImportPreview& preview, TransferKey transfer, bool accepted)
{
    preview.wish.transfers[transfer] = accepted;
    for (auto& proposed : preview.transfers)
        if (proposed.key() == transfer) proposed.accepted = accepted;
}

std::optional<Money> ImportPreview::file_balance() const
{
    if (draft.closing) return draft.closing;
    const auto& said = draft.rows.said();
    std::optional<std::size_t> last;
    const bool newest_first = !said.empty() && said.date(0) > said.date(said.size() - 1);
    for (std::size_t i = 0; i < said.size(); ++i) {
        if (!said.balance(i) || draft.rows.mark(i) == RowMark::review) continue;
        if (!last || said.date(i) > said.date(*last) || (said.date(i) == said.date(*last) && !newest_first)) last = i;
    }
    return last ? said.balance(*last) : std::nullopt;
}

std::optional<Money> ImportPreview::balance_after() const
{
    auto sum = around.balance.minor;
    bool fits = true;
    const auto add = [&](std::int64_t minor) { fits = fits && !__builtin_add_overflow(sum, minor, &sum); };
    for (std::size_t i = 0; i < draft.rows.size(); ++i)
        if (draft.rows.mark(i) == RowMark::fresh) add(draft.rows.said().amount(i).minor);
    for (const auto& t : transfers)  // their other sides are made here
        if (t.accepted && t.pair.make_on == draft.account && t.other) add(-t.other->amount.minor);
    if (!fits || std::abs(sum) > Money::largest) return std::nullopt;
    return Money{sum, around.balance.currency};
}

}  // namespace app
