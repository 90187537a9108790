#include "ledger/import/rules.hpp"

#include <algorithm>

#include "ledger/import/words.hpp"

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
    for (const auto& [id, rule] : book.rules) ready_.push_back({folded(rule.text), folded(rule.payee), &rule});
    std::stable_sort(ready_.begin(), ready_.end(), [](const auto& a, const auto& b) { return a.rule->place < b.rule->place; });
}

const Rule* Rules::first_for(const Subject& subject) const
{
    if (ready_.empty()) return nullptr;
    const auto payee = folded(subject.payee), cleaned = folded(subject.cleaned);
    const auto text = payee + ' ' + folded(subject.memo);
    for (const auto& [words, whole, rule] : ready_)
        if (in_bounds(*rule, subject) && (whole.empty() || whole == payee || whole == cleaned) &&
            (words.empty() || text.find(words) != std::string::npos))
            return rule;
    return nullptr;
}

}  // namespace ledger
