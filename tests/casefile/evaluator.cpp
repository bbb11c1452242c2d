// The public interface reads cases as the program does.

#include "engine/api/kaoping/evaluator.hpp"

#include <doctest/doctest.h>

#include <algorithm>

TEST_CASE("facts dated after the moment of the evaluation are reported by the public interface too") {
    kaoping::Options options;
    options.as_of = "2010-01-01";
    const auto loaded = kaoping::Evaluator::load({KAOPING_SOURCE_DIR "/examples/road-fines"}, options);
    REQUIRE(loaded.evaluator.has_value());
    const auto result = loaded.evaluator->evaluate(R"({"id":"S","events":[{"activity":"Create Fine","time":"2011-01-01T00:00:00Z"}]})", kaoping::CaseFormat::json);
    CHECK(result.readable);
    CHECK(std::any_of(result.findings.begin(), result.findings.end(), [](const kaoping::Finding& f) { return f.kind == "data" && f.subject == "/events/0/time"; }));
}
