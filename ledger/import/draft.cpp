#include "ledger/import/draft.hpp"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

#include "ledger/import/category_hints.hpp"
#include "ledger/import/matching.hpp"
#include "ledger/import/rules.hpp"
#include "ledger/import/words.hpp"

namespace ledger {

namespace {

constexpr std::size_t trusted_id = 6; ///< shorter numbers only count the rows of one file

/// FNV-1a, 64 bit, over payee and memo: a mark for a text, not a secret.
std::string fingerprint(std::string_view payee, std::string_view memo)
{
    std::uint64_t h = 14695981039346656037ULL;
    const auto take = [&](char c) { h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ULL; };
    for (const char c : payee) take(c);
    take('\x1f');
    for (const char c : memo) take(c);
    std::string out = "~0123456789abcdef";
    for (std::size_t i = 0; i < 16; ++i) out[i + 1] = "0123456789abcdef"[(h >> (60 - 4 * i)) & 15];
    return out;
}

/// Do the file's own numbers tell rows apart, or do they only count them?
bool ids_are_trusted(const Statement& statement)
{
    std::unordered_map<std::string_view, int> seen;
    std::size_t with = 0, length = 0;
    for (const auto& row : statement.rows) {
        if (row.bank_id.empty()) continue;
        ++with;
        length += row.bank_id.size();
        ++seen[row.bank_id];
    }
    return with > 0 && length >= with * trusted_id && seen.size() * 10 >= with * 9;
}

/// The user's rules first, then what was done with the payee before, then with its words, then a category that is called as the bank
/// calls it, then a guess by words that everybody uses.
class Categories {
public:
    Categories(const Book& book, const Account& account, const Learned& learned) : book_{book}, rules_{book}, account_{account}, learned_{learned} {}

    /// `text`: payee and memo, folded, a blank between them.
    void choose(DraftRow& r, const std::string& text)
    {
        r.payee = cleaned(r.row.payee);
        if (const auto* rule = rules_.first_for({account_.id, r.row.amount, r.row.payee, r.row.memo, r.payee, text})) {
            if (!rule->set_payee.empty()) r.payee = rule->set_payee;
            r.category = rule->set_category, r.rule = rule->id, r.sure = 1;
            if (r.category || rule->set_transfer) return;
        }
        const bool money_in = r.row.amount.positive();
        if (!learned_.empty() && take(r, learned_.by_payee(r.payee, money_in), 0)) return;
        const auto by_words = learned_.empty() ? CategoryGuess{} : learned_.by_words(r.payee, r.row.memo + ' ' + r.row.category, money_in);
        if (take(r, by_words, doubtful_below)) return;
        if (take(r, {called(r.row.category), 0.6}, 0)) return;
        if (take(r, by_words, 0.4)) return;
        const auto hint = category_hint(text + ' ' + folded(r.row.category), money_in);
        take(r, {called(std::string{hint}), 0.4}, 0);
    }

private:
    /// A guess that is sure enough, and whose category is still there.
    bool take(DraftRow& r, const CategoryGuess& guess, double least) const
    {
        if (!guess.category || guess.sure < least || !find<Category>(book_, guess.category)) return false;
        r.category = guess.category, r.sure = guess.sure;
        return true;
    }

    /// Few payees come often: each is cleaned once.
    const std::string& cleaned(const std::string& payee)
    {
        if (cleaned_.size() > 20000) cleaned_.clear();
        const auto [known, is_new] = cleaned_.try_emplace(payee);
        if (is_new) known->second = clean_payee(payee);
        return known->second;
    }

    /// The category of this name or key; looked up once for each name.
    CategoryId called(const std::string& name)
    {
        if (name.empty()) return {};
        const auto [known, is_new] = named_.try_emplace(name, CategoryId{});
        if (is_new)
            if (const auto* category = category_named(book_, name)) known->second = category->id;
        return known->second;
    }

    const Book& book_;
    Rules rules_;
    const Account& account_;
    const Learned& learned_;
    std::unordered_map<std::string, std::string> cleaned_{};
    std::map<std::string, CategoryId> named_{};
};

}  // namespace

namespace {

/// What this file proved (which number is the month, which sign is spending) may be open in the next one with the same header.
std::optional<StatementFormat> learned_format(const Draft& draft, const Book& book)
{
    const auto& r = draft.reading;
    if (r.delimiter == 0 || r.header_line == 0 || !r.ambiguous.empty() || draft.fresh == 0) return std::nullopt;
    for (const auto& [id, f] : book.formats)
        if (f.signature == r.signature) return std::nullopt;
    auto f = format_to_remember(r, {}, next_id<StatementFormat>(book), r.id);
    f.columns = {{"flip", r.flipped ? 1 : 0}};
    return f;
}

}  // namespace

std::string_view name(RowMark mark)
{
    switch (mark) {
        case RowMark::fresh: return "new";
        case RowMark::duplicate: return "duplicate";
        case RowMark::review: return "review";
        case RowMark::left_out: return "left_out";
    }
    return "";
}

std::pair<Date, Date> range_to_compare(const Statement& s)
{
    if (s.rows.empty()) return {Date{}, Date{}};
    const auto [first, last] = std::minmax_element(s.rows.begin(), s.rows.end(), [](const StatementRow& a, const StatementRow& b) { return a.date < b.date; });
    return {first->date - Days{days_around}, last->date + Days{days_around}};
}

ReadHints hints_for(const Book& book, const Account& account, Today today)
{
    ReadHints hints;
    hints.card = account.type == AccountType::card;
    hints.currency = account.currency;
    hints.region = book.preferences.region;
    hints.today = today.date;
    for (const auto& [id, f] : book.formats) {
        FormatMemory m{f.signature, f.name, f.columns, f.date_order, f.decimal, std::nullopt};
        if (const auto flip = m.columns.find("flip"); flip != m.columns.end()) {
            m.flip = flip->second != 0;
            m.columns.erase(flip);
        }
        hints.known.push_back(std::move(m));
    }
    return hints;
}

Draft draft(const Statement& statement, const Account& account, const std::vector<Entry>& existing, const Book& book, const Learned& learned)
{
    Draft out;
    out.account = account.id;
    out.reading = statement.reading;
    out.neutral = statement.neutral, out.furniture = statement.furniture, out.needs_review = statement.needs_review;
    out.rejected = statement.rejected;
    out.closing = statement.closing;
    out.sum_in = out.sum_out = Money{0, account.currency};
    const bool numbered = ids_are_trusted(statement);
    Learned here;
    if (learned.empty())
        for (const auto& e : existing) here.learn({e.payee, e.memo, e.category, e.amount.positive(), e.chosen});
    Categories categories{book, account, learned.empty() ? here : learned};
    out.rows.reserve(statement.rows.size());
    for (const auto& row : statement.rows) {
        DraftRow r;
        r.row = row;
        if (account.type != AccountType::wallet) r.row.paid_with.clear();
        auto text = folded(row.payee);
        const auto memo = folded(row.memo);
        r.mark_of_text = fingerprint(text, memo);
        text.append(" ").append(memo);
        r.identity = numbered && row.bank_id.size() >= trusted_id ? row.bank_id : r.mark_of_text;
        if (same_currency(row.amount.currency.text(), account.currency.text())) {
            r.row.amount.currency = account.currency;
            if (r.row.balance) r.row.balance->currency = account.currency;
        }
        if (r.row.amount.currency != account.currency) r.mark = RowMark::review, r.why = RowReason::other_currency;
        categories.choose(r, text);
        out.rows.push_back(std::move(r));
    }
    meet(out, existing);
    recount(out);
    return out;
}

void recount(Draft& d)
{
    d.fresh = d.duplicates = d.reviews = d.left_out = 0;
    d.first.reset(), d.last.reset();
    d.sum_in.minor = d.sum_out.minor = 0;
    for (const auto& r : d.rows) {
        (r.mark == RowMark::fresh ? d.fresh : r.mark == RowMark::duplicate ? d.duplicates : r.mark == RowMark::review ? d.reviews : d.left_out) += 1;
        if (r.mark == RowMark::review) continue;
        d.first = d.first ? std::min(*d.first, r.row.date) : r.row.date;
        d.last = d.last ? std::max(*d.last, r.row.date) : r.row.date;
        const auto size = abs(r.row.amount);
        auto& sum = r.row.amount.negative() ? d.sum_out : d.sum_in;
        if (sum.minor <= Money::largest - size.minor) sum += size;
    }
}

namespace {

/// The file's memo; and of the payee and the means of payment what would be lost otherwise.
std::string memo_of(const DraftRow& r)
{
    std::string out = r.row.memo;
    for (const auto* more : {&r.row.payee, &r.row.paid_with}) {
        if (more->empty() || r.payee.find(*more) != std::string::npos || out.find(*more) != std::string::npos) continue;
        out += (out.empty() ? "" : " · ") + *more;
    }
    return out;
}

}  // namespace

Change record(const Draft& draft, const Book& book, const std::vector<Entry>& existing, const std::string& file, Moment at)
{
    Change change{.deed = Deed::import, .about = file};
    const auto batch = next_id<Batch>(book);
    std::unordered_map<std::int64_t, const Entry*> known;
    for (const auto& e : existing) known.emplace(e.id.value, &e);
    EntryId id = book.last_entry;
    std::vector<Step> steps;
    for (const auto& r : draft.rows) {
        if (r.mark == RowMark::fresh) {
            Entry e;
            e.id = id = EntryId{id.value + 1};
            e.account = draft.account;
            e.date = r.row.date;
            e.amount = r.row.amount;
            e.payee = r.payee;
            e.memo = memo_of(r);
            e.category = r.category;
            e.chosen = r.chosen;
            e.status = r.row.pending ? EntryStatus::pending : EntryStatus::cleared;
            e.batch = batch;
            e.bank_id = r.identity;
            steps.push_back(Put<Entry>{std::move(e)});
        } else if (const auto found = known.find(r.duplicate_of.value); r.confirms && found != known.end()) {
            Entry e = *found->second;
            e.status = EntryStatus::cleared;
            e.posted = r.row.date;
            e.bank_id = r.identity;  // the next file has the booked row, not the pending one
            steps.push_back(Put<Entry>{std::move(e)});
        }
    }
    if (steps.empty()) return change;
    if (auto format = learned_format(draft, book)) change.steps.push_back(Put<StatementFormat>{std::move(*format)});
    if (draft.fresh > 0) change.steps.push_back(Put<Batch>{{batch, draft.account, file, at, draft.reading.id, draft.fresh}});
    change.steps.insert(change.steps.end(), std::make_move_iterator(steps.begin()), std::make_move_iterator(steps.end()));
    return change;
}

StatementFormat format_to_remember(const Reading& reading, AccountId account, FormatId id, std::string name)
{
    StatementFormat f;
    f.id = id;
    f.name = std::move(name);
    f.signature = reading.signature;
    f.account = account;
    f.encoding = reading.encoding;
    f.delimiter = reading.delimiter;
    f.header_line = reading.header_line;
    f.date_order = reading.date_order;
    f.decimal = reading.decimal;
    f.columns = reading.columns;
    f.columns["flip"] = reading.flipped ? 1 : 0;
    return f;
}

}  // namespace ledger
