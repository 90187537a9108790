#include "ledger/values/date.hpp"

#include <cassert>
#include <cstdio>

namespace ledger {

namespace {
date::year_month_day ymd(Date day)
{
    return date::year_month_day{day};
}
}  // namespace

Date make_date(int year, unsigned month, unsigned day)
{
    const auto made = date::year{year} / date::month{month} / date::day{day};
    assert(made.ok());
    return Date{made};
}

std::string iso(Date day)
{
    const auto d = ymd(day);
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(d.year()), static_cast<unsigned>(d.month()),
                  static_cast<unsigned>(d.day()));
    return text;
}

std::string iso(Moment at)
{
    const Date day = day_of(at);
    const auto within = at.minutes - static_cast<std::int64_t>(day.time_since_epoch().count()) * 1440;
    char text[12];
    std::snprintf(text, sizeof text, "T%02d:%02d", static_cast<int>(within / 60), static_cast<int>(within % 60));
    return iso(day) + text;
}

Moment moment(Date day, int hour, int minute)
{
    return {static_cast<std::int64_t>(day.time_since_epoch().count()) * 1440 + hour * 60 + minute};
}

Date day_of(Moment at)
{
    return date::floor<Days>(date::sys_time<std::chrono::minutes>{std::chrono::minutes{at.minutes}});
}

Result<Date> parse_date(std::string_view text)
{
    const auto refuse = [&](Trouble trouble) { return Problem{.trouble = trouble, .text = std::string{text}}; };
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return refuse(Trouble::not_a_date);
    int part[3] = {0, 0, 0};
    for (std::size_t i = 0, p = 0; i < text.size(); ++i) {
        if (i == 4 || i == 7) {
            ++p;
            continue;
        }
        if (text[i] < '0' || text[i] > '9') return refuse(Trouble::not_a_date);
        part[p] = part[p] * 10 + (text[i] - '0');
    }
    const auto made =
        date::year{part[0]} / date::month{static_cast<unsigned>(part[1])} / date::day{static_cast<unsigned>(part[2])};
    if (!made.ok()) return refuse(Trouble::not_a_date);
    if (Date{made} < earliest_date || Date{made} > latest_date) return refuse(Trouble::date_out_of_range);
    return Date{made};
}

int year_of(Date day)
{
    return static_cast<int>(ymd(day).year());
}
unsigned month_of(Date day)
{
    return static_cast<unsigned>(ymd(day).month());
}
unsigned day_of_month(Date day)
{
    return static_cast<unsigned>(ymd(day).day());
}
unsigned weekday_of(Date day)
{
    return date::weekday{day}.iso_encoding();
}

Date first_of_month(Date day)
{
    return Date{ymd(day).year() / ymd(day).month() / 1};
}
Date last_of_month(Date day)
{
    return Date{ymd(day).year() / ymd(day).month() / date::last};
}

Date add_months(Date from, int months, unsigned day)
{
    assert(day >= 1 && day <= 31);
    const auto month = date::year_month{ymd(from).year(), ymd(from).month()} + date::months{months};
    const auto last = date::year_month_day_last{month.year(), date::month_day_last{month.month()}}.day();
    return Date{month / std::min(date::day{day}, last)};
}

}  // namespace ledger
