#pragma once
// Debian 12 ships Catch2 2.13 and Debian 13 ships 3.7. Only this file knows which one is here.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif
