#include "ui/app/journeys/text.hpp"

#include <string>

namespace app {

bool contains_name(std::string_view text, std::string_view part)
{
    return ledger::plain_name(text).find(ledger::plain_name(part)) != std::string::npos;
}

}  // namespace app
