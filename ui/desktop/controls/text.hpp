#pragma once
#include <string>

#include <wx/stattext.h>
#include <wx/window.h>

namespace desktop {

/// Our strings are UTF-8 whatever the locale says; wx is told so at every border.
inline wxString wx(const std::string& text)
{
    return wxString::FromUTF8(text.data(), text.size());
}
inline wxString wx(const char* text)
{
    return wxString::FromUTF8(text);
}
inline std::string utf8(const wxString& text)
{
    const auto bytes = text.utf8_str();
    return {bytes.data(), bytes.length()};
}

/// A text of several lines that breaks where there is no more room, in Chinese too, and grows as high as it needs. It
/// can be selected and copied.
class Paragraph : public wxStaticText {
public:
    explicit Paragraph(wxWindow* parent, const std::string& text = {});
    void set(const std::string& text);

    /// Relative to the usual text; `bold` sets it apart.
    void set_style(double scale, bool bold);
    void set_colour(const wxColour& colour);

private:
    wxSize DoGetBestClientSize() const override;
    int height_for(int width) const;
    void refit();
    void style();
    double scale_ = 1;
    bool bold_ = false;
    wxString text_;
};

/// Lays out the page in which this window stands, from the outside in.
void layout_page(wxWindow& window);

}  // namespace desktop
