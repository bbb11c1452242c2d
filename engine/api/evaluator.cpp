// The C++ interface over load and run: see kaoping/evaluator.hpp.

#include "engine/api/kaoping/evaluator.hpp"

#include <chrono>
#include <utility>

#include "dsl/diagnostic/render.hpp"
#include "dsl/load.hpp"
#include "engine/run/load_scheme.hpp"
#include "engine/run/runner.hpp"
#include "engine/run/time_context.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping {

namespace {

Points points_of(engine::Interval amount) { return {engine::format_number(amount.low), engine::format_number(amount.high)}; }

Finding to_public(const dsl::Program& program, const engine::Finding& from) {
    Finding out;
    out.kind = from.kind == engine::FindingKind::rule ? "rule" : "data";
    out.subject = from.kind == engine::FindingKind::rule ? from.subject : from.at.pointer;
    out.message = from.message;
    out.line = from.at.line;
    out.column = from.at.column;
    if (from.kind != engine::FindingKind::rule) return out;
    const dsl::Rule& rule = program.rules[static_cast<std::size_t>(from.rule)];
    out.rule = rule.full_id;
    out.version = rule.version;
    out.verdict = engine::verdict_name(from.verdict);
    out.remedy = from.remedy;
    out.basis = rule.basis_text();
    out.due = from.due;
    out.overdue = from.overdue;
    out.reason = from.reason;
    for (const engine::Fact& fact : from.missing) out.missing.push_back(fact.text);
    out.deduct = points_of(from.deduct);
    return out;
}

std::int64_t now_us() {
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

}  // namespace

struct Evaluator::Impl {
    dsl::LoadResult packs;
    engine::ScoreRules scoring;
    engine::TimeContext time;
    engine::RunOptions options;
};

Evaluator::Evaluator(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
Evaluator::Evaluator(Evaluator&&) noexcept = default;
Evaluator& Evaluator::operator=(Evaluator&&) noexcept = default;
Evaluator::~Evaluator() = default;

Evaluator::Loaded Evaluator::load(const std::vector<std::string>& packs, const Options& options) {
    dsl::LoadResult loaded = dsl::load_packs(packs, options.language);
    engine::Scheme scheme;
    if (loaded.ok() && !options.scheme.empty())
        scheme = engine::load_scheme(loaded.sources, options.scheme, loaded.program, loaded.diagnostics);
    Loaded out;
    out.messages = dsl::render_text(loaded.sources, loaded.diagnostics, false);
    if (!loaded.ok()) return out;
    auto time = engine::make_time_context(loaded.program);
    if (!time) {
        out.messages += time.error() + "\n";
        return out;
    }
    engine::RunOptions run;
    run.language = options.language;
    run.as_of = now_us();
    if (!options.as_of.empty()) {
        const auto moment = engine::parse_as_of(options.as_of, time->zone);
        if (!moment) {
            out.messages += "as_of: " + std::string(engine::timestamp_error_text(moment.error())) + "\n";
            return out;
        }
        run.as_of = *moment;
        run.as_of_given = true;
    }
    run.read.as_of = run.as_of;
    engine::ScoreRules scoring = engine::make_score_rules(loaded.program, std::move(scheme));
    out.evaluator = Evaluator(std::unique_ptr<const Impl>(new Impl{std::move(loaded), std::move(scoring), std::move(*time), std::move(run)}));
    return out;
}

CaseResult Evaluator::evaluate(std::string_view text, CaseFormat format) const {
    CaseResult out;
    auto inputs = engine::InputSet::of_text("case", std::string(text),
                                            format == CaseFormat::yaml ? engine::CaseFormat::yaml : engine::CaseFormat::json,
                                            impl_->options.read);
    (void)engine::run_cases(impl_->packs.program, impl_->scoring, impl_->time, inputs, impl_->options, [&](const engine::ChunkResult& chunk) {
        for (const engine::Finding& finding : chunk.findings) {
            if (finding.kind == engine::FindingKind::input) {
                out.readable = false;
                out.unreadable_reason = finding.message;
            } else {
                out.findings.push_back(to_public(impl_->packs.program, finding));
            }
        }
        for (const engine::CaseLine& line : chunk.cases) {
            out.case_id = line.case_id;
            if (line.score.score) out.score = points_of(*line.score.score);
        }
    });
    return out;
}

}  // namespace kaoping
