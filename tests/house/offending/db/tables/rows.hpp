#pragma once
#include <SQLiteCpp/Statement.h>
#include <CLI/CLI.hpp>  // flagged: packages
