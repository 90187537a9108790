#include "ui/cli/password_prompt.hpp"

#include <termios.h>

#include <cstdio>
#include <memory>

namespace cli {

std::optional<std::string> ask_secret(const std::string& question)
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> terminal{std::fopen("/dev/tty", "r+"), std::fclose};
    if (!terminal) return std::nullopt;
    const int fd = fileno(terminal.get());
    termios shown{};
    if (tcgetattr(fd, &shown) != 0) return std::nullopt;
    auto hidden = shown;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    std::fprintf(terminal.get(), "%s ", question.c_str());
    std::fflush(terminal.get());
    tcsetattr(fd, TCSAFLUSH, &hidden);
    char line[512];
    const bool read = std::fgets(line, sizeof line, terminal.get()) != nullptr;
    tcsetattr(fd, TCSAFLUSH, &shown);
    std::fputc('\n', terminal.get());
    std::string text = read ? line : "";
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
    return text.empty() ? std::nullopt : std::optional{text};
}

}  // namespace cli
