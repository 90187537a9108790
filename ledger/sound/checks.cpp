#include "ledger/sound/checks.hpp"

namespace ledger {

void Checks::say(Trouble trouble, std::string field, std::string text, std::string detail)
{
    problems_.push_back(
        {.trouble = trouble, .field = std::move(field), .text = std::move(text), .detail = std::move(detail)});
}

void Checks::say_when_entered(Trouble trouble, std::string field, std::string text, std::string detail)
{
    if (asked_ == Asked::when_entered) say(trouble, std::move(field), std::move(text), std::move(detail));
}

bool Checks::known_category(CategoryId id, const char* field)
{
    if (asked_ == Asked::when_read) return true;
    return known<Category>(id, field, true);
}

bool Checks::in_range(Date date, const char* field)
{
    if (date >= earliest_date && date <= latest_date) return true;
    say(Trouble::date_out_of_range, field, iso(date));
    return false;
}

bool Checks::in_range(Moment at, const char* field)
{
    constexpr std::int64_t a_day = 1440;
    const std::int64_t first = earliest_date.time_since_epoch().count(), last = latest_date.time_since_epoch().count();
    if (at.minutes >= first * a_day && at.minutes < (last + 1) * a_day) return true;
    say(Trouble::date_out_of_range, field, std::to_string(at.minutes));
    return false;
}

bool Checks::in_range(Money m, const char* field)
{
    if (m.minor <= Money::largest && m.minor >= -Money::largest) return true;
    say(Trouble::amount_too_large, field, decimal(m));
    return false;
}

bool Checks::not_negative(Money m, const char* field)
{
    if (m.negative()) say(Trouble::wrong_sign, field, decimal(m));
    return !m.negative() && in_range(m, field);
}

bool Checks::in_currency(Money m, Currency needed, const char* field)
{
    if (m.currency == needed) return true;
    say(Trouble::currency_differs, field, std::string{m.currency.text()}, std::string{needed.text()});
    return false;
}

bool Checks::owed(Money m, Currency needed, const char* field)
{
    return in_currency(m, needed, field) && not_negative(m, field);
}

void Checks::within(std::int64_t n, std::int64_t low, std::int64_t high, const char* field)
{
    if (n < low || n > high)
        say(Trouble::out_of_range, field, std::to_string(n), std::to_string(low) + "–" + std::to_string(high));
}

void Checks::at_most(Rate rate, Rate limit, const char* field)
{
    if (rate.nano < 0) say(Trouble::out_of_range, field, decimal(rate), "0–" + decimal(limit));
    else if (rate > limit) say(Trouble::rate_too_high, field, decimal(rate), decimal(limit));
}

}  // namespace ledger
