#include "ui/viewmodel/search.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "ui/app/journeys/lookup.hpp"
#include "ui/app/journeys/text.hpp"

namespace view {

namespace {

/// Words for one thing that changed its name or its script: a late payment charge was called 滞纳金 until the
/// contractual 违约金 took its place (PBoC, Yin-fa [2016] 111). Whoever types one means all of them.
constexpr std::array late_fee_words{"滞纳金", "滯納金", "违约金", "違約金"};
constexpr auto late_fee_key = "late_fees";

void add_other_names(const ledger::Book& book, db::SearchWord& wanted)
{
    const auto names_it = [&](const char* name) { return wanted.text.find(name) != std::string::npos; };
    if (std::none_of(late_fee_words.begin(), late_fee_words.end(), names_it)) return;
    for (const auto* name : late_fee_words)
        if (!names_it(name)) wanted.also.push_back(name);
    for (const auto& [id, category] : book.categories)
        if (category.key == late_fee_key &&
            std::find(wanted.categories.begin(), wanted.categories.end(), id) == wanted.categories.end())
            wanted.categories.push_back(id);
}

/// Parted by blanks, the wide one of Chinese keyboards too; what stands in quotes stays together. Control characters
/// part as well.
std::vector<std::string> parted(const std::string& typed)
{
    std::vector<std::string> out;
    std::string word;
    bool quoted = false;
    const auto end_word = [&] {
        if (!word.empty()) out.push_back(std::move(word));
        word.clear();
    };
    for (std::size_t i = 0; i < typed.size(); ++i) {
        if (typed[i] == '"') {
            if (quoted) end_word();
            quoted = !quoted;
        }
        else if (static_cast<unsigned char>(typed[i]) < 0x20 || (!quoted && typed[i] == ' ')) {
            end_word();
        }
        else if (!quoted && typed.compare(i, 3, "　") == 0) {
            end_word();
            i += 2;
        }
        else {
            word += typed[i];
        }
    }
    end_word();
    return out;
}

std::vector<ledger::Money> amounts_of(const std::string& word, const std::set<ledger::Currency>& currencies)
{
    std::vector<ledger::Money> out;
    for (const auto currency : currencies) {
        const auto read = read_amount(word, currency);
        if (!read || read->zero()) continue;
        const bool is_signed = read->negative() || word.find('+') != std::string::npos;
        out.push_back(*read);
        if (!is_signed) out.push_back(-*read);
    }
    return out;
}

}  // namespace

std::vector<db::SearchWord> search_words(const std::string& typed, const ledger::Book& book,
                                         const wording::Words& words)
{
    std::set<ledger::Currency> currencies;
    for (const auto& [id, account] : book.accounts) currencies.insert(account.currency);
    std::vector<db::SearchWord> out;
    for (auto& word : parted(typed)) {
        db::SearchWord wanted;
        for (const auto& [id, category] : book.categories)
            if (app::contains_name(category_name(book, id, words), word) ||
                app::contains_name(app::category_path(book, id), word))
                wanted.categories.push_back(id);
        for (const auto& [id, account] : book.accounts)
            if (app::contains_name(account.name, word)) wanted.accounts.push_back(id);
        wanted.amounts = amounts_of(word, currencies);
        wanted.text = std::move(word);
        add_other_names(book, wanted);
        out.push_back(std::move(wanted));
    }
    return out;
}

}  // namespace view
