#pragma once
#include <string_view>

/// Takes the bytes through the whole import and aborts where a law breaks. The first byte chooses the account and the
/// hints.
void import_any(std::string_view bytes);
