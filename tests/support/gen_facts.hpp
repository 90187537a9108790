#pragma once
#include <rapidcheck.h>

#include <array>
#include <map>
#include <string>
#include <vector>

#include "ledger/facts/change.hpp"

/// Facts as they might come in any ledger, for laws. Call only inside `rc::check`.
namespace testing {

/// What a generator has to know: the Book, and the entries beside it as the store would keep them.
struct World {
    ledger::Book book{};
    std::map<ledger::EntryId, ledger::Entry> entries{};

    ledger::FindEntry find_entry() const
    {
        return [this](ledger::EntryId id) -> std::optional<ledger::Entry> {
            const auto at = entries.find(id);
            return at == entries.end() ? std::nullopt : std::optional{at->second};
        };
    }

    void apply(const ledger::Change& change)
    {
        for (const auto& step : change.steps) {
            ledger::for_each_entry({.steps = {step}},
                                   [&](const ledger::Entry& e) { entries.insert_or_assign(e.id, e); });
            if (const auto* gone = std::get_if<ledger::Remove<ledger::Entry>>(&step)) entries.erase(gone->id);
        }
        book = ledger::apply(std::move(book), change);
    }
};

// --- values

inline int pick(int low, int high)
{
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(low, high + 1));
}
inline bool maybe(int percent = 50)
{
    return pick(1, 100) <= percent;
}

template <class T>
T one_of(std::initializer_list<T> choices)
{
    return *(choices.begin() + pick(0, static_cast<int>(choices.size()) - 1));
}

inline std::string any_text()
{
    using namespace std::string_literals;
    return one_of<std::string>({"", "Rent", "O'Brien; DROP TABLE entries", "100 % off_\\", "物业管理费", "美团外卖",
                                "a\0b"s, "\n\t\"", "Ärzte", "🍜", std::string(300, 'x')}) +
           (maybe(40) ? std::to_string(pick(1, 9)) : "");
}
inline std::string any_name()
{
    return any_text() + "n" + std::to_string(pick(1, 999'999));
}

/// Mostly in the years a household looks at, sometimes far away.
inline ledger::Date any_day()
{
    if (maybe(5)) return ledger::make_date(1900, 1, 1) + ledger::Days{pick(0, 109'000)};
    return ledger::make_date(2023, 1, 1) + ledger::Days{pick(0, 1500)};
}
inline ledger::Moment any_moment()
{
    return ledger::moment(any_day(), pick(0, 23), pick(0, 59));
}

inline std::int64_t any_minor(bool positive)
{
    const auto minor = maybe(3) ? ledger::Money::largest - pick(0, 9) : std::int64_t{pick(positive ? 1 : 0, 2'000'000)};
    return !positive && maybe(70) ? -minor : minor;
}
inline ledger::Money any_amount(ledger::Currency currency)
{
    return {any_minor(false), currency};
}
inline ledger::Money any_positive(ledger::Currency currency)
{
    return {any_minor(true), currency};
}
inline ledger::Currency any_currency()
{
    return maybe(80) ? ledger::Currency{}
                     : ledger::Currency{one_of<std::array<char, 3>>({{'U', 'S', 'D'}, {'J', 'P', 'Y'}})};
}
inline ledger::Rate any_rate(std::int64_t most)
{
    return {*rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::int64_t>(0, most + 1))};
}

inline ledger::Recurrence any_repeat(ledger::Date first)
{
    ledger::Recurrence r{
        .period = one_of({ledger::Period::once, ledger::Period::week, ledger::Period::month, ledger::Period::year}),
        .every = pick(1, 120),
        .nth_weekday = pick(-1, 4),
        .shift = one_of({ledger::Shift::none, ledger::Shift::before, ledger::Shift::after})};
    if (maybe(30)) r.until = first + ledger::Days{pick(0, 900)};
    if (maybe(30)) r.times = pick(1, 1200);
    return r;
}

template <class T, class Make>
std::optional<T> maybe_some(Make make)
{
    if (maybe()) return std::nullopt;
    return make();
}

// --- references

/// One of the facts that fits, or nothing when there is none.
template <class Fact, class Fits>
const Fact* some(const World& world, Fits fits)
{
    std::vector<const Fact*> found;
    for (const auto& [id, fact] : ledger::shelf<Fact>(world.book))
        if (fits(fact)) found.push_back(&fact);
    return found.empty() ? nullptr : found[static_cast<std::size_t>(pick(0, static_cast<int>(found.size()) - 1))];
}
template <class Fact>
const Fact* some(const World& world)
{
    return some<Fact>(world, [](const Fact&) { return true; });
}
template <class Fact>
auto id_or_none(const Fact* fact) -> decltype(Fact::id)
{
    return fact && maybe(80) ? fact->id : decltype(Fact::id){};
}
inline ledger::CategoryId any_category(const World& world)
{
    return id_or_none(some<ledger::Category>(world));
}
inline ledger::AccountId any_payer(const World& world, ledger::Currency currency)
{
    return id_or_none(some<ledger::Account>(
        world, [&](const auto& a) { return ledger::pays_bills(a.type) && a.currency == currency; }));
}
inline const ledger::Entry* some_entry(const World& world)
{
    if (world.entries.empty()) return nullptr;
    return &std::next(world.entries.begin(), pick(0, static_cast<int>(world.entries.size()) - 1))->second;
}

// --- facts: with this id, referring only to what the world has; nothing where the world lacks what the fact needs
// ---------------

inline ledger::CardTerms any_terms(ledger::Currency currency)
{
    ledger::CardTerms t{
        .issuer = any_text(),
        .statement_day = pick(1, 31),
        .limit = maybe_some<ledger::Money>([&] { return any_positive(currency); }),
        .minimum_rate = any_rate(ledger::Rate::one),
        .minimum_floor = maybe_some<ledger::Money>([&] { return any_positive(currency); }),
        .daily_rate = any_rate(10'000'000),
        .interest = one_of({ledger::InterestMethod::full, ledger::InterestMethod::unpaid, ledger::InterestMethod::adb}),
        .late_rate = any_rate(500'000'000),
        .grace_days = pick(0, 31),
        .tolerance = maybe_some<ledger::Money>([&] { return any_positive(currency); })};
    if (maybe()) t.due_day = pick(1, 31);
    else t.due_after = pick(1, 60);
    if (maybe()) t.late_floor = {pick(0, 100), currency};
    if (maybe()) t.late_cap = {pick(100, 1000), currency};
    t.preset = maybe() ? "CN" : "";
    if (maybe()) t.minimum_older = any_rate(ledger::Rate::one);
    t.floor_on_share = maybe(), t.charges_in_full = maybe(), t.share_of_charges = maybe();
    t.interest_from = maybe() ? ledger::InterestStart::posting : ledger::InterestStart::statement;
    t.rounding = one_of({ledger::Rounding::half_up, ledger::Rounding::down, ledger::Rounding::up});
    t.round_to = one_of<std::int64_t>({1, 100});
    for (int n = pick(0, 3); n > 0; --n) t.late_steps.push_back({pick(0, 50'000), currency});
    if (maybe()) t.cash_rate = any_rate(10'000'000);
    t.cash_fee_rate = any_rate(100'000'000);
    if (maybe()) t.cash_fee_floor = {pick(0, 5'000), currency};
    return t;
}

inline std::optional<ledger::Account> any_fact(const World& world, ledger::AccountId id)
{
    using enum ledger::AccountType;
    const auto* before = ledger::find<ledger::Account>(world.book, id);
    ledger::Account a{.id = id,
                      .name = any_name() + "-" + std::to_string(id.value),
                      .type = one_of({checking, savings, cash, wallet, card, loan}),
                      .currency = before ? before->currency : any_currency(),
                      .opening_date = any_day(),
                      .number = maybe() ? "4321" : "",
                      .archived = maybe(10)};
    a.opening = {pick(-1'000'000, 1'000'000), a.currency};
    if (a.type == card && maybe(80)) a.card = any_terms(a.currency);
    if (a.card && maybe(30)) {
        const auto since = any_day();
        a.overdue = ledger::Overdue{since, any_positive(a.currency), since + ledger::Days{pick(1, 400)}};
    }
    if (a.type == card) a.pay_from = any_payer(world, a.currency);
    return a;
}

inline std::optional<ledger::Category> any_fact(const World& world, ledger::CategoryId id)
{
    const auto* parent = some<ledger::Category>(world, [&](const auto& c) { return c.id < id; });
    return ledger::Category{.id = id,
                            .parent = id_or_none(parent),
                            .name = any_name(),
                            .key = maybe(20) ? any_text() : "",
                            .kind = maybe() ? ledger::CategoryKind::expense : ledger::CategoryKind::income,
                            .essential = maybe()};
}

inline std::optional<ledger::Batch> any_fact(const World& world, ledger::BatchId id)
{
    const auto* account = some<ledger::Account>(world);
    if (!account) return std::nullopt;
    return ledger::Batch{.id = id,
                         .account = account->id,
                         .file = any_text(),
                         .at = any_moment(),
                         .format = any_text(),
                         .entries = pick(0, 99)};
}

/// Keeps what ties an entry to others as it was: its side of a transfer, and enough to cover what it settles.
inline std::optional<ledger::Entry> any_fact(const World& world, ledger::EntryId id)
{
    const auto old = world.find_entry()(id);
    const auto* account = old ? ledger::find<ledger::Account>(world.book, old->account) : some<ledger::Account>(world);
    if (!account) return std::nullopt;
    if (old && !old->transfer && maybe(30)) {
        const auto currency = account->currency;
        account = some<ledger::Account>(world, [&](const auto& a) { return a.currency == currency; });
    }
    ledger::Entry e{
        .id = id,
        .account = account->id,
        .date = any_day(),
        .posted = maybe_some<ledger::Date>(any_day),
        .amount = any_amount(account->currency),
        .payee = any_text(),
        .memo = any_text(),
        .category = any_category(world),
        .chosen = maybe(50),
        .status = one_of({ledger::EntryStatus::pending, ledger::EntryStatus::cleared, ledger::EntryStatus::reconciled}),
        .transfer = old ? old->transfer : ledger::TransferId{},
        .batch = id_or_none(some<ledger::Batch>(world)),
        .bank_id = maybe(30) ? any_text() : ""};
    for (const auto& [settlement_id, s] : world.book.settlements)
        if (s.entry == id) e.amount = old->amount;
    if (maybe(25)) {
        e.category = {};
        for (const auto part : ledger::split(e.amount, pick(1, 4)))
            e.splits.push_back({any_category(world), part, any_text()});
    }
    return e;
}

inline std::vector<ledger::ScheduledPart> any_schedule(ledger::Currency currency)
{
    std::vector<ledger::ScheduledPart> parts(static_cast<std::size_t>(pick(0, 4)));
    auto due = any_day();
    if (ledger::year_of(due) > 2190) due = ledger::make_date(2190, 1, 1);
    for (auto& part : parts) part = {due += ledger::Days{30}, any_positive(currency)};
    return parts;
}

inline std::optional<ledger::Bill> any_fact(const World& world, ledger::BillId id)
{
    const auto* before = ledger::find<ledger::Bill>(world.book, id);
    const auto currency = before ? before->amount.currency : any_currency();
    const auto* card =
        some<ledger::Account>(world, [&](const auto& a) { return a.card.has_value() && a.currency == currency; });
    const auto* plan = some<ledger::Plan>(world);
    ledger::Bill b{.id = id,
                   .payee = any_name(),
                   .amount = any_positive(currency),
                   .estimate = maybe(),
                   .first_due = any_day(),
                   .pay_from = any_payer(world, currency),
                   .autopay = maybe(),
                   .essential = maybe(),
                   .issuer = any_text(),
                   .category = any_category(world),
                   .ended = maybe(20)};
    b.repeat = any_repeat(b.first_due);
    if (maybe(30)) b.minimum = ledger::Money{b.amount.minor / 10, currency};
    if (maybe(30)) b.lowest = ledger::Money{b.amount.minor / 2, currency};
    if (maybe(30)) b.learn_from = pick(1, 24);
    if (maybe(30)) b.owed_from = any_day();
    auto until = ledger::make_date(2020, 1, 1);
    for (int n = pick(0, 2); n > 0; --n) {
        const auto first = any_day();
        b.earlier.push_back({.until = until += ledger::Days{pick(1, 200)},
                             .amount = any_positive(currency),
                             .estimate = maybe(),
                             .first_due = first,
                             .repeat = any_repeat(first)});
    }
    if (card && maybe(20)) {
        b.source = ledger::BillSource::card;
        b.card = card->id;
    }
    else if (plan && maybe(20)) {
        b.source = ledger::BillSource::plan;
        b.plan = plan->id;
        b.schedule = any_schedule(currency);
    }
    if (maybe(20))
        b.hardship = ledger::Hardship{.reason = any_name(),
                                      .income_change = maybe_some<ledger::Money>([&] { return any_amount(currency); }),
                                      .pay_now = maybe_some<ledger::Money>([&] { return any_positive(currency); })};
    return b;
}

inline std::optional<ledger::Income> any_fact(const World& world, ledger::IncomeId id)
{
    const auto* before = ledger::find<ledger::Income>(world.book, id);
    const auto currency = before ? before->amount.currency : any_currency();
    ledger::Income i{.id = id,
                     .payer = any_name(),
                     .amount = any_positive(currency),
                     .next = any_day(),
                     .to = any_payer(world, currency),
                     .category = any_category(world),
                     .ended = maybe(20)};
    i.repeat = any_repeat(i.next);
    if (maybe(30)) i.highest = i.amount;
    if (maybe(30)) i.learn_from = pick(1, 24);
    return i;
}

inline std::optional<ledger::Settlement> any_fact(const World& world, ledger::SettlementId id)
{
    const auto* entry = some_entry(world);
    const auto* bill =
        entry ? some<ledger::Bill>(world, [&](const auto& b) { return b.amount.currency == entry->amount.currency; })
              : nullptr;
    if (!bill) return std::nullopt;
    const auto whole = abs(entry->amount);
    return ledger::Settlement{.id = id,
                              .bill = bill->id,
                              .due = any_day(),
                              .entry = entry->id,
                              .amount = maybe() ? whole : ledger::Money{whole.minor / 3, whole.currency},
                              .paid_on = any_day(),
                              .chosen = maybe()};
}

inline std::optional<ledger::Adjustment> any_fact(const World& world, ledger::AdjustmentId id)
{
    const auto* bill = some<ledger::Bill>(world);
    if (const auto* income = some<ledger::Income>(world); income && maybe(30))
        return ledger::Adjustment{
            .id = id,
            .due = any_day(),
            .skipped = maybe(),
            .moved_to = maybe_some<ledger::Date>(any_day),
            .amount = maybe_some<ledger::Money>([&] { return any_positive(income->amount.currency); }),
            .income = income->id};
    if (!bill) return std::nullopt;
    return ledger::Adjustment{.id = id,
                              .bill = bill->id,
                              .due = any_day(),
                              .skipped = maybe(),
                              .moved_to = maybe_some<ledger::Date>(any_day),
                              .amount = maybe_some<ledger::Money>([&] { return any_positive(bill->amount.currency); })};
}

inline std::optional<ledger::CardStatement> any_fact(const World& world, ledger::CardStatementId id)
{
    const auto* card = some<ledger::Account>(world, [](const auto& a) { return a.type == ledger::AccountType::card; });
    if (!card) return std::nullopt;
    const auto closed = any_day();
    const auto balance = any_positive(card->currency);
    return ledger::CardStatement{.id = id,
                                 .card = card->id,
                                 .closed = closed,
                                 .due = closed + ledger::Days{pick(0, 60)},
                                 .balance = balance,
                                 .minimum = {balance.minor / 10, balance.currency}};
}

inline std::optional<ledger::Plan> any_fact(const World& world, ledger::PlanId id)
{
    using enum ledger::PlanKind;
    using enum ledger::PlanStatus;
    const auto* bill = some<ledger::Bill>(world);
    if (!bill) return std::nullopt;
    return ledger::Plan{.id = id,
                        .bill = bill->id,
                        .due = any_day(),
                        .kind = one_of({transfer, trim, defer_spending, move_due_date, pay_minimum, bill_instalment,
                                        extension, personal_instalment, interest_freeze, counselling}),
                        .schedule = any_schedule(bill->amount.currency),
                        .total_cost = any_positive(bill->amount.currency),
                        .reason = any_text(),
                        .accepted = any_day(),
                        .status = one_of({proposed_to_bank, active, kept, broken, withdrawn})};
}

inline std::optional<ledger::Contact> any_fact(const World& world, ledger::ContactId id)
{
    using enum ledger::Channel;
    using enum ledger::Outcome;
    const auto* bill = some<ledger::Bill>(world);
    if (!bill) return std::nullopt;
    ledger::Contact c{.id = id,
                      .bill = bill->id,
                      .due = any_day(),
                      .at = any_moment(),
                      .channel = one_of({phone, chat, email, letter, app, sms, visit}),
                      .outcome = one_of({agreed, refused, pending, no_answer, counter_offer}),
                      .agent = any_text(),
                      .reference = any_text(),
                      .note = any_text(),
                      .follow_up = maybe_some<ledger::Date>(any_day)};
    if (maybe()) c.offer = {pick(1, 120), any_rate(50'000'000), maybe_some<ledger::Date>(any_day)};
    c.they_called = maybe();
    if (maybe()) c.waited = pick(0, 120);
    if (maybe()) {
        c.promise = ledger::Promise{.kind = one_of({ledger::PromiseKind::waiver, ledger::PromiseKind::confirmation,
                                                    ledger::PromiseKind::call_back, ledger::PromiseKind::other}),
                                    .amount = {},
                                    .by = any_day(),
                                    .kept = maybe()};
        if (maybe()) c.promise->amount = any_positive(bill->amount.currency);
    }
    if (maybe(30)) c.conduct = {"quiet_hours", "third_parties"};
    return c;
}

inline std::optional<ledger::Paper> any_fact(const World& world, ledger::PaperId id)
{
    const auto* bill = some<ledger::Bill>(world);
    if (!bill) return std::nullopt;
    return ledger::Paper{
        .id = id,
        .bill = bill->id,
        .document = any_text(),
        .state = one_of({ledger::PaperState::to_get, ledger::PaperState::have, ledger::PaperState::sent}),
        .path = any_text()};
}

inline std::optional<ledger::Notice> any_fact(const World&, ledger::NoticeId id)
{
    return ledger::Notice{.id = id, .about = any_text(), .at = any_moment()};
}

inline std::optional<ledger::Rule> any_fact(const World& world, ledger::RuleId id)
{
    const auto category = any_category(world);
    return ledger::Rule{.id = id,
                        .place = pick(0, 9),
                        .text = any_text(),
                        .payee = any_text(),
                        .account = id_or_none(some<ledger::Account>(world)),
                        .at_least = maybe_some<ledger::Money>([] { return any_amount(any_currency()); }),
                        .at_most = maybe_some<ledger::Money>([] { return any_amount(any_currency()); }),
                        .set_payee = any_name(),
                        .set_category = category,
                        .set_transfer = category ? ledger::AccountId{} : id_or_none(some<ledger::Account>(world))};
}

inline std::optional<ledger::StatementFormat> any_fact(const World& world, ledger::FormatId id)
{
    ledger::StatementFormat f{.id = id,
                              .name = any_text(),
                              .signature = any_text(),
                              .account = id_or_none(some<ledger::Account>(world)),
                              .encoding = any_text(),
                              .delimiter = one_of({',', ';', '\t', '|'}),
                              .header_line = pick(0, 30),
                              .date_order = one_of<std::string>({"ymd", "dmy", "mdy"}),
                              .decimal = one_of({'.', ','})};
    for (const auto* role : {"date", "amount", "payee", "物"})
        if (maybe()) f.columns.emplace(role, pick(1, 40));
    return f;
}

inline std::optional<ledger::IssuerCorrection> any_fact(const World&, ledger::CorrectionId id)
{
    return ledger::IssuerCorrection{.id = id,
                                    .issuer = any_name(),
                                    .name = any_text(),
                                    .hotline = any_text(),
                                    .note = any_text(),
                                    .source = any_text(),
                                    .noted = maybe_some<ledger::Date>(any_day),
                                    .wrong = maybe()};
}

inline std::optional<ledger::Holiday> any_fact(const World&, ledger::HolidayId id)
{
    return ledger::Holiday{.id = id, .date = any_day(), .name = any_text()};
}

inline std::optional<ledger::ExchangeRate> any_fact(const World&, ledger::ExchangeRateId id)
{
    const ledger::Currency dollar{{'U', 'S', 'D'}}, yen{{'J', 'P', 'Y'}};
    const auto from = any_currency();
    return ledger::ExchangeRate{.id = id,
                                .date = any_day(),
                                .from = from,
                                .to = from == dollar ? yen : dollar,
                                .rate = {pick(1, 2'000'000'000)}};
}

inline std::optional<ledger::Dismissal> any_fact(const World& world, ledger::DismissalId id)
{
    const auto account = some<ledger::Account>(world);
    if (!account) return std::nullopt;
    ledger::Dismissal d{
        .id = id, .account = account->id, .payee = any_name(), .amount = any_positive(account->currency)};
    if (maybe()) d.amount = -d.amount;
    return d;
}

inline ledger::Preferences any_preferences()
{
    const auto currency = any_currency();
    return {.language = one_of<std::string>({"", "en", "zh_CN"}),
            .region = any_text(),
            .currency = currency,
            .buffer = any_positive(any_currency()),
            .lead_days = pick(1, 60),
            .quiet_from = pick(0, 23),
            .quiet_to = pick(0, 23),
            .notify = maybe(),
            .autostart = maybe(),
            .theme = any_text(),
            .holder_name = any_text(),
            .watched_folder = any_text()};
}

}  // namespace testing
