#include <fstream>  // flagged: io
#include <SQLiteCpp/Database.h>  // flagged: packages
#include "ledger/balances/later.hpp"  // flagged: arrows
#include "alerts/judge.hpp"  // flagged: arrows
#include "sample.hpp"  // flagged: full-path
#include "ledger/values/sample.hpp"
namespace ledger {
// std::cout and fopen( in a comment are only talk, and so is system_clock
const char* told = "std::cout << system_clock; time(nullptr)";
void write()
{
    std::cout << "said";  // flagged: io
    auto f = std::fopen("x", "r");  // flagged: io
    const auto now = std::chrono::system_clock::now();  // flagged: clock
    const auto then = time(nullptr);  // flagged: clock
    const auto home = std::getenv("HOME");  // flagged: io
    const auto chance = std::random_device{}();  // flagged: chance
    const auto spent = sheet.time(3) + lifetime(now) + 1'000;
    char text[9];
    std::snprintf(text, sizeof text, "%d", 3);
    parse("SELECT your bank", "an UPDATE of the plan");  // flagged: sql
}
}
