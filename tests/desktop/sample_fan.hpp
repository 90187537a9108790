#pragma once
#include <cmath>
#include <cstdlib>
#include <string>

#include "ui/viewmodel/fan.hpp"

namespace desktop::test {

/// "1,234" from minor units.
inline std::string short_amount(std::int64_t minor)
{
    std::string digits = std::to_string(std::abs(minor) / 100);
    for (int i = static_cast<int>(digits.size()) - 3; i > 0; i -= 3) digits.insert(static_cast<std::size_t>(i), ",");
    return (minor < 0 ? "\u2212" : "") + digits;
}

struct SampleWords {
    std::string title, summary, today, rent, card, power, phone, insurance, lowest, month_day_sep;
    view::FanKey key;
};

inline SampleWords english()
{
    return {"Balance of Checking, next 60 days",
            "It is likely to fall below zero on 23 Dec.",
            "Today",
            "Rent",
            "ICBC credit card",
            "Power",
            "Phone",
            "Health insurance, second half of the year",
            "lowest: \u2212580 on 23 Dec",
            "/",
            {"so far", "most likely", "1 in 2", "9 in 10"}};
}

inline SampleWords chinese()
{
    return {"活期账户余额，未来 60 天",
            "12 月 23 日很可能低于零。",
            "今天",
            "房租",
            "工商银行信用卡",
            "电费",
            "手机话费",
            "下半年医疗保险",
            "最低：12月23日 −580",
            "月",
            {"实际", "最可能", "五成把握", "九成把握"}};
}

/// Sixty days ahead of twenty behind: pay on the 10th and the 40th day, five things due, the balance below zero
/// between.
inline view::Fan sample_fan(const SampleWords& words = english())
{
    view::Fan fan;
    fan.title = words.title;
    fan.summary = words.summary;
    fan.today = words.today;
    fan.key = words.key;
    fan.format = short_amount;
    const auto day_text = [&](int ahead) {
        int day = 22 + ahead, month = 11;
        for (const int length : {30, 31, 31}) {
            if (day <= length) break;
            day -= length;
            month = month % 12 + 1;
        }
        if (day < 1) day += 31, --month;
        return std::to_string(month) + words.month_day_sep + std::to_string(day) +
               (words.month_day_sep == "月" ? "日" : "");
    };
    for (int i = -19; i <= 0; ++i) {
        const std::int64_t balance = 2400'00 - (i + 19) * 61'00 + (i >= -12 ? 500'00 : 0);
        fan.past.push_back({day_text(i), day_text(i), balance, {}});
    }
    std::int64_t level = fan.past.back().balance;
    for (int i = 1; i <= 60; ++i) {
        level -= 33'00;
        if (i == 9 || i == 39) level -= 980'00;
        if (i == 13) level += 1'900'00;
        if (i == 43) level += 2'900'00;
        if (i == 14) level -= 900'00;
        if (i == 31) level -= 420'00;
        if (i == 15) level -= 120'00;
        const auto wide = static_cast<std::int64_t>(std::sqrt(i) * 90'00);
        fan.days.push_back({day_text(i),
                            day_text(i),
                            level - wide * 3 / 2,
                            level - wide / 2,
                            level,
                            level + wide / 2,
                            level + wide * 3 / 2,
                            {}});
    }
    using view::Level;
    fan.marks = {{8, words.rent, "980.00", Level::tight},         {13, words.card, "900.00", Level::safe},
                 {14, words.power, "120.00", Level::safe},        {14, words.phone, "58.00", Level::safe},
                 {30, words.insurance, "420.00", Level::at_risk}, {38, words.rent, "980.00", Level::will_miss}};
    fan.lowest = view::FanLow{41, words.lowest};
    return fan;
}

}  // namespace desktop::test
