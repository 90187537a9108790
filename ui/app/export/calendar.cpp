#include <algorithm>

#include "ui/app/export/formats.hpp"

namespace app {

using namespace ledger;

namespace {

std::string compact(Date day)
{
    auto text = iso(day);
    std::erase(text, '-');
    return text;
}

std::string compact(Moment at)
{
    auto text = iso(at);
    std::erase(text, '-');
    std::erase(text, ':');
    return text + "00";
}

std::string escaped(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        if (c == '\n') out += "\\n";
        else if (c == ',' || c == ';' || c == '\\') out += std::string{"\\"} + c;
        else if (static_cast<unsigned char>(c) >= 0x20) out += c;
    }
    return out;
}

/// RFC 5545, 3.1: no line longer than 75 bytes; the next one starts with a blank. A letter of several bytes is not cut.
void line(std::string& out, const std::string& text)
{
    std::size_t at = 0, room = 75;
    while (text.size() - at > room) {
        std::size_t end = at + room;
        while (end > at && static_cast<unsigned char>(text[end]) >> 6 == 2) --end;
        out += text.substr(at, end - at) + "\r\n ";
        at = end;
        room = 74;
    }
    out += text.substr(at) + "\r\n";
}

void alarm(std::string& out, const std::string& text, const char* before)
{
    line(out, "BEGIN:VALARM");
    line(out, "ACTION:DISPLAY");
    line(out, "DESCRIPTION:" + escaped(text));
    line(out, std::string{"TRIGGER:-"} + before);
    line(out, "END:VALARM");
}

}  // namespace

std::string calendar(const State& state, Date until, Moment now, const wording::Words& words)
{
    std::string out;
    line(out, "BEGIN:VCALENDAR");
    line(out, "VERSION:2.0");
    line(out, "PRODID:-//Duewatch//Due dates//EN");
    line(out, "CALSCALE:GREGORIAN");
    for (const auto& d : open_duties(state.book, state.history, until, state.today)) {
        const auto title = words.fill("{payee}: {amount} due", fmt::arg("payee", d.payee),
                                      fmt::arg("amount", words.money(d.still_owed)));
        line(out, "BEGIN:VEVENT");
        line(out, "UID:bill-" + std::to_string(d.bill.value) + "-" + compact(d.occurrence) + "@duewatch");
        line(out, "DTSTAMP:" + compact(now) + "Z");
        line(out, "DTSTART;VALUE=DATE:" + compact(d.due));
        line(out, "DTEND;VALUE=DATE:" + compact(d.due + Days{1}));
        line(out, "SUMMARY:" + escaped(title));
        line(out, "TRANSP:TRANSPARENT");
        alarm(out, title, "P7D");
        alarm(out, title, "P1D");
        line(out, "END:VEVENT");
    }
    line(out, "END:VCALENDAR");
    return out;
}

}  // namespace app
