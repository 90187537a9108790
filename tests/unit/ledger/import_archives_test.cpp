#include <fstream>
#include <iterator>

#include "ledger/import/statement.hpp"
#include "tests/support/catch.hpp"

using namespace ledger;

namespace {

Result<Statement> read(const std::string& name, const ReadHints& hints = {})
{
    std::ifstream in{std::string{DUEWATCH_FIXTURES "/archives/"} + name, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
    REQUIRE(!bytes.empty());
    return read_statement(bytes, name, hints);
}

}  // namespace

TEST_CASE("a locked archive asks for its password, says when it is wrong, and opens with it", "[import]")
{
    const auto* name = GENERATE("locked_aes.zip", "locked_classic.zip");
    INFO(name);
    const auto shut = read(name);
    REQUIRE(!shut.ok());
    CHECK(shut.problem().trouble == Trouble::needs_password);
    ReadHints hints;
    for (const auto* wrong : {"", "135790", "24681", "password"}) {
        hints.password = wrong;
        const auto still = read(name, hints);
        REQUIRE(!still.ok());
        CHECK(still.problem().trouble == Trouble::wrong_password);
    }
    hints.password = "246810";
    const auto open = read(name, hints);
    REQUIRE(open.ok());
    CHECK(open->rows.size() == 2);
    CHECK(open->reading.id == "alipay");
}

TEST_CASE("of an archive with several statements one is chosen by its name", "[import]")
{
    const auto all = read("two_statements.zip");
    REQUIRE(!all.ok());
    CHECK(all.problem().trouble == Trouble::several_statements);
    CHECK(all.problem().detail == "2024/january.csv\n2024/alipay.csv");
    ReadHints hints;
    hints.member = "2024/alipay.csv";
    const auto one = read("two_statements.zip", hints);
    REQUIRE(one.ok());
    CHECK(one->rows.size() == 2);
    hints.member = "none.csv";
    CHECK(read("two_statements.zip", hints).problem().trouble == Trouble::no_such);
}

TEST_CASE("a letter beside the statement and an archive in an archive are no trouble", "[import]")
{
    const auto letter = read("one_and_a_letter.zip");
    REQUIRE(letter.ok());
    CHECK(letter->rows.size() == 3);
    const auto nested = read("zip_in_zip.zip");
    REQUIRE(nested.ok());
    CHECK(nested->rows.size() == 2);
}
