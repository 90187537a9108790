#include "ui/app/journeys/categories.hpp"

#include "ui/app/journeys/text.hpp"

namespace app {

using namespace ledger;

namespace {

/// What keeps a category from having this name below this parent.
Problems name_problems(const Book& book, const std::string& name, CategoryId parent, CategoryId self)
{
    if (ledger::plain_name(name).empty()) return {Problem{.trouble = Trouble::empty_name, .field = "category"}};
    if (name.find(':') != std::string::npos)
        return {Problem{
            .trouble = Trouble::not_a_choice, .field = "category", .text = name, .detail = "NAME --parent PARENT"}};
    for (const auto& [id, c] : book.categories)
        if (id != self && c.parent == parent && ledger::plain_name(c.name) == ledger::plain_name(name))
            return {Problem{.trouble = Trouble::name_taken, .field = "category", .text = name}};
    return {};
}

}  // namespace

Result<Change> add_category(const State& state, const AddCategory& wanted)
{
    if (auto problems = name_problems(state.book, wanted.name, wanted.parent, {}); !problems.empty()) return problems;
    const auto* parent = find<Category>(state.book, wanted.parent);
    const Category category{.id = next_id<Category>(state.book),
                            .parent = wanted.parent,
                            .name = wanted.name,
                            .kind = parent ? parent->kind : wanted.kind,
                            .essential = wanted.essential};
    return Change{.deed = Deed::edit_category, .about = wanted.name, .steps = {Put<Category>{category}}};
}

Result<Change> edit_category(const State& state, const EditCategory& wanted)
{
    const auto* before = find<Category>(state.book, wanted.category);
    if (!before)
        return Problem{.trouble = Trouble::no_such, .field = "category", .text = std::to_string(wanted.category.value)};
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

Result<Change> remove_category(const State& state, CategoryId id)
{
    const auto* category = find<Category>(state.book, id);
    if (!category) return Problem{.trouble = Trouble::no_such, .field = "category", .text = std::to_string(id.value)};
    return Change{.deed = Deed::edit_category, .about = category->name, .steps = {Remove<Category>{id}}};
}

}  // namespace app
