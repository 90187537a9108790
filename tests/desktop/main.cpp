// One wx for all cases: Catch2 runs inside the live event loop. `--list…` is answered before GTK looks for a display.
#define CATCH_CONFIG_RUNNER
#include "tests/support/catch.hpp"

#include <clocale>
#include <cstdlib>
#include <string_view>

#include <wx/app.h>
#include <wx/init.h>

namespace {

class TestApp : public wxApp {
public:
    TestApp(int argument_count, char** arguments) : argument_count_{argument_count}, arguments_{arguments} {}

    bool OnInit() override
    {
        setlocale(LC_CTYPE, "C.UTF-8");
        SetAppName("duewatch-tests");
        SetExitOnFrameDelete(false);
        return true;
    }

    int OnRun() override
    {
        CallAfter([this] {
            result_ = Catch::Session().run(argument_count_, arguments_);
            ExitMainLoop();
        });
        wxApp::OnRun();
        return result_;
    }

private:
    int argument_count_;
    char** arguments_;
    int result_ = 3;
};

bool only_lists(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument.starts_with("--list") || argument == "-l" || argument == "-h" || argument == "--help") return true;
    }
    return false;
}

}  // namespace

int main(int argc, char** argv)
{
    if (only_lists(argc, argv)) return Catch::Session().run(argc, argv);
    if (const char* session = std::getenv("DBUS_SESSION_BUS_ADDRESS"))
        setenv("DBUS_SYSTEM_BUS_ADDRESS", session, 1);  // the machine's own is none of our business
    wxApp::SetInstance(new TestApp(argc, argv));
    int ours = 1;
    char* name_only[] = {argv[0], nullptr};  // the arguments are for Catch2
    if (!wxEntryStart(ours, name_only)) return 3;
    const int result = wxTheApp->CallOnInit() ? wxTheApp->OnRun() : 3;
    wxTheApp->OnExit();
    wxEntryCleanup();
    return result;
}
