#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "ledger/facts/book.hpp"
#include "ledger/import/text/phrases.hpp"

namespace ledger {

/// The rules of a Book, made ready to be asked about many entries: the same answer on import and on demand. Needs the
/// Book to stay.
class Rules {
public:
    explicit Rules(const Book& book);

    /// What a rule looks at. `cleaned`: the payee as it will be kept, where that is not what the bank wrote.
    struct Subject {
        AccountId account{};
        Money amount{};
        std::string_view payee{}, memo{}, cleaned{};
        std::string_view text{};  ///< payee and memo, folded, a blank between them; empty: they are folded here
    };

    /// The first rule that fits, in the user's order; nullptr when none does.
    const Rule* first_for(const Subject& subject) const;

private:
    struct Ready {
        std::string payee{};  ///< folded
        const Rule* rule = nullptr;
    };
    std::vector<Ready> ready_{};
    std::vector<std::uint32_t> for_all_{};  ///< those without words
    Phrases phrases_{{}};
};

}  // namespace ledger
