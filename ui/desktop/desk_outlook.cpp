// What lies ahead and what would change it, and how right such judgements were: reckoned from the facts, written only
// where asked.
#include "alerts/judging/backtest.hpp"
#include "ui/app/journeys/bills.hpp"
#include "ui/desktop/desk.hpp"

namespace desktop {

/// A look at the past on its way, and what it found.
struct Desk::LookingBack {
    ledger::AccountId account{};
    std::optional<std::optional<alerts::Backtest>> found{};
    app::Background::Task replay{};
};

view::OutlookModel Desk::outlook()
{
    const auto& before = session_.assessment();
    // What was tried on a bill that is gone since then is tried no more.
    std::erase_if(trials_, [&](const view::Trial& t) {
        return t.duty.bill && !ledger::find<ledger::Bill>(state().book, t.duty.bill);
    });
    if (trials_.empty()) return view::outlook(state(), before, before, trials_, words_, shown_outlook_);
    const auto after =
        alerts::assess(state().book, state().history, state().today, before.days, {}, view::what_if(trials_));
    return view::outlook(state(), before, after, trials_, words_, shown_outlook_);
}

view::MonthModel Desk::month()
{
    return view::month(state(), session_.assessment(), words_, shown_month_.value_or(state().today.date));
}

Answer Desk::try_out(const view::TryOut& typed)
{
    auto trial = view::read_trial(typed, state(), words_);
    if (!trial) return refused(trial.problems());
    // The same bill is moved or left out once: the newest wish holds.
    if (trial->duty.bill) std::erase_if(trials_, [&](const view::Trial& t) { return t.duty == trial->duty; });
    if (trial->kind == view::TrialKind::lose_income || trial->kind == view::TrialKind::spending)
        std::erase_if(trials_,
                      [&](const view::Trial& t) { return t.kind == trial->kind && t.income == trial->income; });
    trials_.push_back(*std::move(trial));
    return {true, {}, {}};
}

void Desk::forget_trial(std::size_t index)
{
    if (index < trials_.size()) trials_.erase(trials_.begin() + static_cast<std::ptrdiff_t>(index));
}

Answer Desk::keep_trial(std::size_t index)
{
    if (index >= trials_.size()) return {false, words_("Nothing was changed."), {}};
    const auto trial = trials_[index];
    const auto name = trial.name.empty() ? trial.kind == view::TrialKind::receive ? words_("Planned income")
                                                                                  : words_("Planned purchase")
                                         : trial.name;
    if (trial.kind == view::TrialKind::spending || (trial.kind == view::TrialKind::lose_income && !trial.income.income))
        return {false, words_("This can only be tried: it is nothing that the ledger holds."), {}};
    const auto write = [&](const app::State& s) -> ledger::Result<ledger::Change> {
        switch (trial.kind) {
            case view::TrialKind::move_due: return app::adjust_bill(s, {.bill = trial.duty.bill, .due = trial.date});
            case view::TrialKind::leave_out: return app::edit_bill(s, {.bill = trial.duty.bill, .ended = true});
            case view::TrialKind::spend: {
                ledger::Bill bill;
                bill.payee = name;
                bill.amount = trial.amount;
                bill.first_due = trial.date;
                bill.pay_from = trial.account;
                return app::add_bill(s, bill);
            }
            case view::TrialKind::lose_income:
                return app::edit_income(s, {.income = trial.income.income, .ended = true});
            case view::TrialKind::spending:
            case view::TrialKind::receive: break;
        }
        ledger::Income income;
        income.payer = name;
        income.amount = trial.amount;
        income.next = trial.date;
        income.to = trial.account;
        return app::add_income(s, income);
    };
    auto out = run(write);
    if (out.done) forget_trial(index);
    return out;
}

void Desk::look_back(ledger::AccountId account, std::function<void()> changed)
{
    const auto accounts = view::paying_accounts(state().book);
    if (!account && looking_back_) account = looking_back_->account;
    if (!account)
        account = ledger::paying_account(state().book, state().history, {}, state().book.preferences.currency);
    if (!account && !accounts.empty()) account = accounts.front();
    looking_back_ = std::make_shared<LookingBack>();  // one that is under way is told to stop
    looking_back_->account = account;
    if (!account) {
        looking_back_->found.emplace();
        return;
    }
    const auto replay = [facts = std::make_shared<const app::State>(state()), account](const std::stop_token& stop) {
        const auto go_on = [&] { return !stop.stop_requested(); };
        return alerts::backtest(facts->book, facts->history, facts->today, account, 26, {}, go_on);
    };
    looking_back_->replay = background_.run(replay, [this, changed = std::move(changed)](const auto& found) {
        if (!found && on_trouble_) on_trouble_(failed(found.trouble()));
        looking_back_->found = found ? *found : std::nullopt;
        changed();
    });
}

view::RecordModel Desk::record()
{
    return view::record(state().book, view::paying_accounts(state().book),
                        looking_back_ ? looking_back_->account : ledger::AccountId{},
                        looking_back_ ? looking_back_->found : std::nullopt, words_);
}

}  // namespace desktop
