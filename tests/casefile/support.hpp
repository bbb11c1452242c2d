#pragma once
// Reading case texts for the tests of this folder.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "engine/casefile/reader.hpp"
#include "tests/support/every_kind.hpp"

namespace casefile_test {

using kaoping::engine::CaseFormat;
using kaoping::engine::ReadOptions;

/// A whole input, decoded.
struct Read {
    std::vector<std::string> findings;    ///< as finding_line
    std::vector<std::string> messages;    ///< of the findings
    std::vector<std::string> unreadable;  ///< "<ordinal> <line>:<column> <message>"
    std::vector<std::string> cases;       ///< "<id> <line>"
    std::string dump;                     ///< dump_cases and the unreadable ones
    std::size_t chunks = 0;
};

/// All columns are wanted.
[[nodiscard]] Read read(const std::string& text, CaseFormat format, const ReadOptions& options = {});
[[nodiscard]] Read read_inputs(const std::vector<std::string>& arguments, const ReadOptions& options = {});

/// One cell of a case where only the case's `field` is wanted, as dump_cell, with the findings behind it.
[[nodiscard]] std::string cell(const std::string& text, CaseFormat format, const std::string& field, const ReadOptions& options = {});

/// A JSON case where nothing is wrong, but for the fields given ("\"n\":1").
[[nodiscard]] std::string json_case(const std::string& fields);

}  // namespace casefile_test
