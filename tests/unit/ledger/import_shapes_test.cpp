#include <cstdlib>
#include <iostream>
#include <map>

#include "tests/support/catch.hpp"
#include "tests/support/statement_shapes.hpp"

using namespace test_support;

TEST_CASE("a statement is read in every shape, in the words of every country", "[import]")
{
    const bool loud = std::getenv("DUEWATCH_SHAPES") != nullptr;  // then each misreading is printed, with its text
    int all = 0, wrong = 0;
    std::map<std::string, int> by_shape, by_country;
    for (const auto& locale : statement_locales())
        for (std::size_t variant = 0; variant < 2; ++variant)
            for (const auto& shape : statement_shapes()) {
                ++all;
                const auto written = StatementWriter{locale, shape, variant}.write();
                const auto what = misread(written);
                if (what.empty()) continue;
                ++wrong;
                ++by_shape[std::string{shape.when}];
                ++by_country[std::string{locale.name}];
                UNSCOPED_INFO(locale.name << " " << variant << ", " << shape.when << ": " << what);
                if (loud)
                    std::cerr << "== " << locale.name << " " << variant << ", " << shape.when << ": " << what << '\n'
                              << written.text.substr(0, 600) << '\n';
            }
    if (loud) {
        for (const auto& [name, n] : by_shape) std::cerr << n << " × " << name << '\n';
        for (const auto& [name, n] : by_country) std::cerr << n << " × " << name << '\n';
        std::cerr << wrong << " of " << all << '\n';
    }
    CHECK(wrong == 0);
}
