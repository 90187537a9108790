#pragma once
#include "ui/app/session.hpp"  // flagged: arrows circle folders
