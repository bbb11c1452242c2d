// Runs examples: see example_run.hpp.

#include "engine/example/example_run.hpp"

#include <fmt/format.h>

#include "engine/casefile/reader.hpp"
#include "engine/evaluate/plan_run.hpp"

namespace kaoping::engine {

struct ExampleRunner::Decided {
    int rule = -1;
    ReferenceSubject subject;
};

ExampleRunner::ExampleRunner(const dsl::Program& program, const dsl::SourceMap& sources, const TimeContext& time)
    : program_(program), sources_(sources), time_(time), plan_(make_plan(program)) {}

ExampleRunner::Decided ExampleRunner::worst_subject(const Example& example, const CaseBatch& batch) const {
    Decided out;
    out.subject.decision.verdict = Verdict::not_applicable;
    for (const int rule : example.versions)
        for (ReferenceSubject& subject : evaluate_rule(program_, time_, example.as_of, batch, 0, rule)) {
            if (example.subject && subject.pointer != *example.subject) continue;
            if (out.rule >= 0 && badness(subject.decision.verdict) <= badness(out.subject.decision.verdict)) continue;
            out = {rule, std::move(subject)};
        }
    return out;
}

void ExampleRunner::compare_plan(const Example& example, const CaseBatch& batch, ExampleOutcome& out) const {
    PlanRun run(plan_, time_, example.as_of);
    const std::vector<RuleColumn>& columns = run.run(batch);
    for (const int rule : example.versions) {
        const auto subjects = evaluate_rule(program_, time_, example.as_of, batch, 0, rule);
        const RuleColumn& column = columns[static_cast<std::size_t>(rule)];
        bool same = subjects.size() == column.subjects();
        for (std::size_t i = 0; same && i < subjects.size(); ++i) same = subjects[i].decision.verdict == column.verdict[i];
        if (!same) out.problems.push_back("the two evaluators of kaoping disagree on this case: please report it");
    }
}

void ExampleRunner::compare(const Example& example, const Decided& decided, ExampleOutcome& out) const {
    if (out.actual != example.expect) out.problems.push_back(fmt::format("expected {}, got {}", verdict_name(example.expect), verdict_name(out.actual)));
    if (example.subject && decided.rule < 0) out.problems.push_back(fmt::format("the rule has no subject {}", *example.subject));
    if (example.overdue) {
        std::string late = "not overdue";
        if (decided.rule >= 0 && decided.subject.due_known && decided.subject.done_present) {
            const dsl::Rule& rule = program_.rules[static_cast<std::size_t>(decided.rule)];
            const Moment done{program_.expr(rule.done).type.is(dsl::Kind::date), decided.subject.done};
            if (const auto by = overdue(time_, done, dsl::DeadlineValue::decode(decided.subject.due))) late = overdue_text(*by);
        }
        if (late != *example.overdue) out.problems.push_back(fmt::format("expected overdue by {}, got {}", *example.overdue, late));
    }
    if (example.reason && decided.subject.text.reason != *example.reason)
        out.problems.push_back(fmt::format("expected the reason \"{}\", got \"{}\"", *example.reason, decided.subject.text.reason));
}

ExampleOutcome ExampleRunner::run(const Example& example) const {
    ReadOptions options;
    options.as_of = example.as_of;
    InputSet inputs = InputSet::of_text(example.name.text, example.case_text, CaseFormat::yaml, options);
    const CaseDecoder decoder(program_.schema, time_.zone, ColumnMask::all(program_.schema), options);
    RawChunk chunk;
    ExampleOutcome out;
    const Decoded decoded = inputs.next_chunk(chunk) ? decoder.decode(chunk) : Decoded{};
    if (decoded.batch.cases() != 1) {
        out.problems.push_back(decoded.unreadable.empty() ? "there is no case to read" : "the merged case cannot be read: " + decoded.unreadable.front().message);
        return out;
    }
    for (const DataFinding& data : decoded.batch.data_findings)
        if (data.code == "unknown_field") out.problems.push_back(fmt::format("{}: {}", data.pointer, data.message));
    const Decided decided = worst_subject(example, decoded.batch);
    out.actual = decided.subject.decision.verdict;
    out.rule = decided.rule;
    out.subject = decided.subject.pointer;
    compare(example, decided, out);
    compare_plan(example, decoded.batch, out);
    if (!out.passed() && decided.rule >= 0)
        out.proof = prove({program_, sources_, time_, example.as_of, decoded.batch, 0, false}, decided.rule, decided.subject);
    return out;
}

}  // namespace kaoping::engine
