#include "ledger/import/drafts/learning.hpp"

#include <algorithm>
#include <cmath>

#include "ledger/import/drafts/payee.hpp"

namespace ledger {

namespace {

constexpr std::size_t choices_kept = 5;
constexpr int heard_at_most = 3;
constexpr double chosen_weight = 3;
constexpr double smoothing = 0.1;      ///< of a word never seen in a category
constexpr double most_by_words = 0.9;  ///< words alone are never quite sure

std::string habit_key(std::string_view payee, bool money_in)
{
    return payee_key(payee) + (money_in ? "+" : "-");
}

/// The most frequent of the last choices; the newest where two are equally frequent. Two equal ones at the end are a
/// changed mind.
CategoryGuess of_choices(const std::vector<CategoryId>& last)
{
    const auto size = last.size();
    if (size >= 2 && last[size - 1] == last[size - 2]) return {last.back(), 0.95};
    CategoryId best = last.back();
    auto most = std::count(last.begin(), last.end(), best);
    for (const auto c : last)
        if (const auto times = std::count(last.begin(), last.end(), c); times > most) {
            best = c;
            most = times;
        }
    const double share = static_cast<double>(most) / static_cast<double>(size);
    return {best, share == 1.0 ? 0.95 : 0.4 + 0.5 * share};
}

double count_in(const std::map<CategoryId, double>& counts, CategoryId category)
{
    const auto at = counts.find(category);
    return at == counts.end() ? 0 : at->second;
}

}  // namespace

void Learned::learn(const Lesson& lesson)
{
    if (!lesson.category) return;
    auto& habit = habits_[habit_key(lesson.payee, lesson.money_in)];
    if (lesson.chosen) {
        habit.chosen.push_back(lesson.category);
        if (habit.chosen.size() > choices_kept) habit.chosen.erase(habit.chosen.begin());
    }
    else {
        ++habit.left[lesson.category];
    }
    if (++habit.heard[lesson.category] > heard_at_most) return;
    const double weight = lesson.chosen ? chosen_weight : 1;
    auto& words = lesson.money_in ? received_ : spent_;
    words.texts[lesson.category] += weight;
    words.all += weight;
    for (auto& word : telling_words(lesson.payee + ' ' + lesson.memo)) {
        words.of[std::move(word)][lesson.category] += weight;
        words.total[lesson.category] += weight;
    }
}

CategoryGuess Learned::by_payee(std::string_view payee, bool money_in) const
{
    const auto found = habits_.find(habit_key(payee, money_in));
    if (found == habits_.end()) return {};
    const auto& habit = found->second;
    if (!habit.chosen.empty()) return of_choices(habit.chosen);
    const auto most = std::max_element(habit.left.begin(), habit.left.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    int all = 0;
    for (const auto& [category, times] : habit.left) all += times;
    return {most->first, 0.85 * static_cast<double>(most->second) / all};
}

CategoryGuess Learned::by_words(std::string_view payee, std::string_view memo, bool money_in) const
{
    const auto& words = money_in ? received_ : spent_;
    if (words.all == 0) return {};
    std::map<CategoryId, double> score;
    for (const auto& [category, texts] : words.texts) score[category] = std::log(texts / words.all);
    const double known_words = static_cast<double>(words.of.size());
    int known = 0, all = 0;
    for (const auto& word : telling_words(std::string{payee} + ' ' + std::string{memo})) {
        ++all;
        const auto at = words.of.find(word);
        if (at == words.of.end()) continue;
        ++known;
        for (auto& [category, sum] : score) {
            const double times = count_in(at->second, category) + smoothing;
            const double total = count_in(words.total, category) + smoothing * known_words;
            sum += std::log(times / total);
        }
    }
    if (known == 0) return {};
    const auto best =
        std::max_element(score.begin(), score.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    double sum = 0;
    for (const auto& [category, value] : score) sum += std::exp(value - best->second);
    const double covered =
        0.5 + 0.5 * static_cast<double>(known) / all;  // half of a text unknown is half a reason to doubt
    return {best->first, most_by_words * covered / sum};
}

}  // namespace ledger
