// Unions of verdict sets by case against the plain loop, over cases of any number of subjects.

#include <doctest/doctest.h>

#include <cstdint>
#include <random>
#include <vector>

#include "engine/run/case_unions.hpp"

using namespace kaoping::engine;

TEST_CASE("sets of subjects are united by case, however many subjects a case has") {
    std::mt19937 random(7);
    CaseUnions unions;  // one for all lists, as in a run
    for (int round = 0; round < 400; ++round) {
        const std::size_t cases = 1 + random() % 40, most = std::vector<std::size_t>{0, 1, 2, 3, 5, 9, 70}[random() % 7];
        std::vector<std::int32_t> case_begin{0};
        for (std::size_t c = 0; c < cases; ++c) case_begin.push_back(case_begin.back() + static_cast<std::int32_t>(random() % (most + 1)));
        unions.prepare(case_begin);
        for (int rule = 0; rule < 3; ++rule) {
            std::vector<VerdictSet> sets(static_cast<std::size_t>(case_begin.back())), united(cases, every_verdict), expected(cases, 0);
            const auto same = static_cast<VerdictSet>(random());
            for (VerdictSet& set : sets) set = rule == 0 ? same : random() % 3 == 0 ? static_cast<VerdictSet>(random()) : VerdictSet{0};
            for (std::size_t c = 0; c < cases; ++c)
                for (std::int32_t i = case_begin[c]; i < case_begin[c + 1]; ++i) expected[c] |= sets[static_cast<std::size_t>(i)];
            VerdictSet all = 0;
            for (const VerdictSet set : sets) all |= set;
            REQUIRE(unions.unite(sets, united) == all);
            REQUIRE(united == expected);
        }
    }
}
