#include "ledger/import/drafts/rules.hpp"

#include <algorithm>

#include "ledger/values/folding.hpp"

namespace ledger {

namespace {

bool in_bounds(const Rule& rule, const Rules::Subject& subject)
{
    if (rule.account && rule.account != subject.account) return false;
    for (const auto& bound : {rule.at_least, rule.at_most})
        if (bound && bound->currency != subject.amount.currency) return false;
    if (rule.at_least && subject.amount < *rule.at_least) return false;
    return !rule.at_most || subject.amount <= *rule.at_most;
}

}  // namespace

Rules::Rules(const Book& book)
{
    std::vector<const Rule*> ordered;
    for (const auto& [id, rule] : book.rules) ordered.push_back(&rule);
    std::stable_sort(ordered.begin(), ordered.end(), [](const Rule* a, const Rule* b) { return a->place < b->place; });
    std::vector<std::string> words;
    for (const auto* rule : ordered) {
        words.push_back(folded(rule->text));
        if (words.back().empty()) for_all_.push_back(static_cast<std::uint32_t>(ready_.size()));
        ready_.push_back({folded(rule->payee), rule});
    }
    phrases_ = Phrases{words};
}

const Rule* Rules::first_for(const Subject& subject) const
{
    if (ready_.empty()) return nullptr;
    std::string text{subject.text};
    if (text.empty()) text = folded(subject.payee) + ' ' + folded(subject.memo);
    std::vector<std::uint32_t> found;
    phrases_.in(text, found);
    const auto named = static_cast<std::ptrdiff_t>(found.size());
    found.insert(found.end(), for_all_.begin(), for_all_.end());
    std::inplace_merge(found.begin(), found.begin() + named, found.end());
    for (const auto i : found) {
        const auto& [whole, rule] = ready_[i];
        if (in_bounds(*rule, subject) &&
            (whole.empty() || whole == folded(subject.payee) || whole == folded(subject.cleaned)))
            return rule;
    }
    return nullptr;
}

}  // namespace ledger
