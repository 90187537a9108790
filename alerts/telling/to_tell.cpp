#include "alerts/to_tell.hpp"

#include <algorithm>
#include <map>

#include "alerts/choice_words.hpp"
#include "alerts/telling/follow_up.hpp"
#include "alerts/telling/reminder.hpp"

namespace alerts {

namespace {

/// The bill, its occurrence, and how serious it is.
std::string key_of(const Finding& f)
{
    const bool overdue = f.duty.status == ledger::DutyStatus::overdue;
    return "bill:" + std::to_string(f.duty.bill.value) + ":" + ledger::iso(f.duty.occurrence) + ":" +
           (overdue ? "overdue" : std::string{ledger::word_of(f.level)});
}

std::string key_of(const LateIncomeFound& late)
{
    const auto who = late.income ? std::to_string(late.income.value) : late.payer;
    return "income:" + std::to_string(late.account.value) + ":" + ledger::iso(late.expected) + ":" + who;
}

/// Each of two reminders of a plan has its own.
std::string key_of(const FollowUp& f)
{
    const auto of = f.plan ? "plan:" + std::to_string(f.plan.value) : "contact:" + std::to_string(f.contact.value);
    return of + ":" + ledger::iso(f.date) + ":" + std::string{ledger::word_of(f.kind)};
}

/// Puts things into the list, each with its key.
class Teller {
public:
    explicit Teller(const ledger::Book& book)
    {
        for (const auto& [id, notice] : book.notices) told_.try_emplace(notice.about, ledger::day_of(notice.at));
    }

    template <class What>
    void add(std::vector<Telling<What>>& to, const What& what) const
    {
        auto key = key_of(what);
        const auto at = told_.find(key);
        const auto told_on = at == told_.end() ? std::nullopt : std::optional{at->second};
        to.push_back({what, std::move(key), !told_on, told_on});
    }

private:
    std::map<std::string, ledger::Date> told_{};
};

}  // namespace

std::vector<std::string> ToTell::keys() const
{
    std::vector<std::string> out;
    const auto add = [&](const auto& some) {
        for (const auto& telling : some) out.push_back(telling.key);
    };
    add(findings);
    add(late_incomes);
    add(follow_ups);
    return out;
}

ToTell to_tell(const ledger::Book& book, const ledger::History& history, const Assessment& assessment,
               const Policy& policy)
{
    const Teller teller{book};
    ToTell out;
    for (const auto& finding : assessment.findings)
        if (worth_telling(finding, assessment.today, book.preferences)) teller.add(out.findings, finding);
        else if (is_danger(finding)) teller.add(out.later, finding);
    for (const auto& late : assessment.late_incomes)
        if (late.weighs) teller.add(out.late_incomes, late);
    for (const auto& f : follow_ups(book, history, assessment, policy)) teller.add(out.follow_ups, f);
    return out;
}

ToTell only_fresh(ToTell all)
{
    const auto told = [](const auto& telling) { return !telling.fresh; };
    std::erase_if(all.findings, told);
    std::erase_if(all.late_incomes, told);
    std::erase_if(all.follow_ups, told);
    return all;
}

}  // namespace alerts
