#include "ledger/values/word_files.hpp"

#include <map>
#include <set>
#include <span>
#include <string>
#include <tuple>

#include "ledger/import/bytes/encoding.hpp"
#include "ledger/import/words/banks.hpp"
#include "ledger/import/words/words.hpp"
#include "ledger/values/folding.hpp"
#include "tests/support/catch.hpp"

using namespace ledger;

std::string_view duewatch_words(std::string_view file);
std::span<const std::string_view> duewatch_words_files();

TEST_CASE("every file of words is sound, and a word stands once for each of its meanings", "[import][words]")
{
    std::map<std::tuple<std::string_view, std::string_view, std::string_view>, std::string_view> seen;
    REQUIRE(duewatch_words_files().size() > 40);
    for (const auto file : duewatch_words_files()) {
        INFO(file);
        CHECK(valid_utf8(duewatch_words(file)));
        if (file == "banks.txt") continue;
        const auto sections = read_word_file(duewatch_words(file));
        CHECK(!sections.empty());
        for (const auto& section : sections)
            for (const auto word : section.words) {
                const auto [first, is_new] = seen.emplace(std::tuple{section.kind, section.meaning, word}, file);
                INFO(section.kind << ' ' << section.meaning << ": " << word << ", already in " << first->second);
                CHECK(is_new);
            }
    }
}

TEST_CASE("a word is found by what it means, in the file of its language", "[import][words]")
{
    CHECK(roles_of_header("Buchungstag").front().role == Role::date_posted);
    CHECK(side_of("付") == Side::out);
    CHECK(standing_of("Vorgemerkt") == Standing::pending_counted);
    CHECK(label_of("Likutis pradžiai 12,50") == Label::opening);
    CHECK(month_named("ม.ค.") == 1);
    CHECK(currency_named("人民币") == "CNY");
    CHECK(category_hint("rewe markt", false) == "groceries");
    CHECK(letter_pairs().front().currency == "TRY");
}

TEST_CASE("a section gives its kind, meaning, weight and words, and a word in quotes keeps its blanks",
          "[import][words]")
{
    const auto sections =
        read_word_file("# Remark.\n\n[header date_posted 0.9]\nbuchungstag\n# Another.\n\" rent\"\n[weekday]\nmo\n");
    REQUIRE(sections.size() == 2);
    CHECK(sections[0].kind == "header");
    CHECK(sections[0].meaning == "date_posted");
    CHECK(sections[0].weight == 0.9);
    CHECK(sections[0].words == std::vector<std::string_view>{"buchungstag", " rent"});
    CHECK(sections[1].kind == "weekday");
    CHECK(sections[1].meaning.empty());
}

TEST_CASE("a bank is known by all its marks, and says what its owner keeps", "[import][words]")
{
    REQUIRE(!bank_hints().empty());
    for (const auto& bank : bank_hints()) {
        std::string head;
        for (const auto& mark : bank.marks) head += mark + " ";
        INFO(bank.id);
        CHECK(bank_in(head, bank_hints()) != nullptr);
    }
    CHECK(bank_in(folded("no bank of ours"), bank_hints()) == nullptr);
    CHECK(is_wallet("alipay"));
    CHECK_FALSE(is_wallet("chase"));
    CHECK(is_card("icbc-card"));
    CHECK_FALSE(is_card("icbc"));
}
