// Prints a line for each statement of a corpus: right, or what is wrong. A corpus is a folder of folders, each with one
// statement and an expected.json. Use: statement_report DIR [--blind] [--no-bank-hints] [--verbose]
// --blind: nothing is known of the account (neither its currency nor that it is a card).
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "tests/support/statement_corpus.hpp"

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::cerr << "statement_report DIR [--blind] [--no-bank-hints] [--verbose]\n";
        return 64;
    }
    test_support::CorpusOptions options;
    bool verbose = false;
    for (int i = 2; i < argc; ++i) {
        const std::string a = argv[i];
        options.blind = options.blind || a == "--blind";
        options.bank_hints = options.bank_hints && a != "--no-bank-hints";
        verbose = verbose || a == "--verbose";
    }
    int right = 0, all = 0;
    for (const auto& v : test_support::judge_corpus(argv[1], options)) {
        ++all;
        right += v.wrong.empty();
        if (v.wrong.empty() && !verbose) continue;
        std::cout << (v.wrong.empty() ? "right  " : "WRONG  ") << v.name << "  " << v.summary;
        for (const auto& w : v.wrong) std::cout << "\n         " << w;
        std::cout << '\n';
    }
    std::cout << right << " of " << all << " right\n";
    return right == all ? 0 : 1;
}
