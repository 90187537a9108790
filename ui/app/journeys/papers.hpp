#pragma once
#include <string>

namespace app {

/// A paper's file was named and is not there any more. Only the path is kept, so it may have been moved or deleted.
bool file_is_gone(const std::string& path);

/// The path as it is kept: whole, so that it is found from any folder. Empty where there is no such file.
std::string whole_path(const std::string& path);

}  // namespace app
