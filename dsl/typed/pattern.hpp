#pragma once
// Regular expressions of `text matches "…"`: ECMAScript, by code points, matching anywhere in the text.

#include <memory>
#include <optional>
#include <string_view>

namespace kaoping::dsl {

/// Longest pattern, in code points: a search may take its square in steps for each character of the text.
constexpr std::size_t max_pattern_length = 300;

/// A compiled pattern. Immutable; may be shared between threads.
class Pattern {
public:
    /// nullopt: the text is no regular expression, or too long.
    [[nodiscard]] static std::optional<Pattern> compile(std::string_view text);

    /// Does the pattern occur in the text? nullopt: finding out would take too long (the matcher's own step limit).
    [[nodiscard]] std::optional<bool> occurs_in(std::string_view text) const;

private:
    struct Impl;
    std::shared_ptr<const Impl> impl_;
};

}  // namespace kaoping::dsl
