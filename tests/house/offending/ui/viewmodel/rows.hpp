#pragma once
#include "ui/cli/print.hpp"  // flagged: arrows circle folders
