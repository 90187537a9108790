#pragma once
#include <string_view>

namespace ledger {

/// Do these two names mean the same payee? One holds the other, letter case of ASCII aside, from the start of a word
/// on: "Rent" is paid by "RENT 12/2026" and not by "Parenting Shop". A name of a single letter or sign means only
/// itself.
bool same_payee(std::string_view a, std::string_view b);

}  // namespace ledger
