#include "ledger/balances/transfers.hpp"

#include <array>

#include "tests/support/catch.hpp"
#include "tests/support/ledger.hpp"

using namespace ledger;
using testing::day;

namespace {

struct Three : testing::SmallLedger {
    AccountId bank = account("Giro"), card = account("Visa", AccountType::card),
              wallet = account("Alipay", AccountType::wallet);
    std::vector<TransferPair> found() const
    {
        std::vector<Entry> all;
        for (const auto& [id, e] : entries) all.push_back(e);
        return find_transfers(book, all);
    }
};

}  // namespace

TEST_CASE("the two sides of one movement meet, and nothing else does", "[transfers]")
{
    struct Side {
        int account;
        const char* date;
        std::int64_t fen;
        const char* payee;
    };
    struct Case {
        const char* when;
        std::vector<Side> sides;
        std::size_t pairs;
        bool sure;
    };
    const auto c = GENERATE(
        Case{"a card repayment in both files, two days apart",
             {{0, "2026-11-03", -322954, "信用卡还款"}, {1, "2026-11-05", 322954, "还款"}},
             1,
             true},
        Case{"a top-up that names the wallet",
             {{0, "2026-11-03", -50000, "ALIPAY"}, {2, "2026-11-03", 50000, "Bank card"}},
             1,
             true},
        Case{"the same amount by chance",
             {{0, "2026-11-03", -5000, "Baker"}, {2, "2026-11-04", 5000, "Friend"}},
             1,
             false},
        Case{"a week apart", {{0, "2026-11-03", -5000, "Transfer"}, {2, "2026-11-12", 5000, "Transfer"}}, 0, false},
        Case{"on one account", {{0, "2026-11-03", -5000, "Transfer"}, {0, "2026-11-03", 5000, "Transfer"}}, 0, false},
        Case{"both going out", {{0, "2026-11-03", -5000, "Transfer"}, {2, "2026-11-03", -5000, "Transfer"}}, 0, false},
        Case{"two that could both be it",
             {{0, "2026-11-03", -5000, "Transfer"},
              {0, "2026-11-03", -5000, "Transfer"},
              {2, "2026-11-03", 5000, "Transfer"}},
             1,
             false});
    INFO(c.when);
    Three h;
    const std::array accounts{h.bank, h.card, h.wallet};
    for (const auto& s : c.sides) h.entry(accounts.at(static_cast<std::size_t>(s.account)), s.date, s.fen, s.payee);
    const auto pairs = h.found();
    REQUIRE(pairs.size() == c.pairs);
    if (c.pairs) CHECK(pairs[0].sure == c.sure);
}

TEST_CASE("each entry meets at most one other, the nearest first", "[transfers]")
{
    Three h;
    const auto far = h.entry(h.bank, "2026-11-01", -5000, "Transfer"),
               near = h.entry(h.bank, "2026-11-03", -5000, "Transfer");
    const auto in = h.entry(h.wallet, "2026-11-04", 5000, "Transfer");
    const auto pairs = h.found();
    REQUIRE(pairs.size() == 1);
    CHECK(pairs[0].out == near);
    CHECK(pairs[0].in == in);
    CHECK(pairs[0].sure);
    (void)far;
}
