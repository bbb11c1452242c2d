// Events: see event.hpp.

#include "engine/campaign/register/event.hpp"

#include <ctime>

#include <fmt/chrono.h>

#include "engine/campaign/register/register.hpp"
#include "engine/campaign/register/sql.hpp"

namespace kaoping::campaign {

std::string utc_now() { return fmt::format("{:%FT%TZ}", fmt::gmtime(std::time(nullptr))); }

std::int64_t add_event(SQLite::Database& database, const char* kind, const Who& who) {
    if (who.actor.find_first_not_of(" \t") == std::string::npos) throw RegisterError("no person is named; say who decides, as in --by \"Li Wen\"");
    execute(database, "insert into event (kind, at, actor, why) values (?, ?, ?, ?)", kind, utc_now(), who.actor, who.why);
    return database.getLastInsertRowid();
}

}  // namespace kaoping::campaign
