#include "db/seed/starting_categories.hpp"

#include <array>
#include <cassert>
#include <map>
#include <string_view>

namespace db {

namespace {

constexpr bool essential = true, can_wait = false;

struct Row {
    std::string_view key, parent, name;
    bool essential = false;
    ledger::CategoryKind kind = ledger::CategoryKind::expense;
};

constexpr auto income = ledger::CategoryKind::income;

/// What is essential is what a household cannot put off without harm: roof, warmth, food, health, getting to work,
/// children, insurance, tax.
constexpr Row rows[] = {
    {"housing", "", "Housing", essential},
    {"rent", "housing", "Rent", essential},
    {"mortgage", "housing", "Mortgage", essential},
    {"property_fee", "housing", "Property management", essential},
    {"home_repair", "housing", "Repairs", essential},
    {"furnishing", "housing", "Furnishing", can_wait},
    {"utilities", "", "Utilities", essential},
    {"electricity", "utilities", "Electricity", essential},
    {"water", "utilities", "Water", essential},
    {"gas", "utilities", "Gas and heating", essential},
    {"phone", "utilities", "Phone", essential},
    {"internet", "utilities", "Internet", essential},
    {"food", "", "Food", essential},
    {"groceries", "food", "Groceries", essential},
    {"dining", "food", "Dining out", can_wait},
    {"takeaway", "food", "Takeaway", can_wait},
    {"drinks_snacks", "food", "Drinks and snacks", can_wait},
    {"transport", "", "Transport", essential},
    {"public_transport", "transport", "Public transport", essential},
    {"fuel", "transport", "Fuel and charging", essential},
    {"parking", "transport", "Parking and tolls", essential},
    {"car", "transport", "Car upkeep", essential},
    {"taxi", "transport", "Taxi", can_wait},
    {"health", "", "Health", essential},
    {"doctor", "health", "Doctor and hospital", essential},
    {"medicine", "health", "Medicine", essential},
    {"insurance", "", "Insurance", essential},
    {"social_insurance", "insurance", "Social insurance", essential},
    {"health_insurance", "insurance", "Health insurance", essential},
    {"car_insurance", "insurance", "Car insurance", essential},
    {"family", "", "Children and family", essential},
    {"childcare", "family", "Childcare", essential},
    {"education", "family", "School and education", essential},
    {"support", "family", "Support for relatives", essential},
    {"pets", "family", "Pets", can_wait},
    {"tax", "", "Tax", essential},
    {"debt", "", "Loans and cards", essential},
    {"loan_payment", "debt", "Loan payment", essential},
    {"interest_paid", "debt", "Interest", essential},
    {"late_fees", "debt", "Late fees", essential},
    {"bank_fees", "debt", "Bank fees", essential},
    {"shopping", "", "Shopping", can_wait},
    {"clothing", "shopping", "Clothing", can_wait},
    {"household", "shopping", "Household goods", can_wait},
    {"electronics", "shopping", "Electronics", can_wait},
    {"beauty", "shopping", "Beauty and care", can_wait},
    {"fun", "", "Leisure", can_wait},
    {"subscriptions", "fun", "Subscriptions", can_wait},
    {"games", "fun", "Games", can_wait},
    {"sport", "fun", "Sport", can_wait},
    {"culture", "fun", "Films, books and music", can_wait},
    {"travel", "", "Travel", can_wait},
    {"gifts", "", "Gifts", can_wait},
    {"red_packets", "gifts", "Red packets", can_wait},
    {"donations", "gifts", "Donations", can_wait},
    {"other_expense", "", "Other spending", can_wait},
    {"income", "", "Income", can_wait, income},
    {"salary", "income", "Salary", can_wait, income},
    {"bonus", "income", "Bonus", can_wait, income},
    {"side_income", "income", "Side income", can_wait, income},
    {"benefits", "income", "Benefits and pension", can_wait, income},
    {"interest_earned", "income", "Interest and dividends", can_wait, income},
    {"refund", "income", "Refunds", can_wait, income},
    {"gift_received", "income", "Gifts received", can_wait, income},
    {"other_income", "income", "Other income", can_wait, income},
};

}  // namespace

std::vector<ledger::Category> starting_categories()
{
    std::vector<ledger::Category> categories;
    std::map<std::string_view, ledger::CategoryId> by_key;
    for (const auto& row : rows) {
        const ledger::CategoryId id{static_cast<std::int64_t>(categories.size()) + 1};
        assert(row.parent.empty() || by_key.contains(row.parent));
        categories.push_back({.id = id,
                              .parent = row.parent.empty() ? ledger::CategoryId{} : by_key.at(row.parent),
                              .name = std::string{row.name},
                              .key = std::string{row.key},
                              .kind = row.kind,
                              .essential = row.essential});
        by_key.emplace(row.key, id);
    }
    return categories;
}

}  // namespace db
