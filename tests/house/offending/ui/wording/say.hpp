#pragma once
#include "ui/app/session.hpp"  // flagged: arrows
