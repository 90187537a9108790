#include "ui/wording/follow_up.hpp"

#include <algorithm>
#include <cmath>

#include "ui/wording/rescue.hpp"
#include "ui/wording/sources.hpp"

namespace wording {

namespace {

using alerts::FollowUpKind;
using alerts::Verdict;
using ledger::PlanKind;

struct FollowUpSentences {
    const char *title, *body, *action;
};

FollowUpSentences sentences_of(FollowUpKind kind)
{
    switch (kind) {
        case FollowUpKind::plan_missed:
            return {N_("The payment of {amount} agreed with {payee} for {date} is still open."),
                    N_("A missed payment usually ends such a plan: the whole rest may be asked for at once, and "
                       "interest and calls may start again."),
                    N_("Pay it today if you can; if not, call today, say so before you are asked, and name the day on "
                       "which you can pay.")};
        case FollowUpKind::call_before_missing:
            return {N_("The next payment agreed with {payee}, {amount} on {date}, is not safe."),
                    N_("Keeping the plan matters: one missed payment usually ends it. Before the day, banks still talk "
                       "about another day."),
                    N_("Call before you miss it: ask for a later day or a smaller payment this once, and note what is "
                       "said.")};
        case FollowUpKind::plan_first_reminder:
            return {N_("{amount} agreed with {payee} is due on {date}."), N_("As things stand it is covered."),
                    N_("Keep that much in the account.")};
        case FollowUpKind::plan_last_reminder:
            return {N_("{amount} agreed with {payee} is due on {date}: in two days or less."),
                    N_("As things stand it is covered."),
                    N_("Pay it now, so that it is there in time, and keep the receipt.")};
        case FollowUpKind::promise_not_seen:
            return {N_("{payee} promised something by {date} that has not been seen yet."),
                    N_("It may still come, or may have been forgotten."),
                    N_("Ask for it with the case number. If it has come, note that it has.")};
        case FollowUpKind::answer_due:
            return {N_("{payee} has not answered since {date}."),
                    N_("Until there is an answer the old due date stands."),
                    N_("Ask again with the case number, best in writing, and pay what you can until then.")};
        case FollowUpKind::ask_again: break;
    }
    return {N_("You wanted to ask {payee} again on {date}."), "", N_("Call or write, and note what is said.")};
}

std::string percent(double rate)
{
    return fmt::format("{:.2f} %", rate * 100);
}

constexpr const char* minus = "−";

std::string signed_percent(double rate)
{
    return (rate < 0 ? minus : "+") + percent(std::abs(rate));
}

std::string count_more(int n)
{
    return n == 0 ? std::string{} : (n < 0 ? minus : "+") + std::to_string(std::abs(n));
}

std::string later(const Words& words, ledger::Date than, ledger::Date day)
{
    const int n = ledger::days_between(than, day);
    if (n == 0) return {};
    return n > 0 ? words.plural("{n} day later", "{n} days later", n)
                 : words.plural("{n} day sooner", "{n} days sooner", -n);
}

std::string region_in(const ledger::Currency& currency)
{
    for (const auto& [code, country] :
         {std::pair{"CNY", "CN"}, {"TWD", "TW"}, {"HKD", "HK"}, {"SGD", "SG"}, {"USD", "US"}, {"GBP", "GB"}})
        if (currency.text() == code) return country;
    return "*";
}

std::string with_date(const Words& words, const std::string& source, const std::string& checked)
{
    const auto name = source_name(words, source);
    return checked.empty()
               ? name
               : words.fill("{source}; read on {checked}", fmt::arg("source", name), fmt::arg("checked", checked));
}

enum class Helps { any, advises_for_free, hears_complaints };

/// Only numbers that were confirmed somewhere; for somebody in despair only those that are sure.
std::vector<Sourced> helplines_of(const Words& words, const ledger::Knowledge& k, const std::string& region, Helps how)
{
    std::vector<Sourced> out;
    for (const auto& h : k.helplines) {
        if (h.country != region || h.confidence == ledger::Confidence::unconfirmed) continue;
        if (how == Helps::advises_for_free && !(h.free_advice && h.confidence == ledger::Confidence::high)) continue;
        if (how == Helps::hears_complaints && !h.complaints) continue;
        std::string source;
        for (const auto& s : in_words(k, h.sources)) source += (source.empty() ? "" : "; ") + source_name(words, s);
        out.push_back({words.fill("{number} · {name} · when: {use}", fmt::arg("number", h.number),
                                  fmt::arg("name", h.name.in(words.language())),
                                  fmt::arg("use", h.use_when.in(words.language()))),
                       with_date(words, source, h.checked)});
    }
    return out;
}

std::string when(const Words& words, const ledger::Stage& s)
{
    if (s.to_day && *s.to_day < 0)
        return words.fill("{from} to {to} days before the due date", fmt::arg("from", -s.from_day),
                          fmt::arg("to", -*s.to_day));
    if (s.to_day && *s.to_day == 0) return words("in the last week before the due date");
    if (!s.to_day) return words.fill("about {from} days after the due date and later", fmt::arg("from", s.from_day));
    return words.fill("about {from} to {to} days after the due date", fmt::arg("from", s.from_day),
                      fmt::arg("to", *s.to_day));
}

const char* verdict_sentence(Verdict verdict)
{
    switch (verdict) {
        case Verdict::above_affordable:
            return N_(
                "Their offer asks for more a month than is affordable. It is better to say so now than to miss a "
                "payment later: ask for more months.");
        case Verdict::theirs_may_not_hold:
            return N_("Their offer may not hold, ours does. Ask for ours again, or for more months.");
        case Verdict::neither_holds:
            return N_(
                "Neither is likely to hold. Ask for more months, a later first payment, or for interest to stop.");
        case Verdict::ours_costs_less:
            return N_("Both hold; ours costs {amount} less. It is worth asking once more, politely.");
        case Verdict::theirs_costs_less: return N_("Both hold; theirs costs {amount} less.");
        case Verdict::alike: return N_("Both hold and cost the same.");
        case Verdict::only_theirs: return N_("Their offer holds, and nothing of ours does better.");
    }
    return "";
}

}  // namespace

FollowUpWords follow_up_words(const Words& words, const alerts::FollowUp& f)
{
    const auto said = sentences_of(f.kind);
    const auto fill = [&](const char* sentence) {
        if (!*sentence) return std::string{};
        return words.fill(sentence, fmt::arg("payee", f.payee), fmt::arg("amount", words.money(f.amount)),
                          fmt::arg("date", words.date(f.date)));
    };
    FollowUpWords out{fill(said.title), fill(said.body), fill(said.action)};
    if (f.kind == FollowUpKind::promise_not_seen && f.amount.positive())
        out.title = words.fill("{payee} promised {amount} back by {date}; it has not been seen yet.",
                               fmt::arg("payee", f.payee), fmt::arg("amount", words.money(f.amount)),
                               fmt::arg("date", words.date(f.date)));
    if (f.kind == FollowUpKind::call_before_missing && f.p_short)
        out.title = words.fill(
            "The next payment agreed with {payee}, {amount} on {date}, is not safe: there is a {chance} chance of "
            "being short.",
            fmt::arg("payee", f.payee), fmt::arg("amount", words.money(f.amount)), fmt::arg("date", words.date(f.date)),
            fmt::arg("chance", words.chance(*f.p_short)));
    return out;
}

ComparisonWords comparison_words(const Words& words, const alerts::Comparison& c)
{
    ComparisonWords out;
    const auto row = [&](std::string what, auto say, auto differs) {
        out.rows.push_back({std::move(what), say(c.theirs), c.ours ? say(*c.ours) : std::string{"–"},
                            c.ours ? differs(c.theirs, *c.ours) : std::string{}});
    };
    const auto money_more = [&](auto amount) {
        return [&words, amount](const alerts::Option& theirs, const alerts::Option& ours) {
            const auto more = amount(theirs) - amount(ours);
            return more.zero() ? std::string{} : words.signed_money(more);
        };
    };
    const auto monthly = [](const alerts::Option& o) { return o.monthly; };
    const auto cost = [](const alerts::Option& o) { return o.total_cost; };
    row(
        words("a month"), [&](const alerts::Option& o) { return words.money(o.monthly); }, money_more(monthly));
    row(
        words("months"),
        [](const alerts::Option& o) { return o.months > 0 ? std::to_string(o.months) : std::string{"–"}; },
        [&](const auto& theirs, const auto& ours) {
            return theirs.months > 0 && ours.months > 0 ? count_more(theirs.months - ours.months) : std::string{};
        });
    row(
        words("first payment"),
        [&](const alerts::Option& o) { return o.first_payment ? words.full_date(*o.first_payment) : std::string{"–"}; },
        [&](const auto& theirs, const auto& ours) {
            return theirs.first_payment && ours.first_payment ? later(words, *ours.first_payment, *theirs.first_payment)
                                                              : std::string{};
        });
    row(
        words("cost in all"), [&](const alerts::Option& o) { return words.money(o.total_cost); }, money_more(cost));
    row(
        words("yearly rate"), [](const alerts::Option& o) { return o.apr ? percent(*o.apr) : std::string{"–"}; },
        [](const auto& theirs, const auto& ours) {
            return theirs.apr && ours.apr && percent(*theirs.apr) != percent(*ours.apr)
                       ? signed_percent(*theirs.apr - *ours.apr)
                       : std::string{};
        });
    row(
        words("chance of holding"), [&](const alerts::Option& o) { return words.chance(o.holds); },
        [&](const auto& theirs, const auto& ours) {
            return words.chance(theirs.holds) == words.chance(ours.holds) ? std::string{}
                   : theirs.holds > ours.holds                            ? words("surer")
                                                                          : words("less sure");
        });
    out.verdict = words.fill(verdict_sentence(c.verdict), fmt::arg("amount", words.money(ledger::abs(c.cost_differs))));
    return out;
}

std::string trimmed(const Words& words, const ledger::Book& book, const std::vector<alerts::AffordableLine>& waits)
{
    std::string out;
    for (const auto& line : waits) {
        const auto* category = find<ledger::Category>(book, line.category);
        const auto name = !category               ? line.name
                          : category->key.empty() ? category->name
                                                  : words(category->name.c_str());
        out += (out.empty() ? "" : words.chinese() ? "、" : ", ") + name + " " + words.money(line.amount);
    }
    return out;
}

JointPlanWords joint_plan_words(const Words& words, const ledger::Book& book, const alerts::JointPlan& t)
{
    JointPlanWords out;
    for (const auto& m : t.moving)
        out.steps.push_back(words.fill(
            "Move {amount} from {account} on {date}.", fmt::arg("amount", words.money(m.amount)),
            fmt::arg("account", find<ledger::Account>(book, m.from)->name), fmt::arg("date", words.date(m.on))));
    if (!t.waits.empty())
        out.steps.push_back(
            words.fill("Do without, a month: {what}.", fmt::arg("what", trimmed(words, book, t.waits))));
    for (const auto& part : t.parts) {
        if (part.option) {
            out.steps.push_back(words.fill("{payee}: {what}.", fmt::arg("payee", part.duty.payee),
                                           fmt::arg("what", option_words(words, book, *part.option).title)));
            continue;
        }
        out.steps.push_back(words.fill("{payee}: pay {amount} in full by {date}.", fmt::arg("payee", part.duty.payee),
                                       fmt::arg("amount", words.money(part.duty.still_owed)),
                                       fmt::arg("date", words.date(part.duty.due))));
    }
    out.holds = words.fill("holds in {chance} of the futures looked at", fmt::arg("chance", words.chance(t.holds)));
    out.cost = t.total_cost.zero() ? words("costs nothing by the figures known")
                                   : words.fill("costs about {amount}", fmt::arg("amount", words.money(t.total_cost)));
    out.advice = advice_words(words, {.advice = t.advice});
    return out;
}

ConductWords conduct_words(const Words& words, const ledger::Knowledge& k, const ledger::Book& book,
                           const std::vector<alerts::Breach>& breaches, const std::string& region,
                           const std::string& bank)
{
    ConductWords out;
    if (breaches.empty()) return out;
    const auto& language = words.language();
    for (const auto& b : breaches) {
        const auto* rule = collection_rule(k, b.rule);
        if (!rule) continue;
        out.found.push_back(words.fill("{when}: “{rule}” may not have been kept ({source}).",
                                       fmt::arg("when", ledger::iso(b.at).replace(10, 1, " ")),
                                       fmt::arg("rule", rule->text.in(language)),
                                       fmt::arg("source", with_date(words, rule->source, rule->checked))));
    }
    out.may_do = {words("Keep the record: time, number, name and what was said. You need not argue."),
                  words("Tell the bank in writing, calmly, and say that you are willing to find a way."),
                  words("The debt and your plan stay as they are; how you are spoken to is a separate matter.")};
    for (const auto& h : helplines_of(words, k, region, Helps::hears_complaints))
        out.may_do.push_back(words.fill("If it goes on: {line}", fmt::arg("line", h.text)));
    if (const auto at = k.short_letters.find("collection_complaint"); at != k.short_letters.end()) {
        const auto* contact = find<ledger::Contact>(book, breaches.back().contact);
        std::map<std::string, std::string> values{
            {"bank", bank},
            {"holder_name", book.preferences.holder_name.empty() ? "________" : book.preferences.holder_name}};
        if (contact) {
            values["call_time"] = ledger::iso(contact->at).replace(10, 1, " ");
            values["today"] = words.full_date(ledger::day_of(contact->at));
            const auto* bill = find<ledger::Bill>(book, contact->bill);
            const auto* card = bill ? find<ledger::Account>(book, bill->card) : nullptr;
            if (card && !card->number.empty()) values["card_last4"] = card->number;
        }
        for (const auto& line : fill_lines(at->second.in(language), values)) out.letter += line + "\n";
    }
    return out;
}

Guide guide(const Words& words, const ledger::Knowledge& k, const std::string& region)
{
    const auto& language = words.language();
    Guide out{.region = region, .disclaimer = k.disclaimer.in(language)};
    if (region == "CN")  // source: PBoC, Yin-fa [2016] 111, in force since 2017-01-01
        out.old_words = words(
            "The late fee is called 违约金 today. Older letters and many people say 滞纳金 (late payment charge) and "
            "mean the same. No interest is due on it.");
    for (const auto& s : k.stages)
        out.stages.push_back(
            {s.id, s.names.in(language), when(words, s), s.actions.in(language), s.risks.in(language)});
    for (const auto& w : k.home_visit)
        out.home_visit.push_back({w.text.in(language), with_date(words, w.source, w.checked)});
    for (const auto& r : k.collection_rules)
        if (r.region == region) out.rules.push_back({r.text.in(language), with_date(words, r.source, r.checked)});
    if (out.rules.empty())
        out.no_rules = words(
            "Which rules bind collectors in this region is not known here; the bank's complaints desk or a public "
            "adviser can say.");
    for (const auto& w : k.scam_warnings)
        if (w.regions.empty() || std::find(w.regions.begin(), w.regions.end(), region) != w.regions.end())
            out.warnings.push_back({w.text.in(language), with_date(words, w.source, w.checked)});
    out.helplines = helplines_of(words, k, region, Helps::any);
    return out;
}

CarePage care_page(const Words& words, const ledger::Knowledge& k, const std::string& region)
{
    CarePage out{.title = words("When it feels too much")};
    out.paragraphs = {k.care.in(words.language()),
                      words("Nothing has to be decided today. Money problems take small steps, and each of them can "
                            "wait until tomorrow."),
                      words("This program names no crisis line, because it could not verify one. Your local emergency "
                            "number, a doctor, or someone you trust is the right "
                            "first call.")};
    out.first_things = {words("Food, a place to sleep, power and medicine come before any debt."),
                        words("A letter that is not opened does not get worse overnight; open it with somebody."),
                        words("A bank can be asked to stop interest and to call only in the daytime."),
                        words("Advice on debt is free at public and charitable places; nobody has to pay for it.")};
    out.free_advice = helplines_of(words, k, region, Helps::advises_for_free);
    return out;
}

std::string region_of(const ledger::Book& book)
{
    return book.preferences.region.empty() ? region_in(book.preferences.currency) : book.preferences.region;
}

std::string region_of(const ledger::Knowledge& knowledge, const ledger::Book& book,
                      const std::optional<ledger::Duty>& duty)
{
    const auto issuer = duty ? issuer_of(knowledge, book, *duty) : std::nullopt;
    return issuer && !issuer->country.empty() ? issuer->country : region_of(book);
}

}  // namespace wording
