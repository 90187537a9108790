#include "ledger/import/reading/statement_rows.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>

namespace ledger {

namespace {

constexpr std::array texts_of_row{
    &StatementRow::payee,           &StatementRow::memo,      &StatementRow::category,   &StatementRow::bank_id,
    &StatementRow::counter_account, &StatementRow::paid_with, &StatementRow::status_text};
constexpr int which_paid_with = 5;

}  // namespace

void put_length(std::string& to, std::size_t length)
{
    for (; length >= 0x80; length >>= 7) to += static_cast<char>(length | 0x80);
    to += static_cast<char>(length);
}

std::string_view take_text(std::string_view& from)
{
    std::size_t length = 0;
    int shift = 0;
    for (;; shift += 7) {
        const auto byte = static_cast<unsigned char>(from.front());
        from.remove_prefix(1);
        length |= std::size_t{byte & 0x7Fu} << shift;
        if (byte < 0x80) break;
    }
    const auto text = from.substr(0, length);
    from.remove_prefix(length);
    return text;
}

void StatementRows::reserve(std::size_t rows, std::size_t bytes_of_text)
{
    rows_.reserve(rows);
    texts_.reserve(bytes_of_text);
}

StatementRows::Fixed StatementRows::packed(const StatementRow& row)
{
    assert(texts_.size() <= std::numeric_limits<std::uint32_t>::max() &&
           (!row.balance || row.balance->currency == row.amount.currency));
    Fixed f{.minor = row.amount.minor,
            .line = row.line,
            .date = row.date,
            .texts = static_cast<std::uint32_t>(texts_.size()),
            .currency = row.amount.currency,
            .has_balance = row.balance.has_value(),
            .pending = row.pending};
    if (row.balance) f.balance = row.balance->minor;
    unsigned which = 0;
    for (std::size_t i = 0; i < texts_of_row.size(); ++i) which |= (row.*texts_of_row[i]).empty() ? 0u : 1u << i;
    texts_ += static_cast<char>(which);
    for (const auto text : texts_of_row) {
        if ((row.*text).empty()) continue;
        put_length(texts_, (row.*text).size());
        texts_ += row.*text;
    }
    return f;
}

void StatementRows::push_back(const StatementRow& row)
{
    rows_.push_back(packed(row));
}

void StatementRows::set(std::size_t at, const StatementRow& row)
{
    if (at + 1 == size()) texts_.resize(rows_[at].texts);  // its texts are the last
    rows_[at] = packed(row);
}

std::optional<Money> StatementRows::balance(std::size_t at) const
{
    const auto& f = rows_[at];
    return f.has_balance ? std::optional{Money{f.balance, f.currency}} : std::nullopt;
}

std::string_view StatementRows::text(std::size_t at, int which) const
{
    auto rest = std::string_view{texts_}.substr(rows_[at].texts);
    const auto has = static_cast<unsigned char>(rest.front());
    if ((has & (1u << which)) == 0) return {};
    rest.remove_prefix(1);
    for (int i = 0; i < which; ++i)
        if ((has & (1u << i)) != 0) take_text(rest);
    return take_text(rest);
}

StatementRow StatementRows::operator[](std::size_t at) const
{
    const auto& f = rows_[at];
    StatementRow row{
        .line = f.line, .date = f.date, .amount = amount(at), .balance = balance(at), .pending = f.pending};
    auto rest = std::string_view{texts_}.substr(f.texts);
    const auto has = static_cast<unsigned char>(rest.front());
    rest.remove_prefix(1);
    for (std::size_t i = 0; i < texts_of_row.size(); ++i)
        if ((has & (1u << i)) != 0) row.*texts_of_row[i] = take_text(rest);
    if (!paid_with_) (row.*texts_of_row[which_paid_with]).clear();
    return row;
}

bool operator==(const StatementRows& a, const StatementRows& b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin());
}

}  // namespace ledger
