#include "ledger/balances/card_cycle.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "ledger/values/text.hpp"
#include "ledger/values/word_files.hpp"

namespace ledger {

namespace {

Date due_of(const CardTerms& terms, Date closed)
{
    if (terms.due_after) return closed + Days{*terms.due_after};
    const auto day = static_cast<unsigned>(terms.due_day.value_or(1));
    const Date same_month = add_months(closed, 0, day);
    return same_month > closed ? same_month : add_months(closed, 1, day);
}

CardCycle closing_in(const CardTerms& terms, Date month)
{
    const auto day = static_cast<unsigned>(terms.statement_day);
    const Date closed = add_months(month, 0, day);
    return {.opened = add_months(month, -1, day) + Days{1}, .closed = closed, .due = due_of(terms, closed)};
}

}  // namespace

CardCycle cycle_at(const CardTerms& terms, Date day)
{
    const auto this_month = closing_in(terms, day);
    return this_month.closed >= day ? this_month : closing_in(terms, add_months(day, 1, 1));
}

CardCycle next_cycle(const CardTerms& terms, const CardCycle& cycle)
{
    return cycle_at(terms, cycle.closed + Days{1});
}
CardCycle previous_cycle(const CardTerms& terms, const CardCycle& cycle)
{
    return cycle_at(terms, cycle.opened - Days{1});
}

MinimumRule minimum_rule(const CardTerms& terms)
{
    return {.general = terms.minimum_rate,
            .older = terms.minimum_older.value_or(terms.minimum_rate),
            .floor = terms.minimum_floor,
            .floor_on_share = terms.floor_on_share,
            .charges_in_full = terms.charges_in_full,
            .share_of_charges = terms.share_of_charges,
            .round_to = terms.round_to};
}

Money minimum_due(const MinimumRule& rule, const StatementParts& p)
{
    const Money none{0, p.general.currency};
    const Money in_full = p.instalments + p.earlier_minimum + p.over_limit + (rule.charges_in_full ? p.charges : none);
    const Money general = p.general + (rule.charges_in_full && !rule.share_of_charges ? none : p.charges);
    Money share = times(general, rule.general) + times(p.older, rule.older);
    if (rule.round_to > 1) share.minor = times(share, {Rate::one}, 1, rule.round_to).minor * rule.round_to;
    if (rule.floor && rule.floor_on_share) share = std::max(share, *rule.floor);
    Money least = share + in_full;
    if (rule.floor && !rule.floor_on_share) least = std::max(least, *rule.floor);
    return std::min(least, p.total());
}

Money minimum_due(const CardTerms& terms, Money balance)
{
    const Money none{0, balance.currency};
    if (!balance.positive()) return none;
    return minimum_due(minimum_rule(terms), {balance, none, none, none, none, none});
}

namespace {

/// How card statements name one part of an instalment plan. "Cuota" and "rate" mean too much else.
bool names_instalment(std::string_view payee)
{
    static const auto words = words_of("instalment");
    const auto text = lower(payee);
    return std::ranges::any_of(words, [&](auto word) { return text.find(word) != std::string::npos; });
}

}  // namespace

CardRow card_row(const Book& book, const History& history, const HistoryRow& row)
{
    const auto* category = find<Category>(book, row.category);
    if (category && category->key == "interest_paid") return CardRow::interest;
    if (category && (category->key == "late_fees" || category->key == "bank_fees")) return CardRow::fee;
    if (row.minor < 0 && row.transfer) return CardRow::cash;
    return names_instalment(history.payees[row.payee]) ? CardRow::instalment : CardRow::spending;
}

}  // namespace ledger
