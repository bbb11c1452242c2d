// The check graph: conditions that rules share are one vertex; what nothing needs is not planned.

#include <doctest/doctest.h>

#include <algorithm>
#include <deque>
#include <set>
#include <string>
#include <vector>

#include "dsl/load.hpp"
#include "engine/graph/printer.hpp"
#include "engine/plan/lower.hpp"
#include "engine/plan/plan.hpp"
#include "engine/plan/printer.hpp"
#include "tests/support/base_pack.hpp"
#include "tests/support/row_limits.hpp"

using namespace kaoping;
using namespace kaoping::engine;

namespace {

const std::string notice = R"(
        basis       CPL art 85(2)
        for each    m in measures where m.kind = detention
        due         24 hours after m.starts_at
        done        earliest of d.served_at for d in documents where d.about = m.person and d.served_at is recorded
        severity    fault
        deduct      5 each
        message     "{m.person.name}"
    }
)";

dsl::Program program(const std::string& rules) {
    dsl::LoadResult loaded = dsl::load_memory_pack(kaoping_test::base_with({{"handling.rules", "standard handling \"Handling\" points 10 {\n" + rules + "}\n"}}));
    REQUIRE(loaded.diagnostics.empty());
    return std::move(loaded.program);
}

/// The plan of rules, whose program is kept: plans point to it.
Plan planned(const std::string& rules) {
    static std::deque<dsl::Program> kept;
    return make_plan(kept.emplace_back(program(rules)));
}

std::string rule(const std::string& id, const std::string& body) { return "    rule " + id + " \"R\" {" + body; }

std::multiset<std::string> kinds(const CheckGraph& graph) {
    std::multiset<std::string> out;
    for (std::size_t i = 0; i < graph.size(); ++i) out.emplace(kind_name(graph.at(static_cast<VertexId>(i)).kind));
    return out;
}

}  // namespace

TEST_CASE("a rule under another id adds only its sinks") {
    const dsl::Program one = program(rule("a", notice)), two = program(rule("a", notice) + rule("b", notice));
    const LoweredProgram first = lower(one), second = lower(two);
    CHECK(second.graph.size() == first.graph.size() + 2);
    std::multiset<std::string> expected = kinds(first.graph);
    expected.insert("verdict");
    expected.insert("deduction");
    CHECK(kinds(second.graph) == expected);
}

TEST_CASE("rules that differ in one constant share everything else") {
    std::string later = notice;
    later.replace(later.find("24 hours"), 8, "48 hours");
    const LoweredProgram first = lower(program(rule("a", notice))), second = lower(program(rule("a", notice) + rule("b", later)));
    // Another constant, deadline, comparison with it, and the sinks.
    CHECK(second.graph.size() <= first.graph.size() + 6);
}

TEST_CASE("arguments stand before those that use them, in graph and plan") {
    const dsl::Program of = program(rule("a", notice));
    const LoweredProgram lowered = lower(of);
    for (std::size_t i = 0; i < lowered.graph.size(); ++i)
        for (const VertexId arg : lowered.graph.args(static_cast<VertexId>(i))) CHECK(arg < static_cast<VertexId>(i));
    const Plan plan = make_plan(of);
    for (std::size_t i = 0; i < plan.instructions.size(); ++i)
        for (const Slot arg : plan.instructions[i].args) CHECK(arg < static_cast<Slot>(i));
}

/// The guard of an instruction's innermost limit.
static Slot guard_of(const Plan& plan, const Instruction& of) { return of.limit < 0 ? no_slot : plan.limits.at(static_cast<std::size_t>(of.limit)).guard; }

TEST_CASE("what only a requirement needs is limited to the rows of its guard") {
    const auto limits_of = [](const Plan& plan, VertexKind kind) {
        std::multiset<Slot> out;
        for (const Instruction& instruction : plan.instructions)
            if (instruction.op.kind == kind) out.insert(guard_of(plan, instruction));
        return out;
    };
    const Plan one = planned(rule("a", notice));
    const Slot guard = one.rules.at(0).guard;
    for (const VertexKind kind : {VertexKind::after, VertexKind::done_in_time, VertexKind::nest, VertexKind::least})
        CHECK(limits_of(one, kind) == std::multiset<Slot>{guard});
    CHECK(limits_of(one, VertexKind::joined) == std::multiset<Slot>{no_slot});  // in rows of the nest, which has none where the guard is false
    CHECK(guard_of(one, one.at(guard)) == no_slot);
    CHECK(limits_of(one, VertexKind::verdict) == std::multiset<Slot>{no_slot});
    for (std::size_t i = 0; i < one.instructions.size(); ++i) CHECK(guard_of(one, one.instructions[i]) < static_cast<Slot>(i));

    CHECK(print_plan(program(rule("a", notice)), one).find("  where $" + std::to_string(guard)) != std::string::npos);

    // Another rule needs the same deadline of other measures: it is computed for all.
    std::string of_bail = notice;
    of_bail.replace(of_bail.find("detention"), 9, "bail");
    const Plan both = planned(rule("a", notice) + rule("b", of_bail));
    CHECK(limits_of(both, VertexKind::after) == std::multiset<Slot>{no_slot});
    CHECK(limits_of(both, VertexKind::nest) == std::multiset<Slot>{no_slot});
}

TEST_CASE("what only the first branch of an if needs is limited to the rows of its condition") {
    const auto plan_of = [](const std::string& requirement) {
        return planned(rule("a", "\nbasis CPL art 85(2)\nfor each m in measures where m.kind != bail\nrequire " + requirement +
                                               "\nseverity fault\ndeduct 5 each\nmessage \"M\"\n}\n"));
    };
    const auto the = [](const Plan& plan, VertexKind kind) {
        const auto found = std::find_if(plan.instructions.begin(), plan.instructions.end(), [&](const Instruction& one) { return one.op.kind == kind; });
        REQUIRE(found != plan.instructions.end());
        return *found;
    };
    const std::string name_matches = "m.person.name matches \"^A\"";
    const Plan first = plan_of("if m.kind = detention then " + name_matches + " else true");
    CHECK(guard_of(first, the(first, VertexKind::matches)) == the(first, VertexKind::if_).args[0]);
    // Elsewhere too, it is needed wherever the rule asks anything.
    for (const std::string& requirement : {"if m.kind = detention then " + name_matches + " else not (" + name_matches + ")",
                                          "(if m.kind = detention then " + name_matches + " else true) or " + name_matches}) {
        const Plan both = plan_of(requirement);
        CHECK(guard_of(both, the(both, VertexKind::matches)) == both.rules.at(0).guard);
    }
}

TEST_CASE("what rests on a list is asked only where what stands before it has not decided already") {
    const auto plan_of = [](const std::string& when, const std::string& requirement) {
        return planned(rule("a", "\nbasis CPL art 85(2)\nfor each m in measures where m.kind = detention\n" + when + "require " + requirement +
                                               "\nseverity fault\ndeduct 5 each\nmessage \"M\"\n}\n"));
    };
    const auto limits_of_nest = [](const Plan& plan) {
        std::vector<RowLimit> out;  // the innermost first
        const auto found = std::find_if(plan.instructions.begin(), plan.instructions.end(), [](const Instruction& one) { return one.op.kind == VertexKind::nest; });
        REQUIRE(found != plan.instructions.end());
        for (std::int32_t limit = found->limit; limit >= 0; limit = out.back().within) out.push_back(plan.limits.at(static_cast<std::size_t>(limit)));
        return out;
    };
    const std::string some = "(some d in documents where d.about = m.person)", ended = "m.ends_at is recorded";
    struct Expected {
        std::string requirement;
        VertexKind kind;
        bool unless;
    };
    for (const auto& [requirement, kind, unless] : {Expected{ended + " or " + some, VertexKind::is_recorded, true},
                                                    Expected{ended + " and " + some, VertexKind::is_recorded, false},
                                                    Expected{ended + " or m.kind = bail or " + some, VertexKind::or_, true},
                                                    Expected{"if " + ended + " then true else " + some, VertexKind::is_recorded, true}}) {
        CAPTURE(requirement);
        const Plan plan = plan_of("", requirement);
        const std::vector<RowLimit> limits = limits_of_nest(plan);
        REQUIRE(limits.size() == 2);
        CHECK(plan.at(limits[0].guard).op.kind == kind);
        CHECK(limits[0].unless == unless);
        CHECK(limits[1].guard == plan.rules.at(0).guard);
        CHECK_FALSE(limits[1].unless);
    }
    // Where it stands first, nothing has been decided yet.
    CHECK(limits_of_nest(plan_of("", some + " or " + ended)).size() == 1);

    // A rule's `when` is asked where its `where` may hold; so is what both `when` and the requirement need.
    for (const std::string& requirement : {ended, "not " + some}) {
        const Plan plan = plan_of("when " + some + "\n", requirement);
        const Instruction& guard = plan.at(plan.rules.at(0).guard);
        REQUIRE(guard.op.kind == VertexKind::and_);
        const std::vector<RowLimit> limits = limits_of_nest(plan);
        REQUIRE(limits.size() == 1);
        CHECK(limits[0].guard == guard.args[0]);
        CHECK_FALSE(limits[0].unless);
    }
}

TEST_CASE("neither thousands of operands nor deep branches make deep graphs or long rows of limits") {
    const auto plan_of = [](const std::string& requirement) {
        return planned(rule("a", "\nbasis CPL art 85(2)\nfor each m in measures\nrequire " + requirement + "\nseverity fault\ndeduct 5 each\nmessage \"M\"\n}\n"));
    };
    const auto some = [](int pages) { return "(some d in documents where d.about = m.person and d.pages > " + std::to_string(pages) + ")"; };
    std::string many = some(0), deep = "true";
    for (int i = 1; i < 300; ++i) many += " or " + some(i);
    for (int i = 0; i < 20; ++i) deep = "(if " + some(i) + " then " + deep + " else false)";
    const Plan flat = plan_of(many);
    CHECK(std::count_if(flat.instructions.begin(), flat.instructions.end(), [](const Instruction& one) { return one.op.kind == VertexKind::or_; }) == 5);
    const Plan nested = plan_of(deep);
    int longest = 0;
    for (std::size_t i = 0; i < nested.limits.size(); ++i) {
        int length = 0;
        for (auto limit = static_cast<std::int32_t>(i); limit >= 0; limit = nested.limits.at(static_cast<std::size_t>(limit)).within) ++length;
        longest = std::max(longest, length);
    }
    CHECK(longest == 16);
}

TEST_CASE("in both national packs a limit is known before what it limits is asked for, and is of its rows") {
    const dsl::Program national = dsl::load_packs({KAOPING_SOURCE_DIR "/rules"}).program;
    const Plan plan = make_plan(national);
    REQUIRE(plan.limits.size() > 100);
    CHECK(kaoping_test::limits_are_known_in_time(plan));
}

TEST_CASE("a condition that rules share does not limit what they share to the guard of one of them") {
    const auto served = [](const std::string& id, const std::string& kind, const std::string& otherwise) {
        return rule(id, "\nbasis CPL art 85(2)\nfor each m in measures where m.kind = " + kind +
                            "\nrequire some d in documents where d.about = m.person and (if d.served_at is recorded then d.served_at <= 24 hours after m.starts_at else " +
                            otherwise + ")\nseverity fault\ndeduct 5 each\nmessage \"M\"\n}\n");
    };
    const auto limit_of_deadline = [](const Plan& plan) {
        const auto found = std::find_if(plan.instructions.begin(), plan.instructions.end(), [](const Instruction& one) { return one.op.kind == VertexKind::after; });
        REQUIRE(found != plan.instructions.end());
        return guard_of(plan, *found);
    };
    const Plan one = planned(served("a", "detention", "true"));
    CHECK(limit_of_deadline(one) == one.rules.at(0).guard);
    // Another rule first has the guard of the last one, which so stands before what both share.
    const std::string first = rule("z", "\nbasis CPL art 85(2)\nfor each m in measures where m.kind = bail\nrequire m.ends_at is recorded\nseverity fault\ndeduct 5 each\nmessage \"M\"\n}\n");
    const Plan both = planned(first + served("a", "detention", "true") + served("b", "bail", "d.pages > 3"));
    CHECK(limit_of_deadline(both) == no_slot);
}

TEST_CASE("what joins two lists is a key of their nest, and not compared again in its pairs") {
    const std::string member = "\nbasis CPL art 85(2)\nfor each m in measures\nrequire m.person in (d.about for d in documents)\nseverity fault\ndeduct 5 each\nmessage \"M\"\n}\n";
    for (const std::string& body : {notice, member}) {
        const Plan plan = planned(rule("a", body));
        int keys = 0;
        for (const Instruction& instruction : plan.instructions) {
            const bool in_pairs = plan.spaces[static_cast<std::size_t>(instruction.op.space)].kind == SpaceKind::nest;
            CHECK_FALSE((in_pairs && instruction.op.kind == VertexKind::compare));
            if (instruction.op.kind != VertexKind::joined) continue;
            ++keys;
            const Instruction& nest = plan.at(plan.spaces[static_cast<std::size_t>(instruction.op.space)].nest);
            CHECK(std::search(nest.args.begin(), nest.args.end(), instruction.args.begin(), instruction.args.end()) != nest.args.end());
        }
        CHECK(keys == 1);
    }
}

TEST_CASE("only the columns that a rule reads are decoded") {
    const dsl::Program of = program(rule("a", notice));
    const ColumnMask mask = columns_read(make_plan(of));
    const auto reads = [&](const std::string& record, const std::string& field) {
        for (std::size_t r = 0; r < of.schema.records.size(); ++r)
            if (of.schema.records[r].name == record) return bool(mask.columns[r][static_cast<std::size_t>(of.schema.records[r].field(field))]);
        return false;
    };
    CHECK(reads("Measure", "starts_at"));
    CHECK(reads("Document", "served_at"));
    CHECK(reads("Person", "name"));
    CHECK_FALSE(reads("Measure", "ends_at"));
    CHECK_FALSE(reads("Document", "pages"));
    CHECK_FALSE(reads("case", "remarks"));
}

TEST_CASE("only what the asked rule needs is drawn") {
    const dsl::Program of = program(rule("a", notice) + rule("b", "\n basis CPL art 86\n require length of id >= 1\n severity flaw\n deduct 1 per case\n message \"m\"\n }\n"));
    const LoweredProgram lowered = lower(of);
    const std::vector<VertexId> shown = needed_by(lowered.graph, {lowered.rules[1].verdict});
    CHECK(shown.size() < lowered.graph.size() / 2);
    for (const VertexId id : shown) CHECK(space_label(of, lowered.graph.spaces(), lowered.graph.at(id).space) == "case");
    CHECK(needed_by(lowered.graph, {}).size() == lowered.graph.size());
    CHECK(graph_dot(of, lowered.graph, shown).find("length_of") != std::string::npos);
}
