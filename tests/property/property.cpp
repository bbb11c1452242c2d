// The property: whatever the pack and whatever the cases, the plan says what the reference evaluator says.
//
// KAOPING_PROPERTY_PACKS: how many packs; KAOPING_PROPERTY_SEED: where their seeds begin.

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#include "tests/property/comparison.hpp"
#include "tests/property/few_pieces.hpp"
#include "tests/property/quotas.hpp"
#include "tests/property/shrink.hpp"
#include "tests/support/row_limits.hpp"

using namespace kaoping;
using namespace kaoping::test;

namespace {

constexpr std::uint64_t normal_packs = 2000;
constexpr std::uint64_t packs_for_quotas = 500;

std::uint64_t setting(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::stoull(text);
}

/// Both evaluators on packs of `count` seeds; `seen` gets each pack on which they agree.
template <typename Make, typename Seen>
void check_packs(std::uint64_t count, Make make, Seen seen) {
    const std::uint64_t first = setting("KAOPING_PROPERTY_SEED", 1);
    int mismatches = 0;
    for (std::uint64_t seed = first; seed < first + count && mismatches < 3; ++seed) {
        const GeneratedPack pack = make(seed);
        std::string why;
        const auto loaded = LoadedPack::load(pack, why);
        if (!loaded) {
            ++mismatches;
            FAIL_CHECK("seed " << seed << ": the pack does not load\n" << why);
            continue;
        }
        if (const auto mismatch = compare_evaluators(*loaded, engine::default_kernels())) {
            ++mismatches;
            FAIL_CHECK(report(pack, *mismatch, engine::default_kernels()));
            continue;
        }
        REQUIRE(kaoping_test::limits_are_known_in_time(loaded->plan()));
        seen(*loaded);
    }
}

}  // namespace

TEST_CASE("plan and reference agree on random packs and cases") {
    const std::uint64_t packs = setting("KAOPING_PROPERTY_PACKS", normal_packs);
    Quotas quotas;
    check_packs(packs, make_pack, [&](LoadedPack& pack) { quotas.add(pack); });
    MESSAGE(quotas.text());
    if (packs < packs_for_quotas) return;
    for (const std::string& missed : quotas.missed()) FAIL_CHECK(missed);
}

TEST_CASE("plan and reference agree on rules that have most of their pieces in common") {
    std::size_t limited = 0;
    check_packs(setting("KAOPING_PROPERTY_PACKS", normal_packs), make_pack_of_few_pieces, [&](LoadedPack& pack) {
        for (const engine::Instruction& one : pack.plan().instructions) limited += one.limit >= 0 ? 1 : 0;
    });
    CHECK(limited > 0);
}
