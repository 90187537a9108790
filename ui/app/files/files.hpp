#pragma once
#include <filesystem>
#include <stop_token>
#include <string>

#include "ledger/values/problem.hpp"

namespace app {

/// The bytes of a file, or of stdin for "-". Trouble: not_found, with the reason where it is there but cannot be read;
/// too_large, beyond `ledger::largest_statement`; cancelled.
ledger::Result<std::string> read_file(const std::string& name, const std::string& field,
                                      const std::stop_token& stop = {});

/// The same of a plain file alone: a pipe might never end. Problems name the file without its folder.
ledger::Result<std::string> read_plain_file(const std::filesystem::path& file, const std::stop_token& stop = {});

/// Writes the file whole or not at all, readable by its owner only. Trouble: not_found with the reason. Throws
/// db::StorageError when the disk is full.
ledger::Problems write_file(const std::filesystem::path& file, const std::string& text, const std::string& field);

}  // namespace app
