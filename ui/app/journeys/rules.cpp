#include "ui/app/journeys/rules.hpp"

#include <algorithm>
#include <set>

#include "ledger/import/drafts/rules.hpp"
#include "ui/app/journeys/text.hpp"

namespace app {

using namespace ledger;

namespace {

constexpr int days_apart = 4;  ///< at most, between the two sides of a transfer

Problems wrong_with(const Rule& rule)
{
    if (ledger::plain_name(rule.text).empty() && ledger::plain_name(rule.payee).empty() && !rule.account &&
        !rule.at_least && !rule.at_most)
        return {Problem{.trouble = Trouble::nothing_to_do, .field = "text"}};
    if (rule.at_least && rule.at_most && rule.at_least->currency == rule.at_most->currency &&
        *rule.at_least > *rule.at_most)
        return {Problem{.trouble = Trouble::out_of_range,
                        .field = "at-least",
                        .text = decimal(*rule.at_least),
                        .detail = "≤ " + decimal(*rule.at_most)}};
    return {};
}

const std::string& name_of(const Rule& rule)
{
    return rule.text.empty() ? rule.payee : rule.text;
}

Change rule_change(Rule rule)
{
    const auto name = name_of(rule);
    return {.deed = Deed::edit_rule, .about = name, .steps = {Put<Rule>{std::move(rule)}}};
}

/// Makes transfers: finds other sides among entries, numbers what is new.
class Linker {
public:
    Linker(const Book& book, const std::vector<Entry>& entries)
        : book_{book}, next_entry_{book.last_entry}, next_transfer_{book.last_transfer}
    {
        for (const auto& e : entries)
            if (!e.transfer && e.splits.empty()) open_[{e.account, e.amount.minor}].push_back(&e);
    }
    void number_after(EntryId last, TransferId transfer)
    {
        next_entry_ = std::max(next_entry_, last);
        next_transfer_ = std::max(next_transfer_, transfer);
    }
    void keep(EntryId id) { used_.insert(id); }  ///< it is some transfer's side already

    /// Both sides, linked; nothing where the accounts do not go together. The second one is `is_new` where nobody had
    /// entered it.
    struct Pair {
        Entry one{}, other{};
        bool is_new = false;
    };
    std::optional<Pair> link(Entry entry, AccountId with)
    {
        const auto *here = find<Account>(book_, entry.account), *there = find<Account>(book_, with);
        if (!here || !there || here == there || here->currency != there->currency || !used_.insert(entry.id).second)
            return std::nullopt;
        const auto* match = other_side(entry, with);
        const TransferId transfer = next_transfer_ = {next_transfer_.value + 1};
        entry.transfer = transfer;
        entry.category = {};
        if (match) {
            used_.insert(match->id);
            Entry other = *match;
            other.transfer = transfer;
            other.category = {};
            return Pair{std::move(entry), std::move(other), false};
        }
        next_entry_ = {next_entry_.value + 1};
        Entry other{.id = next_entry_,
                    .account = with,
                    .date = entry.date,
                    .amount = -entry.amount,
                    .payee = here->name,
                    .memo = entry.memo,
                    .status = EntryStatus::pending,
                    .transfer = transfer};
        return Pair{std::move(entry), std::move(other), true};
    }

private:
    const Entry* other_side(const Entry& entry, AccountId with) const
    {
        const auto at = open_.find({with, -entry.amount.minor});
        if (at == open_.end()) return nullptr;
        const Entry* best = nullptr;
        for (const auto* e : at->second) {
            const auto off = std::abs(days_between(e->date, entry.date));
            if (off > days_apart || used_.contains(e->id) || e->status == EntryStatus::reconciled) continue;
            if (!best || off < std::abs(days_between(best->date, entry.date))) best = e;
        }
        return best;
    }

    const Book& book_;
    EntryId next_entry_;
    TransferId next_transfer_;
    std::map<std::pair<AccountId, std::int64_t>, std::vector<const Entry*>> open_;
    std::set<EntryId> used_;
};

bool may_change(const Entry& e)
{
    return !e.transfer && e.splits.empty() && e.status != EntryStatus::reconciled;
}

Rules::Subject subject_of(const Entry& e)
{
    return {e.account, e.amount, e.payee, e.memo, {}};
}

}  // namespace

Result<Change> add_rule(const State& state, Rule wanted)
{
    if (auto problems = wrong_with(wanted); !problems.empty()) return problems;
    wanted.id = next_id<Rule>(state.book);
    for (const auto& [id, rule] : state.book.rules) wanted.place = std::max(wanted.place, rule.place);
    return rule_change(std::move(wanted));
}

Result<Change> edit_rule(const State& state, const Rule& wanted)
{
    const auto* before = find<Rule>(state.book, wanted.id);
    if (!before) return Problem{.trouble = Trouble::no_such, .field = "rule", .text = std::to_string(wanted.id.value)};
    if (*before == wanted) return Problem{.trouble = Trouble::nothing_to_do, .field = "rule", .text = name_of(wanted)};
    if (auto problems = wrong_with(wanted); !problems.empty()) return problems;
    return rule_change(wanted);
}

Result<Change> remove_rule(const State& state, RuleId id)
{
    const auto* rule = find<Rule>(state.book, id);
    if (!rule) return Problem{.trouble = Trouble::no_such, .field = "rule", .text = std::to_string(id.value)};
    return Change{.deed = Deed::edit_rule, .about = name_of(*rule), .steps = {Remove<Rule>{id}}};
}

std::vector<Rule> rules_in_order(const Book& book)
{
    std::vector<Rule> out;
    for (const auto& [id, rule] : book.rules) out.push_back(rule);
    std::stable_sort(out.begin(), out.end(), [](const Rule& a, const Rule& b) { return a.place < b.place; });
    return out;
}

Result<Change> move_rule(const State& state, RuleId id, int places)
{
    auto rules = rules_in_order(state.book);
    const auto at = std::find_if(rules.begin(), rules.end(), [&](const Rule& r) { return r.id == id; });
    if (at == rules.end())
        return Problem{.trouble = Trouble::no_such, .field = "rule", .text = std::to_string(id.value)};
    const auto from = at - rules.begin();
    const auto to = std::clamp<std::ptrdiff_t>(from + places, 0, static_cast<std::ptrdiff_t>(rules.size()) - 1);
    Change change{.deed = Deed::edit_rule, .about = name_of(*at)};
    if (from < to) std::rotate(at, at + 1, rules.begin() + to + 1);
    else std::rotate(rules.begin() + to, at, at + 1);
    for (std::size_t i = 0; i < rules.size(); ++i) {
        rules[i].place = static_cast<int>(i) + 1;
        if (rules[i] != state.book.rules.at(rules[i].id)) change.steps.push_back(Put<Rule>{rules[i]});
    }
    if (change.steps.empty()) return Problem{.trouble = Trouble::nothing_to_do, .field = "rule", .text = change.about};
    return change;
}

Result<Change> always_like(const State& state, const Entry& entry)
{
    if (entry.payee.empty() || !entry.category)
        return Problem{.trouble = Trouble::nothing_to_do, .field = "rule", .text = entry.payee};
    for (const auto& [id, rule] : state.book.rules) {
        if (ledger::plain_name(rule.payee) != ledger::plain_name(entry.payee) || !rule.text.empty() || rule.account ||
            rule.at_least || rule.at_most)
            continue;
        auto now = rule;
        now.set_category = entry.category;
        now.set_transfer = {};
        return edit_rule(state, now);
    }
    return add_rule(state, {.payee = entry.payee, .set_category = entry.category});
}

RuleEffects rules_applied(const Book& book, const std::vector<Entry>& entries, const RuleWish& wish)
{
    const Rules rules{book};
    Linker linker{book, entries};
    RuleEffects out;
    std::set<EntryId> linked;  // as the other side of an earlier entry
    for (const auto& entry : entries) {
        if (!may_change(entry) || (wish.account && entry.account != wish.account) || linked.contains(entry.id))
            continue;
        const auto* rule = rules.first_for(subject_of(entry));
        if (!rule || (wish.rule && rule->id != wish.rule)) continue;
        Entry now = entry;
        if (!rule->set_payee.empty()) now.payee = rule->set_payee;
        if (rule->set_category && (wish.replace || !entry.category)) now.category = rule->set_category;
        if (rule->set_transfer && (wish.replace || !entry.category)) {
            if (auto pair = linker.link(now, rule->set_transfer)) {
                now = std::move(pair->one);
                if (pair->is_new) {
                    out.added.push_back(std::move(pair->other));
                }
                else {
                    linked.insert(pair->other.id);
                    const auto other = std::find_if(entries.begin(), entries.end(),
                                                    [&](const Entry& e) { return e.id == pair->other.id; });
                    out.before.push_back(*other);
                    out.after.push_back(std::move(pair->other));
                }
            }
        }
        if (now == entry) continue;
        out.before.push_back(entry);
        out.after.push_back(std::move(now));
    }
    return out;
}

Result<Change> apply_rules(const State& state, const std::vector<Entry>& entries, const RuleWish& wish)
{
    auto effects = rules_applied(state.book, entries, wish);
    if (effects.after.empty()) return Problem{.trouble = Trouble::nothing_to_do, .field = "rule"};
    Change change{.deed = Deed::apply_rules, .about = std::to_string(effects.after.size() + effects.added.size())};
    for (auto& entry : effects.after) {
        if (entry.transfer)  // what moves between own accounts pays no bill
            for (const auto& [id, s] : state.book.settlements)
                if (s.entry == entry.id) change.steps.push_back(Remove<Settlement>{id});
        change.steps.push_back(Put<Entry>{std::move(entry)});
    }
    for (auto& entry : effects.added) change.steps.push_back(Put<Entry>{std::move(entry)});
    return change;
}

void link_by_rules(const Book& book, const std::vector<Entry>& elsewhere, Change& change)
{
    if (std::none_of(book.rules.begin(), book.rules.end(), [](const auto& r) { return r.second.set_transfer; })) return;
    const Rules rules{book};
    Linker linker{book, elsewhere};
    EntryId last{};
    TransferId transfer{};
    for_each_entry(change, [&](const Entry& e) {
        last = std::max(last, e.id);
        transfer = std::max(transfer, e.transfer);
        if (e.transfer) linker.keep(e.id);
    });
    linker.number_after(last, transfer);
    std::vector<Step> more;
    for (auto& step : change.steps) {
        auto* bring = std::get_if<Bring>(&step);
        for (std::int64_t n = 0; bring && n < bring->count; ++n) {
            const auto entry = bring->at(n);
            const auto* rule = may_change(entry) ? rules.first_for(subject_of(entry)) : nullptr;
            if (!rule || !rule->set_transfer) continue;
            if (auto pair = linker.link(entry, rule->set_transfer)) {
                bring->instead.insert_or_assign(entry.id, std::move(pair->one));
                more.push_back(Put<Entry>{std::move(pair->other)});
            }
        }
    }
    change.steps.insert(change.steps.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace app
