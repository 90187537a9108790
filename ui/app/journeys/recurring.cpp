#include "ui/app/journeys/recurring.hpp"

#include <algorithm>

#include "ui/app/journeys/lookup.hpp"
#include "ui/app/journeys/text.hpp"

namespace app {

using namespace ledger;
using alerts::RecurringFound;

namespace {

/// What the rule gives before the next occurrence has been paid already; what should have come by now is due today.
void settle_the_past(const State& state, const Bill& bill, const RecurringFound& found, Change& change)
{
    int put = 0;
    for (const Date date : dates(bill.repeat, bill.first_due, bill.first_due, state.today.date)) {
        Adjustment a{.id = next_id<Adjustment>(state.book, put++), .bill = bill.id, .due = date};
        if (date < found.next) a.skipped = true;
        else if (date < state.today.date) a.moved_to = state.today.date;
        else continue;
        change.steps.emplace_back(Put<Adjustment>{a});
    }
    if (bill.first_due > state.today.date || found.next <= state.today.date) return;
    for (const Date date : dates(bill.repeat, bill.first_due, state.today.date + Days{1}, found.next - Days{1}))
        change.steps.emplace_back(Put<Adjustment>{
            {.id = next_id<Adjustment>(state.book, put++), .bill = bill.id, .due = date, .skipped = true}});
}

std::string numbered(const std::vector<RecurringFound>& learnt)
{
    std::string out;
    for (std::size_t i = 0; i < learnt.size() && i < 8; ++i)
        out += (i ? ", " : "") + std::to_string(i + 1) + " " + learnt[i].payee;
    return learnt.size() > 8 ? out + ", …" : out;
}

}  // namespace

Result<Change> confirm_stream(const State& state, const RecurringFound& found)
{
    if (found.ended) return Problem{.trouble = Trouble::no_such, .field = "recurring", .text = found.payee};
    if (found.transfer)
        return Problem{
            .trouble = Trouble::needs_type, .field = "recurring", .text = found.payee, .detail = "bill | income"};
    if (found.payee.empty()) return Problem{.trouble = Trouble::empty_name, .field = "payee"};
    Change change{.deed = Deed::confirm_stream, .about = found.payee, .steps = {}};
    if (found.amount.positive()) {
        change.steps.emplace_back(Put<Income>{{.id = next_id<Income>(state.book),
                                               .payer = found.payee,
                                               .amount = found.amount,
                                               .next = found.anchor,
                                               .repeat = found.repeat,
                                               .to = found.account,
                                               .category = found.category}});
        return change;
    }
    const Bill bill{.id = next_id<Bill>(state.book),
                    .payee = found.payee,
                    .amount = -found.amount,
                    .estimate = found.varies,
                    .first_due = found.anchor,
                    .repeat = found.repeat,
                    .pay_from = found.account,
                    .category = found.category};
    change.steps.emplace_back(Put<Bill>{bill});
    settle_the_past(state, bill, found, change);
    return change;
}

Result<Change> dismiss_stream(const State& state, const RecurringFound& found)
{
    Dismissal gone{.id = next_id<Dismissal>(state.book), .account = found.account, .amount = found.amount};
    const auto by_name = state.history.payee_index.find(found.payee);
    const bool has_payee = by_name != state.history.payee_index.end() && found.key / 2 == by_name->second;
    if (has_payee) gone.payee = found.payee;
    else gone.category = found.category;
    return Change{.deed = Deed::dismiss_stream, .about = found.payee, .steps = {Put<Dismissal>{std::move(gone)}}};
}

Result<Change> restore_stream(const State& state, DismissalId dismissal)
{
    const auto* gone = find<Dismissal>(state.book, dismissal);
    if (!gone)
        return Problem{.trouble = Trouble::no_such, .field = "recurring", .text = std::to_string(dismissal.value)};
    return Change{.deed = Deed::confirm_stream, .about = gone->payee, .steps = {Remove<Dismissal>{dismissal}}};
}

Result<RecurringFound> stream_called(const std::vector<RecurringFound>& learnt, std::string_view text)
{
    if (const auto n = number_of(text); n > 0 && n <= static_cast<std::int64_t>(learnt.size()))
        return learnt[static_cast<std::size_t>(n - 1)];
    const RecurringFound* found = nullptr;
    std::string meant;
    for (std::size_t i = 0; i < learnt.size(); ++i) {
        if (!contains_name(learnt[i].payee, text) || text.empty()) continue;
        meant += (meant.empty() ? "" : ", ") + std::to_string(i + 1) + " " + learnt[i].payee;
        if (found)
            return Problem{
                .trouble = Trouble::ambiguous, .field = "recurring", .text = std::string{text}, .detail = meant};
        found = &learnt[i];
    }
    if (found) return *found;
    return Problem{
        .trouble = Trouble::no_such, .field = "recurring", .text = std::string{text}, .detail = numbered(learnt)};
}

}  // namespace app
