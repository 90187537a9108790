#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include <wx/frame.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "tests/desktop/live.hpp"
#include "ui/desktop/controls/accessible.hpp"
#include "ui/desktop/controls/appearance.hpp"
#include "ui/desktop/controls/icon.hpp"

using namespace desktop;
using namespace desktop::test;

TEST_CASE("everything that carries meaning stands out from its paper", "[appearance]")
{
    CHECK(contrast(*wxBLACK, *wxWHITE) == Approx(21).margin(0.01));
    for (const bool dark : {false, true}) {
        const Palette p = palette(dark);
        INFO((dark ? "dark" : "light"));
        for (const wxColour& c : {p.ink, p.faint, p.line, p.zero}) CHECK(contrast(c, p.paper) >= 4.5);
        for (std::size_t i = 0; i < p.level.size(); ++i) {
            INFO("level " << i);
            CHECK(contrast(p.level[i], p.paper) >= 4.5);
            CHECK(contrast(p.ink, p.level_soft[i]) >= 4.5);
            CHECK(contrast(p.level[i], p.level_soft[i]) >= 3.0);
        }
        CHECK(contrast(p.line, p.band_inner) >= 3.0);
        CHECK(contrast(p.band_inner, p.band_outer) >= 1.2);
    }
}

TEST_CASE("each level has a shape of its own, not only a colour", "[appearance]")
{
    Palette grey = palette(false);
    grey.level.fill(*wxBLACK);
    std::vector<std::string> shapes;
    for (int l = 0; l < view::levels; ++l) {
        const wxImage image =
            level_bitmap(static_cast<view::Level>(l), grey, 16).GetBitmap(wxSize(16, 16)).ConvertToImage();
        REQUIRE(image.HasAlpha());
        shapes.emplace_back(reinterpret_cast<const char*>(image.GetAlpha()), 256);
        shapes.back().append(reinterpret_cast<const char*>(image.GetData()), 768);
    }
    std::sort(shapes.begin(), shapes.end());
    CHECK(std::unique(shapes.begin(), shapes.end()) == shapes.end());
}

TEST_CASE("the icon can be had in every size, with and without a sign", "[appearance]")
{
    for (const int size : {16, 22, 48, 128}) {
        const wxImage plain = icon_image(size, {});
        CHECK(plain.GetSize() == wxSize(size, size));
        CHECK(plain.HasAlpha());
        const wxImage marked = icon_image(size, view::Level::will_miss);
        CHECK(std::memcmp(plain.GetData(), marked.GetData(), static_cast<std::size_t>(size * size * 3)) != 0);
    }
    CHECK(window_icons().GetIconCount() == 6);
}

TEST_CASE("a screen reader hears what a control is for", "[a11y]")
{
    auto* frame = new wxFrame(nullptr, wxID_ANY, "form");
    new wxStaticText(frame, wxID_ANY, "&Payee:");
    auto* payee = new wxTextCtrl(frame, wxID_ANY);
    new wxStaticText(frame, wxID_ANY, wxString::FromUTF8("备注"));
    auto* memo = new wxTextCtrl(frame, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE);
    auto* other = new wxTextCtrl(frame, wxID_ANY);
    label_form(*frame);
    set_accessible(*other, "Search", "Filters the list");
    CHECK(accessible_name(*payee) == "Payee");
    CHECK(accessible_label(*payee) == "Payee:");
    CHECK(accessible_name(*memo) == "备注");
    CHECK(accessible_name(*other) == "Search");
    CHECK(accessible_description(*other) == "Filters the list");
    frame->Destroy();
    settle(30);
}
