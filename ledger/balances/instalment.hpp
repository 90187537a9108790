#pragma once
#include <span>
#include <vector>

#include "ledger/values/date.hpp"
#include "ledger/values/money.hpp"

namespace ledger {

/// One payment of a schedule.
struct Instalment {
    Date due{};
    Money principal{};
    Money charge{};  ///< fee or interest in it
    Money amount() const { return principal + charge; }
};

/// A debt paid off in parts. The principals sum to the debt exactly.
using Instalments = std::vector<Instalment>;

Money total_charge(const Instalments&);  ///< all fees and interest; needs at least one part
Money total_paid(const Instalments&);

/// In equal parts, rounded down to the minor unit; what is left over goes on the last. Needs 1 ≤ n; `first` and the
/// same day of the months after it.
Instalments in_equal_parts(Money debt, int n, Date first);

/// The same, with a flat fee on the original debt in every part: how card issuers in mainland China price bill
/// instalments.
Instalments with_flat_fee(Money debt, int n, Rate fee_a_part, Date first);

/// Equal payments (annuity): interest on what is left, the last payment evens out the rounding.
Instalments annuity(Money debt, int n, Rate a_month, Date first);

/// Equal principal, falling interest.
Instalments equal_principal(Money debt, int n, Rate a_month, Date first);

/// Interest only, the whole debt with the last payment.
Instalments interest_only(Money debt, int n, Rate a_month, Date first);

/// What a schedule costs as a share a year. Percentages are the one place where a double is money's neighbour: they are
/// shown, never paid.
struct YearlyCost {
    double nominal = 0;    ///< 12 × the monthly internal rate of return: 0.1345 = 13.45 %
    double effective = 0;  ///< compounded
};

/// From the payments of equally spaced months; zero where nothing is charged. Needs a positive debt.
YearlyCost yearly_cost(Money debt, std::span<const Money> payments);
YearlyCost yearly_cost(const Instalments&);

/// The rate a month that compounds to `yearly` (24 % effective → 1.808758 %), to nine places.
Rate monthly_of_effective(Rate yearly);

/// How many months it takes to pay `debt` with `a_month`, rounded up; needs both positive.
int months_needed(Money debt, Money a_month);

/// The next term banks usually offer: 6, 12, 18, 24, 36, 48, 60; 0 where even 60 is too short.
int usual_term(int months);

}  // namespace ledger
