// Draws in the register: spread over officers, repeated, avoided, refused.

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "tests/campaign/support.hpp"

using namespace kaoping::campaign;
using namespace kaoping_test;

namespace {

const Who li_wen{"Li Wen", ""};

/// 60 cases of one unit and kind: 10 of officer A, 20 of B, 30 of C. `step`: in another order of input.
void fill(Frame& frame, std::size_t step = 1) {
    for (std::size_t i = 0; i < 60; ++i) {
        const std::size_t n = i * step % 60;
        frame.add({"case " + std::to_string(n), "east", "criminal", n < 10 ? "A" : n < 30 ? "B" : "C", "cases.jsonl"});
    }
    frame.finish(true);
}

std::vector<SampledCase> sample(Register& file, const std::string& id) {
    std::vector<SampledCase> out;
    each_sampled_case(file, find_campaign(file, id).draw, [&](const SampledCase& one) { out.push_back(one); });
    return out;
}

std::vector<SampledCase> draw(Register& file, const std::string& id, std::uint64_t seed, std::size_t step, bool avoid, std::int64_t size) {
    open_campaign(file, a_campaign(id), li_wen);
    Frame frame(file, seed);
    fill(frame, step);
    draw_cases(frame, find_campaign(file, id), {{Allocation::proportional, size, 0}, avoid, 0, "hash"}, li_wen);
    return sample(file, id);
}

std::vector<std::string> ids(const std::vector<SampledCase>& cases) {
    std::vector<std::string> out;
    for (const SampledCase& one : cases) out.push_back(one.one.id);
    return out;
}

}  // namespace

TEST_CASE("every officer is drawn from in proportion, whatever the seed") {
    Register file(new_register("officers"), Register::Open::create);
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        std::map<std::string, int> times;
        for (const SampledCase& one : draw(file, std::to_string(seed), seed, 1, false, 6)) {
            ++times[one.one.officer];
            CHECK(one.stratum_cases == 60);
            CHECK(one.stratum_drawn == 6);
        }
        CHECK(times == std::map<std::string, int>{{"A", 1}, {"B", 2}, {"C", 3}});
    }
}

TEST_CASE("the sample depends on cases and seed, not on the order of the input") {
    Register file(new_register("order"), Register::Open::create);
    const auto first = ids(draw(file, "a", 7, 1, false, 12));
    CHECK(first == ids(draw(file, "b", 7, 7, false, 12)));
    CHECK(first != ids(draw(file, "c", 8, 1, false, 12)));
}

TEST_CASE("cases drawn before are known, and left out on request") {
    Register file(new_register("before"), Register::Open::create);
    const auto first = draw(file, "a", 7, 1, false, 12);
    for (const SampledCase& one : first) CHECK(!one.drawn_before);
    for (const SampledCase& one : draw(file, "b", 7, 1, false, 12)) CHECK(one.drawn_before);
    for (const SampledCase& one : draw(file, "c", 7, 1, true, 12)) {
        CHECK(!one.drawn_before);
        CHECK(one.stratum_cases == 48);
    }
    const Draw drawn = read_draw(file, find_campaign(file, "c").draw);
    CHECK(drawn.left_out == 12);
    CHECK(read_draw(file, find_campaign(file, "b").draw).drawn_before == 12);
    open_campaign(file, a_campaign("all"), li_wen);
    Frame frame(file, 1);
    for (const SampledCase& one : first) frame.add(one.one);
    frame.finish(true);
    CHECK(says(refusal_of([&] { draw_cases(frame, find_campaign(file, "all"), {{Allocation::proportional, 4, 0}, true, 0, ""}, li_wen); }),
               "every case of the inputs was drawn before"));
}

TEST_CASE("a campaign is drawn once") {
    Register file(new_register("once"), Register::Open::create);
    (void)draw(file, "a", 7, 1, false, 12);
    Frame frame(file, 9);
    fill(frame);
    Campaign stale = a_campaign("a");  // as another program read it before the draw
    CHECK(says(refusal_of([&] { draw_cases(frame, stale, {{Allocation::proportional, 12, 0}, false, 0, ""}, li_wen); }), "campaign a is drawn already"));
    CHECK(sample(file, "a").size() == 12);
}

TEST_CASE("a wrong list of cases is refused, with the names of what is wrong") {
    Register file(new_register("frames"), Register::Open::create);
    const auto refused = [&](const std::vector<FrameCase>& cases) {
        Frame frame(file, 1);
        for (const FrameCase& one : cases) frame.add(one);
        return refusal_of([&] { frame.finish(true); });
    };
    CHECK(says(refused({}), "no case that could be read"));
    CHECK(says(refused({{"1", "east", "k", "o", "a.yaml"}, {"1", "east", "k", "o", "b.yaml"}}), "cases that are there more than once: 1 in a.yaml,b.yaml"));
    CHECK(says(refused({{"1", "", "k", "o", "a.yaml"}}), "cases without a unit: 1 in a.yaml"));
    CHECK(says(refused({{" ", "east", "k", "o", "a.yaml"}}), "cases without an id in: a.yaml"));
}

TEST_CASE("risk needs an evaluation of an earlier period") {
    Register file(new_register("risk"), Register::Open::create);
    open_campaign(file, a_campaign("a"), li_wen);
    Frame frame(file, 1);
    fill(frame);
    CHECK(says(refusal_of([&] { draw_cases(frame, find_campaign(file, "a"), {{Allocation::risk, 12, 0}, false, 0, ""}, li_wen); }),
               "no finished evaluation of a period before 2026-01-01"));
}
