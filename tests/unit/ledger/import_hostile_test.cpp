#include "ledger/import/statement.hpp"
#include "tests/support/catch.hpp"

using namespace ledger;

namespace {

std::string times(std::size_t n, std::string_view piece)
{
    std::string out;
    out.reserve(n * piece.size());
    for (std::size_t i = 0; i < n; ++i) out += piece;
    return out;
}

}  // namespace

TEST_CASE("what is no statement is refused with a reason, however it is made", "[import]")
{
    struct Case {
        const char* when;
        std::string bytes;
        Trouble trouble;
    };
    const auto c = GENERATE(
        Case{"one line of megabytes", std::string(6 << 20, 'a'), Trouble::no_table_found},
        Case{"a million columns", times(1'000'000, "Debit,Credit,") + "\n" + times(1'000'000, "1,2,") + "\n",
             Trouble::no_table_found},
        Case{"nothing but quotes", std::string(2 << 20, '"'), Trouble::no_table_found},
        Case{"quotes that never close", times(300'000, "\"a\n"), Trouble::no_table_found},
        Case{"nothing but line ends", std::string(1 << 20, '\r'), Trouble::empty_file},
        Case{"NULs behind a header", "Date,Amount\n" + std::string(1 << 20, '\0'), Trouble::not_text},
        Case{"half a million broken rows",
             "Date,Payee,Amount\n2024-01-02,x,3.00\n2024-01-03,y,4.00\n" + times(500'000, "2024-01-02,x,1O.50\n"),
             Trouble::no_table_found},
        Case{"OFX of tags alone", "OFXHEADER:100\n<OFX>" + times(2'600'000, "<STMTTRN>"), Trouble::too_large},
        Case{"XML as deep as it is long", "<?xml version='1.0'?><Document xmlns='camt.053'>" + times(4'000'000, "<a>"),
             Trouble::too_large},
        Case{"a page with a million rows", "<html><table>" + times(700'000, "<tr><td>1"), Trouble::too_large},
        Case{"an archive cut off", std::string{"PK\x03\x04 and so on"}, Trouble::unsupported_container});
    INFO(c.when);
    const auto s = read_statement(c.bytes, "a.csv");
    REQUIRE(!s.ok());
    CHECK(s.problem().trouble == c.trouble);
}

TEST_CASE("a table of hundreds of columns is read in a moment", "[import]")
{
    const auto wide =
        "Date," + times(250, "Debit,Credit,") + "\n" + times(1500, "2024-01-02," + times(250, "1.00,2.00,") + "\n");
    const auto s = read_statement(wide, "a.csv");
    if (s.ok())
        CHECK(s->rows.size() + s->needs_review.size() + s->rejected.size() + s->neutral.size() + s->furniture.size() ==
              static_cast<std::size_t>(s->records));
}
