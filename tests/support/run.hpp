#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace support {

/// What a program said and how it ended.
struct Ran {
    int exit = -1;  ///< 128 + signal where it was killed
    std::string out{};
    std::string err{};
    long peak_kb = 0;  ///< of its memory, at the most
};

/// Runs a program to its end, with `input` as its stdin. Fails the test when it cannot be started.
Ran run(const std::vector<std::string>& command, const std::string& input = {});

/// A folder of its own that goes with the value.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path write(const std::string& name, const std::string& bytes) const;

private:
    std::filesystem::path path_;
};

std::string bytes_of(const std::filesystem::path& file);

}  // namespace support
