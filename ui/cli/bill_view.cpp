#include "ui/cli/bill_view.hpp"

#include <algorithm>

#include "ledger/balances/card_bills.hpp"
#include "ui/cli/commands.hpp"
#include "ui/wording/script_words.hpp"

namespace cli {

using namespace ledger;

std::vector<Duty> listed_duties(const app::State& state, Date horizon, bool projected)
{
    auto out = open_duties(state.book, state.history, horizon, state.today);
    for (auto& d : duties(state.book, state.history, state.today.date - Days{31}, horizon, state.today))
        if (!d.open() || d.status == DutyStatus::in_plan) out.push_back(std::move(d));
    if (!projected) std::erase_if(out, [](const Duty& d) { return d.projected; });
    std::stable_sort(out.begin(), out.end(), [](const Duty& a, const Duty& b) { return a.due < b.due; });
    return out;
}

std::optional<CardBill> statement_of(const app::State& state, const Duty& duty)
{
    const auto* card = find<Account>(state.book, duty.card);
    if (duty.source != BillSource::card || !card || !card->card) return std::nullopt;
    return card_bill_on(state.book, state.history, *card, duty.occurrence, state.today);
}

Json duty_json(const app::State& state, const Duty& d)
{
    Json j;
    j["id"] = d.bill.value;
    j["payee"] = d.payee;
    j["due"] = json_of(d.due);
    j["amount"] = json_of(d.amount);
    j["minimum"] = json_of(d.minimum);
    j["paid"] = json_of(d.paid);
    j["still_owed"] = json_of(d.still_owed);
    j["status"] = wording::key(d.status);
    j["days_past_due"] = d.days_past_due(state.today);
    if (d.source == BillSource::card) j["arrears"] = json_of(d.arrears), j["refunded"] = json_of(d.refunded);
    j["pay_from"] = name_or_null(account_name(state.book, d.pay_from));
    j["source"] = wording::key(d.source);
    std::optional<CardOutlook> outlook;
    const auto statement = statement_of(state, d);
    if (statement && d.open())
        outlook = card_outlook(state.book, state.history, *find<Account>(state.book, d.card), *statement, state.today);
    j["interest_if_minimum"] = outlook ? json_of(outlook->interest_if_minimum) : Json{};
    j["late_fee_if_missed"] = outlook ? json_of(outlook->late_fee_if_missed) : Json{};
    j["cost_if_missed"] = outlook ? json_of(outlook->cost_if_missed) : Json{};
    j["currency"] = d.amount.currency.text();
    j["occurrence"] = json_of(d.occurrence);
    j["estimate"] = d.estimate;
    j["autopay"] = d.autopay;
    j["essential"] = d.essential;
    j["projected"] = d.projected;
    j["lowest"] = json_of(d.lowest);
    if (!statement) return j;
    j["statement_date"] = json_of(statement->cycle.closed);
    j["printed"] = statement->printed;
    if (statement->printed)
        j["formula"] = {{"statement_date", json_of(statement->formula.closed)},
                        {"due", json_of(statement->formula.due)},
                        {"amount", json_of(statement->formula.balance)},
                        {"minimum", json_of(statement->formula.minimum)}};
    return j;
}

Json current_json(Context& context, BillId id)
{
    const auto& state = context.session().state();
    if (const auto duty = current_duty(state.book, state.history, id, state.today)) return duty_json(state, *duty);
    const auto& bill = state.book.bills.at(id);
    return {{"id", id.value},
            {"payee", bill.payee},
            {"due", nullptr},
            {"amount", json_of(bill.amount)},
            {"source", wording::key(bill.source)}};
}

}  // namespace cli
