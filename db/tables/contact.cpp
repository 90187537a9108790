#include "db/tables/contact.hpp"

#include "db/tables/rows.hpp"

namespace db {

std::vector<ledger::Contact> ContactTable::load() const
{
    SQLite::Statement statement{database_, R"(
SELECT
    id, bill, due, at, channel, outcome, agent, reference, note, offer_months, offer_fee, offer_first, follow_up
FROM contacts ORDER BY id
)"};
    std::vector<ledger::Contact> found;
    while (statement.executeStep()) {
        auto& contact = found.emplace_back();
        Reader row{statement};
        std::optional<int> months;
        std::optional<ledger::Rate> fee;
        std::optional<ledger::Date> first;
        row >> contact.id >> contact.bill >> contact.due >> contact.at >> contact.channel >> contact.outcome;
        row >> contact.agent >> contact.reference >> contact.note >> months >> fee >> first >> contact.follow_up;
        if (months) contact.offer = {*months, fee.value_or(ledger::Rate{}), first};
    }
    return found;
}

void ContactTable::put(const ledger::Contact& contact)
{
    std::optional<int> months;
    std::optional<ledger::Rate> fee;
    std::optional<ledger::Date> first;
    if (contact.offer) {
        months = contact.offer->months;
        fee = contact.offer->fee;
        first = contact.offer->first;
    }
    run(database_, R"(
INSERT INTO contacts (
    id, bill, due, at, channel, outcome, agent, reference, note, offer_months, offer_fee, offer_first, follow_up
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    bill = excluded.bill, due = excluded.due, at = excluded.at, channel = excluded.channel,
    outcome = excluded.outcome, agent = excluded.agent, reference = excluded.reference, note = excluded.note,
    offer_months = excluded.offer_months, offer_fee = excluded.offer_fee, offer_first = excluded.offer_first,
    follow_up = excluded.follow_up
)",
        contact.id, contact.bill, contact.due, contact.at, contact.channel, contact.outcome, contact.agent, contact.reference,
        contact.note, months, fee, first, contact.follow_up);
}

void ContactTable::remove(ledger::ContactId id)
{
    run(database_, "DELETE FROM contacts WHERE id = ?", id);
}

}  // namespace db
