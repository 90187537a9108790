#include "tests/support/run.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

extern char** environ;

namespace support {

namespace {

/// Both ends of a pipe, closed when they go.
struct Pipe {
    int ends[2] = {-1, -1};
    Pipe()
    {
        if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error{"no pipe"};
    }
    ~Pipe()
    {
        shut(0);
        shut(1);
    }
    void shut(int end)
    {
        if (ends[end] >= 0) ::close(ends[end]);
        ends[end] = -1;
    }
};

/// Reads what is there; false at the end.
bool drain(int from, std::string& to)
{
    char part[4096];
    const auto n = ::read(from, part, sizeof part);
    if (n > 0) to.append(part, static_cast<std::size_t>(n));
    return n > 0;
}

/// Feeds and drains at once, so that neither side waits for the other.
void exchange(Pipe& in, Pipe& out, Pipe& err, const std::string& input, Ran& ran)
{
    std::size_t sent = 0;
    if (input.empty()) in.shut(1);
    while (out.ends[0] >= 0 || err.ends[0] >= 0) {
        pollfd waits[] = {{out.ends[0], POLLIN, 0}, {err.ends[0], POLLIN, 0}, {in.ends[1], POLLOUT, 0}};
        if (::poll(waits, 3, -1) < 0) break;
        if (waits[0].revents && !drain(out.ends[0], ran.out)) out.shut(0);
        if (waits[1].revents && !drain(err.ends[0], ran.err)) err.shut(0);
        if (!waits[2].revents) continue;
        const auto n = ::write(in.ends[1], input.data() + sent, std::min<std::size_t>(input.size() - sent, 4096));
        if (n > 0) sent += static_cast<std::size_t>(n);
        if (n <= 0 || sent == input.size()) in.shut(1);
    }
}

}  // namespace

Ran run(const std::vector<std::string>& command, const std::string& input)
{
    std::signal(SIGPIPE, SIG_IGN);
    Pipe in, out, err;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in.ends[0], 0);
    posix_spawn_file_actions_adddup2(&actions, out.ends[1], 1);
    posix_spawn_file_actions_adddup2(&actions, err.ends[1], 2);
    std::vector<char*> arguments;
    for (const auto& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    pid_t child = 0;
    const int failed = posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) throw std::runtime_error{"cannot start " + command.front()};
    in.shut(0), out.shut(1), err.shut(1);
    Ran ran;
    exchange(in, out, err, input, ran);
    int status = 0;
    rusage used{};
    ::wait4(child, &status, 0, &used);
    ran.peak_kb = used.ru_maxrss;
    ran.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return ran;
}

Folder::Folder()
{
    auto name = (std::filesystem::temp_directory_path() / "duewatch-test-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error{"no folder for the test"};
    path_ = name;
}

Folder::~Folder()
{
    std::error_code none;
    std::filesystem::remove_all(path_, none);
}

std::filesystem::path Folder::write(const std::string& name, const std::string& bytes) const
{
    std::ofstream{path_ / name, std::ios::binary} << bytes;
    return path_ / name;
}

std::string bytes_of(const std::filesystem::path& file)
{
    std::ostringstream text;
    text << std::ifstream{file, std::ios::binary}.rdbuf();
    return text.str();
}

}  // namespace support
