#include "ledger/import/bytes/encoding.hpp"
#include "ledger/import/tables/cells.hpp"
#include "ledger/import/tables/table.hpp"
#include "tests/support/catch.hpp"

using namespace ledger;

namespace {

std::string day(std::string_view cell, DateOrder order)
{
    const auto d = read_date(cell, order);
    if (!d) return "";
    const auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return std::to_string(d->year) + "-" + two(d->month) + "-" + two(d->day);
}

std::string amount(std::string_view cell, char decimal, int places = 2)
{
    const auto a = read_amount(cell, decimal);
    if (!a) return "";
    const auto m = minor_units(*a, places);
    if (!m) return "too fine";
    const bool out = a->sign < 0 || (a->sign == 0 && a->side < 0);
    return std::to_string(out ? -*m : *m) + (a->currency.empty() ? "" : " " + a->currency);
}

}  // namespace

TEST_CASE("a date is read however a bank writes it", "[import]")
{
    struct Case {
        const char* when;
        const char* cell;
        DateOrder order;
        const char* expected;
    };
    const auto c = GENERATE(
        Case{"ISO", "2024-01-31", DateOrder::dmy, "2024-01-31"},
        Case{"with a time and a zone", "2024-01-31T13:00:00Z", DateOrder::dmy, "2024-01-31"},
        Case{"slashes and two blanks before the time", "2025/12/03  14:06:51", DateOrder::dmy, "2025-12-03"},
        Case{"day first", "31/01/2024", DateOrder::dmy, "2024-01-31"},
        Case{"month first", "1/31/2024", DateOrder::mdy, "2024-01-31"},
        Case{"no such month under this order", "1/31/2024", DateOrder::dmy, ""},
        Case{"two digits of a year", "09.01.00 00:58", DateOrder::dmy, "2000-01-09"},
        Case{"the last century", "31.12.99", DateOrder::dmy, "1999-12-31"},
        Case{"digits alone", "20240131", DateOrder::dmy, "2024-01-31"},
        Case{"OFX", "20091224120000[0:GMT]", DateOrder::dmy, "2009-12-24"},
        Case{"colons", "2012:03:01", DateOrder::dmy, "2012-03-01"},
        Case{"a month in letters", "10 Feb 18", DateOrder::mdy, "2018-02-10"},
        Case{"an American month in letters", "Jan 5, 2024", DateOrder::dmy, "2024-01-05"},
        Case{"letters without blanks", "14JAN24", DateOrder::dmy, "2024-01-14"},
        Case{"Spanish", "5 de enero de 2024", DateOrder::dmy, "2024-01-05"},
        Case{"Russian", "5 января 2024 г.", DateOrder::dmy, "2024-01-05"},
        Case{"Chinese", "2024年1月31日", DateOrder::dmy, "2024-01-31"},
        Case{"Chinese without a year", "4月30日", DateOrder::dmy, "0-04-30"},
        Case{"the Republic of China", "113/01/31", DateOrder::ymd, "2024-01-31"},
        Case{"a Japanese era", "R6.1.31", DateOrder::ymd, "2024-01-31"},
        Case{"a Japanese era in words", "令和6年1月31日", DateOrder::ymd, "2024-01-31"},
        Case{"the Buddhist era", "31/01/2567", DateOrder::dmy, "2024-01-31"},
        Case{"a leap day", "29/02/2024", DateOrder::dmy, "2024-02-29"},
        Case{"no leap day", "29/02/2023", DateOrder::dmy, ""}, Case{"an amount", "12.50", DateOrder::dmy, ""},
        Case{"a long number", "224885000256620", DateOrder::dmy, ""}, Case{"a word", "Pending", DateOrder::dmy, ""},
        Case{"a period", "01.01.2015 - 27.02.2015", DateOrder::dmy, ""});
    INFO(c.when << ": " << c.cell);
    CHECK(day(c.cell, c.order) == c.expected);
}

TEST_CASE("an amount is read however a bank writes it", "[import]")
{
    struct Case {
        const char* when;
        const char* cell;
        char decimal;
        const char* expected;
    };
    const auto c = GENERATE(
        Case{"plain", "12.34", '.', "1234"}, Case{"a comma", "-1.234,56", ',', "-123456"},
        Case{"apostrophes", "62'067.87", '.', "6206787"}, Case{"blanks", "58 658,71", ',', "5865871"},
        Case{"no-break blanks",
             "1\xC2\xA0"
             "000,00",
             ',', "100000"},
        Case{"no leading zero", "$.23", '.', "23"}, Case{"a trailing minus", "3,90-", ',', "-390"},
        Case{"brackets", "(1,234.00)", '.', "-123400"}, Case{"a sign before the dollar", "-$76.00", '.', "-7600"},
        Case{"a sign and a blank", "+ $73.01", '.', "7301"},
        Case{"a real minus sign",
             "\xE2\x88\x92"
             "12.00",
             '.', "-1200"},
        Case{"a debit mark", "150,000.00 DB", '.', "-15000000"}, Case{"a credit mark", "100.00CR", '.', "10000"},
        Case{"a code behind", "100,00 EUR", ',', "10000 EUR"}, Case{"a sign behind", "-45,67 €", ',', "-4567 EUR"},
        Case{"yen", "¥1,200", '.', "120000"}, Case{"a backslash for yen", "\\7,000", '.', "700000"},
        Case{"a country behind", "8,000.00(CN)", '.', "800000"},
        Case{"a note behind", "45.80(已全额退款)", '.', "4580"}, Case{"lakhs", "1,23,456.00", '.', "12345600"},
        Case{"full width", "１，２３４", '.', "123400"},
        Case{"noise of a binary fraction", "12.340000000001", '.', "1234"},
        Case{"finer than the currency", "12.345", '.', "too fine"}, Case{"grouped oddly", "12,34", '.', ""},
        Case{"masked", "xx,yyyy.zz", '.', ""}, Case{"a word", "abc", '.', ""},
        Case{"two numbers", "12 Main 34", '.', ""}, Case{"nothing", "", '.', ""},
        Case{"more digits than money has", "12345678901234567890", '.', ""});
    INFO(c.when << ": " << c.cell);
    CHECK(amount(c.cell, c.decimal) == c.expected);
}

TEST_CASE("records are cut where a spreadsheet would cut them", "[import]")
{
    struct Case {
        const char* when;
        const char* text;
        std::vector<std::vector<std::string>> expected;
        int last_line;
    };
    const auto c = GENERATE(Case{"plain", "a,b\nc,d\n", {{"a", "b"}, {"c", "d"}}, 2},
                            Case{"quotes, and a delimiter inside", "\"a,1\",b\n", {{"a,1", "b"}}, 1},
                            Case{"doubled quotes", "\"say \"\"hi\"\"\",b\n", {{"say \"hi\"", "b"}}, 1},
                            Case{"a line end inside quotes", "\"a\nb\",c\nd,e", {{"a\nb", "c"}, {"d", "e"}}, 3},
                            Case{"old Macintosh line ends", "a,b\rc,d\r", {{"a", "b"}, {"c", "d"}}, 2},
                            Case{"CR CRLF", "a,b\r\r\nc,d\r\r\n", {{"a", "b"}, {"c", "d"}}, 2},
                            Case{"a quote that never closes", "\"a,b\nc,d\n", {{"\"a", "b"}, {"c", "d"}}, 2},
                            Case{"an opening quote that is missing", "a\",\"b\"\n", {{"a", "b"}}, 1},
                            Case{"escaped with a backslash", "\"Q \\\"C\\\"\",b\n", {{"Q \\\"C\\\"", "b"}}, 1},
                            Case{"a formula for a text", "=\"01.07\",b\n", {{"01.07", "b"}}, 1},
                            Case{"padding and tabs in quotes", "\"a  \t\",  b \n", {{"a", "b"}}, 1},
                            Case{"blank lines", "\n\na,b\n\n", {{"a", "b"}}, 3});
    INFO(c.when);
    const auto table = cut(c.text, ',', 100);
    std::vector<std::vector<std::string>> got;
    for (const auto& r : table.records) got.emplace_back(r.cells.begin(), r.cells.end());
    CHECK(got == c.expected);
    REQUIRE(!table.records.empty());
    CHECK(table.records.back().line == c.last_line);
}

TEST_CASE("the encoding is found from the bytes", "[import]")
{
    struct Case {
        const char* when;
        const char* text;
        const char* encoding;
    };
    const auto c = GENERATE(
        Case{"Chinese", "交易时间,交易对方,收/支,金额\n2024-01-01,便利店,支出,3.00\n", "GB18030"},
        Case{"Chinese of Taiwan", "交易日,商店,消費金額\n2024-01-10,台北美食街,280\n", "Big5"},
        Case{"Japanese", "取引日,摘要,出金金額,入金金額,残高\n2023/06/22,振込手数料,,110,711\n", "Shift_JIS"},
        Case{"Korean", "거래일자,적요,출금액,입금액,잔액\n", "EUC-KR"},
        Case{"German", "Buchung;Empfänger;Währung;Betrag\n01.01.2024;Bäcker Müller;EUR;-3,00\n", "windows-1252"},
        Case{"Russian", "Дата операции;Сумма;Описание\n01.01.2024;1;Магазин\n", "windows-1251"},
        Case{"two bytes a letter", "Date,Amount\n2024-01-01,3.00\n", "UTF-16LE"},
        Case{"plain", "Date,Amount\n", "UTF-8"});
    INFO(c.when);
    const std::string bytes = [&] {
        std::string out;
        if (std::string_view{c.encoding} == "UTF-8") return std::string{c.text};
        if (std::string_view{c.encoding} == "UTF-16LE") {
            for (const char* p = c.text; *p != 0; ++p) out.append({*p, '\0'});
            return out;
        }
        return encode(c.text, c.encoding);
    }();
    const auto decoded = decode(bytes);
    REQUIRE(decoded.ok());
    CHECK(decoded->encoding == c.encoding);
    CHECK(decoded->text == c.text);
}

TEST_CASE("cells with doubled quotes outlive the growth of the table", "[import]")
{
    std::string text;
    for (int i = 0; i < 100; ++i) text += "\"a long enough \"\"quoted\"\" cell, number " + std::to_string(i) + "\",b\n";
    const auto table = cut(text, ',', 1000);
    REQUIRE(table.records.size() == 100);
    for (int i = 0; i < 100; ++i)
        CHECK(table.records[static_cast<std::size_t>(i)].cells[0] ==
              "a long enough \"quoted\" cell, number " + std::to_string(i));
}
