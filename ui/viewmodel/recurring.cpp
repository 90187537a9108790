#include "ui/viewmodel/recurring.hpp"

namespace view {

using alerts::RecurringFound;
using wording::Words;

namespace {

BillsRow recurring_row(const RecurringFound& found, const app::State& state, const Words& words)
{
    BillsRow out;
    out.recurring = found;
    out.title = found.payee;
    const auto about = found.varies ? "≈ " : "";
    const auto amount =
        found.amount.positive() ? words.signed_money(found.amount) : words.money(ledger::abs(found.amount));
    out.cells = {Cell{words("found"), {}, Tone::faint}, Cell{found.payee, {}, Tone::faint},
                 Cell{words.date(found.next), {}, Tone::faint}, Cell{about + amount, {}, Tone::faint}};
    out.details = {{words("Usually"), about + words.money(ledger::abs(found.amount))},
                   {words("Comes"), wording::repeat_name(words, found.repeat, found.anchor)},
                   {found.late ? words("Was expected") : words("Next time"), words.full_date(found.next)},
                   {words("Last time"), words.full_date(found.last)},
                   {words("Seen"), words.plural("{n} time", "{n} times", found.times)},
                   {words("Account"), account_name(state.book, found.account)}};
    out.note = found.amount.positive() ? words(
                                             "This income was found in your entries. Confirm it, and it is counted on; "
                                             "dismiss it, and it is not expected again.")
                                       : words(
                                             "This payment was found in your entries. Confirm it, and it is watched "
                                             "like a bill; dismiss it, and it is not expected again.");
    return out;
}

}  // namespace

std::vector<BillsRow> learnt_rows(const app::State& state, const alerts::Assessment& assessment, const Words& words)
{
    std::vector<BillsRow> rows;
    for (const auto& found : assessment.recurring)
        if (!found.ended && !found.transfer && !found.payee.empty()) rows.push_back(recurring_row(found, state, words));
    return rows;
}

}  // namespace view
