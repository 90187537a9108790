#include "ledger/sound/validate.hpp"

#include <algorithm>
#include <cassert>
#include <limits>

#include "ledger/sound/facts.hpp"
#include "ledger/sound/references.hpp"

// Whether a Change may be made: each kind of fact by itself (facts.hpp), and what must hold between them.
namespace ledger {

namespace {

/// Looks at the steps one after the other against the Book as it would be by then.
class Validator {
public:
    Validator(const Book& book, const FindEntry& find_entry, const Turnover& turnover)
        : before_{book}, book_{book}, find_entry_{find_entry}, turnover_{turnover}
    {
    }

    Problems run(const Change& change)
    {
        for (const auto& step : change.steps) {
            std::visit([&](const auto& s) { look(s); }, step);
            if (!checks_.sound()) return checks_.take();
            step_applied(step);
        }
        both_sides_go_together();
        payments_cover_what_they_settle();
        references_still_stand(change);
        if (checks_.sound()) what_names_it_still_fits(change);
        if (checks_.sound()) sums_fit(change);
        return checks_.take();
    }

private:
    void step_applied(const Step& step)
    {
        if (const auto* put = std::get_if<Put<Entry>>(&step)) {
            weigh(put->fact.id, abs(put->fact.amount).minor);
            entries_.insert_or_assign(put->fact.id, put->fact);
        }
        else if (const auto* bring = std::get_if<Bring>(&step)) {
            brought_.push_back(bring);  // weighed when they were looked at
            for (const auto& [id, entry] : bring->instead) entries_.insert_or_assign(id, entry);
        }
        else if (const auto* gone = std::get_if<Remove<Entry>>(&step)) {
            weigh(gone->id, 0);
            entries_.insert_or_assign(gone->id, std::nullopt);
        }
        else {
            if (const auto* account = std::get_if<Put<Account>>(&step)) {
                const auto* before = find<Account>(book_, account->fact.id);
                added_ += abs(account->fact.opening).minor - (before ? abs(before->opening).minor : 0);
            }
            Change one;
            one.steps.push_back(step);
            book_ = apply(std::move(book_), one);
        }
    }

    /// An entry of this size stands where perhaps another stood.
    void weigh(EntryId id, std::int64_t size)
    {
        const auto before = id > book_.last_entry && !entries_.contains(id) ? std::nullopt : entry(id);
        added_ = capped(added_, size - (before ? abs(before->amount).minor : 0));
    }

    std::optional<Entry> entry(EntryId id) const
    {
        if (const auto at = entries_.find(id); at != entries_.end()) return at->second;
        for (const auto* bring : brought_)
            if (bring->holds(id)) return bring->at(id.value - bring->first.value);
        return find_entry_(id);
    }

    bool touched(EntryId id) const
    {
        return entries_.contains(id) ||
               std::any_of(brought_.begin(), brought_.end(), [&](const Bring* bring) { return bring->holds(id); });
    }

    template <class Fact>
    void look(const Put<Fact>& put)
    {
        check(checks_, put.fact);
    }
    void look(const Preferences& preferences) { check(checks_, preferences); }

    void look(const Put<Entry>& put)
    {
        assert(std::none_of(brought_.begin(), brought_.end(),
                            [&](const Bring* bring) { return bring->holds(put.fact.id); }));
        check(checks_, put.fact);
    }

    void look(const Bring& bring)
    {
        assert(bring.count >= 0 &&
               (brought_.empty() ? bring.first > book_.last_entry
                                 : bring.first.value >= brought_.back()->first.value + brought_.back()->count));
        for (std::int64_t n = 0; n < bring.count && checks_.sound(); ++n) {
            const auto e = bring.at(n);
            assert(!e.transfer || bring.instead.contains(e.id));
            check(checks_, e);
            if (checks_.sound()) added_ = capped(added_, abs(e.amount).minor);
        }
    }

    /// What the file says of its terms could not be read, and would be gone with the next word about the account.
    void look(const Put<Account>& put)
    {
        check(checks_, put.fact);
        const bool unread = std::any_of(book_.left_out.begin(), book_.left_out.end(), [&](const LeftOut& one) {
            return one.part && one.table == "card_terms" && one.row == put.fact.id.value;
        });
        if (unread && !put.fact.card) checks_.say(Trouble::left_out, "card", put.fact.name);
    }

    void look(const Put<Settlement>& put)
    {
        const Settlement& s = put.fact;
        check(checks_, s);
        if (!checks_.sound()) return;
        const auto paid_by = entry(s.entry);
        if (!paid_by) return checks_.say(Trouble::no_such, "entry", std::to_string(s.entry.value));
        if (!checks_.in_currency(s.amount, paid_by->amount.currency, "amount")) return;
        std::int64_t used = s.amount.minor;  // one payment never settles more than itself
        for (const auto& [id, other] : book_.settlements)
            if (other.entry == s.entry && id != s.id) used += other.amount.minor;
        if (used > abs(paid_by->amount).minor)
            checks_.say(Trouble::out_of_range, "amount", decimal(Money{used, s.amount.currency}),
                        "≤ " + decimal(abs(paid_by->amount)));
    }

    void look(const Remove<Entry>& gone)
    {
        if (!entry(gone.id)) checks_.say(Trouble::no_such, "entry", std::to_string(gone.id.value));
    }
    template <class Fact>
    void look(const Remove<Fact>& gone)
    {
        if (!find<Fact>(book_, gone.id)) checks_.say(Trouble::no_such, "", std::to_string(gone.id.value));
    }

    /// A transfer has exactly two entries, on two accounts; touching one means touching the other.
    void both_sides_go_together()
    {
        std::map<TransferId, int> sides;  // how many entries the Change adds to each transfer
        std::map<TransferId, AccountId> first_side;
        for (const auto& [id, now] : entries_) {
            const auto before =
                id > book_.last_entry ? std::nullopt : find_entry_(id);  // a new one was not there before
            if (before && before->transfer) --sides[before->transfer];
            if (!now || !now->transfer) continue;
            ++sides[now->transfer];
            const auto [first, is_first] = first_side.try_emplace(now->transfer, now->account);
            if (!is_first && first->second == now->account)
                return checks_.say(Trouble::same_account, "transfer", find<Account>(book_, now->account)->name);
        }
        for (const auto& [transfer, more] : sides)
            if (more % 2 != 0) return checks_.say(Trouble::linked_transfer, "entry", std::to_string(transfer.value));
    }

    /// An entry that was edited still pays what it is said to have paid.
    void payments_cover_what_they_settle()
    {
        std::map<EntryId, std::int64_t> settled;
        for (const auto& [id, s] : book_.settlements)
            if (touched(s.entry)) settled[s.entry] += s.amount.minor;
        for (const auto& [id, minor] : settled)
            if (const auto now = entry(id); now && minor > abs(now->amount).minor)
                checks_.say(Trouble::out_of_range, "amount", decimal(now->amount),
                            "≥ " + decimal(Money{minor, now->amount.currency}));
    }

    /// What was taken away must not be named by what stays.
    void references_still_stand(const Change& change)
    {
        for (const auto& step : change.steps)
            std::visit(
                [&]<class S>(const S& s) {
                    if constexpr (requires { s.id; }) nothing_names(s.id);
                },
                step);
    }

    void nothing_names(EntryId id)
    {
        if (entry(id)) return;
        for (const auto& [number, s] : book_.settlements)
            if (s.entry == id) checks_.say(Trouble::in_use, "entry", std::to_string(id.value), "bill");
    }

    void nothing_names(BillId id)
    {
        bool named = false;
        for_each_shelf(std::as_const(book_), [&](const auto& facts) {
            named =
                named || std::any_of(facts.begin(), facts.end(), [&](const auto& f) { return names(f.second, id); });
        });
        if (named && !find<Bill>(book_, id)) checks_.say(Trouble::in_use, "bill", std::to_string(id.value));
    }

    template <class Kind>
    void nothing_names(Id<Kind> id)
    {
        for_each_shelf(std::as_const(book_), [&]<class Facts>(const Facts& facts) {
            if constexpr (std::is_same_v<typename Facts::key_type, Id<Kind>>)
                if (facts.contains(id)) id = {};  // it came back within the Change
        });
        if (!id) return;
        for_each_shelf(std::as_const(book_), [&](const auto& facts) {
            for (const auto& [number, fact] : facts)
                if (names(fact, id)) checks_.say(Trouble::in_use, kind_of(id), "", called(fact));
        });
    }

    template <class Kind>
    static const char* kind_of(Id<Kind>)
    {
        if constexpr (std::is_same_v<Id<Kind>, AccountId>) return "account";
        else if constexpr (std::is_same_v<Id<Kind>, CategoryId>) return "category";
        else if constexpr (std::is_same_v<Id<Kind>, IncomeId>) return "income";
        else if constexpr (std::is_same_v<Id<Kind>, PlanId>) return "plan";
        else return "";
    }

    template <class Fact>
    static std::string called(const Fact& fact)
    {
        if constexpr (requires { fact.name; }) return fact.name;
        else if constexpr (requires { fact.payee; }) return fact.payee;
        else if constexpr (requires { fact.payer; }) return fact.payer;
        else if constexpr (requires { fact.file; }) return fact.file;
        else if constexpr (requires { fact.text; }) return fact.text;
        else return std::to_string(fact.id.value);
    }

    /// What was put is named by facts that the Change left alone: they must fit it as it is now.
    void what_names_it_still_fits(const Change& change)
    {
        for (const auto& step : change.steps)
            std::visit(
                [&]<class S>(const S& s) {
                    if constexpr (std::is_same_v<S, Put<Account>> || std::is_same_v<S, Put<Bill>> ||
                                  std::is_same_v<S, Put<Income>> || std::is_same_v<S, Put<Plan>>)
                        fits_what_names(s.fact.id);
                },
                step);
    }

    template <class Kind>
    void fits_what_names(Id<Kind> id)
    {
        for_each_shelf(std::as_const(book_), [&](const auto& facts) {
            for (const auto& [number, fact] : facts) {
                if (!checks_.sound()) return;
                if (!names(fact, id)) continue;
                Checks as_it_is{book_, Asked::when_read};
                check(as_it_is, fact);
                for (auto& problem : as_it_is.take()) checks_.add(std::move(problem));
            }
        });
    }

    /// Whatever is summed up later, it fits: what the entries and openings sum to, signs aside, and what a year of
    /// bills and incomes asks for and brings, stays far below what a number may hold.
    void sums_fit(const Change& change)
    {
        if (added_ > 0) {
            std::int64_t sum = capped(turnover_ ? turnover_() : 0, added_);
            for (const auto& [id, account] : before_.accounts) sum = capped(sum, abs(account.opening).minor);
            if (sum > Money::largest_sum) too_much();
        }
        const bool asks_more = std::any_of(change.steps.begin(), change.steps.end(), [](const Step& step) {
            return std::holds_alternative<Put<Bill>>(step) || std::holds_alternative<Put<Income>>(step);
        });
        if (!asks_more) return;
        std::int64_t year = 0;
        for (const auto& [id, bill] : book_.bills) {
            year = capped(year, bill.amount.minor * in_a_year(bill.repeat));
            for (const auto& part : bill.schedule) year = capped(year, part.amount.minor);
        }
        for (const auto& [id, income] : book_.incomes)
            year = capped(year, income.amount.minor * in_a_year(income.repeat));
        if (year > Money::largest_sum) too_much();
    }

    void too_much() { checks_.say(Trouble::sum_too_large, "amount", "", decimal(Money{Money::largest_sum, {}})); }

    static std::int64_t capped(std::int64_t a, std::int64_t b)
    {
        constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
        return b > 0 && a > most - b ? most : a + b;
    }

    static std::int64_t in_a_year(const Recurrence& r)
    {
        switch (r.period) {
            case Period::once: return 1;
            case Period::day: return 366 / r.every + 1;
            case Period::week: return 53 / r.every + 1;
            case Period::month: return 12 / r.every + 1;
            case Period::year: return 1;
        }
        return 1;
    }

    const Book& before_;
    Book book_;
    const FindEntry& find_entry_;
    const Turnover& turnover_;
    Checks checks_{book_};
    std::map<EntryId, std::optional<Entry>> entries_;  ///< as the Change leaves them; nothing = removed
    std::vector<const Bring*> brought_;                ///< the many that come in together stand only here
    std::int64_t added_ = 0;                           ///< to what the entries sum to, signs aside
};

}  // namespace

Problems validate(const Book& book, const Change& change, const FindEntry& find_entry, const Turnover& turnover)
{
    if (change.steps.empty()) return {Problem{.trouble = Trouble::nothing_to_do}};
    return Validator{book, find_entry, turnover}.run(change);
}

}  // namespace ledger
