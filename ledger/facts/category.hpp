#pragma once
#include <string>

#include "ledger/values/id.hpp"

namespace ledger {

enum class CategoryKind { expense, income };

/// A kind of income or spending, in a tree. Transfers have no category.
struct Category {
    CategoryId id{};
    CategoryId parent{};  ///< 0 = at the top
    std::string name{};
    std::string key{};  ///< names a category that came with the program ("food"), so that it is shown translated; empty
                        ///< for the user's own
    CategoryKind kind = CategoryKind::expense;
    bool essential = false;  ///< housing, food, power, medicine …: never asked to wait
    friend bool operator==(const Category&, const Category&) = default;
};

}  // namespace ledger
