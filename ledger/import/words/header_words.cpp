#include <algorithm>
#include <array>

#include "ledger/import/text/text.hpp"
#include "ledger/import/words/vocabulary.hpp"
#include "ledger/import/words/words.hpp"
#include "ledger/values/folding.hpp"
#include "ledger/values/text.hpp"

// What the words of a header say.
namespace ledger {

namespace {

constexpr std::array<std::string_view, 26> role_names{
    "none",  "date",     "date_posted", "date_value", "date_other", "time",           "amount",  "amount_other",
    "debit", "credit",   "direction",   "balance",    "currency",   "currency_other", "fee",     "payee",
    "memo",  "category", "type",        "status",     "id",         "link",           "account", "counter_account",
    "other", ""};

constexpr std::size_t longest_header = 120;  ///< bytes; what is longer is a text, not a name

/// What the words of a header are worth when it is not one of our words as a whole.
struct HeaderWeights {
    double inside = 0.45;        ///< a word of ours stands in it: as good as nothing that speaks against it …
    double inside_covers = 0.5;  ///< … and the better, the more of the header it covers
    double ends = 0.4;           ///< a compound ends in it ("Buchungsbetrag"): the last part is the thing meant
    double ends_covers = 0.45;
    double begins = 0.3;  ///< a compound begins with it: what it belongs to, seldom what it is
    double begins_covers = 0.4;
    double beside_date = 0.35;     ///< a day that has money in its name ("Zahlungsdatum") is no money
    double beside_foreign = 0.35;  ///< nor is "original amount" the amount …
    double foreign = 0.8;          ///< … but the other one
    double both_ways = 0.5;        ///< from here on debit and credit both speak: one column for both ("Soll/Haben") …
    double direction = 0.75;       ///< … of words …
    double signed_amount = 0.6;    ///< … or of signed amounts
    double one_way = 0.3;          ///< what is left of debit and credit then
    double least = 0.3;            ///< what speaks less says nothing
};
constexpr HeaderWeights weights;

/// How well a header is explained by a word that stands in it, 0…1.
double partial_match(std::string_view header, std::string_view word)
{
    if (word.size() >= header.size() || word.size() < 2) return 0;
    const double covers = static_cast<double>(word.size()) / static_cast<double>(header.size());
    if (stands_in(header, word))
        return word.size() < 3 && is_ascii(word) ? 0 : weights.inside + weights.inside_covers * covers;
    if (!is_ascii(word)) return 0;
    if (word.size() >= 5 && header.ends_with(word)) return weights.ends + weights.ends_covers * covers;
    if (word.size() >= 6 && header.starts_with(word)) return weights.begins + weights.begins_covers * covers;
    return 0;
}

/// Does a word of the text begin with the stem (or hold it anywhere, for scripts that do not part words and for
/// compounds)?
bool has_stem(std::string_view text, std::string_view stem)
{
    if (!is_ascii(stem)) return text.find(stem) != std::string_view::npos;
    for (auto at = text.find(stem); at != std::string_view::npos; at = text.find(stem, at + 1))
        if (at == 0 || text[at - 1] == ' ') return true;
    return false;
}

/// "Bogføringsdato", "Data zaksięgowania", "Tanggal Efektif": a word for a day, and beside it what kind of day.
RoleScore composed_date(std::string_view header)
{
    if (header.size() > 60) return {};
    const auto& v = vocabulary();
    const auto names_day = [&](const std::string& noun) {
        if (!is_ascii(noun)) return header.find(noun) != std::string_view::npos;
        const bool ends = noun.size() >= 3 && header.size() > noun.size() + 2 && header.ends_with(noun);
        return ends || stands_in(header, noun);
    };
    if (std::none_of(v.date_nouns.begin(), v.date_nouns.end(), names_day)) return {};
    for (const auto& stem : v.date_stems)
        if (has_stem(header, stem.word)) return {stem.role, stem.weight};
    return {};
}

/// The currency in a header is not part of its name: "Amount (EUR)", "Amount in EUR", but "Paid in (EUR)".
std::string without_currency(std::string_view header, const std::string& code, bool bracketed)
{
    std::string kept;
    std::string last;
    const auto put = [&](std::string_view token) { kept.append(kept.empty() ? "" : " ").append(token); };
    for (std::size_t from = 0; from < header.size();) {
        const auto end = std::min(header.find(' ', from), header.size());
        const auto token = std::string{header.substr(from, end - from)};
        from = end + 1;
        if (upper(token) == code) {
            if (last == "in" && (bracketed || kept.empty())) put("in");
            last.clear();
            continue;
        }
        if (last == "in") put(last);
        if (token != "in") put(token);
        last = token;
    }
    if (last == "in") put(last);
    return kept.empty() ? std::string{header} : kept;
}

/// The best score of each role so far.
struct Scores {
    std::array<double, 32> best{};
    double& at(Role role) { return best[static_cast<std::size_t>(role)]; }
    void raise(Role role, double score) { at(role) = std::max(at(role), score); }
    void lower(Role role, double score) { at(role) = std::min(at(role), score); }
};

/// A header that is none of our words: what the words in it say.
void judge_parts(const std::string& header, Scores& scores)
{
    const auto& v = vocabulary();
    for (const auto& entry : v.header_list)
        if (const double m = partial_match(header, entry.word); m > 0) scores.raise(entry.role, entry.weight * m);
    if (const auto which = composed_date(header); which.role != Role::none) {
        for (const Role role : {Role::date, Role::date_posted, Role::date_value}) scores.lower(role, 0);
        for (const Role role : {Role::amount, Role::currency, Role::debit, Role::credit, Role::kind})
            scores.lower(role, weights.beside_date);
        scores.raise(which.role, which.score);
    }
    const bool money = std::max(scores.at(Role::amount), scores.at(Role::amount_other)) > weights.least;
    if (money && std::any_of(v.foreign_amounts.begin(), v.foreign_amounts.end(),
                             [&](std::string_view stem) { return header.find(stem) != std::string::npos; })) {
        scores.lower(Role::amount, weights.beside_foreign);
        scores.raise(Role::amount_other, weights.foreign);
    }
    if (scores.at(Role::debit) >= weights.both_ways && scores.at(Role::credit) >= weights.both_ways) {
        scores.raise(Role::direction, weights.direction);
        scores.raise(Role::amount, weights.signed_amount);
        scores.at(Role::debit) = weights.one_way;
        scores.at(Role::credit) = weights.one_way;
    }
}

}  // namespace

std::string_view name(Role role)
{
    return role_names[static_cast<std::size_t>(role)];
}

Role role_named(std::string_view text)
{
    for (std::size_t i = 0; i < role_names.size(); ++i)
        if (role_names[i] == text && !text.empty()) return static_cast<Role>(i);
    if (text == "kind") return Role::kind;
    return Role::none;
}

std::vector<RoleScore> roles_of_header(std::string_view cell)
{
    if (const auto plain = trimmed(cell); plain == "+/-" || plain == "-/+")
        return {{Role::direction, 0.9}, {Role::amount, 0.5}};
    auto header = folded(cell);
    if (const auto code = currency_in_header(cell); !code.empty() && header.size() > 4)
        header = without_currency(header, code, cell.find("(" + code) != std::string_view::npos);
    if (header.empty() || header.size() > longest_header) return {};
    const auto& known = vocabulary().headers;
    const auto hit = known.find(header);
    Scores scores;
    if (hit != known.end())
        for (const auto& entry : hit->second) scores.raise(entry.role, entry.weight);
    else judge_parts(header, scores);
    std::vector<RoleScore> out;
    for (std::size_t i = 1; i < scores.best.size(); ++i)
        if (scores.best[i] > weights.least) out.push_back({static_cast<Role>(i), scores.best[i]});
    std::stable_sort(out.begin(), out.end(), [](const RoleScore& a, const RoleScore& b) { return a.score > b.score; });
    return out;
}

}  // namespace ledger
