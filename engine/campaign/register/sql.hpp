#pragma once
// Short forms of SQLite statements, for the sources of this folder only.

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

namespace kaoping::campaign {

/// A statement with its values in the order of the question marks.
template <typename... Values>
[[nodiscard]] SQLite::Statement query(SQLite::Database& database, const char* sql, const Values&... values) {
    SQLite::Statement statement(database, sql);
    if constexpr (sizeof...(values) > 0) SQLite::bind(statement, values...);
    return statement;
}

/// Runs a statement that returns no rows.
template <typename... Values>
void execute(SQLite::Database& database, const char* sql, const Values&... values) {
    query(database, sql, values...).exec();
}

/// Runs a prepared statement again with other values.
template <typename... Values>
void execute_again(SQLite::Statement& statement, const Values&... values) {
    SQLite::bind(statement, values...);
    statement.exec();
    statement.reset();
}

/// The one number that a statement returns.
template <typename... Values>
[[nodiscard]] std::int64_t number_of(SQLite::Database& database, const char* sql, const Values&... values) {
    SQLite::Statement statement = query(database, sql, values...);
    return statement.executeStep() ? statement.getColumn(0).getInt64() : 0;
}

}  // namespace kaoping::campaign
