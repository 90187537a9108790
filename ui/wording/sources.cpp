#include "ui/wording/sources.hpp"

#include <array>

namespace wording {

namespace {

/// Those that stand behind most numbers and rules of the directory (`db/seed`).
constexpr std::array known{
    N_("public directory of service numbers, community-kept: github.com/metowolf/vCards, state of 2026-08-21"),
    N_("public catalogue of official numbers, checked 2026-07-06 against a government-published financial directory"),
    N_("public list of service numbers, about 2011-2012 (old)"),
    N_("public lists of card centres (old)"),
    N_("public directory of numbers, 政府机构/国家反诈中心"),
    N_("general knowledge, not seen in a source"),
    N_("published article on negotiating with ICBC"),
    N_("published article on negotiating card debt, 2024-12-17"),
    N_("China Banking Association guidelines on collection of personal consumer loans (trial), 2026-01-30"),
    N_("collection guidelines of the banking association, 2026-01-30"),
    N_("PBoC questions and answers, 2025-12-26"),
    N_("five-agency warning, 2026"),
    N_("regulators' warnings 2021-2026"),
    N_("usual practice"),
};

}  // namespace

std::string source_name(const Words& words, const std::string& source)
{
    for (const auto* name : known)
        if (source == name) return words(name);
    return source;
}

}  // namespace wording
