#pragma once
#include <map>
#include <string>
#include <vector>

#include "ledger/import/reading/reading.hpp"
#include "ledger/import/tables/cells.hpp"
#include "ledger/import/tables/layout.hpp"

namespace ledger {

/// What is known about a file besides its cells.
struct Surroundings {
    std::string head{};      ///< the lines above the table and the file's name
    bool card = false;       ///< the account is a card, or the file says so
    std::string currency{};  ///< of the account, else the one the file names most; may be empty
    std::string region{};
};

/// One way to read a table, complete: columns count from 0, -1 = none.
struct TablePlan {
    char delimiter = ',';
    char decimal = '.';
    DateOrder order = DateOrder::ymd;
    int date = -1;
    std::vector<int> other_dates{};  ///< used, in this order, where `date` is blank
    int amount = -1, debit = -1, credit = -1;
    bool debit_signed = false;     ///< the debit column carries its own minus
    bool credit_negative = false;  ///< the credit column is written with a minus
    int direction = -1;
    bool direction_signs = false;  ///< the direction says the sign; otherwise only what is not counted
    bool in_is_negative = false;   ///< beside such a direction money in is written with a minus, money out without
    std::map<std::string, Side>
        learned_sides{};           ///< folded words of the direction column, as the balances or their pair explain them
    Side blank_side = Side::none;  ///< what a blank direction means, where only one of the two is ever written
    int unsided = 0;               ///< sign of amounts without CR or DR, where only one of the two is ever written
    bool balance_before = false;   ///< the balance stands before the movement, not after it
    bool sign_by_balance = false;  ///< nothing says the direction but the balance before and after
    bool moves_are_internal = false;  ///< 转入/转出 stand beside 收入/支出: moves between accounts of the file
    int balance = -1, fee = -1;
    bool flip = false;
    int currency = -1, debit_currency = -1;
    std::string header_currency{};
    int status = -1, payee = -1, category = -1, id = -1, account = -1, counter_account = -1, kind = -1;
    std::vector<int> memos{};
    int links = 0, proved = 0;
    bool newest_first = false;
    double score = 0;
    double confidence = 0;
    std::vector<OpenQuestion> questions{};
};

}  // namespace ledger
