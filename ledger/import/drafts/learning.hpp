#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ledger/facts/entry.hpp"

namespace ledger {

/// A category that somebody gave to an entry, or left as it was guessed.
struct Lesson {
    std::string payee{};
    std::string memo{};
    CategoryId category{};
    bool money_in = false;
    bool chosen = false;  ///< by a person; outweighs any number of guesses that were left standing
};

/// A category that is likely, and how likely.
struct CategoryGuess {
    CategoryId category{};  ///< 0 = nothing to go by
    double sure = 0;        ///< 0…1
};

/// What a person did with their payees so far, and what that says of the next one. Made anew from the entries for each
/// import, so that a category corrected in the register changes the next import, and nothing is kept twice.
///
/// First the payee: the last five choices decide, the newest where they differ; where nothing was ever chosen, the
/// guesses left standing. Then the words of payee and memo: a naive Bayes, spending and income apart. A payee counts at
/// most three times in it, so that a daily coffee does not turn everything into coffee.
class Learned {
public:
    void learn(const Lesson&);  ///< oldest first
    bool empty() const { return habits_.empty(); }

    CategoryGuess by_payee(std::string_view payee, bool money_in) const;
    CategoryGuess by_words(std::string_view payee, std::string_view memo, bool money_in) const;

private:
    struct Habit {
        std::vector<CategoryId> chosen{};   ///< the last five, oldest first
        std::map<CategoryId, int> left{};   ///< guesses left standing
        std::map<CategoryId, int> heard{};  ///< how often its words were counted
    };
    struct Words {
        std::unordered_map<std::string, std::map<CategoryId, double>> of{};  ///< word → how often in each category
        std::map<CategoryId, double> texts{}, total{};                       ///< per category: texts, words
        double all = 0;                                                      ///< texts
    };

    std::unordered_map<std::string, Habit> habits_{};
    Words spent_{}, received_{};
};

/// Below this, a category is shown as a guess to be looked at.
inline constexpr double doubtful_below = 0.6;

}  // namespace ledger
