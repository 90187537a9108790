#include "ledger/values/sample.hpp"
#include "alerts/telling/inside.hpp"  // flagged: face
