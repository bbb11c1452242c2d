#pragma once
// Events: who decided what, when and why.

#include <cstdint>
#include <string>

namespace SQLite {
class Database;
}

namespace kaoping::campaign {

/// The person who decides, and the reason; the reason may be empty.
struct Who {
    std::string actor;
    std::string why;
};

/// "2026-10-02T01:20:05Z"
[[nodiscard]] std::string utc_now();

/// Adds an event of now; inside a `Register::write`. Returns its number. Throws RegisterError if no person is named.
std::int64_t add_event(SQLite::Database& database, const char* kind, const Who& who);

}  // namespace kaoping::campaign
