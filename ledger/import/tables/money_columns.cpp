#include "ledger/import/tables/money_columns.hpp"

#include <algorithm>
#include <cmath>

#include "ledger/import/tables/cells.hpp"
#include "ledger/import/tables/money_candidates.hpp"
#include "ledger/import/tables/weights.hpp"
#include "ledger/import/text/text.hpp"
#include "ledger/values/folding.hpp"

namespace ledger {

namespace {

/// Under the file's decimal mark, or, where that cannot be, under the other.
std::optional<AmountCell> read_either(std::string_view cell, char decimal)
{
    auto a = read_amount(cell, decimal);
    return a ? a : read_amount(cell, decimal == '.' ? ',' : '.');
}

/// Which way this cell of the direction column says that money went.
Side side_in(const TablePlan& plan, std::string_view cell)
{
    if (plan.blank_side != Side::none && blank(cell)) return plan.blank_side;
    if (!plan.learned_sides.empty())
        if (const auto known = plan.learned_sides.find(folded(cell)); known != plan.learned_sides.end())
            return known->second;
    return side_of(cell);
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
    r.sign = a->sign;
    r.side = a->side;
    r.value = a->sign < 0 ? -*m : *m;
    return r;
}

/// Of the amounts that name their currency, how many name another one than the account's (or than most do).
double foreign_share(const ColumnProfile& p, const std::string& currency)
{
    int all = 0, most = 0;
    for (const auto& [code, times] : p.codes) {
        all += times;
        most = std::max(most, times);
    }
    if (all == 0) return 0;
    if (const auto own = p.codes.find(currency); !currency.empty()) most = own == p.codes.end() ? 0 : own->second;
    return 1.0 - static_cast<double>(most) / all;
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
            if (last) {
                up += day > *last;
                down += day < *last;
            }
            last = day;
        }
        if (static_cast<std::size_t>(read) * 20 < layout.data.size() * 19) continue;
        int net = 0;
        if (down * 10 <= up) net = up;
        else if (up * 10 <= down) net = -down;
        if (std::abs(net) > std::abs(best)) best = net;
    }
    return (best > 0) - (best < 0);
}

void settle_direction(const Table& table, const Layout& layout, TablePlan& plan)
{
    plan.direction_signs = plan.in_is_negative = false;
    if (plan.amount < 0 || plan.direction < 0) return;
    int out_plus = 0, out_minus = 0, in_plus = 0, in_minus = 0;
    for (const auto i : layout.data) {
        const auto& record = table.records[i];
        const auto side = side_in(plan, cell_at(record, plan.direction));
        const auto a = read_cell(cell_at(record, plan.amount), plan.decimal, places_for_comparing);
        if (!a.value || *a.value == 0) continue;
        if (side == Side::out || side == Side::moved_out) (*a.value > 0 ? out_plus : out_minus) += 1;
        else if (side == Side::in || side == Side::moved_in) (*a.value > 0 ? in_plus : in_minus) += 1;
    }
    plan.direction_signs = out_plus + out_minus > 0 ? out_plus > out_minus : in_minus == 0;
    plan.in_is_negative = plan.direction_signs && out_minus == 0 && in_plus == 0 && in_minus > 0;
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
                const bool home = out.side == Side::in || out.side == Side::moved_in;
                if (away || (home && plan.in_is_negative)) out.amount = -*out.amount;
            }
        }
    }
    else {
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

namespace {

/// A column of few words, each of which always goes with the same direction: its words are learned.
bool learn_sides(const Table& table, const Layout& layout, const std::vector<RowMoney>& rows, bool newest_first,
                 TablePlan& plan)
{
    const auto proved = directions_proved(rows, newest_first);
    for (std::size_t c = 0; c < layout.columns.size(); ++c) {
        const auto& p = layout.columns[c];
        const int at = static_cast<int>(c);
        if (at == plan.amount || at == plan.balance || at == plan.date || p.values.size() < 2 || p.values.size() > 4 ||
            static_cast<std::size_t>(p.filled) * 10 < layout.data.size() * 9)
            continue;
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
        const bool both = std::any_of(sides.begin(), sides.end(), [](const auto& s) { return s.second == Side::in; }) &&
                          std::any_of(sides.begin(), sides.end(), [](const auto& s) { return s.second == Side::out; });
        if (!clear || !both || seen < 4 || sides.size() < p.values.size()) continue;
        plan.direction = at;
        plan.learned_sides = std::move(sides);
        plan.direction_signs = true;
        plan.sign_by_balance = false;
        return true;
    }
    return false;
}

/// Is this column what is left of another one after the fee: gross 100.00, fee -3.20, net 96.80?
bool is_net(const Table& table, const Layout& layout, const TablePlan& plan, int column)
{
    const auto value = [&](std::size_t record, std::size_t c) {
        return read_cell(cell_at(table.records[record], static_cast<int>(c)), plan.decimal, places_for_comparing).value;
    };
    for (std::size_t f = 0; f < layout.columns.size(); ++f) {
        if (layout.columns[f].role(Role::fee) < 0.5 || layout.columns[f].amount_rate() < 0.85) continue;
        for (std::size_t g = 0; g < layout.columns.size(); ++g) {
            if (g == f || static_cast<int>(g) == column || layout.columns[g].amount_rate() < 0.85) continue;
            int taken = 0, wrong = 0;
            for (const auto i : layout.data) {
                const auto net = value(i, static_cast<std::size_t>(column)), gross = value(i, g);
                const auto fee = std::abs(value(i, f).value_or(0));
                if (!net || !gross) continue;
                if (*net != *gross - fee) ++wrong;
                else taken += fee != 0;
            }
            if (taken > 0 && wrong == 0) return true;
        }
    }
    return false;
}

/// The plan with this way to take the money, as far as the columns themselves explain it.
TablePlan trial_of(const Layout& layout, const Surroundings& around, const MoneyCandidate& candidate, int balance,
                   const TablePlan& plan)
{
    TablePlan trial = plan;
    trial.amount = candidate.amount;
    trial.debit = candidate.debit;
    trial.credit = candidate.credit;
    trial.direction = candidate.direction;
    trial.balance = balance;
    set_column_signs(layout, trial);
    if (trial.direction >= 0) {
        const auto& p = layout.columns[static_cast<std::size_t>(trial.direction)];
        if (const auto only = one_sided(p);
            only != Side::none && static_cast<std::size_t>(p.filled) < layout.data.size())
            trial.blank_side = only == Side::in ? Side::out : Side::in;
        trial.learned_sides = letters_of(p, around);
        if (trial.learned_sides.empty() && candidate.by_kind) trial.learned_sides = kind_sides(p, around);
    }
    if (trial.amount >= 0) {
        const auto& p = layout.columns[static_cast<std::size_t>(trial.amount)];
        if (p.sided > 0 && p.sided < p.filled && p.negative == 0 && p.plus == 0)
            trial.unsided = (p.sided_in == 0) - (p.sided_in == p.sided);
        if (p.plus > 0 && p.plus < filled_with_money(p) && p.negative == 0 && p.sided == 0)
            trial.unsided = -1;  // only money in is marked
    }
    return trial;
}

/// What the direction column says of moves between accounts of the same file.
void find_own_moves(const Layout& layout, TablePlan& plan)
{
    if (plan.direction < 0) return;
    bool moved = false, between = false, in = false, out = false;
    for (const auto& [text, times] : layout.columns[static_cast<std::size_t>(plan.direction)].values) {
        const auto side = side_in(plan, text);
        moved = moved || side == Side::moved_in || side == Side::moved_out;
        between = between || side == Side::between;
        in = in || side == Side::in;
        out = out || side == Side::out;
    }
    const bool by_category = std::any_of(layout.columns.begin(), layout.columns.end(), [](const ColumnProfile& p) {
        return p.filled > 0 && p.top() == Role::category;
    });
    // Both ways are written beside unsigned amounts, and some rows have neither: those move nothing in or out.
    if (in && out && plan.direction_signs && plan.balance < 0 && plan.blank_side == Side::none)
        plan.blank_side = Side::neutral;
    plan.moves_are_internal =
        (moved && (in || out)) || (between && in && out && plan.direction_signs && plan.balance < 0 && by_category);
}

/// One way to take the money, tried on the rows of the sample.
struct Trial {
    TablePlan plan{};
    Chain chain{};
    std::vector<RowMoney> rows{};
    int covered = 0;  ///< rows that yield an amount
    int both = 0;     ///< with a debit and a credit
    int nothing = 0;  ///< with zero
};

/// `days`: which way the days of the file go, see `chain_of`.
Trial tried(const Table& table, const Layout& layout, TablePlan plan, int days)
{
    Trial trial{.plan = std::move(plan)};
    settle_direction(table, layout, trial.plan);
    for (const auto i : layout.data) {
        if (trial.rows.size() >= rows_compared) break;
        const auto& row = trial.rows.emplace_back(money_of(table.records[i], trial.plan, places_for_comparing));
        trial.covered += row.amount.has_value();
        trial.both += row.both_sides;
        trial.nothing += row.amount && *row.amount == 0;
    }
    const bool one_column = trial.plan.amount >= 0;
    trial.chain = chain_of(trial.rows, one_column ? days : 0);
    const auto steps = steps_of(trial.rows);
    if (one_column && !trial.plan.direction_signs && steps.links >= 3 && steps.strength() > 0.9 &&
        trial.chain.proved < steps.proved) {
        trial.chain = steps;
        trial.plan.sign_by_balance = true;
    }
    return trial;
}

/// `net`: the amount is what is left after the fee.
double score_of(const Trial& trial, const MoneyCandidate& candidate, bool net, const Layout& layout,
                const Surroundings& around)
{
    const auto& w = weights.money;
    const auto column = [&](int c) -> const ColumnProfile& { return layout.columns[static_cast<std::size_t>(c)]; };
    const auto& plan = trial.plan;
    const double n = static_cast<double>(trial.rows.size());
    double score = w.covered * (trial.covered - w.both_sides * trial.both - w.nothing * trial.nothing) / n +
                   w.words * candidate.words + candidate.prior + (net ? w.net : 0.0);
    score += w.chain * trial.chain.strength() * std::min(1.0, trial.chain.links / w.full_chain);
    if (trial.chain.inverted && trial.chain.proved > 0) score -= plan.amount < 0 ? w.inverted_pair : w.inverted;
    if (plan.balance >= 0) score += w.balance_named * column(plan.balance).role(Role::balance);
    if (plan.amount >= 0) {
        if (!around.currency.empty() && column(plan.amount).header_currency == around.currency) score += w.own_currency;
        score -= w.foreign * foreign_share(column(plan.amount), around.currency);
    }
    if (plan.sign_by_balance) score -= w.by_balance;
    return score;
}

/// The best of all ways, if there is one; its score is added to the plan's.
std::optional<Trial> best_trial(const Table& table, const Layout& layout, const Surroundings& around,
                                const TablePlan& plan)
{
    std::optional<Trial> best;
    double best_score = 0;
    const int days = days_go(table, layout, plan.date);
    for (const auto& candidate : money_candidates(table, layout, around, plan)) {
        const bool net = candidate.amount >= 0 && is_net(table, layout, plan, candidate.amount);
        for (const int balance : balance_candidates(layout, plan, candidate)) {
            auto trial = tried(table, layout, trial_of(layout, around, candidate, balance, plan), days);
            const double score = score_of(trial, candidate, net, layout, around);
            if (best && score <= best_score) continue;
            best = std::move(trial);
            best_score = score;
        }
    }
    if (best) best->plan.score += best_score;
    return best;
}

}  // namespace

bool choose_money(const Table& table, const Layout& layout, const Surroundings& around, TablePlan& plan)
{
    for (std::size_t c = 0; c < layout.columns.size(); ++c)
        if (layout.columns[c].role(Role::fee) > 0.7 && layout.columns[c].top() == Role::fee &&
            is_money(layout, c, plan))
            plan.fee = static_cast<int>(c);
    auto best = best_trial(table, layout, around, plan);
    if (!best) return false;
    plan = std::move(best->plan);
    plan.links = best->chain.links;
    plan.proved = best->chain.proved;
    plan.newest_first = best->chain.newest_first;
    plan.balance_before = best->chain.before;
    if (!best->chain.fee_taken || best->chain.proved == 0) plan.fee = -1;
    if (plan.sign_by_balance) learn_sides(table, layout, best->rows, plan.newest_first, plan);
    const bool balance_named = plan.balance >= 0 && layout.columns[static_cast<std::size_t>(plan.balance)].role(
                                                        Role::balance) > weights.money.named;
    if (!balance_named && plan.proved == 0) plan.balance = -1;
    find_own_moves(layout, plan);
    return true;
}

}  // namespace ledger
