#pragma once
#include "db/store.hpp"  // flagged: arrows circle folders
namespace alerts {
int judged = 0;  // flagged: state
static std::vector<int> seen;  // flagged: state
std::map<int, std::function<void(int)>> handlers{};  // flagged: state
thread_local int depth = 0;  // flagged: state
inline bool warned{false};  // flagged: state
extern int shared;  // flagged: state
constexpr int limit = 3;
const std::vector<int> steps = {1, 2, 3};
inline constexpr double shares[] = {0.5, 0.25};
template <class T = int>
[[nodiscard]] bool operator==(const T& a, const T& b);
int judge(int duty, std::vector<std::pair<int, int>> band = {}, bool strict = false);
class Memory {
public:
    static int count;  // flagged: state
    static inline std::string last = "";  // flagged: state
    static Memory make(int n = 0);
    static constexpr int most = 9;
    int held = 0;
    static Memory& instance();  // flagged: singleton
};
struct Base { int a = 0; };
struct Derived : Base { int b = 0; };  // flagged: inheritance
class Broken : public std::runtime_error { using std::runtime_error::runtime_error; };
struct Memory::Parts {
    explicit Parts(int n)
        : a{n}, b{n}
    {
    }
    int a = 0, b = 0;
};
struct Inner::Derived : Base { int b = 0; };  // flagged: inheritance
enum class Level : int { safe, tight };
}
