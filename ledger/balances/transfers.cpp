#include "ledger/balances/transfers.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace ledger {

namespace {

/// Words by which banks name a movement between one's own accounts or the payment of a card.
constexpr std::string_view movement_words[] = {"还款", "還款", "转账", "轉帳", "转存", "转入", "转出", "充值", "提现", "自动还款", "繳款", "扣繳", "transfer",
                                               "payment thank you", "payment received", "card payment", "autopay", "automatic payment", "direct debit payment",
                                               "online payment", "top-up", "top up", "topup", "uberweisung", "übertrag", "umbuchung", "virement",
                                               "traspaso", "girofondo", "振替", "振込", "savings"};

std::string fold(const Entry& e)
{
    std::string s = e.payee + " " + e.memo;
    for (char& c : s) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return s;
}

bool says_movement(const std::string& folded)
{
    return std::any_of(std::begin(movement_words), std::end(movement_words), [&](auto w) { return folded.find(w) != std::string::npos; });
}

bool names(const std::string& folded, const Account& other)
{
    std::string name = other.name;
    for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return (other.number.size() == 4 && folded.find(other.number) != std::string::npos) || (name.size() >= 4 && folded.find(name) != std::string::npos);
}

struct Candidate {
    const Entry* out;
    const Entry* in;
    int days;
    int evidence;  ///< 0 amounts only; 1 the words of one side; 2 one side names the other account; a card being paid adds one
};

class Matcher {
public:
    Matcher(const Book& book, const std::vector<Entry>& entries, int days) : book_{book}, days_{days}
    {
        for (const auto& e : entries)
            if (!e.transfer && e.splits.empty() && e.status != EntryStatus::reconciled && !e.amount.zero()) by_amount_[std::abs(e.amount.minor)].push_back(&e);
    }

    std::vector<TransferPair> run()
    {
        for (const auto& [amount, same] : by_amount_) candidates_of(same);
        std::stable_sort(candidates_.begin(), candidates_.end(), [](const Candidate& a, const Candidate& b) {
            if (a.evidence != b.evidence) return a.evidence > b.evidence;
            if (a.days != b.days) return a.days < b.days;
            return std::pair{a.out->id, a.in->id} < std::pair{b.out->id, b.in->id};
        });
        std::vector<TransferPair> pairs;
        for (const auto& c : candidates_) {
            if (used_.contains(c.out->id) || used_.contains(c.in->id)) continue;
            pairs.push_back({.out = c.out->id, .in = c.in->id, .days = c.days, .sure = c.evidence > 0 && !rivalled(c)});
            used_.insert({c.out->id, c.in->id});
        }
        return pairs;
    }

private:
    void candidates_of(const std::vector<const Entry*>& same)
    {
        for (const auto* out : same) {
            if (!out->amount.negative()) continue;
            for (const auto* in : same) {
                const int apart = std::abs(days_between(out->date, in->date));
                if (!in->amount.positive() || in->account == out->account || in->amount.currency != out->amount.currency || apart > days_) continue;
                candidates_.push_back({out, in, apart, evidence(*out, *in)});
            }
        }
    }

    int evidence(const Entry& out, const Entry& in) const
    {
        const auto& from = book_.accounts.at(out.account);
        const auto& to = book_.accounts.at(in.account);
        const auto left = fold(out), came = fold(in);
        int found = says_movement(left) || says_movement(came) ? 1 : 0;
        if (names(left, to) || names(came, from)) found = 2;
        if (to.type == AccountType::card && found) ++found;
        return found;
    }

    /// Is there another partner for either side that is just as good? Then nothing tells them apart.
    bool rivalled(const Candidate& c) const
    {
        return std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& other) {
            if (other.out == c.out && other.in == c.in) return false;
            if (other.out != c.out && other.in != c.in) return false;
            return other.evidence == c.evidence && other.days == c.days && !used_.contains(other.out->id) && !used_.contains(other.in->id);
        });
    }

    const Book& book_;
    int days_;
    std::map<std::int64_t, std::vector<const Entry*>> by_amount_;
    std::vector<Candidate> candidates_;
    std::set<EntryId> used_;
};

}  // namespace

std::vector<TransferPair> find_transfers(const Book& book, const std::vector<Entry>& entries, int days)
{
    return Matcher{book, entries, days}.run();
}

}  // namespace ledger
