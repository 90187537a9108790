#include "tests/house/rules.hpp"

#include <algorithm>
#include <optional>
#include <regex>

namespace house {
namespace {

/// What the files below `folder` may include of ours and of packages; the first room that fits is theirs.
/// A name that ends in '/' is a folder. The standard library may be included by all, but see `io_headers`.
struct Room {
    std::string folder;
    std::vector<std::string> ours;
    std::vector<std::string> packages;
};

const std::vector<Room> rooms = {
    {"ledger/values", {"ledger/values/"}, {"date/", "unicode/"}},
    {"ledger/facts", {"ledger/values/", "ledger/facts/"}, {"date/"}},
    {"ledger/sound", {"ledger/values/", "ledger/facts/", "ledger/sound/"}, {"date/"}},
    {"ledger/balances", {"ledger/values/", "ledger/facts/", "ledger/balances/"}, {"date/"}},
    {"ledger/import",
     {"ledger/values/", "ledger/facts/", "ledger/import/"},
     {"date/", "unicode/", "uchardet", "iconv.h", "zip.h", "pugixml.hpp"}},
    {"ledger", {"ledger/"}, {"date/"}},
    {"alerts", {"ledger/", "alerts/"}, {"date/"}},
    {"db", {"ledger/", "db/"}, {"date/", "SQLiteCpp/", "sqlite3.h", "nlohmann/", "fmt/"}},
    {"ui/wording", {"ledger/", "alerts/", "db/", "ui/wording/"}, {"date/", "fmt/", "nlohmann/"}},
    {"ui/app", {"ledger/", "alerts/", "db/", "ui/wording/", "ui/app/"}, {"date/", "fmt/", "nlohmann/", "unicode/"}},
    {"ui/viewmodel",
     {"ledger/", "alerts/", "db/", "ui/wording/", "ui/app/", "ui/viewmodel/"},
     {"date/", "fmt/", "nlohmann/"}},
    {"ui/cli",
     {"ledger/", "alerts/", "db/", "ui/wording/", "ui/app/", "ui/viewmodel/", "ui/cli/"},
     {"date/", "fmt/", "nlohmann/", "CLI/"}},
    {"ui/desktop",
     {"ledger/", "alerts/", "db/", "ui/wording/", "ui/app/", "ui/viewmodel/", "ui/desktop/"},
     {"date/", "fmt/", "nlohmann/", "wx/", "gtk/", "gdk/", "gio/", "glib", "pango/", "cairo"}},
    {"tests/desktop",
     {"ledger/", "alerts/", "db/", "ui/", "tests/"},
     {"date/", "fmt/", "nlohmann/", "wx/", "gtk/", "gdk/", "gio/", "glib", "pango/", "cairo", "SQLiteCpp/",
      "sqlite3.h"}},
    {"tests/support",
     {"ledger/", "alerts/", "db/", "ui/", "tests/"},
     {"date/", "fmt/", "nlohmann/", "SQLiteCpp/", "sqlite3.h", "rapidcheck", "catch2/"}},
    {"tests",
     {"ledger/", "alerts/", "db/", "ui/", "tests/"},
     {"date/", "fmt/", "nlohmann/", "SQLiteCpp/", "sqlite3.h", "rapidcheck", "unicode/"}},
};

/// Packages that some room may include: elsewhere they break a rule. Other names in <> are the system's.
const std::vector<std::string> known_packages = {
    "date/",     "unicode/",  "uchardet", "iconv.h", "zip.h",      "pugixml.hpp", "SQLiteCpp/",
    "sqlite3.h", "nlohmann/", "fmt/",     "CLI/",    "wx/",        "gtk/",        "gdk/",
    "gio/",      "glib",      "pango/",   "cairo",   "rapidcheck", "catch2/",     "boost/"};

const std::vector<std::string> io_headers = {"fstream",  "iostream",   "filesystem", "thread", "future",
                                             "print",    "syncstream", "stdio.h",    "time.h", "ctime",
                                             "unistd.h", "fcntl.h",    "sys/"};

bool starts_with_any(const std::string& name, const std::vector<std::string>& starts)
{
    return std::ranges::any_of(starts, [&](const std::string& start) { return name.starts_with(start); });
}

bool pure(const Source& source)
{
    return source.below("ledger") || source.below("alerts");
}

bool bench_or_test(const Source& source)
{
    return source.below("tests");
}

/// A header that other wings include: those directly in db/. What lies in its rooms is its own business.
bool door_of_db(const Source& source)
{
    return source.below("db") && source.path.find('/', 3) == std::string::npos;
}

void inspect_includes(const Source& source, const std::filesystem::path& root, std::vector<Offence>& found)
{
    static const std::regex include{R"rx(^\s*#\s*include\s*([<"])([^>"]+)[>"])rx"};
    const auto room = std::ranges::find_if(rooms, [&](const Room& r) { return source.below(r.folder); });
    const auto own = source.path.substr(0, source.path.rfind('.')) + ".hpp";
    bool first = true;
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
        std::smatch match;
        if (source.code[i].find("include") == std::string::npos || !std::regex_search(source.lines[i], match, include))
            continue;
        const bool ours = match[1] == "\"";
        const std::string name = match[2];
        const auto offend = [&](const char* rule, const std::string& why) {
            found.push_back({source.path, i + 1, rule, why});
        };

        if (first && !source.header() && name != own && std::filesystem::exists(root / own))
            offend("own-header-first", "a .cpp includes its own header first: " + own);
        first = false;
        if (ours) {
            if (!std::filesystem::exists(root / name) && !name.ends_with("_data.hpp"))
                offend("full-path", "no such file from the root: " + name);
            else if (room != rooms.end() && !starts_with_any(name, room->ours))
                offend("arrows", room->folder + " may not know of " + name);
            continue;
        }
        const bool wx = name.starts_with("wx/");
        if (wx && !source.below("ui/desktop") && !source.below("tests/desktop"))
            offend("wx", "wx lives in ui/desktop and nowhere else");
        else if (starts_with_any(name, {"SQLiteCpp/", "sqlite3.h"}) && source.header() && door_of_db(source))
            offend(
                "packages",
                "what includes the door of db does not get SQLite with it; say `namespace SQLite { class Database; }`");
        else if (room != rooms.end() && starts_with_any(name, known_packages) && !starts_with_any(name, room->packages))
            offend("packages", room->folder + " may not use <" + name + ">");
        else if (pure(source) && std::ranges::any_of(io_headers, [&](const auto& h) {
                     return h.back() == '/' ? name.starts_with(h) : name == h;
                 }))
            offend("io", "ledger and alerts neither read nor write the world: <" + name + ">");
    }
}

/// One thing that may not stand in code (or in a string literal), and where that holds.
struct Word {
    const char* rule;
    std::regex pattern;
    bool literal;
    bool (*applies)(const Source&);
    const char* why;
};

const std::vector<Word>& words()
{
    static const std::vector<Word> all = {
        {"io",
         std::regex{
             R"((^|[^\w.>])(std::)?(printf|fprintf|puts|fputs|fopen|fread|fwrite|system|getenv|setenv)\s*\(|std::c(out|err|in|log)\b|\bFILE\s*\*|std::filesystem|std::[io]?fstream)"},
         false, pure, "ledger and alerts neither read nor write the world"},
        {"clock",
         std::regex{
             R"(\b(system|steady|high_resolution|utc|file)_clock\b|(^|[^\w.>:])(std::)?(time|clock|localtime|localtime_r|gmtime|gettimeofday|clock_gettime)\s*\()"},
         false, pure, "ledger and alerts are told the day; they never ask the clock"},
        {"clock",
         std::regex{
             R"(\bsystem_clock\b|wxDateTime::(Now|Today|UNow)|\bwxGetLocalTime\b|\bg_get_real_time\b|(^|[^\w.>:])(std::)?time\s*\(\s*(nullptr|NULL|0|&))"},
         false, [](const Source& s) { return (s.below("db") || s.below("ui")) && !s.path.ends_with("/main.cpp"); },
         "only a main() asks the clock"},
        {"chance", std::regex{R"(\brandom_device\b|(^|[^\w.>:])(std::)?s?rand\s*\()"}, false, pure,
         "the same facts give the same judgement: chance comes from a seed"},
        {"sql",
         std::regex{
             R"(^\s*(SELECT\s|INSERT\s+(OR|INTO)\b|REPLACE\s+INTO\b|UPDATE\s+\w+\s+SET\b|DELETE\s+FROM\b|CREATE\s+(TEMP\s+)?(TABLE|INDEX|VIEW|TRIGGER|UNIQUE|VIRTUAL)\b|ALTER\s+TABLE\b|DROP\s+(TABLE|INDEX|VIEW)\b|PRAGMA\s|ATTACH\s|VACUUM\b|WITH\s+\w+\s+AS\b))"},
         true, [](const Source& s) { return !s.below("db") && !bench_or_test(s); }, "all SQL lives in db"},
        {"singleton", std::regex{R"((::|\b)(instance|get_instance|getInstance|Instance)\s*\(\s*\))"}, false,
         [](const Source& s) { return !bench_or_test(s); }, "no singletons: hand it in"},
    };
    return all;
}

void inspect_words(const Source& source, std::vector<Offence>& found)
{
    for (const auto& word : words()) {
        if (!word.applies(source)) continue;
        for (std::size_t i = 0; i < source.lines.size(); ++i)
            if (std::regex_search(word.literal ? source.literal[i] : source.code[i], word.pattern))
                found.push_back({source.path, i + 1, word.rule, word.why});
    }
}

void inspect_header(const Source& source, std::vector<Offence>& found)
{
    if (!source.header()) return;
    const bool guarded =
        std::ranges::any_of(source.code, [](const std::string& line) { return line.starts_with("#pragma once"); });
    if (!guarded) found.push_back({source.path, 1, "pragma-once", "a header begins with #pragma once"});
}

/// Takes out what a line allows with a reason; an allowance without one offends.
void grant(const Source& source, std::vector<Offence>& found)
{
    static const std::regex allowance{R"(house: allow ([\w-]+)(, because \S.*)?)"};
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
        std::smatch match;
        if (source.below("tests/house") || !std::regex_search(source.lines[i], match, allowance)) continue;
        const std::string rule = match[1];
        if (!match[2].matched) {
            found.push_back({source.path, i + 1, "allowance", "say why: house: allow " + rule + ", because …"});
            continue;
        }
        std::erase_if(found, [&](const Offence& o) { return o.rule == rule && (o.line == i + 1 || o.line == i + 2); });
    }
}

}  // namespace

std::vector<Offence> inspect(const Source& source, const std::filesystem::path& root)
{
    std::vector<Offence> found;
    inspect_includes(source, root, found);
    inspect_words(source, found);
    inspect_header(source, found);
    if (!bench_or_test(source)) inspect_state(source, found);
    grant(source, found);
    std::ranges::sort(found, {}, &Offence::line);
    return found;
}

}  // namespace house
