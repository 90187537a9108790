#include "ui/viewmodel/reconcile.hpp"

namespace view {

ReconcileModel reconcile(const app::Reconciliation& found, const wording::Words& words)
{
    ReconcileModel model{.understood = true, .agrees = found.difference.zero()};
    model.said = model.agrees ? words.fill("The ledger and the statement agree: {balance}.",
                                           fmt::arg("balance", words.money(found.booked)))
                              : words.fill("The ledger has {booked}, the statement {balance}: {difference} is missing.",
                                           fmt::arg("booked", words.money(found.booked)),
                                           fmt::arg("balance", words.money(found.statement)),
                                           fmt::arg("difference", words.signed_money(found.difference)));
    model.columns = {{words("Date"), 95},
                     {words("Payee"), 200, false, true},
                     {words("Amount"), 110, true},
                     {words("On the statement"), 130}};
    for (const auto& e : found.open) {
        const bool left = found.left_out.contains(e.id);
        const auto tone = left ? Tone::faint : Tone::plain;
        model.rows.push_back({Cell{ledger::iso(e.date), {}, tone}, Cell{e.payee, {}, tone},
                              Cell{words.signed_money(e.amount), {}, tone},
                              Cell{left ? words("left out") : words("yes"), {}, tone}});
        model.entries.push_back(e.id);
    }
    return model;
}

}  // namespace view
