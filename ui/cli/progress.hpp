#pragma once
#include <string>

namespace cli {

/// A bar on a terminal's stderr; nothing at all when stderr is not a terminal.
class Progress {
public:
    explicit Progress(std::string what);
    bool show(double done);  ///< 0…1; always true: nobody stops work from the command line but with a signal
    void clear();

private:
    std::string what_;
    bool terminal_ = false;
    int shown_ = -1;
};

}  // namespace cli
