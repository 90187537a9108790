#pragma once
#include <filesystem>
#include <functional>
#include <vector>

#include <wx/dnd.h>

#include "ui/desktop/controls/text.hpp"

namespace desktop {

/// Files dropped on a window, handed on; never none.
class FileDrop : public wxFileDropTarget {
public:
    explicit FileDrop(std::function<void(std::vector<std::filesystem::path>)> take) : take_{std::move(take)} {}
    bool OnDropFiles(wxCoord, wxCoord, const wxArrayString& files) override
    {
        if (files.empty()) return false;
        std::vector<std::filesystem::path> dropped;
        for (const auto& file : files) dropped.emplace_back(utf8(file));
        take_(std::move(dropped));
        return true;
    }

private:
    std::function<void(std::vector<std::filesystem::path>)> take_;
};

}  // namespace desktop
