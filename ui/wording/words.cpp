#include "ui/wording/words.hpp"

#include <algorithm>
#include <cmath>

#include "ui/wording/catalogue.hpp"

std::string_view duewatch_translations(std::string_view file);  // made at build time from ui/i18n/*.po

namespace wording {

namespace {

constexpr const char* weekdays[] = {N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun")};
constexpr const char* short_months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr const char* months[] = {"January", "February", "March",     "April",   "May",      "June",
                                  "July",    "August",   "September", "October", "November", "December"};

/// "1234567.50" → "1,234,567.50"
std::string grouped(std::string digits)
{
    const auto dot = std::min(digits.find('.'), digits.size());
    for (auto at = static_cast<std::ptrdiff_t>(dot) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

}  // namespace

Words::Words(std::string_view language, std::string_view country)
    : language_{language == "zh_CN" || language == "zh_TW" ? language : "en"}, country_{country}
{
    catalogue_ =
        std::make_shared<Catalogue>(language_ == "en" ? std::string_view{} : duewatch_translations(language_ + ".mo"));
}

ledger::DayOrder Words::day_order() const
{
    if (country_.empty() && chinese()) return ledger::DayOrder::month_first;
    return ledger::day_order_of(country_);
}

std::string_view Words::find(const char* sentence) const
{
    const auto found = catalogue_->find(sentence);
    return found.empty() ? std::string_view{sentence} : found;
}

std::string_view Words::find_plural(const char* one, const char* many, std::int64_t n) const
{
    const auto found = catalogue_->find(one);
    return !found.empty() ? found : std::string_view{n == 1 ? one : many};
}

std::string Words::money(ledger::Money m) const
{
    const auto plain = grouped(ledger::decimal(ledger::abs(m)));
    const auto sign = m.currency.sign();
    const bool letters = sign.size() == 3 && sign == m.currency.text();
    return fmt::format("{}{}{}{}", m.negative() ? "−" : "", sign, letters ? " " : "", plain);
}

std::string Words::signed_money(ledger::Money m) const
{
    return (m.positive() ? "+" : "") + money(m);
}

std::string Words::date(ledger::Date day) const
{
    const auto weekday = (*this)(weekdays[ledger::weekday_of(day) - 1]);
    if (chinese()) return fmt::format("{}月{}日 {}", ledger::month_of(day), ledger::day_of_month(day), weekday);
    return fmt::format("{} {} {}", weekday, ledger::day_of_month(day), short_months[ledger::month_of(day) - 1]);
}

std::string Words::full_date(ledger::Date day) const
{
    if (chinese())
        return fmt::format("{}年{}月{}日", ledger::year_of(day), ledger::month_of(day), ledger::day_of_month(day));
    return fmt::format("{} {} {}", ledger::day_of_month(day), months[ledger::month_of(day) - 1], ledger::year_of(day));
}

std::string Words::month(ledger::Date day) const
{
    if (chinese()) return fmt::format("{}年{}月", ledger::year_of(day), ledger::month_of(day));
    return fmt::format("{} {}", months[ledger::month_of(day) - 1], ledger::year_of(day));
}

std::string Words::chance(double p) const
{
    return fmt::format("{} %", std::clamp(static_cast<int>(std::lround(p * 100)), 1, 99));
}

std::string Words::days(int n) const
{
    return plural("{n} day", "{n} days", n);
}

}  // namespace wording
