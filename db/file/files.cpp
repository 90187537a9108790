#include "db/file/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <ctime>
#include <fstream>

#include "db/file/errors.hpp"

namespace db {

namespace {

namespace fs = std::filesystem;

/// Closes what it was given.
class Descriptor {
public:
    explicit Descriptor(int number) : number_{number} {}
    ~Descriptor()
    {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }

private:
    int number_;
};

void make_private_folder(const fs::path& folder)
{
    if (folder.empty() || fs::exists(folder)) return;
    make_private_folder(folder.parent_path());
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) throw storage_error(errno, folder, "making the folder");
    if (::chmod(folder.c_str(), 0700) != 0) throw storage_error(errno, folder, "making the folder private");
}

int big_endian(const char* at)
{
    const auto byte = [&](int i) { return static_cast<unsigned>(static_cast<unsigned char>(at[i])); };
    return static_cast<int>(byte(0) << 24 | byte(1) << 16 | byte(2) << 8 | byte(3));
}

}  // namespace

Glance glance(const fs::path& file)
{
    std::error_code failed;
    const auto status = fs::status(file, failed);
    if (status.type() == fs::file_type::not_found) return {.looks = Looks::missing};
    if (failed || status.type() == fs::file_type::directory)
        throw storage_error(failed ? failed.value() : EISDIR, file, "opening");
    std::array<char, 100> head{};
    std::ifstream in{file, std::ios::binary};
    if (!in) throw storage_error(errno, file, "opening");
    in.read(head.data(), head.size());
    const auto size = static_cast<std::size_t>(in.gcount());
    if (size == 0) return {.looks = Looks::empty};
    constexpr std::string_view magic{"SQLite format 3", 16};
    if (std::string_view{head.data(), std::min(size, magic.size())} != magic.substr(0, size))
        return {.looks = Looks::like_something_else};
    if (size < head.size()) return {.looks = Looks::cut_short};
    if (big_endian(&head[68]) != application_id)
        return {.looks = Looks::like_something_else};  // offsets: SQLite's file format, §1.3
    return {.looks = Looks::like_a_ledger, .version = big_endian(&head[60])};
}

bool make_private(const fs::path& file)
{
    make_private_folder(file.parent_path());
    const Descriptor made{::open(file.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600)};
    if (made.number() < 0) {
        if (errno == EEXIST) return false;
        throw storage_error(errno, file, "making the file");
    }
    if (::fchmod(made.number(), 0600) != 0) throw storage_error(errno, file, "making the file private");
    return true;
}

SQLite::Database connect(const fs::path& file)
{
    SQLite::Database database{file.string(), SQLite::OPEN_READWRITE};
    set_up_connection(database);
    return database;
}

void set_up_connection(SQLite::Database& database)
{
    database.setBusyTimeout(5000);
    database.exec("PRAGMA foreign_keys = ON");
    database.exec("PRAGMA trusted_schema = OFF");
    database.exec("PRAGMA cell_size_check = ON");
    database.exec("PRAGMA synchronous = FULL");
    database.exec(
        "PRAGMA cache_size = -24000");  // 24 MB at most; a large import takes more while it lasts, see Store::record
    database.exec("PRAGMA journal_size_limit = 16000000");  // a -wal file does not stay large after one
    database.exec("PRAGMA temp_store = MEMORY");            // nothing of a ledger in /tmp
}

void flush_to_disk(const fs::path& file)
{
    for (const auto& path : {file, file.has_parent_path() ? file.parent_path() : fs::path{"."}}) {
        const Descriptor opened{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
        if (opened.number() < 0 || ::fsync(opened.number()) != 0)
            throw storage_error(errno, path, "writing to the disk");
    }
}

fs::path name_beside(const fs::path& file, std::string_view why)
{
    struct stat facts {};
    std::array<char, 32> when{};
    if (::stat(file.c_str(), &facts) == 0) {
        std::tm parts{};
        ::gmtime_r(&facts.st_mtime, &parts);
        std::strftime(when.data(), when.size(), "%Y%m%dT%H%M", &parts);
    }
    const auto wanted = file.string() + "." + std::string{why} + "-" + when.data();
    auto name = wanted;
    for (int n = 2; fs::exists(name); ++n) name = wanted + "-" + std::to_string(n);
    return name;
}

}  // namespace db
