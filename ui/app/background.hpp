#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "ui/app/asked.hpp"

namespace app {

/// Calls it soon, on the thread that owns the State.
using Later = std::function<void(std::function<void()>)>;

/// Work beside the thread that owns the State. What it works on is its own copy; what came of it comes back to that
/// thread by `later`. Whoever started it keeps the Task: without it the work is told to stop and nobody hears of it
/// again. Nothing here ever waits, but for the end of the Background itself.
class Background {
    struct Job;

public:
    class Task {
    public:
        Task() = default;
        Task(Task&&) noexcept = default;
        Task& operator=(Task&& other) noexcept;
        ~Task() { stop(); }
        void stop();           ///< `done` is not called any more
        bool running() const;  ///< `done` was not called yet, and will be

    private:
        friend class Background;
        explicit Task(std::shared_ptr<Job> job) : job_{std::move(job)} {}
        std::shared_ptr<Job> job_;
    };

    explicit Background(Later later) : later_{std::move(later)} {}
    ~Background();  ///< tells all that is at work to stop, and waits for it
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;

    /// `work(stop)` runs beside, `done(what it gave)` on the own thread. What it throws comes back as a Mishap.
    template <class Work, class Done>
    [[nodiscard]] Task run(Work work, Done done)
    {
        using Given = std::invoke_result_t<Work&, const std::stop_token&>;
        auto given = std::make_shared<std::optional<Asked<Given>>>();
        auto beside = [given, work = std::move(work)](const std::stop_token& stop) mutable {
            try {
                given->emplace(work(stop));
            }
            catch (const std::exception& error) {
                given->emplace(mishap_of(error));
            }
        };
        return start(beside, [given, done = std::move(done)]() mutable { done(*std::move(*given)); });
    }

private:
    Task start(std::function<void(const std::stop_token&)> work, std::function<void()> done);
    void forget_ended();

    Later later_;
    std::vector<std::shared_ptr<Job>> jobs_;
};

}  // namespace app
