// Runs the conformance files against the reference evaluator and the plan: both must agree with every case.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "dsl/diagnostic/render.hpp"
#include "engine/casefile/reader.hpp"
#include "engine/evaluate/plan_run.hpp"
#include "engine/evaluate/subject.hpp"
#include "engine/reference/reference.hpp"
#include "engine/run/time_context.hpp"
#include "engine/score/case_score.hpp"
#include "engine/time/timestamp.hpp"
#include "tests/conformance/conformance_file.hpp"

using namespace kaoping;
using namespace kaoping::test;

namespace {

std::vector<std::string> names_of(engine::VerdictSet set) {
    std::vector<std::string> out;
    for (const engine::Verdict v : engine::all_verdicts)
        if (engine::holds(set, v)) out.emplace_back(engine::verdict_name(v));
    std::sort(out.begin(), out.end());
    return out;
}

/// A subject as either evaluator reports it.
struct Outcome {
    std::string pointer;
    engine::Decision decision;
    std::vector<std::string> missing;
    std::string overdue;
    engine::ScoredSubject scored;
    std::vector<std::int32_t> rows;
};

std::string overdue_of(const engine::TimeContext& time, const dsl::Program& program, const dsl::Rule& rule, bool due_known, std::int64_t due, bool done_present, std::int64_t done) {
    if (!due_known || !done_present) return {};
    const auto late = engine::overdue(time, {program.expr(rule.done).type.is(dsl::Kind::date), done}, dsl::DeadlineValue::decode(due));
    return late ? engine::overdue_text(*late) : std::string();
}

std::vector<std::string> places(const std::vector<engine::Fact>& facts) {
    std::vector<std::string> out;
    for (const engine::Fact& fact : facts) out.push_back(fact.where);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

class CaseRun {
public:
    CaseRun(const ConformanceFile& file, const ConformanceCase& one) : case_(one) {
        dsl::MemoryFiles files;
        files.files = {{"pack.yaml", file.pack}, {"t.schema", file.schema}, {"sources.yaml", file.sources}, {"calendar.yaml", file.calendar}, {"t.rules", one.rules}};
        files.files.insert(files.files.end(), file.tables.begin(), file.tables.end());
        loaded_ = dsl::load_memory_pack(files);
    }

    void run() {
        if (!loaded_.ok()) {
            FAIL_CHECK(dsl::render_text(loaded_.sources, loaded_.diagnostics, false) << one().rules);
            return;
        }
        auto time = engine::make_time_context(loaded_.program);
        REQUIRE(time.has_value());
        const auto now = engine::parse_as_of(one().as_of, time->zone);
        REQUIRE(now.has_value());
        engine::ReadOptions options;
        auto inputs = engine::InputSet::of_text("case", one().case_text, engine::CaseFormat::yaml, options);
        const engine::CaseDecoder decoder(loaded_.program.schema, time->zone, engine::ColumnMask::all(loaded_.program.schema), options);
        engine::RawChunk chunk;
        REQUIRE(inputs.next_chunk(chunk));
        const engine::Decoded decoded = decoder.decode(chunk);
        if (!decoded.unreadable.empty()) {
            FAIL_CHECK(decoded.unreadable[0].message << "\n" << one().case_text);
            return;
        }
        compare("reference", by_reference(*time, *now, decoded.batch));
        const engine::Plan plan = engine::make_plan(loaded_.program);
        compare("plan", by_plan(plan, *time, *now, decoded.batch, decoder.layout()));
        const engine::CaseDecoder lean(loaded_.program.schema, time->zone, engine::columns_read(plan), options);
        const engine::Decoded read = lean.decode(chunk);
        compare("plan, with the columns alone that it reads", by_plan(plan, *time, *now, read.batch, decoder.layout()));
    }

private:
    const ConformanceCase& one() const { return case_; }

    std::vector<std::vector<Outcome>> by_reference(const engine::TimeContext& time, std::int64_t now, const engine::CaseBatch& batch) {
        std::vector<std::vector<Outcome>> out;
        const dsl::Program& program = loaded_.program;
        for (std::size_t r = 0; r < program.rules.size(); ++r) {
            out.emplace_back();
            for (const engine::ReferenceSubject& s : engine::evaluate_rule(program, time, now, batch, 0, static_cast<int>(r))) {
                Outcome o{s.pointer, s.decision, places(s.missing), overdue_of(time, program, program.rules[r], s.due_known, s.due, s.done_present, s.done), {}, s.rows};
                o.scored = {s.decision.verdict, s.decision.possible, s.low, s.high, !s.amount_known, {}};
                out.back().push_back(std::move(o));
            }
        }
        return out;
    }

    std::vector<std::vector<Outcome>> by_plan(const engine::Plan& plan, const engine::TimeContext& time, std::int64_t now, const engine::CaseBatch& batch, const engine::Layout& layout) {
        const dsl::Program& program = loaded_.program;
        engine::PlanRun run(plan, time, now);
        std::vector<std::vector<Outcome>> out;
        for (const engine::RuleColumn& column : run.run(batch)) {
            const dsl::Rule& rule = program.rules[static_cast<std::size_t>(column.rule)];
            const std::vector<int> tables = engine::subject_tables(program, layout, rule);
            out.emplace_back();
            for (std::size_t i = 0; i < column.subjects(); ++i) {
                Outcome o;
                o.rows.assign(column.rows(i).begin(), column.rows(i).end());
                o.pointer = engine::subject_pointer(program.schema, layout, batch, tables, o.rows);
                o.decision = {column.verdict[i], column.possible[i]};
                const bool open = column.verdict[i] == engine::Verdict::undetermined || column.verdict[i] == engine::Verdict::pending;
                if (open) o.missing = places(run.facts_of(column.rule, i));
                o.overdue = overdue_of(time, program, rule, column.due(i).has_value(), column.due(i).value_or(0), column.done(i).has_value(), column.done(i).value_or(0));
                const auto amount = column.amount(i);
                o.scored = {column.verdict[i], column.possible[i], amount ? amount->low : 0, amount ? amount->high : 0, !amount, {}};
                out.back().push_back(std::move(o));
            }
        }
        return out;
    }

    void compare(const std::string& who, std::vector<std::vector<Outcome>> rules) {
        INFO(who);
        if (one().score.given) return compare_score(rules);
        REQUIRE(rules.size() >= 1);
        std::map<std::string, const Outcome*> found;
        for (const auto& of_rule : rules)
            for (const Outcome& o : of_rule)
                if (found.find(o.pointer) == found.end() || engine::badness(o.decision.verdict) > engine::badness(found[o.pointer]->decision.verdict)) found[o.pointer] = &o;
        for (const auto& [pointer, verdict] : one().expect) {
            if (pointer == "*") {
                REQUIRE(!found.empty());
                CHECK(std::string(engine::verdict_name(found.begin()->second->decision.verdict)) == verdict);
            } else {
                INFO("subject " << pointer);
                REQUIRE(found.count(pointer) == 1);
                CHECK(std::string(engine::verdict_name(found[pointer]->decision.verdict)) == verdict);
            }
        }
        if (one().expect.count("*") == 0) CHECK(found.size() == one().expect.size());
        compare_details(found);
    }

    void compare_details(const std::map<std::string, const Outcome*>& found) {
        for (const auto& [pointer, o] : found) {
            const bool open = o->decision.verdict == engine::Verdict::undetermined;
            if (open && !one().possible.empty()) {
                auto expected = one().possible;
                std::sort(expected.begin(), expected.end());
                CHECK(fmt::format("{}", fmt::join(names_of(o->decision.possible), " ")) == fmt::format("{}", fmt::join(expected, " ")));
            }
            if ((open || o->decision.verdict == engine::Verdict::pending) && one().missing_given) {
                auto expected = one().missing;
                std::sort(expected.begin(), expected.end());
                CHECK(fmt::format("{}", fmt::join(o->missing, " ")) == fmt::format("{}", fmt::join(expected, " ")));
            }
            if (one().overdue) CHECK(o->overdue == *one().overdue);
        }
    }

    void compare_score(const std::vector<std::vector<Outcome>>& rules) {
        engine::Scheme scheme;
        if (!one().scheme.empty()) {
            dsl::Diagnostics diagnostics;
            const dsl::FileId file = loaded_.sources.add("scheme.yaml", one().scheme);
            scheme = engine::read_scheme(loaded_.sources, file, loaded_.program, diagnostics);
            if (!diagnostics.empty()) FAIL_CHECK(dsl::render_text(loaded_.sources, diagnostics, false));
        }
        const engine::ScoreRules scoring = engine::make_score_rules(loaded_.program, scheme);
        std::vector<std::vector<engine::ScoredSubject>> subjects;
        for (const auto& of_rule : rules) {
            subjects.emplace_back();
            for (const Outcome& o : of_rule) {
                subjects.back().push_back(o.scored);
                subjects.back().back().rows = o.rows;
            }
        }
        engine::CaseScorer scorer(scoring);
        const engine::CaseScore score = scorer.score(subjects);
        CHECK(score.score.has_value() == !one().score.none);
        if (score.score && !one().score.none) {
            CHECK(engine::format_number(score.score->low) == one().score.low);
            CHECK(engine::format_number(score.score->high) == one().score.high);
        }
        for (std::size_t s = 0; s < loaded_.program.standards.size(); ++s) {
            const auto expected = one().score.standards.find(loaded_.program.standards[s].full_id);
            if (expected == one().score.standards.end()) continue;
            CHECK(engine::format_number(score.standards[s].lost.low) == expected->second.first);
            CHECK(engine::format_number(score.standards[s].lost.high) == expected->second.second);
        }
    }

    const ConformanceCase& case_;
    dsl::LoadResult loaded_;
};

std::vector<std::string> files() {
    std::vector<std::string> out;
    for (const auto& entry : std::filesystem::directory_iterator(KAOPING_SOURCE_DIR "/tests/conformance"))
        if (entry.path().extension() == ".yaml") out.push_back(entry.path().string());
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace

TEST_CASE("both evaluators agree with every conformance case") {
    std::size_t cases = 0;
    for (const std::string& path : files()) {
        const ConformanceFile file = read_conformance_file(path);
        for (const ConformanceCase& one : file.cases) {
            INFO(path << ":" << one.line << ": " << one.name << "\n" << one.case_text);
            CaseRun(file, one).run();
            ++cases;
        }
    }
    MESSAGE(cases << " cases");
    CHECK(cases >= 300);
}
