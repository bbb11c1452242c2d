#pragma once
// Packs whose rules are put together from a handful of pieces: the same guards, tests, values and deadlines meet in every
// combination, where the wide random packs hardly ever repeat one another. What the plan shares between rules is put to the test.

#include "tests/property/pack_maker.hpp"

namespace kaoping::test {

[[nodiscard]] GeneratedPack make_pack_of_few_pieces(std::uint64_t seed);

}  // namespace kaoping::test
