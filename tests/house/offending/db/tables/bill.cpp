#include <SQLiteCpp/SQLiteCpp.h>
#include <fstream>
const char* const all = "SELECT id FROM bill";
const auto now = std::chrono::system_clock::now();  // flagged: clock
