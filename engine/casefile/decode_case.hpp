#pragma once
// One case text into a batch, by format.

#include <memory>
#include <optional>
#include <string>

#include "engine/casefile/case_writer.hpp"

namespace kaoping::engine {

/// What stopped the reading of a case; line and column inside its text, from 1 (0: not known).
struct DecodeProblem {
    std::uint32_t line = 0, column = 0;
    std::string message;
};

/// Of one thread: holds the order of keys so far.
class JsonDecoder {
public:
    explicit JsonDecoder(CaseWriter& writer);
    ~JsonDecoder();
    /// `text` stands as json_text.hpp wants it, and outlives the batch. nullopt: the case was written.
    [[nodiscard]] std::optional<DecodeProblem> decode(std::string_view text, bool strict, std::int32_t case_row);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

[[nodiscard]] std::optional<DecodeProblem> decode_yaml(std::string_view text, bool strict, const ReadOptions& options, CaseWriter& writer, std::int32_t case_row, CaseBatch& batch);

}  // namespace kaoping::engine
