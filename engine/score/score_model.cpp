// Copies what scoring needs out of the typed pack: see score_model.hpp.

#include "engine/score/score_model.hpp"

namespace kaoping::engine {

namespace {

/// The shape of a binder: its record, or a number below zero for items of a scalar list (never equal to a record).
std::int32_t binder_shape(const dsl::Program& program, std::int32_t binder) {
    const dsl::Type type = program.binders[static_cast<std::size_t>(binder)].type;
    return type.is(dsl::Kind::element) ? type.of : -1 - binder;
}

}  // namespace

ScoreRules make_score_rules(const dsl::Program& program, Scheme scheme) {
    ScoreRules out;
    std::erase_if(scheme.aggregate_by, [&](const std::string& name) { return aggregate_field(program.schema, name) < 0; });
    for (const dsl::Rule& rule : program.rules) {
        ScoredRule scored;
        scored.full_id = rule.full_id;
        scored.standard = rule.standard;
        scored.per_case = rule.deduct.per_case;
        scored.veto = rule.severity == dsl::Severity::veto;
        scored.cap = rule.deduct.cap;
        scored.absorbs = rule.absorbs;
        scored.weight = scheme.weight_of(rule.full_id);
        for (const dsl::ForEach& each : rule.for_each) scored.subject.push_back(binder_shape(program, each.binder));
        out.rules.push_back(std::move(scored));
    }
    for (const dsl::Standard& standard : program.standards) {
        out.standards.push_back({standard.full_id, standard.title, scheme.points_of(standard), standard.rules});
    }
    out.scheme = std::move(scheme);
    return out;
}

}  // namespace kaoping::engine
