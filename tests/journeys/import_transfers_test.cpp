#include "tests/journeys/world.hpp"

namespace {

/// A month of a household that pays by bank, card and Alipay: what each of the three files says of it.
const char* const bank =
    "交易日期,摘要,收入,支出,余额\n"
    "2026-11-01,工资 某某科技有限公司,8000.00,,11000.00\n"
    "2026-11-03,信用卡还款,,1200.00,9800.00\n"
    "2026-11-05,支付宝充值,,500.00,9300.00\n"
    "2026-11-08,支付宝-美味餐厅,,86.00,9214.00\n"
    "2026-11-12,支付宝-退款,86.00,,9300.00\n"
    "2026-11-15,超市购物,,233.50,9066.50\n";
const char* const card =
    "Date,Description,Amount\n"
    "2026-11-02,书店,-99.00\n"
    "2026-11-04,还款 谢谢,1200.00\n"
    "2026-11-09,电影院,-86.00\n"
    "2026-11-10,药房,-35.00\n";
const char* const alipay =
    "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注\n"
    "2026-11-12 10:00:00,退款,美味餐厅,/,退款-午餐,收入,86.00,招商银行(1234),退款成功,2026111222001,M5,\n"
    "2026-11-08 12:10:00,餐饮美食,美味餐厅,/,午餐,支出,86.00,招商银行(1234),交易成功,2026110822001,M4,\n"
    "2026-11-06 09:00:00,交通出行,地铁,/,乘车,支出,4.00,余额,交易成功,2026110622001,M3,\n"
    "2026-11-05 08:00:00,充值提现,支付宝,/,充值-普通充值,不计收支,500.00,招商银行(1234),交易成功,2026110522001,M2,\n";

struct Household : World {
    Household()
    {
        json({"account", "add", "招商银行", "--type", "checking", "--opening", "3000", "--opening-date", "2026-10-31"});
        json({"account", "add", "信用卡", "--type", "card", "--opening", "-1200", "--opening-date", "2026-10-31",
              "--statement-day", "5", "--due-day", "25"});
        json({"account", "add", "支付宝", "--type", "wallet", "--opening", "0", "--opening-date", "2026-10-31"});
    }
    void bring_in(const std::string& order) const
    {
        for (const char which : order) {
            const auto file = which == 'b'   ? folder.write("bank.csv", bank)
                              : which == 'c' ? folder.write("card.csv", card)
                                             : folder.write("alipay.csv", alipay);
            json({"import", file.string(), "--account",
                  which == 'b'   ? "招商银行"
                  : which == 'c' ? "信用卡"
                                 : "支付宝"});
        }
    }
    std::string total(const char* report) const
    {
        const auto seen = json({"report", report, "--from", "2026-11-01", "--to", "2026-11-30"});
        return seen.dump();
    }
};

}  // namespace

TEST_CASE("money moved between own accounts is neither spent nor earned, in whatever order the files come",
          "[cli][import][transfers]")
{
    const Household home;
    const std::string order = GENERATE("bca", "acb", "cab", "bac", "cba", "abc");
    INFO(order);
    home.bring_in(order);
    CHECK(home.balance("招商银行") == "9066.50");  // as the bank says
    CHECK(home.balance("信用卡") == "-220.00");
    CHECK(home.balance("支付宝") == "496.00");  // topped up by 500, 4 spent from it; the meal went through it and back
    double spent = 0, earned = 0;
    const auto entries = home.json({"entry", "list"});
    for (const auto& e : entries["entries"]) {
        if (!e["transfer"].is_null()) continue;
        const double amount = std::stod(e["amount"].get<std::string>());
        (amount < 0 ? spent : earned) += amount;
    }
    CHECK(spent ==
          Approx(-(99 + 86 + 35 + 86 + 4 + 233.5)));  // book, cinema, pharmacy, meal, metro, groceries: each once
    CHECK(earned == Approx(8000 + 86));               // wages, and the meal given back
}

TEST_CASE("the same files again add nothing, and no side is made twice", "[cli][import][transfers]")
{
    const Household home;
    home.bring_in("bca");
    const auto before = home.json({"entry", "list"})["total"];
    home.bring_in("abcb");
    CHECK(home.json({"entry", "list"})["total"] == before);
    CHECK(home.balance("支付宝") == "496.00");
}

TEST_CASE("the preview shows the transfers it would link, and those it is not sure of", "[cli][import][transfers]")
{
    const Household home;
    home.bring_in("c");
    const auto file = home.folder
                          .write("bank.csv",
                                 "Date,Description,Amount\n2026-11-03,信用卡还款,-1200.00\n2026-11-10,Friend,35."
                                 "00\n2026-11-11,Groceries,-40.00\n")
                          .string();
    const auto shown = home.json({"import", file, "--account", "招商银行", "--preview"});
    REQUIRE(shown["transfers"].size() == 2);
    CHECK(shown["transfers"][0]["line"] == 2);
    CHECK(shown["transfers"][0]["account"] == "信用卡");
    CHECK(shown["transfers"][0]["sure"] == true);
    CHECK(shown["transfers"][0]["accepted"] == true);
    CHECK(shown["transfers"][1]["sure"] == false);  // a friend's 35 and the pharmacy's: perhaps
    CHECK(shown["transfers"][1]["accepted"] == false);
    const auto which = GENERATE("sure", "all", "none");
    const auto done = home.json({"import", file, "--account", "招商银行", "--transfers", which});
    int linked = 0;
    for (const auto& t : done["transfers"]) linked += t["accepted"].get<bool>();
    CHECK(linked == (std::string{which} == "all" ? 2 : std::string{which} == "sure" ? 1 : 0));
    int sides = 0;
    const auto entries = home.json({"entry", "list"});
    for (const auto& e : entries["entries"]) sides += !e["transfer"].is_null();
    CHECK(sides == 2 * linked);
}

TEST_CASE("taking an import back takes the sides with it that were made for it", "[cli][import][transfers]")
{
    const Household home;
    home.bring_in("ab");
    const auto wallet_before = home.balance("支付宝");
    CHECK(wallet_before == "496.00");
    home.json({"import", "undo", "2"});
    CHECK(home.balance("招商银行") == "3000.00");
    CHECK(home.balance("支付宝") == "-4.00");  // the metro; the meal and its refund
    CHECK(home.json({"entry", "list"})["total"] == 3);
}
