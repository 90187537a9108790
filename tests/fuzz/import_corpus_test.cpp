#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "tests/fuzz/import_fuzz.hpp"
#include "tests/support/catch.hpp"

namespace fs = std::filesystem;

namespace {

std::string bytes_of(const fs::path& path)
{
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

std::vector<fs::path> files_of(const fs::path& folder)
{
    std::vector<fs::path> out;
    for (const auto& entry : fs::directory_iterator{folder})
        if (entry.is_regular_file() && entry.path().extension() != ".expected") out.push_back(entry.path());
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace

TEST_CASE("what the fuzzer found comes in or is refused, and nothing is lost", "[fuzz]")
{
    const auto all = files_of(DUEWATCH_FUZZ_CORPUS);
    REQUIRE(!all.empty());
    for (const auto& file : all) {
        INFO(file.filename());
        import_any(bytes_of(file));
    }
    SUCCEED();
}

TEST_CASE("every statement cut off anywhere comes in or is refused, and nothing is lost", "[fuzz]")
{
    for (const auto& file : files_of(DUEWATCH_FIXTURES "/statements")) {
        const auto whole = bytes_of(file);
        INFO(file.filename());
        for (std::size_t part = 1; part <= 6; ++part) {
            std::string cut(1, static_cast<char>(part));
            import_any(cut + whole.substr(0, whole.size() * part / 6));
            import_any(cut + whole.substr(whole.size() * (part - 1) / 6));
        }
    }
    SUCCEED();
}
