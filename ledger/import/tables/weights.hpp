#pragma once

// What each piece of evidence counts when a table can be read in several ways. All are set by hand and held by the
// shapes, layouts and statements of the tests; only their order matters, so a weight says what it must outweigh and
// what must outweigh it. What the words of a header are worth stands in words/header_words.cpp.
namespace ledger {

/// Where a table is: is this record its header, is this delimiter the right one?
struct LayoutWeights {
    double value_in_header = -1.5;  ///< a date or an amount in it: outweighs one known word
    double text_in_header = -0.7;   ///< a sentence in it: a title or a disclaimer has one long cell
    double known_word = 0.45;       ///< from here on a cell counts as a word we know
    double named = 0.5;             ///< from here on a cell names a day or money
    double day_and_money = 2.0;     ///< both are named: outweighs a title line with more words
    double least_header = 0.9;      ///< less than one known word and a half is no header
    double even = 2.0;              ///< all rows have as many cells: a wrong delimiter cuts them unevenly
    double short_row = 0.6;         ///< rows shorter than the header, where 1 is as long
    double header_known = 2.0;      ///< the header's words are ours: as much as even rows
    double three_columns = 1.0;     ///< day, text and amount are the least that a statement has
};

/// Which column is the day of the row?
struct DayWeights {
    double words = 2.0;           ///< the header; outweighs that some rows are blank
    double filled = 1.2;          ///< share of rows with a date in it
    double slack = 0.15;          ///< blanks are filled from the other dates, so few do not matter …
    double named = 0.7;           ///< … and none where the header says so
    double named_filled = 0.3;    ///< and at least so many rows have it
    double constant = -0.6;       ///< one and the same day in all rows: when the file was made
    double constant_named = 0.6;  ///< unless the header calls it the day
    double other_name = -0.5;     ///< the header says something else
    double due_name = -1.0;       ///< the header says due, period or printed: never the day of a row
    double surely_other = 0.7;    ///< from here on the header says something else
    double moment = 0.9;          ///< a column called "Time" that holds a day and a time
    double bare = 0.2;            ///< digits alone may be a number …
    double bare_unnamed = 1.1;    ///< … and are one where a known header does not call them a day
    double unnamed = 0.3;
    double said = 0.4;          ///< from here on the header says that it is a day: then …
    double least_said = 0.3;    ///< … so many cells must be dates
    double least_unsaid = 0.7;  ///< else so many
    double tie = 0.04;          ///< closer scores leave the columns in their order
    double alike_words = 0.05;  ///< two columns are called as well …
    double alike = 0.3;         ///< … and fit as well: the earlier day of the two is the purchase
    double least_second = 0.2;  ///< a further column is used for rows without a day from here on
};

/// 01/02/03: which is the month?
struct OrderWeights {
    double day_first = 0.6;      ///< most countries
    double year_first = -2.5;    ///< with two digits for the year hardly ever …
    double year_country = 3.6;   ///< … but where people write so
    double unfit = 8.0;          ///< some cell is no date under it: outweighs every habit
    double unfit_share = 40.0;   ///< and the more cells, the surer
    double month_country = 4.0;  ///< where the month comes first: outweighs how a monthly statement looks
    double month_canada = 0.8;   ///< both are used there
    double month_elsewhere = -3.5;
    double dots = -2.0;        ///< dots between the numbers are never American
    double four_digits = 1.0;  ///< 2024-…: the year is plain
    double sorted = 3.0;       ///< rows stand in order
    double future = 6.0;       ///< no statement is from the future
    double question = 4.7;     ///< closer than that, the person is asked
};

/// Dot or comma, and what is a text?
struct ColumnWeights {
    double money = 0.4;           ///< from here on a header names money
    double unnamed_money = 0.02;  ///< votes of other columns where the header is known
    double second_choice = 0.6;   ///< a header that speaks more for another role
    double text = 0.4;            ///< least for payee and memo
    double role = 0.45;           ///< least for the other roles
    double id = 0.6;              ///< a wrong id loses rows, so it needs more
};

/// Which columns are the money?
struct MoneyWeights {
    double covered = 4.0;        ///< share of rows that yield an amount
    double both_sides = 2.0;     ///< a row with debit and credit costs two: the columns are no pair
    double nothing = 0.7;        ///< a row of zero is worth little more than none
    double words = 2.5;          ///< the header; less than half of the rows
    double net = 0.8;            ///< what is left after the fee moved on the account, not the gross
    double chain = 4.0;          ///< balances that follow from the amounts prove as much as all rows
    double full_chain = 2.0;     ///< links from which a chain counts fully
    double inverted_pair = 2.0;  ///< debit and credit exchanged
    double inverted = 0.3;       ///< an amount taken the other way: cards do so
    double balance_named = 0.5;  ///< the header calls it a balance
    double own_currency = 0.4;   ///< the header names the account's currency
    double foreign = 0.8;        ///< share of cells that name another
    double by_balance = 0.5;     ///< a direction that only the balances tell: any column that tells it is better
    // What speaks for a way before it is tried.
    double decided = 0.5;          ///< a sign or a direction is written
    double direction = 0.2;        ///< a column says the direction …
    double direction_named = 0.3;  ///< … and is called so
    double fractional = 0.4;       ///< cents are written: no number of pieces
    double symbol = 0.1;
    double kinds = 1.2;         ///< kinds of movement tell the direction, and all are known
    double column = 0.01;       ///< the first column of equals
    double pair = 0.7;          ///< both halves of a pair are named
    double unnamed_pair = 0.5;  ///< they only share the rows
    double pair_gap = 0.1;      ///< a column between them
    double pair_order = 0.1;    ///< money out mostly stands first
    double pair_sign = 0.6;     ///< money out is written with a minus: proves the order of an unnamed pair
    double pair_plus = 0.3;     ///< money in with a plus: half as much
    double named = 0.45;        ///< from here on a header names it
    double against = 0.6;       ///< a header that speaks as much for something else
};

/// Is money out written positive?
struct SignWeights {
    double payment = 3.0;       ///< a row that says payment or refund: rare and plain
    double purchase = 1.0;      ///< a row that says purchase
    double both_written = 3.0;  ///< both signs are written, and what is paid back has one
    double share = 2.0;         ///< most rows of a card are spending
    double named = 4.0;         ///< the header counts spending: outweighs the share of rows
    double marked = 100.0;      ///< DR and CR in the cells leave nothing open
    double chain = 3.0;         ///< balances that chain
    double sure = 1.0;          ///< below it the person is asked
    double proved = 0.7;        ///< share of links from which balances speak
};

/// The currency of a row, and how sure the reading is.
struct PlanWeights {
    double original_currency = 1.5;  ///< the currency of the original amount comes last
    double right = 0.15;             ///< a currency mostly stands behind its amount
    double gap = 0.05;
    double base = 0.35;      ///< a table was found
    double dated = 0.25;     ///< share of rows with a date
    double named = 0.2;      ///< the header's words are ours
    double proof = 0.2;      ///< share of balances that agree; half of it where there are none
    double question = 0.12;  ///< each open question
    double least = 0.05;
    double most = 0.99;
};

struct Weights {
    LayoutWeights layout{};
    DayWeights day{};
    OrderWeights order{};
    ColumnWeights column{};
    MoneyWeights money{};
    SignWeights sign{};
    PlanWeights plan{};
};
inline constexpr Weights weights{};

}  // namespace ledger
