#pragma once
// Reading registered texts; every test of this folder reads good files, so any mistake fails it.

#include <doctest/doctest.h>

#include <string>

#include "dsl/diagnostic/render.hpp"
#include "dsl/registry/civil_date.hpp"
#include "dsl/source/source.hpp"

namespace registry_test {

using namespace kaoping::dsl;

/// A text and what was said of it, which is checked at the end.
struct Good {
    SourceMap map;
    Diagnostics diagnostics;
    FileId file;

    explicit Good(std::string text) : file(map.add("file", std::move(text))) {}
    Good(const Good&) = delete;
    Good& operator=(const Good&) = delete;
    ~Good() { CHECK(render_text(map, diagnostics, false) == ""); }
};

inline std::int64_t day(std::string_view text) { return parse_day(text).value(); }

}  // namespace registry_test
