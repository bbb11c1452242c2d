#pragma once
// What a report keeps of a run beside its totals: bounded, whatever the run's length.

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dsl/typed/program.hpp"
#include "engine/result/finding.hpp"
#include "engine/run/runner.hpp"

namespace kaoping::engine::html {

/// A case as the tables of cases show it.
struct ListedCase {
    std::string case_id, unit, kind;
    std::optional<Interval> score;
    Verdict worst = Verdict::met;
    Veto veto = Veto::none;
};

class Contents {
public:
    Contents(const dsl::Program& program, std::size_t findings, std::size_t cases);

    void add(const Finding& finding);
    void add_case(const CaseLine& line);

    [[nodiscard]] const std::vector<Finding>& findings() const { return findings_; }
    [[nodiscard]] std::uint64_t finding_count() const { return finding_count_; }
    /// Lowest score first; ties in the order of the input.
    [[nodiscard]] const std::vector<ListedCase>& lowest() const { return lowest_; }
    [[nodiscard]] const std::vector<ListedCase>& vetoed() const { return vetoed_; }
    [[nodiscard]] std::uint64_t veto_count(Veto state) const { return veto_counts_[static_cast<std::size_t>(state)]; }
    /// Scored cases whose interval may be wider than the possible worlds.
    [[nodiscard]] std::uint64_t conservative() const { return conservative_; }
    /// Rules whose defects veto the case, as far as their findings came by.
    [[nodiscard]] std::vector<int> veto_rules(const std::string& case_id) const;
    /// Defects of one version of a rule. Where no findings were made, all defects of a rule count for its newest version.
    [[nodiscard]] std::uint64_t defects_of(const Summary& summary, std::size_t rule) const;

private:
    const dsl::Program& program_;
    std::size_t finding_limit_, case_limit_;
    std::vector<Finding> findings_;
    std::uint64_t finding_count_ = 0;
    bool defects_seen_ = false;           ///< the run makes findings of defects
    std::vector<std::uint64_t> defects_;  ///< by rule, out of the findings
    std::vector<std::size_t> newest_;     ///< by rule: the rule of the same full id that comes last
    std::vector<ListedCase> lowest_, vetoed_;
    std::uint64_t veto_counts_[4] = {0, 0, 0, 0};
    std::uint64_t conservative_ = 0;
    std::map<std::string, std::vector<int>> veto_rules_;
};

}  // namespace kaoping::engine::html
