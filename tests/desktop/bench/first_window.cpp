// The least that a wx program can do: one empty window. What ours takes longer than this to show itself is our own
// doing.
#include <wx/app.h>
#include <wx/frame.h>

namespace {

class Empty : public wxApp {
public:
    bool OnInit() override
    {
        (new wxFrame(nullptr, wxID_ANY, "empty", wxDefaultPosition, wxSize(900, 600)))->Show();
        return true;
    }
};

}  // namespace

wxIMPLEMENT_APP(Empty);
