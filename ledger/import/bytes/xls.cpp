#include <cstring>
#include <vector>

#include "ledger/import/bytes/encoding.hpp"
#include "ledger/import/bytes/sheets.hpp"

namespace ledger {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::uint32_t end_of_chain = 0xFFFFFFFE;

/// Little-endian numbers out of bytes; 0 beyond the end.
struct Bytes {
    std::string_view s;
    std::uint32_t u8(std::size_t at) const { return at < s.size() ? static_cast<unsigned char>(s[at]) : 0u; }
    std::uint32_t u16(std::size_t at) const { return u8(at) | u8(at + 1) << 8; }
    std::uint32_t u32(std::size_t at) const { return u16(at) | u16(at + 2) << 16; }
    double f64(std::size_t at) const
    {
        const std::uint64_t bits = u32(at) | static_cast<std::uint64_t>(u32(at + 4)) << 32;
        double d = 0;
        std::memcpy(&d, &bits, sizeof d);
        return d;
    }
    std::string_view part(std::size_t at, std::size_t n) const
    {
        return at <= s.size() ? s.substr(at, n) : std::string_view{};
    }
};

std::string utf8_of(std::string_view bytes, bool wide)
{
    return convert(bytes, wide ? "UTF-16LE" : "windows-1252").value_or(std::string{});
}

/// A file system in a file: sectors chained by a table. Source: [MS-CFB].
class Compound {
public:
    explicit Compound(std::string_view bytes) : file_{bytes}
    {
        sector_ = std::size_t{1} << std::min<std::uint32_t>(file_.u16(30), 12);
        if (sector_ < 128) sector_ = 512;
        std::vector<std::uint32_t> tables;
        for (std::size_t i = 0; i < 109; ++i) tables.push_back(file_.u32(76 + 4 * i));
        for (auto next = file_.u32(68); next < end_of_chain - 3 && tables.size() < 100000;) {
            const auto at = offset(next);
            if (at + sector_ > bytes.size()) break;
            for (std::size_t i = 0; i + 1 < sector_ / 4; ++i) tables.push_back(file_.u32(at + 4 * i));
            next = file_.u32(at + sector_ - 4);
        }
        for (const auto t : tables) {
            if (t >= end_of_chain - 3 || offset(t) + sector_ > bytes.size()) continue;
            for (std::size_t i = 0; i < sector_ / 4; ++i) next_.push_back(file_.u32(offset(t) + 4 * i));
        }
    }

    /// The stream of this name; empty when there is none.
    std::string stream(std::string_view first, std::string_view second) const
    {
        const auto directory = chain(file_.u32(48), npos);
        const Bytes d{directory};
        std::string mini;
        for (std::size_t at = 0; at + 128 <= directory.size(); at += 128) {
            const auto length = d.u16(at + 64);
            const auto name = utf8_of(d.part(at, length >= 2 && length <= 64 ? length - 2 : 0), true);
            const std::size_t size = d.u32(at + 120);
            if (d.u8(at + 66) == 5) mini = chain(d.u32(at + 116), size);
            if (name != first && name != second) continue;
            return size < 4096 ? mini_chain(mini, d.u32(at + 116), size) : chain(d.u32(at + 116), size);
        }
        return {};
    }

private:
    std::size_t offset(std::uint32_t sector) const { return (static_cast<std::size_t>(sector) + 1) * sector_; }

    std::string chain(std::uint32_t sector, std::size_t size) const
    {
        std::string out;
        for (std::size_t steps = 0; sector < next_.size() && steps <= next_.size() && out.size() < size; ++steps) {
            out.append(file_.part(offset(sector), sector_));
            sector = next_[sector];
        }
        if (out.size() > size) out.resize(size);
        return out;
    }

    std::string mini_chain(const std::string& mini, std::uint32_t sector, std::size_t size) const
    {
        const auto table = chain(file_.u32(60), npos);
        const Bytes t{table};
        std::string out;
        for (std::size_t steps = 0;
             static_cast<std::size_t>(sector) * 4 < table.size() && steps <= table.size() / 4 && out.size() < size;
             ++steps) {
            out.append(Bytes{mini}.part(static_cast<std::size_t>(sector) * 64, 64));
            sector = t.u32(static_cast<std::size_t>(sector) * 4);
        }
        if (out.size() > size) out.resize(size);
        return out;
    }

    Bytes file_;
    std::size_t sector_ = 512;
    std::vector<std::uint32_t> next_{};
};

/// The shared strings, whose text may run over into CONTINUE records, where it says anew how wide its letters are.
class StringPieces {
public:
    explicit StringPieces(std::vector<std::string_view> pieces) : pieces_{std::move(pieces)} {}

    std::vector<std::string> read()
    {
        std::vector<std::string> out;
        skip(4);
        const auto count = number(4);
        while (out.size() < count && !done()) out.push_back(text());
        return out;
    }

private:
    bool done() const { return piece_ >= pieces_.size(); }
    void settle()
    {
        while (!done() && at_ >= pieces_[piece_].size()) {
            ++piece_;
            at_ = 0;
        }
    }
    std::uint32_t number(int bytes)
    {
        std::uint32_t n = 0;
        for (int i = 0; i < bytes; ++i) {
            settle();
            if (done()) return n;
            n |= static_cast<std::uint32_t>(static_cast<unsigned char>(pieces_[piece_][at_++])) << (8 * i);
        }
        return n;
    }
    void skip(std::size_t n)
    {
        while (n > 0) {
            settle();
            if (done()) return;
            const auto step = std::min(n, pieces_[piece_].size() - at_);
            at_ += step;
            n -= step;
        }
    }
    std::string text()
    {
        std::size_t letters = number(2);
        auto flags = number(1);
        const std::size_t runs = (flags & 8) != 0 ? number(2) : 0;
        const std::size_t extra = (flags & 4) != 0 ? number(4) : 0;
        std::string out;
        while (letters > 0 && !done()) {
            if (at_ >= pieces_[piece_].size()) {
                settle();
                if (done()) break;
                flags = number(1);
            }
            const bool wide = (flags & 1) != 0;
            const auto room = (pieces_[piece_].size() - at_) / (wide ? 2 : 1);
            const auto n = std::min(letters, room);
            if (n == 0) {
                at_ = pieces_[piece_].size();
                continue;
            }
            out += utf8_of(pieces_[piece_].substr(at_, n * (wide ? 2 : 1)), wide);
            at_ += n * (wide ? 2 : 1);
            letters -= n;
        }
        skip(runs * 4 + extra);
        return out;
    }

    std::vector<std::string_view> pieces_;
    std::size_t piece_ = 0, at_ = 0;
};

double rk_number(std::uint32_t rk)
{
    double d = 0;
    if ((rk & 2) != 0) {
        d = static_cast<double>(static_cast<std::int32_t>(rk) >> 2);
    }
    else {
        const std::uint64_t bits = static_cast<std::uint64_t>(rk & 0xFFFFFFFC) << 32;
        std::memcpy(&d, &bits, sizeof d);
    }
    return (rk & 1) != 0 ? d / 100 : d;
}

/// The records of a workbook. Source: [MS-XLS] 2.4.
class Workbook {
public:
    explicit Workbook(std::string_view stream) : stream_{stream} {}

    std::optional<Sheet> fullest()
    {
        std::size_t at = 0;
        while (at + 4 <= stream_.s.size()) {
            const auto kind = stream_.u16(at);
            const auto size = stream_.u16(at + 2);
            record(kind, Bytes{stream_.part(at + 4, size)}, at, size);
            at += 4 + size;
        }
        keep();
        return best_;
    }

private:
    void record(std::uint32_t kind, Bytes r, std::size_t at, std::size_t size)
    {
        const auto row = r.u16(0), column = r.u16(2), style = r.u16(4);
        switch (kind) {
            case 0x809:
                keep();
                biff8_ = r.u16(0) >= 0x600;
                break;                                      // BOF
            case 0x22: since_1904_ = r.u16(0) == 1; break;  // DATEMODE
            case 0x41E: formats_[static_cast<int>(r.u16(0))] = short_text(r, 2); break;
            case 0xE0: is_date_.push_back(is_date(static_cast<int>(r.u16(2)))); break;  // XF
            case 0xFC: strings_ = shared_strings(at, size); break;                      // SST
            case 0xFD:
                if (r.u32(6) < strings_.size()) put(row, column, strings_[r.u32(6)]);
                break;                                                               // LABELSST
            case 0x204: put(row, column, long_text(r, 6)); break;                    // LABEL
            case 0x203: put(row, column, shown(r.f64(6), style)); break;             // NUMBER
            case 0x27E: put(row, column, shown(rk_number(r.u32(6)), style)); break;  // RK
            case 0xBD:                                                               // MULRK
                for (std::size_t i = 4, c = column; i + 6 <= r.s.size() - std::min<std::size_t>(r.s.size(), 2);
                     i += 6, ++c)
                    put(row, static_cast<std::uint32_t>(c), shown(rk_number(r.u32(i + 2)), r.u16(i)));
                break;
            case 0x06:  // FORMULA; a text follows in STRING
                formula_row_ = row;
                formula_column_ = column;
                if (r.u16(12) != 0xFFFF) put(row, column, shown(r.f64(6), style));
                break;
            case 0x207: put(formula_row_, formula_column_, long_text(r, 0)); break;
            default: break;
        }
    }

    std::string shown(double number, std::uint32_t style) const
    {
        return style < is_date_.size() && is_date_[style] ? date_of_serial(number, since_1904_) : number_text(number);
    }

    bool is_date(int format) const
    {
        const auto code = formats_.find(format);
        return is_date_format(format, code == formats_.end() ? std::string_view{} : code->second);
    }

    std::string long_text(Bytes r, std::size_t at) const
    {
        const std::size_t letters = r.u16(at);
        if (!biff8_) return utf8_of(r.part(at + 2, letters), false);
        const bool wide = (r.u8(at + 2) & 1) != 0;
        return utf8_of(r.part(at + 3, letters * (wide ? 2 : 1)), wide);
    }
    std::string short_text(Bytes r, std::size_t at) const
    {
        return biff8_ ? long_text(r, at) : utf8_of(r.part(at + 1, r.u8(at)), false);
    }

    std::vector<std::string> shared_strings(std::size_t at, std::size_t size) const
    {
        std::vector<std::string_view> pieces{stream_.part(at + 4, size)};
        for (at += 4 + size; stream_.u16(at) == 0x3C && at + 4 <= stream_.s.size(); at += 4 + stream_.u16(at + 2))
            pieces.push_back(stream_.part(at + 4, stream_.u16(at + 2)));
        return StringPieces{std::move(pieces)}.read();
    }

    void put(std::uint32_t row, std::uint32_t column, std::string text)
    {
        if (!text.empty() && column < 512) sheet_[row][column] = std::move(text);
    }

    void keep()
    {
        if (!sheet_.empty() && (!best_ || sheet_.size() > best_->size())) best_ = std::move(sheet_);
        sheet_.clear();
    }

    Bytes stream_;
    bool biff8_ = true, since_1904_ = false;
    std::map<int, std::string> formats_{};
    std::vector<bool> is_date_{};
    std::vector<std::string> strings_{};
    Sheet sheet_{};
    std::optional<Sheet> best_{};
    std::uint32_t formula_row_ = 0, formula_column_ = 0;
};

}  // namespace

std::optional<Sheet> read_xls(std::string_view bytes)
{
    if (bytes.size() < 512) return std::nullopt;
    const auto stream = Compound{bytes}.stream("Workbook", "Book");
    if (stream.empty()) return std::nullopt;
    return Workbook{stream}.fullest();
}

bool locked_xls(std::string_view bytes)
{
    constexpr std::uint16_t password = 0x2F;  // FilePass, [MS-XLS] 2.4.117: it stands before whatever is locked
    const auto content = bytes.size() < 512 ? std::string{} : Compound{bytes}.stream("Workbook", "Book");
    const Bytes stream{content};
    for (std::size_t at = 0, records = 0; at + 4 <= content.size() && records < 64;
         at += 4 + stream.u16(at + 2), ++records)
        if (stream.u16(at) == password) return true;
    return false;
}

}  // namespace ledger
