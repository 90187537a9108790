#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "alerts/forecast/confirmed.hpp"
#include "ledger/balances/duties.hpp"

namespace alerts {

/// Who moved money, and in which direction, as one number; 0 = nobody. Where a row has no payee its category stands for
/// it.
std::uint32_t key_of(const ledger::HistoryRow& row);

/// The payee's name for such a key.
std::string name_of_key(const ledger::History& history, const ledger::Book& book, std::uint32_t key);

/// The keys that this payee or payer goes by in the History, `in` or out; with `category`, rows without a payee too.
std::set<std::uint32_t> keys_called(const ledger::History& history, const std::string& name,
                                    ledger::CategoryId category, bool in);

/// Which movements of the past belong to a fact, so that nothing is learnt from them a second time: payments that
/// settled a bill, payments to a card, and what a confirmed bill or income stands for.
class AccountedFor {
public:
    AccountedFor(const ledger::Book& book, const ledger::History& history, ledger::Today today,
                 const std::set<ledger::AccountId>& accounts);

    /// The account's movements since `first` up to today, by date, those that are told elsewhere marked as known.
    std::vector<Movement> movements(ledger::AccountId account, Date first);

    bool seen(ledger::BillId bill) const
    {
        return bills_seen_.contains(bill);
    }  ///< has been paid before, so the balance's habits include it
    const Came* told(ledger::BillId bill,
                     ledger::AccountId account) const;  ///< after `movements`; nothing where it was never seen there
    const Came* told(ledger::IncomeId income, ledger::AccountId account) const;
    std::optional<Date> last_came(ledger::IncomeId income,
                                  ledger::AccountId account) const;  ///< the day on which it last came

private:
    void card_payments();
    void account_for_payment(const ledger::HistoryRow& paid, ledger::BillId bill);
    void names();

    const ledger::Book& book_;
    const ledger::History& history_;
    ledger::Today today_;
    const std::set<ledger::AccountId>& accounts_;
    std::set<ledger::EntryId> entries_{};
    std::set<ledger::BillId> bills_seen_{};
    std::map<ledger::BillId, std::set<std::uint32_t>> bill_keys_{};
    std::map<ledger::IncomeId, std::set<std::uint32_t>> income_keys_{};
    std::map<std::pair<ledger::BillId, ledger::AccountId>, Came> bills_{};
    std::map<std::pair<ledger::IncomeId, ledger::AccountId>, Came> incomes_{};
    std::map<std::pair<ledger::IncomeId, ledger::AccountId>, Date> came_{};
};

}  // namespace alerts
