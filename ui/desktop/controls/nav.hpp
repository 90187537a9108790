#pragma once
#include <wx/dataview.h>

#include "ui/viewmodel/intent.hpp"
#include "ui/wording/words.hpp"

namespace desktop {

/// The list of pages at the left. Arrow keys walk through it.
class Nav : public wxDataViewListCtrl {
public:
    Nav(wxWindow* parent, view::Send send, const wording::Words& words);
    void choose(view::PageId page);  ///< marks it; sends no event
    void show_count(int warnings);   ///< how many bills are at risk, beside "Warnings"

private:
    wxString label(int page) const;
    wording::Words words_;
    int warnings_ = 0;
};

/// What the pages are called, in the order of view::PageId.
std::string page_name(const wording::Words& words, view::PageId page);

}  // namespace desktop
