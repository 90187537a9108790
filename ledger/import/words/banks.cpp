#include "ledger/import/words/banks.hpp"

#include <algorithm>

#include "ledger/import/text/folding.hpp"
#include "ledger/import/text/text.hpp"

namespace ledger {

namespace {

std::vector<std::string_view> parts_of(std::string_view line, char mark)
{
    std::vector<std::string_view> out;
    for (;;) {
        const auto end = std::min(line.find(mark), line.size());
        out.push_back(trimmed(line.substr(0, end)));
        if (end == line.size()) return out;
        line.remove_prefix(end + 1);
    }
}

}  // namespace

std::vector<OwnBank> read_own_banks(std::string_view text, Problems* problems)
{
    std::vector<OwnBank> out;
    int number = 0;
    for (auto line : parts_of(text, '\n')) {
        ++number;
        if (line.empty() || line.starts_with('#')) continue;
        const auto fields = parts_of(line, ';');
        OwnBank bank;
        if (fields.size() >= 3) {
            bank.id = fields[0], bank.institution = fields[1];
            for (const auto mark : parts_of(fields[2], '|'))
                if (auto words = folded(mark); !words.empty()) bank.marks.push_back(std::move(words));
            if (fields.size() > 3) bank.region = fields[3];
            bank.card = fields.size() > 4 && fields[4] == "card";
        }
        const bool region = bank.region.empty() ||
                            (bank.region.size() == 2 && std::all_of(bank.region.begin(), bank.region.end(),
                                                                    [](char c) { return c >= 'A' && c <= 'Z'; }));
        if (!bank.id.empty() && !bank.marks.empty() && region) out.push_back(std::move(bank));
        else if (problems)
            problems->push_back({Trouble::unknown_format, "banks.txt", std::string{line.substr(0, 200)},
                                 "id; institution; mark | mark; country; card", number, 0});
    }
    return out;
}

const BankHint* known_bank(std::string_view head)
{
    for (const auto& hint : bank_hints()) {
        const auto marks = parts_of(hint.marks, '|');
        if (std::all_of(marks.begin(), marks.end(),
                        [&](std::string_view mark) { return head.find(folded(mark)) != std::string_view::npos; }))
            return &hint;
    }
    return nullptr;
}

}  // namespace ledger
