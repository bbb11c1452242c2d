// Zone and calendar of a schema: see time_context.hpp.

#include "engine/run/time_context.hpp"

namespace kaoping::engine {

tl::expected<TimeContext, std::string> make_time_context(const dsl::Program& program) {
    auto zone = Zone::find(program.schema.timezone);
    if (!zone) return tl::unexpected(zone.error());
    TimeContext out{std::move(*zone), std::nullopt};
    if (program.calendar) out.calendar.emplace(*program.calendar);
    return out;
}

}  // namespace kaoping::engine
