#include "ui/wording/catalogue.hpp"

#include <cstdint>
#include <cstring>

namespace wording {

Catalogue::Catalogue(std::string_view mo)
{
    const auto word = [&](std::size_t at) -> std::size_t {
        std::uint32_t n = 0;
        if (at + 4 <= mo.size()) std::memcpy(&n, mo.data() + at, 4);
        return n;
    };
    if (mo.size() < 28 || word(0) != 0x950412deU)
        return;  // written on this kind of machine at build time, so the byte order agrees
    const auto count = word(8), originals = word(12), translations = word(16);
    const auto text = [&](std::size_t table, std::size_t i) -> std::string_view {
        const auto length = word(table + 8 * i), at = word(table + 8 * i + 4);
        return at <= mo.size() && length <= mo.size() - at ? mo.substr(at, length) : std::string_view{};
    };
    for (std::size_t i = 0; i < count && originals + 8 * i + 8 <= mo.size(); ++i) {
        const auto key = text(originals, i), value = text(translations, i);
        sentences_.emplace(key.substr(0, key.find('\0')), value.substr(0, value.find('\0')));
    }
}

std::string_view Catalogue::find(std::string_view sentence) const
{
    const auto at = sentences_.find(sentence);
    return at == sentences_.end() || sentence.empty() ? std::string_view{} : at->second;
}

}  // namespace wording
