#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/values/date.hpp"
#include "ledger/values/money.hpp"

namespace ledger {

/// One movement of money.
struct StatementRow {
    int line = 0;  ///< of the file, from 1
    Date date{};
    Money amount{};  ///< from the owner of THIS account: a purchase is negative, also on a card
    std::string payee{};
    std::string memo{};
    std::string category{};  ///< as the bank names it
    std::string bank_id{};   ///< the bank's own number of this movement; may be empty
    std::string counter_account{};
    std::string paid_with{};  ///< where the rows of one file were paid in several ways (a wallet's): "招商银行(1234)"
    std::string status_text{};
    std::optional<Money> balance{};  ///< in the currency of the amount
    bool pending = false;            ///< noted by the bank, not booked yet
    friend bool operator==(const StatementRow&, const StatementRow&) = default;
};

/// Walks over what `Rows` gives by value.
template <class Rows, class Row>
class RowIterator {
public:
    using value_type = Row;
    using difference_type = std::ptrdiff_t;
    RowIterator(const Rows& rows, std::size_t at) : rows_{&rows}, at_{at} {}
    Row operator*() const { return (*rows_)[at_]; }
    RowIterator& operator++()
    {
        ++at_;
        return *this;
    }
    RowIterator operator++(int) { return {*rows_, at_++}; }
    friend bool operator==(const RowIterator& a, const RowIterator& b) { return a.at_ == b.at_; }

private:
    const Rows* rows_;
    std::size_t at_;
};

/// The rows of a statement, packed: what is said of a row takes 32 bytes and its texts one more each, where a
/// StatementRow takes four hundred. A million rows fit beside the ledger's own. Rows go in and come out as values; the
/// quick looks below make no row.
class StatementRows {
public:
    void reserve(std::size_t rows, std::size_t bytes_of_text);  ///< room that is not used costs nothing
    void push_back(const StatementRow& row);
    void set(std::size_t at, const StatementRow& row);  ///< its texts are kept anew: for the last row, or a few
    void set_minor(std::size_t at, std::int64_t minor) { rows_[at].minor = minor; }
    void erase_first() { rows_.erase(rows_.begin()); }
    void set_currency(std::size_t at, Currency currency) { rows_[at].currency = currency; }
    void forget_paid_with() { paid_with_ = false; }  ///< in all rows

    std::size_t size() const { return rows_.size(); }
    bool empty() const { return rows_.empty(); }
    StatementRow operator[](std::size_t at) const;
    StatementRow front() const { return (*this)[0]; }
    StatementRow back() const { return (*this)[size() - 1]; }
    using const_iterator = RowIterator<StatementRows, StatementRow>;
    const_iterator begin() const { return {*this, 0}; }
    const_iterator end() const { return {*this, size()}; }

    int line(std::size_t at) const { return rows_[at].line; }
    Date date(std::size_t at) const { return rows_[at].date; }
    Money amount(std::size_t at) const { return {rows_[at].minor, rows_[at].currency}; }
    std::optional<Money> balance(std::size_t at) const;
    bool pending(std::size_t at) const { return rows_[at].pending; }
    std::string_view payee(std::size_t at) const { return text(at, 0); }
    std::string_view bank_id(std::size_t at) const { return text(at, 3); }

    friend bool operator==(const StatementRows& a, const StatementRows& b);

private:
    struct Fixed {
        std::int64_t minor = 0, balance = 0;
        int line = 0;
        Date date{};
        std::uint32_t texts = 0;  ///< where in `texts_` they begin
        Currency currency{};
        bool has_balance : 1 = false, pending : 1 = false;
    };
    Fixed packed(const StatementRow& row);
    std::string_view text(std::size_t at, int which) const;

    std::vector<Fixed> rows_{};
    std::string texts_{};  ///< of each row: which of the seven it has, one bit each; then those, each after its length
    bool paid_with_ = true;
};

/// Appends a length in as few bytes as it needs, seven bits each.
void put_length(std::string& to, std::size_t length);
/// Takes the text after its length from the front of `from`.
std::string_view take_text(std::string_view& from);

}  // namespace ledger
