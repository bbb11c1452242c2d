#pragma once
// What the generator has made in a run, and what it must have made: every operator, every verdict, enough pair spaces.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "tests/property/loaded_pack.hpp"

namespace kaoping::test {

class Quotas {
public:
    void add(LoadedPack& pack);
    /// A sentence for each quota that was missed.
    [[nodiscard]] std::vector<std::string> missed() const;
    /// Counts, for the log.
    [[nodiscard]] std::string text() const;

private:
    std::size_t packs_ = 0, with_pairs_ = 0, subjects_ = 0;
    std::map<engine::Verdict, std::size_t> verdicts_;
    std::map<int, std::size_t> operators_;
};

}  // namespace kaoping::test
