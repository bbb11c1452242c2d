#pragma once
// Keeps a run of the engine over the drawn cases in the register, block by block while it goes on.
//
// A run counts once `finish` has returned. One that was killed or failed before stays in the register as unfinished.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/campaign/campaign.hpp"
#include "engine/report/findings_json.hpp"
#include "engine/run/runner.hpp"

namespace kaoping::campaign {

class RunRecorder {
public:
    /// The moment as of which the run judges: as text for people, and its local day.
    struct AsOf {
        std::string text, day;
    };
    /// Registers the start. `campaign` is drawn; `program` and `scheme` must outlive the recorder. Throws RegisterError if people
    /// have decided on findings of an earlier run.
    RunRecorder(Register& file, const Campaign& campaign, const dsl::Program& program, const engine::Scheme& scheme, const AsOf& as_of, const Who& who);

    /// The run notes met rules and makes all findings. Takes what belongs to drawn cases; the rest of the chunk is left. Throws RegisterError if a drawn case is there twice, or
    /// its unit or kind is not what it was at the draw.
    void add(const engine::ChunkResult& chunk);
    /// Registers the end. Throws RegisterError if drawn cases were missing or could not be read; then the run does not count.
    void finish(const engine::RunIdentity& identity);

    [[nodiscard]] std::uint64_t cases() const { return cases_; }
    [[nodiscard]] std::uint64_t findings() const { return findings_; }

private:
    struct Drawn {
        std::string unit, kind;
        bool seen = false;
    };
    struct Entry {
        engine::CaseLine line;
        std::vector<engine::Finding> findings;
    };
    void load_sample();
    void take_case(const engine::CaseLine& line);
    void flush();
    [[nodiscard]] std::string missing_cases() const;

    Register& file_;
    const Campaign& campaign_;
    const dsl::Program& program_;
    const engine::Scheme& scheme_;
    std::string as_of_;
    Who who_;
    engine::FindingsJson lines_;
    std::int64_t run_ = 0;
    std::map<std::string, Drawn> sample_;
    std::vector<Entry> waiting_;
    std::uint64_t cases_ = 0, findings_ = 0;
};

}  // namespace kaoping::campaign
