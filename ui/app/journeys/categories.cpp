#include "ui/app/journeys/categories.hpp"

#include "ui/app/journeys/text.hpp"

namespace app {

using namespace ledger;

namespace {

/// What keeps a category from having this name below this parent.
Problems name_problems(const Book& book, const std::string& name, CategoryId parent, CategoryId self)
{
    if (folded(name).empty()) return {Problem{.trouble = Trouble::empty_name, .field = "category"}};
    if (name.find(':') != std::string::npos)
        return {Problem{.trouble = Trouble::not_a_choice, .field = "category", .text = name, .detail = "NAME --parent PARENT"}};
    for (const auto& [id, c] : book.categories)
        if (id != self && c.parent == parent && folded(c.name) == folded(name))
            return {Problem{.trouble = Trouble::name_taken, .field = "category", .text = name}};
    return {};
}

bool fits(const Rule& rule, const Entry& entry)
{
    if (rule.account && rule.account != entry.account) return false;
    for (const auto& bound : {rule.at_least, rule.at_most})
        if (bound && bound->currency != entry.amount.currency) return false;
    if (rule.at_least && entry.amount < *rule.at_least) return false;
    if (rule.at_most && entry.amount > *rule.at_most) return false;
    return contains_folded(entry.payee, rule.text) || contains_folded(entry.memo, rule.text);
}

}  // namespace

Result<Change> add_category(const State& state, const AddCategory& wanted)
{
    if (auto problems = name_problems(state.book, wanted.name, wanted.parent, {}); !problems.empty()) return problems;
    const auto* parent = find<Category>(state.book, wanted.parent);
    const Category category{.id = next_id<Category>(state.book), .parent = wanted.parent, .name = wanted.name,
                            .kind = parent ? parent->kind : wanted.kind, .essential = wanted.essential};
    return Change{.deed = Deed::edit_category, .about = wanted.name, .steps = {Put<Category>{category}}};
}

Result<Change> edit_category(const State& state, const EditCategory& wanted)
{
    const auto* before = find<Category>(state.book, wanted.category);
    if (!before) return Problem{.trouble = Trouble::no_such, .field = "category", .text = std::to_string(wanted.category.value)};
    Category now = *before;
    if (wanted.name && *wanted.name != now.name) {
        now.name = *wanted.name;
        now.key.clear();  // the user's own word is shown as it is, in every language
    }
    if (wanted.parent) now.parent = *wanted.parent;
    if (wanted.essential) now.essential = *wanted.essential;
    if (now == *before) return Problem{.trouble = Trouble::nothing_to_do, .field = "category", .text = before->name};
    if (auto problems = name_problems(state.book, now.name, now.parent, now.id); !problems.empty()) return problems;
    return Change{.deed = Deed::edit_category, .about = now.name, .steps = {Put<Category>{now}}};
}

Result<Change> add_rule(const State& state, Rule wanted)
{
    if (folded(wanted.text).empty() && !wanted.account && !wanted.at_least && !wanted.at_most)
        return Problem{.trouble = Trouble::nothing_to_do, .field = "text"};
    if (wanted.at_least && wanted.at_most && wanted.at_least->currency == wanted.at_most->currency && *wanted.at_least > *wanted.at_most)
        return Problem{.trouble = Trouble::out_of_range, .field = "at-least", .text = decimal(*wanted.at_least),
                       .detail = "≤ " + decimal(*wanted.at_most)};
    wanted.id = next_id<Rule>(state.book);
    return Change{.deed = Deed::edit_rule, .about = wanted.text, .steps = {Put<Rule>{std::move(wanted)}}};
}

Result<Change> remove_rule(const State& state, RuleId id)
{
    const auto* rule = find<Rule>(state.book, id);
    if (!rule) return Problem{.trouble = Trouble::no_such, .field = "rule", .text = std::to_string(id.value)};
    return Change{.deed = Deed::edit_rule, .about = rule->text, .steps = {Remove<Rule>{id}}};
}

const Rule* rule_for(const Book& book, const Entry& entry)
{
    for (const auto& [id, rule] : book.rules)
        if (fits(rule, entry)) return &rule;
    return nullptr;
}

Entry with_rules(const Book& book, Entry entry, bool replace)
{
    if (entry.transfer || !entry.splits.empty() || entry.status == EntryStatus::reconciled) return entry;
    const auto* rule = rule_for(book, entry);
    if (!rule) return entry;
    if (rule->set_category && (replace || !entry.category)) entry.category = rule->set_category;
    if (!rule->set_payee.empty()) entry.payee = rule->set_payee;
    return entry;
}

std::vector<Entry> rules_applied(const Book& book, const std::vector<Entry>& entries, bool replace)
{
    std::vector<Entry> out;
    for (const auto& entry : entries)
        if (auto now = with_rules(book, entry, replace); now != entry) out.push_back(std::move(now));
    return out;
}

Result<Change> apply_rules(const State& state, const std::vector<Entry>& entries, bool replace)
{
    Change change{.deed = Deed::edit_rule, .about = ""};
    for (auto& entry : rules_applied(state.book, entries, replace)) change.steps.push_back(Put<Entry>{std::move(entry)});
    if (change.steps.empty()) return Problem{.trouble = Trouble::nothing_to_do, .field = "rule"};
    return change;
}

}  // namespace app
