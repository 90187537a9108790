#include "db/file/migrations.hpp"

#include <cassert>

#include "db/file/copies.hpp"
#include "db/file/errors.hpp"
#include "db/file/files.hpp"
#include "db/seed/starting_categories.hpp"
#include "db/tables/category.hpp"

std::string_view duewatch_schema(std::string_view file);  // made at build time from db/schema

namespace db {

namespace {

void check_references(SQLite::Database& database, const std::filesystem::path& file, int version)
{
    SQLite::Statement wrong{database, "PRAGMA foreign_key_check"};
    if (wrong.executeStep())
        throw StorageError{StorageError::Kind::other, file,
                           "version " + std::to_string(version) + " of the schema does not fit what is in the file"};
}

void take_step(SQLite::Database& database, const std::filesystem::path& file, const Migration& step)
{
    Unit whole{database, Unit::Kind::writing};
    if (schema_version(database) >= step.to) return;  // another process was quicker
    database.exec(std::string{step.sql});
    database.exec("PRAGMA user_version = " + std::to_string(step.to));
    check_references(database, file, step.to);
    whole.commit();
}

void make_new(SQLite::Database& database, std::span<const Migration> migrations)
{
    Unit whole{database, Unit::Kind::writing};
    if (schema_version(database) > 0) return;
    for (const auto& step : migrations) database.exec(std::string{step.sql});
    CategoryTable categories{database};
    for (const auto& category : starting_categories()) categories.put(category);
    database.exec("PRAGMA application_id = " + std::to_string(application_id));
    database.exec("PRAGMA user_version = " + std::to_string(migrations.back().to));
    whole.commit();
}

}  // namespace

std::span<const Migration> shipped_migrations()
{
    static const Migration all[] = {{1, duewatch_schema("0001_ledger.sql")},
                                    {2, duewatch_schema("0002_cards_and_bills.sql")},
                                    {3, duewatch_schema("0003_search_flows_rates.sql")},
                                    {4, duewatch_schema("0004_rescue.sql")},
                                    {5, duewatch_schema("0005_chosen_category.sql")},
                                    {6, duewatch_schema("0006_dismissals.sql")},
                                    {7, duewatch_schema("0007_arrears.sql")}};
    return all;
}

int schema_version(SQLite::Database& database)
{
    return static_cast<int>(number(database, "PRAGMA user_version"));
}

void bring_up_to_date(SQLite::Database& database, const std::filesystem::path& file,
                      std::span<const Migration> migrations)
{
    assert(!migrations.empty() && !migrations.front().sql.empty());
    const int newest = migrations.back().to;
    const int have = schema_version(database);
    if (have > newest)
        throw StorageError{StorageError::Kind::newer_version, file,
                           "schema " + std::to_string(have) + ", this program knows up to " + std::to_string(newest)};
    if (have == newest) return;
    if (have == 0) return make_new(database, migrations);
    copy_whole(database, name_beside(file, "before-v" + std::to_string(newest)));
    database.exec("PRAGMA foreign_keys = OFF");  // a step may rebuild a table that others refer to; it is checked
                                                 // before it is committed
    for (const auto& step : migrations)
        if (step.to > have) take_step(database, file, step);
    database.exec("PRAGMA foreign_keys = ON");
}

}  // namespace db
