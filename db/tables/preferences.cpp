#include "db/tables/preferences.hpp"

#include "db/tables/rows.hpp"

namespace db {

ledger::Preferences PreferencesTable::load(Unread& unread) const
{
    SQLite::Statement statement{database_, R"(
SELECT language, region, currency, buffer_currency, buffer, lead_days, quiet_from, quiet_to, notify, autostart,
    theme, holder_name, watched_folder
FROM preferences WHERE id = 1
)"};
    ledger::Preferences p;
    if (!statement.executeStep()) return p;
    ledger::Currency currency;
    try {
        Reader row{statement};
        row >> p.language >> p.region >> p.currency >> currency;
        row.in(currency) >> p.buffer >> p.lead_days >> p.quiet_from >> p.quiet_to >> p.notify >> p.autostart;
        row >> p.theme >> p.holder_name >> p.watched_folder;
        return p;
    }
    catch (const Unreadable& why) {
        unread.push_back(left_out(why, "preferences", 1, true));
        return {};
    }
}

void PreferencesTable::put(const ledger::Preferences& p)
{
    run(database_, R"(
INSERT INTO preferences (
    id, language, region, currency, buffer_currency, buffer, lead_days, quiet_from, quiet_to, notify, autostart,
    theme, holder_name, watched_folder
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    language = excluded.language, region = excluded.region, currency = excluded.currency,
    buffer_currency = excluded.buffer_currency, buffer = excluded.buffer, lead_days = excluded.lead_days,
    quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, notify = excluded.notify,
    autostart = excluded.autostart, theme = excluded.theme, holder_name = excluded.holder_name,
    watched_folder = excluded.watched_folder
)",
        1, p.language, p.region, p.currency, p.buffer.currency, p.buffer, p.lead_days, p.quiet_from, p.quiet_to,
        p.notify, p.autostart, p.theme, p.holder_name, p.watched_folder);
}

}  // namespace db
