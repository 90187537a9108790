#include "ledger/balances/transfer_words.hpp"

#include <algorithm>
#include <vector>

#include "ledger/values/text.hpp"
#include "ledger/values/word_files.hpp"

namespace ledger {

namespace {

using std::string_view;

/// By which banks name a movement between one's own accounts or the payment of a card; what comes back from a shop; a
/// wallet filled or emptied. And what a wallet is called by others.
struct TransferWords {
    std::vector<string_view> movement = words_of("transfer", "movement");
    std::vector<string_view> refund = words_of("transfer", "refund");
    std::vector<string_view> top_up = words_of("transfer", "top_up");
    const std::vector<WordSection>& wallets = word_sections("wallet");
};

const TransferWords& transfer_words()
{
    static const TransferWords all;
    return all;
}

bool any_in(const std::vector<string_view>& words, string_view text)
{
    return std::ranges::any_of(words, [&](string_view word) { return text.find(word) != string_view::npos; });
}

}  // namespace

std::string fold_texts(const Entry& e)
{
    return lower(e.payee + " " + e.memo);
}
bool says_movement(string_view folded)
{
    return any_in(transfer_words().movement, folded);
}
bool says_refund(string_view folded)
{
    return any_in(transfer_words().refund, folded);
}
bool says_top_up(string_view folded)
{
    return any_in(transfer_words().top_up, folded);
}

bool names(string_view folded, const Account& account)
{
    const auto name = lower(account.name);
    if (account.number.size() == 4 && folded.find(account.number) != string_view::npos) return true;
    if (name.size() >= 4 && folded.find(name) != string_view::npos) return true;
    return account.type == AccountType::wallet &&
           std::ranges::any_of(transfer_words().wallets, [&](const WordSection& wallet) {
               return any_in(wallet.words, name) && any_in(wallet.words, folded);
           });
}

bool names_another(string_view folded, const Account& account)
{
    if (account.number.size() != 4) return false;
    for (std::size_t at = folded.find('('); at != string_view::npos; at = folded.find('(', at + 1)) {
        const auto inside = folded.substr(at + 1, 5);
        if (inside.size() == 5 && inside[4] == ')' && std::all_of(inside.begin(), inside.begin() + 4, digit) &&
            inside.substr(0, 4) != account.number)
            return true;
    }
    return false;
}

}  // namespace ledger
