#pragma once
#include <wx/string.h>  // flagged: wx
#include <CLI/CLI.hpp>  // flagged: packages
#include "ui/viewmodel/rows.hpp"  // flagged: arrows
#include "ui/desktop/page.hpp"  // flagged: arrows
#include "ui/wording/say.hpp"  // flagged: circle folders
const auto sql = R"(
    SELECT id FROM bill)";  // flagged: sql
const auto pragma = "PRAGMA user_version";  // flagged: sql
