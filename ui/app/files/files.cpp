#include "ui/app/files/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "db/store.hpp"
#include "ledger/import/statement.hpp"

namespace app {

using ledger::Problem;
using ledger::Trouble;

namespace {

using ledger::largest_statement;

/// Closed when it goes.
struct Handle {
    int fd = -1;
    ~Handle()
    {
        if (fd > STDERR_FILENO) ::close(fd);
    }
};

Problem unreadable(const std::string& name, const std::string& field)
{
    if (errno == ENOENT) return {.trouble = Trouble::not_found, .field = field, .text = name};
    return {.trouble = Trouble::not_found, .field = field, .text = name, .detail = std::strerror(errno)};
}

}  // namespace

ledger::Result<std::string> read_file(const std::string& name, const std::string& field, const std::stop_token& stop)
{
    const Handle file{name == "-" ? STDIN_FILENO : ::open(name.c_str(), O_RDONLY | O_CLOEXEC)};
    if (file.fd < 0) return unreadable(name, field);
    struct stat about {};
    if (::fstat(file.fd, &about) == 0 && S_ISDIR(about.st_mode)) {
        errno = EISDIR;
        return unreadable(name, field);
    }
    const bool regular = S_ISREG(about.st_mode);
    const auto size = static_cast<std::size_t>(about.st_size);
    const Problem beyond{.trouble = Trouble::too_large, .field = field, .text = name};
    if (regular && size > largest_statement) return beyond;  // not a byte of it is read
    std::string bytes;
    char part[1 << 16];
    // Once, so that it never stands in memory twice; what is reserved and not written costs nothing.
    bytes.reserve((regular ? size : largest_statement) + sizeof part);
    for (;;) {
        if (stop.stop_requested()) return Problem{.trouble = Trouble::cancelled, .field = field, .text = name};
        const auto n = ::read(file.fd, part, sizeof part);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return unreadable(name, field);
        if (n == 0) return bytes;
        bytes.append(part, static_cast<std::size_t>(n));
        if (bytes.size() > largest_statement) return beyond;
    }
}

ledger::Result<std::string> read_plain_file(const std::filesystem::path& file, const std::stop_token& stop)
{
    std::error_code error;
    const auto name = file.filename().string();
    if (!std::filesystem::is_regular_file(file, error)) return Problem{.trouble = Trouble::not_found, .text = name};
    auto bytes = read_file(file.string(), {}, stop);
    if (bytes) return bytes;
    auto problem = bytes.problem();
    problem.text = name;
    return problem;
}

ledger::Problems write_file(const std::filesystem::path& file, const std::string& text, const std::string& field)
{
    const auto failed = [&]() -> ledger::Problems {
        if (errno == ENOSPC || errno == EDQUOT || errno == EIO)
            throw db::StorageError{db::StorageError::Kind::disk_full, file, std::strerror(errno)};
        return {Problem{
            .trouble = Trouble::not_found, .field = field, .text = file.string(), .detail = std::strerror(errno)}};
    };
    std::error_code none;
    if (std::filesystem::is_directory(file, none)) {
        errno = EISDIR;
        return failed();
    }
    const bool special =
        std::filesystem::exists(file, none) && !std::filesystem::is_regular_file(file, none);  // /dev/stdout, a pipe
    const auto beside = special ? file.string() : file.string() + ".part";
    const Handle handle{::open(beside.c_str(), O_WRONLY | O_CREAT | (special ? 0 : O_TRUNC) | O_CLOEXEC, 0600)};
    if (handle.fd < 0) return failed();
    for (std::size_t at = 0; at < text.size();) {
        const auto n = ::write(handle.fd, text.data() + at, text.size() - at);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) {
            const int why = errno;
            if (!special) ::unlink(beside.c_str());
            errno = why;
            return failed();
        }
        at += static_cast<std::size_t>(n);
    }
    if (special) return {};
    if (::fsync(handle.fd) != 0 || ::rename(beside.c_str(), file.c_str()) != 0) return failed();
    return {};
}

}  // namespace app
