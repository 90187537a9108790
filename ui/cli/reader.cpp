#include "ui/cli/reader.hpp"

#include "db/seed/knowledge.hpp"
#include "ledger/values/typed_amount.hpp"

namespace cli {

using namespace ledger;

namespace {

bool valid_utf8(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t more = lead < 0x80                      ? 0
                                 : lead >> 5 == 6 && lead > 0xC1  ? 1
                                 : lead >> 4 == 14                ? 2
                                 : lead >> 3 == 30 && lead < 0xF5 ? 3
                                                                  : 9;
        if (more == 9 || at + more >= text.size()) return false;
        for (std::size_t i = 1; i <= more; ++i)
            if (static_cast<unsigned char>(text[at + i]) >> 6 != 2) return false;
        at += more + 1;
    }
    return true;
}

/// Which way a day lies that an option gives short: what is due is still to come, what is noted has been.
Toward toward(std::string_view option)
{
    for (const std::string_view ahead : {"--due", "--until", "--by", "--follow-up", "--new-due", "--next", "--offer",
                                         "--first", "--spend", "--income"})
        if (option == ahead) return Toward::future;
    for (const std::string_view open : {"--on", "--to", "DAY"})
        if (option == open) return Toward::either;
    return Toward::past;
}

}  // namespace

AccountId Reader::account(const std::string& name, const std::string& option)
{
    return name.empty() ? AccountId{} : take(app::account_called(context_.book(), name), option);
}

CategoryId Reader::category(const std::string& name, const std::string& option)
{
    return name.empty() ? CategoryId{} : take(app::category_called(context_.book(), name), option);
}

BillId Reader::bill(const std::string& name)
{
    return take(app::bill_called(context_.book(), name), "bill");
}
IncomeId Reader::income(const std::string& name)
{
    return take(app::income_called(context_.book(), name), "income");
}

Currency Reader::currency_of(AccountId id)
{
    const auto* account = find<Account>(context_.book(), id);
    return account ? account->currency : usual_currency(context_.book());
}

Money Reader::money(const std::string& text, Currency currency, const std::string& option)
{
    auto money = take(typed_amount(text, currency), option);
    money.currency = currency;
    return money;
}

Date Reader::date(const std::string& text, const std::string& option)
{
    if (text.empty()) return context_.today().date;
    return take(typed_date(text, context_.today(), toward(option), context_.words.day_order()), option);
}

Rate Reader::rate(const std::string& text, const std::string& option)
{
    return take(typed_rate(text), option);
}
Currency Reader::currency(const std::string& text, const std::string& option)
{
    return take(parse_currency(text), option);
}

std::string Reader::issuer(const std::string& given, const std::string& option)
{
    const auto key = text(given, option);
    if (key.empty() || !ok()) return key;
    const auto knowledge = db::load_knowledge();
    if (ledger::issuer(knowledge, context_.book().corrections, key)) return key;
    std::string near;
    for (const auto& i : search_issuers(knowledge, context_.book().corrections, key))
        near += (near.empty() ? "" : ", ") + i.id;
    say({.trouble = Trouble::no_such,
         .field = option,
         .text = key,
         .detail = near.empty() ? "`banks --search TEXT`, or `banks correct " + key + " --name NAME --hotline NUMBER`"
                                : near});
    return key;
}

Recurrence Reader::repeat(const std::string& text, const std::string& until, int times, Date first)
{
    auto repeat = take(wording::parse_repeat(text.empty() ? "none" : text), "--repeat");
    if (!until.empty()) repeat.until = date(until, "--until");
    if (times != 0) repeat.times = times;
    if (repeat.period == Period::once && (repeat.until || repeat.times) && ok())
        say({.trouble = Trouble::out_of_range,
             .field = "--repeat",
             .text = "none",
             .detail = "weekly, monthly, yearly, …"});
    if (repeat.nth_weekday == Recurrence::month_end) return at_month_end(repeat, first);
    if (!repeat.by_weekday() || first == Date{} || !ok()) return repeat;
    const auto named = wording::weekday_named(text).value_or(weekday_of(first));
    const Date such =
        first_of_month(first) + Days{static_cast<int>((named + 7 - weekday_of(first_of_month(first))) % 7)};
    Date right = nominal(repeat, such, 0);
    if (right < first) right = nominal(repeat, such, 1);
    if (right != first)
        say({.trouble = Trouble::out_of_range, .field = "--repeat", .text = iso(first), .detail = iso(right)});
    return repeat;
}

Recurrence Reader::at_month_end(const Recurrence& repeat, Date first)
{
    if (first != Date{} && ok() && first != last_of_month(first))
        say({.trouble = Trouble::out_of_range,
             .field = "--repeat",
             .text = iso(first),
             .detail = iso(last_of_month(first))});
    return repeat;
}

Reader::Range Reader::range(const std::string& text, Currency currency, const std::string& option)
{
    const auto at = text.find("..");
    if (at == std::string::npos) {
        const auto one = money(text, currency, option);
        return {one, one, false};
    }
    Range out{money(text.substr(0, at), currency, option), money(text.substr(at + 2), currency, option), true};
    if (ok() && out.low > out.high)
        say({.trouble = Trouble::out_of_range,
             .field = option,
             .text = text,
             .detail = decimal(out.high) + ".." + decimal(out.low)});
    return out;
}

std::string Reader::text(const std::string& given, const std::string& option)
{
    if (!valid_utf8(given)) say({.trouble = Trouble::unreadable_encoding, .field = option});
    return given;
}

bool Reader::yes_or_no(const std::string& text, const std::string& option)
{
    if (text != "yes" && text != "no")
        say({.trouble = Trouble::not_a_choice, .field = option, .text = text, .detail = "yes|no"});
    return text == "yes";
}

std::pair<Money, Date> Reader::money_on(const std::string& text, Currency currency, const std::string& option)
{
    const auto at = text.find('@');
    if (at == std::string::npos) {
        say({.trouble = Trouble::not_a_choice, .field = option, .text = text, .detail = "AMOUNT@YYYY-MM-DD"});
        return {Money{0, currency}, Date{}};
    }
    return {money(text.substr(0, at), currency, option), date(text.substr(at + 1), option)};
}

}  // namespace cli
