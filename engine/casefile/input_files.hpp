#pragma once
// Arguments → names of case files: files, folders, globs, standard input.

#include <string>
#include <vector>

#include "engine/casefile/reader.hpp"

namespace kaoping::engine {

struct InputFile {
    std::string name;     ///< as a person may read it; "-" for standard input
    CaseFormat format = CaseFormat::json_lines;
    std::string problem;  ///< why it cannot be read; empty: it looks readable
};

/// In the order of reader.hpp; an argument that leads to no case file gives an entry with its problem.
[[nodiscard]] std::vector<InputFile> find_inputs(const std::vector<std::string>& arguments);

}  // namespace kaoping::engine
