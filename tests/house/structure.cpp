// How files and folders lean on each other: what one file alone cannot show.
#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include "tests/house/rules.hpp"

namespace house {
namespace {

/// A room within a wing, and the headers of it that other wings may include: its faces.
struct Faces {
    std::string room;
    std::vector<std::string> headers;
};

const std::vector<Faces> faces = {
    {"alerts/forecast", {}},
    {"alerts/judging", {"alerts/judging/backtest.hpp"}},
    {"alerts/rescue", {"alerts/rescue/planner.hpp", "alerts/rescue/proposal.hpp"}},
    {"alerts/telling", {"alerts/telling/reminder.hpp", "alerts/telling/contact_log.hpp"}},
    {"db/file", {}},
    {"db/tables", {}},
    {"db/seed", {"db/seed/knowledge.hpp", "db/seed/presets.hpp"}},
};

/// One include of ours: who includes what, and where.
struct Arrow {
    const Source* from = nullptr;
    std::size_t line = 0;  ///< from 1
    std::string to;
};

using Graph = std::map<std::string, std::set<std::string>>;

std::string folder_of(const std::string& path)
{
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? std::string{} : path.substr(0, slash);
}

/// A header and its source are one thing.
std::string pair_of(const std::string& path)
{
    return path.substr(0, path.rfind('.'));
}

bool in_a_wing(const std::string& path)
{
    return std::ranges::any_of(std::vector<std::string>{"ledger/", "alerts/", "db/", "ui/"},
                               [&](const auto& wing) { return path.starts_with(wing); });
}

std::vector<Arrow> arrows_of(const std::vector<Source>& sources)
{
    static const std::regex include{R"rx(^\s*#\s*include\s*"([^"]+)")rx"};
    std::vector<Arrow> arrows;
    for (const auto& source : sources)
        for (std::size_t i = 0; in_a_wing(source.path) && i < source.lines.size(); ++i) {
            std::smatch match;
            if (source.code[i].find("include") != std::string::npos &&
                std::regex_search(source.lines[i], match, include) && in_a_wing(match[1]))
                arrows.push_back({&source, i + 1, match[1]});
        }
    return arrows;
}

bool leads(const Graph& graph, const std::string& from, const std::string& to)
{
    std::set<std::string> seen;
    std::vector<std::string> open{from};
    while (!open.empty()) {
        const auto here = open.back();
        open.pop_back();
        if (here == to) return true;
        const auto next = graph.find(here);
        if (next == graph.end() || !seen.insert(here).second) continue;
        open.insert(open.end(), next->second.begin(), next->second.end());
    }
    return false;
}

/// Every arrow along which one comes back to where it began.
void find_circles(const std::vector<Arrow>& arrows, std::string (*node)(const std::string&), const char* rule,
                  const std::string& what, std::vector<Offence>& found)
{
    Graph graph;
    for (const auto& arrow : arrows)
        if (node(arrow.from->path) != node(arrow.to)) graph[node(arrow.from->path)].insert(node(arrow.to));
    std::map<std::pair<std::string, std::string>, bool> known;
    for (const auto& arrow : arrows) {
        const auto from = node(arrow.from->path);
        const auto to = node(arrow.to);
        if (from == to) continue;
        const auto [at, unknown] = known.try_emplace({from, to}, false);
        if (unknown) at->second = leads(graph, to, from);
        if (at->second)
            found.push_back({arrow.from->path, arrow.line, rule, what + ": " + to + " leads back to " + from});
    }
}

std::string wing_of(const std::string& path)
{
    return path.substr(0, path.find('/'));
}

/// What lies inside a room is its wing's own business: other wings include its face.
void find_back_doors(const std::vector<Arrow>& arrows, std::vector<Offence>& found)
{
    for (const auto& arrow : arrows) {
        const auto room = std::ranges::find(faces, folder_of(arrow.to), &Faces::room);
        if (room == faces.end() || wing_of(arrow.from->path) == wing_of(arrow.to)) continue;
        if (std::ranges::find(room->headers, arrow.to) == room->headers.end())
            found.push_back({arrow.from->path, arrow.line, "face", arrow.to + " is no face of " + room->room});
    }
}

}  // namespace

std::vector<Offence> inspect_structure(const std::vector<Source>& sources)
{
    std::vector<Offence> found;
    const auto arrows = arrows_of(sources);
    find_circles(arrows, pair_of, "circle", "files that include each other in a circle", found);
    find_circles(arrows, folder_of, "folders", "folders that include each other", found);
    find_back_doors(arrows, found);
    std::ranges::sort(found);
    return found;
}

}  // namespace house
