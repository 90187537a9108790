#pragma once
#include <SQLiteCpp/SQLiteCpp.h>  // flagged: packages
#include "ledger/values/sample.hpp"
#include "alerts/judge.hpp"  // flagged: arrows circle folders
