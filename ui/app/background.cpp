#include "ui/app/background.hpp"

#include <atomic>
#include <thread>

namespace app {

/// All but `ended` belongs to the own thread. The worker is the last member: it is waited for before the others go.
struct Background::Job {
    std::function<void()> done{};  ///< empty once it was called, or shall not be
    std::atomic<bool> ended{false};
    std::jthread worker{};
};

Background::Task& Background::Task::operator=(Task&& other) noexcept
{
    if (this == &other) return *this;
    stop();
    job_ = std::move(other.job_);
    return *this;
}

void Background::Task::stop()
{
    if (!job_) return;
    job_->worker.request_stop();
    job_->done = {};
    job_.reset();
}

bool Background::Task::running() const
{
    return job_ && job_->done;
}

Background::Task Background::start(std::function<void(const std::stop_token&)> work, std::function<void()> done)
{
    forget_ended();
    auto job = std::make_shared<Job>();
    job->done = std::move(done);
    jobs_.push_back(job);
    // The worker knows its Job only weakly: whoever lets go of it last waits for the worker, which cannot be itself.
    auto* ended = &job->ended;
    const std::weak_ptr<Job> known = job;
    job->worker = std::jthread{[work = std::move(work), ended, known, later = later_](const std::stop_token& stop) {
        work(stop);
        later([known] {
            const auto still = known.lock();
            if (!still || !still->done) return;
            const auto call = std::exchange(still->done, {});
            call();
        });
        *ended = true;
    }};
    return Task{std::move(job)};
}

void Background::forget_ended()
{
    std::erase_if(jobs_, [](const auto& job) { return job->ended.load(); });
}

Background::~Background()
{
    for (const auto& job : jobs_) {
        job->done = {};
        job->worker.request_stop();
    }
    for (const auto& job : jobs_)  // a Task may hold one longer, which then has nothing left to do
        if (job->worker.joinable()) job->worker.join();
}

}  // namespace app
