#pragma once
#include <optional>
#include <string>

#include "ledger/facts/book.hpp"

namespace ledger {

/// What is asked of a fact: everything that is asked of one that is entered, or only what arithmetic needs, so that a
/// fact which is merely odd (no name, a name given twice) is not taken away from who opens an old ledger.
enum class Asked { when_entered, when_read };

/// What every fact is measured by, and what was found wrong so far.
class Checks {
public:
    explicit Checks(const Book& book, Asked asked = Asked::when_entered) : book_{&book}, asked_{asked} {}

    const Book& book() const { return *book_; }
    void look_at(const Book& book) { book_ = &book; }
    const Problems& problems() const { return problems_; }
    Problems take() { return std::exchange(problems_, {}); }
    bool sound() const { return problems_.empty(); }

    void say(Trouble trouble, std::string field, std::string text = {}, std::string detail = {});
    void add(Problem problem) { problems_.push_back(std::move(problem)); }
    /// The same as `say` for what is asked only of facts that are entered.
    void say_when_entered(Trouble trouble, std::string field, std::string text = {}, std::string detail = {});

    /// Is there such a fact? Says so where not; 0 is none, and that may be allowed.
    template <class Fact, class IdOfFact>
    bool known(IdOfFact id, const char* field, bool may_be_none)
    {
        if (!id ? may_be_none : find<Fact>(*book_, id) != nullptr) return true;
        say(Trouble::no_such, field, id ? std::to_string(id.value) : std::string{});
        return false;
    }
    /// A category that is not there does no harm to what is read: it is asked for when something is entered.
    bool known_category(CategoryId id, const char* field);

    bool in_range(Date date, const char* field);
    bool in_range(Moment at, const char* field);
    bool in_range(Money m, const char* field);
    bool not_negative(Money m, const char* field);  ///< and in range
    bool in_currency(Money m, Currency needed, const char* field);
    /// In this currency, not below zero, and in range.
    bool owed(Money m, Currency needed, const char* field);
    void within(std::int64_t n, std::int64_t low, std::int64_t high, const char* field);
    void at_most(Rate rate, Rate limit, const char* field);

private:
    const Book* book_;
    Asked asked_;
    Problems problems_{};
};

}  // namespace ledger
