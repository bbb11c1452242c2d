#pragma once
// Examples of rules: examples/*.yaml of a pack.
//
//     base: lawful-detention.yaml            # a whole case file in the same folder
//     as_of: 2026-03-31T12:00:00+08:00       # for all examples that have none of their own
//     examples:
//       - name: one second late
//         rule: criminal.detention.family_notice
//         case: { documents: [ { number: D-7, served_at: 2026-03-02T10:20:01+08:00 } ] }   # merged over the base
//         expect: defect                     # a verdict
//         subject: /measures/0               # optional: of this subject; else the worst of the case
//         overdue: 1 s                       # optional
//         reason: notice would hinder …      # optional, of exempt
//
// A file of the folder without `examples` is a base.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "dsl/diagnostic/diagnostic.hpp"
#include "dsl/registry/yaml_reader.hpp"
#include "dsl/source/source.hpp"
#include "dsl/typed/program.hpp"
#include "engine/result/verdict.hpp"
#include "engine/time/legal_time.hpp"

namespace kaoping::engine {

struct Example {
    dsl::LocatedText name;
    std::string rule;               ///< full id
    std::vector<int> versions;      ///< rules of the program with this id
    std::int64_t as_of = 0;         ///< instant
    std::string case_text;          ///< merged, as YAML
    Verdict expect = Verdict::met;
    dsl::Span expect_span;
    std::optional<std::string> subject, overdue, reason;
};

/// Gives the text of a file named in an example file (its base), or why it cannot be read.
using BaseText = std::function<tl::expected<std::string, std::string>(const std::string& name)>;

/// The examples of one registered file; none if it is a base. Mistakes (K05xx, K08xx) go to `out`; the rest is read all the same.
[[nodiscard]] std::vector<Example> read_example_file(dsl::SourceMap& sources, dsl::FileId file, const BaseText& base_text, const dsl::Program& program,
                                                     const Zone& zone, dsl::Diagnostics& out);

/// The examples of all packs, from their folders examples/, by pack and file name.
[[nodiscard]] std::vector<Example> read_examples(dsl::SourceMap& sources, const dsl::Program& program, const Zone& zone, dsl::Diagnostics& out);

}  // namespace kaoping::engine
