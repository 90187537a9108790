#include "ui/viewmodel/account_form.hpp"

#include "db/seed/presets.hpp"
#include "ui/app/journeys/accounts.hpp"

namespace view {

using ledger::CardTerms;
using ledger::Currency;
using ledger::Money;
using ledger::Problem;
using ledger::Trouble;

namespace {

std::string text_of(const std::optional<Money>& amount)
{
    return amount ? ledger::decimal(*amount) : std::string{};
}

void write_terms(SaveAccount& to, const CardTerms& terms)
{
    to.minimum_rate = ledger::decimal(terms.minimum_rate);
    to.minimum_floor = text_of(terms.minimum_floor);
    to.daily_rate = ledger::decimal(terms.daily_rate);
    to.interest = static_cast<int>(terms.interest);
    to.late_rate = ledger::decimal(terms.late_rate);
    to.late_floor = text_of(terms.late_floor);
    to.late_cap = text_of(terms.late_cap);
    to.grace_days = terms.grace_days ? std::to_string(terms.grace_days) : std::string{};
    to.tolerance = text_of(terms.tolerance);
}

/// Reads the boxes one after the other and remembers the first thing that is wrong.
class Boxes {
public:
    explicit Boxes(Currency currency) : currency_{currency} {}
    const std::optional<Problem>& wrong() const { return wrong_; }

    void day(const std::string& text, const char* field, int high, int& to)
    {
        const auto n = whole_number(text);
        if (n && *n >= 1 && *n <= high) to = *n;
        else
            say({.trouble = Trouble::out_of_range,
                 .field = field,
                 .text = text,
                 .detail = "1–" + std::to_string(high)});
    }
    void rate(const std::string& text, const char* field, ledger::Rate& to)
    {
        if (text.empty()) return;
        const auto read = ledger::parse_rate(text);
        if (read) to = *read;
        else say({.trouble = Trouble::not_a_rate, .field = field, .text = text});
    }
    /// Zero takes the bound away.
    void amount(const std::string& text, std::optional<Money>& to)
    {
        if (text.empty()) return;
        const auto read = read_amount(text, currency_);
        if (!read) return say(read.problem());
        to = read->zero() ? std::nullopt : std::optional{*read};
    }
    void say(Problem problem)
    {
        if (!wrong_) wrong_ = std::move(problem);
    }

private:
    Currency currency_;
    std::optional<Problem> wrong_;
};

void read_terms(Boxes& boxes, const SaveAccount& wanted, CardTerms& terms)
{
    boxes.day(wanted.statement_day, "statement-day", 31, terms.statement_day);
    int due = 0;
    if (!wanted.due_after.empty()) {
        boxes.day(wanted.due_after, "due-after", 60, due);
        terms.due_after = due, terms.due_day.reset();
    }
    else {
        boxes.day(wanted.due_day, "due-day", 31, due);
        terms.due_day = due, terms.due_after.reset();
    }
    boxes.amount(wanted.limit, terms.limit);
    const auto rate_before = terms.late_rate;
    const auto daily_before = terms.daily_rate;
    boxes.rate(wanted.minimum_rate, "minimum-rate", terms.minimum_rate);
    boxes.rate(wanted.daily_rate, "daily-rate", terms.daily_rate);
    boxes.rate(wanted.late_rate, "late-rate", terms.late_rate);
    if (terms.late_rate != rate_before) terms.late_steps.clear();
    if (terms.daily_rate != daily_before) terms.cash_rate.reset();
    boxes.amount(wanted.minimum_floor, terms.minimum_floor);
    boxes.amount(wanted.late_floor, terms.late_floor);
    boxes.amount(wanted.late_cap, terms.late_cap);
    boxes.amount(wanted.tolerance, terms.tolerance);
    if (wanted.interest >= 0) terms.interest = static_cast<ledger::InterestMethod>(wanted.interest);
    if (wanted.grace_days.empty()) return;
    const auto days = whole_number(wanted.grace_days);
    if (days) terms.grace_days = *days;
    else
        boxes.say(
            {.trouble = Trouble::out_of_range, .field = "grace-days", .text = wanted.grace_days, .detail = "0–31"});
}

/// What is owed on a card is owed today; money that an account holds was there before what is brought in.
ledger::Date first_day_of_new(ledger::AccountType type, ledger::Today today)
{
    return type == ledger::AccountType::card ? today.date : today.date - ledger::Days{365 * 3};
}

ledger::Result<std::optional<ledger::Overdue>> read_overdue(const SaveAccount& wanted, const ledger::Account& account,
                                                            ledger::Today today, const wording::Words& words)
{
    using Said = std::optional<ledger::Overdue>;
    if (wanted.overdue_since.empty() && wanted.overdue_amount.empty()) return Said{};
    const auto since = read_day(wanted.overdue_since, today, words);
    if (!since) return since.problems();
    const auto amount = read_amount(wanted.overdue_amount, account.currency);
    if (!amount) return amount.problems();
    if (amount->zero()) return Said{};
    if (account.overdue && account.overdue->since == *since && account.overdue->amount == *amount)
        return Said{account.overdue};
    return Said{app::said_overdue(*since, *amount, today.date)};
}

}  // namespace

std::optional<int> whole_number(const std::string& text)
{
    const auto read = ledger::parse_money(text, Currency{{'J', 'P', 'Y'}});
    return read && read->minor < 10'000 && read->minor > -10'000 ? std::optional{static_cast<int>(read->minor)}
                                                                 : std::nullopt;
}

AccountForm account_form(const ledger::Book& book, ledger::AccountId id, const wording::Words& words)
{
    AccountForm form{.title = words("A new account"), .payers = paying_accounts(book)};
    for (int i = 0; i < 6; ++i)
        form.types.push_back(wording::account_type_name(words, static_cast<ledger::AccountType>(i)));
    form.methods = {words("on everything bought"), words("on what stays unpaid"),
                    words("on the average daily balance")};
    form.payer_labels = account_labels(book, form.payers);
    form.payer_labels.insert(form.payer_labels.begin(), words("the usual one"));
    for (const auto& preset : db::load_presets().cards) {
        form.regions.push_back(preset.region);
        form.region_labels.push_back(preset.names.in(words.language()));
    }
    form.wanted.currency = book.preferences.currency.text();
    const auto* account = ledger::find<ledger::Account>(book, id);
    if (!account) return form;
    form.title = words.fill("Change {payee}", fmt::arg("payee", account->name));
    auto& w = form.wanted;
    w.account = id;
    w.name = account->name;
    w.type = account->type;
    w.currency = account->currency.text();
    w.opening = ledger::decimal(account->opening);
    w.number = account->number;
    w.pay_from = account->pay_from;
    if (!account->card) return form;
    w.region = account->card->preset;
    w.statement_day = std::to_string(account->card->statement_day);
    w.due_day = account->card->due_day ? std::to_string(*account->card->due_day) : std::string{};
    w.due_after = account->card->due_after ? std::to_string(*account->card->due_after) : std::string{};
    w.limit = text_of(account->card->limit);
    write_terms(w, *account->card);
    if (account->overdue) {
        w.overdue_since = ledger::iso(account->overdue->since);
        w.overdue_amount = ledger::decimal(account->overdue->amount);
    }
    return form;
}

TermsFilled begin_terms(SaveAccount wanted, const std::string& region, Currency currency, const wording::Words& words)
{
    const auto presets = db::load_presets();
    const auto start = ledger::starting_terms(presets, std::nullopt, region, currency);
    wanted.region = start.region;
    write_terms(wanted, start.terms);
    return {wanted, words.fill("Where these figures come from: {source}", fmt::arg("source", start.source))};
}

ledger::Result<ledger::Account> read_account(const SaveAccount& wanted, const ledger::Book& book, ledger::Today today,
                                             const wording::Words& words)
{
    const auto currency = ledger::parse_currency(wanted.currency);
    if (!currency) return currency.problems();
    ledger::Account account;
    if (const auto* before = ledger::find<ledger::Account>(book, wanted.account)) account = *before;
    else account.opening_date = first_day_of_new(wanted.type, today), account.opening = {0, *currency};
    account.name = wanted.name;
    account.type = wanted.type;
    account.currency = *currency;
    account.number = wanted.number;
    if (!wanted.opening.empty()) {
        const auto opening = read_amount(wanted.opening, *currency);
        if (!opening) return opening.problems();
        account.opening = *opening;
    }
    if (wanted.type != ledger::AccountType::card) return account;
    auto terms = ledger::starting_terms(db::load_presets(), std::nullopt, wanted.region, *currency).terms;
    if (account.card && (wanted.region.empty() || account.card->preset == wanted.region)) terms = *account.card;
    else if (account.card) terms.issuer = account.card->issuer;
    Boxes boxes{*currency};
    read_terms(boxes, wanted, terms);
    if (boxes.wrong()) return *boxes.wrong();
    account.card = terms;
    account.pay_from = wanted.pay_from;
    const auto overdue = read_overdue(wanted, account, today, words);
    if (!overdue) return overdue.problems();
    account.overdue = *overdue;
    return account;
}

}  // namespace view
