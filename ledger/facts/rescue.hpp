#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ledger/facts/bill.hpp"

namespace ledger {

enum class PlanKind {
    transfer,
    trim,
    defer_spending,
    move_due_date,
    pay_minimum,
    bill_instalment,
    extension,
    personal_instalment,
    interest_freeze,
    counselling
};
enum class PlanStatus { proposed_to_bank, active, kept, broken, withdrawn };

/// A way out that the user accepted for one occurrence of a bill; what was agreed with a bank becomes a bill of source
/// plan.
struct Plan {
    PlanId id{};
    BillId bill{};
    Date due{};
    PlanKind kind = PlanKind::pay_minimum;
    std::vector<ScheduledPart> schedule{};
    Money total_cost{};    ///< above the amount owed: fees and interest; positive
    std::string reason{};  ///< key of a hardship reason, empty = not asked
    Date accepted{};
    PlanStatus status = PlanStatus::active;
    friend bool operator==(const Plan&, const Plan&) = default;
};

enum class Channel { phone, chat, email, letter, app, sms, visit };
enum class Outcome { agreed, refused, pending, no_answer, counter_offer };

/// Terms a bank offered.
struct Offer {
    int months = 0;
    Rate fee{};  ///< a period, on the original principal
    std::optional<Date> first{};
    friend bool operator==(const Offer&, const Offer&) = default;
};

enum class PromiseKind {
    waiver,        ///< a fee or interest taken back: seen as money on the card or as a smaller bill
    confirmation,  ///< the terms in writing
    call_back,
    other
};

/// What the bank said it would do.
struct Promise {
    PromiseKind kind = PromiseKind::waiver;
    std::optional<Money> amount{};  ///< positive; waiver: what is taken back
    Date by{};
    bool kept = false;  ///< the user has seen it
    friend bool operator==(const Promise&, const Promise&) = default;
};

/// One talk with a bank, by whatever way, and what came of it.
struct Contact {
    ContactId id{};
    BillId bill{};
    Date due{};
    Moment at{};
    Channel channel = Channel::phone;
    Outcome outcome = Outcome::pending;
    std::string agent{};
    std::string reference{};
    std::string note{};
    std::optional<Offer> offer{};
    std::optional<Date> follow_up{};
    bool they_called = false;     ///< the bank, or a collector for it
    std::optional<int> waited{};  ///< minutes until somebody answered, or until the user gave up
    std::optional<Promise> promise{};
    std::vector<std::string> conduct{};  ///< rules for collectors that were not kept: keys in the hardship knowledge
    friend bool operator==(const Contact&, const Contact&) = default;
};

enum class PaperState { to_get, have, sent };

/// Where one supporting paper stands. The file stays where it is on disk; only its path is kept.
struct Paper {
    PaperId id{};
    BillId bill{};
    std::string document{};  ///< key in the hardship knowledge ("medical_diagnosis")
    PaperState state = PaperState::to_get;
    std::string path{};
    friend bool operator==(const Paper&, const Paper&) = default;
};

/// A warning that was given, so that nobody is told the same thing twice.
struct Notice {
    NoticeId id{};
    std::string about{};  ///< what it was about: bill, due date and stage ("bill:3:2026-12-05:at_risk")
    Moment at{};
    friend bool operator==(const Notice&, const Notice&) = default;
};

}  // namespace ledger
