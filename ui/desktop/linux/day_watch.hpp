#pragma once
#include <functional>

#include "ui/desktop/linux/glib.hpp"

namespace desktop {

/// Says when it may be another day, or another hour, than was thought: the computer has slept, somebody has set the
/// clock, or it has simply grown late. Timers that are set far ahead cannot say so, because they stand still while the
/// computer sleeps. Whoever is called asks the clock; being called once too often does no harm. Runs on the main loop.
class DayWatch {
public:
    enum class Why { woke_up, clock_set, time_passed };

    /// `time_passed` comes every `seconds`.
    explicit DayWatch(std::function<void(Why)> call, unsigned seconds = 60);
    ~DayWatch();
    DayWatch(const DayWatch&) = delete;
    DayWatch& operator=(const DayWatch&) = delete;

private:
    void listen_for_sleep();
    void listen_to_clock();
    bool arm();

    std::function<void(Why)> call_;
    glib::Connection system_bus_;
    guint subscription_ = 0, tick_ = 0, clock_source_ = 0;
    int clock_ = -1;
};

}  // namespace desktop
