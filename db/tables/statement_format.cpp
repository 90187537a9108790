#include "db/tables/statement_format.hpp"

#include "db/tables/rows.hpp"

namespace db {

namespace {

std::map<std::string, int> columns_of(SQLite::Database& database, ledger::FormatId format)
{
    SQLite::Statement statement{database, "SELECT role, position FROM statement_format_columns WHERE format = ?"};
    Binder{statement} << format;
    std::map<std::string, int> columns;
    while (statement.executeStep()) {
        std::string role;
        Reader row{statement, "statement_format_columns"};
        int position = 0;
        row >> role >> position;
        columns.emplace(role, position);
    }
    return columns;
}

void forget_columns(SQLite::Database& database, ledger::FormatId format)
{
    run(database, "DELETE FROM statement_format_columns WHERE format = ?", format);
}

}  // namespace

std::vector<ledger::StatementFormat> StatementFormatTable::load(Unread& unread) const
{
    SQLite::Statement statement{database_, R"(
SELECT
    id, name, signature, account, encoding, delimiter, header_line, date_order, decimal
FROM statement_formats ORDER BY id
)"};
    return each_row<ledger::StatementFormat>(statement, unread, [&](Reader& row, ledger::StatementFormat& format) {
        row >> format.id >> format.name >> format.signature >> format.account >> format.encoding;
        row >> format.delimiter >> format.header_line >> format.date_order >> format.decimal;
        format.columns = columns_of(database_, format.id);
    });
}

void StatementFormatTable::put(const ledger::StatementFormat& format)
{
    run(database_, R"(
INSERT INTO statement_formats (
    id, name, signature, account, encoding, delimiter, header_line, date_order, decimal
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name, signature = excluded.signature, account = excluded.account,
    encoding = excluded.encoding, delimiter = excluded.delimiter, header_line = excluded.header_line,
    date_order = excluded.date_order, decimal = excluded.decimal
)",
        format.id, format.name, format.signature, format.account, format.encoding, format.delimiter, format.header_line,
        format.date_order, format.decimal);
    forget_columns(database_, format.id);
    for (const auto& [role, position] : format.columns)
        run(database_, "INSERT INTO statement_format_columns (format, role, position) VALUES (?, ?, ?)", format.id,
            role, position);
}

void StatementFormatTable::remove(ledger::FormatId id)
{
    forget_columns(database_, id);
    run(database_, "DELETE FROM statement_formats WHERE id = ?", id);
}

}  // namespace db
