#pragma once
#include <string>
#include <string_view>
#include <unordered_map>

namespace wording {

/// The sentences of one compiled gettext catalogue (.mo), read from memory. Anything malformed reads as an empty
/// catalogue, so that the program then speaks English. Format: GNU gettext manual, "The Format of GNU MO Files".
class Catalogue {
public:
    explicit Catalogue(std::string_view mo);
    /// The translation, empty when there is none. Of a plural, the first form (Chinese has one).
    std::string_view find(std::string_view sentence) const;
    std::size_t size() const { return sentences_.size(); }

private:
    std::unordered_map<std::string_view, std::string_view> sentences_;
};

}  // namespace wording
