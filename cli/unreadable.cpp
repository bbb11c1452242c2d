// Inputs that could not be read: see unreadable.hpp.

#include "cli/unreadable.hpp"

#include <cstdio>
#include <string>

#include <fmt/core.h>

#include "cli/packs.hpp"

namespace kaoping::cli {

void UnreadablePrinter::add(const engine::Finding& finding) {
    if (finding.kind != engine::FindingKind::input) return;
    if (++count_ > most) return;
    std::string place = finding.at.file;
    if (finding.at.line > 0) place += fmt::format(":{}", finding.at.line);
    if (finding.at.column > 0) place += fmt::format(":{}", finding.at.column);
    print_error(place + ": " + finding.message);
}

void UnreadablePrinter::finish() const {
    if (count_ > most) fmt::print(stderr, "… and {} more that could not be read\n", count_ - most);
}

}  // namespace kaoping::cli
