// A proof as lines: see proof_text.hpp.

#include "engine/report/proof_text.hpp"

#include <algorithm>

#include "dsl/source/source.hpp"
#include "engine/report/text_table.hpp"

namespace kaoping::engine {

namespace {

void add_line(std::string& out, const ProofNode& node, std::size_t indent, std::size_t width) {
    std::string line = node.label;
    if (!node.text.empty()) line += (line.empty() ? "" : " ") + node.text;
    const std::string end = node.value.empty() ? "" : (node.label.ends_with('=') && node.text.empty() ? " " : ": ") + node.value;
    const std::size_t room = width > indent + 30 ? width - indent : 30;
    const std::size_t for_end = std::min(room / 2, dsl::display_width(end));
    line = cut(line, room - for_end) + end;
    out += std::string(indent, ' ') + line;
    if (!node.place.empty()) {
        const bool fits = dsl::display_width(line) + node.place.size() + 4 <= room;
        out += (fits ? "  [" : "\n" + std::string(indent + 4, ' ') + "[") + node.place + "]";
    }
    out += '\n';
    for (const Fact& fact : node.missing) out += std::string(indent + 4, ' ') + "missing: " + fact.text + "\n";
}

}  // namespace

std::string proof_text(const std::vector<ProofNode>& nodes, std::size_t indent, std::size_t width) {
    std::string out;
    for (const ProofNode& node : nodes) {
        add_line(out, node, indent, width);
        out += proof_text(node.children, indent + 2, width);
    }
    return out;
}

}  // namespace kaoping::engine
