#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace ledger {

/// A payee's name made ready to be compared with many others: folded once, for case, width and accents of every script.
class PayeeName {
public:
    PayeeName() = default;
    explicit PayeeName(std::string_view name);

    /// Do these two names mean the same payee? One holds the other by whole words: "Rent" is paid by "RENT 12/2026" and
    /// not by "Rentokil"; ВОДОКАНАЛ pays Водоканал, STADTWERKE MUENCHEN pays Stadtwerke München. In scripts that do not
    /// part words, such as Chinese, it stands anywhere. A name of a single letter or sign means only itself.
    bool fits(const PayeeName& other) const;

private:
    std::vector<std::string> ways_{};  ///< as it is; and with ä, ö, ü as ae, oe, ue, as banks write them
    bool single_ = false;
};

bool same_payee(std::string_view a, std::string_view b);

}  // namespace ledger
