#include <algorithm>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "ledger/import/words/words.hpp"
#include "tests/support/catch.hpp"

using namespace ledger;

namespace {

/// The lines "meaning: word|word" of a list in tests/fixtures/words.
std::vector<std::pair<std::string, std::string>> words_of(const std::string& list)
{
    std::vector<std::pair<std::string, std::string>> out;
    std::ifstream in{std::string{DUEWATCH_FIXTURES "/words/"} + list};
    for (std::string line; std::getline(in, line);) {
        const auto colon = line.find(": ");
        if (line.starts_with("#") || colon == std::string::npos) continue;
        for (auto at = colon + 2; at <= line.size();) {
            const auto end = std::min(line.find('|', at), line.size());
            if (end > at) out.emplace_back(line.substr(0, colon), line.substr(at, end - at));
            at = end + 1;
        }
    }
    return out;
}

const std::map<std::string, std::vector<Role>>& meanings()
{
    static const std::map<std::string, std::vector<Role>> all{
        {"date", {Role::date, Role::date_posted, Role::date_value}},
        {"posted", {Role::date_posted, Role::date}},
        {"value", {Role::date_value}},
        {"due", {Role::date_other}},
        {"amount", {Role::amount}},
        {"debit", {Role::debit}},
        {"credit", {Role::credit}},
        {"balance", {Role::balance}},
        {"direction", {Role::direction, Role::kind}},
        {"currency", {Role::currency}},
        {"fee", {Role::fee, Role::amount_other}},
        {"other", {Role::amount_other}},
        {"text", {Role::payee, Role::memo}},
        {"status", {Role::status}},
    };
    return all;
}

bool cell_means(const std::string& meaning, const std::string& word)
{
    const auto side = side_of(word);
    const auto standing = standing_of(word);
    const auto label = label_of(word);
    if (meaning == "out") return side == Side::out || side == Side::moved_out;
    if (meaning == "in") return side == Side::in || side == Side::moved_in;
    if (meaning == "failed") return standing == Standing::failed;
    if (meaning == "pending") return standing == Standing::pending || standing == Standing::pending_counted;
    if (meaning == "booked") return standing == Standing::booked || standing == Standing::unknown;
    if (meaning == "opening" || meaning == "closing") return label == Label::opening || label == Label::closing;
    if (meaning == "total") return label == Label::total;
    return meaning == "pay" && card_text_sign(word) > 0;
}

}  // namespace

TEST_CASE("a column is known by what banks of thirty languages call it", "[import]")
{
    const auto words = words_of("headers.txt");
    REQUIRE(words.size() > 2000);
    for (const auto& [meaning, word] : words) {
        const auto roles = roles_of_header(word);
        double best = 0;
        for (const auto& r : roles)
            for (const auto wanted : meanings().at(meaning))
                if (r.role == wanted) best = std::max(best, r.score);
        const auto known_as = roles.empty() ? name(Role::none) : name(roles.front().role);
        INFO(word << " is not known as " << meaning << ", but as " << known_as);
        CHECK((best >= 0.5 && best >= roles.front().score - 0.06));
    }
}

TEST_CASE("what a cell says of direction, state, balances and repayment is known in thirty languages", "[import]")
{
    const auto words = words_of("cells.txt");
    REQUIRE(words.size() > 700);
    for (const auto& [meaning, word] : words) {
        INFO(word << " is not known as " << meaning);
        CHECK(cell_means(meaning, word));
    }
}

TEST_CASE("a word of one language is not a direction in another", "[import]")
{
    for (const auto* word : {"No", "Yes", "Main Account", "EUR", "CHECK", "2", "x"}) {
        INFO(word);
        CHECK(side_of(word) == Side::none);
    }
}
