#pragma once
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "alerts/forecast/forecast.hpp"

/// Account histories in a folder, as the benches read them: accounts.csv
/// (dataset,account,currency,opening,opening_date), <dataset>__<account>.csv (date,payee,amount,category) and
/// questions.csv (dataset,account,origin,h,k_minus_balance,below,contested,…).
namespace bench {

using alerts::Date;
using alerts::Movement;

struct Question {
    std::string dataset, account;
    Date origin{};
    int ahead = 0;
    double offset = 0;
    bool below = false, contested = false;
    double p = 0;
};

struct Account {
    std::int64_t opening = 0;
    Date opened{};
    std::vector<Movement> movements{};
};

inline std::vector<std::string> cells(const std::string& line)
{
    std::vector<std::string> found{""};
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') quoted = !quoted;
        else if (c == ',' && !quoted) found.emplace_back();
        else if (c != '\r') found.back() += c;
    }
    return found;
}

inline std::vector<std::vector<std::string>> table(const std::string& file)
{
    std::ifstream in{file};
    if (!in) std::fprintf(stderr, "cannot read %s\n", file.c_str()), std::exit(1);
    std::vector<std::vector<std::string>> rows;
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) rows.push_back(cells(line));
    return rows;
}

inline std::int64_t minor(const std::string& amount)
{
    return std::llround(std::stod(amount) * 100);
}

inline std::map<std::string, Account> read_accounts(const std::string& folder)
{
    std::map<std::string, Account> accounts;
    for (const auto& row : table(folder + "/accounts.csv")) {
        Account account{minor(row[3]), ledger::parse_date(row[4]).value(), {}};
        std::map<std::string, std::uint32_t> keys;
        for (const auto& cell : table(folder + "/" + row[0] + "__" + row[1] + ".csv")) {
            const std::int64_t amount = minor(cell[2]);
            const auto key = keys.emplace(cell[1] + (amount < 0 ? "-" : "+"), keys.size() + 1).first->second;
            account.movements.push_back(
                {ledger::parse_date(cell[0]).value(), amount, static_cast<std::uint32_t>(key), false});
        }
        std::stable_sort(account.movements.begin(), account.movements.end(),
                         [](const auto& a, const auto& b) { return a.date < b.date; });
        accounts[row[0] + "__" + row[1]] = std::move(account);
    }
    return accounts;
}

inline std::vector<Question> read_questions(const std::string& folder)
{
    std::vector<Question> questions;
    for (const auto& row : table(folder + "/questions.csv")) {
        questions.push_back({row[0], row[1], ledger::parse_date(row[2]).value(), std::stoi(row[3]), std::stod(row[4]),
                             row[5] == "1", row[6] == "1"});
    }
    return questions;
}

/// The account as it stood at the end of `day`, with the last `history` days (0 = all of it).
inline alerts::AccountInput input_on(const Account& account, Date day, int history = 0)
{
    alerts::AccountInput input;
    input.account = static_cast<std::int64_t>(account.movements.size());
    input.first_day = account.opened;
    input.balance_today = account.opening;
    if (history > 0) input.first_day = std::max(input.first_day, day - ledger::Days{history});
    for (const Movement& m : account.movements) {
        if (m.date > day) break;
        input.balance_today += m.minor;
        if (m.date >= input.first_day) input.movements.push_back(m);
    }
    return input;
}

/// The balance at the end of each day from `first` to `last`.
inline std::vector<std::int64_t> balances(const Account& account, Date first, Date last)
{
    std::vector<std::int64_t> found;
    std::int64_t balance = account.opening;
    std::size_t next = 0;
    for (Date day = first; day <= last; day += ledger::Days{1}) {
        for (; next < account.movements.size() && account.movements[next].date <= day; ++next)
            balance += account.movements[next].minor;
        found.push_back(balance);
    }
    return found;
}

}  // namespace bench
