#include "ui/app/journeys/papers.hpp"

#include <filesystem>

namespace app {

bool file_is_gone(const std::string& path)
{
    std::error_code ignored;
    return !path.empty() && !std::filesystem::exists(path, ignored);
}

std::string whole_path(const std::string& path)
{
    std::error_code failed;
    const auto whole = std::filesystem::absolute(path, failed);
    if (failed || !std::filesystem::is_regular_file(whole, failed)) return {};
    return whole.lexically_normal().string();
}

}  // namespace app
