#include "ledger/import/text/phrases.hpp"

#include <algorithm>

namespace ledger {

Phrases::Phrases(const std::vector<std::string>& phrases)
{
    for (std::uint32_t i = 0; i < phrases.size(); ++i)
        if (!phrases[i].empty()) (phrases[i].size() == 1 ? short_ : sorted_).push_back({phrases[i], i});
    const auto at = [](const Phrase& p) { return bucket(p.words[0], p.words[1]); };
    std::stable_sort(sorted_.begin(), sorted_.end(), [&](const Phrase& a, const Phrase& b) { return at(a) < at(b); });
    for (const auto& p : sorted_) ++starts_[at(p) + 1];
    for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
}

const std::vector<std::uint32_t>& Phrases::in(std::string_view text, std::vector<std::uint32_t>& found) const
{
    found.clear();
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const auto b = bucket(text[i], text[i + 1]);
        for (auto k = starts_[b]; k < starts_[b + 1]; ++k)
            if (text.substr(i).starts_with(sorted_[k].words)) found.push_back(sorted_[k].number);
    }
    for (const auto& p : short_)
        if (text.find(p.words) != std::string_view::npos) found.push_back(p.number);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace ledger
