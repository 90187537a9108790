// Files that are no statements, and very long ones, through the real program: what it says, and how much memory it
// takes.
#include <fcntl.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "tests/journeys/world.hpp"

namespace {

constexpr long most_kb = 256 * 1024;
#if defined(__SANITIZE_ADDRESS__)
constexpr bool measured = false;  // the sanitizer's own memory is many times the program's
#else
constexpr bool measured = true;
#endif

std::string times(int n, const std::string& text)
{
    std::string out;
    for (int i = 0; i < n; ++i) out += text;
    return out;
}

/// A statement of several years; every row is another.
std::string long_statement(int rows)
{
    std::string out = "Date,Payee,Reference,Amount\n";
    for (int i = 0; i < rows; ++i) {
        const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
        out += std::to_string(2015 + i * 10 / rows) + "-" + two(1 + i % 12) + "-" + two(1 + i % 28) + ",Corner Shop " +
               std::to_string(i % 300) + ",ref " + std::to_string(i) + ",-" + std::to_string(1 + i % 977) + ".25\n";
    }
    return out;
}

struct Case {
    const char* when;
    const char* name;
    void (*make)(const std::filesystem::path&);
    const char* said;
};

}  // namespace

TEST_CASE("a file that is no statement is refused in a sentence, with little memory and nothing written",
          "[cli][import][hostile]")
{
    const auto c = GENERATE(
        Case{"a line of two gigabytes", "line.csv",
             [](const auto& p) {
                 std::ofstream{p} << "Date,Amount";
                 std::filesystem::resize_file(p, std::uintmax_t{2} << 30);
             },
             "too large"},
        Case{"a line of fifty megabytes", "line.csv",
             [](const auto& p) { std::ofstream{p} << "Date,Amount\n2024-01-01," << std::string(50 << 20, '7'); },
             "No table of payments"},
        Case{"nothing but NULs", "nul.csv",
             [](const auto& p) {
                 std::ofstream{p} << "";
                 std::filesystem::resize_file(p, 2 << 20);
             },
             "not text"},
        Case{"a program", "program.csv", [](const auto& p) { std::filesystem::copy_file(DUEWATCH_CLI, p); },
             "cannot be read"},
        Case{"an empty file", "empty.csv", [](const auto& p) { std::ofstream{p}; }, "empty"},
        Case{"a folder", "folder.csv", [](const auto& p) { std::filesystem::create_directory(p); }, "directory"},
        Case{"a million columns", "wide.csv",
             [](const auto& p) { std::ofstream{p} << times(1'000'000, "a,") + "\n" + times(1'000'000, "1,") + "\n"; },
             "No table of payments"},
        Case{"a locked workbook", "locked.xlsx",
             [](const auto& p) {
                 std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(1024, '\0');
                 for (const char letter : std::string{"EncryptedPackage"}) bytes += letter, bytes += '\0';
                 std::ofstream{p, std::ios::binary} << bytes + std::string(4096, 'x');
             },
             "save it without the password"});
    INFO(c.when);
    const World home;
    home.settle_in();
    const auto file = home.folder.path() / c.name;
    c.make(file);
    const auto ran = home({"--lang", "en", "import", file.string(), "--account", "Checking"});
    INFO(ran.out + ran.err);
    CHECK(ran.exit == 1);
    CHECK(ran.err.find(c.said) != std::string::npos);
    if (measured) CHECK(ran.peak_kb <= most_kb);
    CHECK(home.json({"entry", "list"})["total"] == 0);
}

TEST_CASE("a pipe is read to its end, and one without an end is left", "[cli][import][hostile]")
{
    const World home;
    home.settle_in();
    const auto pipe = (home.folder.path() / "pipe.csv").string();
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    const bool endless = GENERATE(false, true);
    std::thread writer{[&] {
        std::ofstream out{pipe};
        out << "Date,Payee,Amount\n2024-01-02,Shop,-3.00\n2024-01-03,Shop,-4.00\n";
        const std::string more(1 << 20, 'x');
        for (int i = 0; endless && i < 400 && out << more; ++i) {
        }
    }};
    const auto ran = home({"--lang", "en", "import", pipe, "--account", "Checking"});
    writer.join();
    INFO(ran.out + ran.err);
    CHECK(ran.exit == (endless ? 1 : 0));
    if (measured) CHECK(ran.peak_kb <= most_kb);
    CHECK(home.json({"entry", "list"})["total"] == (endless ? 0 : 2));
}

TEST_CASE("a hundred thousand rows come in, come again and are taken back in little memory", "[cli][import][hostile]")
{
    const World home;
    home.settle_in();
    constexpr int rows = 100'000;
    constexpr long most = 100 * 1024;  // kB: of which some sixty would be there for one row
    const auto file = home.folder.write("long.csv", long_statement(rows)).string();
    const auto first = home({"import", file, "--account", "Checking", "--json"});
    const auto again = home({"import", file, "--account", "Checking", "--json"});
    CHECK(nlohmann::json::parse(first.out)["imported"] == rows);
    CHECK(nlohmann::json::parse(again.out)["duplicates"] == rows);
    const auto back = home({"import", "undo", "1", "--json"});
    CHECK(nlohmann::json::parse(back.out)["removed"] == rows);
    CHECK(home.json({"entry", "list"})["total"] == 0);
    CHECK(home.balance("Checking") == "3000.00");
    if (!measured) return;
    CHECK(first.peak_kb <= most);
    CHECK(again.peak_kb <= most);
    CHECK(back.peak_kb <= most);
}
