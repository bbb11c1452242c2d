// How many cases each stratum gives, and with which probability a case is drawn.

#include <doctest/doctest.h>

#include <numeric>
#include <string>
#include <vector>

#include "engine/campaign/sample/allocation.hpp"
#include "engine/campaign/sample/random.hpp"
#include "engine/campaign/register/register.hpp"
#include "engine/campaign/sample/risk.hpp"

using namespace kaoping::campaign;

namespace {

using Sizes = std::vector<std::int64_t>;

std::vector<Stratum> two_units() {
    return {{"east", "administrative", 60}, {"east", "criminal", 40}, {"west", "administrative", 10}, {"west", "criminal", 3}};
}

Sizes drawn(const AllocationRequest& request, std::vector<Stratum> strata) {
    allocate(request, strata);
    Sizes out;
    for (const Stratum& stratum : strata) out.push_back(stratum.drawn);
    return out;
}

std::string refusal(const AllocationRequest& request, std::vector<Stratum> strata) {
    try {
        allocate(request, strata);
    } catch (const RegisterError& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("shares by Webster's method, worked out by hand") {
    struct Row {
        std::int64_t total;
        std::vector<Share> shares;
        Sizes expected;
    };
    const std::vector<Row> rows{
        {10, {{6, 0, 99}, {3, 0, 99}, {1, 0, 99}}, {6, 3, 1}},
        {1, {{5, 0, 9}, {5, 0, 9}}, {1, 0}},                        // of equals the first
        {10, {{6, 0, 99}, {3, 0, 99}, {1, 3, 99}}, {5, 2, 3}},      // a minimum: the others share the rest, B's second (3/3) before A's fifth (6/9)
        {10, {{6, 0, 4}, {3, 0, 99}, {1, 0, 99}}, {4, 5, 1}},       // a maximum; B's fifth (3/9) and C's second (1/3) are equal: B is first
        {0, {{1, 0, 5}}, {0}},
        {5, {{1, 0, 5}}, {5}},
    };
    for (const Row& row : rows) {
        const Sizes got = apportion(row.total, row.shares);
        CHECK(std::accumulate(got.begin(), got.end(), std::int64_t{0}) == row.total);
        CAPTURE(row.total);
        CHECK_MESSAGE(got == row.expected, got[0]);
    }
}

TEST_CASE("proportional, fixed and risk-weighted allocation") {
    CHECK(drawn({Allocation::proportional, 20, 0}, two_units()) == Sizes{10, 6, 2, 2});
    CHECK(drawn({Allocation::proportional, 20, 8}, two_units()) == Sizes{7, 5, 6, 2});
    CHECK(drawn({Allocation::fixed, 10, 0}, two_units()) == Sizes{6, 4, 8, 2});
    CHECK(drawn({Allocation::fixed, 50, 0}, two_units()) == Sizes{30, 20, 10, 3});
    CHECK(drawn({Allocation::proportional, 1000, 0}, two_units()) == Sizes{60, 40, 10, 3});  // more than there are: all
    std::vector<Stratum> risky = two_units();
    risky[2].factor = risky[3].factor = 2000;
    CHECK(drawn({Allocation::risk, 32, 0}, risky) == Sizes{15, 10, 5, 2});           // 100 to 26
    CHECK(drawn({Allocation::proportional, 32, 0}, risky) == Sizes{17, 11, 2, 2});  // factors do not count
}

TEST_CASE("a size below the minimums is refused with the size that is needed") {
    CHECK(refusal({Allocation::proportional, 7, 0}, two_units()) ==
          "7 cases are too few: the minimums of 2 units and 2 of each kind of case need 8; raise --size or lower --unit-minimum");
    CHECK(refusal({Allocation::proportional, 25, 13}, two_units()).find("need 26") != std::string::npos);
    CHECK(refusal({Allocation::fixed, 3, 0}, two_units()) ==
          "unit east has cases of 2 kinds and needs 4 cases, 2 of each kind; draw at least 4 of each unit");
}

TEST_CASE("over all starts each position is drawn equally often: the inclusion probability is drawn ÷ cases") {
    for (std::int64_t cases = 1; cases <= 14; ++cases)
        for (std::int64_t n = 1; n <= cases; ++n) {
            Sizes times(static_cast<std::size_t>(cases), 0);
            for (std::int64_t start = 0; start < cases; ++start) {
                std::int64_t before = -1;
                for (const std::int64_t position : systematic(cases, n, start)) {
                    CHECK(position > before);  // so none twice
                    before = position;
                    ++times.at(static_cast<std::size_t>(position));
                }
            }
            CHECK(times == Sizes(static_cast<std::size_t>(cases), n));
        }
}

TEST_CASE("risk factors are relative losses within their bounds") {
    CHECK(risk_factor(30, 10, 100, 50) == 1500);   // 3 a case against 2
    CHECK(risk_factor(1, 10, 100, 50) == 500);
    CHECK(risk_factor(100, 10, 100, 50) == 2000);
    CHECK(risk_factor(0, 0, 100, 50) == 1000);     // nothing is known of the unit
    CHECK(risk_factor(0, 10, 0, 50) == 1000);      // nobody lost anything
}

TEST_CASE("random numbers are those of the published algorithms") {
    CHECK(splitmix(0) == 0xE220A8397B1DCDAFU);     // first output of SplitMix64 with seed 0
    CHECK(text_number("") == 0xCBF29CE484222325U);
    CHECK(text_number("a") == 0xAF63DC4C8601EC8CU);  // test vectors of FNV-1a
    CHECK(text_number("foobar") == 0x85944171F73967E8U);
    Sizes times(7, 0);
    for (std::uint64_t state = 0; state < 7000; ++state) ++times[random_below(state * 977, 7)];
    for (const std::int64_t one : times) CHECK((one > 850 && one < 1150));
}
