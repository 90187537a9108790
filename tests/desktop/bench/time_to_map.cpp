// time_to_map [--runs N] PROGRAM ARGS…: milliseconds from exec until the program's first window is on the screen, and
// until it has something drawn in it. Needs no window manager: `xvfb-run -a build/…/time_to_map build/…/duewatch`. The
// program is ended after each run.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <vector>

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <X11/Xlib.h>
#include <X11/Xutil.h>

namespace {

using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

pid_t start_program(char** command)
{
    const pid_t child = fork();
    if (child != 0) return child;
    setpgid(0, 0);
    execvp(command[0], command);
    std::perror(command[0]);
    _exit(127);
}

/// Small windows are helpers that GTK never shows to anybody.
bool is_window(Display* display, Window window)
{
    XWindowAttributes a;
    return XGetWindowAttributes(display, window, &a) != 0 && a.map_state == IsViewable && a.width > 100 &&
           a.height > 50;
}

/// Whether more than one colour is to be seen, so that something has been drawn.
bool is_drawn(Display* display, Window window)
{
    XWindowAttributes a;
    if (XGetWindowAttributes(display, window, &a) == 0) return false;
    XImage* image = XGetImage(display, window, 0, 0, static_cast<unsigned>(a.width), static_cast<unsigned>(a.height),
                              AllPlanes, ZPixmap);
    if (image == nullptr) return false;
    bool drawn = false;
    for (int y = 0; y < a.height && !drawn; y += 3)
        for (int x = 0; x < a.width && !drawn; x += 3) drawn = XGetPixel(image, x, y) != XGetPixel(image, 0, 0);
    XDestroyImage(image);
    return drawn;
}

struct Run {
    std::optional<double> mapped, drawn;
};

Run measure(Display* display, char** command, double patience_ms)
{
    Run run;
    Window found = 0;
    const auto start = Clock::now();
    const pid_t child = start_program(command);
    while (ms_since(start) < patience_ms && !run.drawn) {
        while (XPending(display) > 0) {
            XEvent event;
            XNextEvent(display, &event);
            if (event.type == MapNotify && found == 0 && is_window(display, event.xmap.window)) {
                run.mapped = ms_since(start);
                found = event.xmap.window;
            }
        }
        if (found != 0 && is_drawn(display, found)) run.drawn = ms_since(start);
        if (found != 0 && !run.drawn && ms_since(start) > *run.mapped + 500)
            break;  // an empty window stays of one colour
        pollfd connection{ConnectionNumber(display), POLLIN, 0};
        poll(&connection, 1, 1);
    }
    kill(-child, SIGTERM);
    kill(child, SIGTERM);
    waitpid(child, nullptr, 0);
    return run;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

}  // namespace

int main(int argc, char** argv)
{
    int runs = 5;
    int first = 1;
    if (argc > 3 && std::string_view(argv[1]) == "--runs") runs = std::atoi(argv[2]), first = 3;
    if (argc <= first || runs < 1) {
        std::fprintf(stderr, "usage: time_to_map [--runs N] PROGRAM [ARGS…]\n");
        return 64;
    }
    Display* display = XOpenDisplay(nullptr);
    if (display == nullptr) {
        std::fprintf(stderr, "time_to_map: no display\n");
        return 1;
    }
    XSetErrorHandler([](Display*, XErrorEvent*) { return 0; });  // windows may go while we look at them
    XSelectInput(display, DefaultRootWindow(display), SubstructureNotifyMask);
    std::vector<double> mapped, drawn;
    for (int i = 0; i < runs; ++i) {
        const Run run = measure(display, argv + first, 20'000);
        if (run.mapped) mapped.push_back(*run.mapped);
        if (run.drawn) drawn.push_back(*run.drawn);
        usleep(200'000);
    }
    XCloseDisplay(display);
    if (mapped.empty()) {
        std::fprintf(stderr, "time_to_map: no window came\n");
        return 1;
    }
    std::printf("%s: window after %.0f ms", argv[first], median(mapped));
    if (!drawn.empty()) std::printf(", drawn after %.0f ms", median(drawn));
    std::printf(" (median of %zu runs)\n", mapped.size());
    return 0;
}
