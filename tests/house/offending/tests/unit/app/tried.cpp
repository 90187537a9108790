#include <wx/string.h>  // flagged: wx
#include <catch2/catch.hpp>  // flagged: packages
static int tests_may_keep_state = 0;
