#pragma once
namespace ledger {
struct Sample {
    static constexpr int most = 3;
    int value = 0;
    static Sample open(int first = 1);
};
}
