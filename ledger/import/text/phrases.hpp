#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ledger {

/// Looks for many phrases in one text at once: each place of the text is compared only with the phrases that begin as
/// it does.
class Phrases {
public:
    /// Empty phrases are in no text.
    explicit Phrases(const std::vector<std::string>& phrases);

    /// The numbers of the phrases that stand anywhere in the text, each once, in ascending order.
    const std::vector<std::uint32_t>& in(std::string_view text, std::vector<std::uint32_t>& found) const;

private:
    struct Phrase {
        std::string words{};
        std::uint32_t number = 0;
    };
    static std::size_t bucket(char a, char b)
    {
        return (static_cast<unsigned char>(a) * 31u + static_cast<unsigned char>(b)) % buckets;
    }

    static constexpr std::size_t buckets = 1024;
    std::vector<Phrase> sorted_{};                     ///< by bucket
    std::array<std::uint32_t, buckets + 1> starts_{};  ///< of each bucket in `sorted_`
    std::vector<Phrase> short_{};                      ///< of one letter
};

}  // namespace ledger
