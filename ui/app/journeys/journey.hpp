#pragma once
#include <functional>

#include "ledger/balances/history.hpp"
#include "ledger/facts/change.hpp"

namespace app {

/// What a front end works on: the facts, the window of history, the day. One thread owns it.
struct State {
    ledger::Book book{};
    ledger::History history{};
    ledger::Today today{};
};

/// A pure journey: reads the State, answers with the Change that does what was asked, or with what is wrong.
using Journey = std::function<ledger::Result<ledger::Change>(const State&)>;

}  // namespace app
