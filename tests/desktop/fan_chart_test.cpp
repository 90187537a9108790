#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdlib>
#include <memory>

#include <wx/bitmap.h>
#include <wx/dcmemory.h>
#include <wx/frame.h>
#include <wx/image.h>
#include <wx/settings.h>

#include "tests/desktop/live.hpp"
#include "tests/desktop/sample_fan.hpp"
#include "ui/desktop/charts/fan_chart.hpp"
#include "ui/desktop/controls/accessible.hpp"
#include "ui/desktop/controls/icon.hpp"

using namespace desktop;
using namespace desktop::test;

namespace {

FanCanvas canvas(bool dark, int width = 860, int height = 380)
{
    return {static_cast<double>(width), static_cast<double>(height), wxSystemSettings::GetFont(wxSYS_DEFAULT_GUI_FONT),
            palette(dark)};
}

/// Keeps a picture for a person to look at, where DUEWATCH_SHOTS names a folder.
void keep(const wxImage& image, const std::string& name)
{
    const char* folder = std::getenv("DUEWATCH_SHOTS");
    if (folder == nullptr) return;
    if (wxImage::FindHandler(wxBITMAP_TYPE_PNG) == nullptr) wxImage::AddHandler(new wxPNGHandler);
    image.SaveFile(wxString::FromUTF8(std::string(folder) + "/" + name + ".png"), wxBITMAP_TYPE_PNG);
}

/// How many pixels of a picture are about of this colour, within a rectangle.
int count(const wxImage& image, const wxColour& colour, const wxRect& where)
{
    int n = 0;
    const auto close = [](int a, int b) { return std::abs(a - b) <= 6; };
    for (int y = std::max(0, where.y); y < std::min(image.GetHeight(), where.GetBottom()); ++y)
        for (int x = std::max(0, where.x); x < std::min(image.GetWidth(), where.GetRight()); ++x)
            if (close(image.GetRed(x, y), colour.Red()) && close(image.GetGreen(x, y), colour.Green()) &&
                close(image.GetBlue(x, y), colour.Blue()))
                ++n;
    return n;
}

wxRect all(const wxImage& image)
{
    return {0, 0, image.GetWidth(), image.GetHeight()};
}

/// Where things stand in a chart, found by drawing it.
FanFrame frame_of(const view::Fan& fan, const FanCanvas& on)
{
    wxBitmap bitmap(static_cast<int>(on.width), static_cast<int>(on.height), 24);
    wxMemoryDC dc(bitmap);
    const std::unique_ptr<wxGraphicsContext> g(wxGraphicsContext::Create(dc));
    return render_fan(*g, fan, on);
}

/// A year of a balance that never moves: every picture of it can be told beforehand.
view::Fan level_fan(std::int64_t balance)
{
    view::Fan fan;
    fan.format = short_amount;
    for (int i = 0; i < 30; ++i)
        fan.days.push_back(
            {"a day", "", balance - 500'00, balance - 100'00, balance, balance + 100'00, balance + 500'00, {}});
    return fan;
}

wxKeyEvent key(int code)
{
    wxKeyEvent event(wxEVT_KEY_DOWN);
    event.m_keyCode = code;
    return event;
}

/// A chart in a window on the screen.
struct OnScreen {
    wxFrame* frame = new wxFrame(nullptr, wxID_ANY, "chart", wxPoint(20, 20), wxSize(800, 400));
    FanChart* chart = new FanChart(frame);
    OnScreen()
    {
        frame->Show();
        REQUIRE(pump_until([&] { return chart->IsShownOnScreen() && chart->GetClientSize().x > 300; }));
    }
    ~OnScreen()
    {
        frame->Destroy();
        settle(30);
    }
    OnScreen(const OnScreen&) = delete;
    OnScreen& operator=(const OnScreen&) = delete;
    void press(int code)
    {
        auto event = key(code);
        chart->ProcessWindowEvent(event);
    }
};

}  // namespace

TEST_CASE("the zero line runs across the chart and the zone below it is tinted", "[chart]")
{
    const bool dark = GENERATE(false, true);
    INFO((dark ? "dark" : "light"));
    const auto on = canvas(dark);
    const auto fan = level_fan(0);
    const auto frame = frame_of(fan, on);
    const wxImage image = fan_image(fan, on);
    const int zero = static_cast<int>(frame.y(0));
    const int width = static_cast<int>(frame.plot.m_width);
    CHECK(count(image, on.colours.zero, {static_cast<int>(frame.plot.m_x), zero - 1, width, 4}) > width * 9 / 10);
    const int foot = static_cast<int>(frame.plot.GetBottom()) - 6;  // below every band
    const wxColour below(image.GetRed(200, foot), image.GetGreen(200, foot), image.GetBlue(200, foot));
    CHECK(below != on.colours.paper);
}

TEST_CASE("bands are drawn where their amounts are, in steps", "[chart]")
{
    const bool dark = GENERATE(false, true);
    const auto on = canvas(dark);
    auto fan = level_fan(2'000'00);
    for (std::size_t i = 15; i < fan.days.size(); ++i) {
        auto& d = fan.days[i];
        for (auto* v : {&d.p05, &d.p25, &d.p50, &d.p75, &d.p95}) *v += 3'000'00;
    }
    const auto frame = frame_of(fan, on);
    const wxImage image = fan_image(fan, on);
    const auto box_at = [&](std::size_t column, std::int64_t amount) {
        return wxRect(static_cast<int>(frame.middle(column)) - 2, static_cast<int>(frame.y(amount)) - 2, 5, 5);
    };
    CHECK(count(image, on.colours.band_outer, box_at(14, 2'300'00)) > 10);
    CHECK(count(image, on.colours.band_outer, box_at(15, 5'300'00)) > 10);
    CHECK(count(image, on.colours.line, box_at(14, 2'000'00)) > 3);
    CHECK(count(image, on.colours.line, box_at(15, 5'000'00)) > 3);
    CHECK(count(image, on.colours.band_outer, box_at(14, 3'500'00)) == 0);  // a slope would pass here
    CHECK(count(image, on.colours.band_outer, box_at(15, 3'500'00)) == 0);
}

TEST_CASE("what falls due is marked in the colour of its level", "[chart]")
{
    const bool dark = GENERATE(false, true);
    const auto on = canvas(dark);
    for (int l = 0; l < view::levels; ++l) {
        auto fan = level_fan(2'000'00);
        const auto level = static_cast<view::Level>(l);
        fan.marks = {{10, "房租", "980.00", level}};
        const wxImage image = fan_image(fan, on);
        for (int other = 0; other < view::levels; ++other) {
            const int found = count(image, on.colours.level[static_cast<std::size_t>(other)], all(image));
            INFO("level " << l << " colour " << other);
            if (other == l) CHECK(found > 60);
            else CHECK(found < 10);
        }
    }
}

TEST_CASE("a chart without days says so and does not fall", "[chart]")
{
    view::Fan fan;
    fan.nothing = "Import a statement to see what lies ahead";
    const auto on = canvas(false);
    CHECK(frame_of(fan, on).columns == 0);
    const wxImage image = fan_image(fan, on);
    CHECK(count(image, on.colours.paper, all(image)) > image.GetWidth() * image.GetHeight() * 9 / 10);
    CHECK(count(image, on.colours.paper, all(image)) < image.GetWidth() * image.GetHeight());
}

TEST_CASE("a chart can be drawn however small or odd it is", "[chart]")
{
    struct Case {
        const char* when;
        int width, height;
    };
    const auto c = GENERATE(Case{"one pixel", 1, 1}, Case{"a strip", 40, 300}, Case{"a ribbon", 900, 30},
                            Case{"a large one", 2000, 1200});
    INFO(c.when);
    auto fan = sample_fan(chinese());
    fan.marks.push_back({999, "out of the days", "1.00", view::Level::will_miss});
    CHECK(fan_image(fan, canvas(false, c.width, c.height), 1, 3).IsOk());
}

TEST_CASE("Left and Right walk through the days, Home and End to the ends", "[chart]")
{
    OnScreen screen;
    const auto fan = sample_fan();
    screen.chart->show(fan);
    CHECK_FALSE(screen.chart->cursor());
    screen.press(WXK_RIGHT);
    CHECK(screen.chart->cursor() == fan.past.size() - 1);  // today
    screen.press(WXK_RIGHT);
    CHECK(screen.chart->cursor() == fan.past.size());
    screen.press(WXK_LEFT);
    screen.press(WXK_LEFT);
    CHECK(screen.chart->cursor() == fan.past.size() - 2);
    screen.press(WXK_HOME);
    screen.press(WXK_LEFT);
    CHECK(screen.chart->cursor() == 0U);
    screen.press(WXK_END);
    screen.press(WXK_RIGHT);
    CHECK(screen.chart->cursor() == view::columns(fan) - 1);
    screen.press(WXK_ESCAPE);
    CHECK_FALSE(screen.chart->cursor());
}

TEST_CASE("Page Down goes from one due date to the next", "[chart]")
{
    OnScreen screen;
    const auto fan = sample_fan();
    screen.chart->show(fan);
    std::vector<std::size_t> days;
    for (int i = 0; i < 6; ++i) {
        screen.press(WXK_PAGEDOWN);
        days.push_back(*screen.chart->cursor() - fan.past.size());
    }
    CHECK(days == std::vector<std::size_t>{8, 13, 14, 30, 38, 38});
    CHECK(screen.chart->read_out().find("Rent") != std::string::npos);
    std::optional<std::size_t> opened;
    screen.chart->on_open([&](std::size_t day) { opened = day; });
    screen.press(WXK_RETURN);
    CHECK(opened == 38U);
}

TEST_CASE("a screen reader hears the sentence, and then the day under the cursor", "[chart][a11y]")
{
    OnScreen screen;
    screen.chart->show(sample_fan(chinese()));
    CHECK(accessible_name(*screen.chart) == chinese().title);
    CHECK(accessible_description(*screen.chart) == chinese().summary);
    screen.chart->set_cursor(20 + 38);
    CHECK(accessible_description(*screen.chart).find("房租  980.00") != std::string::npos);
    screen.chart->set_cursor({});
    CHECK(accessible_description(*screen.chart) == chinese().summary);
}

TEST_CASE("the mouse reads the day it is over", "[chart]")
{
    OnScreen screen;
    screen.chart->show(sample_fan());
    settle(100);  // drawn once, so that it knows where the days are
    wxMouseEvent move(wxEVT_MOTION);
    move.m_x = screen.chart->GetClientSize().x - 40;
    move.m_y = 100;
    screen.chart->ProcessWindowEvent(move);
    REQUIRE(screen.chart->cursor());
    CHECK(*screen.chart->cursor() > 70);
    wxMouseEvent leave(wxEVT_LEAVE_WINDOW);
    screen.chart->ProcessWindowEvent(leave);
    CHECK_FALSE(screen.chart->cursor());
}

TEST_CASE("a window to look at", "[.live]")
{
    OnScreen screen;
    screen.frame->SetSize(0, 0, 900, 460);
    screen.chart->show(sample_fan(std::getenv("CHINESE") != nullptr ? chinese() : english()));
    screen.chart->SetFocus();
    screen.chart->set_cursor(20 + 30);
    settle(2500);
}

TEST_CASE("pictures", "[.look]")
{
    for (const bool dark : {false, true}) {
        keep(fan_image(sample_fan(english()), canvas(dark), 1, 57), dark ? "en-dark" : "en-light");
        keep(fan_image(sample_fan(chinese()), canvas(dark), 1, 24), dark ? "zh-dark" : "zh-light");
    }
    keep(fan_image(sample_fan(chinese()), canvas(false, 420, 220), 1), "zh-small");
    keep(fan_image(sample_fan(chinese()), canvas(false), 2), "zh-2x");
    for (const int size : {16, 22, 48, 128}) {
        keep(icon_image(size, {}), "icon-" + std::to_string(size));
        for (int l = 0; l < view::levels; ++l)
            keep(icon_image(size, static_cast<view::Level>(l)),
                 "icon-" + std::to_string(size) + "-" + std::to_string(l));
    }
}
