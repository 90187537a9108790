#include "ui/cli/progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace cli {

namespace {
constexpr int steps = 30;
}

Progress::Progress(std::string what) : what_{std::move(what)}, terminal_{isatty(STDERR_FILENO) == 1} {}

bool Progress::show(double done)
{
    const int now = static_cast<int>(std::clamp(done, 0.0, 1.0) * steps);
    if (!terminal_ || now == shown_) return true;
    shown_ = now;
    const auto full = static_cast<std::size_t>(now);
    std::fprintf(stderr, "\r%s [%s%s] %3d %%", what_.c_str(), std::string(full, '#').c_str(),
                 std::string(steps - full, '.').c_str(), now * 100 / steps);
    std::fflush(stderr);
    return true;
}

void Progress::clear()
{
    if (terminal_ && shown_ >= 0) std::fputs("\r\033[K", stderr);
}

}  // namespace cli
