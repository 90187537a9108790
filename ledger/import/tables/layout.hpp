#pragma once
#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/import/tables/table.hpp"
#include "ledger/import/words/words.hpp"

namespace ledger {

/// What the cells of one column are, counted over the data records of the sample.
struct ColumnProfile {
    int filled = 0;                  ///< cells that are not blank
    std::array<int, 3> dates{};      ///< that are dates under ymd, dmy, mdy
    int by_order = 0;                ///< dates whose month and day the order decides
    int bare_dates = 0;              ///< dates that could be numbers
    std::array<int, 2> amounts{};    ///< that are amounts with '.' and with ',' as decimal mark
    std::array<int, 2> marks{};      ///< votes for '.' and ',' as decimal mark
    std::array<int, 2> thousands{};  ///< amounts with one '.' or ',' before three digits: most likely grouped by it
    int fractional = 0;              ///< amounts with a decimal mark
    int negative = 0, plus = 0;      ///< amounts with a sign written
    int sided = 0;                   ///< amounts with DR or CR in the cell
    int sided_in = 0;                ///< of these, CR
    int symbols = 0;                 ///< amounts with a currency in the cell
    int id_like = 0;                 ///< digits too many, or with leading zeros, to be money
    int sides = 0;                   ///< cells that say in, out or not counted
    int plain_sides = 0;             ///< of these, in or out
    int moves = 0;                   ///< cells that say a transfer, which is neither
    int dashes = 0;                  ///< cells that are a dash: nothing, or a minus beside plus signs
    int standings = 0;               ///< cells that say completed, pending, failed
    int currencies = 0;
    double length = 0;                    ///< mean length of the text
    std::map<std::string, int> values{};  ///< distinct values, at most a dozen
    std::map<std::string, int> codes{};   ///< currencies written in the cells beside the amounts
    std::vector<RoleScore> roles{};       ///< from the header
    std::string header_currency{};

    double role(Role) const;  ///< 0 when the header does not say so
    Role top() const { return roles.empty() ? Role::none : roles.front().role; }
    double date_rate() const;  ///< share of filled cells that are dates under the best order
    double amount_rate() const;
};

/// Where the table stands in the file and what its columns hold.
struct Layout {
    int header = -1;                   ///< index of the header record in the sample; -1 = none
    int header_end = -1;               ///< last record of a header written in two lines
    std::vector<std::string> names{};  ///< header cells, joined where split over two lines
    bool names_known = false;          ///< the header's words are in our tables
    std::size_t width = 0;
    std::vector<std::size_t> data{};  ///< records of the sample that hold a date and an amount
    std::vector<ColumnProfile> columns{};
    double quality = 0;  ///< how table-like the file is when cut this way
};

Layout lay_out(const Table& table);

/// Is there a date and, in another cell, an amount?
bool looks_like_data(const Record&);

}  // namespace ledger
