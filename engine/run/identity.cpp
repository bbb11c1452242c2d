// The identity of a run: see identity.hpp.

#include "engine/run/identity.hpp"

namespace kaoping::engine {

RunIdentity identify_run(const dsl::Program& program, const Scheme& scheme, const InputSet& inputs, const RunOptions& options) {
    RunIdentity out;
    out.engine_version = KAOPING_VERSION;
    bool full_hours = false;
    for (const dsl::Pack& pack : program.packs) {
        out.packs.push_back({pack.id, pack.version, pack.content_hash});
        full_hours = full_hours || (pack.counting & dsl::hours_next_full) != 0;
    }
    for (const dsl::TailoringLayer& layer : program.tailoring) out.tailoring.push_back({layer.id, layer.level, layer.hash});
    out.schema = {program.schema.name, {}, program.schema_hash};
    out.scheme = {scheme.id, {}, scheme.hash};
    out.calendar = {program.schema.calendar, {}, program.calendar_hash};
    out.inputs_hash = inputs.hash();
    out.inputs = inputs.names();
    out.as_of = options.as_of;
    out.as_of_given = options.as_of_given;
    out.timezone = program.schema.timezone;
    out.hour_counting = full_hours ? "next_full_hour" : "elapsed";
    return out;
}

}  // namespace kaoping::engine
