#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ui/desktop/linux/glib.hpp"
#include "ui/desktop/linux/identity.hpp"

namespace desktop {

/// What a later start asks of the first.
struct Start {
    std::vector<std::string> arguments;  ///< without the program's own name
    std::string folder;                  ///< from which relative file names are meant
    std::string token;                   ///< lets the first come to the front under Wayland; may be empty
};

/// One window for one person: a later start hands its arguments to the first and ends. To be used before wx is
/// initialised, which saves the later start from opening the display.
class SingleInstance {
public:
    enum class Role {
        first,        ///< we are: go on
        handed_over,  ///< another runs and has taken our arguments: end with 0
        unreachable,  ///< another runs and does not answer: say so, and end
    };

    /// `name` is owned on the session bus. Without a bus a lock file of that name stands in, which can tell but not
    /// hand over.
    explicit SingleInstance(std::string name = app_id);
    ~SingleInstance();
    SingleInstance(const SingleInstance&) = delete;
    SingleInstance& operator=(const SingleInstance&) = delete;

    Role claim(const Start& start);

    /// Who is to hear of later starts; runs on the main loop. Those that came before are told as soon as the loop runs.
    void on_start(std::function<void(const Start&)> call);

private:
    Role claim_name(const Start& start);
    Role claim_lock();
    void offer();
    bool hand_over(const Start& start);
    void hear(GVariant* arguments);

    std::string name_;
    std::string path_;
    std::function<void(const Start&)> call_;
    std::vector<Start> before_;  ///< starts that nobody could hear yet
    glib::Connection bus_;
    glib::NodeInfo interface_;
    guint object_ = 0;
    bool owns_name_ = false;
    int lock_ = -1;
};

/// The start of this process: its arguments, its folder, and the token its launcher gave it.
Start this_start(int argc, char** argv);

}  // namespace desktop
