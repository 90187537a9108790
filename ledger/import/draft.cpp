#include "ledger/import/draft.hpp"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

#include "ledger/import/category_hints.hpp"
#include "ledger/import/words.hpp"

namespace ledger {

namespace {

constexpr int days_around = 10;       ///< a booking may come so many days after the pending row
constexpr std::size_t trusted_id = 6; ///< shorter numbers only count the rows of one file

/// FNV-1a, 64 bit: a mark for a text, not a secret.
std::string fingerprint(std::string_view text)
{
    std::uint64_t h = 14695981039346656037ULL;
    for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    std::string out = "~";
    for (int shift = 60; shift >= 0; shift -= 4) out += "0123456789abcdef"[(h >> shift) & 15];
    return out;
}

std::string text_of(const StatementRow& row) { return folded(row.payee) + '\x1f' + folded(row.memo); }

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

/// Two numbers can only be compared when they are of one kind: the CSV and the OFX of one bank number differently.
bool same_shape(std::string_view a, std::string_view b)
{
    const auto digits = [](std::string_view s) { return std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; }); };
    return a.size() == b.size() && digits(a) == digits(b);
}

bool is_mark(std::string_view id) { return id.starts_with('~'); }

struct Key {
    Date date{};
    std::int64_t minor = 0;
    friend bool operator==(const Key&, const Key&) = default;
};
struct KeyHash {
    std::size_t operator()(const Key& k) const
    {
        return static_cast<std::size_t>(k.minor) * 1000003u ^ static_cast<std::size_t>(k.date.time_since_epoch().count());
    }
};

/// Words that both texts share, as a share of the shorter one's.
bool alike(const std::string& a, const std::string& b)
{
    if (a.empty() || b.empty()) return false;
    return a == b || a.find(b) != std::string::npos || b.find(a) != std::string::npos;
}

/// Meets rows and existing entries, each at most once.
class Matcher {
public:
    Matcher(Draft& draft, const std::vector<Entry>& existing) : draft_{draft}, existing_{existing}, taken_(existing.size(), false)
    {
        order_.resize(existing.size());
        for (std::size_t i = 0; i < existing.size(); ++i) order_[i] = i;
        std::sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) { return existing[a].id < existing[b].id; });
        for (const auto i : order_) {
            const auto& e = existing[i];
            at_[{e.date, e.amount.minor}].push_back(i);
            if (!e.bank_id.empty() && !is_mark(e.bank_id)) by_id_[e.bank_id].push_back(i);
        }
    }

    void run()
    {
        pass([&](DraftRow& r) { return by_bank_id(r); });
        ids_change_ = !met_by_id_ && renumbered() >= 3;
        pass([&](DraftRow& r) { return by_text(r, true); });
        pass([&](DraftRow& r) { return by_text(r, false); });
        pass([&](DraftRow& r) { return books_pending(r); });
        pass([&](DraftRow& r) { return look_alike(r), false; });
    }

private:
    template <class Find>
    void pass(Find find)
    {
        for (auto& row : draft_.rows)
            if (row.mark == RowMark::fresh) find(row);
    }

    bool take(DraftRow& r, std::size_t i)
    {
        taken_[i] = true;
        r.mark = RowMark::duplicate;
        r.duplicate_of = existing_[i].id;
        r.confirms = existing_[i].status == EntryStatus::pending && !r.row.pending;
        return true;
    }

    bool by_bank_id(DraftRow& r)
    {
        if (is_mark(r.identity)) return false;
        const auto found = by_id_.find(r.identity);
        if (found == by_id_.end()) return false;
        for (const auto i : found->second) {
            const auto& e = existing_[i];
            if (!taken_[i] && e.amount == r.row.amount && std::abs(days_between(e.date, r.row.date)) <= days_around) return met_by_id_ = take(r, i);
        }
        return false;
    }

    /// Same day and amount, and the text as it was imported (`by_mark`), or as it stands in the ledger.
    bool by_text(DraftRow& r, bool by_mark)
    {
        const auto found = at_.find({r.row.date, r.row.amount.minor});
        if (found == at_.end()) return false;
        for (const auto i : found->second) {
            const auto& e = existing_[i];
            if (taken_[i]) continue;
            if (told_apart(r, e) && !ids_change_) continue;  // the bank says they are two
            if (by_mark ? e.bank_id == r.mark_of_text : same_words(r, e)) return take(r, i);
        }
        return false;
    }

    static bool told_apart(const DraftRow& r, const Entry& e)
    {
        return !is_mark(r.identity) && !e.bank_id.empty() && !is_mark(e.bank_id) && same_shape(r.identity, e.bank_id) && r.identity != e.bank_id;
    }

    /// Rows that are there already but for their number. Some banks number anew with every download; then no number is met at all.
    int renumbered() const
    {
        int n = 0;
        for (const auto& r : draft_.rows) {
            const auto found = at_.find({r.row.date, r.row.amount.minor});
            if (found == at_.end()) continue;
            n += std::any_of(found->second.begin(), found->second.end(), [&](std::size_t i) { return told_apart(r, existing_[i]) && same_words(r, existing_[i]); });
        }
        return n;
    }

    static bool same_words(const DraftRow& r, const Entry& e)
    {
        if (is_mark(e.bank_id) && is_mark(r.identity) && e.bank_id != r.identity) return false;  // both imported, and different
        const auto payee = folded(e.payee);
        return !payee.empty() && (payee == folded(r.payee) || payee == folded(r.row.payee));
    }

    /// A row that was pending last week and is booked now: same amount, a few days later.
    bool books_pending(DraftRow& r)
    {
        if (r.row.pending) return false;
        for (int back = 0; back <= days_around; ++back) {
            const auto found = at_.find({r.row.date - Days{back}, r.row.amount.minor});
            if (found == at_.end()) continue;
            for (const auto i : found->second) {
                const auto& e = existing_[i];
                if (taken_[i] || e.status != EntryStatus::pending || e.batch.value == 0) continue;
                if (alike(folded(e.payee), folded(r.payee)) || alike(folded(e.payee), folded(r.row.payee))) return take(r, i);
            }
        }
        return false;
    }

    /// Same amount within three days: worth a look.
    void look_alike(DraftRow& r)
    {
        for (const int off : {0, -1, 1, -2, 2, -3, 3}) {
            const auto found = at_.find({r.row.date + Days{off}, r.row.amount.minor});
            if (found == at_.end()) continue;
            for (const auto i : found->second) {
                const auto& e = existing_[i];
                if (taken_[i] || (off != 0 && !alike(folded(e.payee), folded(r.payee)))) continue;
                r.similar_to = e.id;
                return;
            }
        }
    }

    Draft& draft_;
    const std::vector<Entry>& existing_;
    std::vector<bool> taken_;
    bool met_by_id_ = false, ids_change_ = false;
    std::vector<std::size_t> order_{};
    std::unordered_map<Key, std::vector<std::size_t>, KeyHash> at_{};
    std::unordered_map<std::string, std::vector<std::size_t>> by_id_{};
};

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// The user's rules first, then what was done with the payee before, then with its words, then a category that is called as the bank
/// calls it, then a guess by words that everybody uses.
class Categories {
public:
    Categories(const Book& book, const Account& account, const Learned& learned) : book_{book}, account_{account}, learned_{learned}
    {
        for (const auto& [id, rule] : book.rules) words_.emplace_back(folded(rule.text), &rule);
    }

    void choose(DraftRow& r)
    {
        r.payee = cleaned(r.row.payee);
        const auto text = folded(r.row.payee) + ' ' + folded(r.row.memo);
        for (const auto& [words, rule] : words_)
            if (fits(words, *rule, r, text)) {
                if (!rule->set_payee.empty()) r.payee = rule->set_payee;
                r.category = rule->set_category, r.rule = rule->id, r.sure = 1;
                if (r.category) return;
                break;
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

    bool fits(const std::string& words, const Rule& rule, const DraftRow& r, const std::string& text) const
    {
        if (rule.account && rule.account != account_.id) return false;
        if (rule.at_least && (rule.at_least->currency != r.row.amount.currency || r.row.amount < *rule.at_least)) return false;
        if (rule.at_most && (rule.at_most->currency != r.row.amount.currency || r.row.amount > *rule.at_most)) return false;
        return words.empty() || holds(text, words);
    }

    const Book& book_;
    const Account& account_;
    const Learned& learned_;
    std::vector<std::pair<std::string, const Rule*>> words_{};
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
    for (const auto& row : statement.rows) {
        DraftRow r;
        r.row = row;
        if (account.type != AccountType::wallet) r.row.paid_with.clear();
        r.mark_of_text = fingerprint(text_of(row));
        r.identity = numbered && row.bank_id.size() >= trusted_id ? row.bank_id : r.mark_of_text;
        if (same_currency(row.amount.currency.text(), account.currency.text())) {
            r.row.amount.currency = account.currency;
            if (r.row.balance) r.row.balance->currency = account.currency;
        }
        if (r.row.amount.currency != account.currency) r.mark = RowMark::review, r.why = RowReason::other_currency;
        categories.choose(r);
        out.rows.push_back(std::move(r));
    }
    Matcher{out, existing}.run();
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
