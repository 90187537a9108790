#include "db/tables/contact.hpp"

#include "db/tables/rows.hpp"

namespace db {

namespace {

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> out;
    for (std::size_t from = 0; from < text.size();) {
        const auto end = std::min(text.find('\n', from), text.size());
        out.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return out;
}

std::string in_lines(const std::vector<std::string>& keys)
{
    std::string out;
    for (const auto& key : keys) out += key + "\n";
    return out;
}

void read_offer(Reader& row, ledger::Contact& contact)
{
    std::optional<int> months;
    std::optional<ledger::Rate> fee;
    std::optional<ledger::Date> first;
    row >> months >> fee >> first;
    if (months) contact.offer = {*months, fee.value_or(ledger::Rate{}), first};
}

void read_promise(Reader& row, ledger::Contact& contact)
{
    std::optional<ledger::PromiseKind> kind;
    std::optional<ledger::Currency> currency;
    std::optional<ledger::Money> amount;
    std::optional<ledger::Date> by;
    std::optional<bool> kept;
    row >> kind >> currency;
    row.in(currency.value_or(ledger::Currency{})) >> amount >> by >> kept;
    if (kind && by) contact.promise = {*kind, amount, *by, kept.value_or(false)};
}

}  // namespace

std::vector<ledger::Contact> ContactTable::load(Unread& unread) const
{
    SQLite::Statement statement{database_, R"(
SELECT
    id, bill, due, at, channel, outcome, agent, reference, note, follow_up, they_called, waited, conduct,
    offer_months, offer_fee, offer_first, promise, promise_currency, promise_amount, promise_by, promise_kept
FROM contacts ORDER BY id
)"};
    return each_row<ledger::Contact>(statement, unread, [&](Reader& row, ledger::Contact& contact) {
        std::string conduct;
        row >> contact.id >> contact.bill >> contact.due >> contact.at >> contact.channel >> contact.outcome;
        row >> contact.agent >> contact.reference >> contact.note >> contact.follow_up;
        row >> contact.they_called >> contact.waited >> conduct;
        contact.conduct = lines_of(conduct);
        read_offer(row, contact);
        read_promise(row, contact);
    });
}

void ContactTable::put(const ledger::Contact& contact)
{
    std::optional<int> months;
    std::optional<ledger::Rate> fee;
    std::optional<ledger::Date> first, by;
    if (contact.offer) {
        months = contact.offer->months;
        fee = contact.offer->fee;
        first = contact.offer->first;
    }
    std::optional<ledger::PromiseKind> promise;
    std::optional<ledger::Money> amount;
    std::optional<bool> kept;
    if (contact.promise)
        promise = contact.promise->kind, amount = contact.promise->amount, by = contact.promise->by,
        kept = contact.promise->kept;
    run(database_, R"(
INSERT INTO contacts (
    id, bill, due, at, channel, outcome, agent, reference, note, follow_up, they_called, waited, conduct,
    offer_months, offer_fee, offer_first, promise, promise_currency, promise_amount, promise_by, promise_kept
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    bill = excluded.bill, due = excluded.due, at = excluded.at, channel = excluded.channel,
    outcome = excluded.outcome, agent = excluded.agent, reference = excluded.reference, note = excluded.note,
    follow_up = excluded.follow_up, they_called = excluded.they_called, waited = excluded.waited,
    conduct = excluded.conduct, offer_months = excluded.offer_months, offer_fee = excluded.offer_fee,
    offer_first = excluded.offer_first, promise = excluded.promise, promise_currency = excluded.promise_currency,
    promise_amount = excluded.promise_amount, promise_by = excluded.promise_by, promise_kept = excluded.promise_kept
)",
        contact.id, contact.bill, contact.due, contact.at, contact.channel, contact.outcome, contact.agent,
        contact.reference, contact.note, contact.follow_up, contact.they_called, contact.waited,
        in_lines(contact.conduct), months, fee, first, promise, currency_of(amount), amount, by, kept);
}

void ContactTable::remove(ledger::ContactId id)
{
    run(database_, "DELETE FROM contacts WHERE id = ?", id);
}

}  // namespace db
