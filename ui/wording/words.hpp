#pragma once
#include <fmt/format.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "ledger/values/date.hpp"
#include "ledger/values/money.hpp"
#include "ledger/values/typed_date.hpp"

namespace wording {

/// Marks a sentence for translation where no Words is at hand yet (a table); it is looked up later with
/// `words(sentence)`.
constexpr const char* N_(const char* sentence)
{
    return sentence;
}

/// One language: sentences, numbers and dates as its readers expect them. A value that is handed in, never ambient
/// state. By convention the variable is called `words`, so that xgettext finds `words("…")`, `words.fill("…", …)` and
/// `words.plural("…", "…", n, …)`. Placeholders are named: `words.fill("{payee} is due on {date}", fmt::arg("payee",
/// p), fmt::arg("date", d))`. Sentences are never glued together.
class Words {
public:
    Words() : Words{"en"} {}
    /// en, zh_CN or zh_TW; anything else reads as English. `country` is the reader's (ISO 3166), empty = not known.
    explicit Words(std::string_view language, std::string_view country = {});
    const std::string& language() const { return language_; }
    bool chinese() const { return language_ != "en"; }
    const std::string& country() const { return country_; }
    ledger::DayOrder day_order() const;  ///< of what the reader types, "5/3"

    std::string operator()(const char* sentence) const { return std::string{find(sentence)}; }

    template <class... Args>
    std::string fill(const char* sentence, Args&&... args) const
    {
        return fmt::vformat(find(sentence), fmt::make_format_args(args...));
    }
    /// One sentence for one thing and one for several; `{n}` is the count.
    template <class... Args>
    std::string plural(const char* one, const char* many, std::int64_t n, Args&&... args) const
    {
        const auto count = fmt::arg("n", n);
        return fmt::vformat(find_plural(one, many, n), fmt::make_format_args(count, args...));
    }

    std::string money(ledger::Money) const;  ///< "¥3,120.55", "−$12.00": sign of the currency, grouped, a real minus
    std::string signed_money(ledger::Money) const;  ///< with + before money in
    std::string date(ledger::Date) const;           ///< "Sat 5 Dec" · "12月5日 周六"
    std::string full_date(ledger::Date) const;      ///< "5 December 2026" · "2026年12月5日"
    std::string month(ledger::Date) const;          ///< "December 2026" · "2026年12月"
    std::string chance(double p) const;             ///< "62 %": whole per cent, never 0 or 100
    std::string days(int n) const;                  ///< "3 days", "1 day"

private:
    std::string_view find(const char* sentence) const;
    std::string_view find_plural(const char* one, const char* many, std::int64_t n) const;
    std::string language_, country_;
    std::shared_ptr<const class Catalogue> catalogue_;
};

}  // namespace wording
