#pragma once
#include <functional>

#include <wx/app.h>
#include <wx/stopwatch.h>
#include <wx/utils.h>

namespace desktop::test {

/// Lets the live loop run until `met`, at most `ms`. A test waits for what it needs, never for a time. Says whether it
/// was met.
inline bool pump_until(const std::function<bool()>& met, int ms = 3000)
{
    wxStopWatch watch;
    while (watch.Time() < ms) {
        if (met()) return true;
        wxYield();
        wxMilliSleep(2);
    }
    return met();
}

/// Lets the loop run for a while: to see that something does *not* come, or before a screenshot.
inline void settle(int ms = 60)
{
    pump_until([] { return false; }, ms);
}

}  // namespace desktop::test
