// flagged: pragma-once
#include <wx/string.h>  // flagged: wx
#include <vector>
