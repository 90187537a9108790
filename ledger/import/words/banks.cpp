#include "ledger/import/words/banks.hpp"

#include <algorithm>
#include <cassert>

#include "ledger/import/text/text.hpp"
#include "ledger/values/folding.hpp"

std::string_view duewatch_words(std::string_view file);  // made at build time from data/*.txt

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

bool is_region(std::string_view text)
{
    return text.empty() ||
           (text.size() == 2 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }));
}

BankHint hint_of(const std::vector<std::string_view>& fields)
{
    BankHint bank;
    if (fields.size() < 3) return bank;
    bank.id = fields[0];
    bank.institution = fields[1];
    for (const auto mark : parts_of(fields[2], '|'))
        if (auto words = folded(mark); !words.empty()) bank.marks.push_back(std::move(words));
    if (fields.size() > 3) bank.region = fields[3];
    bank.card = fields.size() > 4 && fields[4] == "card";
    bank.wallet = fields.size() > 4 && fields[4] == "wallet";
    return bank;
}

std::vector<BankHint> read_our_banks()
{
    Problems problems;
    auto banks = read_bank_hints(duewatch_words("banks.txt"), &problems);
    assert(problems.empty() && !banks.empty());
    return banks;
}

}  // namespace

std::vector<BankHint> read_bank_hints(std::string_view text, Problems* problems)
{
    std::vector<BankHint> out;
    int number = 0;
    for (const auto line : parts_of(text, '\n')) {
        ++number;
        if (line.empty() || line.starts_with('#')) continue;
        auto bank = hint_of(parts_of(line, ';'));
        if (!bank.id.empty() && !bank.marks.empty() && is_region(bank.region)) out.push_back(std::move(bank));
        else if (problems)
            problems->push_back({Trouble::unknown_format, "banks.txt", std::string{line.substr(0, 200)},
                                 "id; institution; mark | mark; country; card", number, 0});
    }
    return out;
}

const std::vector<BankHint>& bank_hints()
{
    static const auto all = read_our_banks();
    return all;
}

const BankHint* bank_in(std::string_view folded_head, const std::vector<BankHint>& banks)
{
    const auto stands = [&](const std::string& mark) { return folded_head.find(mark) != std::string_view::npos; };
    const auto found = std::ranges::find_if(
        banks, [&](const BankHint& bank) { return std::all_of(bank.marks.begin(), bank.marks.end(), stands); });
    return found == banks.end() ? nullptr : &*found;
}

bool is_wallet(std::string_view id)
{
    return std::ranges::any_of(bank_hints(), [&](const BankHint& bank) {
        return bank.wallet && id.starts_with(bank.id) && (id.size() == bank.id.size() || id[bank.id.size()] == '-');
    });
}

bool is_card(std::string_view id)
{
    return id.find("card") != std::string_view::npos ||
           std::ranges::any_of(bank_hints(), [&](const BankHint& bank) { return bank.card && bank.id == id; });
}

}  // namespace ledger
