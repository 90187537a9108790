#include <vector>  // flagged: own-header-first
#include "alerts/judge.hpp"
namespace alerts {
namespace {
bool before = false;  // flagged: state
const auto lower = [](int x) { int y = x; return y; };
}
int judge(int duty, std::vector<std::pair<int, int>> band, bool strict)
{
    static int calls = 0;  // flagged: state
    static std::map<int, int> cache{{1, 2}};  // flagged: state
    static const std::vector<int> table{1, 2};
    static constexpr int rows[] = {1, 2};
    int mine = 0;
    for (int i = 0; i < duty; ++i) mine += i;
    const auto told = Memory::instance();  // flagged: singleton
    return calls + mine;
}
int allowed()
{
    static int tries = 0;  // house: allow state, because this line shows how to ask
    // house: allow state, because the line above may ask as well
    static int others = 0;
    // house: allow state flagged: allowance
    static int silent = 0;  // flagged: state
    return tries;
}
}
