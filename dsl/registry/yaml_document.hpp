#pragma once
// A YAML text as a tree with positions: the only place of the project that calls yaml-cpp.
//
// It knows nothing of packs or cases. The usual kind of text is read by yaml_usual.hpp, all others by yaml-cpp. The parser's
// events build a flat vector of nodes; every limit is a parameter and is kept while reading, so that deep nesting, huge files
// and alias bombs cost no more than the limit. An alias shares its anchor's node, and what it would expand to is counted
// against the node limit. yaml-cpp's exceptions end here.
// Keys are texts. Refused: keys that are lists or mappings, tags other than !!str, a second document, control characters.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <boost/container/small_vector.hpp>

#include "dsl/source/source.hpp"

namespace kaoping::dsl::yaml {

struct Limits {
    std::size_t bytes = 4U << 20;
    std::size_t depth = 64;         ///< lists and mappings inside one another
    std::size_t nodes = 1'000'000;  ///< after expansion of aliases
};

enum class NodeKind : std::uint8_t { null, scalar, sequence, mapping };

struct Node {
    NodeKind kind = NodeKind::null;
    bool plain = true;         ///< of a scalar: written without quotes, so it may mean a number, a truth value, a date
    std::string text;          ///< of a scalar: what it says, unescaped and unfolded
    Span span;                 ///< of a scalar with its quotes; zero-wide for a value that is not there
    std::uint32_t line = 0;    ///< from 1
    std::uint32_t column = 0;  ///< from 1, in display cells
    boost::container::small_vector<std::uint32_t, 4> items;  ///< of a sequence: elements; of a mapping: key, value, key, value, …
    std::uint64_t weight = 1;  ///< nodes below and itself, aliases expanded
};

enum class ProblemKind : std::uint8_t {
    syntax,         ///< includes a second document, tags and keys that are no texts
    encoding,       ///< bytes that are no UTF-8, control characters
    duplicate_key,  ///< not fatal: the first value counts
    depth, size, aliases  ///< a limit
};

struct Problem {
    ProblemKind kind = ProblemKind::syntax;
    Span span;
    Span other;           ///< duplicate_key: the first occurrence
    std::string message;  ///< one sentence without full stop
    [[nodiscard]] bool fatal() const { return kind != ProblemKind::duplicate_key; }
};

class View;

struct Document {
    std::vector<Node> nodes;
    std::uint32_t root = 0;  ///< valid if readable() and not empty()
    std::vector<Problem> problems;

    /// False: there is a fatal problem, the tree must not be used.
    [[nodiscard]] bool readable() const;
    /// Nothing but comments.
    [[nodiscard]] bool empty() const { return nodes.empty(); }
    /// The root; a view of nothing if the document is empty or not readable.
    [[nodiscard]] View view() const;
};

/// A node of a document. A view of nothing is false; asking it for anything else than that is a mistake of the caller,
/// except for find, which gives nothing again. Valid as long as the document stays where it is.
class View {
public:
    View() = default;
    View(const Document& document, std::uint32_t id) : document_(&document), id_(id) {}

    explicit operator bool() const { return document_ != nullptr; }
    [[nodiscard]] const Node& node() const { return document_->nodes[id_]; }
    [[nodiscard]] NodeKind kind() const { return node().kind; }
    [[nodiscard]] bool is_null() const { return kind() == NodeKind::null; }
    [[nodiscard]] bool is_scalar() const { return kind() == NodeKind::scalar; }
    [[nodiscard]] bool is_sequence() const { return kind() == NodeKind::sequence; }
    [[nodiscard]] bool is_mapping() const { return kind() == NodeKind::mapping; }
    [[nodiscard]] const std::string& text() const { return node().text; }
    [[nodiscard]] Span span() const { return node().span; }

    /// Elements of a sequence, entries of a mapping; 0 otherwise.
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] View at(std::size_t element) const { return {*document_, node().items[element]}; }
    [[nodiscard]] View key(std::size_t entry) const { return {*document_, node().items[2 * entry]}; }
    [[nodiscard]] View value(std::size_t entry) const { return {*document_, node().items[2 * entry + 1]}; }
    /// The value under a key of a mapping (the first one); nothing if there is none.
    [[nodiscard]] View find(std::string_view name) const;

private:
    const Document* document_ = nullptr;
    std::uint32_t id_ = 0;
};

/// Reads one document. `file` goes into the spans only (-1 will do). Never throws. The text's byte order mark is skipped.
[[nodiscard]] Document read(std::string_view text, FileId file, const Limits& limits = {});

}  // namespace kaoping::dsl::yaml
