#pragma once
#include <optional>
#include <string>

namespace cli {

/// Asks on the terminal for something that is not shown while it is typed; nothing where there is no terminal, or
/// nothing was typed.
std::optional<std::string> ask_secret(const std::string& question);

}  // namespace cli
