#pragma once
// The list of all cases of the period, from which a sample is drawn (the sampling frame).
//
// It lies in a temporary table on the disk, sorted there: memory does not grow with the number of cases.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/campaign/sample/allocation.hpp"
#include "engine/campaign/register/register.hpp"

namespace kaoping::campaign {

struct FrameCase {
    std::string id, unit, kind;
    std::string officer;  ///< empty: not recorded
    std::string file;
};

class Frame {
public:
    /// One frame at a time for a register, which must outlive it. The seed decides the order of the cases of one officer.
    Frame(Register& file, std::uint64_t seed);
    ~Frame();
    Frame(const Frame&) = delete;
    Frame& operator=(const Frame&) = delete;

    void add(const FrameCase& one);
    /// Ends the list. Throws RegisterError if it is empty, or a case has no id, unit or (where there are kinds) kind, or is there
    /// twice: a draw from a wrong list has wrong probabilities. The first ones are named.
    void finish(bool kinds);

    [[nodiscard]] std::uint64_t seed() const { return seed_; }
    [[nodiscard]] Register& file() const { return file_; }

private:
    void flush();

    Register& file_;
    std::uint64_t seed_;
    std::vector<FrameCase> waiting_;
};

/// Removes the cases that an earlier draw holds; their number. After `finish`, inside a transaction.
std::int64_t leave_out_drawn(SQLite::Database& database);
/// Units and kinds with their numbers of cases, by unit, then kind (as bytes).
[[nodiscard]] std::vector<Stratum> frame_strata(SQLite::Database& database);
/// The cases at these positions (from 0, ascending) of a stratum sorted by officer (as bytes), then by the shuffle of the seed.
[[nodiscard]] std::vector<FrameCase> frame_cases(SQLite::Database& database, const Stratum& stratum, const std::vector<std::int64_t>& positions);

}  // namespace kaoping::campaign
