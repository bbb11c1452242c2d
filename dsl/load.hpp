#pragma once
// The driver of the front end: the only place of dsl that knows the order of its passes.

#include <optional>
#include <string>
#include <vector>

#include "dsl/check/check.hpp"
#include "dsl/diagnostic/diagnostic.hpp"
#include "dsl/source/source.hpp"
#include "dsl/syntax/parser.hpp"
#include "dsl/typed/program.hpp"

namespace kaoping::dsl {

struct LoadResult {
    SourceMap sources;         ///< every file that was read; spans of program and diagnostics point here
    Program program;           ///< usable only if `ok()`
    Diagnostics diagnostics;   ///< sorted by file and place
    std::vector<std::string> pack_folders;

    [[nodiscard]] bool ok() const { return !has_errors(diagnostics); }
};

/// Limits on what packs may ask of the front end.
struct LoadBudget {
    SyntaxBudget syntax;
    CheckBudget check;
};

/// Loads every pack found under the given paths (a folder with pack.yaml, or one that contains such folders, at any depth),
/// with schema, sources, calendars, tables and catalogues. A path that is itself a tailoring (a folder with tailoring.yaml)
/// loads the packs that it stands on and applies its layers; tailorings that only lie below a path are checked.
/// `language`: of the catalogues only that of this language is read ("": none), for runs that write in one language; without
/// it all are, as they must be where packs are checked. Never throws; unreadable files are diagnostics.
[[nodiscard]] LoadResult load_packs(const std::vector<std::string>& paths, const std::optional<std::string>& language = std::nullopt);

/// A pack held in memory (tests, the conformance runner): file name → text, "pack.yaml" among them; paths inside it are
/// relative to the pack's folder. Nothing is read from disk.
struct MemoryFiles {
    std::vector<std::pair<std::string, std::string>> files;
};
[[nodiscard]] LoadResult load_memory_pack(const MemoryFiles& files, const LoadBudget& budget = {});

}  // namespace kaoping::dsl
