#include "ui/desktop/pages/outlook_page.hpp"

namespace desktop {

OutlookPage::OutlookPage(wxWindow* parent, view::Send send, const wording::Words& words) : wxPanel{parent}
{
    book_ = new wxNotebook{this, wxID_ANY};
    balance_ = new WhatIfPanel{book_, send, words};
    month_ = new MonthPanel{book_, send, words};
    record_ = new RecordPanel{book_, send, words};
    book_->AddPage(balance_, wx(words("Balance and what if")));
    book_->AddPage(month_, wx(words("Calendar")));
    book_->AddPage(record_, wx(words("How right it was")));
    auto* all = new wxBoxSizer{wxVERTICAL};
    all->Add(book_, 1, wxEXPAND | wxALL, FromDIP(space::near));
    SetSizer(all);
    // Looking back takes a moment: it is done when somebody looks.
    book_->Bind(wxEVT_NOTEBOOK_PAGE_CHANGED, [this, send](wxBookCtrlEvent& event) {
        if (event.GetSelection() == record_leaf) CallAfter([send] { send(view::LookBack{}); });
        event.Skip();
    });
}

}  // namespace desktop
