#include "ledger/import/drafts/draft.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <unordered_map>

#include "ledger/import/drafts/matching.hpp"
#include "ledger/import/drafts/rules.hpp"
#include "ledger/import/drafts/sums.hpp"
#include "ledger/import/words/words.hpp"
#include "ledger/values/folding.hpp"

namespace ledger {

namespace {

constexpr std::size_t trusted_id = 6;  ///< shorter numbers only count the rows of one file

/// Do the file's own numbers tell rows apart, or do they only count them?
bool ids_are_trusted(const StatementRows& rows)
{
    std::vector<std::uint64_t> marks;
    std::size_t length = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto id = rows.bank_id(i);
        if (id.empty()) continue;
        length += id.size();
        marks.push_back(mark_of(id));
    }
    std::sort(marks.begin(), marks.end());
    const auto with = marks.size();
    const auto different = static_cast<std::size_t>(std::unique(marks.begin(), marks.end()) - marks.begin());
    return with > 0 && length >= with * trusted_id && different * 10 >= with * 9;
}

/// The user's rules first, then what was done with the payee before, then with its words, then a category that is
/// called as the bank calls it, then a guess by words that everybody uses.
class Categories {
public:
    Categories(const Book& book, const Account& account, const Learned& learned)
        : book_{book}, rules_{book}, account_{account}, learned_{learned}
    {
    }

    /// `text`: payee and memo, folded, a blank between them.
    void choose(DraftRow& r, const std::string& text)
    {
        r.payee = cleaned(r.row.payee);
        if (const auto* rule = rules_.first_for({account_.id, r.row.amount, r.row.payee, r.row.memo, r.payee, text})) {
            if (!rule->set_payee.empty()) r.payee = rule->set_payee;
            r.category = rule->set_category;
            r.rule = rule->id;
            r.sure = 1;
            if (r.category || rule->set_transfer) return;
        }
        const bool money_in = r.row.amount.positive();
        if (!learned_.empty() && take(r, learned_.by_payee(r.payee, money_in), 0)) return;
        const auto by_words = learned_.empty()
                                  ? CategoryGuess{}
                                  : learned_.by_words(r.payee, r.row.memo + ' ' + r.row.category, money_in);
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
        r.category = guess.category;
        r.sure = guess.sure;
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

/// What this file proved (which number is the month, which sign is spending) may be open in the next one with the same
/// header.
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

std::pair<Date, Date> range_to_compare(const Statement& s)
{
    if (s.rows.empty()) return {Date{}, Date{}};
    auto first = s.rows.date(0), last = first;
    for (std::size_t i = 1; i < s.rows.size(); ++i) {
        first = std::min(first, s.rows.date(i));
        last = std::max(last, s.rows.date(i));
    }
    return {first - Days{days_around}, last + Days{days_around}};
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

Draft draft(Statement statement, const Account& account, const KnownEntries& known, const Book& book,
            const Learned& learned)
{
    Draft out;
    out.account = account.id;
    out.reading = std::move(statement.reading);
    out.neutral = std::move(statement.neutral);
    out.furniture = std::move(statement.furniture);
    out.needs_review = std::move(statement.needs_review);
    refuse_beyond_sums(statement.rows, statement.rejected);
    out.rejected = std::move(statement.rejected);
    out.closing = statement.closing;
    out.sum_in = out.sum_out = Money{0, account.currency};
    auto& said = statement.rows;
    const bool numbered = ids_are_trusted(said);
    if (account.type != AccountType::wallet) said.forget_paid_with();
    for (std::size_t i = 0; i < said.size(); ++i)
        if (same_currency(said.amount(i).currency.text(), account.currency.text()))
            said.set_currency(i, account.currency);
    out.rows = DraftRows{std::move(said)};
    Categories categories{book, account, learned};
    for (std::size_t i = 0; i < out.rows.size(); ++i) {
        auto r = out.rows[i];
        auto text = folded(r.row.payee);
        const auto memo = folded(r.row.memo);
        r.text_mark = mark_of(text, memo);
        text.append(" ").append(memo);
        r.numbered = numbered && r.row.bank_id.size() >= trusted_id && !is_mark(r.row.bank_id);
        if (r.row.amount.currency != account.currency) {
            r.mark = RowMark::review;
            r.why = RowReason::other_currency;
        }
        categories.choose(r, text);
        out.rows.set(i, r);
    }
    std::set<EntryId> pays_a_bill;
    for (const auto& [id, s] : book.settlements) pays_a_bill.insert(s.entry);
    meet(out.rows, known, pays_a_bill);
    recount(out);
    return out;
}

Draft draft(const Statement& statement, const Account& account, const std::vector<Entry>& existing, const Book& book,
            const Learned& learned)
{
    Learned here;
    if (learned.empty())
        for (const auto& e : existing) here.learn({e.payee, e.memo, e.category, e.amount.positive(), e.chosen});
    return draft(Statement{statement}, account, KnownEntries{existing}, book, learned.empty() ? here : learned);
}

void recount(Draft& d)
{
    d.fresh = d.duplicates = d.reviews = d.left_out = 0;
    d.first.reset();
    d.last.reset();
    d.sum_in.minor = d.sum_out.minor = 0;
    const auto& said = d.rows.said();
    for (std::size_t i = 0; i < d.rows.size(); ++i) {
        const auto mark = d.rows.mark(i);
        switch (mark) {
            case RowMark::fresh: ++d.fresh; break;
            case RowMark::duplicate: ++d.duplicates; break;
            case RowMark::review: ++d.reviews; break;
            case RowMark::left_out: ++d.left_out; break;
        }
        if (mark == RowMark::review) continue;
        d.first = d.first ? std::min(*d.first, said.date(i)) : said.date(i);
        d.last = d.last ? std::max(*d.last, said.date(i)) : said.date(i);
        const auto amount = said.amount(i), size = abs(amount);
        auto& sum = amount.negative() ? d.sum_out : d.sum_in;
        sum += size;  // what no sum could hold was refused when the file was read
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

Entry entry_of(const DraftRow& r, AccountId account, BatchId batch)
{
    Entry e;
    e.account = account;
    e.date = r.row.date;
    e.amount = r.row.amount;
    e.payee = r.payee;
    e.memo = memo_of(r);
    e.category = r.category;
    e.chosen = r.chosen;
    e.status = r.row.pending ? EntryStatus::pending : EntryStatus::cleared;
    e.batch = batch;
    e.bank_id = identity(r);
    return e;
}

}  // namespace

Change record(const Draft& draft, const Book& book, const std::vector<Entry>& existing, const std::string& file,
              Moment at)
{
    Change change{.deed = Deed::import, .about = file};
    const auto batch = next_id<Batch>(book);
    const auto fresh = std::make_shared<std::vector<std::uint32_t>>();  // where in the draft the n-th new row stands
    fresh->reserve(static_cast<std::size_t>(draft.fresh));
    std::vector<Entry> booked;
    for (std::uint32_t i = 0; i < draft.rows.size(); ++i) {
        if (draft.rows.mark(i) == RowMark::fresh) fresh->push_back(i);
        if (draft.rows.mark(i) == RowMark::fresh || !draft.rows.confirms(i)) continue;
        const auto found = std::find_if(existing.begin(), existing.end(),
                                        [&](const Entry& e) { return e.id == draft.rows.duplicate_of(i); });
        if (found == existing.end()) continue;
        auto& e = booked.emplace_back(*found);
        e.status = EntryStatus::cleared;
        e.posted = draft.rows.said().date(i);
        e.bank_id = identity(draft.rows[i]);  // the next file has the booked row, not the pending one
    }
    if (fresh->empty() && booked.empty()) return change;
    if (auto format = learned_format(draft, book)) change.steps.push_back(Put<StatementFormat>{std::move(*format)});
    if (!fresh->empty()) {
        change.steps.push_back(Put<Batch>{{batch, draft.account, file, at, draft.reading.id, draft.fresh}});
        change.steps.push_back(Bring{.first = {book.last_entry.value + 1},
                                     .count = static_cast<std::int64_t>(fresh->size()),
                                     .make = [&draft, fresh, batch](std::int64_t n) {
                                         return entry_of(draft.rows[(*fresh)[static_cast<std::size_t>(n)]],
                                                         draft.account, batch);
                                     }});
    }
    for (auto& e : booked) change.steps.push_back(Put<Entry>{std::move(e)});
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
