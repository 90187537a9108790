#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "ledger/import/bytes/encoding.hpp"
#include "ledger/import/statement.hpp"
#include "tests/support/catch.hpp"

using namespace ledger;

namespace {

/// One statement of tests/fixtures/layouts: "### name key=value …", a line "= day amount" for each row that must come
/// of it, then the file.
struct WrittenLayout {
    std::string name{}, file = "export.csv", encoding = "UTF-8", text{};
    ReadHints hints{};
    std::vector<std::string> rows{};  ///< "2024-01-31 -12.34"
};

WrittenLayout heading(const std::string& line)
{
    WrittenLayout out;
    std::istringstream words{line.substr(4)};
    words >> out.name;
    for (std::string pair; words >> pair;) {
        const auto eq = pair.find('=');
        const auto key = pair.substr(0, eq), value = pair.substr(eq + 1);
        if (key == "currency") out.hints.currency = *parse_currency(value);
        if (key == "card") out.hints.card = value == "1";
        if (key == "encoding") out.encoding = value;
        if (key == "file") out.file = value;
    }
    out.hints.today = make_date(2026, 11, 22);
    return out;
}

std::vector<WrittenLayout> layouts_in(const std::filesystem::path& path)
{
    std::vector<WrittenLayout> out;
    std::ifstream in{path, std::ios::binary};
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("### ")) out.push_back(heading(line));
        else if (out.empty()) continue;
        else if (line.starts_with("= ") && out.back().text.empty()) out.back().rows.push_back(line.substr(2));
        else out.back().text += line + '\n';
    }
    return out;
}

std::string read_rows_of(const WrittenLayout& layout)
{
    const auto bytes = layout.encoding == "UTF-8" ? layout.text : encode(layout.text, layout.encoding);
    const auto statement = read_statement(bytes, layout.file, layout.hints);
    if (!statement) return "not read";
    std::string out;
    for (const auto& row : statement->rows) out += iso(row.date) + ' ' + decimal(row.amount) + '\n';
    return out;
}

std::string wanted_rows_of(const WrittenLayout& layout)
{
    std::string out;
    for (const auto& row : layout.rows) out += row + '\n';
    return out;
}

}  // namespace

TEST_CASE("a statement is read row by row in the layouts of many countries, whether or not the bank is known",
          "[import]")
{
    std::size_t all = 0;
    for (const auto& entry : std::filesystem::directory_iterator{DUEWATCH_FIXTURES "/layouts"})
        for (auto& layout : layouts_in(entry.path())) {
            ++all;
            for (const bool bank_hints : {true, false}) {
                layout.hints.bank_hints = bank_hints;
                INFO(entry.path().stem().string() << ": " << layout.name << '\n' << layout.text);
                CHECK(read_rows_of(layout) == wanted_rows_of(layout));
            }
        }
    CHECK(all > 350);
}

TEST_CASE("a line that cannot be read is named by its place in the file, also where the text was written anew",
          "[import]")
{
    struct Case {
        const char* when;
        const char* text;
        int line;
    };
    const auto c = GENERATE(
        Case{"days as numbers",
             "Export\n\n\nDate,Description,Amount\n45322,A,-10.00\n\n45323,B,-12.00\n45324,C,xx\n45325,D,5.00\n", 8},
        Case{"year, month and day apart", "年,月,日,摘要,金額\n\n2024,1,5,A,-10\n\n2024,1,6,B,-11\n2024,1,7,C,zz\n", 6},
        Case{"lines of names",
             "Date: 2024-01-05\nPayee: A\nAmount: -4.50\n\nDate: 2024-01-06\nPayee: B\nAmount: xx\n\nDate: "
             "2024-01-07\nPayee: C\nAmount: 3.00\n",
             5});
    INFO(c.when);
    const auto read = read_statement(c.text, "a.csv");
    REQUIRE(read.ok());
    CHECK(read->rows.size() >= 2);
    REQUIRE(read->rejected.size() == 1);
    CHECK(read->rejected[0].line == c.line);
}
