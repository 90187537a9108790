// house_rules ROOT            names every place below ROOT that breaks a rule of the house; exit 1 if there is any
// house_rules --self-test DIR  checks the rules on files written to break them: each line that ends in
//                              `flagged: RULE …` must be found, and no other
#include <algorithm>
#include <iostream>
#include <set>
#include <sstream>
#include <string>

#include "tests/house/rules.hpp"
#include "tests/house/source.hpp"

namespace {

constexpr std::size_t long_file = 500;  ///< lines; past it, ask what wants to be its own room

int inspect_house(const std::filesystem::path& root)
{
    std::size_t offences = 0;
    const auto sources = house::read_sources(root);
    const auto tell = [&](const house::Offence& o) {
        std::cout << o.path << ':' << o.line << ": " << o.rule << ": " << o.why << '\n';
        ++offences;
    };
    std::ranges::for_each(house::inspect_structure(sources), tell);
    for (const auto& source : sources) {
        std::ranges::for_each(house::inspect(source, root), tell);
        if (source.lines.size() > long_file + 1)
            std::cout << source.path << ": note: " << source.lines.size() - 1
                      << " lines; what wants to be its own room?\n";
    }
    std::cout << sources.size() << " files, " << offences << " offences\n";
    return offences == 0 && !sources.empty() ? 0 : 1;
}

int test_rules(const std::filesystem::path& root)
{
    using Found = std::set<std::string>;
    Found expected, found;
    const std::string mark = "flagged: ";
    const auto sources = house::read_sources(root);
    const auto note = [&](const house::Offence& o) {
        found.insert(o.path + ":" + std::to_string(o.line) + ": " + o.rule);
    };
    std::ranges::for_each(house::inspect_structure(sources), note);
    for (const auto& source : sources) {
        for (std::size_t i = 0; i < source.lines.size(); ++i)
            if (const auto at = source.lines[i].find(mark); at != std::string::npos) {
                std::istringstream rules{source.lines[i].substr(at + mark.size())};
                for (std::string rule; rules >> rule;)
                    expected.insert(source.path + ":" + std::to_string(i + 1) + ": " + rule);
            }
        std::ranges::for_each(house::inspect(source, root), note);
    }
    bool good = !expected.empty();
    for (const auto& e : expected)
        if (!found.contains(e)) {
            std::cout << "overlooked " << e << '\n';
            good = false;
        }
    for (const auto& f : found)
        if (!expected.contains(f)) {
            std::cout << "wrongly flagged " << f << '\n';
            good = false;
        }
    std::cout << expected.size() << " offences written, " << found.size() << " found\n";
    return good ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv)
{
    const std::vector<std::string> words{argv + 1, argv + argc};
    if (words.size() == 1) return inspect_house(words[0]);
    if (words.size() == 2 && words[0] == "--self-test") return test_rules(words[1]);
    std::cerr << "usage: house_rules ROOT | house_rules --self-test DIR\n";
    return 64;
}
