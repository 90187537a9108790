#include "ledger/import/drafts/learning.hpp"

#include "ledger/import/drafts/draft.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/ledger.hpp"
#include "tests/support/spending_year.hpp"

using namespace ledger;

namespace {

constexpr CategoryId food{1}, work{2}, gift{3};

Lesson guessed(const char* payee, CategoryId category)
{
    return {.payee = payee, .category = category};
}
Lesson chosen(const char* payee, CategoryId category)
{
    return {.payee = payee, .category = category, .chosen = true};
}

struct Score {
    int known = 0, known_right = 0, unseen = 0, unseen_right = 0, doubtful = 0, sure = 0, sure_right = 0;
};

/// Three months are read month by month after nine were lived with: before each, what was there teaches.
Score last_quarter(int language, unsigned seed)
{
    Score score;
    const auto year = testing::spending_year(language, seed);
    Learned learned;
    const auto teach = [&](const testing::Payment& p, bool by_hand) {
        learned.learn({.payee = clean_payee(p.text), .category = {p.category}, .chosen = by_hand});
    };
    int month = 9;
    std::vector<testing::Payment> now;
    const auto end_of_month = [&] {
        for (const auto& p : now) teach(p, true);
        now.clear();
    };
    for (const auto& p : year) {
        if (p.month < 9) {
            teach(p, p.month < 2);  // two months by hand, then what was guessed and let stand
            continue;
        }
        if (p.month != month) {
            end_of_month();
            month = p.month;
        }
        now.push_back(p);
        const auto payee = clean_payee(p.text);
        auto guess = learned.by_payee(payee, false);
        const bool known = static_cast<bool>(guess.category);
        if (!known) guess = learned.by_words(payee, {}, false);
        const bool right = guess.category.value == p.category;
        ++(known ? score.known : score.unseen);
        if (right) ++(known ? score.known_right : score.unseen_right);
        if (guess.sure < doubtful_below) ++score.doubtful;
        else {
            ++score.sure;
            score.sure_right += right;
        }
    }
    return score;
}

}  // namespace

TEST_CASE("what was chosen for a payee decides, and a correction outweighs all guesses", "[import][learning]")
{
    struct Case {
        const char* when;
        std::vector<Lesson> lessons;
        CategoryId category;
    };
    const auto c =
        GENERATE(Case{"never seen", {guessed("Bakery", food)}, {}},
                 Case{"guessed and let stand", {guessed("Kiosk 12", food), guessed("KIOSK", food)}, food},
                 Case{"corrected once after many guesses",
                      {guessed("Kiosk", food), guessed("Kiosk", food), guessed("Kiosk", food), chosen("Kiosk", work)},
                      work},
                 Case{"corrected, though an old one",
                      {chosen("Kiosk", work), guessed("Kiosk", food), guessed("Kiosk", food)},
                      work},
                 Case{"a single exception",
                      {chosen("Kiosk", food), chosen("Kiosk", food), chosen("Kiosk", food), chosen("Kiosk", gift)},
                      food},
                 Case{"a changed mind",
                      {chosen("Kiosk", food), chosen("Kiosk", food), chosen("Kiosk", food), chosen("Kiosk", work),
                       chosen("Kiosk", work)},
                      work});
    INFO(c.when);
    Learned learned;
    for (const auto& lesson : c.lessons) learned.learn(lesson);
    CHECK(learned.by_payee("Kiosk", false).category == c.category);
    CHECK_FALSE(learned.by_payee("Kiosk", true).category);  // money in is another matter
}

TEST_CASE("a shop never seen is known by its words, and with less certainty", "[import][learning]")
{
    Learned learned;
    for (const auto* shop : {"Rosen Apotheke", "Löwen Apotheke", "Stern Apotheke"}) learned.learn(chosen(shop, work));
    for (const auto* shop : {"Gasthaus Krone", "Gasthaus Adler", "老王火锅餐厅"}) learned.learn(chosen(shop, food));
    CHECK(learned.by_words("Adler Apotheke am Markt", {}, false).category == work);
    CHECK(learned.by_words("阿婆火锅餐厅", {}, false).category == food);
    CHECK(learned.by_words("Gasthaus zum Hirsch", {}, false).sure < learned.by_payee("Gasthaus Krone", false).sure);
    CHECK_FALSE(learned.by_words("Completely unknown", {}, false).category);
}

TEST_CASE("after nine months most categories of the next three are guessed right", "[import][learning]")
{
    const auto [language, name] = GENERATE(table<int, const char*>({{0, "English"}, {1, "German"}, {2, "Chinese"}}));
    Score all;
    for (unsigned seed = 1; seed <= 5; ++seed) {
        const auto s = last_quarter(language, seed);
        all.known += s.known;
        all.known_right += s.known_right;
        all.unseen += s.unseen;
        all.unseen_right += s.unseen_right;
        all.doubtful += s.doubtful;
        all.sure += s.sure;
        all.sure_right += s.sure_right;
    }
    const auto share = [](int part, int whole) { return static_cast<double>(part) / whole; };
    UNSCOPED_INFO(name << ": known payees " << all.known_right << "/" << all.known << ", never seen "
                       << all.unseen_right << "/" << all.unseen << ", shown as doubtful " << all.doubtful
                       << ", right where sure " << all.sure_right << "/" << all.sure);
    CHECK(share(all.known_right, all.known) >=
          0.93);  // in three of a hundred the person means something else than usual
    CHECK(share(all.unseen_right, all.unseen) >= 0.65);
    CHECK(share(all.sure_right, all.sure) >= 0.93);
}
