// Reading the sampling frame: see frame_reader.hpp.

#include "engine/campaign/sample/frame_reader.hpp"

#include <fmt/core.h>

namespace kaoping::campaign {

namespace {

/// The same schema without rules: then nothing but the fields that scores are grouped by is decoded.
dsl::Program without_rules(const dsl::Program& program) {
    dsl::Program out = program;
    out.rules.clear();
    for (dsl::Standard& standard : out.standards) standard.rules.clear();
    return out;
}

void require_fields(const dsl::Schema& schema, const std::string& officer) {
    if (schema.unit_field < 0)
        throw RegisterError(fmt::format("schema {}: no field of the case is marked `unit`; mark the one that names the unit to be evaluated", schema.name));
    if (engine::aggregate_field(schema, officer) < 0)
        throw RegisterError(fmt::format("schema {}: the case has no field {} that holds a text or a reference; name the field of its officer with "
                                        "--officer",
                                        schema.name, officer));
}

}  // namespace

FrameRead read_frame(const dsl::Program& program, const engine::TimeContext& time, engine::InputSet& inputs, const FrameReading& reading, Frame& frame) {
    require_fields(program.schema, reading.officer_field);
    const dsl::Program bare = without_rules(program);
    engine::Scheme scheme;
    scheme.aggregate_by = {reading.officer_field};
    engine::RunOptions options = reading.run;
    options.findings = engine::FindingsWanted::none;
    FrameRead out;
    const auto take = [&](const engine::ChunkResult& chunk) {
        for (const engine::CaseLine& line : chunk.cases) frame.add({line.case_id, line.unit, line.kind, line.group.front(), line.file});
        for (const engine::Finding& finding : chunk.findings)
            if (finding.kind == engine::FindingKind::input) reading.unreadable(finding);
        out.cases += chunk.cases.size();
    };
    const engine::RunTotals totals = engine::run_cases(bare, engine::make_score_rules(bare, scheme), time, inputs, options, take);
    out.unreadable = totals.summary.unreadable;
    out.inputs_hash = totals.identity.inputs_hash;
    return out;
}

}  // namespace kaoping::campaign
