// Semantics § 2: every row of the verdict table, and the possible sets of undetermined verdicts.

#include <doctest/doctest.h>

#include "engine/result/verdict.hpp"

using namespace kaoping::engine;

namespace {

struct Row {
    const char* name;
    VerdictInputs inputs;
    Verdict verdict;
};

VerdictSet all(std::initializer_list<Verdict> verdicts) {
    VerdictSet set = 0;
    for (const Verdict v : verdicts) set |= set_of(v);
    return set;
}

}  // namespace

TEST_CASE("the first line that fits decides") {
    using enum Truth;
    const Row rows[] = {
        {"2: guard false", {no, yes, yes, DueState::open}, Verdict::not_applicable},
        {"3: guard unknown, before everything else", {unknown, yes, yes, DueState::none}, Verdict::undetermined},
        {"4: an exception that holds, before met", {yes, yes, yes, DueState::none}, Verdict::exempt},
        {"4: … and before unknown requirements", {yes, yes, unknown, DueState::unknown}, Verdict::exempt},
        {"5: met", {yes, no, yes, DueState::over}, Verdict::met},
        {"5: met also with the exception unknown", {yes, unknown, yes, DueState::none}, Verdict::met},
        {"5: met before the deadline is known", {yes, no, yes, DueState::unknown}, Verdict::met},
        {"6: deadline unknown", {yes, no, no, DueState::unknown}, Verdict::undetermined},
        {"7: open", {yes, no, no, DueState::open}, Verdict::pending},
        {"7: open with the requirement unknown", {yes, no, unknown, DueState::open}, Verdict::pending},
        {"8: defect", {yes, no, no, DueState::none}, Verdict::defect},
        {"8: defect after the deadline", {yes, no, no, DueState::over}, Verdict::defect},
        {"9: exception unknown", {yes, unknown, no, DueState::none}, Verdict::undetermined},
        {"9: requirement unknown", {yes, no, unknown, DueState::over}, Verdict::undetermined},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CHECK(decide(row.inputs).verdict == row.verdict);
    }
}

TEST_CASE("an undetermined verdict carries what is still possible") {
    using enum Truth;
    CHECK(decide({unknown, no, no, DueState::none}).possible == all({Verdict::not_applicable, Verdict::defect}));
    CHECK(decide({unknown, no, yes, DueState::none}).possible == all({Verdict::not_applicable, Verdict::met}));
    CHECK(decide({yes, unknown, no, DueState::none}).possible == all({Verdict::exempt, Verdict::defect}));
    CHECK(decide({yes, no, unknown, DueState::over}).possible == all({Verdict::met, Verdict::defect}));
    CHECK(decide({yes, no, no, DueState::unknown}).possible == all({Verdict::pending, Verdict::defect}));
    CHECK(decide({unknown, unknown, unknown, DueState::unknown}).possible ==
          all({Verdict::not_applicable, Verdict::exempt, Verdict::met, Verdict::pending, Verdict::defect}));
}

TEST_CASE("no unknown becomes met, whatever the other inputs") {
    for (const Truth guard : {Truth::no, Truth::yes, Truth::unknown})
        for (const Truth exception : {Truth::no, Truth::yes, Truth::unknown})
            for (const DueState due : {DueState::none, DueState::open, DueState::over, DueState::unknown})
                CHECK(decide({guard, exception, Truth::unknown, due}).verdict != Verdict::met);
}

TEST_CASE("a fault among the missing facts makes an open verdict failed, and no other") {
    const Fact fault{FactKind::fault, "/a", "overflow"};
    const Fact gap{FactKind::gap, "/b", "missing"};
    Decision open{Verdict::undetermined, all({Verdict::met, Verdict::defect})};
    std::vector<Fact> facts{gap, fault, gap};
    settle_facts(open, facts);
    CHECK(open.verdict == Verdict::failed);
    CHECK(facts == std::vector<Fact>{fault, gap});

    Decision defect{Verdict::defect, set_of(Verdict::defect)};
    std::vector<Fact> none;
    settle_facts(defect, none);
    CHECK(defect.verdict == Verdict::defect);
}

TEST_CASE("a case counts under its worst verdict") {
    const Verdict order[] = {Verdict::failed, Verdict::defect, Verdict::undetermined,   Verdict::pending,
                             Verdict::met,    Verdict::exempt, Verdict::not_applicable, Verdict::not_selected};
    for (std::size_t i = 1; i < verdict_count; ++i) CHECK(badness(order[i - 1]) > badness(order[i]));
}
