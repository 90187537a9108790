#include <algorithm>
#include <cmath>

#include "ledger/import/tables/money_columns.hpp"
#include "ledger/import/tables/weights.hpp"

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

/// What the rows of the sample say of their signs, as the plan reads them.
struct Signs {
    std::vector<RowMoney> rows{};
    double words = 0;               ///< for the signs as they are, by what texts of cards say; less than 0: against
    double plain = 0;               ///< the same by what plain texts say
    double balances = 0;            ///< positive balances less negative ones
    int out = 0, in = 0;            ///< rows by sign
    int against = 0, agree = 0;     ///< plain texts by whether the sign is theirs
    int paid_in = 0, paid_out = 0;  ///< payments and refunds by how they are written
};

Signs signs_of(const Table& table, const Layout& layout, const TablePlan& plan)
{
    const auto& w = weights.sign;
    Signs signs;
    for (const auto i : layout.data) {
        if (signs.rows.size() >= rows_compared) break;
        const auto& row = signs.rows.emplace_back(money_of(table.records[i], plan, places_for_comparing));
        if (!row.amount || *row.amount == 0) continue;
        const int sign = *row.amount > 0 ? 1 : -1;
        ++(sign > 0 ? signs.in : signs.out);
        if (row.balance) signs.balances += *row.balance > 0 ? 1 : -1;
        const auto text = row_text(table.records[i], plan);
        const int said = card_text_sign(text);
        if (said > 0) {
            signs.words += w.payment * sign;
            ++(sign > 0 ? signs.paid_in : signs.paid_out);
        }
        if (said < 0) signs.words -= w.purchase * sign;
        const int plainly = plain_text_sign(text) * sign;
        signs.plain += plainly;
        (plainly < 0 ? signs.against : signs.agree) += plainly != 0;
    }
    return signs;
}

/// How sure it is that the signs of a card are right as they stand; less than 0: money out is written positive.
double card_evidence(const Signs& signs, const ColumnProfile& amounts, bool named_spending, const Chain* chain)
{
    const auto& w = weights.sign;
    double evidence = signs.words;
    // Both signs are written, and all that is paid back has one: that outweighs what the column is called.
    if (signs.in > 0 && signs.out > 0 && (signs.paid_in == 0) != (signs.paid_out == 0))
        evidence += signs.paid_in > 0 ? w.both_written : -w.both_written;
    evidence += w.share * (signs.out - signs.in) / std::max(1, signs.out + signs.in);
    if (named_spending && signs.in > 0) evidence -= w.named;
    if (amounts.sided > 0) evidence += w.marked;
    if (chain) {
        const bool owed = signs.balances < 0;  // the balance is a debt, written negative
        evidence += chain->inverted == owed ? -w.chain : w.chain;
    }
    return evidence;
}

}  // namespace

void choose_sign(const Table& table, const Layout& layout, const Surroundings& around, const ReadHints& hints,
                 TablePlan& plan)
{
    if (hints.flip) {
        plan.flip = *hints.flip;
        return;
    }
    if (plan.sign_by_balance) return;
    const auto signs = signs_of(table, layout, plan);
    const auto chain = chain_of(signs.rows, plan.amount >= 0 ? days_go(table, layout, plan.date) : 0);
    const bool chain_speaks = chain.links >= 2 && chain.strength() > weights.sign.proved;
    if (plan.amount < 0 || plan.direction_signs) {
        plan.flip = !around.card && chain_speaks && chain.inverted && chain.links >= 3;
        return;
    }
    const auto ask = [&](const char* flipped, const char* straight) {
        plan.questions.push_back({"sign", plan.flip ? flipped : straight, plan.flip ? straight : flipped,
                                  std::string{example(table, layout, plan)}});
    };
    const auto at = static_cast<std::size_t>(plan.amount);
    const auto& p = layout.columns[at];
    const bool named_spending = !layout.names.empty() && at < layout.names.size() && counts_spending(layout.names[at]);
    // Words of cards stand in a bank's files too; where nobody said that the account is a card, balances that chain
    // decide.
    if (chain_speaks && !(around.card && hints.card)) {
        plan.flip = chain.inverted;
        return;
    }
    if (around.card) {
        const double evidence = card_evidence(signs, p, named_spending, chain_speaks ? &chain : nullptr);
        plan.flip = evidence < 0;
        if (std::abs(evidence) < weights.sign.sure) ask("spending is positive", "spending is negative");
        return;
    }
    // Purchases written positive and refunds negative: a card, although nobody said so.
    if (signs.out > 0 && signs.against >= 2 && signs.agree == 0 && signs.in > signs.out && p.plus == 0 &&
        plan.balance < 0) {
        plan.flip = true;
        return;
    }
    if (signs.out > 0 || p.plus > 0 || p.sided > 0 || plan.balance >= 0) return;
    // Kept by category, and nothing speaks of income: an expense diary.
    const bool diary = plan.category >= 0 && signs.in > 1;
    plan.flip = named_spending || signs.plain <= -2 || (diary && signs.plain <= 0);
    if (!named_spending) ask("all rows are spending", "all rows are income");
}

}  // namespace ledger
