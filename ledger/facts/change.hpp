#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "ledger/facts/book.hpp"

namespace ledger {

/// Adds this fact, or replaces the one with its id.
template <class Fact>
struct Put {
    Fact fact;
    friend bool operator==(const Put&, const Put&) = default;
};

/// Takes the fact with this id away.
template <class Fact>
struct Remove {
    decltype(Fact::id) id;
    friend bool operator==(const Remove&, const Remove&) = default;
};

/// Adds the entries of a whole statement, under the numbers from `first` on, without a gap. Each is made when it is
/// asked for, so that a million of them need no room. No other step of the Change touches them.
struct Bring {
    EntryId first{};
    std::int64_t count = 0;
    std::function<Entry(std::int64_t)> make{};  ///< the n-th, from 0, always the same; no side of a transfer. What it
                                                ///< looks at must stay as long as this
    std::map<EntryId, Entry> instead{};         ///< those of them that come in otherwise than they are made

    bool holds(EntryId id) const { return id >= first && id.value - first.value < count; }
    Entry at(std::int64_t n) const;  ///< with its number; needs 0 ≤ n < count
    friend bool operator==(const Bring&, const Bring&);
};

/// Every way in which facts change, and there is no other.
using Step =
    std::variant<Put<Account>, Remove<Account>, Put<Category>, Remove<Category>, Put<Batch>, Remove<Batch>, Put<Entry>,
                 Remove<Entry>, Bring, Put<Bill>, Remove<Bill>, Put<Income>, Remove<Income>, Put<Settlement>,
                 Remove<Settlement>, Put<Adjustment>, Remove<Adjustment>, Put<CardStatement>, Remove<CardStatement>,
                 Put<Plan>, Remove<Plan>, Put<Contact>, Remove<Contact>, Put<Paper>, Remove<Paper>, Put<Notice>,
                 Remove<Notice>, Put<Rule>, Remove<Rule>, Put<StatementFormat>, Remove<StatementFormat>,
                 Put<IssuerCorrection>, Remove<IssuerCorrection>, Put<Holiday>, Remove<Holiday>, Put<ExchangeRate>,
                 Remove<ExchangeRate>, Put<Dismissal>, Remove<Dismissal>, Preferences>;

/// What a Change is called in the undo list; ui/wording has a sentence for each.
enum class Deed {
    add_account,
    edit_account,
    add_entry,
    edit_entry,
    remove_entry,
    add_transfer,
    add_bill,
    edit_bill,
    pay_bill,
    skip_bill,
    add_income,
    edit_income,
    edit_category,
    edit_rule,
    import,
    undo_import,
    accept_plan,
    log_contact,
    papers,
    correct_issuer,
    preferences,
    notice,
    set_up,
    link_payment,
    card_statement,
    confirm_stream,
    end_plan,
    unlink_payment,
    holidays,
    edit_entries,
    apply_rules,
    reconcile,
    edit_rates,
    dismiss_stream
};

/// One thing the user did, whole: all of its steps are recorded, or none.
struct Change {
    Deed deed{};
    std::string about{};  ///< a name for the undo list: the payee, the file, the account
    std::vector<Step> steps{};
    friend bool operator==(const Change&, const Change&) = default;
};

/// Finds an entry as the store has it; nothing for an unknown id. Needed only where a Change touches an existing entry.
using FindEntry = std::function<std::optional<Entry>(EntryId)>;

/// Shows each entry that the Change puts, one after another.
void for_each_entry(const Change& change, const std::function<void(const Entry&)>& show);

/// The Book after the Change. Needs a Change that `validate` (ledger/sound) found sound.
Book apply(Book book, const Change& change);

}  // namespace ledger
