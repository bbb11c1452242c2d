// Is the property test any good? It must notice every kernel that is broken, one at a time.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/property/broken_kernels.hpp"
#include "tests/property/comparison.hpp"

using namespace kaoping;
using namespace kaoping::test;

namespace {

constexpr std::uint64_t most_packs = 600;

struct Twin {
    engine::VertexKind kind;
    Damage damage;
    engine::KernelSet kernels;
};

/// Twins of all kernels that there are; what has no kernel is not run by the plan.
std::vector<Twin> all_twins() {
    using K = engine::VertexKind;
    std::vector<Twin> out;
    for (std::size_t k = 0; k < engine::vertex_kind_count; ++k) {
        const auto kind = static_cast<K>(k);
        INFO(engine::kind_name(kind));
        if (engine::default_kernels()[k] == nullptr) {
            CHECK((kind == K::collect || kind == K::deduction || kind == K::standard || kind == K::score));
            continue;
        }
        for (const Damage damage : all_damages)
            if (unnoticeable(kind, damage).empty()) out.push_back({kind, damage, broken_kernels(kind, damage)});
    }
    return out;
}

bool uses(const engine::Plan& plan, engine::VertexKind kind) {
    return std::any_of(plan.instructions.begin(), plan.instructions.end(), [&](const engine::Instruction& one) { return one.op.kind == kind; });
}

}  // namespace

TEST_CASE("every broken kernel is noticed") {
    std::vector<Twin> twins = all_twins();
    const std::size_t all = twins.size();
    std::uint64_t seed = 1;
    for (; seed <= most_packs && !twins.empty(); ++seed) {
        std::string why;
        const auto pack = LoadedPack::load(make_pack(seed), why);
        REQUIRE_MESSAGE(pack, why);
        const auto noticed = [&](const Twin& twin) { return uses(pack->plan(), twin.kind) && compare_evaluators(*pack, twin.kernels).has_value(); };
        twins.erase(std::remove_if(twins.begin(), twins.end(), noticed), twins.end());
    }
    MESSAGE(all << " broken kernels, " << seed - 1 << " packs");
    for (const Twin& twin : twins) FAIL_CHECK(engine::kind_name(twin.kind) << ", " << damage_name(twin.damage) << ": nobody noticed");
}
