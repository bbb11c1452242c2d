// Allocation: see allocation.hpp.

#include "engine/campaign/sample/allocation.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "engine/campaign/register/register.hpp"
#include "engine/score/decimal.hpp"

namespace kaoping::campaign {

namespace {

/// The strata [begin, end) of one unit, and what it may give.
struct Unit {
    std::size_t begin = 0, end = 0;
    Share share;
    std::int64_t kinds_least = 0;  ///< what its kinds need
};

std::vector<Unit> units_of(const AllocationRequest& request, const std::vector<Stratum>& strata) {
    std::vector<Unit> units;
    for (std::size_t i = 0; i < strata.size(); ++i) {
        if (i == 0 || strata[i].unit != strata[i - 1].unit) units.push_back({i, i, {}, 0});
        Unit& unit = units.back();
        unit.end = i + 1;
        unit.share.weight += strata[i].cases * (request.allocation == Allocation::risk ? strata[i].factor : 1000);
        unit.share.most += strata[i].cases;
        unit.kinds_least += std::min(stratum_minimum, strata[i].cases);
    }
    for (Unit& unit : units) unit.share.least = std::max(unit.kinds_least, std::min(request.unit_minimum, unit.share.most));
    return units;
}

std::vector<std::int64_t> fixed_sizes(const AllocationRequest& request, const std::vector<Stratum>& strata, const std::vector<Unit>& units) {
    std::vector<std::int64_t> sizes;
    for (const Unit& unit : units) {
        const std::int64_t size = std::min(std::max(request.size, request.unit_minimum), unit.share.most);
        if (size < unit.kinds_least)
            throw RegisterError(fmt::format("unit {} has cases of {} kinds and needs {} cases, {} of each kind; draw at least {} of each unit",
                                            strata[unit.begin].unit, unit.end - unit.begin, unit.kinds_least, stratum_minimum, unit.kinds_least));
        sizes.push_back(size);
    }
    return sizes;
}

std::vector<std::int64_t> shared_sizes(const AllocationRequest& request, const std::vector<Unit>& units) {
    std::vector<Share> shares;
    std::int64_t least = 0, most = 0;
    for (const Unit& unit : units) {
        shares.push_back(unit.share);
        least += unit.share.least;
        most += unit.share.most;
    }
    if (request.size < least)
        throw RegisterError(fmt::format("{} cases are too few: the minimums of {} units and {} of each kind of case need {}; raise --size or lower --unit-minimum",
                                        request.size, units.size(), stratum_minimum, least));
    return apportion(std::min(request.size, most), shares);
}

}  // namespace

const char* allocation_name(Allocation allocation) {
    switch (allocation) {
        case Allocation::proportional: return "proportional";
        case Allocation::fixed: return "fixed";
        case Allocation::risk: return "risk";
    }
    return "";
}

std::vector<std::int64_t> apportion(std::int64_t total, const std::vector<Share>& shares) {
    std::vector<std::int64_t> out;
    for (const Share& share : shares) {
        out.push_back(share.least);
        total -= share.least;
    }
    for (; total > 0; --total) {
        std::size_t best = shares.size();
        for (std::size_t i = 0; i < shares.size(); ++i) {
            if (out[i] == shares[i].most) continue;
            if (best == shares.size() || static_cast<engine::Int128>(shares[i].weight) * (2 * out[best] + 1) >
                                             static_cast<engine::Int128>(shares[best].weight) * (2 * out[i] + 1))
                best = i;
        }
        if (best == shares.size()) break;
        ++out[best];
    }
    return out;
}

void allocate(const AllocationRequest& request, std::vector<Stratum>& strata) {
    const std::vector<Unit> units = units_of(request, strata);
    const std::vector<std::int64_t> sizes =
        request.allocation == Allocation::fixed ? fixed_sizes(request, strata, units) : shared_sizes(request, units);
    for (std::size_t u = 0; u < units.size(); ++u) {
        std::vector<Share> kinds;
        for (std::size_t i = units[u].begin; i < units[u].end; ++i)
            kinds.push_back({strata[i].cases, std::min(stratum_minimum, strata[i].cases), strata[i].cases});
        const std::vector<std::int64_t> drawn = apportion(sizes[u], kinds);
        for (std::size_t i = 0; i < drawn.size(); ++i) strata[units[u].begin + i].drawn = drawn[i];
    }
}

std::vector<std::int64_t> systematic(std::int64_t cases, std::int64_t drawn, std::int64_t start) {
    std::vector<std::int64_t> out;
    for (std::int64_t i = 0; i < drawn; ++i) out.push_back((start + i * cases) / drawn);
    return out;
}

}  // namespace kaoping::campaign
