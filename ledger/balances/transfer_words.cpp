#include "ledger/balances/transfer_words.hpp"

#include <algorithm>
#include <array>

namespace ledger {

namespace {

using std::string_view;

/// Words by which banks name a movement between one's own accounts or the payment of a card.
constexpr auto movement_words = std::to_array<string_view>({"还款",
                                                            "還款",
                                                            "转账",
                                                            "轉帳",
                                                            "转存",
                                                            "转入",
                                                            "转出",
                                                            "充值",
                                                            "提现",
                                                            "自动还款",
                                                            "繳款",
                                                            "扣繳",
                                                            "transfer",
                                                            "payment thank you",
                                                            "payment - thank you",
                                                            "payment received",
                                                            "card payment",
                                                            "autopay",
                                                            "automatic payment",
                                                            "direct debit payment",
                                                            "online payment",
                                                            "credit card bill",
                                                            "top-up",
                                                            "top up",
                                                            "topup",
                                                            "überweisung",
                                                            "uberweisung",
                                                            "übertrag",
                                                            "umbuchung",
                                                            "kreditkartenabrechnung",
                                                            "virement",
                                                            "traspaso",
                                                            "girofondo",
                                                            "振替",
                                                            "振込",
                                                            "savings",
                                                            "uitgaande overboeking"});

constexpr auto refund_words = std::to_array<string_view>(
    {"退款", "退货", "退貨", "返金", "refund", "reversal", "rückerstattung", "erstattung", "gutschrift retoure",
     "remboursement", "reembolso", "rimborso", "冲正", "沖正", "cashback"});

constexpr auto top_up_words =
    std::to_array<string_view>({"充值", "提现", "提現", "儲值", "top-up", "top up", "topup", "add money", "cash out",
                                "withdraw to", "aufladung", "チャージ"});

/// What a wallet is called by others: one line a wallet.
constexpr std::array<std::array<string_view, 6>, 6> wallets{{{"支付宝", "支付寶", "alipay", "蚂蚁", "余额宝", ""},
                                                             {"微信", "財付通", "财付通", "wechat", "weixin", "tenpay"},
                                                             {"paypal", "pp *", "", "", "", ""},
                                                             {"京东", "jd pay", "jdpay", "网银在线", "", ""},
                                                             {"美团", "钱袋宝", "meituan", "", "", ""},
                                                             {"revolut", "", "", "", "", ""}}};

template <std::size_t N>
bool any_of(const std::array<string_view, N>& words, string_view text)
{
    return std::any_of(words.begin(), words.end(),
                       [&](string_view w) { return !w.empty() && text.find(w) != string_view::npos; });
}

std::string lower(string_view s)
{
    std::string out{s};
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

bool digit(char c)
{
    return c >= '0' && c <= '9';
}

}  // namespace

std::string fold_texts(const Entry& e)
{
    return lower(e.payee + " " + e.memo);
}
bool says_movement(string_view folded)
{
    return any_of(movement_words, folded);
}
bool says_refund(string_view folded)
{
    return any_of(refund_words, folded);
}
bool says_top_up(string_view folded)
{
    return any_of(top_up_words, folded);
}

bool names(string_view folded, const Account& account)
{
    const auto name = lower(account.name);
    if (account.number.size() == 4 && folded.find(account.number) != string_view::npos) return true;
    if (name.size() >= 4 && folded.find(name) != string_view::npos) return true;
    return std::any_of(wallets.begin(), wallets.end(), [&](const auto& wallet) {
        return account.type == AccountType::wallet && any_of(wallet, name) && any_of(wallet, folded);
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
