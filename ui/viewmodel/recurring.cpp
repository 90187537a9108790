#include "ui/viewmodel/recurring.hpp"

namespace view {

using alerts::Learnt;
using wording::Words;

namespace {

std::string standing(const Learnt& l, const Words& words)
{
    if (l.ended) return words("ended");
    if (l.transfer) return words("between own accounts");
    return l.late ? words("late") : std::string{};
}

}  // namespace

RecurringModel recurring(const app::State& state, const alerts::Assessment& assessment, const Words& words)
{
    RecurringModel model;
    model.title = words("What was found to come again, to be confirmed or dismissed");
    model.nothing = words("Nothing was found that comes again and is not known already.");
    model.confirm = words("Confirm");
    model.dismiss = words("Dismiss");
    model.columns = {{words("Payee"), 160, false, true}, {words("Usually"), 110, true}, {words("Comes"), 110}, {words("Next"), 106}, {words("Account"), 110}, {"", 120}};
    for (std::size_t i = 0; i < assessment.learnt.size(); ++i) {
        const auto& l = assessment.learnt[i];
        model.rows.push_back({i,
                              {Cell{l.payee}, Cell{(l.varies ? "≈ " : "") + words.money(l.amount)}, Cell{wording::repeat_name(words, l.repeat)},
                               Cell{l.ended ? "—" : words.date(l.next)}, Cell{account_name(state.book, l.account), {}, Tone::faint}, Cell{standing(l, words)}},
                              !l.ended && !l.transfer && !l.payee.empty()});
    }
    for (const auto& late : assessment.late_incomes)
        model.late.push_back(wording::late_income_headline(words, late, account_name(state.book, late.account)));
    return model;
}

}  // namespace view
