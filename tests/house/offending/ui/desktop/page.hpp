#pragma once
#include <wx/panel.h>
#include <SQLiteCpp/SQLiteCpp.h>  // flagged: packages
#include "ui/viewmodel/rows.hpp"  // flagged: circle folders
class Page : public wxPanel {
public:
    Page(wxWindow* parent, int kind = 0);
    void show() { label_->SetLabel(wxDateTime::Now().Format()); }  // flagged: clock
    static Page* current;  // flagged: state
private:
    wxStaticText* label_ = nullptr;
};
