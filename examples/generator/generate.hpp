// Cases one after the other: planned, told, planted, written.
#pragma once
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "plant.hpp"

namespace generator {

struct Options {
    std::int64_t cases = 500;
    std::uint64_t seed = 1;
    double defects = 0.2;     // probability that a case has a plant
    int units = 8;
    Date from = make_date(2026, 7, 1);
    Date until = make_date(2026, 9, 30);
    std::string out, manifest;
    std::string only;         // part of the ids of the plants that are dealt; empty: all
};

struct NoPlant : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct Generated {
    std::string json;         // one line, without its end
    std::string manifest;     // lines of what was planted, each with its end; empty if nothing was
};

class Generator {
public:
    explicit Generator(const Options& options);
    Generated next();

private:
    struct Deal {
        const Plant* plant = nullptr;
        bool near = false;
    };
    Deal deal();
    Plan plan_for(const Deal& deal, Random& random) const;
    bool tell(CaseFile& file, const Plan& plan, const Deal& deal, std::uint64_t seed, std::string& pointer) const;

    Options options_;
    Random random_;
    std::vector<Deal> deck_;  // each plant as often as the others: dealt from a shuffled deck
    int number_ = 0;
};

}  // namespace generator
