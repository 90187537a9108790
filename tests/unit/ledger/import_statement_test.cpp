#include <cstdlib>

#include "ledger/import/statement.hpp"
#include "ledger/import/words/banks.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/ledger.hpp"
#include "tests/support/statement_corpus.hpp"

using namespace ledger;
using testing::day;

namespace {

std::size_t parts(const Statement& s)
{
    return s.rows.size() + s.neutral.size() + s.furniture.size() + s.needs_review.size() + s.rejected.size();
}

}  // namespace

TEST_CASE("a bank that the user describes is known by its look, and answers what the file leaves open", "[import]")
{
    Problems problems;
    const auto banks = read_bank_hints(
        "# mine\n\nvillage; Village Bank; village bank | member no; US\nno marks here\nislands; Islands Card; islands "
        "card; ; card\n",
        &problems);
    REQUIRE(banks.size() == 2);
    CHECK(banks[0] == BankHint{"village", "Village Bank", {"village bank", "member no"}, "US", false});
    CHECK(banks[1].card);
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().line == 4);
    ReadHints hints;
    hints.banks = banks;
    const std::string rows = "Date,Payee,Amount\n01/02/2024,A,5.00\n01/02/2024,B,6.00\n";
    const auto village = read_statement("Village Bank,Member No 12\n" + rows, "a.csv", hints);
    REQUIRE(village.ok());
    CHECK(village->reading.id == "village");
    CHECK(village->reading.institution == "Village Bank");
    CHECK(village->reading.date_order == "mdy");
    const auto card = read_statement("Islands Card\n" + rows, "a.csv", hints);
    REQUIRE(card.ok());
    CHECK(card->rows.front().amount.negative());
}

TEST_CASE("a bad row is listed with its line, and the others come in", "[import]")
{
    const auto s = read_statement(
        "Date,Payee,Amount\n2024-01-02,Coffee,-3.00\n2024-01-03,Tea,1O.50\n2024-13-04,Milk,-1.00\n2024-01-05,Bread,-2."
        "00\n",
        "a.csv");
    REQUIRE(s.ok());
    CHECK(s->rows.size() == 2);
    REQUIRE(s->rejected.size() == 2);
    CHECK(s->rejected[0].line == 3);
    CHECK(s->rejected[0].field == "amount");
    CHECK(s->rejected[0].text == "1O.50");
    CHECK(s->rejected[1].line == 4);
    CHECK(s->rejected[1].field == "date");
    CHECK(parts(*s) == 4u);
}

TEST_CASE("days without a year take it from the title or from today, the last one that fits", "[import]")
{
    ReadHints hints;
    hints.today = day("2024-02-10");
    const auto s = read_statement("日付,摘要,出金,入金,残高\n12月30日,A,100,,900\n1月5日,B,100,,800\n", "a.csv", hints);
    REQUIRE(s.ok());
    REQUIRE(s->rows.size() == 2);
    CHECK(iso(s->rows[0].date) == "2023-12-30");
    CHECK(iso(s->rows[1].date) == "2024-01-05");
    const auto unknown = read_statement("日付,摘要,出金,入金,残高\n12月30日,A,100,,900\n1月5日,B,100,,800\n", "a.csv");
    REQUIRE(unknown.ok());
    CHECK(unknown->needs_review.size() == 2);
}

TEST_CASE("what the file cannot decide is asked, and the account or the region may answer", "[import]")
{
    const std::string csv = "Date,Payee,Amount\n01/02/2024,A,-1.00\n01/02/2024,B,-2.00\n";
    ReadHints american;
    american.region = "US";
    ReadHints british;
    british.currency = Currency{{'G', 'B', 'P'}};
    const auto us = read_statement(csv, "a.csv", american);
    const auto uk = read_statement(csv, "a.csv", british);
    REQUIRE(us.ok());
    REQUIRE(uk.ok());
    CHECK(us->reading.date_order == "mdy");
    CHECK(uk->reading.date_order == "dmy");
    REQUIRE(uk->reading.ambiguous.size() == 1);
    CHECK(uk->reading.ambiguous.front().what == "date_order");
    CHECK(uk->reading.ambiguous.front().otherwise == "mdy");
}

TEST_CASE("what the user says wins", "[import]")
{
    ReadHints hints;
    hints.delimiter = ';';
    hints.decimal = ',';
    hints.date_order = "mdy";
    hints.columns = {{"amount", 3}};
    const auto s = read_statement("01/02/2024;x;1,50;9,00\n03/02/2024;y;2,50;8,00\n", "a.csv", hints);
    REQUIRE(s.ok());
    CHECK(iso(s->rows.front().date) == "2024-01-02");
    CHECK(s->rows.front().amount.minor == 150);
}

TEST_CASE("a file that is no statement is refused with a reason", "[import]")
{
    struct Case {
        const char* when;
        std::string bytes;
        Trouble trouble;
    };
    const auto c = GENERATE(Case{"empty", "", Trouble::empty_file}, Case{"blank", " \n\n\t", Trouble::empty_file},
                            Case{"prose", "Dear Sir,\nthank you for your letter.\n", Trouble::no_table_found},
                            Case{"zeros", std::string(5000, '\0'), Trouble::not_text},
                            Case{"a PDF", "%PDF-1.7 …", Trouble::unsupported_container},
                            Case{"a header alone", "Date,Payee,Amount\n", Trouble::no_table_found});
    INFO(c.when);
    const auto s = read_statement(c.bytes, "a.csv");
    REQUIRE(!s.ok());
    CHECK(s.problem().trouble == c.trouble);
}

TEST_CASE("a long file can be cancelled", "[import]")
{
    std::string csv = "Date,Payee,Amount\n";
    for (int i = 0; i < 20000; ++i) csv += "2024-01-02,Coffee,-3.00\n";
    ReadHints hints;
    hints.progress = [](double done) { return done < 0.5; };
    const auto s = read_statement(csv, "a.csv", hints);
    REQUIRE(!s.ok());
    CHECK(s.problem().trouble == Trouble::cancelled);
}

TEST_CASE("the order of day and month is decided over all rows, however late the one that tells", "[import]")
{
    std::string csv = "Date,Payee,Amount\n";
    for (int i = 0; i < 4000; ++i)
        csv += "0" + std::to_string(1 + i / 400 % 9) + "/0" + std::to_string(1 + i % 9) + "/2024,Coffee,-3\n";
    ReadHints hints;
    hints.region = "US";
    const auto open = read_statement(csv, "a.csv", hints);
    REQUIRE(open.ok());
    CHECK(open->reading.date_order == "mdy");
    const auto told = read_statement(csv + "31/12/2024,Coffee,\"-3,50\"\n", "a.csv", hints);
    REQUIRE(told.ok());
    CHECK(told->reading.date_order == "dmy");
    CHECK(told->reading.decimal == ',');
    CHECK(told->rejected.empty());
    CHECK(told->reading.ambiguous.empty());
}

TEST_CASE("OFX, QIF and MT940 are read", "[import]")
{
    struct Case {
        const char* when;
        const char* text;
        const char* id;
        std::size_t rows;
        std::int64_t first;
        const char* date;
    };
    const auto c = GENERATE(
        Case{"OFX without closing tags",
             "OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>CNY<BANKACCTFROM><ACCTID>123</"
             "BANKACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20240105120000[-5:EST]<TRNAMT>-12.30<FITID>1<"
             "NAME>A &amp; B</STMTTRN>"
             "<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20240106<TRNAMT>5<FITID>2<NAME>C</STMTTRN></BANKTRANLIST></STMTRS></"
             "STMTTRNRS></BANKMSGSRSV1></OFX>",
             "ofx", 2, -1230, "2024-01-05"},
        Case{"OFX with a comma and no end",
             "<OFX><STMTRS><CURDEF>CNY</CURDEF><STMTTRN><DTPOSTED>20240105</DTPOSTED><TRNAMT>-1.234,50</"
             "TRNAMT><NAME>A</NAME>",
             "ofx", 1, -123450, "2024-01-05"},
        Case{"QIF that says the month first", "!Type:Bank\nD1/25'24\nT-1,000.00\nPDelta\n^\nD2/3'24\nT20\nPX\n^\n",
             "qif", 2, -100000, "2024-01-25"},
        Case{"MT940",
             ":20:1\n:25:NL00\n:28C:1/1\n:60F:C240101CNY100,00\n:61:2401050105D65,00NTRFREF//"
             "X\n:86:Shop\n:61:240106C10,NTRFNONREF\n:86:Friend\n:62F:C240106CNY45,00\n-}\n",
             "mt940", 2, -6500, "2024-01-05"});
    INFO(c.when);
    const auto s = read_statement(c.text, "a");
    REQUIRE(s.ok());
    CHECK(s->reading.id == c.id);
    REQUIRE(s->rows.size() == c.rows);
    CHECK(s->rows.front().amount.minor == c.first);
    CHECK(iso(s->rows.front().date) == c.date);
    CHECK(parts(*s) == static_cast<std::size_t>(s->records));
}

TEST_CASE("the statements in DUEWATCH_STATEMENTS are read right", "[import]")
{
    const char* folder = std::getenv("DUEWATCH_STATEMENTS");
    if (folder == nullptr) {
        WARN("skipped: DUEWATCH_STATEMENTS names no folder of statements");
        return;
    }
    int right = 0, all = 0;
    for (const auto& v : test_support::judge_corpus(folder, {})) {
        ++all;
        right += v.wrong.empty();
        for (const auto& w : v.wrong) UNSCOPED_INFO(v.name << ": " << w);
    }
    UNSCOPED_INFO(right << " of " << all << " right");
    CHECK(right * 100 >= all * 96);
}
