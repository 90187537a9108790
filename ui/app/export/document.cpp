#include <nlohmann/json.hpp>

#include "ui/app/export/formats.hpp"
#include "ui/app/journeys/lookup.hpp"
#include "ui/wording/script_words.hpp"

// The whole ledger as one JSON document: each shelf of the Book under its name, then the entries. Facts name each other
// by id; where a person reads along, an account or category has its name beside it.
namespace app {

using namespace ledger;
using Json = nlohmann::ordered_json;

namespace {

Json of(const std::string& text)
{
    return text.empty() ? Json{} : Json(text);
}
Json of(int n)
{
    return n;
}
Json of(Money m)
{
    return decimal(m);
}
Json of(Rate r)
{
    return decimal(r);
}
Json of(Date d)
{
    return iso(d);
}
Json of(Moment m)
{
    return iso(m);
}
template <class Kind>
Json of(Id<Kind> id)
{
    return id ? Json(id.value) : Json{};
}
Json of(const ScheduledPart&);
Json of(const EarlierRule&);
Json of(const Hardship&);
Json of(const Offer&);
Json of(const Promise&);
template <class T>
Json of(const std::optional<T>& value)
{
    return value ? of(*value) : Json{};
}
template <class T>
Json of(const std::vector<T>& values)
{
    auto list = Json::array();
    for (const auto& v : values) list.push_back(of(v));
    return list;
}

Json account_name(const Book& book, AccountId id)
{
    const auto* account = find<Account>(book, id);
    return account ? Json(account->name) : Json{};
}

Json of(const ScheduledPart& p)
{
    return {{"due", of(p.due)}, {"amount", of(p.amount)}};
}

Json of(const CardTerms& t)
{
    return {{"issuer", of(t.issuer)},
            {"preset", of(t.preset)},
            {"statement_day", t.statement_day},
            {"due_day", of(t.due_day)},
            {"due_after", of(t.due_after)},
            {"limit", of(t.limit)},
            {"minimum_rate", of(t.minimum_rate)},
            {"minimum_older", of(t.minimum_older)},
            {"minimum_floor", of(t.minimum_floor)},
            {"floor_on_share", t.floor_on_share},
            {"charges_in_full", t.charges_in_full},
            {"share_of_charges", t.share_of_charges},
            {"daily_rate", of(t.daily_rate)},
            {"interest", wording::key(t.interest)},
            {"interest_from", wording::key(t.interest_from)},
            {"rounding", wording::key(t.rounding)},
            {"round_to", t.round_to},
            {"late_rate", of(t.late_rate)},
            {"late_floor", of(t.late_floor)},
            {"late_cap", of(t.late_cap)},
            {"late_steps", of(t.late_steps)},
            {"grace_days", t.grace_days},
            {"tolerance", of(t.tolerance)},
            {"cash_rate", of(t.cash_rate)},
            {"cash_fee_rate", of(t.cash_fee_rate)},
            {"cash_fee_floor", of(t.cash_fee_floor)}};
}

Json of(const Book& book, const Account& a)
{
    Json j{{"id", a.id.value},
           {"name", a.name},
           {"type", wording::key(a.type)},
           {"currency", a.currency.text()},
           {"opening", of(a.opening)},
           {"opening_date", of(a.opening_date)},
           {"last4", of(a.number)},
           {"pay_from", account_name(book, a.pay_from)},
           {"archived", a.archived}};
    if (a.card) j["card"] = of(*a.card);
    if (a.overdue)
        j["overdue"] = {
            {"since", of(a.overdue->since)}, {"amount", of(a.overdue->amount)}, {"as_of", of(a.overdue->as_of)}};
    return j;
}

Json of(const Book& book, const Category& c)
{
    return {{"id", c.id.value}, {"name", category_path(book, c.id)}, {"parent", of(c.parent)},
            {"key", of(c.key)}, {"kind", wording::key(c.kind)},      {"essential", c.essential}};
}

Json of(const Book& book, const Batch& b)
{
    return {{"id", b.id.value},   {"account", account_name(book, b.account)},
            {"file", b.file},     {"at", of(b.at)},
            {"format", b.format}, {"entries", b.entries}};
}

/// The shift off weekends and the end of a repetition, which its key does not tell.
void add_rule(Json& j, const Recurrence& repeat, Date first)
{
    j["repeat"] = wording::repeat_key(repeat, first);
    j["shift"] = wording::key(repeat.shift);
    j["until"] = of(repeat.until);
    j["times"] = of(repeat.times);
}

Json of(const EarlierRule& r)
{
    Json j{{"held_until", of(r.until)}, {"amount", of(r.amount)},   {"lowest", of(r.lowest)},
           {"estimate", r.estimate},    {"minimum", of(r.minimum)}, {"first_due", of(r.first_due)}};
    add_rule(j, r.repeat, r.first_due);
    return j;
}

Json of(const Hardship& h)
{
    return {{"reason", h.reason},
            {"since", of(h.since)},
            {"until", of(h.until)},
            {"income_change", of(h.income_change)},
            {"pay_now", of(h.pay_now)}};
}

Json of(const Book& book, const Bill& b)
{
    Json j{{"id", b.id.value},       {"source", wording::key(b.source)},     {"payee", b.payee},
           {"amount", of(b.amount)}, {"currency", b.amount.currency.text()}, {"estimate", b.estimate},
           {"lowest", of(b.lowest)}, {"learn_from", b.learn_from},           {"first_due", of(b.first_due)}};
    add_rule(j, b.repeat, b.first_due);
    j.update({{"pay_from", account_name(book, b.pay_from)},
              {"minimum", of(b.minimum)},
              {"autopay", b.autopay},
              {"essential", b.essential},
              {"issuer", of(b.issuer)},
              {"category", of(category_path(book, b.category))},
              {"card", account_name(book, b.card)},
              {"plan", of(b.plan)},
              {"schedule", of(b.schedule)},
              {"earlier", of(b.earlier)},
              {"hardship", of(b.hardship)},
              {"owed_from", of(b.owed_from)},
              {"ended", b.ended}});
    return j;
}

Json of(const Book& book, const Income& i)
{
    Json j{{"id", i.id.value},         {"payer", i.payer},
           {"amount", of(i.amount)},   {"currency", i.amount.currency.text()},
           {"highest", of(i.highest)}, {"learn_from", i.learn_from},
           {"next", of(i.next)}};
    add_rule(j, i.repeat, i.next);
    j.update({{"to", account_name(book, i.to)}, {"category", of(category_path(book, i.category))}, {"ended", i.ended}});
    return j;
}

Json of(const Book&, const Settlement& s)
{
    return {{"id", s.id.value},       {"bill", of(s.bill)},       {"due", of(s.due)},  {"entry", of(s.entry)},
            {"amount", of(s.amount)}, {"paid_on", of(s.paid_on)}, {"chosen", s.chosen}};
}

Json of(const Book&, const Adjustment& a)
{
    return {{"id", a.id.value},     {"bill", of(a.bill)},         {"income", of(a.income)}, {"due", of(a.due)},
            {"skipped", a.skipped}, {"moved_to", of(a.moved_to)}, {"amount", of(a.amount)}};
}

Json of(const Book& book, const CardStatement& s)
{
    return {{"id", s.id.value}, {"card", account_name(book, s.card)}, {"closed", of(s.closed)},
            {"due", of(s.due)}, {"balance", of(s.balance)},           {"minimum", of(s.minimum)}};
}

Json of(const Book& book, const Dismissal& d)
{
    return {{"id", d.id.value},
            {"account", account_name(book, d.account)},
            {"payee", d.payee},
            {"category", of(category_path(book, d.category))},
            {"amount", of(d.amount)}};
}

Json of(const Book&, const Plan& p)
{
    return {{"id", p.id.value},
            {"bill", of(p.bill)},
            {"due", of(p.due)},
            {"kind", wording::key(p.kind)},
            {"schedule", of(p.schedule)},
            {"total_cost", of(p.total_cost)},
            {"reason", of(p.reason)},
            {"accepted", of(p.accepted)},
            {"status", wording::key(p.status)}};
}

Json of(const Offer& o)
{
    return {{"months", o.months}, {"fee", of(o.fee)}, {"first", of(o.first)}};
}
Json of(const Promise& p)
{
    return {{"kind", wording::key(p.kind)}, {"amount", of(p.amount)}, {"by", of(p.by)}, {"kept", p.kept}};
}

Json of(const Book&, const Contact& c)
{
    return {{"id", c.id.value},
            {"bill", of(c.bill)},
            {"due", of(c.due)},
            {"at", of(c.at)},
            {"channel", wording::key(c.channel)},
            {"outcome", wording::key(c.outcome)},
            {"agent", of(c.agent)},
            {"reference", of(c.reference)},
            {"note", of(c.note)},
            {"offer", of(c.offer)},
            {"follow_up", of(c.follow_up)},
            {"they_called", c.they_called},
            {"waited", of(c.waited)},
            {"promise", of(c.promise)},
            {"conduct", of(c.conduct)}};
}

Json of(const Book&, const Paper& p)
{
    return {{"id", p.id.value},
            {"bill", of(p.bill)},
            {"document", p.document},
            {"state", wording::key(p.state)},
            {"path", of(p.path)}};
}

Json of(const Book&, const Notice& n)
{
    return {{"id", n.id.value}, {"about", n.about}, {"at", of(n.at)}};
}

Json of(const Book& book, const Rule& r)
{
    return {{"id", r.id.value},
            {"place", r.place},
            {"text", of(r.text)},
            {"payee", of(r.payee)},
            {"account", account_name(book, r.account)},
            {"at_least", of(r.at_least)},
            {"at_most", of(r.at_most)},
            {"set_payee", of(r.set_payee)},
            {"set_category", of(category_path(book, r.set_category))},
            {"set_transfer", account_name(book, r.set_transfer)}};
}

Json of(const Book& book, const StatementFormat& f)
{
    return {{"id", f.id.value},
            {"name", f.name},
            {"signature", f.signature},
            {"account", account_name(book, f.account)},
            {"encoding", f.encoding},
            {"delimiter", f.delimiter ? Json(std::string(1, f.delimiter)) : Json{}},
            {"header_line", f.header_line},
            {"date_order", of(f.date_order)},
            {"decimal", std::string(1, f.decimal)},
            {"columns", f.columns}};
}

Json of(const Book&, const IssuerCorrection& c)
{
    return {{"id", c.id.value},   {"issuer", c.issuer},     {"name", of(c.name)},   {"hotline", of(c.hotline)},
            {"note", of(c.note)}, {"source", of(c.source)}, {"noted", of(c.noted)}, {"wrong", c.wrong}};
}

Json of(const Book&, const Holiday& h)
{
    return {{"id", h.id.value}, {"date", of(h.date)}, {"name", of(h.name)}};
}

Json of(const Book&, const ExchangeRate& r)
{
    return {
        {"id", r.id.value}, {"date", of(r.date)}, {"from", r.from.text()}, {"to", r.to.text()}, {"rate", of(r.rate)}};
}

Json of(const Preferences& p)
{
    return {{"language", of(p.language)},       {"region", of(p.region)},
            {"currency", p.currency.text()},    {"buffer", of(p.buffer)},
            {"lead_days", p.lead_days},         {"quiet_from", p.quiet_from},
            {"quiet_to", p.quiet_to},           {"notify", p.notify},
            {"autostart", p.autostart},         {"theme", of(p.theme)},
            {"holder_name", of(p.holder_name)}, {"watched_folder", of(p.watched_folder)}};
}

Json of(const Book& book, const Entry& e)
{
    Json j{{"id", e.id.value},
           {"date", of(e.date)},
           {"posted", of(e.posted)},
           {"account", account_name(book, e.account)},
           {"amount", of(e.amount)},
           {"currency", e.amount.currency.text()},
           {"payee", e.payee},
           {"memo", e.memo},
           {"category", of(category_path(book, e.category))},
           {"chosen", e.chosen},
           {"status", wording::key(e.status)},
           {"transfer", of(e.transfer)},
           {"batch", of(e.batch)},
           {"bank_id", of(e.bank_id)},
           {"splits", Json::array()}};
    for (const auto& s : e.splits)
        j["splits"].push_back(
            {{"category", of(category_path(book, s.category))}, {"amount", of(s.amount)}, {"memo", s.memo}});
    return j;
}

template <class Fact>
Json all(const Book& book)
{
    auto list = Json::array();
    for (const auto& [id, fact] : shelf<Fact>(book)) list.push_back(of(book, fact));
    return list;
}

}  // namespace

std::string json(const Book& book, const std::vector<Entry>& entries)
{
    Json j{{"format", "duewatch"},
           {"version", 2},
           {"accounts", all<Account>(book)},
           {"categories", all<Category>(book)},
           {"bills", all<Bill>(book)},
           {"incomes", all<Income>(book)},
           {"settlements", all<Settlement>(book)},
           {"adjustments", all<Adjustment>(book)},
           {"card_statements", all<CardStatement>(book)},
           {"dismissals", all<Dismissal>(book)},
           {"plans", all<Plan>(book)},
           {"contacts", all<Contact>(book)},
           {"papers", all<Paper>(book)},
           {"notices", all<Notice>(book)},
           {"rules", all<Rule>(book)},
           {"formats", all<StatementFormat>(book)},
           {"batches", all<Batch>(book)},
           {"corrections", all<IssuerCorrection>(book)},
           {"holidays", all<Holiday>(book)},
           {"rates", all<ExchangeRate>(book)},
           {"preferences", of(book.preferences)},
           {"entries", Json::array()}};
    for (const auto& e : entries) j["entries"].push_back(of(book, e));
    return j.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace app
