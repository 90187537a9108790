#include "ui/wording/script_words.hpp"

#include <charconv>

#include "alerts/assess.hpp"
#include "alerts/rescue/proposal.hpp"
#include "alerts/telling/follow_up.hpp"
#include "ledger/facts/change.hpp"
#include "ledger/facts/knowledge.hpp"

namespace wording {

using namespace ledger;

template <>
std::span<const Key<AccountType>> keys()
{
    static constexpr Key<AccountType> all[] = {{AccountType::checking, "checking"}, {AccountType::savings, "savings"},
                                               {AccountType::cash, "cash"},         {AccountType::wallet, "wallet"},
                                               {AccountType::card, "card"},         {AccountType::loan, "loan"}};
    return all;
}

template <>
std::span<const Key<InterestMethod>> keys()
{
    static constexpr Key<InterestMethod> all[] = {
        {InterestMethod::full, "full"}, {InterestMethod::unpaid, "unpaid"}, {InterestMethod::adb, "adb"}};
    return all;
}

template <>
std::span<const Key<InterestStart>> keys()
{
    static constexpr Key<InterestStart> all[] = {{InterestStart::posting, "posting"},
                                                 {InterestStart::statement, "statement"}};
    return all;
}

template <>
std::span<const Key<Rounding>> keys()
{
    static constexpr Key<Rounding> all[] = {
        {Rounding::half_up, "half_up"}, {Rounding::down, "down"}, {Rounding::up, "up"}};
    return all;
}

template <>
std::span<const Key<Confidence>> keys()
{
    static constexpr Key<Confidence> all[] = {{Confidence::high, "high"},
                                              {Confidence::medium, "medium"},
                                              {Confidence::low, "low"},
                                              {Confidence::unconfirmed, "unconfirmed"}};
    return all;
}

template <>
std::span<const Key<Shift>> keys()
{
    static constexpr Key<Shift> all[] = {{Shift::none, "none"}, {Shift::before, "before"}, {Shift::after, "after"}};
    return all;
}

template <>
std::span<const Key<EntryStatus>> keys()
{
    static constexpr Key<EntryStatus> all[] = {
        {EntryStatus::pending, "pending"}, {EntryStatus::cleared, "cleared"}, {EntryStatus::reconciled, "reconciled"}};
    return all;
}

template <>
std::span<const Key<CategoryKind>> keys()
{
    static constexpr Key<CategoryKind> all[] = {{CategoryKind::expense, "expense"}, {CategoryKind::income, "income"}};
    return all;
}

template <>
std::span<const Key<BillSource>> keys()
{
    static constexpr Key<BillSource> all[] = {
        {BillSource::entered, "bill"}, {BillSource::card, "card"}, {BillSource::plan, "plan"}};
    return all;
}

template <>
std::span<const Key<DutyStatus>> keys()
{
    static constexpr Key<DutyStatus> all[] = {{DutyStatus::upcoming, "upcoming"},
                                              {DutyStatus::due, "due"},
                                              {DutyStatus::partly_paid, "partly_paid"},
                                              {DutyStatus::paid, "paid"},
                                              {DutyStatus::minimum_paid, "minimum_paid"},
                                              {DutyStatus::overdue, "overdue"},
                                              {DutyStatus::in_plan, "in_plan"}};
    return all;
}

template <>
std::span<const Key<PlanKind>> keys()
{
    static constexpr Key<PlanKind> all[] = {{PlanKind::transfer, "transfer"},
                                            {PlanKind::trim, "trim"},
                                            {PlanKind::defer_spending, "defer_spending"},
                                            {PlanKind::move_due_date, "move_due_date"},
                                            {PlanKind::pay_minimum, "pay_minimum"},
                                            {PlanKind::bill_instalment, "bill_instalment"},
                                            {PlanKind::extension, "extension"},
                                            {PlanKind::personal_instalment, "personal_instalment"},
                                            {PlanKind::interest_freeze, "interest_freeze"},
                                            {PlanKind::counselling, "counselling"}};
    return all;
}

template <>
std::span<const Key<PlanStatus>> keys()
{
    static constexpr Key<PlanStatus> all[] = {{PlanStatus::proposed_to_bank, "proposed_to_bank"},
                                              {PlanStatus::active, "active"},
                                              {PlanStatus::kept, "kept"},
                                              {PlanStatus::broken, "broken"},
                                              {PlanStatus::withdrawn, "withdrawn"}};
    return all;
}

template <>
std::span<const Key<Channel>> keys()
{
    static constexpr Key<Channel> all[] = {
        {Channel::phone, "phone"}, {Channel::chat, "chat"}, {Channel::email, "email"}, {Channel::letter, "letter"},
        {Channel::app, "app"},     {Channel::sms, "sms"},   {Channel::visit, "visit"}};
    return all;
}

template <>
std::span<const Key<Outcome>> keys()
{
    static constexpr Key<Outcome> all[] = {{Outcome::agreed, "agreed"},
                                           {Outcome::refused, "refused"},
                                           {Outcome::pending, "pending"},
                                           {Outcome::no_answer, "no_answer"},
                                           {Outcome::counter_offer, "counter_offer"}};
    return all;
}

template <>
std::span<const Key<PromiseKind>> keys()
{
    static constexpr Key<PromiseKind> all[] = {{PromiseKind::waiver, "waiver"},
                                               {PromiseKind::confirmation, "confirmation"},
                                               {PromiseKind::call_back, "call_back"},
                                               {PromiseKind::other, "other"}};
    return all;
}

template <>
std::span<const Key<PaperState>> keys()
{
    static constexpr Key<PaperState> all[] = {
        {PaperState::to_get, "to_get"}, {PaperState::have, "have"}, {PaperState::sent, "sent"}};
    return all;
}

template <>
std::span<const Key<alerts::Level>> keys()
{
    using alerts::Level;
    static constexpr Key<Level> all[] = {
        {Level::safe, "safe"}, {Level::tight, "tight"}, {Level::at_risk, "at_risk"}, {Level::will_miss, "will_miss"}};
    return all;
}

template <>
std::span<const Key<alerts::CauseKind>> keys()
{
    using alerts::CauseKind;
    static constexpr Key<CauseKind> all[] = {{CauseKind::balance_today, "balance_today"},
                                             {CauseKind::income_expected, "income_expected"},
                                             {CauseKind::income_late, "income_late"},
                                             {CauseKind::income_after, "income_after"},
                                             {CauseKind::bill_before, "bill"},
                                             {CauseKind::regular_payment, "regular_payment"},
                                             {CauseKind::usual_spending, "usual_spending"}};
    return all;
}

template <>
std::span<const Key<alerts::FollowUpKind>> keys()
{
    using alerts::FollowUpKind;
    static constexpr Key<FollowUpKind> all[] = {{FollowUpKind::plan_missed, "plan_missed"},
                                                {FollowUpKind::call_before_missing, "call_before_missing"},
                                                {FollowUpKind::plan_first_reminder, "plan_first_reminder"},
                                                {FollowUpKind::plan_last_reminder, "plan_last_reminder"},
                                                {FollowUpKind::promise_not_seen, "promise_not_seen"},
                                                {FollowUpKind::answer_due, "answer_due"},
                                                {FollowUpKind::ask_again, "ask_again"}};
    return all;
}

template <>
std::span<const Key<alerts::Verdict>> keys()
{
    using alerts::Verdict;
    static constexpr Key<Verdict> all[] = {{Verdict::above_affordable, "above_affordable"},
                                           {Verdict::theirs_may_not_hold, "theirs_may_not_hold"},
                                           {Verdict::neither_holds, "neither_holds"},
                                           {Verdict::ours_costs_less, "ours_costs_less"},
                                           {Verdict::theirs_costs_less, "theirs_costs_less"},
                                           {Verdict::alike, "alike"},
                                           {Verdict::only_theirs, "only_theirs"}};
    return all;
}

template <>
std::span<const Key<Deed>> keys()
{
    static constexpr Key<Deed> all[] = {{Deed::add_account, "add_account"},
                                        {Deed::edit_account, "edit_account"},
                                        {Deed::add_entry, "add_entry"},
                                        {Deed::edit_entry, "edit_entry"},
                                        {Deed::remove_entry, "remove_entry"},
                                        {Deed::add_transfer, "add_transfer"},
                                        {Deed::add_bill, "add_bill"},
                                        {Deed::edit_bill, "edit_bill"},
                                        {Deed::pay_bill, "pay_bill"},
                                        {Deed::skip_bill, "skip_bill"},
                                        {Deed::add_income, "add_income"},
                                        {Deed::edit_income, "edit_income"},
                                        {Deed::edit_category, "edit_category"},
                                        {Deed::edit_rule, "edit_rule"},
                                        {Deed::import, "import"},
                                        {Deed::undo_import, "undo_import"},
                                        {Deed::accept_plan, "accept_plan"},
                                        {Deed::log_contact, "log_contact"},
                                        {Deed::papers, "papers"},
                                        {Deed::correct_issuer, "correct_issuer"},
                                        {Deed::preferences, "preferences"},
                                        {Deed::notice, "notice"},
                                        {Deed::set_up, "set_up"},
                                        {Deed::link_payment, "link_payment"},
                                        {Deed::card_statement, "card_statement"},
                                        {Deed::confirm_stream, "confirm_stream"},
                                        {Deed::end_plan, "end_plan"},
                                        {Deed::unlink_payment, "unlink_payment"},
                                        {Deed::holidays, "holidays"},
                                        {Deed::edit_entries, "edit_entries"},
                                        {Deed::apply_rules, "apply_rules"},
                                        {Deed::reconcile, "reconcile"},
                                        {Deed::edit_rates, "edit_rates"},
                                        {Deed::dismiss_stream, "dismiss_stream"}};
    return all;
}

namespace {

constexpr const char* repeat_choices =
    "none|weekly|every-2-weeks|monthly|every-N-months|yearly|monthly-last-friday|monthly-2nd-tuesday";

struct Unit {
    Period period;
    const char* each;
    const char* plural;
};
constexpr Unit units[] = {
    {Period::week, "weekly", "weeks"}, {Period::month, "monthly", "months"}, {Period::year, "yearly", "years"}};

constexpr std::pair<const char*, int> places[] = {{"last", -1}, {"1st", 1}, {"2nd", 2}, {"3rd", 3}, {"4th", 4}};
constexpr const char* weekday_keys[] = {"weekday",  "monday", "tuesday",  "wednesday",
                                        "thursday", "friday", "saturday", "sunday"};

/// What stands behind the period: "-last-friday".
struct ByWeekday {
    int place = 0;
    unsigned weekday = 0;  ///< 0 = that of the first date
};

/// Takes it off the end of `text`; nothing, and `text` as it was, where there is none.
std::optional<ByWeekday> take_weekday(std::string_view& text)
{
    for (const auto& [word, place] : places)
        for (unsigned day = 0; day < std::size(weekday_keys); ++day)
            if (const auto end = "-" + std::string{word} + "-" + weekday_keys[day]; text.ends_with(end)) {
                text.remove_suffix(end.size());
                return ByWeekday{place, day};
            }
    return std::nullopt;
}

std::optional<Recurrence> parse_period(std::string_view text)
{
    if (text == "none") return Recurrence{};
    for (const auto& unit : units)
        if (text == unit.each) return Recurrence{.period = unit.period};
    constexpr std::string_view every = "every-";
    if (!text.starts_with(every)) return std::nullopt;
    const auto rest = text.substr(every.size());
    int n = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), n);
    if (error != std::errc{} || n < 1 || end == rest.data() + rest.size() || *end != '-') return std::nullopt;
    const std::string_view name{end + 1, static_cast<std::size_t>(rest.data() + rest.size() - end - 1)};
    for (const auto& unit : units)
        if (name == unit.plural || (n == 1 && std::string{name} + "s" == unit.plural))
            return Recurrence{.period = unit.period, .every = n};
    return std::nullopt;
}

}  // namespace

std::string repeat_key(const Recurrence& repeat, std::optional<Date> first)
{
    for (const auto& unit : units) {
        if (unit.period != repeat.period) continue;
        auto key =
            repeat.every == 1 ? std::string{unit.each} : "every-" + std::to_string(repeat.every) + "-" + unit.plural;
        for (const auto& [word, place] : places)
            if (repeat.period == Period::month && place == repeat.nth_weekday)
                key += "-" + std::string{word} + "-" + weekday_keys[first ? weekday_of(*first) : 0];
        return key;
    }
    return "none";
}

Result<Recurrence> parse_repeat(std::string_view text)
{
    const Problem unknown{
        .trouble = Trouble::not_a_choice, .field = "repeat", .text = std::string{text}, .detail = repeat_choices};
    const auto by = take_weekday(text);
    auto repeat = parse_period(text);
    if (!repeat || (by && repeat->period != Period::month)) return unknown;
    if (by) repeat->nth_weekday = by->place;
    return *repeat;
}

std::optional<unsigned> weekday_named(std::string_view text)
{
    const auto by = take_weekday(text);
    return by && by->weekday ? std::optional{by->weekday} : std::nullopt;
}

}  // namespace wording
