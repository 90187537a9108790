#pragma once
#include "tests/desktop/live.hpp"
#include "tests/support/catch.hpp"
#include "ui/desktop/event_loop.hpp"
#include "ui/desktop/main_frame.hpp"

namespace desktop::test {

inline ledger::Date day(const char* iso)
{
    return *ledger::parse_date(iso);
}

/// A window on a ledger in memory, on 22 November 2026, at noon.
struct Desktop {
    Desk desk;
    MainFrame* frame;

    explicit Desktop(const char* language = "en")
        : desk{app::Session::in_memory({day("2026-11-22")}),
               {language, {}},
               [] { return ledger::moment(day("2026-11-22"), 12, 0); },
               event_loop()},
          frame{new MainFrame{desk}}
    {
        frame->Show();
        settle();
    }
    ~Desktop()
    {
        frame->quit();
        pump_until([] { return wxTopLevelWindows.IsEmpty(); });
    }

    void account(const char* name, const char* opening)
    {
        view::SaveAccount account;
        account.name = name;
        account.currency = "CNY";
        account.opening = opening;
        frame->carry_out(account);
    }
    void bill(const char* payee, const char* amount, const char* due)
    {
        view::SaveBill bill;
        bill.payee = payee;
        bill.amount = amount;
        bill.due = due;
        bill.pay_from = desk.state().book.accounts.begin()->first;
        frame->carry_out(bill);
    }
};

inline std::string cell(const Table& table, unsigned row, std::size_t column)
{
    return table.row(row)->at(column).text;
}

}  // namespace desktop::test
