#include "ledger/balances/returns.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "ledger/facts/payee.hpp"
#include "ledger/values/folding.hpp"

namespace ledger {

namespace {

/// How banks name a payment that came back: how its words begin, folded; in Chinese, Japanese and Korean what stands
/// anywhere.
constexpr auto return_words = std::to_array<std::string_view>(
    {"returned",     "return item", "return of",  "return payment", "payment return", "rtn item",    "bounced",
     "reversal",     "reversed",    "chargeback", "dishonour",      "dishonor",       "unpaid item", "unpaid direct",
     "unpaid check", "rejected",    "nsf item",   "payment failed", "failed payment", "rucklast",    "ruecklast",
     "ruckbuch",     "rueckbuch",   "ruckgabe",   "rueckgabe",      "ruckuberweis",   "rucklaufer",  "storno",
     "retoure",      "rejet",       "impaye",     "retour prlv",    "retour de prel", "extourne",    "contrepass",
     "devuelt",      "devoluc",     "devolvid",   "impagad",        "retroces",       "anulacion",   "estorno",
     "insolut",      "respint",     "riaccredit", "storner",        "teruggeboekt",   "terugboek",   "geweigerd",
     "storneer",     "zwrot",       "odrzucon",   "vracen",         "returnering",    "tilbakefort", "tilbagefort",
     "aterford",     "aterbetal",   "palautus",   "palautettu",     "возврат",        "отклон",      "сторно",
     "повернен",     "iade edil",   "επιστροφ",   "退回",           "退票",           "冲正",        "沖正",
     "退汇",         "退匯",        "冲回",       "沖回",           "撤销",           "撤銷",        "扣款失败",
     "扣款失敗",     "拒付",        "組戻",       "振替不能",       "引落不能",       "반환",        "출금취소"});

bool says(std::string_view folded, std::string_view word)
{
    const bool parted = static_cast<unsigned char>(word.front()) < 0xE0;
    for (auto at = folded.find(word); at != std::string_view::npos; at = folded.find(word, at + 1))
        if (!parted || at == 0 || folded[at - 1] == ' ') return true;
    return false;
}

constexpr Days same_payee_within{14}, words_within{70};

/// From the first row of this day on.
auto from_day(const AccountHistory& past, Date day)
{
    return std::lower_bound(past.rows.begin(), past.rows.end(), day,
                            [](const HistoryRow& row, Date d) { return row.date < d; });
}

bool takes_back(const History& history, const HistoryRow& row, const HistoryRow& payment)
{
    if (row.date < payment.date || row.date > payment.date + words_within) return false;
    const auto& name = history.payees[row.payee];
    if (says_returned(name)) return true;
    return !row.transfer && row.payee && row.date <= payment.date + same_payee_within &&
           (row.payee == payment.payee || same_payee(name, history.payees[payment.payee]));
}

const HistoryRow* row_with(const AccountHistory& past, EntryId id, Date day)
{
    for (auto at = from_day(past, day); at != past.rows.end() && at->date == day; ++at)
        if (at->id == id) return &*at;
    return nullptr;
}

}  // namespace

bool says_returned(std::string_view payee)
{
    if (payee.empty()) return false;
    const auto text = folded(payee);
    return std::any_of(return_words.begin(), return_words.end(),
                       [&](std::string_view word) { return says(text, word); });
}

std::optional<EntryId> taken_back_by(const History& history, AccountId account, const HistoryRow& payment, Today today)
{
    const auto known = history.accounts.find(account);
    if (known == history.accounts.end() || payment.minor == 0) return std::nullopt;
    const auto& past = known->second;
    const auto until = [&](Date last) { return from_day(past, std::min(last, today.date) + Days{1}); };
    if (std::none_of(from_day(past, payment.date), until(payment.date + words_within), [&](const HistoryRow& row) {
            return row.minor == -payment.minor && takes_back(history, row, payment);
        }))
        return std::nullopt;
    std::vector<const HistoryRow*> payments, returns;  // of this amount, and what could take them back
    for (auto at = from_day(past, payment.date - words_within); at != until(payment.date + 2 * words_within); ++at) {
        if (at->minor == payment.minor && !says_returned(history.payees[at->payee])) payments.push_back(&*at);
        if (at->minor == -payment.minor) returns.push_back(&*at);
    }
    std::vector<bool> gone(payments.size(), false);
    for (const auto* row : returns)
        for (std::size_t i = payments.size(); i-- > 0;) {
            if (gone[i] || !takes_back(history, *row, *payments[i])) continue;
            if (payments[i]->id == payment.id) return row->id;
            gone[i] = true;
            break;
        }
    return std::nullopt;
}

bool stands(const History& history, const Settlement& settlement, Today today)
{
    for (const auto& [id, past] : history.accounts)
        if (const auto* row = row_with(past, settlement.entry, settlement.paid_on))
            return !taken_back_by(history, id, *row, today);
    return true;
}

}  // namespace ledger
