#include "ledger/import/tables/plan.hpp"

#include <algorithm>

#include "ledger/import/tables/cells.hpp"
#include "ledger/import/tables/columns.hpp"
#include "ledger/import/tables/money_columns.hpp"
#include "ledger/import/tables/weights.hpp"

namespace ledger {

namespace {

/// The currency column that belongs to a money column: the nearest one with codes in it, those of the original amount
/// last.
int currency_beside(const Layout& layout, int money)
{
    int best = -1;
    double best_score = 0;
    for (std::size_t c = 0; c < layout.columns.size(); ++c) {
        const auto& p = layout.columns[c];
        if (p.filled == 0 || p.currencies * 10 < p.filled * 7) continue;
        const auto& w = weights.plan;
        double score = 1.0 + p.role(Role::currency) - w.original_currency * p.role(Role::currency_other);
        const double gap = static_cast<double>(static_cast<int>(c) > money ? static_cast<int>(c) - money
                                                                           : money - static_cast<int>(c));
        score += (static_cast<int>(c) > money ? w.right : 0.0) - w.gap * gap;
        if (score > best_score) {
            best_score = score;
            best = static_cast<int>(c);
        }
    }
    return best;
}

double share(int part, std::size_t whole)
{
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

/// What the user confirmed wins; what was only learned from an earlier file answers the questions that this one leaves
/// open.
void use_memory(const FormatMemory& memory, const ReadHints& hints, TablePlan& plan)
{
    const bool confirmed = !memory.columns.empty();
    const auto open = [&](std::string_view what) {
        return std::any_of(plan.questions.begin(), plan.questions.end(),
                           [&](const OpenQuestion& q) { return q.what == what; });
    };
    const auto answered = [&](std::string_view what) {
        std::erase_if(plan.questions, [&](const OpenQuestion& q) { return q.what == what; });
    };
    if (const auto order = date_order_named(memory.date_order);
        order && !hints.date_order && (confirmed || open("date_order"))) {
        plan.order = *order;
        answered("date_order");
    }
    if (memory.flip && !hints.flip && (confirmed || open("sign"))) {
        plan.flip = *memory.flip;
        answered("sign");
    }
}

/// 0…1
double confidence_of(const Layout& layout, const TablePlan& plan)
{
    const auto& w = weights.plan;
    const auto& days = layout.columns[static_cast<std::size_t>(plan.date)];
    const double dated = share(days.dates[static_cast<std::size_t>(plan.order)], layout.data.size());
    const double proof = plan.links > 0 ? share(plan.proved, static_cast<std::size_t>(plan.links)) : 0.5;
    return std::clamp(w.base + w.dated * dated + (layout.names_known ? w.named : 0.0) + w.proof * proof -
                          w.question * static_cast<double>(plan.questions.size()),
                      w.least, w.most);
}

}  // namespace

std::optional<TablePlan> plan_for(const Table& table, const Layout& layout, const Surroundings& around,
                                  const ReadHints& hints, const FormatMemory* memory)
{
    if (layout.data.empty() || layout.columns.empty()) return std::nullopt;
    TablePlan plan;
    plan.delimiter = table.delimiter;
    plan.score = layout.quality;
    const auto days = date_columns(table, layout);
    if (!days.empty()) {
        plan.date = days.front();
        plan.other_dates.assign(days.begin() + 1, days.end());
    }
    if (hints.decimal) plan.decimal = *hints.decimal;
    else if (memory && memory->decimal != 0) plan.decimal = memory->decimal;
    else plan.decimal = decimal_of(layout, table.delimiter, around);
    bool money = plan.date >= 0 && choose_money(table, layout, around, plan);
    const auto fixed = [&](const std::map<std::string, int>& columns) {
        if (!columns.empty() && take_columns(columns, layout.width, plan)) money = true;
    };
    if (memory) fixed(memory->columns);
    fixed(hints.columns);
    if (!money || plan.date < 0) return std::nullopt;
    std::erase(plan.other_dates, plan.date);
    if (!plan.sign_by_balance && plan.learned_sides.empty()) settle_direction(table, layout, plan);

    choose_texts(layout, plan);
    const auto first_of = [&](int column, int otherwise) { return column >= 0 ? column : otherwise; };
    const int main = first_of(plan.amount, first_of(plan.debit, plan.credit));
    plan.header_currency = layout.columns[static_cast<std::size_t>(main)].header_currency;
    if (plan.header_currency.empty() && plan.currency < 0) {
        plan.currency = currency_beside(layout, first_of(plan.amount, first_of(plan.credit, main)));
        if (plan.amount < 0) plan.debit_currency = currency_beside(layout, main);
    }
    const auto told = hints.date_order ? date_order_named(*hints.date_order) : std::nullopt;
    plan.order = told ? *told : date_order_of(table, layout, plan.date, around, hints, plan.questions);
    choose_sign(table, layout, around, hints, plan);
    if (memory) use_memory(*memory, hints, plan);

    plan.confidence = confidence_of(layout, plan);
    return plan;
}

}  // namespace ledger
