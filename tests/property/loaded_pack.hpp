#pragma once
// A generated pack, loaded, with its cases decoded in one batch of JSON Lines.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "dsl/load.hpp"
#include "engine/casefile/reader.hpp"
#include "engine/plan/plan.hpp"
#include "engine/reference/reference.hpp"
#include "tests/property/pack_maker.hpp"

namespace kaoping::test {

class LoadedPack {
public:
    /// Null if the pack has mistakes; `why` tells them.
    static std::unique_ptr<LoadedPack> load(const GeneratedPack& from, std::string& why);

    [[nodiscard]] const dsl::Program& program() const { return loaded_.program; }
    [[nodiscard]] const engine::TimeContext& time() const { return *time_; }
    [[nodiscard]] std::int64_t now() const { return now_; }
    [[nodiscard]] const engine::CaseBatch& batch() const { return decoded_.batch; }
    /// The same cases with the columns alone that the plan reads.
    [[nodiscard]] const engine::CaseBatch& columns_read() const { return columns_read_.batch; }
    /// Half of the cases, in another order: what a run leaves of them must not show in the next batch.
    [[nodiscard]] const engine::CaseBatch& batch_before() const { return before_.batch; }
    /// In which texts are compared: another one where the pack has a catalogue.
    [[nodiscard]] std::string language() const { return program().packs[0].languages.empty() ? std::string() : program().packs[0].languages[0]; }
    [[nodiscard]] const engine::Layout& layout() const { return decoder_->layout(); }
    [[nodiscard]] const engine::Plan& plan() const { return *plan_; }
    /// Subjects by rule and case, from the reference evaluator; computed once.
    [[nodiscard]] const std::vector<std::vector<std::vector<engine::ReferenceSubject>>>& reference();

private:
    LoadedPack() = default;

    dsl::LoadResult loaded_;
    std::unique_ptr<engine::TimeContext> time_;
    std::int64_t now_ = 0;
    std::unique_ptr<engine::CaseDecoder> decoder_;
    engine::Decoded decoded_, columns_read_, before_;
    std::unique_ptr<engine::Plan> plan_;
    std::vector<std::vector<std::vector<engine::ReferenceSubject>>> reference_;
};

}  // namespace kaoping::test
