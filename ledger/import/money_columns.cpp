#include "ledger/import/money_columns.hpp"

#include <algorithm>
#include <cmath>

#include "ledger/import/words_data.hpp"

namespace ledger {

namespace {

constexpr int places_for_comparing = 4;
constexpr std::size_t rows_compared = 400;
constexpr std::size_t widest_pair = 16;      ///< debit and credit stand no further apart
constexpr std::size_t most_candidates = 400; ///< a file with more ways to read it is no statement; the likeliest are tried

std::string_view cell_at(const Record& r, int column)
{
    return column >= 0 && static_cast<std::size_t>(column) < r.cells.size() ? r.cells[static_cast<std::size_t>(column)] : std::string_view{};
}

/// Under the file's decimal mark, or, where that cannot be, under the other.
std::optional<AmountCell> read_either(std::string_view cell, char decimal)
{
    auto a = read_amount(cell, decimal);
    return a ? a : read_amount(cell, decimal == '.' ? ',' : '.');
}

struct Read {
    std::optional<std::int64_t> value{};  ///< with sign
    bool filled = false;
    int sign = 0, side = 0;
};

Read read_cell(std::string_view cell, char decimal, int places)
{
    Read r;
    if (blank(cell)) return r;
    const auto a = read_either(cell, decimal);
    r.filled = true;
    if (!a) return r;
    const auto m = minor_units(*a, places);
    if (!m) return r;
    r.sign = a->sign, r.side = a->side;
    r.value = a->sign < 0 ? -*m : *m;
    return r;
}

/// One letter means one thing beside another: D and A are dare and avere, A and B af and bij, or alacak and borç.
std::map<std::string, Side> letters_of(const ColumnProfile& column, const Surroundings& around)
{
    if (column.values.size() != 2) return {};
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

double share_filled(const ColumnProfile& p, const Layout& layout) { return static_cast<double>(p.filled) / static_cast<double>(layout.data.size()); }

/// Of the amounts that name their currency, how many name another one than the account's (or than most do).
double foreign_share(const ColumnProfile& p, const std::string& currency)
{
    int all = 0, most = 0;
    for (const auto& [code, times] : p.codes) all += times, most = std::max(most, times);
    if (all == 0) return 0;
    if (const auto own = p.codes.find(currency); !currency.empty()) most = own == p.codes.end() ? 0 : own->second;
    return 1.0 - static_cast<double>(most) / all;
}

/// The only side that is ever written in this column: a blank cell means the other. None where both are, or other words.
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

/// A way to take the money, and what speaks for it.
struct Candidate {
    int amount = -1, debit = -1, credit = -1, direction = -1;
    double words = 0;
    double prior = 0;
};

bool is_money(const Layout& layout, std::size_t c, const TablePlan& plan)
{
    const auto& p = layout.columns[c];
    if (static_cast<int>(c) == plan.date || p.filled == 0) return false;
    if (std::find(plan.other_dates.begin(), plan.other_dates.end(), static_cast<int>(c)) != plan.other_dates.end()) return false;
    const double words = std::max({p.role(Role::amount), p.role(Role::debit), p.role(Role::credit), p.role(Role::balance), p.role(Role::fee)});
    if (p.amount_rate() < (words > 0.5 ? 0.4 : 0.85)) return false;
    if (p.date_rate() > 0.9 && words < 0.5) return false;
    if (p.id_like * 2 > p.filled && p.fractional == 0 && words < 0.5) return false;
    return true;
}

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
        const bool left = some(cell_at(table.records[i], static_cast<int>(a))), right = some(cell_at(table.records[i], static_cast<int>(b)));
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
        for (const Role r : {Role::balance, Role::amount_other, Role::amount, Role::fee, Role::id, Role::account, Role::counter_account})
            if (layout.columns[c].role(r) >= 0.5) return false;
    const auto share = sharing(table, layout, a, b);
    return share.both == 0 && (share.apart(layout.data.size()) || layout.columns[a].role(Role::debit) > 0.45 || layout.columns[b].role(Role::credit) > 0.45);
}

std::vector<Candidate> candidates(const Table& table, const Layout& layout, const Surroundings& around, const TablePlan& plan)
{
    std::vector<Candidate> out;
    const auto n = layout.columns.size();
    std::vector<bool> money(n);
    bool named = false;
    for (std::size_t c = 0; c < n; ++c) {
        money[c] = is_money(layout, c, plan);
        const auto& p = layout.columns[c];
        named = named || (money[c] && std::max({p.role(Role::amount), p.role(Role::debit), p.role(Role::credit)}) > 0.45);
    }
    std::vector<int> directions{-1};
    for (std::size_t c = 0; c < n; ++c) {
        const auto& p = layout.columns[c];
        if (!letters_of(p, around).empty() && static_cast<std::size_t>(p.filled) * 10 > layout.data.size() * 9) {
            directions.push_back(static_cast<int>(c));
            continue;
        }
        if (one_sided(p) != Side::none && p.role(Role::direction) > 0.5 && share_filled(p, layout) > 0) {
            directions.push_back(static_cast<int>(c));
            continue;
        }
        const double said = p.filled == 0 ? 0 : static_cast<double>(p.sides) / p.filled;
        const double share = static_cast<double>(p.filled) / static_cast<double>(layout.data.size());
        if (p.plain_sides > 0 && share > 0.6 && (said > 0.9 || (p.role(Role::direction) > 0.5 && said > 0.4) || (p.role(Role::kind) > 0.5 && said > 0.55))) directions.push_back(static_cast<int>(c));
    }
    for (std::size_t c = 0; c < n; ++c) {
        if (!money[c]) continue;
        const auto& p = layout.columns[c];
        double words = p.role(Role::amount);
        for (const Role r : {Role::amount_other, Role::balance, Role::fee, Role::id, Role::account, Role::category, Role::counter_account, Role::other, Role::time, Role::currency_other})
            words = std::min(words, words - 0.6 * (p.role(r) - words > -0.05 ? p.role(r) : 0.0));
        // A lone debit or credit column is an amount whose direction the header gives.
        if (named && words <= 0.2) continue;
        if (p.top() == Role::balance && p.roles.front().score > 0.8) continue;
        for (const int d : directions) {
            Candidate candidate;
            candidate.amount = static_cast<int>(c);
            candidate.direction = d;
            candidate.words = words;
            const bool signed_column = p.negative > 0 || p.sided > 0;
            const bool decided = signed_column || d >= 0;
            candidate.prior = (decided ? 0.5 : 0.0) + (d >= 0 ? 0.2 + 0.3 * layout.columns[static_cast<std::size_t>(d)].role(Role::direction) : 0.0) + (p.fractional > 0 ? 0.4 : 0.0) + (p.symbols > 0 ? 0.1 : 0.0);
            candidate.prior -= 0.01 * static_cast<double>(c);
            out.push_back(candidate);
        }
    }
    const auto maybe = [&](std::size_t c, Role role) {
        const auto& p = layout.columns[c];
        return p.role(role) > 0.45 && static_cast<int>(c) != plan.date && (money[c] || p.filled == 0);
    };
    for (std::size_t d = 0; d < n; ++d)
        for (std::size_t c = d > widest_pair ? d - widest_pair : 0; c < n && c <= d + widest_pair; ++c) {
            if (c == d) continue;
            const auto &pd = layout.columns[d], &pc = layout.columns[c];
            const auto gap = static_cast<double>(c > d ? c - d : d - c);
            if (maybe(d, Role::debit) && maybe(c, Role::credit) && pd.filled + pc.filled > 0) {
                Candidate candidate;
                candidate.debit = static_cast<int>(d), candidate.credit = static_cast<int>(c);
                candidate.words = (pd.role(Role::debit) + pc.role(Role::credit)) / 2;
                candidate.prior = 0.7 - 0.1 * gap;
                out.push_back(candidate);
            } else if (money[d] && money[c] && gap <= 2 && pd.role(Role::credit) < 0.5 && pc.role(Role::debit) < 0.5 && may_be_pair(table, layout, d, c)) {
                Candidate candidate;  // names we do not know, or only one: they share the rows between them
                candidate.debit = static_cast<int>(d), candidate.credit = static_cast<int>(c);
                candidate.words = std::max(pd.role(Role::debit), pc.role(Role::credit)) / 2;
                candidate.prior = 0.5 - 0.1 * gap + (d < c ? 0.1 : 0.0) + (pd.negative > 0 ? 0.6 : 0.0) + (pc.plus > 0 ? 0.3 : 0.0) - (pc.negative > 0 ? 0.6 : 0.0);
                out.push_back(candidate);
            }
        }
    if (out.empty())
        for (std::size_t c = 0; c < n; ++c)
            for (const Role role : {Role::debit, Role::credit})
                if (money[c] && layout.columns[c].role(role) > 0.45) {
                    Candidate candidate;
                    (role == Role::debit ? candidate.debit : candidate.credit) = static_cast<int>(c);
                    candidate.words = layout.columns[c].role(role);
                    out.push_back(candidate);
                }
    if (out.size() > most_candidates) {
        std::stable_sort(out.begin(), out.end(), [](const Candidate& a, const Candidate& b) { return 2.5 * a.words + a.prior > 2.5 * b.words + b.prior; });
        out.resize(most_candidates);
    }
    return out;
}

std::vector<int> balance_candidates(const Layout& layout, const TablePlan& plan, const Candidate& with)
{
    std::vector<int> out;
    for (std::size_t c = 0; c < layout.columns.size(); ++c) {
        const auto& p = layout.columns[c];
        const int at = static_cast<int>(c);
        if (at == with.amount || at == with.debit || at == with.credit || !is_money(layout, c, plan)) continue;
        if (p.role(Role::balance) > 0.45 || !layout.names_known) out.push_back(at);
    }
    if (out.size() > widest_pair) out.resize(widest_pair);
    if (out.empty()) out.push_back(-1);
    return out;
}

/// Cells that hold more than zero: zeros in the unused column carry no sign.
int filled_with_money(const ColumnProfile& p)
{
    int zeros = 0;
    for (const auto& [text, times] : p.values)
        if (text.find_first_of("123456789") == std::string::npos) zeros += times;
    return p.filled - zeros;
}

void set_column_signs(const Layout& layout, TablePlan& plan)
{
    if (plan.debit >= 0) {
        const auto& p = layout.columns[static_cast<std::size_t>(plan.debit)];
        plan.debit_signed = p.negative * 2 > filled_with_money(p) || (p.negative > 0 && p.plus > 0);
    }
    if (plan.credit >= 0) {
        const auto& p = layout.columns[static_cast<std::size_t>(plan.credit)];
        plan.credit_negative = p.negative > 0 && p.negative == filled_with_money(p);
    }
}

}  // namespace

namespace {

/// +1 where the days of the file go up, -1 where they go down, 0 where they do not say.
int days_go(const Table& table, const Layout& layout, int column)
{
    int best = 0;
    for (const auto order : {DateOrder::ymd, DateOrder::dmy, DateOrder::mdy}) {
        int up = 0, down = 0, read = 0;
        std::optional<Date> last;
        for (const auto i : layout.data) {
            const auto d = read_date(cell_at(table.records[i], column), order);
            if (!d) continue;
            ++read;
            const auto day = make_date(d->year == 0 ? 2000 : d->year, d->month, d->day);
            if (last) up += day > *last, down += day < *last;
            last = day;
        }
        if (static_cast<std::size_t>(read) * 20 < layout.data.size() * 19) continue;
        const int net = down * 10 <= up ? up : up * 10 <= down ? -down : 0;
        if (std::abs(net) > std::abs(best)) best = net;
    }
    return best > 0 ? 1 : best < 0 ? -1 : 0;
}

}  // namespace

bool direction_gives_sign(const Table& table, const Layout& layout, const TablePlan& plan)
{
    if (plan.amount < 0 || plan.direction < 0) return false;
    int plus = 0, minus = 0, others = 0;
    for (const auto i : layout.data) {
        const auto& record = table.records[i];
        const auto side = side_in(plan, cell_at(record, plan.direction));
        const auto a = read_cell(cell_at(record, plan.amount), plan.decimal, places_for_comparing);
        if (!a.value || *a.value == 0) continue;
        if (side == Side::out || side == Side::moved_out) (*a.value > 0 ? plus : minus) += 1;
        else if (side == Side::in || side == Side::moved_in) others += *a.value < 0;
    }
    return plus + minus > 0 ? plus > minus : others == 0;
}

RowMoney money_of(const Record& record, const TablePlan& plan, int places)
{
    RowMoney out;
    if (plan.direction >= 0) out.side = side_in(plan, cell_at(record, plan.direction));
    if (plan.amount >= 0) {
        const auto a = read_cell(cell_at(record, plan.amount), plan.decimal, places);
        out.unreadable = a.filled && !a.value;
        if (a.value) {
            out.amount = a.value;
            if (a.side != 0 && a.sign == 0) out.amount = a.side < 0 ? -*a.value : *a.value;
            else if (a.sign == 0 && plan.unsided < 0) out.amount = -*a.value;
            if (plan.direction_signs) {
                const bool away = out.side == Side::out || out.side == Side::moved_out;
                if (away) out.amount = -*out.amount;
            }
        }
    } else {
        const auto d = read_cell(cell_at(record, plan.debit), plan.decimal, places);
        const auto c = read_cell(cell_at(record, plan.credit), plan.decimal, places);
        out.unreadable = (d.filled && !d.value) || (c.filled && !c.value);
        const auto away = d.value.value_or(0), home = c.value.value_or(0);
        out.both_sides = away != 0 && home != 0;
        if (d.value || c.value) out.amount = (plan.debit_signed ? away : -away) + (plan.credit_negative ? -home : home);
        if (out.unreadable && away + home != 0) out.unreadable = false;
    }
    if (plan.balance >= 0) {
        const auto b = read_cell(cell_at(record, plan.balance), plan.decimal, places);
        if (b.value) out.balance = b.side < 0 && b.sign == 0 ? -*b.value : *b.value;
    }
    if (plan.fee >= 0) out.fee = std::abs(read_cell(cell_at(record, plan.fee), plan.decimal, places).value.value_or(0));
    if (out.fee != 0 && !out.amount && !out.unreadable) out.amount = 0;  // a row that is nothing but a fee
    return out;
}

Chain chain_of(const std::vector<RowMoney>& rows, int order)
{
    int forward[2][2]{}, backward[2][2]{};  // [inverted][fee taken]
    Chain chain;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto &a = rows[i - 1], &b = rows[i];
        if (!a.balance || !b.balance || !a.amount || !b.amount) continue;
        if (*a.amount == 0 && *b.amount == 0 && a.fee == 0 && b.fee == 0) continue;
        ++chain.links;
        for (int inverted = 0; inverted < 2; ++inverted)
            for (int fee = 0; fee < 2; ++fee) {
                const auto moved = [&](const RowMoney& r) { return (inverted != 0 ? -*r.amount : *r.amount) - (fee != 0 ? r.fee : 0); };
                forward[inverted][fee] += *b.balance == *a.balance + moved(b);
                backward[inverted][fee] += *a.balance == *b.balance + moved(a);
            }
    }
    chain.proved = -1;
    for (int inverted = 0; inverted < 2; ++inverted)
        for (int fee = 0; fee < 2; ++fee)
            for (int back = 0; back < 2; ++back) {
                const int n = back != 0 ? backward[inverted][fee] : forward[inverted][fee];
                const bool fits_days = order == 0 || (order < 0) == (back != 0);
                if (n > chain.proved || (n == chain.proved && fits_days && chain.before)) {
                    chain.proved = n;
                    chain.before = !fits_days;
                    chain.newest_first = (back != 0) == fits_days, chain.inverted = (inverted != 0) == fits_days, chain.fee_taken = fee != 0;
                }
            }
    if (chain.proved < 0) chain.proved = 0;
    return chain;
}

namespace {

/// Unsigned amounts whose direction only the balances tell: how often does the balance move by the amount, up or down?
Chain steps_of(const std::vector<RowMoney>& rows)
{
    int forward = 0, backward = 0, up = 0, down = 0;
    Chain chain;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto &a = rows[i - 1], &b = rows[i];
        if ((a.amount && *a.amount < 0) || (b.amount && *b.amount < 0)) return {};
        if (!a.balance || !b.balance || !a.amount || !b.amount || (*a.amount == 0 && *b.amount == 0)) continue;
        ++chain.links;
        const auto step = *b.balance - *a.balance;
        forward += std::abs(step) == *b.amount;
        backward += std::abs(step) == *a.amount;
        (step > 0 ? up : down) += 1;
    }
    chain.newest_first = backward > forward;
    chain.proved = std::max(forward, backward);
    return up > 0 && down > 0 ? chain : Chain{};
}

/// What the balances say of each row's direction: +1, -1, or 0 where there is nothing to compare with.
std::vector<int> directions_proved(const std::vector<RowMoney>& rows, bool newest_first)
{
    std::vector<int> out(rows.size(), 0);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto &a = rows[i - 1], &b = rows[i];
        const auto& moved = newest_first ? a : b;
        if (!a.balance || !b.balance || !moved.amount || *moved.amount == 0) continue;
        const auto step = newest_first ? *a.balance - *b.balance : *b.balance - *a.balance;
        if (std::abs(step) == std::abs(*moved.amount)) out[newest_first ? i - 1 : i] = step > 0 ? 1 : -1;
    }
    return out;
}

/// A column of few words, each of which always goes with the same direction: its words are learned.
bool learn_sides(const Table& table, const Layout& layout, const std::vector<RowMoney>& rows, bool newest_first, TablePlan& plan)
{
    const auto proved = directions_proved(rows, newest_first);
    for (std::size_t c = 0; c < layout.columns.size(); ++c) {
        const auto& p = layout.columns[c];
        const int at = static_cast<int>(c);
        if (at == plan.amount || at == plan.balance || at == plan.date || p.values.size() < 2 || p.values.size() > 4 || static_cast<std::size_t>(p.filled) * 10 < layout.data.size() * 9) continue;
        std::map<std::string, Side> sides;
        bool clear = true;
        std::size_t seen = 0;
        for (std::size_t i = 0; i < rows.size() && clear; ++i) {
            if (proved[i] == 0) continue;
            ++seen;
            const auto side = proved[i] > 0 ? Side::in : Side::out;
            const auto [known, is_new] = sides.emplace(folded(cell_at(table.records[layout.data[i]], at)), side);
            clear = known->second == side;
        }
        const bool both = std::any_of(sides.begin(), sides.end(), [](const auto& s) { return s.second == Side::in; }) && std::any_of(sides.begin(), sides.end(), [](const auto& s) { return s.second == Side::out; });
        if (!clear || !both || seen < 4 || sides.size() < p.values.size()) continue;
        plan.direction = at, plan.learned_sides = std::move(sides), plan.direction_signs = true, plan.sign_by_balance = false;
        return true;
    }
    return false;
}

}  // namespace

bool choose_money(const Table& table, const Layout& layout, const Surroundings& around, TablePlan& plan)
{
    for (std::size_t c = 0; c < layout.columns.size(); ++c)
        if (layout.columns[c].role(Role::fee) > 0.7 && layout.columns[c].top() == Role::fee && is_money(layout, c, plan)) plan.fee = static_cast<int>(c);
    double best_score = -1e9;
    TablePlan best = plan;
    Chain best_chain;
    std::vector<RowMoney> rows, best_rows;
    const int order = days_go(table, layout, plan.date);
    for (const auto& candidate : candidates(table, layout, around, plan)) {
        for (const int balance : balance_candidates(layout, plan, candidate)) {
            TablePlan trial = plan;
            trial.amount = candidate.amount, trial.debit = candidate.debit, trial.credit = candidate.credit, trial.direction = candidate.direction;
            trial.balance = balance;
            set_column_signs(layout, trial);
            if (trial.direction >= 0) {
                const auto& p = layout.columns[static_cast<std::size_t>(trial.direction)];
                if (const auto only = one_sided(p); only != Side::none && static_cast<std::size_t>(p.filled) < layout.data.size()) trial.blank_side = only == Side::in ? Side::out : Side::in;
            }
            if (trial.amount >= 0) {
                const auto& p = layout.columns[static_cast<std::size_t>(trial.amount)];
                if (p.sided > 0 && p.sided < p.filled && p.negative == 0 && p.plus == 0) trial.unsided = p.sided_in == p.sided ? -1 : p.sided_in == 0 ? 1 : 0;
            }
            if (trial.direction >= 0) trial.learned_sides = letters_of(layout.columns[static_cast<std::size_t>(trial.direction)], around);
            trial.direction_signs = direction_gives_sign(table, layout, trial);
            rows.clear();
            int covered = 0, both = 0, nothing = 0;
            for (const auto i : layout.data) {
                if (rows.size() >= rows_compared) break;
                rows.push_back(money_of(table.records[i], trial, places_for_comparing));
                covered += rows.back().amount.has_value();
                both += rows.back().both_sides;
                nothing += rows.back().amount && *rows.back().amount == 0;
            }
            auto chain = chain_of(rows, trial.amount >= 0 ? order : 0);
            if (const auto steps = steps_of(rows); trial.amount >= 0 && !trial.direction_signs && steps.links >= 3 && steps.strength() > 0.9 && chain.proved < steps.proved) {
                chain = steps;
                trial.sign_by_balance = true;
            }
            const double n = static_cast<double>(rows.size());
            double score = 4.0 * (covered - 2.0 * both - 0.7 * nothing) / n + 2.5 * candidate.words + candidate.prior;
            score += 4.0 * chain.strength() * std::min(1.0, chain.links / 2.0);
            if (chain.inverted && chain.proved > 0) score -= trial.amount < 0 ? 2.0 : 0.3;
            if (balance >= 0) score += 0.5 * layout.columns[static_cast<std::size_t>(balance)].role(Role::balance);
            if (!around.currency.empty() && trial.amount >= 0 && layout.columns[static_cast<std::size_t>(trial.amount)].header_currency == around.currency) score += 0.4;
            if (trial.amount >= 0) score -= 0.8 * foreign_share(layout.columns[static_cast<std::size_t>(trial.amount)], around.currency);
            if (trial.sign_by_balance) score -= 0.5;
            if (score > best_score) best_score = score, best = trial, best_chain = chain, best_rows = rows;
        }
    }
    if (best_score < -1e8) return false;
    plan = best;
    plan.links = best_chain.links, plan.proved = best_chain.proved, plan.newest_first = best_chain.newest_first, plan.balance_before = best_chain.before;
    if (!best_chain.fee_taken || best_chain.proved == 0) plan.fee = -1;
    plan.score += best_score;
    if (plan.sign_by_balance) learn_sides(table, layout, best_rows, plan.newest_first, plan);
    const bool balance_named = plan.balance >= 0 && layout.columns[static_cast<std::size_t>(plan.balance)].role(Role::balance) > 0.45;
    if (!balance_named && plan.proved == 0) plan.balance = -1;
    if (plan.direction >= 0) {
        bool moved = false, plain = false;
        for (const auto& [text, times] : layout.columns[static_cast<std::size_t>(plan.direction)].values) {
            const auto side = side_in(plan, text);
            moved = moved || side == Side::moved_in || side == Side::moved_out;
            plain = plain || side == Side::in || side == Side::out;
        }
        plan.moves_are_internal = moved && plain;
    }
    return true;
}

namespace {

/// All words of a row, for what they say about the direction of money.
std::string row_text(const Record& record, const TablePlan& plan)
{
    std::string out;
    for (const int c : {plan.payee, plan.kind, plan.category}) {
        out.append(cell_at(record, c)).append(" | ");
    }
    for (const int c : plan.memos) out.append(cell_at(record, c)).append(" | ");
    return out;
}

std::string_view example(const Table& table, const Layout& layout, const TablePlan& plan)
{
    return layout.data.empty() ? std::string_view{} : cell_at(table.records[layout.data.front()], plan.amount);
}

}  // namespace

void choose_sign(const Table& table, const Layout& layout, const Surroundings& around, const ReadHints& hints, TablePlan& plan)
{
    if (hints.flip) {
        plan.flip = *hints.flip;
        return;
    }
    std::vector<RowMoney> rows;
    double words = 0, plain = 0, balances = 0;
    int out = 0, in = 0, against = 0, agree = 0;
    for (const auto i : layout.data) {
        if (rows.size() >= rows_compared) break;
        rows.push_back(money_of(table.records[i], plan, places_for_comparing));
        const auto& row = rows.back();
        if (!row.amount || *row.amount == 0) continue;
        const int sign = *row.amount > 0 ? 1 : -1;
        (sign > 0 ? in : out) += 1;
        if (row.balance) balances += *row.balance > 0 ? 1 : -1;
        const auto text = row_text(table.records[i], plan);
        const int said = card_text_sign(text);
        words += said > 0 ? 3.0 * sign : said < 0 ? -1.0 * sign : 0.0;
        const int plainly = plain_text_sign(text) * sign;
        plain += plainly;
        (plainly < 0 ? against : agree) += plainly != 0;
    }
    if (plan.sign_by_balance) return;
    const auto chain = chain_of(rows, plan.amount >= 0 ? days_go(table, layout, plan.date) : 0);
    const bool chain_speaks = chain.links >= 2 && chain.strength() > 0.7;
    if (plan.amount < 0 || plan.direction_signs) {
        plan.flip = !around.card && chain_speaks && chain.inverted && chain.links >= 3;
        return;
    }
    const auto& p = layout.columns[static_cast<std::size_t>(plan.amount)];
    const bool named_spending = !layout.names.empty() && static_cast<std::size_t>(plan.amount) < layout.names.size() && counts_spending(layout.names[static_cast<std::size_t>(plan.amount)]);
    if (around.card) {
        double evidence = words + 2.0 * (out - in) / std::max(1, out + in) - (named_spending ? 4.0 : 0.0);
        if (p.sided > 0) evidence += 100;
        if (chain_speaks) evidence += (chain.inverted ? 1 : -1) * (balances >= 0 ? 1 : -1) * 3.0;
        plan.flip = evidence < 0;
        if (std::abs(evidence) < 1) plan.questions.push_back({"sign", plan.flip ? "spending is positive" : "spending is negative", plan.flip ? "spending is negative" : "spending is positive", std::string{example(table, layout, plan)}});
        return;
    }
    if (chain_speaks) {
        plan.flip = chain.inverted;
        return;
    }
    // Purchases written positive and refunds negative: a card, although nobody said so.
    if (out > 0 && against >= 2 && agree == 0 && in > out && p.plus == 0 && plan.balance < 0) {
        plan.flip = true;
        return;
    }
    if (out > 0 || p.plus > 0 || p.sided > 0 || plan.balance >= 0) return;
    // Kept by category, and nothing speaks of income: an expense diary.
    const bool diary = plan.category >= 0 && in > 1;
    plan.flip = named_spending || plain <= -2 || (diary && plain <= 0);
    if (!named_spending) plan.questions.push_back({"sign", plan.flip ? "all rows are spending" : "all rows are income", plan.flip ? "all rows are income" : "all rows are spending", std::string{example(table, layout, plan)}});
}

}  // namespace ledger
