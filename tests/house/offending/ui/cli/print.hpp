#pragma once
#include <gtk/gtk.h>  // flagged: packages
#include <iostream>
#include "ui/desktop/page.hpp"  // flagged: arrows circle folders
