#pragma once
#include "ledger/facts/change.hpp"
#include "ledger/values/choice_words.hpp"

// The words for the choices of the facts: the format of the file, and what scripts read and write. In the order in
// which help texts list them.
namespace ledger {

template <>
struct ChoiceWords<AccountType> {
    using enum AccountType;
    static constexpr WordList<AccountType, 6> list{{{checking, "checking"},
                                                    {savings, "savings"},
                                                    {cash, "cash"},
                                                    {wallet, "wallet"},
                                                    {card, "card"},
                                                    {loan, "loan"}}};
};

template <>
struct ChoiceWords<InterestMethod> {
    using enum InterestMethod;
    static constexpr WordList<InterestMethod, 3> list{{{full, "full"}, {unpaid, "unpaid"}, {adb, "adb"}}};
};

template <>
struct ChoiceWords<InterestStart> {
    using enum InterestStart;
    static constexpr WordList<InterestStart, 2> list{{{posting, "posting"}, {statement, "statement"}}};
};

template <>
struct ChoiceWords<Rounding> {
    using enum Rounding;
    static constexpr WordList<Rounding, 3> list{{{half_up, "half_up"}, {down, "down"}, {up, "up"}}};
};

template <>
struct ChoiceWords<CategoryKind> {
    using enum CategoryKind;
    static constexpr WordList<CategoryKind, 2> list{{{expense, "expense"}, {income, "income"}}};
};

template <>
struct ChoiceWords<BillSource> {
    using enum BillSource;
    static constexpr WordList<BillSource, 3> list{{{entered, "entered"}, {card, "card"}, {plan, "plan"}}};
};

template <>
struct ChoiceWords<Period> {
    using enum Period;
    static constexpr WordList<Period, 5> list{
        {{once, "once"}, {week, "week"}, {month, "month"}, {year, "year"}, {day, "day"}}};
};

template <>
struct ChoiceWords<Shift> {
    using enum Shift;
    static constexpr WordList<Shift, 3> list{{{none, "none"}, {before, "before"}, {after, "after"}}};
};

template <>
struct ChoiceWords<PlanKind> {
    using enum PlanKind;
    static constexpr WordList<PlanKind, 10> list{{{transfer, "transfer"},
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
struct ChoiceWords<PlanStatus> {
    using enum PlanStatus;
    static constexpr WordList<PlanStatus, 5> list{{{proposed_to_bank, "proposed_to_bank"},
                                                   {active, "active"},
                                                   {kept, "kept"},
                                                   {broken, "broken"},
                                                   {withdrawn, "withdrawn"}}};
};

template <>
struct ChoiceWords<Channel> {
    using enum Channel;
    static constexpr WordList<Channel, 7> list{{{phone, "phone"},
                                                {chat, "chat"},
                                                {email, "email"},
                                                {letter, "letter"},
                                                {app, "app"},
                                                {sms, "sms"},
                                                {visit, "visit"}}};
};

template <>
struct ChoiceWords<Outcome> {
    using enum Outcome;
    static constexpr WordList<Outcome, 5> list{{{agreed, "agreed"},
                                                {refused, "refused"},
                                                {pending, "pending"},
                                                {no_answer, "no_answer"},
                                                {counter_offer, "counter_offer"}}};
};

template <>
struct ChoiceWords<PromiseKind> {
    using enum PromiseKind;
    static constexpr WordList<PromiseKind, 4> list{
        {{waiver, "waiver"}, {confirmation, "confirmation"}, {call_back, "call_back"}, {other, "other"}}};
};

template <>
struct ChoiceWords<PaperState> {
    using enum PaperState;
    static constexpr WordList<PaperState, 3> list{{{to_get, "to_get"}, {have, "have"}, {sent, "sent"}}};
};

template <>
struct ChoiceWords<Deed> {
    using enum Deed;
    static constexpr WordList<Deed, 34> list{{{add_account, "add_account"},
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

}  // namespace ledger
