#pragma once
// A diagnostic: what is wrong in a rule file, where, why it matters, what to write instead.
//
// Passes build diagnostics as values and collect them; they are rendered in one place (render.hpp). The wording belongs to
// the place that found the mistake; the code is stable, has a page (`kaoping explain K0123`) and a golden test.

#include <string>
#include <vector>

#include "dsl/source/source.hpp"

namespace kaoping::dsl {

enum class DiagnosticLevel { error, warning };

/// A second place that helps to understand the first ("declared here").
struct Label {
    Span span;
    std::string text;
};

struct Diagnostic {
    std::string code;  ///< "K0101": each has a page (pages.hpp)
    DiagnosticLevel level = DiagnosticLevel::error;
    Span span;            ///< what the caret stands under; invalid if the mistake is of a whole file
    std::string message;  ///< one sentence, no full stop needed, names quoted in backticks
    std::vector<Label> labels;
    std::string help;  ///< what to write instead; empty if there is nothing to say
};

using Diagnostics = std::vector<Diagnostic>;

[[nodiscard]] inline bool has_errors(const Diagnostics& all) {
    for (const Diagnostic& one : all)
        if (one.level == DiagnosticLevel::error) return true;
    return false;
}

}  // namespace kaoping::dsl
