// Each rule has an example of every verdict that it can give, and each deadline examples on both sides of its boundary.

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/diagnostic/render.hpp"
#include "engine/casefile/reader.hpp"
#include "engine/example/example_run.hpp"
#include "engine/reference/reference.hpp"
#include "engine/run/time_context.hpp"
#include "support.hpp"

using namespace kaoping::dsl;
using namespace kaoping::engine;
using namespace law_test;

namespace {

std::string_view written(const LoadResult& loaded, ExprId id) { return loaded.sources.text(loaded.program.expr(id).span); }

/// Does the condition hold only where `done` is recorded? Such an act is judged once it is done, and never awaited.
bool demands(const LoadResult& loaded, ExprId condition, ExprId done) {
    if (condition == no_expr || done == no_expr) return false;
    const Expr& expr = loaded.program.expr(condition);
    if (expr.op == Op::is_recorded) return written(loaded, expr.args.front()) == written(loaded, done);
    return expr.op == Op::and_ && std::any_of(expr.args.begin(), expr.args.end(), [&](ExprId part) { return demands(loaded, part, done); });
}

/// The verdicts that some facts make a rule give, judged by its clauses. Versions of one id are judged together.
std::set<Verdict> verdicts_of(const LoadResult& loaded, const Rule& rule) {
    // Every rule reads facts that a file may lack or have garbled, so every rule can be undetermined.
    std::set<Verdict> out{Verdict::met, Verdict::defect, Verdict::undetermined};
    // A list that is empty makes no subject and needs no example; conditions of the rule's own do.
    if (rule.where != no_expr || rule.when != rule.applies) out.insert(Verdict::not_applicable);
    if (!rule.exceptions.empty()) out.insert(Verdict::exempt);
    if (rule.due != no_expr && !demands(loaded, rule.where, rule.done) && !demands(loaded, rule.when, rule.done)) out.insert(Verdict::pending);
    return out;
}

/// The sides of a deadline that examples show: on the last moment, and the least that is too late.
struct Boundary {
    bool last_moment = false, just_late = false;
};

class Shown {
public:
    explicit Shown(const std::string& name) : loaded_(load_packs({KAOPING_SOURCE_DIR "/rules/" + name})) {
        const TimeContext time = *make_time_context(program_);
        Diagnostics mistakes;
        for (const Example& example : read_examples(loaded_.sources, program_, time.zone, mistakes)) {
            verdicts[example.rule].insert(example.expect);
            look_at_deadline(example, time);
        }
        CHECK_MESSAGE(mistakes.empty(), render_text(loaded_.sources, mistakes, false));
    }

    std::map<std::string, std::set<Verdict>> verdicts;
    std::map<std::string, Boundary> boundaries;

private:
    void look_at_deadline(const Example& example, const TimeContext& time) {
        ReadOptions options;
        options.as_of = example.as_of;
        InputSet inputs = InputSet::of_text(example.name.text, example.case_text, CaseFormat::yaml, options);
        const CaseDecoder decoder(program_.schema, time.zone, ColumnMask::all(program_.schema), options);
        RawChunk chunk;
        if (!inputs.next_chunk(chunk)) return;
        const Decoded decoded = decoder.decode(chunk);
        for (const int version : example.versions) {
            const Rule& rule = program_.rules[static_cast<std::size_t>(version)];
            if (rule.due == no_expr || decoded.batch.cases() != 1) continue;
            for (const ReferenceSubject& subject : evaluate_rule(program_, time, example.as_of, decoded.batch, 0, version))
                look_at_subject(rule, subject, time);
        }
    }

    void look_at_subject(const Rule& rule, const ReferenceSubject& subject, const TimeContext& time) {
        if (rule.done == no_expr || !subject.due_known || !subject.done_present) return;
        const Moment done{program_.expr(rule.done).type.is(Kind::date), subject.done};
        const DeadlineValue due = DeadlineValue::decode(subject.due);
        Boundary& boundary = boundaries[rule.full_id];
        if (subject.decision.verdict == Verdict::met) {
            const std::int64_t last = due.by_day ? day_of(time, done) : done.at;
            boundary.last_moment = boundary.last_moment || last == due.at;
        } else if (const auto late = overdue(time, done, due)) {
            boundary.just_late = boundary.just_late || (late->days ? late->amount == 1 : late->amount <= 1'000'000);
        }
    }

    LoadResult loaded_;   // of its own: reading examples registers their files
    const Program& program_ = loaded_.program;
};

void check_verdicts(const std::string& name) {
    const Shown shown(name);
    std::map<std::string, std::set<Verdict>> needed;
    std::set<std::string> with_deadline;
    for (const Rule& rule : pack(name).program.rules) {
        needed[rule.full_id].merge(verdicts_of(pack(name), rule));
        if (rule.due != no_expr && rule.done != no_expr) with_deadline.insert(rule.full_id);
    }
    for (const auto& [rule, verdicts] : needed) {
        const auto found = shown.verdicts.find(rule);
        for (const Verdict verdict : verdicts)
            CHECK_MESSAGE((found != shown.verdicts.end() && found->second.count(verdict) == 1), rule << " has no example of " << verdict_name(verdict));
    }
    for (const std::string& rule : with_deadline) {
        const auto found = shown.boundaries.find(rule);
        const Boundary boundary = found == shown.boundaries.end() ? Boundary{} : found->second;
        CHECK_MESSAGE(boundary.last_moment, rule << " has no example at the last moment of its deadline");
        CHECK_MESSAGE(boundary.just_late, rule << " has no example one second or one day after its deadline");
    }
}

}  // namespace

TEST_CASE("every criminal rule has an example of each verdict, and of both sides of its deadline") { check_verdicts("criminal"); }
TEST_CASE("every administrative rule has an example of each verdict, and of both sides of its deadline") { check_verdicts("administrative"); }
