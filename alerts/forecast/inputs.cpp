#include "alerts/forecast/inputs.hpp"

#include <algorithm>
#include <set>

#include "ledger/facts/payee.hpp"

namespace alerts {

namespace {

using ledger::AccountId;
using ledger::Date;
using ledger::Days;
using ledger::same_payee;

/// One number per occurrence, the same whatever else is asked.
std::uint32_t flow_id(std::uint32_t kind, std::int64_t fact, Date day)
{
    const auto days = static_cast<std::uint32_t>(day.time_since_epoch().count());
    return kind << 30 | (static_cast<std::uint32_t>(fact) & 0x1ffff) << 13 | (days & 0x1fff);
}

class Gathering {
public:
    Gathering(const ledger::Book& book, const ledger::History& history, ledger::Today today, int days,
              const WhatIf& what_if)
        : book_{book},
          history_{history},
          today_{today},
          end_{today.date + Days{days}},
          what_if_{what_if},
          accounts_{payers(book)}
    {
    }

    Inputs run()
    {
        for (const auto id : accounts_) start(book_.accounts.at(id));
        out_.spending = what_if_.spending;
        dues();
        incomes();
        for (const auto& flow : what_if_.flows)
            add(flow.account,
                {.id = flow_id(3, static_cast<std::int64_t>(out_.named.size()), flow.date),
                 .date = flow.date,
                 .minor = flow.amount.minor},
                {});
        return std::move(out_);
    }

private:
    static std::set<AccountId> payers(const ledger::Book& book)
    {
        std::set<AccountId> found;
        for (const auto& [id, account] : book.accounts)
            if (pays_bills(account.type) && !account.archived) found.insert(id);
        return found;
    }

    const ledger::AccountHistory* rows_of(AccountId id) const
    {
        const auto at = history_.accounts.find(id);
        return at == history_.accounts.end() ? nullptr : &at->second;
    }

    void start(const ledger::Account& account)
    {
        auto& input = out_.accounts[account.id];
        input.account = account.id.value;
        input.balance_today = balance_on(book_, history_, account.id, today_.date).minor;
        const auto* past = rows_of(account.id);
        input.first_day = past && !past->rows.empty() ? std::max(past->first, history_.from) : today_.date;
        input.movements = accounted_for_.movements(account.id, input.first_day);
        forget_lost(account.id, input);
        for (const auto& [id, d] : book_.dismissals)
            if (d.account == account.id)
                for (const auto key : keys_of(d)) input.dismissed.push_back({.key = key, .minor = d.amount.minor});
        if (!past) return;
        for (const auto& row : past->rows)
            if (row.date > today_.date)
                add(account.id, {.id = flow_id(2, row.id.value, row.date), .date = row.date, .minor = row.minor},
                    {.name = history_.payees[row.payee]});
    }

    /// Nothing may be learnt from an income that is tried without.
    void forget_lost(AccountId account, AccountInput& input) const
    {
        for (const auto& payer : what_if_.lost_payers) {
            if (payer.account && payer.account != account) continue;
            const auto keys = keys_called(history_, payer.name, {}, true);
            for (auto& m : input.movements)
                if (keys.contains(m.key)) m.known = true;
        }
    }

    std::set<std::uint32_t> keys_of(const ledger::Dismissal& dismissal) const
    {
        const bool in = dismissal.amount.positive();
        if (dismissal.payee.empty()) return keys_called(history_, {}, dismissal.category, in);
        const auto at = history_.payee_index.find(dismissal.payee);
        return at == history_.payee_index.end() ? std::set<std::uint32_t>{}
                                                : std::set<std::uint32_t>{at->second * 2 + (in ? 1u : 0u)};
    }

    void dues()
    {
        for (auto& duty : open_duties(book_, history_, end_, today_)) {
            if (std::find(what_if_.dropped.begin(), what_if_.dropped.end(), duty.bill) != what_if_.dropped.end())
                continue;
            for (const auto& move : what_if_.moves) {
                if (move.bill != duty.bill || (move.occurrence != Date{} && move.occurrence != duty.occurrence))
                    continue;
                if (move.due) duty.due = *move.due;
                if (move.amount) {
                    duty.amount = *move.amount + duty.paid;
                    duty.still_owed = *move.amount;
                }
            }
            const Date tomorrow = today_.date + Days{1}, pay_on = std::max(duty.due, tomorrow);
            if (pay_on > end_) continue;  // moved beyond what is looked at
            Due due{.duty = duty, .pay_on = pay_on, .flow = flow_id(0, duty.bill.value, duty.occurrence)};
            if (duty.arrears.positive() && pay_on > tomorrow)
                due.at_once = std::min(duty.arrears, duty.still_owed).minor,
                due.at_once_flow = flow_id(0, duty.bill.value, *duty.late_since);
            out_.dues.push_back(std::move(due));
        }
        std::stable_sort(out_.dues.begin(), out_.dues.end(), [](const Due& a, const Due& b) {
            if (a.pay_on != b.pay_on) return a.pay_on < b.pay_on;
            return a.duty.essential > b.duty.essential;
        });
        for (const auto& due : out_.dues) {
            KnownFlow flow{.id = due.flow,
                           .date = due.pay_on,
                           .minor = due.at_once - due.duty.still_owed.minor,
                           .usual = accounted_for_.seen(due.duty.bill)};
            if (due.at_once > 0)
                add(due.duty.pay_from, {.id = due.at_once_flow, .date = today_.date + Days{1}, .minor = -due.at_once},
                    {.name = due.duty.payee});
            if (const auto* told = accounted_for_.told(due.duty.bill, due.duty.pay_from); told && due.duty.estimate)
                flow.amounts = told->likely(flow.minor);
            add(due.duty.pay_from, std::move(flow), {.name = due.duty.payee});
        }
    }

    void incomes()
    {
        const auto expected = expected_incomes(book_, history_, today_.date - Days{longest_wait}, end_);
        for (const auto& [id, income] : book_.incomes) {
            if (income.ended || std::find(what_if_.lost.begin(), what_if_.lost.end(), id) != what_if_.lost.end())
                continue;
            expect(income, paying_account(book_, history_, income.to, income.amount.currency), expected);
        }
    }

    /// The occurrences ahead, and the one that should have come by now. One that was missed altogether makes the rest
    /// doubtful.
    void expect(const ledger::Income& income, AccountId to, const std::vector<ledger::Expected>& all)
    {
        const auto* told = accounted_for_.told(income.id, to);
        const auto jitter = told ? told->jitter : std::vector<int>{};
        const int latest = jitter.empty() ? 0 : std::max(0, *std::max_element(jitter.begin(), jitter.end()));
        const auto line = flow_id(1, income.id.value, Date{});
        const auto came = last_occurrence(income, to);
        double alive = 1;
        bool all_is_well = told != nullptr;
        std::vector<std::pair<KnownFlow, Named>> coming;
        for (const auto& one : all) {
            if (one.income != income.id) continue;
            const Date date = one.date;
            if (came ? date <= *came : date < today_.date - Days{never_seen_wait}) continue;
            KnownFlow flow{.id = flow_id(1, income.id.value, date),
                           .date = date,
                           .minor = one.amount.minor,
                           .jitter = jitter,
                           .usual = told != nullptr};
            if (told) flow.amounts = told->likely(flow.minor);
            all_is_well = all_is_well && !flow.amounts.empty();
            Named named{.name = income.payer, .income = income.id};
            if (date <= today_.date) {
                const bool over = date + Days{std::max(given_up, latest + 2)} <= today_.date;
                if (over) alive = after_a_miss(alive);
                named.late = date + Days{latest} < today_.date;
                all_is_well = all_is_well && !named.late;
                named.should_have_come = date;
                flow.happens = still_coming(confirmed_comes, jitter, date, today_.date);
                if (named.late && came) say_late(income, to, date, over ? 0.0 : alive * flow.happens);
                if (over) continue;
                if (jitter.empty()) flow.date = today_.date + Days{1};
            }
            if (alive < 1) {
                flow.line = line;
                flow.alive = alive;
            }
            coming.emplace_back(std::move(flow), std::move(named));
        }
        if (all_is_well) insure(*told, to);
        for (auto& [flow, named] : coming) {
            flow.insured = all_is_well;
            add(to, std::move(flow), std::move(named));
        }
    }

    /// While it comes as it always did, the paths without streams may go on telling it by habit: insurance against a
    /// fact that does not hold.
    void insure(const Came& told, AccountId account)
    {
        auto& movements = out_.accounts.at(account).movements;
        for (const auto i : told.members) movements[i].insured = true;
    }

    /// The occurrence to which the last payment belonged; nothing where none was ever seen.
    std::optional<Date> last_occurrence(const ledger::Income& income, AccountId to) const
    {
        const auto day = accounted_for_.last_came(income.id, to);
        return day ? nearest_date({income.repeat, income.next, income.amount.minor}, *day) : std::nullopt;
    }

    static double after_a_miss(double alive)
    {
        const double silent = alive * confirmed_survives * (1 - confirmed_comes);
        return silent / (silent + 1 - alive * confirmed_survives);
    }

    void say_late(const ledger::Income& income, AccountId to, Date expected, double still)
    {
        auto& all = out_.late;
        std::erase_if(
            all, [&](const auto& l) { return l.income == income.id; });  // the latest that is missing stands for all
        all.push_back({.account = to,
                       .income = income.id,
                       .payer = income.payer,
                       .amount = income.amount,
                       .expected = expected,
                       .days_late = ledger::days_between(expected, today_.date),
                       .still_coming = still});
    }

    void add(AccountId account, KnownFlow flow, Named named)
    {
        const auto at = out_.accounts.find(account);
        const bool waited_for = !flow.jitter.empty() && flow.date <= today_.date;  // it may come on a day still ahead
        if (at == out_.accounts.end() || (flow.date <= today_.date && !waited_for) || flow.date > end_) return;
        named.flow = flow.id;
        named.account = account;
        named.date = std::max(flow.date, today_.date + Days{1});
        named.minor = flow.minor;
        at->second.flows.push_back(std::move(flow));
        out_.named.push_back(std::move(named));
    }

    static constexpr int longest_wait = 100;  ///< days back in which a confirmed income that did not come is looked for
    static constexpr int never_seen_wait =
        10;                              ///< … where it never came under this name: it is then not waited for longer
    static constexpr int given_up = 10;  ///< days after which one that did not come counts as missed
    static constexpr double confirmed_comes = 0.97;     ///< judgement, not measured: no data here had confirmed incomes
    static constexpr double confirmed_survives = 0.97;  ///< … from one occurrence to the next

    const ledger::Book& book_;
    const ledger::History& history_;
    ledger::Today today_;
    Date end_;
    const WhatIf& what_if_;
    std::set<AccountId> accounts_;
    AccountedFor accounted_for_{book_, history_, today_, accounts_};
    Inputs out_;
};

}  // namespace

Inputs gather(const ledger::Book& book, const ledger::History& history, ledger::Today today, int days,
              const WhatIf& what_if)
{
    return Gathering{book, history, today, days, what_if}.run();
}

}  // namespace alerts
