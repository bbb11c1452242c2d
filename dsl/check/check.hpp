#pragma once
// Syntax trees → typed pack: names, types, narrowing, clauses, citations, versions, catalogues.
//
// Finds every mistake of all files in one run and is silent about what only follows from one: an expression with a mistake
// has Kind::error, which every operator accepts.

#include <string>
#include <vector>

#include "dsl/diagnostic/diagnostic.hpp"
#include "dsl/registry/catalogue.hpp"
#include "dsl/registry/pack_file.hpp"
#include "dsl/registry/sources.hpp"
#include "dsl/source/source.hpp"
#include "dsl/syntax/tree.hpp"
#include "dsl/typed/program.hpp"

namespace kaoping::dsl {

/// What was read of one pack.
struct PackInput {
    PackFile manifest;
    std::string folder;                ///< as the user may name it
    std::string content_hash;
    const Registry* registry = nullptr;
    std::vector<syntax::File> rules;   ///< in the order of their names
    std::vector<Catalogue> catalogues;
    std::vector<std::pair<std::string, FileId>> csv;  ///< tables by file name as written in `from "…"`; −1: could not be read (reported)
};

struct CheckInput {
    syntax::File schema;
    bool schema_damaged = false;          ///< the parser found mistakes in it: then only the schema is checked
    std::vector<PackInput> packs;
    std::vector<CalendarData> calendars;  ///< of all packs; the schema's is chosen by name
};

/// Limits on what the checker may be asked to hold.
struct CheckBudget {
    std::size_t mistakes = 200;           ///< shown of each file (limit.hpp)
    std::size_t comparisons = 2'000'000;  ///< of names, to say which one was meant
    std::size_t expressions = 2'000'000;  ///< nodes of the typed pack
    std::size_t depth = 400;              ///< of an expression, defines and lets expanded
    std::size_t expansion = 100'000;      ///< nodes of an expression, defines, lets and items of lists expanded
};

/// The program is usable only if no error was added to `out`. Never throws. The map is read, and grows only by texts that
/// had to be put together.
[[nodiscard]] Program check_program(SourceMap& map, const CheckInput& input, Diagnostics& out, const CheckBudget& budget = {});

}  // namespace kaoping::dsl
