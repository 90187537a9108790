#include "ledger/balances/transfers.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

#include "ledger/balances/transfer_words.hpp"

namespace ledger {

namespace {

struct Candidate {
    const Entry* out;
    const Entry* in;
    int days;
    int evidence;  ///< 0 amounts only; 1 the words of one side; 2 one side names the other account; a card being paid
                   ///< adds one
    TransferKind kind = TransferKind::moved;
};

class Matcher {
public:
    Matcher(const Book& book, const std::vector<Entry>& entries, int days) : book_{book}, days_{days}
    {
        for (const auto& e : entries)
            if (!e.transfer && e.splits.empty() && e.status != EntryStatus::reconciled && !e.amount.zero())
                by_amount_[std::abs(e.amount.minor)].push_back(&e);
    }

    std::vector<TransferPair> run()
    {
        for (auto& [amount, same] : by_amount_) {
            std::sort(same.begin(), same.end(), [](const Entry* a, const Entry* b) {
                return std::pair{a->date, a->id} < std::pair{b->date, b->id};
            });
            candidates_of(same);
        }
        std::stable_sort(candidates_.begin(), candidates_.end(), [](const Candidate& a, const Candidate& b) {
            if (a.evidence != b.evidence) return a.evidence > b.evidence;
            if (a.days != b.days) return a.days < b.days;
            return std::pair{a.out->id, a.in->id} < std::pair{b.out->id, b.in->id};
        });
        for (const auto& c : candidates_) {
            of_[c.out].push_back(&c);
            of_[c.in].push_back(&c);
        }
        std::vector<const Candidate*> taken;
        for (const auto& c : candidates_) {
            if (used_.contains(c.out->id) || used_.contains(c.in->id)) continue;
            taken.push_back(&c);
            used_.insert({c.out->id, c.in->id});
        }
        std::vector<TransferPair> pairs;
        for (const auto* c : taken)
            pairs.push_back({.out = c->out->id,
                             .in = c->in->id,
                             .days = c->days,
                             .sure = c->evidence > 0 && !rivalled(*c),
                             .kind = c->kind,
                             .make_on = c->kind == TransferKind::funded ? c->in->account : AccountId{}});
        top_ups(pairs);
        return pairs;
    }

private:
    void candidates_of(const std::vector<const Entry*>& same)
    {
        for (std::size_t a = 0; a < same.size(); ++a)
            for (std::size_t b = a + 1; b < same.size() && days_between(same[a]->date, same[b]->date) <= days_; ++b) {
                const auto &one = *same[a], &other = *same[b];
                if (one.account == other.account || one.amount.currency != other.amount.currency) continue;
                if (one.amount.negative() != other.amount.negative()) {
                    const auto &out = one.amount.negative() ? one : other, &in = one.amount.negative() ? other : one;
                    candidates_.push_back({&out, &in, apart(out, in), evidence(out, in)});
                }
                else {
                    if (account(other).type == AccountType::wallet) funds(one, other);
                    if (account(one).type == AccountType::wallet) funds(other, one);
                }
            }
    }

    /// Did `bank` pay for what `wallet` names?
    void funds(const Entry& bank, const Entry& wallet)
    {
        if (account(bank).type == AccountType::wallet || account(bank).type == AccountType::cash) return;
        if (names_another(text(wallet), account(bank))) return;
        const int found = (names(text(bank), account(wallet)) ? 2 : 0) + (names(text(wallet), account(bank)) ? 1 : 0);
        if (found > 0) candidates_.push_back({&bank, &wallet, apart(bank, wallet), found, TransferKind::funded});
    }

    /// What the bank's words say was moved to or from a wallet, where the wallet has nothing that stands for it.
    void top_ups(std::vector<TransferPair>& pairs)
    {
        for (const auto& [amount, same] : by_amount_)
            for (const auto* bank : same) {
                if (used_.contains(bank->id) || account(*bank).type == AccountType::wallet ||
                    account(*bank).type == AccountType::cash || !says_top_up(text(*bank)))
                    continue;
                const Account* wallet = nullptr;
                for (const auto& [id, a] : book_.accounts)
                    if (a.type == AccountType::wallet && a.currency == bank->amount.currency && !a.archived &&
                        names(text(*bank), a))
                        wallet = wallet ? nullptr : &a;
                if (!wallet) continue;
                pairs.push_back(
                    {.out = bank->id, .sure = true, .kind = TransferKind::topped_up, .make_on = wallet->id});
                used_.insert(bank->id);
            }
    }

    int evidence(const Entry& out, const Entry& in)
    {
        const auto& to = account(in);
        const bool refund = says_refund(text(out)) || says_refund(text(in));
        int found = !refund && (says_movement(text(out)) || says_movement(text(in))) ? 1 : 0;
        if (names(text(out), to) || names(text(in), account(out))) found = 2;
        if (to.type == AccountType::card && found) ++found;
        return found;
    }

    /// Is another partner for either side, just as good, left over? Then nothing tells them apart.
    bool rivalled(const Candidate& c) const
    {
        const auto left_over = [&](const Entry* side) {
            const auto& rivals = of_.at(side);
            return std::any_of(rivals.begin(), rivals.end(), [&](const Candidate* other) {
                const auto* partner = other->out == side ? other->in : other->out;
                return other->evidence == c.evidence && other->days == c.days && !used_.contains(partner->id);
            });
        };
        return left_over(c.out) || left_over(c.in);
    }

    const Account& account(const Entry& e) const { return book_.accounts.at(e.account); }
    static int apart(const Entry& a, const Entry& b) { return std::abs(days_between(a.date, b.date)); }
    const std::string& text(const Entry& e)
    {
        const auto [at, is_new] = texts_.try_emplace(&e);
        if (is_new) at->second = fold_texts(e);
        return at->second;
    }

    const Book& book_;
    int days_;
    std::map<std::int64_t, std::vector<const Entry*>> by_amount_{};
    std::unordered_map<const Entry*, std::string> texts_{};
    std::vector<Candidate> candidates_{};
    std::unordered_map<const Entry*, std::vector<const Candidate*>> of_{};
    std::set<EntryId> used_{};
};

}  // namespace

std::vector<TransferPair> find_transfers(const Book& book, const std::vector<Entry>& entries, int days)
{
    const bool one_account = std::all_of(entries.begin(), entries.end(),
                                         [&](const Entry& e) { return e.account == entries.front().account; });
    const bool wallet = std::any_of(book.accounts.begin(), book.accounts.end(),
                                    [](const auto& a) { return a.second.type == AccountType::wallet; });
    if (one_account && !wallet) return {};
    return Matcher{book, entries, days}.run();
}

}  // namespace ledger
