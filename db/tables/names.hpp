#pragma once
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "ledger/facts/change.hpp"

namespace db {

/// The words that stand in the file for the choices of the facts. They are the file's format: a word never changes its
/// meaning, and where an enumerator stands in C++ does not matter.
template <class Choice>
struct Names;

template <class Choice, std::size_t n>
using NameList = std::array<std::pair<Choice, std::string_view>, n>;

template <>
struct Names<ledger::AccountType> {
    using enum ledger::AccountType;
    static constexpr NameList<ledger::AccountType, 6> list{{{checking, "checking"},
                                                            {savings, "savings"},
                                                            {cash, "cash"},
                                                            {wallet, "wallet"},
                                                            {card, "card"},
                                                            {loan, "loan"}}};
};

template <>
struct Names<ledger::InterestMethod> {
    using enum ledger::InterestMethod;
    static constexpr NameList<ledger::InterestMethod, 3> list{{{full, "full"}, {unpaid, "unpaid"}, {adb, "adb"}}};
};

template <>
struct Names<ledger::InterestStart> {
    using enum ledger::InterestStart;
    static constexpr NameList<ledger::InterestStart, 2> list{{{posting, "posting"}, {statement, "statement"}}};
};

template <>
struct Names<ledger::Rounding> {
    using enum ledger::Rounding;
    static constexpr NameList<ledger::Rounding, 3> list{{{half_up, "half_up"}, {down, "down"}, {up, "up"}}};
};

template <>
struct Names<ledger::CategoryKind> {
    using enum ledger::CategoryKind;
    static constexpr NameList<ledger::CategoryKind, 2> list{{{expense, "expense"}, {income, "income"}}};
};

template <>
struct Names<ledger::BillSource> {
    using enum ledger::BillSource;
    static constexpr NameList<ledger::BillSource, 3> list{{{entered, "entered"}, {card, "card"}, {plan, "plan"}}};
};

template <>
struct Names<ledger::Period> {
    using enum ledger::Period;
    static constexpr NameList<ledger::Period, 4> list{
        {{once, "once"}, {week, "week"}, {month, "month"}, {year, "year"}}};
};

template <>
struct Names<ledger::Shift> {
    using enum ledger::Shift;
    static constexpr NameList<ledger::Shift, 3> list{{{none, "none"}, {before, "before"}, {after, "after"}}};
};

template <>
struct Names<ledger::PlanKind> {
    using enum ledger::PlanKind;
    static constexpr NameList<ledger::PlanKind, 10> list{{{transfer, "transfer"},
                                                          {trim, "trim"},
                                                          {defer_spending, "defer_spending"},
                                                          {move_due_date, "move_due_date"},
                                                          {pay_minimum, "pay_minimum"},
                                                          {bill_instalment, "bill_instalment"},
                                                          {extension, "extension"},
                                                          {personal_instalment, "personal_instalment"},
                                                          {interest_freeze, "interest_freeze"},
                                                          {counselling, "counselling"}}};
};

template <>
struct Names<ledger::PlanStatus> {
    using enum ledger::PlanStatus;
    static constexpr NameList<ledger::PlanStatus, 5> list{{{proposed_to_bank, "proposed_to_bank"},
                                                           {active, "active"},
                                                           {kept, "kept"},
                                                           {broken, "broken"},
                                                           {withdrawn, "withdrawn"}}};
};

template <>
struct Names<ledger::Channel> {
    using enum ledger::Channel;
    static constexpr NameList<ledger::Channel, 7> list{{{phone, "phone"},
                                                        {chat, "chat"},
                                                        {email, "email"},
                                                        {letter, "letter"},
                                                        {app, "app"},
                                                        {sms, "sms"},
                                                        {visit, "visit"}}};
};

template <>
struct Names<ledger::Outcome> {
    using enum ledger::Outcome;
    static constexpr NameList<ledger::Outcome, 5> list{{{agreed, "agreed"},
                                                        {refused, "refused"},
                                                        {pending, "pending"},
                                                        {no_answer, "no_answer"},
                                                        {counter_offer, "counter_offer"}}};
};

template <>
struct Names<ledger::PromiseKind> {
    using enum ledger::PromiseKind;
    static constexpr NameList<ledger::PromiseKind, 4> list{
        {{waiver, "waiver"}, {confirmation, "confirmation"}, {call_back, "call_back"}, {other, "other"}}};
};

template <>
struct Names<ledger::PaperState> {
    using enum ledger::PaperState;
    static constexpr NameList<ledger::PaperState, 3> list{{{to_get, "to_get"}, {have, "have"}, {sent, "sent"}}};
};

template <>
struct Names<ledger::Deed> {
    using enum ledger::Deed;
    static constexpr NameList<ledger::Deed, 34> list{{{add_account, "add_account"},
                                                      {edit_account, "edit_account"},
                                                      {add_entry, "add_entry"},
                                                      {edit_entry, "edit_entry"},
                                                      {remove_entry, "remove_entry"},
                                                      {add_transfer, "add_transfer"},
                                                      {add_bill, "add_bill"},
                                                      {edit_bill, "edit_bill"},
                                                      {pay_bill, "pay_bill"},
                                                      {skip_bill, "skip_bill"},
                                                      {add_income, "add_income"},
                                                      {edit_income, "edit_income"},
                                                      {edit_category, "edit_category"},
                                                      {edit_rule, "edit_rule"},
                                                      {import, "import"},
                                                      {undo_import, "undo_import"},
                                                      {accept_plan, "accept_plan"},
                                                      {log_contact, "log_contact"},
                                                      {papers, "papers"},
                                                      {correct_issuer, "correct_issuer"},
                                                      {preferences, "preferences"},
                                                      {notice, "notice"},
                                                      {set_up, "set_up"},
                                                      {link_payment, "link_payment"},
                                                      {card_statement, "card_statement"},
                                                      {confirm_stream, "confirm_stream"},
                                                      {end_plan, "end_plan"},
                                                      {unlink_payment, "unlink_payment"},
                                                      {holidays, "holidays"},
                                                      {edit_entries, "edit_entries"},
                                                      {apply_rules, "apply_rules"},
                                                      {reconcile, "reconcile"},
                                                      {edit_rates, "edit_rates"},
                                                      {dismiss_stream, "dismiss_stream"}}};
};

/// The word for a choice; empty for one that nobody named, which is a bug.
template <class Choice>
constexpr std::string_view name_of(Choice choice)
{
    for (const auto& [value, name] : Names<Choice>::list)
        if (value == choice) return name;
    return {};
}

/// The choice a word stands for; nothing for a word that this program does not know.
template <class Choice>
constexpr std::optional<Choice> choice_named(std::string_view name)
{
    for (const auto& [value, known] : Names<Choice>::list)
        if (known == name) return value;
    return std::nullopt;
}

}  // namespace db
