#include <algorithm>
#include <regex>
#include <string>
#include <vector>

#include "tests/house/rules.hpp"

// A reading of declarations by their shape, not a parser: it follows braces and knows what kind of thing each opens.
namespace house {
namespace {

enum class Scope { space, type, function, value };

bool has_word(const std::string& text, const char* word)
{
    return std::regex_search(text, std::regex{std::string{"\\b"} + word + "\\b"});
}

/// A declaration without what hides its shape: attributes, template heads and arguments, the signs of operators.
std::string shape(std::string text)
{
    static const std::regex attribute{R"(\[\[[^\]]*\]\]|__extension__)"}, sign{R"(operator\s*[^\s\w(]+)"},
        angles{R"(<[^<>;{}]*>)"};
    text = std::regex_replace(text, attribute, "");
    text = std::regex_replace(text, sign, "operator_");
    for (std::string before; before != text;) {
        before = text;
        text = std::regex_replace(text, angles, "");
    }
    return text;
}

/// What the brace after `head` opens.
Scope opened(const std::string& head, Scope outer)
{
    if (outer == Scope::function || outer == Scope::value) return outer;
    if (std::ranges::count(head, '(') != std::ranges::count(head, ')')) return Scope::value;  // a default argument
    if (has_word(head, "namespace") || has_word(head, "extern")) return Scope::space;
    const auto call = head.find('(');
    const auto equals = head.find('=');
    if (equals != std::string::npos && (call == std::string::npos || equals < call)) return Scope::value;
    if (call != std::string::npos) return Scope::function;
    if (std::regex_search(head, std::regex{R"(\b(struct|class|union|enum|concept)\b)"})) return Scope::type;
    return Scope::value;
}

bool declares_no_variable(const std::string& text)
{
    return std::regex_search(
        text,
        std::regex{
            R"(^\s*(template\s+)?(using|typedef|friend|static_assert|namespace|struct|class|union|enum|concept|return|requires|public|private|protected)\b)"});
}

/// Does `text`, which ended in a semicolon in `scope`, keep something that can change after the call?
bool keeps_state(const std::string& text, Scope scope)
{
    if (text.find_first_not_of(" \t") == std::string::npos) return false;
    if (has_word(text, "const") || has_word(text, "constexpr") || has_word(text, "consteval")) return false;
    const bool lasting = has_word(text, "static") || has_word(text, "thread_local");
    if (scope == Scope::function) return lasting;
    if (declares_no_variable(text)) return false;
    const auto call = text.find('(');
    const auto equals = text.find('=');
    const bool function = call != std::string::npos && (equals == std::string::npos || call < equals);
    if (function) return false;
    if (scope == Scope::type) return lasting;
    return scope == Scope::space && std::regex_search(text, std::regex{R"(\w[\s&*]+\w+|\w+\s*=)"});
}

/// A base that is not an exception of the standard library's, in a type's head.
bool inherits(const std::string& head)
{
    return !has_word(head, "enum") &&
           std::regex_search(
               head,
               std::regex{
                   R"(\b(struct|class)\b(?:[^:]|::)*[^:]:(?!:)\s*(public|private|protected|virtual|\s)*(?!std::)\w+)"}) &&
           !std::regex_search(head, std::regex{R"([^:]:(?!:)\s*(public|private|protected|virtual|\s)*std::)"});
}

}  // namespace

void inspect_state(const Source& source, std::vector<Offence>& found)
{
    const bool plain = source.below("ledger") || source.below("alerts") || source.below("db") ||
                       source.below("ui/app") || source.below("ui/wording") || source.below("ui/viewmodel");
    struct Open {
        Scope scope;
        std::string head;  ///< what an initialiser's brace interrupted
        std::size_t line;
    };
    std::vector<Open> open{{Scope::space, "", 0}};
    std::string text;
    std::size_t began = 0;
    for (std::size_t i = 0; i < source.code.size(); ++i) {
        const auto& line = source.code[i];
        if (const auto start = line.find_first_not_of(" \t"); start != std::string::npos && line[start] == '#')
            continue;
        for (const char c : line + " ") {
            if (text.find_first_not_of(" \t") == std::string::npos) began = i + 1;
            if (c == '{') {
                const auto head = shape(text);
                const auto inner = opened(head, open.back().scope);
                if (inner == Scope::type && plain && inherits(head))
                    found.push_back(
                        {source.path, began, "inheritance", "plain values here; a choice is a std::variant"});
                const bool local_static =
                    inner == Scope::function && open.back().scope == Scope::function && has_word(text, "static");
                open.push_back({inner, inner == Scope::value || local_static ? text : "", began});
                text.clear();
            }
            else if (c == '}') {
                if (open.size() > 1) {
                    text = open.back().head;
                    began = open.back().line;
                    open.pop_back();
                }
            }
            else if (c == ';') {
                if (keeps_state(shape(text), open.back().scope))
                    found.push_back({source.path, began, "state",
                                     "nothing that can change outlives a call: no globals, no mutable statics"});
                text.clear();
            }
            else {
                text += c;
                if (c == ':' && std::regex_match(text, std::regex{R"(\s*(public|private|protected)\s*:)"}))
                    text.clear();
            }
        }
    }
}

}  // namespace house
