#pragma once
#include <string>
#include <utility>
#include <vector>

#include "ledger/values/recurrence.hpp"
#include "ui/app/journeys/lookup.hpp"
#include "ui/cli/context.hpp"
#include "ui/wording/script_words.hpp"

namespace cli {

/// Turns what was typed into values. Problems are collected, each with the option as its place, so that all are told at
/// once; a value that could not be read comes back as it is by default.
class Reader {
public:
    explicit Reader(Context& context) : context_{context} {}

    const ledger::Problems& problems() const { return problems_; }
    bool ok() const { return problems_.empty(); }
    void say(ledger::Problem problem) { problems_.push_back(std::move(problem)); }

    ledger::AccountId account(const std::string& name, const std::string& option = "--account");
    ledger::CategoryId category(const std::string& name, const std::string& option = "--category");
    ledger::BillId bill(const std::string& name);
    ledger::IncomeId income(const std::string& name);

    /// The account's currency; the one that is usual in this ledger where no account is named.
    ledger::Currency currency_of(ledger::AccountId account);
    ledger::Money money(const std::string& text, ledger::Currency currency, const std::string& option);
    /// Today where nothing is given.
    ledger::Date date(const std::string& text, const std::string& option);
    ledger::Rate rate(const std::string& text, const std::string& option);
    ledger::Currency currency(const std::string& text, const std::string& option = "--currency");
    /// `first` is the first date: a weekday that the text names must be its own, and then the message says which date
    /// would do.
    ledger::Recurrence repeat(const std::string& text, const std::string& until, int times, ledger::Date first = {});

    /// "100" or, for what varies, "80..120".
    struct Range {
        ledger::Money low{}, high{};
        bool varies = false;
    };
    Range range(const std::string& text, ledger::Currency currency, const std::string& option);
    std::string text(const std::string& given, const std::string& option);  ///< refuses what is not UTF-8
    /// A bank's key: of the directory, or one the user has corrected or added. Refused otherwise, with what comes near.
    std::string issuer(const std::string& given, const std::string& option);
    bool yes_or_no(const std::string& text, const std::string& option);

    /// "AMOUNT@DATE".
    std::pair<ledger::Money, ledger::Date> money_on(const std::string& text, ledger::Currency currency,
                                                    const std::string& option);

    template <class E>
    E choice(const std::string& text, const std::string& option)
    {
        if (const auto value = wording::from_key<E>(text)) return *value;
        say({.trouble = ledger::Trouble::not_a_choice, .field = option, .text = text, .detail = wording::choices<E>()});
        return E{};
    }

private:
    ledger::Recurrence at_month_end(const ledger::Recurrence& repeat, ledger::Date first);
    template <class T>
    T take(ledger::Result<T> result, const std::string& option)
    {
        if (result) return *std::move(result);
        for (auto problem : result.problems()) {
            problem.field = option;
            problems_.push_back(std::move(problem));
        }
        return T{};
    }

    Context& context_;
    ledger::Problems problems_;
};

}  // namespace cli
