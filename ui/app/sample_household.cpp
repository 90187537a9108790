#include "ui/app/sample_household.hpp"

#include <fmt/format.h>
#include <unicode/ucnv.h>  // house: allow packages, because the household's files are written in the banks' encodings, which the import only reads

#include <algorithm>
#include <cassert>

namespace app {

namespace {

using ledger::Date;
using ledger::Days;

constexpr std::string_view checking_name = "ICBC Checking", savings_name = "CMB Savings", wallet_name = "Alipay",
                           card_name = "ICBC Card";
constexpr int days_to_due = 13, days_from_statement_to_due = 20;

/// Numbers that look like life and are the same on every run (xorshift; no cryptography here).
class Dice {
public:
    std::int64_t between(std::int64_t low, std::int64_t high)
    {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 7;
        state_ ^= state_ << 17;
        return low + static_cast<std::int64_t>(state_ % static_cast<std::uint64_t>(high - low + 1));
    }
    bool one_in(int n) { return between(1, n) == 1; }

private:
    std::uint64_t state_ = 0x9e3779b97f4a7c15ULL;
};

struct Row {
    Date date{};
    int minute = 0;           ///< of the day
    std::int64_t amount = 0;  ///< fen, signed as this account sees it
    std::string kind{}, payee{}, note{};
    bool neutral = false;  ///< Alipay: moves no money of the wallet
};

using Rows = std::vector<Row>;

std::string yuan(std::int64_t fen, bool group = false)
{
    if (fen < 0) return "-" + yuan(-fen, group);
    std::string whole = fmt::format("{}", fen / 100);
    if (group)
        for (auto at = static_cast<std::ptrdiff_t>(whole.size()) - 3; at > 0; at -= 3)
            whole.insert(static_cast<std::size_t>(at), ",");
    return fmt::format("{}.{:02}", whole, fen % 100);
}

std::string to_gb18030(const std::string& utf8)
{
    UErrorCode status = U_ZERO_ERROR;
    std::string out(utf8.size() * 2 + 16, '\0');
    const auto n = ucnv_convert("GB18030", "UTF-8", out.data(), static_cast<int32_t>(out.size()), utf8.data(),
                                static_cast<int32_t>(utf8.size()), &status);
    assert(U_SUCCESS(status));
    out.resize(static_cast<std::size_t>(n));
    return out;
}

/// Everything that happens in the family's year, day by day.
class Year {
public:
    explicit Year(ledger::Today today) : today_{today.date}, from_{today.date - Days{372}} {}

    Rows checking, savings, wallet, card;

    void live()
    {
        for (Date day = from_; day <= today_; day += Days{1}) {
            monthly(day);
            everyday(day);
            on_the_card(day);
            if (on(day, days_to_due)) pay_card(day);
        }
    }

    Date next(int days_ahead) const { return today_ + Days{days_ahead}; }

private:
    /// Is `day` in the monthly rhythm of the day that lies so many days ahead? Months end on the 28th here, so that
    /// nothing slips.
    bool on(Date day, int days_ahead) const
    {
        return ledger::day_of_month(day) == std::min(28u, ledger::day_of_month(today_ + Days{days_ahead}));
    }
    bool lately(Date day) const { return ledger::days_between(day, today_) < 60; }

    void monthly(Date day)
    {
        if (on(day, 16))
            checking.push_back({day, 570, lately(day) ? 7'800'00 : 9'600'00, "工资", "Huaxin Optics 华信光电有限公司"});
        if (on(day, 18)) checking.push_back({day, 540, -3'200'00, "转账", "ZIROOM 自如房租"});
        if (on(day, 6)) checking.push_back({day, 600, -1'350'00, "缴费", "Sunflower 向日葵幼儿园"});
        if (on(day, 3)) checking.push_back({day, 620, -dice_.between(186'00, 298'00), "缴费", "State Grid 国家电网"});
        if (on(day, 9)) checking.push_back({day, 660, -128'00, "缴费", "China Mobile 中国移动"});
        if (on(day, 17) && !lately(day)) {
            checking.push_back({day, 700, -500'00, "转账", "CMB 5530 储蓄"});
            savings.push_back({day, 701, 500'00, "转账汇款", "ICBC 4821"});
        }
        if (on(day, 20))
            wallet.push_back(
                {day, 780, dice_.between(1'250'00, 1'650'00), "转账红包", "Blue Whale 蓝鲸翻译社", "稿费"});
        if (ledger::day_of_month(day) == 21 && ledger::month_of(day) % 3 == 0)
            savings.push_back({day, 1, dice_.between(4'10, 6'90), "利息", "CMB 招商银行"});
        if (today_ - day == Days{48}) savings.push_back({day, 905, -5'200'00, "转账汇款", "City Hospital 市人民医院"});
        if (ledger::day_of_month(day) == 12)
            wallet.push_back({day, 480, dice_.between(50'00, 120'00), "投资理财", "Yu'e Bao 余额宝", "转入", true});
    }

    void everyday(Date day)
    {
        if (ledger::weekday_of(day) == 6)
            checking.push_back({day, 960, -dice_.between(186'00, 312'00), "消费", "Yonghui 永辉超市"});
        if (dice_.one_in(4)) checking.push_back({day, 505, -dice_.between(28'00, 62'00), "消费", "Metro 轨道交通"});
        if (dice_.one_in(2))
            wallet.push_back({day, 730, -dice_.between(14'00, 46'00), "餐饮美食",
                              dice_.one_in(2) ? "Luckin 瑞幸咖啡" : "Lanzhou Noodles 兰州拉面", "午餐"});
        if (dice_.one_in(3))
            wallet.push_back({day, 1120, -dice_.between(38'00, 129'00), "日用百货", "Hema 盒马鲜生", "日用品"});
        if (dice_.one_in(60))
            wallet.push_back({day, 1200, -dice_.between(25'00, 60'00), "退款", "Taobao 淘宝", "交易关闭", true});
    }

    void spend_on_card(Date day, std::int64_t fen, const char* kind, const char* payee)
    {
        card.push_back({day, 800, -fen, kind, payee});
        owed_ += fen;
    }

    void on_the_card(Date day)
    {
        if (on(day, 11)) spend_on_card(day, 25'00, "消费", "iQIYI 爱奇艺");
        if (dice_.one_in(3))
            spend_on_card(day, dice_.between(42'00, 268'00), "消费", dice_.one_in(2) ? "JD 京东商城" : "Meituan 美团");
        if (dice_.one_in(9)) spend_on_card(day, dice_.between(180'00, 260'00), "加油", "Sinopec 中国石化");
        if (today_ - day == Days{15}) spend_on_card(day, 2'680'00, "消费", "Haier 海尔冰箱");
        if (on(day, days_to_due - days_from_statement_to_due)) statement_ = owed_;
    }

    void pay_card(Date day)
    {
        if (statement_ == 0) return;
        checking.push_back({day, 1000, -statement_, "信用卡还款", "ICBC 7043 信用卡"});
        card.push_back({day, 1000, statement_, "还款", "ICBC 4821 自动还款"});
        owed_ -= statement_;
        statement_ = 0;
    }

    Date today_, from_;
    Dice dice_;
    std::int64_t owed_ = 0, statement_ = 0;
};

std::int64_t sum(const Rows& rows)
{
    std::int64_t total = 0;
    for (const auto& row : rows)
        if (!row.neutral) total += row.amount;
    return total;
}

/// ICBC's debit export: a preamble, padded cells with tabs, income and spending in two columns, newest first.
std::string icbc_debit(const Rows& rows, std::int64_t balance)
{
    std::string out =
        "\n明细查询文件下载\n\n卡号: 6212****4821,\"卡别名: \"\n\n子账户序号: 00000,子账户类别: 活期,\"子账户别名: "
        "\"\n\n"
        "交易日期,摘要,交易详情,交易场所,交易国家或地区简称,钞/"
        "汇,交易金额(收入),交易金额(支出),交易币种,记账金额(收入),"
        "记账金额(支出),记账币种,余额,对方户名,对方账户\n";
    std::int64_t in = 0, spent = 0;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        const auto amount = yuan(std::abs(row->amount), true);
        (row->amount > 0 ? in : spent) += std::abs(row->amount);
        out += fmt::format(
            "{}     \t,\"{:<12}\t\",\"        \t\",\"        \t\",\"CHN     \t\",钞      \t,\"-     \t\",\"-     "
            "\t\",-     \t,"
            "\"{:<12}\t\",\"{:<12}\t\",人民币     \t,\"{:<14}\t\",\"{:<24}\t\",\"        \t\",\n",
            ledger::iso(row->date), row->kind, row->amount > 0 ? amount : "", row->amount < 0 ? amount : "",
            yuan(balance, true), row->payee);
        balance -= row->amount;
    }
    return out + fmt::format(" \n人民币合计,,,,,,,,,\"{:<12}\t\",\"{:<12}\t\",\n", yuan(in, true), yuan(spent, true));
}

/// ICBC's card export: as the debit one, with a negative balance while money is owed.
std::string icbc_card(const Rows& rows, std::int64_t balance)
{
    std::string out =
        "\n明细查询文件下载\n\n卡号: 6222****7043,\"卡别名: \"\n\n子账户类别:\n\n"
        "交易日期,记账日期,摘要,交易场所,交易国家或地区简称,交易金额(收入),交易金额(支出),交易币种,记账金额(收入),"
        "记账金额(支出),"
        "记账币种,余额,对方户名\n";
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        const auto amount = yuan(std::abs(row->amount), true);
        const auto in = row->amount > 0 ? amount : "", spent = row->amount < 0 ? amount : "";
        out += fmt::format(
            "{0}     \t,{0}     \t,\"{1:<12}\t\",\"{2:<24}\t\",\"CHN     \t\",\"{3:<12}\t\",\"{4:<12}\t\",人民币     "
            "\t,\"{3:<12}\t\","
            "\"{4:<12}\t\",人民币     \t,\"{5}     \t\",\"        \t\",\n",
            ledger::iso(row->date), row->kind, row->payee, in, spent, yuan(balance, true));
        balance -= row->amount;
    }
    return out;
}

/// Alipay's app export in GB18030: a preamble, padded cells, a direction column, newest first.
std::string alipay(const Rows& rows, Date from, Date to)
{
    std::string out(84, '-');
    out += fmt::format(
        "\n导出信息：\n姓名：林\n支付宝账户：lin***@example.com\n起始时间：[{} 00:00:00]    终止时间：[{} "
        "23:59:59]\n导出交易类型：[全部]\n"
        "共{}笔记录\n\n特别提示：\n1.样例数据，仅供演示。\n\n"
        "------------------------支付宝（中国）网络技术有限公司  电子客户回单------------------------\n"
        "交易时间            ,交易分类    ,交易对方      ,对方账号    ,商品说明    ,收/支    ,金额     ,收/付款方式    "
        ",交易状态    ,交易订单号    ,商家订单号    ,备注    ,\n",
        ledger::iso(from), ledger::iso(to), rows.size());
    int n = 0;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        const bool closed = row->note == "交易关闭";
        out += fmt::format(
            "{} {:02}:{:02}:00 ,{:<8},{:<20},/     ,{:<12},{:<8},{:<10},余额      ,{:<12},20{:012}\t,T{:010}\t,     "
            ",\n",
            ledger::iso(row->date), row->minute / 60, row->minute % 60, row->kind, row->payee, row->note,
            row->neutral      ? "不计收支"
            : row->amount > 0 ? "收入"
                              : "支出",
            yuan(std::abs(row->amount)), closed ? "交易关闭" : "交易成功", 900000 - n, 700000 - n);
        ++n;
    }
    return to_gb18030(out);
}

/// China Merchants Bank's debit export: one signed column with grouping, a running balance, oldest first.
std::string cmb_debit(const Rows& rows, std::int64_t balance)
{
    std::string out = "记账日期,货币,交易金额,联机余额,交易摘要,对手信息,客户摘要\n";
    for (const auto& row : rows) {
        balance += row.amount;
        out += fmt::format("{},CNY,\"{}\",\"{}\",{},{},\n", ledger::iso(row.date), yuan(row.amount, true),
                           yuan(balance, true), row.kind, row.payee);
    }
    return out;
}

}  // namespace

SampleHousehold sample_household(ledger::Today today)
{
    constexpr std::int64_t checking_now = 5'582'35, savings_now = 1'937'20, wallet_now = 1'686'90;
    Year year{today};
    year.live();
    const Date from = today.date - Days{372};
    const auto opening = [](std::int64_t now, const Rows& rows) { return now - sum(rows); };
    const auto card_now = sum(year.card);
    return {
        .accounts = {{std::string{checking_name}, "checking", opening(checking_now, year.checking), from, 0, 0, 0},
                     {std::string{savings_name}, "savings", opening(savings_now, year.savings), from, 0, 0, 0},
                     {std::string{wallet_name}, "wallet", opening(wallet_now, year.wallet), from, 0, 0, 0},
                     {std::string{card_name}, "card", 0, from,
                      static_cast<int>(std::min(
                          28u, ledger::day_of_month(today.date + Days{days_to_due - days_from_statement_to_due}))),
                      days_from_statement_to_due, 20'000'00}},
        .statements = {{"icbc-checking.csv", std::string{checking_name}, icbc_debit(year.checking, checking_now)},
                       {"cmb-savings.csv", std::string{savings_name},
                        cmb_debit(year.savings, opening(savings_now, year.savings))},
                       {"alipay.csv", std::string{wallet_name}, alipay(year.wallet, from, today.date)},
                       {"icbc-card.csv", std::string{card_name}, icbc_card(year.card, card_now)}},
        .bills = {{"State Grid 国家电网", 240'00, year.next(3), true, true},
                  {"Sunflower 向日葵幼儿园", 1'350'00, year.next(6), false, true},
                  {"China Mobile 中国移动", 128'00, year.next(9), false, true},
                  {"ZIROOM 自如房租", 3'200'00, year.next(18), false, true}},
    };
}

}  // namespace app
