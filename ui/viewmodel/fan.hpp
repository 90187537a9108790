#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ui/viewmodel/level.hpp"

namespace view {

/// One day behind us. Amounts are in minor units of the one currency of the chart, as everywhere below.
struct PastDay {
    std::string label;         ///< in full, "Sat 5 December"
    std::string tick;          ///< short, "5 Dec", where the axis may write it; empty where it need not
    std::int64_t balance = 0;  ///< at the end of the day
    std::string
        read_out;  ///< what the cursor says, lines apart by '\n', the first is the heading; empty: label and balance
};

/// One day ahead. p05 ≤ p25 ≤ p50 ≤ p75 ≤ p95: the balance at the end of the day is below p05 in one case of twenty.
struct FanDay {
    std::string label;
    std::string tick;
    std::int64_t p05 = 0, p25 = 0, p50 = 0, p75 = 0, p95 = 0;
    std::string read_out;  ///< as in PastDay; empty: label, p50 and p05 – p95
};

/// Something due on a day ahead.
struct FanMark {
    std::size_t day = 0;  ///< index into Fan::days
    std::string label;    ///< who is paid
    std::string amount;   ///< as it is to be written
    Level level = Level::safe;
};

/// The day on which the likely balance is lowest.
struct FanLow {
    std::size_t day = 0;  ///< index into Fan::days
    std::string label;    ///< "lowest: ¥ 310 on 5 Dec"
};

struct FanTick {
    std::int64_t value = 0;
    std::string label;
};

/// The words of the key; a part with an empty word is left out.
struct FanKey {
    std::string past;    ///< "so far"
    std::string median;  ///< "most likely"
    std::string inner;   ///< "1 in 2"
    std::string outer;   ///< "9 in 10"
};

/// All that a chart of balances says: what was, what will most likely be and how sure that is, and what falls due.
/// Every text is ready to be shown; the chart formats nothing but the ticks, and those through `format`.
struct Fan {
    std::string title;          ///< what it is, for screen readers: "Balance of Checking, next 60 days"
    std::string summary;        ///< what it says, in a sentence, for screen readers
    std::string nothing;        ///< shown when there are no days
    std::string today;          ///< the word at the line between past and future; empty: no word
    std::vector<PastDay> past;  ///< oldest first; the last is today. May be empty
    std::vector<FanDay> days;   ///< the first is tomorrow
    std::vector<FanMark> marks;
    std::optional<FanLow> lowest;
    FanKey key;
    std::vector<FanTick> ticks;  ///< of the amounts; empty: round ones are made and written by `format`
    std::function<std::string(std::int64_t)> format;  ///< an amount, short, as on an axis; empty: plain digits
};

}  // namespace view
