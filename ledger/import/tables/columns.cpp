#include "ledger/import/tables/columns.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "ledger/import/text/text.hpp"

namespace ledger {

namespace {

bool day_role(Role r)
{
    return r == Role::date || r == Role::date_posted || r == Role::date_value;
}

/// Regions and currencies where the month comes first, and where the year does.
bool month_first(const Surroundings& around)
{
    const auto& r = around.region;
    return r == "US" || r == "PH" || (r.empty() && (around.currency == "USD" || around.currency == "PHP"));
}

bool year_first(const Surroundings& around)
{
    for (const auto* c : {"CNY", "JPY", "KRW", "TWD", "HUF", "SEK", "LTL"})
        if (around.currency == c) return true;
    return false;
}

/// How natural the dates look under one order: rows sorted, close together, not in the future.
double naturalness(const std::vector<std::string_view>& cells, DateOrder order, const ReadHints& hints)
{
    std::vector<Date> days;
    for (const auto cell : cells)
        if (const auto d = read_date(cell, order))
            days.push_back(make_date(d->year == 0 ? 2000 : d->year, d->month, d->day));
    if (days.empty()) return -1000;
    int up = 0, down = 0, future = 0;
    for (std::size_t i = 1; i < days.size(); ++i) {
        up += days[i] >= days[i - 1];
        down += days[i] <= days[i - 1];
    }
    if (hints.today)
        for (const auto d : days) future += d > *hints.today + Days{5};
    const auto [first, last] = std::minmax_element(days.begin(), days.end());
    const double span = days_between(*first, *last);
    const double sorted =
        days.size() < 2 ? 1.0 : static_cast<double>(std::max(up, down)) / static_cast<double>(days.size() - 1);
    const double missing = static_cast<double>(cells.size() - days.size()) / static_cast<double>(cells.size());
    return 3 * sorted - std::log2(1 + span / 7) - 40 * missing - 6.0 * future / static_cast<double>(days.size());
}

std::vector<std::string_view> cells_of(const Table& table, const Layout& layout, int column)
{
    std::vector<std::string_view> out;
    for (const auto i : layout.data) {
        const auto& cells = table.records[i].cells;
        if (static_cast<std::size_t>(column) < cells.size() && !blank(cells[static_cast<std::size_t>(column)]))
            out.push_back(cells[static_cast<std::size_t>(column)]);
    }
    return out;
}

/// Which order the cells are written in when they say it themselves.
DateOrder written_order(std::string_view cell)
{
    const auto s = trimmed(cell);
    std::size_t digits = 0;
    while (digits < s.size() && s[digits] >= '0' && s[digits] <= '9') ++digits;
    return digits >= 4  ? DateOrder::ymd
           : digits > 0 ? (s.find("\xE6\x9C\x88") != std::string_view::npos ? DateOrder::ymd : DateOrder::dmy)
                        : DateOrder::mdy;
}

}  // namespace

namespace {

/// Is the day in column `a` never after the one in column `b`, and sometimes before it? Under any order that reads
/// both.
bool always_before(const Table& table, const Layout& layout, int a, int b)
{
    for (const auto order : {DateOrder::ymd, DateOrder::dmy, DateOrder::mdy}) {
        int before = 0, same = 0, after = 0, unread = 0;
        for (const auto i : layout.data) {
            const auto& cells = table.records[i].cells;
            const auto at = [&](int c) {
                return static_cast<std::size_t>(c) < cells.size() ? read_date(cells[static_cast<std::size_t>(c)], order)
                                                                  : std::nullopt;
            };
            const auto left = at(a), right = at(b);
            if (!left || !right) {
                ++unread;
                continue;
            }
            const auto days = [](const DateCell& d) { return make_date(d.year == 0 ? 2000 : d.year, d.month, d.day); };
            const auto l = days(*left), r = days(*right);
            (l < r ? before : l > r ? after : same) += 1;
        }
        if (unread * 5 > before + same) continue;
        return before > 0 && after == 0;
    }
    return false;
}

}  // namespace

std::vector<int> date_columns(const Table& table, const Layout& layout)
{
    struct Found {
        int column;
        double score;
        double words;
        bool plain;  ///< a day of the movement, not its booking or value
    };
    std::vector<Found> found;
    const double rows = static_cast<double>(layout.data.size());
    for (std::size_t c = 0; c < layout.columns.size(); ++c) {
        const auto& p = layout.columns[c];
        if (p.filled == 0) continue;
        const double rate = p.date_rate();
        double words = std::max({p.role(Role::date), p.role(Role::date_posted), p.role(Role::date_value)});
        const bool moment = p.top() == Role::time && rate > 0.9;  // called "Time", and the day stands before it
        if (moment) words = 0.9;
        if (rate < (words > 0.4 ? 0.3 : 0.7)) continue;
        const bool all_bare = p.bare_dates == p.filled;
        if (!moment && day_role(p.top()) == false && p.top() != Role::none && p.roles.front().score > 0.7)
            words = p.top() == Role::date_other ? -1.0 : -0.5;
        const double share = p.filled / rows;
        const double constant = p.values.size() == 1 && p.filled > (layout.names_known ? 2 : 5)
                                    ? (layout.names_known && words >= 0.6 ? 0.0 : -0.6)
                                    : 0.0;
        const double full = rate * (words > 0.7 && share >= 0.3
                                        ? 1.0
                                        : std::min(1.0, share + 0.15));  // blanks are filled from the other dates
        found.push_back({static_cast<int>(c),
                         2 * words + 1.2 * full + constant -
                             (!all_bare             ? 0.0
                              : !layout.names_known ? 0.2
                              : words < 0.3         ? 1.1
                                                    : 0.0),
                         words, p.role(Role::date) >= 0.5 && p.top() == Role::date});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Found& a, const Found& b) { return a.score > b.score + 0.04; });
    if (found.size() > 1) {
        const auto& best = found.front();
        for (std::size_t i = 1; i < found.size(); ++i)
            if (found[i].plain && best.plain && best.words - found[i].words < 0.05 &&
                found[i].score > best.score - 0.3 && always_before(table, layout, found[i].column, best.column)) {
                std::rotate(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(i),
                            found.begin() + static_cast<std::ptrdiff_t>(i) + 1);
                break;
            }
    }
    std::vector<int> out;
    for (const auto& f : found)
        if (out.empty() || f.score > 0.2) out.push_back(f.column);
    return out;
}

DateOrder date_order_of(const Table& table, const Layout& layout, int column, const Surroundings& around,
                        const ReadHints& hints, std::vector<OpenQuestion>& questions)
{
    const auto cells = cells_of(table, layout, column);
    const auto& p = layout.columns[static_cast<std::size_t>(column)];
    if (cells.empty()) return DateOrder::ymd;
    if (p.by_order == 0) return written_order(cells.front());
    struct Choice {
        DateOrder order;
        double score;
        bool all;
    };
    std::array<Choice, 3> choices{
        {{DateOrder::dmy, 0.6, false}, {DateOrder::mdy, 0.0, false}, {DateOrder::ymd, -2.5, false}}};
    for (auto& c : choices) {
        const int most = *std::max_element(p.dates.begin(), p.dates.end());
        const int fit = p.dates[static_cast<std::size_t>(c.order)];
        c.all = fit == most;
        c.score += naturalness(cells, c.order, hints);
        if (!c.all) c.score -= 8 + 40.0 * (most - fit) / most;  // counted over the whole file, not only over the sample
        // A monthly statement looks like one of few days when read the other way round: where the country is known, its
        // habit comes first.
        const bool either = around.region == "CA" || around.currency == "CAD";
        if (c.order == DateOrder::mdy)
            c.score += month_first(around) ? 4.0 : either ? 0.8 : around.currency.empty() ? 0.0 : -3.5;
        if (c.order == DateOrder::ymd && year_first(around)) c.score += 3.6;
        // Dots between the numbers are never American.
        if (c.order == DateOrder::mdy && cells.front().find('.') != std::string_view::npos &&
            cells.front().find('/') == std::string_view::npos)
            c.score -= 2;
        if (c.order == DateOrder::ymd && trimmed(cells.front()).find_first_of("/-.") >= 4) c.score += 1;
    }
    std::sort(choices.begin(), choices.end(), [](const Choice& a, const Choice& b) { return a.score > b.score; });
    if (choices[1].all && choices[0].score - choices[1].score < 4.7)
        questions.push_back({"date_order", std::string{name(choices[0].order)}, std::string{name(choices[1].order)},
                             std::string{cells.front()}});
    return choices[0].order;
}

char decimal_of(const Layout& layout, char delimiter, const Surroundings& around)
{
    double dots = 0, commas = 0;
    for (const auto& p : layout.columns) {
        if (p.date_rate() > 0.6 && p.amount_rate() < p.date_rate() + 0.01) continue;
        const bool money =
            std::max({p.role(Role::amount), p.role(Role::debit), p.role(Role::credit), p.role(Role::balance)}) > 0.4;
        const double weight = money ? 1.0 : layout.names_known ? 0.02 : p.amount_rate();
        dots += weight * p.marks[0];
        commas += weight * p.marks[1];
    }
    if (dots != commas) return dots > commas ? '.' : ',';
    // "91.015" alone: three decimals are none of this currency, so the mark groups.
    const auto currency = parse_currency(around.currency);
    if (!currency.ok() || currency->places() < 3) {
        int by_dot = 0, by_comma = 0;
        for (const auto& p : layout.columns)
            if (p.amount_rate() > 0.8 &&
                (!layout.names_known || std::max({p.role(Role::amount), p.role(Role::debit), p.role(Role::credit),
                                                  p.role(Role::balance)}) > 0.4))
                by_dot += p.thousands[0], by_comma += p.thousands[1];
        if (by_dot != by_comma) return by_dot > by_comma ? ',' : '.';
    }
    for (const auto* c : {"USD", "GBP", "CNY", "JPY", "TWD", "HKD", "INR", "KRW", "AUD", "NZD", "CAD", "SGD", "MXN",
                          "THB", "ILS", "CHF"})
        if (around.currency == c) return '.';
    return delimiter == ';' ? ',' : '.';
}

void choose_texts(const Layout& layout, TablePlan& plan)
{
    std::vector<bool> used(layout.width, false);
    const auto use = [&](int c) {
        if (c >= 0) used[static_cast<std::size_t>(c)] = true;
    };
    for (const int c : {plan.date, plan.amount, plan.debit, plan.credit, plan.balance, plan.fee}) use(c);
    for (const int c : plan.other_dates) use(c);
    const auto best = [&](Role role, double least) {
        int at = -1;
        double top = least;
        for (std::size_t c = 0; c < layout.columns.size(); ++c) {
            const auto& p = layout.columns[c];
            if (used[c] || p.filled == 0) continue;
            double s = p.role(role);
            if (p.top() != role) s *= 0.6;
            if (s > top) top = s, at = static_cast<int>(c);
        }
        return at;
    };
    if (plan.status < 0) plan.status = best(Role::status, 0.45);
    if (plan.status < 0)
        for (std::size_t c = 0; c < layout.columns.size(); ++c) {
            const auto& p = layout.columns[c];
            if (!used[c] && static_cast<int>(c) != plan.direction && p.filled > 0 && p.standings * 10 >= p.filled * 9 &&
                (p.roles.empty() || p.roles.front().score < 0.6))
                plan.status = static_cast<int>(c);
        }
    use(plan.status);
    use(plan.direction);
    if (plan.payee < 0) plan.payee = best(Role::payee, 0.4);
    use(plan.payee);
    if (plan.kind < 0) plan.kind = best(Role::kind, 0.45);
    use(plan.kind);
    if (plan.category < 0) plan.category = best(Role::category, 0.45);
    use(plan.category);
    if (plan.counter_account < 0) plan.counter_account = best(Role::counter_account, 0.45);
    use(plan.counter_account);
    if (plan.account < 0) plan.account = best(Role::account, 0.45);
    use(plan.account);
    if (plan.id < 0) plan.id = best(Role::id, 0.6);
    use(plan.id);
    if (plan.memos.empty())
        for (int k = 0; k < 3; ++k) {
            const int c = best(Role::memo, 0.4);
            if (c < 0) break;
            plan.memos.push_back(c);
            use(c);
        }
    if (plan.payee < 0 && plan.memos.empty()) {  // no words: the longest text
        double longest = 2.5;
        for (std::size_t c = 0; c < layout.columns.size(); ++c) {
            const auto& p = layout.columns[c];
            if (used[c] || p.filled == 0 || p.date_rate() > 0.6 || p.amount_rate() > 0.8 || p.currencies == p.filled ||
                p.id_like * 2 > p.filled)
                continue;
            const double value =
                p.length * (0.3 + static_cast<double>(p.filled) / static_cast<double>(layout.data.size()));
            if (value > longest) longest = value, plan.payee = static_cast<int>(c);
        }
    }
    else if (plan.payee < 0) {
        plan.payee = plan.memos.front();
        plan.memos.erase(plan.memos.begin());
    }
}

bool take_columns(const std::map<std::string, int>& columns, std::size_t width, TablePlan& plan)
{
    const auto at = [&](std::string_view role) {
        const auto found = columns.find(std::string{role});
        return found == columns.end() || found->second < 1 || static_cast<std::size_t>(found->second) > width
                   ? -1
                   : found->second - 1;
    };
    const auto set = [&](int& field, std::string_view role) {
        if (const int c = at(role); c >= 0) field = c;
    };
    set(plan.date, "date");
    set(plan.amount, "amount");
    set(plan.debit, "debit");
    set(plan.credit, "credit");
    set(plan.direction, "direction");
    set(plan.balance, "balance");
    set(plan.fee, "fee");
    set(plan.currency, "currency");
    set(plan.status, "status");
    set(plan.payee, "payee");
    set(plan.category, "category");
    set(plan.id, "id");
    set(plan.counter_account, "counter_account");
    set(plan.account, "account");
    set(plan.kind, "type");
    if (const int c = at("memo"); c >= 0) plan.memos = {c};
    if (plan.amount >= 0 && at("amount") >= 0) plan.debit = at("debit"), plan.credit = at("credit");
    if (at("debit") >= 0 || at("credit") >= 0) plan.amount = at("amount");
    return plan.date >= 0 && (plan.amount >= 0 || plan.debit >= 0 || plan.credit >= 0);
}

}  // namespace ledger
