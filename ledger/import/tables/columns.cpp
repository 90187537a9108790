#include "ledger/import/tables/columns.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "ledger/import/tables/weights.hpp"
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
    const auto& w = weights.order;
    return w.sorted * sorted - std::log2(1 + span / 7) - w.unfit_share * missing -
           w.future * future / static_cast<double>(days.size());
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
    if (digits == 0) return DateOrder::mdy;
    const bool month_sign = s.find("\xE6\x9C\x88") != std::string_view::npos;  // 月
    return digits >= 4 || month_sign ? DateOrder::ymd : DateOrder::dmy;
}

/// Is the day in column `a` never after the one in column `b`, and sometimes before it? Under any order that reads
/// both.
bool always_before(const Table& table, const Layout& layout, int a, int b)
{
    for (const auto order : {DateOrder::ymd, DateOrder::dmy, DateOrder::mdy}) {
        int before = 0, same = 0, after = 0, unread = 0;
        const auto day_in = [&](std::size_t record, int column) -> std::optional<Date> {
            const auto cell = cell_at(table.records[record], column);
            const auto d = read_date(cell, order);
            return d ? std::optional{make_date(d->year == 0 ? 2000 : d->year, d->month, d->day)} : std::nullopt;
        };
        for (const auto i : layout.data) {
            const auto left = day_in(i, a);
            const auto right = day_in(i, b);
            if (!left || !right) ++unread;
            else if (*left == *right) ++same;
            else ++(*left < *right ? before : after);
        }
        if (unread * 5 > before + same) continue;
        return before > 0 && after == 0;
    }
    return false;
}

/// A column that may be the day of the row.
struct DayColumn {
    int column = 0;
    double score = 0;
    double words = 0;
    bool plain = false;  ///< a day of the movement, not its booking or value
};

/// What the header says for the column as a day; less than nothing where it says something else.
double day_words(const ColumnProfile& p, bool moment)
{
    const auto& w = weights.day;
    if (moment) return w.moment;
    if (!day_role(p.top()) && p.top() != Role::none && p.roles.front().score > w.surely_other)
        return p.top() == Role::date_other ? w.due_name : w.other_name;
    return std::max({p.role(Role::date), p.role(Role::date_posted), p.role(Role::date_value)});
}

std::optional<DayColumn> as_day_column(const Layout& layout, std::size_t c)
{
    const auto& w = weights.day;
    const auto& p = layout.columns[c];
    if (p.filled == 0) return std::nullopt;
    const double rate = p.date_rate();
    const bool moment = p.top() == Role::time && rate > 0.9;  // called "Time", and the day stands before it
    const double named = std::max({p.role(Role::date), p.role(Role::date_posted), p.role(Role::date_value)});
    const bool said = moment || named > w.said;
    if (rate < (said ? w.least_said : w.least_unsaid)) return std::nullopt;
    const double words = day_words(p, moment);
    const double share = p.filled / static_cast<double>(layout.data.size());
    double score = w.words * words;
    score += w.filled * (rate * (words > w.named && share >= w.named_filled ? 1.0 : std::min(1.0, share + w.slack)));
    const bool constant = p.values.size() == 1 && p.filled > (layout.names_known ? 2 : 5);
    if (constant && !(layout.names_known && words >= w.constant_named)) score += w.constant;
    const bool all_bare = p.bare_dates == p.filled;
    if (all_bare && !layout.names_known) score -= w.bare;
    else if (all_bare && words < w.unnamed) score -= w.bare_unnamed;
    return DayColumn{static_cast<int>(c), score, words, p.role(Role::date) >= 0.5 && p.top() == Role::date};
}

}  // namespace

std::vector<int> date_columns(const Table& table, const Layout& layout)
{
    const auto& w = weights.day;
    std::vector<DayColumn> found;
    for (std::size_t c = 0; c < layout.columns.size(); ++c)
        if (const auto day = as_day_column(layout, c)) found.push_back(*day);
    std::stable_sort(found.begin(), found.end(),
                     [&](const DayColumn& a, const DayColumn& b) { return a.score > b.score + w.tie; });
    const auto earlier = [&](const DayColumn& other) {
        const auto& best = found.front();
        return other.plain && best.plain && best.words - other.words < w.alike_words &&
               other.score > best.score - w.alike && always_before(table, layout, other.column, best.column);
    };
    if (found.size() > 1)
        if (const auto day = std::find_if(found.begin() + 1, found.end(), earlier); day != found.end())
            std::rotate(found.begin(), day, day + 1);
    std::vector<int> out;
    for (const auto& f : found)
        if (out.empty() || f.score > w.least_second) out.push_back(f.column);
    return out;
}

namespace {

struct OrderChoice {
    DateOrder order{};
    double score = 0;
    bool all = false;  ///< every cell is a date under it
};

/// What the country says for this order. A monthly statement looks like one of few days when read the other way round:
/// where the country is known, its habit comes first.
double habit(DateOrder order, const Surroundings& around)
{
    const auto& w = weights.order;
    if (order == DateOrder::ymd) return year_first(around) ? w.year_country : 0.0;
    if (order == DateOrder::dmy) return 0;
    if (month_first(around)) return w.month_country;
    if (around.region == "CA" || around.currency == "CAD") return w.month_canada;
    return around.currency.empty() ? 0.0 : w.month_elsewhere;
}

/// What the look of a cell says for this order.
double look(DateOrder order, std::string_view cell)
{
    const auto& w = weights.order;
    const bool dots = cell.find('.') != std::string_view::npos && cell.find('/') == std::string_view::npos;
    if (order == DateOrder::mdy && dots) return w.dots;
    if (order == DateOrder::ymd && trimmed(cell).find_first_of("/-.") >= 4) return w.four_digits;
    return 0;
}

}  // namespace

DateOrder date_order_of(const Table& table, const Layout& layout, int column, const Surroundings& around,
                        const ReadHints& hints, std::vector<OpenQuestion>& questions)
{
    const auto& w = weights.order;
    const auto cells = cells_of(table, layout, column);
    const auto& p = layout.columns[static_cast<std::size_t>(column)];
    if (cells.empty()) return DateOrder::ymd;
    if (p.by_order == 0) return written_order(cells.front());
    std::array choices{OrderChoice{DateOrder::dmy, w.day_first}, OrderChoice{DateOrder::mdy, 0.0},
                       OrderChoice{DateOrder::ymd, w.year_first}};
    const int most = *std::max_element(p.dates.begin(), p.dates.end());
    for (auto& c : choices) {
        const int fit = p.dates[static_cast<std::size_t>(c.order)];  // over the whole file, not only over the sample
        c.all = fit == most;
        c.score += naturalness(cells, c.order, hints);
        if (!c.all) c.score -= w.unfit + w.unfit_share * (most - fit) / most;
        c.score += habit(c.order, around);
        c.score += look(c.order, cells.front());
    }
    std::sort(choices.begin(), choices.end(),
              [](const OrderChoice& a, const OrderChoice& b) { return a.score > b.score; });
    if (choices[1].all && choices[0].score - choices[1].score < w.question)
        questions.push_back({"date_order", std::string{name(choices[0].order)}, std::string{name(choices[1].order)},
                             std::string{cells.front()}});
    return choices[0].order;
}

namespace {

bool names_money(const ColumnProfile& p)
{
    return std::max({p.role(Role::amount), p.role(Role::debit), p.role(Role::credit), p.role(Role::balance)}) >
           weights.column.money;
}

/// "91.015" alone: three decimals are none of this currency, so the mark groups. 0 where that says nothing.
char by_thousands(const Layout& layout)
{
    int by_dot = 0, by_comma = 0;
    for (const auto& p : layout.columns) {
        if (p.amount_rate() <= 0.8 || (layout.names_known && !names_money(p))) continue;
        by_dot += p.thousands[0];
        by_comma += p.thousands[1];
    }
    if (by_dot == by_comma) return 0;
    return by_dot > by_comma ? ',' : '.';
}

}  // namespace

char decimal_of(const Layout& layout, char delimiter, const Surroundings& around)
{
    double dots = 0, commas = 0;
    for (const auto& p : layout.columns) {
        if (p.date_rate() > 0.6 && p.amount_rate() < p.date_rate() + 0.01) continue;
        double weight = layout.names_known ? weights.column.unnamed_money : p.amount_rate();
        if (names_money(p)) weight = 1.0;
        dots += weight * p.marks[0];
        commas += weight * p.marks[1];
    }
    if (dots != commas) return dots > commas ? '.' : ',';
    const auto currency = parse_currency(around.currency);
    const bool few_places = !currency.ok() || currency->places() < 3;
    if (const char mark = few_places ? by_thousands(layout) : char{0}; mark != 0) return mark;
    for (const auto* c : {"USD", "GBP", "CNY", "JPY", "TWD", "HKD", "INR", "KRW", "AUD", "NZD", "CAD", "SGD", "MXN",
                          "THB", "ILS", "CHF"})
        if (around.currency == c) return '.';
    return delimiter == ';' ? ',' : '.';
}

namespace {

/// Gives the columns that are left to the roles of texts.
class TextChooser {
public:
    TextChooser(const Layout& layout, TablePlan& plan) : layout_{layout}, plan_{plan}, used_(layout.width, false)
    {
        for (const int c : {plan.date, plan.amount, plan.debit, plan.credit, plan.balance, plan.fee}) use(c);
        for (const int c : plan.other_dates) use(c);
    }

    void choose()
    {
        const auto& w = weights.column;
        if (plan_.status < 0) plan_.status = best(Role::status, w.role);
        if (plan_.status < 0) plan_.status = standings();
        use(plan_.status);
        use(plan_.direction);
        give(plan_.payee, Role::payee, w.text);
        give(plan_.kind, Role::kind, w.role);
        give(plan_.category, Role::category, w.role);
        give(plan_.counter_account, Role::counter_account, w.role);
        give(plan_.account, Role::account, w.role);
        give(plan_.id, Role::id, w.id);
        if (plan_.memos.empty()) give_memos();
        if (plan_.payee >= 0) return;
        if (plan_.memos.empty()) plan_.payee = longest_text();
        else {
            plan_.payee = plan_.memos.front();
            plan_.memos.erase(plan_.memos.begin());
        }
    }

private:
    void use(int c)
    {
        if (c >= 0) used_[static_cast<std::size_t>(c)] = true;
    }

    /// The unused column whose header speaks most for the role, if it speaks at least so much.
    int best(Role role, double least) const
    {
        int at = -1;
        double top = least;
        for (std::size_t c = 0; c < layout_.columns.size(); ++c) {
            const auto& p = layout_.columns[c];
            if (used_[c] || p.filled == 0) continue;
            const double score = p.role(role) * (p.top() == role ? 1.0 : weights.column.second_choice);
            if (score <= top) continue;
            top = score;
            at = static_cast<int>(c);
        }
        return at;
    }

    void give(int& field, Role role, double least)
    {
        if (field < 0) field = best(role, least);
        use(field);
    }

    void give_memos()
    {
        for (int k = 0; k < 3; ++k) {
            const int c = best(Role::memo, weights.column.text);
            if (c < 0) break;
            plan_.memos.push_back(c);
            use(c);
        }
    }

    /// The last column whose cells say completed, pending, failed, and whose header says nothing else.
    int standings() const
    {
        int at = -1;
        for (std::size_t c = 0; c < layout_.columns.size(); ++c) {
            const auto& p = layout_.columns[c];
            const bool unnamed = p.roles.empty() || p.roles.front().score < 0.6;
            if (!used_[c] && static_cast<int>(c) != plan_.direction && p.filled > 0 &&
                p.standings * 10 >= p.filled * 9 && unnamed)
                at = static_cast<int>(c);
        }
        return at;
    }

    /// Where no header says a text: the longest one that is no date, money, currency or number.
    int longest_text() const
    {
        int at = -1;
        double longest = 2.5;
        for (std::size_t c = 0; c < layout_.columns.size(); ++c) {
            const auto& p = layout_.columns[c];
            if (used_[c] || p.filled == 0 || p.date_rate() > 0.6 || p.amount_rate() > 0.8 || p.currencies == p.filled ||
                p.id_like * 2 > p.filled)
                continue;
            const double length =
                p.length * (0.3 + static_cast<double>(p.filled) / static_cast<double>(layout_.data.size()));
            if (length <= longest) continue;
            longest = length;
            at = static_cast<int>(c);
        }
        return at;
    }

    const Layout& layout_;
    TablePlan& plan_;
    std::vector<bool> used_;
};

}  // namespace

void choose_texts(const Layout& layout, TablePlan& plan)
{
    TextChooser{layout, plan}.choose();
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
    if (plan.amount >= 0 && at("amount") >= 0) {
        plan.debit = at("debit");
        plan.credit = at("credit");
    }
    if (at("debit") >= 0 || at("credit") >= 0) plan.amount = at("amount");
    return plan.date >= 0 && (plan.amount >= 0 || plan.debit >= 0 || plan.credit >= 0);
}

}  // namespace ledger
