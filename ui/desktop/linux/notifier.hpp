#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ui/desktop/linux/glib.hpp"

namespace desktop {

enum class Urgency : std::uint8_t { low = 0, normal = 1, critical = 2 };

/// A button of a notice. The id "default" is the click on the notice itself.
struct NoticeAction {
    std::string id;
    std::string label;
};

/// Something to tell a person who may be looking elsewhere. All texts are plain.
struct Notice {
    std::string key;  ///< ours, such as "bill:42"; a newer notice with the same key takes the place of the older
    std::string title;
    std::string body;
    Urgency urgency = Urgency::normal;
    bool stays = false;  ///< until the person does something with it, where the daemon agrees
    std::vector<NoticeAction> actions;
};

/// The desktop's notices over org.freedesktop.Notifications 1.2, without ever waiting for an answer. Runs on the main
/// loop, needs no display. Only actions of our own notices are told: the bus tells everybody's to everybody.
class Notifier {
public:
    enum class Closed { expired, dismissed, withdrawn, unknown, daemon_gone };

    struct Calls {
        /// `token` lets the window come to the front under Wayland; it may be empty.
        std::function<void(const std::string& key, const std::string& action, const std::string& token)> acted;
        std::function<void(const std::string& key, Closed why)> closed;
        /// Whether a daemon took it. When none did, it must be told in the window instead.
        std::function<void(const std::string& key, bool shown)> told;
    };

    explicit Notifier(Calls calls);
    ~Notifier();
    Notifier(const Notifier&) = delete;
    Notifier& operator=(const Notifier&) = delete;

    void tell(Notice notice);
    void withdraw(const std::string& key);  ///< takes it off the screen; nothing happens when it is not there

    /// Whether a daemon took the last notice; none before the first answer.
    std::optional<bool> answering() const { return answering_; }

private:
    struct Told {
        std::uint32_t id = 0;  ///< the daemon's; 0 while it is not shown
        bool sending = false;
        bool withdrawn = false;
        std::optional<Notice> waiting;
    };

    void listen();
    void ask_capabilities();
    void on_capabilities(GVariant* answer);
    void send_waiting();
    void send(const std::string& key, Told& told);
    void on_sent(const std::string& key, std::uint32_t id);
    void on_signal(const std::string& name, GVariant* arguments);
    void on_daemon_gone();
    void on_closed(const std::string& key, Closed why);
    void close(std::uint32_t id);
    const std::string* key_of(std::uint32_t id) const;

    Calls calls_;
    std::map<std::string, Told> told_;
    std::map<std::uint32_t, std::string> tokens_;
    std::optional<std::vector<std::string>> capabilities_;
    std::optional<bool> answering_;
    bool asking_capabilities_ = false;
    glib::Connection bus_;
    glib::Cancellable asking_;
    guint subscription_ = 0, watched_name_ = 0;
};

/// Tells once and waits for the answer, at most `limit_ms`: for programs that end right after. Actions then lead
/// nowhere and are left out. False when there is no bus or nobody took it.
bool tell_and_wait(const Notice& notice, int limit_ms = 3000);

/// The body as this daemon reads it: with the marks of markup made harmless where it takes markup.
std::string notice_body(const std::string& plain, const std::vector<std::string>& capabilities);

}  // namespace desktop
