#include <algorithm>
#include <cmath>

#include "ledger/import/tables/money_columns.hpp"

namespace ledger {

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

void choose_sign(const Table& table, const Layout& layout, const Surroundings& around, const ReadHints& hints,
                 TablePlan& plan)
{
    if (hints.flip) {
        plan.flip = *hints.flip;
        return;
    }
    std::vector<RowMoney> rows;
    double words = 0, plain = 0, balances = 0;
    int out = 0, in = 0, against = 0, agree = 0, paid_in = 0,
        paid_out = 0;  // payments and refunds by how they are written
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
        if (said > 0) (sign > 0 ? paid_in : paid_out) += 1;
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
    const bool named_spending = !layout.names.empty() && static_cast<std::size_t>(plan.amount) < layout.names.size() &&
                                counts_spending(layout.names[static_cast<std::size_t>(plan.amount)]);
    // Words of cards stand in a bank's files too; where nobody said that the account is a card, balances that chain
    // decide.
    if (around.card && !hints.card && chain_speaks) {
        plan.flip = chain.inverted;
        return;
    }
    if (around.card) {
        // Both signs are written, and all that is paid back has one: that outweighs what the column is called.
        if (in > 0 && out > 0 && (paid_in == 0) != (paid_out == 0)) words += paid_in > 0 ? 3.0 : -3.0;
        double evidence = words + 2.0 * (out - in) / std::max(1, out + in) - (named_spending && in > 0 ? 4.0 : 0.0);
        if (p.sided > 0) evidence += 100;
        if (chain_speaks) evidence += (chain.inverted ? 1 : -1) * (balances >= 0 ? 1 : -1) * 3.0;
        plan.flip = evidence < 0;
        if (std::abs(evidence) < 1)
            plan.questions.push_back({"sign", plan.flip ? "spending is positive" : "spending is negative",
                                      plan.flip ? "spending is negative" : "spending is positive",
                                      std::string{example(table, layout, plan)}});
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
    if (!named_spending)
        plan.questions.push_back({"sign", plan.flip ? "all rows are spending" : "all rows are income",
                                  plan.flip ? "all rows are income" : "all rows are spending",
                                  std::string{example(table, layout, plan)}});
}

}  // namespace ledger
