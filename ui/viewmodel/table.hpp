#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ui/viewmodel/level.hpp"

namespace view {

/// How a text stands out, apart from what it says. Never the only carrier of a meaning.
enum class Tone { plain, faint, good, bad };

struct Cell {
    std::string text{};
    std::optional<Level> level{};  ///< shown as a sign before the text
    Tone tone = Tone::plain;
    bool strong = false;
    friend bool operator==(const Cell&, const Cell&) = default;
};

struct Column {
    std::string title{};
    int width = 100;       ///< in DIPs
    bool right = false;    ///< amounts stand right
    bool stretch = false;  ///< takes the room that is left
    bool sign = false;     ///< its cells carry a level
    friend bool operator==(const Column&, const Column&) = default;
};

using Row = std::vector<Cell>;

/// A number with its name and one line that says what it means.
struct Figure {
    std::string name{}, value{}, note{};
    Tone tone = Tone::plain;
};

/// A choice from a list: what is shown, and which one is chosen.
struct Choice {
    std::vector<std::string> labels{};
    int chosen = -1;
};

}  // namespace view
