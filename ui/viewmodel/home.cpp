#include "ui/viewmodel/home.hpp"

#include <algorithm>

#include "alerts/to_tell.hpp"

namespace view {

namespace {

using alerts::Assessment;
using alerts::Finding;
using app::State;
using ledger::Money;
using wording::Words;

/// Overdue comes before everything; then as the alerts order them.
const Finding* most_pressing(const Assessment& assessment)
{
    const auto overdue = [&](const Finding& f) { return f.duty.late(); };
    const auto late = std::find_if(assessment.findings.begin(), assessment.findings.end(), overdue);
    if (late != assessment.findings.end()) return &*late;
    return assessment.findings.empty() ? nullptr : &assessment.findings.front();
}

void say_first_step(HomeModel& model, const State& state, const Words& words)
{
    model.empty = true;
    model.level = Level::safe;
    if (state.book.accounts.empty()) {
        model.headline =
            words("Bring in a statement, and Duewatch shows what is due and whether the money will be there.");
        model.advice = words(
            "A CSV file from your bank, Alipay or WeChat is enough. It is read on this computer and goes nowhere "
            "else.");
        model.actions = {{words("Import a statement…"), ChooseFile{}},
                         {words("Add an account…"), NewAccount{}},
                         {words("Add a bill…"), NewBill{}}};
        return;
    }
    model.empty = false;
    model.headline = words("No bill is known yet.");
    model.advice = words(
        "Add what you have to pay, such as rent, power or a card, and Duewatch watches whether the money will be "
        "there.");
    model.actions = {{words("Add a bill…"), NewBill{}}, {words("Import a statement…"), ChooseFile{}}};
}

void say_all_is_well(HomeModel& model, const Assessment& assessment, const Words& words)
{
    const auto last = std::max_element(assessment.findings.begin(), assessment.findings.end(),
                                       [](const Finding& a, const Finding& b) { return a.duty.due < b.duty.due; });
    const auto next = std::min_element(assessment.findings.begin(), assessment.findings.end(),
                                       [](const Finding& a, const Finding& b) { return a.duty.due < b.duty.due; });
    const auto last_date = words.date(last->duty.due), next_date = words.date(next->duty.due),
               owed = words.money(next->duty.still_owed);
    model.level = Level::safe;
    model.headline = words.fill("Everything due until {date} is covered.", fmt::arg("date", last_date));
    model.advice = words.fill("Next: {payee}, {owed}, on {date}.", fmt::arg("payee", next->duty.payee),
                              fmt::arg("owed", owed), fmt::arg("date", next_date));
    model.actions = {{words("Look at the bill"), ShowBill{key(next->duty)}}};
}

void say_what_matters(HomeModel& model, const State& state, const Assessment& assessment, const Words& words)
{
    const auto* finding = most_pressing(assessment);
    if (!finding) return say_first_step(model, state, words);
    const bool late = finding->duty.late();
    if (finding->level == Level::safe && !late) return say_all_is_well(model, assessment, words);
    model.level = late ? Level::will_miss : finding->level;
    model.headline = wording::finding_headline(words, *finding, account_name(state.book, finding->duty.pay_from));
    model.advice = wording::finding_advice(words, *finding, assessment.today);
    model.actions = {{words("See what you can do"), ShowWarning{key(finding->duty)}},
                     {words("Look at the bill"), ShowBill{key(finding->duty)}}};
}

std::vector<Figure> figures(const State& state, const Assessment& assessment, const Words& words)
{
    std::vector<Figure> out;
    std::map<ledger::Currency, std::pair<Money, int>> sums;
    for (const auto& outlook : assessment.accounts) {
        auto& [sum, count] =
            sums.try_emplace(outlook.balance.currency, Money{0, outlook.balance.currency}, 0).first->second;
        sum += outlook.balance;
        ++count;
    }
    for (const auto& [currency, sum] : sums)
        out.push_back({words("Money today"), words.money(sum.first),
                       words.plural("in {n} account", "in {n} accounts", sum.second),
                       sum.first.negative() ? Tone::bad : Tone::plain});
    if (const auto& safe = assessment.safe_to_spend) {
        const auto until = words.date(safe->until), sure = words.chance(safe->confidence);
        out.push_back({words("Safe to spend"), words.money(safe->amount),
                       words.fill("until {date}, {chance} sure", fmt::arg("date", until), fmt::arg("chance", sure)),
                       Tone::plain});
    }
    if (const auto& low = assessment.lowest) {
        const auto date = words.date(low->date), account = account_name(state.book, low->account);
        const auto note =
            low->because.empty()
                ? words.fill("on {date}, {account}", fmt::arg("date", date), fmt::arg("account", account))
                : words.fill("on {date}, after {payee}", fmt::arg("date", date), fmt::arg("payee", low->because));
        out.push_back(
            {words("Lowest point"), words.money(low->p50), note, low->p50.negative() ? Tone::bad : Tone::plain});
    }
    return out;
}

Row bill_row(const Finding& finding, const ledger::Book& book, ledger::Today today, const Words& words)
{
    const auto& duty = finding.duty;
    const bool late = duty.late();
    const bool calm = finding.level == Level::safe && !late;
    const auto shown = late ? Level::will_miss : finding.level;
    const auto mark =
        late ? wording::status_name(words, ledger::DutyStatus::overdue) : wording::level_name(words, finding.level);
    const auto act = calm ? std::string{} : finding.act_by <= today.date ? words("today") : words.date(finding.act_by);
    return {
        Cell{mark, shown, Tone::plain, !calm},
        Cell{duty.payee, {}, Tone::plain, !calm},
        Cell{words.date(duty.since())},
        Cell{(duty.estimate || duty.projected ? "≈ " : "") + words.money(duty.still_owed)},
        Cell{finding.p_short ? words.chance(*finding.p_short) : "—", {}, finding.p_short ? Tone::plain : Tone::faint},
        Cell{act},
        Cell{account_name(book, duty.pay_from), {}, Tone::faint}};
}

/// "5 Dec" on the first of each week, so that the axis has room to choose.
std::string tick(ledger::Date day, const Words& words)
{
    static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    if (words.chinese()) return fmt::format("{}/{}", ledger::month_of(day), ledger::day_of_month(day));
    return fmt::format("{} {}", ledger::day_of_month(day), months[ledger::month_of(day) - 1]);
}

/// "12,300" or "1.2万": whole units, as an axis needs them.
std::string axis_amount(std::int64_t minor, ledger::Currency currency, const Words& words)
{
    auto text = words.money(Money{minor, currency});
    const auto dot = text.rfind('.');
    return dot == std::string::npos ? text : text.substr(0, dot);
}

}  // namespace

const alerts::AccountOutlook* shown_outlook(const Assessment& assessment, ledger::AccountId wanted)
{
    const auto of = [&](ledger::AccountId id) {
        return std::find_if(assessment.accounts.begin(), assessment.accounts.end(),
                            [&](const auto& o) { return o.account == id; });
    };
    if (const auto at = of(wanted); at != assessment.accounts.end()) return &*at;
    if (const auto* finding = most_pressing(assessment))
        if (const auto at = of(finding->duty.pay_from); at != assessment.accounts.end()) return &*at;
    return assessment.accounts.empty() ? nullptr : &assessment.accounts.front();
}

Fan outlook_fan(const State& state, const Assessment& assessment, const Words& words,
                const alerts::AccountOutlook& outlook, int past_days)
{
    Fan fan;
    const auto currency = outlook.balance.currency;
    const auto money = [&](std::int64_t minor) { return words.money(Money{minor, currency}); };
    const auto name = account_name(state.book, outlook.account);
    fan.title = words.fill("{account}: balance of the next {n} days", fmt::arg("account", name),
                           fmt::arg("n", assessment.days));
    fan.today = words("today");
    fan.nothing = words("There is nothing to show yet.");
    fan.key = {words("so far"), words("most likely"),
               outlook.enough_history ? words("every second case") : std::string{},
               outlook.enough_history ? words("9 in 10 cases") : std::string{}};
    fan.format = [words, currency](std::int64_t minor) { return axis_amount(minor, currency, words); };
    const auto first = std::max(assessment.today.date - ledger::Days{past_days}, state.history.from);
    if (state.history.accounts.contains(outlook.account))
        for (auto day = first; day <= assessment.today.date; day += ledger::Days{1})
            fan.past.push_back({words.full_date(day),
                                tick(day, words),
                                ledger::balance_on(state.book, state.history, outlook.account, day).minor,
                                {}});
    for (const auto& day : outlook.daily) {
        FanDay out{words.full_date(day.date), tick(day.date, words), day.p05, day.p25, day.p50, day.p75, day.p95, {}};
        if (outlook.enough_history)
            out.read_out = words.fill("{date}\nmost likely {likely}\n9 in 10 cases: {low} to {high}",
                                      fmt::arg("date", words.date(day.date)), fmt::arg("likely", money(day.p50)),
                                      fmt::arg("low", money(day.p05)), fmt::arg("high", money(day.p95)));
        else
            out.read_out = words.fill("{date}\nby what is scheduled: {likely}", fmt::arg("date", words.date(day.date)),
                                      fmt::arg("likely", money(day.p50)));
        fan.days.push_back(std::move(out));
    }
    const auto index_of = [&](ledger::Date date) -> std::optional<std::size_t> {
        if (outlook.daily.empty() || date < outlook.daily.front().date || date > outlook.daily.back().date)
            return std::nullopt;
        return static_cast<std::size_t>(ledger::days_between(outlook.daily.front().date, date));
    };
    for (const auto& finding : assessment.findings)
        if (finding.duty.pay_from == outlook.account)
            if (const auto at = index_of(finding.duty.due))
                fan.marks.push_back({*at, finding.duty.payee, words.money(finding.duty.still_owed), finding.level});
    const auto low = std::min_element(outlook.daily.begin(), outlook.daily.end(),
                                      [](const auto& a, const auto& b) { return a.p50 < b.p50; });
    if (low != outlook.daily.end()) {
        const auto amount = money(low->p50), date = words.date(low->date);
        fan.lowest =
            FanLow{static_cast<std::size_t>(low - outlook.daily.begin()),
                   words.fill("lowest: {amount} on {date}", fmt::arg("amount", amount), fmt::arg("date", date))};
        fan.summary =
            words.fill("{account} holds {now} today; the lowest point ahead is most likely {amount} on {date}.",
                       fmt::arg("account", name), fmt::arg("now", words.money(outlook.balance)),
                       fmt::arg("amount", amount), fmt::arg("date", date));
    }
    return fan;
}

HomeModel home(const State& state, const Assessment& assessment, const Words& words, ledger::AccountId account)
{
    HomeModel model;
    say_what_matters(model, state, assessment, words);
    model.figures = figures(state, assessment, words);
    model.bills_title = words.fill("Due in the next {n} days, the most pressing first", fmt::arg("n", assessment.days));
    model.no_bills = words("Nothing is due.");
    model.columns = {{words("Standing"), 122, false, false, true},
                     {words("Payee"), 120, false, true},
                     {words("Due"), 106},
                     {words("Still owed"), 100, true},
                     {words("Chance short"), 112, true},
                     {words("Act by"), 106},
                     {words("Paid from"), 110}};
    for (const auto& finding : assessment.findings)
        if (finding.duty.open())
            model.bills.push_back({key(finding.duty), bill_row(finding, state.book, assessment.today, words)});
    // What is overdue leads the list as it leads the headline.
    std::stable_partition(model.bills.begin(), model.bills.end(), [&](const BillLine& line) {
        return std::any_of(assessment.findings.begin(), assessment.findings.end(),
                           [&](const Finding& f) { return key(f.duty) == line.duty && f.duty.late(); });
    });
    for (const auto& outlook : assessment.accounts) model.accounts.push_back(outlook.account);
    model.account.labels = account_labels(state.book, model.accounts);
    if (const auto* shown = shown_outlook(assessment, account)) {
        model.fan = outlook_fan(state, assessment, words, *shown);
        const auto at = std::find(model.accounts.begin(), model.accounts.end(), shown->account);
        model.account.chosen = static_cast<int>(at - model.accounts.begin());
        if (!shown->enough_history && !model.empty)
            model.note = words.fill(
                "There is not enough history in {account} yet to say how sure this is: so far only what is scheduled "
                "is counted. "
                "A few months of statements would change that.",
                fmt::arg("account", account_name(state.book, shown->account)));
    }
    const auto late = alerts::to_tell(state.book, state.history, assessment).late_incomes;
    if (!late.empty() && model.note.empty()) {
        const auto& largest = late.front().what;
        model.note = wording::late_income_headline(words, largest, account_name(state.book, largest.account)) + " " +
                     wording::late_income_advice(words, largest);
    }
    return model;
}

}  // namespace view
