#include "ledger/import/tables/money_candidates.hpp"

#include <algorithm>

#include "ledger/import/tables/weights.hpp"
#include "ledger/import/words/words.hpp"

namespace ledger {

namespace {

constexpr std::size_t widest_pair = 16;  ///< debit and credit stand no further apart
constexpr std::size_t most_candidates =
    400;  ///< a file with more ways to read it is no statement; the likeliest are tried

double share_filled(const ColumnProfile& p, const Layout& layout)
{
    return static_cast<double>(p.filled) / static_cast<double>(layout.data.size());
}

}  // namespace

std::map<std::string, Side> letters_of(const ColumnProfile& column, const Surroundings& around)
{
    if (column.values.size() != 2 || column.role(Role::payee) >= 0.5 || column.role(Role::memo) >= 0.5 ||
        column.role(Role::id) >= 0.5)
        return {};
    for (const auto& pair : letter_pairs()) {
        if (!pair.currency.empty() && pair.currency != around.currency) continue;
        std::map<std::string, Side> sides;
        for (const auto& [text, times] : column.values) {
            const auto letter = folded(text);
            if (letter == pair.out) sides[letter] = Side::out;
            else if (letter == pair.in) sides[letter] = Side::in;
        }
        if (sides.size() == 2) return sides;
    }
    return {};
}

std::map<std::string, Side> kind_sides(const ColumnProfile& p, const Surroundings& around)
{
    if (std::max(p.role(Role::kind), p.role(Role::direction)) < weights.money.named) return {};
    std::map<std::string, Side> sides;
    bool in = false, out = false;
    for (const auto& [text, times] : p.values) {
        const int sign = around.card ? card_text_sign(text) : plain_text_sign(text);
        if (sign == 0) return {};
        (sign > 0 ? in : out) = true;
        sides[folded(text)] = sign > 0 ? Side::in : Side::out;
    }
    return in && out && p.values.size() < 12 ? sides : std::map<std::string, Side>{};
}

Side one_sided(const ColumnProfile& p)
{
    Side only = Side::none;
    for (const auto& [text, times] : p.values) {
        const auto side = side_of(text);
        if ((side != Side::in && side != Side::out) || (only != Side::none && side != only)) return Side::none;
        only = side;
    }
    return only;
}

bool is_money(const Layout& layout, std::size_t c, const TablePlan& plan)
{
    const auto& p = layout.columns[c];
    if (static_cast<int>(c) == plan.date || p.filled == 0) return false;
    if (std::find(plan.other_dates.begin(), plan.other_dates.end(), static_cast<int>(c)) != plan.other_dates.end())
        return false;
    const double words = std::max(
        {p.role(Role::amount), p.role(Role::debit), p.role(Role::credit), p.role(Role::balance), p.role(Role::fee)});
    if (p.amount_rate() < (words > 0.5 ? 0.4 : 0.85)) return false;
    if (p.date_rate() > 0.9 && words < 0.5) return false;
    if (p.id_like * 2 > p.filled && p.fractional == 0 && words < 0.5) return false;
    return true;
}

namespace {

/// How two columns share the rows: money never stands in both, and in most rows in one.
struct Sharing {
    int both = 0, one = 0;
    bool apart(std::size_t rows) const { return both == 0 && static_cast<std::size_t>(one) * 10 >= rows * 9; }
};

Sharing sharing(const Table& table, const Layout& layout, std::size_t a, std::size_t b)
{
    const auto some = [](std::string_view cell) { return cell.find_first_of("123456789") != std::string_view::npos; };
    Sharing out;
    for (const auto i : layout.data) {
        const bool left = some(cell_at(table.records[i], static_cast<int>(a))),
                   right = some(cell_at(table.records[i], static_cast<int>(b)));
        out.both += left && right;
        out.one += left != right;
        if (out.both > 0) break;
    }
    return out;
}

/// Two columns that may be money out and money in, whatever their headers are called.
bool may_be_pair(const Table& table, const Layout& layout, std::size_t a, std::size_t b)
{
    for (const auto c : {a, b})
        for (const Role r : {Role::balance, Role::amount_other, Role::amount, Role::fee, Role::id, Role::account,
                             Role::counter_account})
            if (layout.columns[c].role(r) >= 0.5) return false;
    const auto share = sharing(table, layout, a, b);
    return share.both == 0 &&
           (share.apart(layout.data.size()) || layout.columns[a].role(Role::debit) > weights.money.named ||
            layout.columns[b].role(Role::credit) > weights.money.named);
}

bool says_both(const ColumnProfile& p)
{
    const auto says = [&](Side side) {
        return std::any_of(p.values.begin(), p.values.end(), [&](const auto& v) { return side_of(v.first) == side; });
    };
    return p.plain_sides > 0 && says(Side::in) && says(Side::out);
}

/// The columns that may say which way the money of a row went; -1: none.
std::vector<int> directions(const Layout& layout, const Surroundings& around)
{
    std::vector<int> out{-1};
    for (std::size_t c = 0; c < layout.columns.size(); ++c) {
        const auto& p = layout.columns[c];
        const double share = share_filled(p, layout);
        const bool letters = !letters_of(p, around).empty() && share > 0.9;
        const bool half = one_sided(p) != Side::none && p.role(Role::direction) > 0.5 && share > 0;
        const int moves = says_both(p) ? p.moves : 0;  // beside income and spending
        const double said = p.filled == 0 ? 0 : static_cast<double>(p.sides + moves) / p.filled;
        const bool words =
            p.plain_sides > 0 && share > 0.6 &&
            (said > 0.9 || (p.role(Role::direction) > 0.5 && said > 0.4) || (p.role(Role::kind) > 0.5 && said > 0.55));
        if (letters || half || words) out.push_back(static_cast<int>(c));
    }
    return out;
}

/// How much the header speaks for an amount; less where it speaks as much for something else.
double amount_words(const ColumnProfile& p)
{
    double words = p.role(Role::amount);
    for (const Role r : {Role::amount_other, Role::balance, Role::fee, Role::id, Role::account, Role::category,
                         Role::counter_account, Role::other, Role::time, Role::currency_other})
        words = std::min(words, words - weights.money.against * (p.role(r) - words > -0.05 ? p.role(r) : 0.0));
    return words;
}

/// What speaks for a column, and for its place, before it is tried.
double column_prior(const ColumnProfile& p, std::size_t c, double start)
{
    const auto& w = weights.money;
    return start + (p.fractional > 0 ? w.fractional : 0.0) - w.column * static_cast<double>(c);
}

/// Amounts without a sign beside a column that names kinds of movement.
void add_by_kind(const Layout& layout, const Surroundings& around, std::size_t c, double words,
                 std::vector<MoneyCandidate>& out)
{
    for (std::size_t d = 0; d < layout.columns.size(); ++d) {
        const auto& kinds = layout.columns[d];
        if (kinds.sides >= kinds.filled || share_filled(kinds, layout) <= 0.95 || kind_sides(kinds, around).empty())
            continue;
        MoneyCandidate candidate;
        candidate.amount = static_cast<int>(c);
        candidate.direction = static_cast<int>(d);
        candidate.by_kind = true;
        candidate.words = words;
        candidate.prior = column_prior(layout.columns[c], c, weights.money.kinds);
        out.push_back(candidate);
    }
}

void add_single(const Layout& layout, const Surroundings& around, const std::vector<bool>& money, bool named,
                std::vector<MoneyCandidate>& out)
{
    const auto& w = weights.money;
    const auto ways = directions(layout, around);
    for (std::size_t c = 0; c < layout.columns.size(); ++c) {
        if (!money[c]) continue;
        const auto& p = layout.columns[c];
        const double words = amount_words(p);
        // A lone debit or credit column is an amount whose direction the header gives.
        if (named && words <= 0.2) continue;
        if (p.top() == Role::balance && p.roles.front().score > 0.8) continue;
        if (p.negative + p.plus + p.sided == 0) add_by_kind(layout, around, c, words, out);
        for (const int d : ways) {
            MoneyCandidate candidate;
            candidate.amount = static_cast<int>(c);
            candidate.direction = d;
            candidate.words = words;
            if (p.negative > 0 || p.sided > 0 || d >= 0) candidate.prior += w.decided;
            if (d >= 0)
                candidate.prior +=
                    w.direction + w.direction_named * layout.columns[static_cast<std::size_t>(d)].role(Role::direction);
            if (p.fractional > 0) candidate.prior += w.fractional;
            if (p.symbols > 0) candidate.prior += w.symbol;
            candidate.prior -= w.column * static_cast<double>(c);
            out.push_back(candidate);
        }
    }
}

void add_pairs(const Table& table, const Layout& layout, const TablePlan& plan, const std::vector<bool>& money,
               std::vector<MoneyCandidate>& out)
{
    const auto& w = weights.money;
    const auto n = layout.columns.size();
    const auto maybe = [&](std::size_t c, Role role) {
        const auto& p = layout.columns[c];
        return p.role(role) > w.named && static_cast<int>(c) != plan.date && (money[c] || p.filled == 0);
    };
    for (std::size_t d = 0; d < n; ++d)
        for (std::size_t c = d > widest_pair ? d - widest_pair : 0; c < n && c <= d + widest_pair; ++c) {
            if (c == d) continue;
            const auto &pd = layout.columns[d], &pc = layout.columns[c];
            const auto gap = static_cast<double>(c > d ? c - d : d - c);
            MoneyCandidate candidate;
            candidate.debit = static_cast<int>(d);
            candidate.credit = static_cast<int>(c);
            if (maybe(d, Role::debit) && maybe(c, Role::credit) && pd.filled + pc.filled > 0) {
                candidate.words = (pd.role(Role::debit) + pc.role(Role::credit)) / 2;
                candidate.prior = w.pair - w.pair_gap * gap;
                out.push_back(candidate);
            }
            else if (money[d] && money[c] && gap <= 2 && pd.role(Role::credit) < 0.5 && pc.role(Role::debit) < 0.5 &&
                     may_be_pair(table, layout, d, c)) {
                // Names we do not know, or only one: they share the rows between them.
                candidate.words = std::max(pd.role(Role::debit), pc.role(Role::credit)) / 2;
                candidate.prior = w.unnamed_pair - w.pair_gap * gap;
                if (d < c) candidate.prior += w.pair_order;
                if (pd.negative > 0) candidate.prior += w.pair_sign;
                if (pc.plus > 0) candidate.prior += w.pair_plus;
                if (pc.negative > 0) candidate.prior -= w.pair_sign;
                out.push_back(candidate);
            }
        }
}

/// Where nothing else is money: a debit or credit column without the other, else what was paid in another currency.
void add_last_resort(const Layout& layout, const Surroundings& around, const std::vector<bool>& money,
                     std::vector<MoneyCandidate>& out)
{
    for (std::size_t c = 0; c < layout.columns.size(); ++c)
        for (const Role role : {Role::debit, Role::credit})
            if (money[c] && layout.columns[c].role(role) > weights.money.named) {
                MoneyCandidate candidate;
                (role == Role::debit ? candidate.debit : candidate.credit) = static_cast<int>(c);
                candidate.words = layout.columns[c].role(role);
                out.push_back(candidate);
            }
    if (!out.empty()) return;
    for (std::size_t c = 0; c < layout.columns.size(); ++c)
        if (money[c] && layout.columns[c].role(Role::amount_other) > weights.money.named)
            for (const int d : directions(layout, around)) {
                MoneyCandidate candidate;
                candidate.amount = static_cast<int>(c);
                candidate.direction = d;
                candidate.prior =
                    (d >= 0 ? weights.money.decided : 0.0) - weights.money.column * static_cast<double>(c);
                out.push_back(candidate);
            }
}

}  // namespace

std::vector<MoneyCandidate> money_candidates(const Table& table, const Layout& layout, const Surroundings& around,
                                             const TablePlan& plan)
{
    std::vector<MoneyCandidate> out;
    std::vector<bool> money(layout.columns.size());
    bool named = false;
    for (std::size_t c = 0; c < money.size(); ++c) {
        money[c] = is_money(layout, c, plan);
        const auto& p = layout.columns[c];
        named = named || (money[c] && std::max({p.role(Role::amount), p.role(Role::debit), p.role(Role::credit)}) >
                                          weights.money.named);
    }
    add_single(layout, around, money, named, out);
    add_pairs(table, layout, plan, money, out);
    if (out.empty()) add_last_resort(layout, around, money, out);
    if (out.size() > most_candidates) {
        std::stable_sort(out.begin(), out.end(), [](const MoneyCandidate& a, const MoneyCandidate& b) {
            return weights.money.words * a.words + a.prior > weights.money.words * b.words + b.prior;
        });
        out.resize(most_candidates);
    }
    return out;
}

std::vector<int> balance_candidates(const Layout& layout, const TablePlan& plan, const MoneyCandidate& with)
{
    std::vector<int> out;
    for (std::size_t c = 0; c < layout.columns.size(); ++c) {
        const auto& p = layout.columns[c];
        const int at = static_cast<int>(c);
        if (at == with.amount || at == with.debit || at == with.credit || !is_money(layout, c, plan)) continue;
        if (p.role(Role::balance) > weights.money.named || !layout.names_known) out.push_back(at);
    }
    if (out.size() > widest_pair) out.resize(widest_pair);
    if (out.empty()) out.push_back(-1);
    return out;
}

}  // namespace ledger
