// Rules, formats, corrections, holidays, rates, what is not to be expected again, and preferences.
#include "ledger/sound/facts.hpp"

namespace ledger {

void check(Checks& c, const Rule& r)
{
    c.known<Account>(r.account, "account", true);
    c.known_category(r.set_category, "category");
    c.known<Account>(r.set_transfer, "transfer", true);
    for (const auto& bound : {r.at_least, r.at_most})
        if (bound) c.in_range(*bound, "amount");
    if (r.set_transfer && r.set_category) c.say_when_entered(Trouble::ambiguous, "transfer", "category | transfer");
    if (r.set_payee.empty() && !r.set_category && !r.set_transfer) c.say_when_entered(Trouble::nothing_to_do, "rule");
}

void check(Checks& c, const StatementFormat& f)
{
    c.known<Account>(f.account, "account", true);
    c.within(f.header_line, 0, 1'000'000, "header-line");
    for (const auto& [role, column] : f.columns) c.within(column, 0, 10'000, "map");
}

void check(Checks& c, const IssuerCorrection& correction)
{
    if (correction.issuer.empty()) c.say_when_entered(Trouble::empty_name, "issuer");
    if (correction.noted) c.in_range(*correction.noted, "noted");
}

void check(Checks& c, const Holiday& holiday)
{
    if (!c.in_range(holiday.date, "date")) return;
    for (const auto& [id, other] : c.book().holidays)
        if (id != holiday.id && other.date == holiday.date)
            return c.say_when_entered(Trouble::name_taken, "date", iso(holiday.date));
}

void check(Checks& c, const ExchangeRate& r)
{
    c.in_range(r.date, "date");
    if (r.from == r.to) c.say(Trouble::same_currency, "to", std::string{r.to.text()});
    if (r.rate.nano <= 0 || r.rate > ExchangeRate::largest)
        c.say(Trouble::out_of_range, "rate", decimal(r.rate), "0.000000001–" + decimal(ExchangeRate::largest));
}

void check(Checks& c, const Dismissal& d)
{
    if (!c.known<Account>(d.account, "account", false) || !c.known_category(d.category, "category")) return;
    if (d.payee.empty() && !d.category) c.say_when_entered(Trouble::empty_name, "payee");
    if (c.in_currency(d.amount, find<Account>(c.book(), d.account)->currency, "amount")) c.in_range(d.amount, "amount");
}

void check(Checks& c, const Preferences& p)
{
    c.not_negative(p.buffer, "buffer");
    c.within(p.lead_days, 1, 60, "lead-days");
    c.within(p.quiet_from, 0, 23, "quiet-from");
    c.within(p.quiet_to, 0, 23, "quiet-to");
}

}  // namespace ledger
