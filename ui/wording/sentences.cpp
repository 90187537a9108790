#include "ui/wording/sentences.hpp"

#include <array>

namespace wording {

namespace {

using alerts::CauseKind;
using alerts::Level;
using ledger::Deed;
using ledger::DutyStatus;

}  // namespace

std::string level_name(const Words& words, Level level)
{
    switch (level) {
        case Level::safe: return words("covered");
        case Level::tight: return words("tight");
        case Level::at_risk: return words("at risk");
        case Level::will_miss: break;
    }
    return words("not covered");
}

std::string status_name(const Words& words, DutyStatus status)
{
    switch (status) {
        case DutyStatus::upcoming: return words("upcoming");
        case DutyStatus::due: return words("due");
        case DutyStatus::partly_paid: return words("partly paid");
        case DutyStatus::paid: return words("paid");
        case DutyStatus::minimum_paid: return words("minimum paid");
        case DutyStatus::overdue: return words("overdue");
        case DutyStatus::in_plan: break;
    }
    return words("in a plan");
}

std::string account_type_name(const Words& words, ledger::AccountType type)
{
    using enum ledger::AccountType;
    switch (type) {
        case checking: return words("Current account");
        case savings: return words("Savings");
        case cash: return words("Cash");
        case wallet: return words("Wallet");
        case card: return words("Credit card");
        case loan: break;
    }
    return words("Loan");
}

namespace {

const char* weekday_name(unsigned day)
{
    constexpr const char* names[] = {N_("Monday"), N_("Tuesday"),  N_("Wednesday"), N_("Thursday"),
                                     N_("Friday"), N_("Saturday"), N_("Sunday")};
    return names[day - 1];
}

const char* by_weekday(int place)
{
    constexpr const char* names[] = {N_("the last {weekday}, {every}"), N_("the first {weekday}, {every}"),
                                     N_("the second {weekday}, {every}"), N_("the third {weekday}, {every}"),
                                     N_("the fourth {weekday}, {every}")};
    return names[place < 0 ? 0 : place];
}

}  // namespace

std::string repeat_name(const Words& words, const ledger::Recurrence& repeat, std::optional<ledger::Date> first)
{
    const auto n = repeat.every;
    if (repeat.period == ledger::Period::month && repeat.nth_weekday != 0) {
        const auto every = n == 1 ? words("every month") : words.plural("every {n} month", "every {n} months", n);
        const auto weekday = first ? words(weekday_name(ledger::weekday_of(*first))) : words("such weekday");
        if (repeat.nth_weekday == ledger::Recurrence::month_end)
            return words.fill(repeat.shift == ledger::Shift::before ? N_("the last working day, {every}")
                                                                    : N_("the last day of the month, {every}"),
                              fmt::arg("every", every));
        return words.fill(by_weekday(repeat.nth_weekday), fmt::arg("weekday", weekday), fmt::arg("every", every));
    }
    switch (repeat.period) {
        case ledger::Period::once: return words("once");
        case ledger::Period::day:
            return n == 1 ? words("every day") : words.plural("every {n} day", "every {n} days", n);
        case ledger::Period::week:
            return n == 1 ? words("every week") : words.plural("every {n} week", "every {n} weeks", n);
        case ledger::Period::month:
            return n == 1 ? words("every month") : words.plural("every {n} month", "every {n} months", n);
        case ledger::Period::year: break;
    }
    return n == 1 ? words("every year") : words.plural("every {n} year", "every {n} years", n);
}

std::string channel_name(const Words& words, ledger::Channel channel)
{
    using enum ledger::Channel;
    switch (channel) {
        case phone: return words("Phone");
        case chat: return words("Chat");
        case email: return words("E-mail");
        case letter: return words("Letter");
        case app: return words("The bank's app");
        case sms: return words("Text message");
        case visit: break;
    }
    return words("At the branch");
}

std::string outcome_name(const Words& words, ledger::Outcome outcome)
{
    using enum ledger::Outcome;
    switch (outcome) {
        case agreed: return words("They agreed");
        case refused: return words("They refused");
        case pending: return words("They will answer later");
        case no_answer: return words("Nobody answered");
        case counter_offer: break;
    }
    return words("They offered something else");
}

namespace {

/// In the order of ledger::Deed.
constexpr std::array deeds_done{N_("Added the account {about}."),
                                N_("Changed the account {about}."),
                                N_("Added the entry {about}."),
                                N_("Changed the entry {about}."),
                                N_("Removed the entry {about}."),
                                N_("Added the transfer {about}."),
                                N_("Added the bill {about}."),
                                N_("Changed the bill {about}."),
                                N_("Paid {about}."),
                                N_("Skipped {about} this time."),
                                N_("Added the income {about}."),
                                N_("Changed the income {about}."),
                                N_("Changed the category {about}."),
                                N_("Changed the rule {about}."),
                                N_("Imported {about}."),
                                N_("Took the import of {about} back."),
                                N_("Accepted a plan for {about}."),
                                N_("Noted the talk about {about}."),
                                N_("Noted the papers for {about}."),
                                N_("Corrected the bank {about}."),
                                N_("Changed the settings."),
                                N_("Noted that you were told."),
                                N_("Set up the ledger."),
                                N_("Linked a payment to {about}."),
                                N_("Noted the statement of {about}."),
                                N_("Confirmed {about} as recurring."),
                                N_("Ended the plan for {about}."),
                                N_("Took a payment off {about}."),
                                N_("Changed the list of holidays."),
                                N_("Changed several entries: {about}."),
                                N_("Applied the rules: {about}."),
                                N_("Reconciled {about}."),
                                N_("Changed the rates of {about}."),
                                N_("{about} is not expected to come again.")};

constexpr std::array deeds_undone{N_("Taken back: adding the account {about}."),
                                  N_("Taken back: changing the account {about}."),
                                  N_("Taken back: adding the entry {about}."),
                                  N_("Taken back: changing the entry {about}."),
                                  N_("Taken back: removing the entry {about}."),
                                  N_("Taken back: the transfer {about}."),
                                  N_("Taken back: adding the bill {about}."),
                                  N_("Taken back: changing the bill {about}."),
                                  N_("Taken back: paying {about}."),
                                  N_("Taken back: skipping {about}."),
                                  N_("Taken back: adding the income {about}."),
                                  N_("Taken back: changing the income {about}."),
                                  N_("Taken back: changing the category {about}."),
                                  N_("Taken back: changing the rule {about}."),
                                  N_("Taken back: the import of {about}."),
                                  N_("The import of {about} is there again."),
                                  N_("Taken back: the plan for {about}."),
                                  N_("Taken back: the note about {about}."),
                                  N_("Taken back: the papers for {about}."),
                                  N_("Taken back: correcting the bank {about}."),
                                  N_("Taken back: the settings."),
                                  N_("Taken back: that you were told."),
                                  N_("Taken back: setting up the ledger."),
                                  N_("Taken back: linking a payment to {about}."),
                                  N_("Taken back: the statement of {about}."),
                                  N_("Taken back: {about} as recurring."),
                                  N_("Taken back: ending the plan for {about}."),
                                  N_("Taken back: taking a payment off {about}."),
                                  N_("Taken back: changing the list of holidays."),
                                  N_("Taken back: changing several entries ({about})."),
                                  N_("Taken back: applying the rules ({about})."),
                                  N_("Taken back: reconciling {about}."),
                                  N_("Taken back: the rates of {about}."),
                                  N_("Taken back: {about} may come again.")};

static_assert(deeds_done.size() == static_cast<std::size_t>(Deed::dismiss_stream) + 1);
static_assert(deeds_undone.size() == deeds_done.size());

}  // namespace

std::string deed_done(const Words& words, Deed deed, const std::string& about)
{
    const auto name = about;
    return words.fill(deeds_done[static_cast<std::size_t>(deed)], fmt::arg("about", name));
}

std::string deed_undone(const Words& words, Deed deed, const std::string& about)
{
    return words.fill(deeds_undone[static_cast<std::size_t>(deed)], fmt::arg("about", about));
}

std::string due_in(const Words& words, ledger::Date due, ledger::Today today)
{
    const int days = ledger::days_between(today.date, due);
    if (days == 0) return words("due today");
    if (days == 1) return words("due tomorrow");
    if (days > 0) return words.plural("due in {n} day", "due in {n} days", days);
    return words.plural("{n} day overdue", "{n} days overdue", -days);
}

std::string cause(const Words& words, const alerts::Cause& why)
{
    const auto amount = words.money(abs(why.amount));
    const auto date = words.date(why.date);
    const auto with = [&](const char* sentence) {
        return words.fill(sentence, fmt::arg("name", why.name), fmt::arg("amount", amount), fmt::arg("date", date),
                          fmt::arg("n", why.times));
    };
    const bool often = why.times > 1;
    switch (why.kind) {
        case CauseKind::balance_today:
            return why.amount.negative() ? with(N_("The account is overdrawn by {amount} today."))
                                         : with(N_("The account holds {amount} today."));
        case CauseKind::income_expected:
            return with(often ? N_("{name} should bring {amount} in {n} payments, the first by {date}.")
                              : N_("{name} should bring {amount} by {date}."));
        case CauseKind::income_late: return with(N_("{name} ({amount}) was expected on {date} and has not come yet."));
        case CauseKind::income_after: return with(N_("{name} ({amount}) comes only afterwards, on {date}."));
        case CauseKind::bill_before: return with(N_("{name} takes {amount} first, on {date}."));
        case CauseKind::regular_payment:
            return with(often ? N_("{name} regularly takes money, {n} times from {date} on: {amount} in all.")
                              : N_("{name} regularly takes {amount}, next on {date}."));
        case CauseKind::usual_spending: break;
    }
    const auto gap = (why.amount - why.when_short).minor;  // how much more is spent where the money is short
    if (why.amount.negative() && gap * 20 > -why.amount.minor) {
        const auto more = words.money(abs(why.when_short));
        return words.fill(
            "Everyday spending usually takes about {amount} until {date}; where the money falls short it is about "
            "{more}.",
            fmt::arg("amount", amount), fmt::arg("date", date), fmt::arg("more", more));
    }
    return why.amount.negative() ? with(N_("Everyday spending usually takes about {amount} until {date}."))
                                 : with(N_("Everyday money usually brings about {amount} until {date}."));
}

std::string finding_headline(const Words& words, const alerts::Finding& finding, const std::string& account)
{
    const auto& duty = finding.duty;
    const auto owed = words.money(duty.still_owed), date = words.date(duty.since()), least = words.money(duty.arrears),
               shortage = words.money(finding.expected_shortfall);
    const auto chance = finding.p_short ? words.chance(*finding.p_short) : std::string{};
    const auto with = [&](const char* sentence) {
        return words.fill(sentence, fmt::arg("payee", duty.payee), fmt::arg("owed", owed), fmt::arg("date", date),
                          fmt::arg("least", least), fmt::arg("short", shortage), fmt::arg("chance", chance),
                          fmt::arg("account", account));
    };
    const bool amount_known = finding.expected_shortfall.positive();
    const bool helped = finding.level == Level::tight && finding.alone >= Level::at_risk && !finding.moves.empty();
    if (duty.arrears.positive() && duty.arrears < duty.still_owed)
        return with(
            N_("{payee} has been overdue since {date}: {least} of its minimum is not paid, {owed} is owed in all."));
    if (duty.late()) return with(N_("{payee} was due on {date}: {owed} is still owed."));
    if (duty.status == DutyStatus::minimum_paid)
        return with(N_("{payee}: the minimum is paid; the remaining {owed} bears interest until it is paid."));
    if (finding.level == Level::safe) return with(N_("{payee} ({owed}, {date}) is covered."));
    if (account.empty())
        return with(N_("{payee} ({owed}) is due on {date}, and no account is known that could pay it."));
    if (helped && finding.p_short)
        return amount_known ? with(N_("{payee} ({owed}) on {date} needs money from another account: there is a "
                                      "{chance} chance that about {short} is missing in {account}."))
                            : with(N_("{payee} ({owed}) on {date} needs money from another account: there is a "
                                      "{chance} chance that {account} does not hold enough."));
    if (!finding.p_short)
        return amount_known
                   ? with(N_("{payee} ({owed}) is due on {date}; {short} of it is not in {account} by then."))
                   : with(N_("{payee} ({owed}) is due on {date}, and {account} will be close to empty by then."));
    switch (finding.level) {
        case Level::tight:
            return with(
                N_("{payee} ({owed}) on {date} is tight: there is a {chance} chance that {account} does not hold "
                   "enough."));
        case Level::at_risk:
            return amount_known ? with(N_("{payee} ({owed}) on {date} is at risk: there is a {chance} chance that "
                                          "about {short} is missing in {account}."))
                                : with(N_("{payee} ({owed}) on {date} is at risk: there is a {chance} chance that "
                                          "{account} does not hold enough."));
        default: break;
    }
    return amount_known ? with(N_("{payee} ({owed}) on {date} will most likely not be covered: about {short} is "
                                  "missing in {account}."))
                        : with(N_("{payee} ({owed}) on {date} will most likely not be covered by {account}."));
}

std::string finding_advice(const Words& words, const alerts::Finding& finding, ledger::Today today)
{
    const auto by = words.date(finding.act_by);
    if (finding.duty.late())
        return words("If it has been paid, note the payment. If not, paying or calling today keeps the cost small.");
    if (finding.level == Level::safe) return words("There is nothing you need to do.");
    if (finding.level == Level::tight && !finding.moves.empty()) return finding_moves(words, finding);
    if (finding.level == Level::tight && finding.alone >= Level::at_risk)
        return words("The money that is to be moved for an earlier bill of this account covers this one too.");
    if (finding.level == Level::tight)
        return words.fill("Keeping an eye on it is enough for now; the day to decide is {date}.", fmt::arg("date", by));
    if (finding.act_by <= today.date) return words("Acting today still helps. Here is what you can do.");
    return words.fill("Acting by {date} still helps. Here is what you can do.", fmt::arg("date", by));
}

std::string finding_moves(const Words& words, const alerts::Finding& finding)
{
    std::string text;
    for (const auto& move : finding.moves) {
        const auto amount = words.money(move.amount), by = words.date(move.by);
        text +=
            (text.empty() ? "" : " ") + words.fill("Move {amount} from {from} to {to} by {date}; {from} can spare it.",
                                                   fmt::arg("amount", amount), fmt::arg("from", move.from_name),
                                                   fmt::arg("to", move.to_name), fmt::arg("date", by));
    }
    return text;
}

std::string late_income_headline(const Words& words, const alerts::LateIncomeFound& late, const std::string& account)
{
    const auto amount = words.money(late.amount), date = words.date(late.expected);
    return words.fill("{payer} ({amount}) should have come to {account} on {date} and has not.",
                      fmt::arg("payer", late.payer), fmt::arg("amount", amount), fmt::arg("account", account),
                      fmt::arg("date", date));
}

std::string late_income_advice(const Words& words, const alerts::LateIncomeFound& late)
{
    const auto chance = words.chance(std::max(late.still_coming, 0.01));
    if (late.still_coming < 0.1)
        return words.fill(
            "By its own past it will most likely not come any more ({chance}). Ask {payer}; if it has ended, end it "
            "here too.",
            fmt::arg("chance", chance), fmt::arg("payer", late.payer));
    return words.fill(
        "By its own past the chance that it still comes is {chance}. Asking {payer} now leaves time for the bills "
        "after it.",
        fmt::arg("chance", chance), fmt::arg("payer", late.payer));
}

std::string finding_shortage(const Words& words, const alerts::Finding& finding)
{
    if (finding.level == Level::safe) return {};
    const auto missing = words.money(finding.expected_shortfall);
    const bool known = finding.expected_shortfall.positive();
    if (finding.p_short) {
        const auto chance = words.chance(*finding.p_short);
        if (known)
            return words.fill("About {short} may be missing; the chance of that is {chance}.",
                              fmt::arg("short", missing), fmt::arg("chance", chance));
        return words.fill("The chance that the money is not there is {chance}.", fmt::arg("chance", chance));
    }
    if (known)
        return words.fill(
            "By what is scheduled, {short} will be missing. There is too little history to say how sure that is.",
            fmt::arg("short", missing));
    return words("There is too little history to say how sure this is.");
}

}  // namespace wording
