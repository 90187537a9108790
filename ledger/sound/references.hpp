#pragma once
#include "ledger/facts/book.hpp"

// Which facts name which others: what is taken away must not be named by what stays, and what is changed must still fit
// what names it.
namespace ledger {

template <class Visit>
void for_each_name(const Account& a, Visit visit)
{
    visit(a.pay_from);
}
template <class Visit>
void for_each_name(const Category& c, Visit visit)
{
    visit(c.parent);
}
template <class Visit>
void for_each_name(const Batch& b, Visit visit)
{
    visit(b.account);
}
template <class Visit>
void for_each_name(const Bill& b, Visit visit)
{
    visit(b.pay_from);
    visit(b.card);
    visit(b.category);
    visit(b.plan);
}
template <class Visit>
void for_each_name(const Income& i, Visit visit)
{
    visit(i.to);
    visit(i.category);
}
template <class Visit>
void for_each_name(const Settlement& s, Visit visit)
{
    visit(s.bill);
    visit(s.entry);
}
template <class Visit>
void for_each_name(const Adjustment& a, Visit visit)
{
    visit(a.bill);
    visit(a.income);
}
template <class Visit>
void for_each_name(const CardStatement& s, Visit visit)
{
    visit(s.card);
}
template <class Visit>
void for_each_name(const Plan& p, Visit visit)
{
    visit(p.bill);
}
template <class Visit>
void for_each_name(const Contact& c, Visit visit)
{
    visit(c.bill);
}
template <class Visit>
void for_each_name(const Paper& p, Visit visit)
{
    visit(p.bill);
}
template <class Visit>
void for_each_name(const Rule& r, Visit visit)
{
    visit(r.account);
    visit(r.set_category);
    visit(r.set_transfer);
}
template <class Visit>
void for_each_name(const StatementFormat& f, Visit visit)
{
    visit(f.account);
}
template <class Visit>
void for_each_name(const Dismissal& d, Visit visit)
{
    visit(d.account);
    visit(d.category);
}
template <class Visit>
void for_each_name(const Notice&, Visit)
{
}
template <class Visit>
void for_each_name(const IssuerCorrection&, Visit)
{
}
template <class Visit>
void for_each_name(const Holiday&, Visit)
{
}
template <class Visit>
void for_each_name(const ExchangeRate&, Visit)
{
}

/// Does this fact name that one?
template <class Fact, class Kind>
bool names(const Fact& fact, Id<Kind> wanted)
{
    bool found = false;
    for_each_name(fact, [&](auto id) {
        if constexpr (std::is_same_v<decltype(id), Id<Kind>>) found = found || (id && id == wanted);
    });
    return found;
}

/// Shows every shelf of the Book.
template <class B, class Visit>
void for_each_shelf(B& book, Visit visit)
{
    visit(book.accounts);
    visit(book.categories);
    visit(book.batches);
    visit(book.bills);
    visit(book.incomes);
    visit(book.settlements);
    visit(book.adjustments);
    visit(book.card_statements);
    visit(book.plans);
    visit(book.contacts);
    visit(book.papers);
    visit(book.notices);
    visit(book.rules);
    visit(book.formats);
    visit(book.corrections);
    visit(book.holidays);
    visit(book.rates);
    visit(book.dismissals);
}

}  // namespace ledger
