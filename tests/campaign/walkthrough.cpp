// The work of a legal department, from the draw to the publication, as a script that asks the register after each step.

#include <doctest/doctest.h>

#include "tests/support/process.hpp"

using namespace kaoping_test;

namespace {

#ifdef KAOPING_SANITIZED
constexpr bool too_slow = true;  // under sanitizers each of its commands is run by another test
#else
constexpr bool too_slow = false;
#endif

}  // namespace

TEST_CASE("campaign: two quarters of a legal department, from the draw to the publication" * doctest::skip(too_slow)) {
    const Outcome walk = shell("python3 tests/campaign/walkthrough.py $K $G $T/walkthrough");
    INFO(walk.out << walk.err);
    CHECK(walk.status == 0);
    CHECK(walk.out.find("checks passed") != std::string::npos);
}
