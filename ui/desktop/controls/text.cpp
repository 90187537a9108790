#include "ui/desktop/controls/text.hpp"

#include <gtk/gtk.h>

#include <vector>

#include <wx/fontutil.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>

namespace desktop {

namespace {

constexpr int narrowest = 60;  ///< DIPs under which a paragraph is not squeezed

}  // namespace

Paragraph::Paragraph(wxWindow* parent, const std::string& text)
    : wxStaticText{parent, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_NO_AUTORESIZE}
{
    auto* label = GTK_LABEL(GetHandle());
    gtk_label_set_line_wrap(label, TRUE);
    gtk_label_set_line_wrap_mode(label, PANGO_WRAP_WORD_CHAR);
    gtk_label_set_xalign(label, 0);
    gtk_label_set_yalign(label, 0);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        refit();
    });
    if (!text.empty()) set(text);
}

void Paragraph::set(const std::string& text)
{
    const auto now = wx(text);
    if (now == text_) return;
    text_ = now;
    SetLabelText(text_);
    InvalidateBestSize();
    refit();
}

void Paragraph::set_style(double scale, bool bold)
{
    scale_ = scale;
    bold_ = bold;
    auto font = GetParent()->GetFont();
    if (bold_) font.MakeBold();
    font.SetFractionalPointSize(font.GetFractionalPointSize() * scale_);
    SetFont(font);
    InvalidateBestSize();
    refit();
}

void Paragraph::set_colour(const wxColour& colour)
{
    SetForegroundColour(colour);
    Refresh();
}

int Paragraph::height_for(int width) const
{
    // Not asked of the label: wx has told it how high it is, and it would never say less again.
    const auto bytes = text_.utf8_str();
    auto* layout = gtk_widget_create_pango_layout(GTK_WIDGET(GetHandle()), bytes.data());
    // The font is named: the label itself learns of a new one only when it is next drawn.
    const wxFont font = GetFont();  // lives until the layout has copied what it describes
    if (const auto* described = font.GetNativeFontInfo())
        pango_layout_set_font_description(layout, described->description);
    pango_layout_set_width(layout, std::max(width, FromDIP(narrowest)) * PANGO_SCALE);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    int height = 0;
    pango_layout_get_pixel_size(layout, nullptr, &height);
    g_object_unref(layout);
    return height;
}

wxSize Paragraph::DoGetBestClientSize() const
{
    const int width = GetSize().x > 1 ? GetSize().x : FromDIP(400);
    return {FromDIP(narrowest), height_for(width)};
}

void Paragraph::refit()
{
    if (GetSize().x <= 1) return;
    const int height = text_.empty() ? 0 : height_for(GetSize().x);
    if (GetMinSize().y == height) return;
    SetMinSize({FromDIP(narrowest), height});
    CallAfter([this] { layout_page(*this); });
}

void layout_page(wxWindow& window)
{
    std::vector<wxWindow*> around;
    for (auto* w = window.GetParent(); w && !w->IsTopLevel(); w = w->GetParent()) around.push_back(w);
    for (auto* w : around) w->InvalidateBestSize();
    for (auto at = around.rbegin(); at != around.rend(); ++at) {
        if (auto* scrolled = dynamic_cast<wxScrolledWindow*>(*at)) scrolled->FitInside();
        if ((*at)->GetSizer()) (*at)->Layout();
    }
}

}  // namespace desktop
