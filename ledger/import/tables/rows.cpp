#include "ledger/import/tables/rows.hpp"

#include <algorithm>
#include <unordered_map>

#include "ledger/import/tables/cells.hpp"
#include "ledger/import/tables/money_columns.hpp"
#include "ledger/import/text/text.hpp"

namespace ledger {

namespace {

constexpr std::size_t most_bad = 200'000;
constexpr std::size_t shortest_row = 10;  ///< bytes: a day, a mark, an amount and the line's end

/// What one record turned out to be, while it is read.
class RowReader {
public:
    RowReader(const TablePlan& plan, const Layout& layout, const YearAnchor& anchor, Currency fallback,
              std::string_view text, Statement& out)
        : plan_{plan}, layout_{layout}, anchor_{anchor}, fallback_{fallback}, text_{text}, out_{out}
    {
        for (const auto& name : layout.names) header_text_ += name + "\x1F";
    }

    void read(const Record& record)
    {
        ++out_.records;
        if (repeated_header(record)) return furniture(record, RowReason::header);
        const auto date = date_of(record);
        const auto code = currency_of(record);
        const auto named = parse_currency(code);
        const auto currency = !code.empty() && named.ok() ? *named : fallback_;
        const auto money = money_of(record, plan_, currency.places());
        const auto label = label_in(record);
        if (label != Label::none && closes(record, label, date, money, currency)) return;
        const auto standing = standing_of(cell_at(record, plan_.status));
        const bool waits = standing == Standing::pending || (!date.day && waits_by_date(record));
        if (standing == Standing::failed && (date.day || money.amount)) return neutral(record, RowReason::failed);
        if (waits && (date.day || money.amount)) return neutral(record, RowReason::pending);
        if (date.day && money.side == Side::neutral) return neutral(record, RowReason::not_counted);
        if (date.day && money.amount) return movement(record, date, money, currency, standing);
        if (date.day && money.unreadable)
            return reject(record, Trouble::unreadable_cell, plan_.amount >= 0 ? plan_.amount : plan_.debit, "amount");
        if (date.day) return neutral(record, RowReason::no_money);
        if (money.amount && date.no_year) return review(record, RowReason::no_year);
        if (money.amount && date.filled)
            return wide(record) ? reject(record, Trouble::unreadable_cell, plan_.date, "date")
                                : furniture(record, RowReason::furniture);
        if (money.amount) return undated(record, money, currency, standing);
        continuation(record, date.filled);
    }

    /// The last row is kept open while more of its text may follow.
    void close()
    {
        if (open_) out_.rows.push_back(*open_);
        open_.reset();
    }

    /// Gives the rows of a file without signs the direction in which the balance moved.
    void settle_signs()
    {
        if (!plan_.sign_by_balance) return;
        auto& rows = out_.rows;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto balance = rows.balance(i);
            const std::size_t before = plan_.newest_first ? i + 1 : i - 1;  // wraps where there is none
            const auto from = before < rows.size() ? rows.balance(before) : out_.opening;
            if (!balance) continue;
            const auto size = abs(rows.amount(i)).minor;
            const auto down = [&] {
                if (from) return balance->minor == from->minor - size;
                const auto row = rows[i];
                return plain_text_sign(row.payee + ' ' + row.memo) < 0;
            };
            rows.set_minor(i, down() ? -size : size);
        }
    }

    /// A file without a header may begin with a line about the account: what was there before, and what is there now.
    void drop_summary()
    {
        auto& rows = out_.rows;
        if (!layout_.names.empty() || rows.size() < 3 || !rows.balance(0)) return;
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (!rows.balance(i) || std::abs(sum) > Money::largest) return;
            sum += rows.amount(i).minor;
        }
        const auto first = rows.front();
        const bool repeats = first.balance->minor == rows.balance(1)->minor ||
                             first.balance->minor == rows.balance(rows.size() - 1)->minor;
        if (sum != first.balance->minor || !repeats) return;
        out_.opening = Money{first.amount.minor, first.amount.currency};
        out_.closing = first.balance;
        out_.furniture.insert(out_.furniture.begin(), {first.line, RowReason::balance, std::string{first_raw_}});
        rows.erase_first();
    }

private:
    struct Day {
        std::optional<Date> day{};
        bool filled = false;  ///< some date column has something in it
        bool no_year = false;
    };

    /// "Pending", "Reserveret" where the day will stand.
    bool waits_by_date(const Record& record) const
    {
        const auto said = standing_of(cell_at(record, plan_.date));
        return said == Standing::pending || said == Standing::pending_counted;
    }

    Day date_of(const Record& record) const
    {
        Day out = date_in(cell_at(record, plan_.date));
        for (const int c : plan_.other_dates) {
            if (out.day || out.filled) break;
            out = date_in(cell_at(record, c));
        }
        return out;
    }

    Day date_in(std::string_view cell) const
    {
        Day out;
        if (blank(cell)) return out;
        out.filled = true;
        auto d = read_date(cell, plan_.order);
        if (!d)
            for (const auto other : {DateOrder::ymd, DateOrder::dmy, DateOrder::mdy}) {
                d = read_date(cell, other);
                if (d && !d->by_order) break;
                d.reset();
            }
        if (!d) return out;
        if (d->year == 0) {
            if (anchor_.year == 0) {
                out.no_year = true;
                return out;
            }
            d->year = d->month > anchor_.month ? anchor_.year - 1 : anchor_.year;
            if (d->month == 2 && d->day == 29 && !date::year{d->year}.is_leap()) d->day = 28;
        }
        if (fallback_.text() == "THB" && d->short_year && d->year >= 2050)
            d->year -= 43;  // 67 is 2567 of the Buddhist era
        if (fallback_.text() == "THB" && d->short_year && d->year >= 1970 && d->year < 1981) d->year += 57;
        if (fallback_.text() == "TWD" && d->short_year && d->year >= 1980 && d->year < 2000)
            d->year += 11;  // 99 of the Republic is 2010
        out.day = make_date(d->year, d->month, d->day);
        return out;
    }

    std::string currency_of(const Record& record) const
    {
        if (!plan_.header_currency.empty()) return plan_.header_currency;
        int column = plan_.currency;
        if (plan_.debit >= 0 && plan_.debit_currency >= 0 && !blank(cell_at(record, plan_.debit)))
            column = plan_.debit_currency;
        if (auto code = currency_named(cell_at(record, column)); !code.empty()) return code;
        for (const int c : {plan_.amount, plan_.debit, plan_.credit}) {
            const auto cell = cell_at(record, c);
            if (cell.empty() || cell.size() > 48) continue;
            if (const auto a = read_amount(cell, plan_.decimal); a && !a->currency.empty()) return a->currency;
        }
        return {};
    }

    bool repeated_header(const Record& record) const
    {
        if (layout_.names.empty() || record.cells.empty() || record.cells.front() != layout_.names.front())
            return false;
        std::string text;
        for (const auto cell : record.cells) text.append(cell) += '\x1F';
        return text == header_text_;
    }

    /// A label stands in one of the first texts of the record.
    Label label_in(const Record& record)
    {
        int seen = 0;
        for (const auto cell : record.cells) {
            if (cell.empty()) continue;
            if (++seen > 5) break;
            const char c = cell.front();
            if ((c >= '0' && c <= '9') || c == '-' || cell.size() > 60) continue;
            if (const auto known = labels_.find(std::string{cell}); known != labels_.end()) {
                if (known->second != Label::none) return known->second;
                continue;
            }
            const auto label = label_of(cell);
            if (labels_.size() < 4096) labels_.emplace(cell, label);
            if (label != Label::none) return label;
        }
        return Label::none;
    }

    /// Opening and closing balances and totals; true when the record is one.
    bool closes(const Record& record, Label label, const Day& date, const RowMoney& money, Currency currency)
    {
        const bool complete = date.day && money.amount && *money.amount != 0;
        if (label == Label::total) {
            // A petrol station may be called "Total": a dated row is a sum only when it is nobody's, or adds up.
            if (date.day && !(money.amount && (adds_up(*money.amount) || (plan_.payee >= 0 && !plan_.memos.empty() &&
                                                                          blank(cell_at(record, plan_.payee))))))
                return false;
            furniture(record, RowReason::total);
            return true;
        }
        // A real movement may be called so (a payee named "Saldo"): then it changes the balance.
        if (complete && money.balance && *money.balance != *money.amount && last_balance_ &&
            *money.balance != *last_balance_)
            return false;
        const auto figure = money.balance ? money.balance : money.amount;
        if (figure) (label == Label::opening ? out_.opening : out_.closing) = Money{*figure, currency};
        if (label == Label::opening && money.balance) last_balance_ = money.balance;
        furniture(record, RowReason::balance);
        return true;
    }

    bool adds_up(std::int64_t amount) const
    {
        const auto size = std::abs(amount);
        return out_.rows.size() + (open_ ? 1 : 0) > 1 &&
               (size == sum_in_ || size == sum_out_ || size == sum_in_ + sum_out_ ||
                size == std::abs(sum_in_ - sum_out_));
    }

    void movement(const Record& record, const Day& date, const RowMoney& money, Currency currency, Standing standing)
    {
        if (plan_.moves_are_internal &&
            (money.side == Side::moved_in || money.side == Side::moved_out || money.side == Side::between))
            return neutral(record, RowReason::own_transfer);
        if (money.both_sides && !(money.balance && last_balance_)) return review(record, RowReason::both_sides);
        StatementRow row;
        row.line = record.line;
        row.date = *date.day;
        std::int64_t amount = plan_.flip ? -*money.amount : *money.amount;
        if (plan_.fee >= 0) amount -= money.fee;
        row.amount = {amount, currency};
        if (money.balance) {
            row.balance = Money{*money.balance, currency};
            last_balance_ = money.balance;
        }
        row.payee = cell_at(record, plan_.payee);
        for (const int c : plan_.memos) {
            const auto piece = cell_at(record, c);
            if (piece.empty() || piece == "/" || row.memo.find(piece) != std::string::npos || row.payee == piece)
                continue;
            if (!row.memo.empty()) row.memo += " · ";
            row.memo += piece;
        }
        if (blank(row.payee)) {
            row.payee = std::move(row.memo);
            row.memo.clear();
        }
        if (blank(row.payee)) row.payee = cell_at(record, plan_.kind);
        const auto text = [&](int c) {
            return blank(cell_at(record, c)) ? std::string{} : std::string{cell_at(record, c)};
        };
        row.category = text(plan_.category);
        row.bank_id = text(plan_.id);
        row.counter_account = text(plan_.counter_account);
        row.status_text = text(plan_.status);
        row.pending = standing == Standing::pending_counted;
        if (plan_.account >= 0) {  // one account, or the several means that a wallet paid with
            const bool one = layout_.columns[static_cast<std::size_t>(plan_.account)].values.size() <= 1;
            if (!one) row.paid_with = text(plan_.account);
            else if (out_.account_hint.empty()) out_.account_hint = text(plan_.account);
        }
        (amount < 0 ? sum_out_ : sum_in_) += std::min<std::int64_t>(std::abs(amount), Money::largest);
        if (sum_in_ > 1000 * Money::largest || sum_out_ > 1000 * Money::largest) sum_in_ = sum_out_ = 0;
        if (!open_) first_raw_ = raw(record);  // the first of all: from then on one is open
        close();
        open_ = std::move(row);
    }

    /// Does the balance go on from the last row by this amount, up the file or down it?
    bool goes_on(const RowMoney& money) const
    {
        if (!open_ || !money.amount || !money.balance || !open_->balance) return false;
        const std::int64_t amount = plan_.flip ? -*money.amount : *money.amount;
        return *money.balance == open_->balance->minor + amount ||
               *money.balance == open_->balance->minor - open_->amount.minor;
    }

    /// Money without a date: one more movement of the same day, a total below the rows, or something to look at.
    void undated(const Record& record, const RowMoney& money, Currency currency, Standing standing)
    {
        if (goes_on(money) && *money.amount != 0)
            return movement(record, Day{open_->date, false, false}, money, currency, standing);
        const auto filled =
            std::count_if(record.cells.begin(), record.cells.end(), [](std::string_view c) { return !blank(c); });
        const bool texts =
            !blank(cell_at(record, plan_.payee)) ||
            std::any_of(plan_.memos.begin(), plan_.memos.end(), [&](int c) { return !blank(cell_at(record, c)); });
        if (!texts || filled <= 2 || !money.amount) return furniture(record, RowReason::total);
        review(record, RowReason::no_date);
    }

    void continuation(const Record& record, bool dated)
    {
        if (dated && wide(record)) return reject(record, Trouble::unreadable_cell, plan_.date, "date");
        const auto filled =
            std::count_if(record.cells.begin(), record.cells.end(), [](std::string_view c) { return !blank(c); });
        const bool own_place = blank(cell_at(record, 0)) || plan_.payee == 0;
        if (!dated && own_place && open_ && filled >= 1 && filled <= 2 && record.cells.size() > 1) {
            for (const int c : {plan_.payee, plan_.memos.empty() ? -1 : plan_.memos.front()}) {
                const auto more = cell_at(record, c);
                if (blank(more) || more.size() > 500) continue;
                auto& memo = open_->memo;
                if (!memo.empty()) memo += ' ';
                memo += more;
                return furniture(record, RowReason::continuation);
            }
        }
        furniture(record, RowReason::furniture);
    }

    /// As many cells as the rows have, half of them filled: a row, not a footer.
    bool wide(const Record& record) const
    {
        const auto filled = static_cast<std::size_t>(
            std::count_if(record.cells.begin(), record.cells.end(), [](std::string_view c) { return !blank(c); }));
        return record.cells.size() + 1 >= layout_.width && filled >= 3 &&
               filled * 2 >= std::min<std::size_t>(layout_.width, 6) && label_of(record.cells.front()) == Label::none;
    }

    SetAside aside(const Record& record, RowReason why) const { return {record.line, why, std::string{raw(record)}}; }
    std::string_view raw(const Record& record) const
    {
        return text_.substr(record.from, std::min<std::size_t>(record.size, 2000));
    }
    void neutral(const Record& r, RowReason why) { out_.neutral.push_back(aside(r, why)); }
    void furniture(const Record& r, RowReason why) { out_.furniture.push_back(aside(r, why)); }
    void review(const Record& r, RowReason why) { out_.needs_review.push_back(aside(r, why)); }
    void reject(const Record& r, Trouble trouble, int column, const char* field)
    {
        out_.rejected.push_back(
            {trouble, field, std::string{cell_at(r, column).substr(0, 200)}, {}, r.line, column + 1});
    }

    const TablePlan& plan_;
    const Layout& layout_;
    const YearAnchor& anchor_;
    Currency fallback_;
    std::string_view text_, first_raw_{};
    Statement& out_;
    std::optional<StatementRow> open_{};
    std::string header_text_{};
    std::optional<std::int64_t> last_balance_{};
    std::int64_t sum_in_ = 0, sum_out_ = 0;
    std::unordered_map<std::string, Label> labels_{};
};

}  // namespace

RowsEnd read_rows(const TablePlan& plan, const Layout& layout, const YearAnchor& anchor, Currency fallback,
                  const ReadHints& hints, int header_line, std::string_view text, Statement& statement)
{
    RecordReader reader{text, plan.delimiter};
    RowReader rows{plan, layout, anchor, fallback, text, statement};
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    statement.rows.reserve(std::min(lines + 1, text.size() / shortest_row + 1), text.size() + lines);
    Record record;
    int since = 0;
    while (reader.next(record)) {
        if (hints.progress && ++since == 4096) {
            since = 0;
            if (!hints.progress(reader.done())) return RowsEnd::cancelled;
        }
        if (record.line <= header_line) continue;
        if (std::all_of(record.cells.begin(), record.cells.end(), [](std::string_view c) { return c.empty(); }))
            continue;
        rows.read(record);
        if (statement.rejected.size() + statement.furniture.size() + statement.needs_review.size() > most_bad)
            return RowsEnd::too_many_bad;
    }
    rows.close();
    rows.drop_summary();
    rows.settle_signs();
    return RowsEnd::all;
}

}  // namespace ledger
