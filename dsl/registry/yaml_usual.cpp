// The usual YAML to a flat tree: see yaml_usual.hpp. Every function returns false to give up; nobody goes on then.

#include "dsl/registry/yaml_usual.hpp"

#include <algorithm>

namespace kaoping::dsl::yaml {

namespace {

bool letter_or_digit(char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }
bool beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

/// What YAML reads as no value.
bool is_null_word(std::string_view text) { return text == "~" || text == "null" || text == "Null" || text == "NULL"; }

class UsualReader {
public:
    UsualReader(std::string_view text, FileId file, std::uint32_t offset, const Limits& limits, Document& out)
        : text_(text), file_(file), offset_(offset), limits_(limits), out_(out) {}

    bool run() {
        if (text_.find('\t') != std::string_view::npos || text_.find('\r') != std::string_view::npos) return false;
        if (!to_content()) return true;  // nothing but comments
        out_.nodes.reserve(std::min(text_.size() / 16, limits_.nodes));  // moving nodes as they grow in number costs more
        std::uint32_t root = 0;
        if (column() != 0 || !block(0, root)) return false;
        out_.root = root;
        return at_ == text_.size();
    }

private:
    // ---- bytes and lines --------------------------------------------------------------------------------------------------

    [[nodiscard]] char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\n'; }
    [[nodiscard]] std::size_t column() const { return at_ - line_begin_; }
    [[nodiscard]] bool at_dash() const { return peek() == '-' && (peek(1) == ' ' || peek(1) == '\n'); }
    void skip_blanks() {
        while (peek() == ' ') ++at_;
    }

    /// From the end of a value to the next line with content, or the end of the text. A comment needs a blank before it.
    /// False: something else stands on this line, or it is the end.
    bool to_content() {
        while (at_ < text_.size()) {
            skip_blanks();
            if (peek() == '#' && (at_ == line_begin_ || text_[at_ - 1] == ' ')) at_ = std::min(text_.find('\n', at_), text_.size());
            if (at_ == text_.size() || text_[at_] != '\n') break;
            ++at_;
            ++line_;
            line_begin_ = at_;
        }
        return at_ < text_.size();
    }

    /// Leaves the line of a value that is done.
    bool end_line() {
        const std::uint32_t line = line_;
        return !to_content() || line_ != line;
    }

    // ---- nodes --------------------------------------------------------------------------------------------------------------

    [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
        return {file_, static_cast<std::uint32_t>(begin) + offset_, static_cast<std::uint32_t>(end) + offset_};
    }

    /// A node at a place of the current line. Nodes of a line come from left to right, so its width is summed up piece by piece.
    bool add(NodeKind kind, std::size_t begin, std::size_t end, std::uint32_t& id) {
        if (out_.nodes.size() >= limits_.nodes) return false;
        if (width_line_ != line_) {
            width_line_ = line_;
            width_at_ = line_begin_;
            width_ = 1;
        }
        if (begin > width_at_) {
            width_ += static_cast<std::uint32_t>(display_width(text_.substr(width_at_, begin - width_at_)));
            width_at_ = begin;
        }
        id = static_cast<std::uint32_t>(out_.nodes.size());
        Node& node = out_.nodes.emplace_back();
        node.kind = kind;
        node.span = span(begin, end);
        node.line = line_ + 1;
        node.column = width_;
        return true;
    }

    bool open(NodeKind kind, std::uint32_t& id) {
        if (++depth_ > limits_.depth) return false;
        return add(kind, at_, std::min(at_ + 1, text_.size()), id);
    }

    void attach(std::uint32_t parent_id, std::uint32_t child_id) {
        Node& parent = out_.nodes[parent_id];
        const Node& child = out_.nodes[child_id];
        parent.items.push_back(child_id);
        parent.weight += child.weight;
        parent.span.end = std::max(parent.span.end, child.span.end);
    }

    /// Ends a collection. A key that stands twice is yaml-cpp's to report.
    bool close(std::uint32_t id) {
        --depth_;
        const Node& node = out_.nodes[id];
        if (node.kind != NodeKind::mapping) return true;
        keys_.clear();
        for (std::size_t i = 0; i < node.items.size(); i += 2) keys_.push_back(out_.nodes[node.items[i]].text);
        std::sort(keys_.begin(), keys_.end());
        return std::adjacent_find(keys_.begin(), keys_.end()) == keys_.end();
    }

    // ---- scalars ------------------------------------------------------------------------------------------------------------

    bool scalar(bool in_flow, std::uint32_t& id) {
        if (peek() == '"') return double_quoted(id);
        if (peek() == '\'') return single_quoted(id);
        return plain(in_flow, id);
    }

    bool plain(bool in_flow, std::uint32_t& id) {
        const char first = peek();
        const bool sign = first == '-' && letter_or_digit(peek(1));
        const bool path = first == '.' && at_ != line_begin_;  // `../sources.yaml`; at the beginning of a line `...` ends all
        if (!letter_or_digit(first) && !beyond_ascii(first) && !sign && !path && std::string_view("_/+<($=~").find(first) == std::string_view::npos) return false;
        const std::size_t begin = at_;
        for (; peek() != '\n'; ++at_) {
            const char c = peek();
            if (c == '#' && text_[at_ - 1] == ' ') break;
            if (c == ':' && (peek(1) == ' ' || peek(1) == '\n')) break;
            if (!in_flow) continue;
            if (c == ',' || c == ']' || c == '}') break;
            if (c == '[' || c == '{' || c == '?') return false;
            if (c == ':' && std::string_view(",[]{}").find(peek(1)) != std::string_view::npos) return false;
        }
        std::size_t end = at_;
        while (text_[end - 1] == ' ') --end;
        const std::string_view value = text_.substr(begin, end - begin);
        const bool null = is_null_word(value);
        if (!add(null ? NodeKind::null : NodeKind::scalar, begin, end, id)) return false;
        if (!null) out_.nodes[id].text = value;
        return true;
    }

    bool quoted(std::size_t begin, std::string value, std::uint32_t& id) {
        if (!add(NodeKind::scalar, begin, at_, id)) return false;
        out_.nodes[id].plain = false;
        out_.nodes[id].text = std::move(value);
        return true;
    }

    bool double_quoted(std::uint32_t& id) {
        const std::size_t begin = at_++;
        std::string value;
        while (peek() != '"') {
            const std::size_t piece = at_;
            while (peek() != '"' && peek() != '\\' && peek() != '\n') ++at_;
            value.append(text_, piece, at_ - piece);
            if (peek() == '\n') return false;
            if (peek() != '\\') continue;
            const char escaped = peek(1);
            if (escaped != '"' && escaped != '\\' && escaped != 'n' && escaped != 't') return false;
            value += escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped;
            at_ += 2;
        }
        ++at_;
        return quoted(begin, std::move(value), id);
    }

    bool single_quoted(std::uint32_t& id) {
        const std::size_t begin = at_++;
        const std::size_t end = text_.find_first_of("'\n", at_);
        if (end == std::string_view::npos || text_[end] != '\'' || text_.substr(end + 1, 1) == "'") return false;
        std::string value(text_.substr(at_, end - at_));
        at_ = end + 1;
        return quoted(begin, std::move(value), id);
    }

    // ---- flow collections: [a, b], {a: 1} -------------------------------------------------------------------------------------

    /// To the next sign inside brackets; it may stand on another line, though not at its beginning (`---` would end all).
    bool flow_gap() {
        const std::uint32_t line = line_;
        return to_content() && (line_ == line || column() > 0);
    }

    bool flow_value(std::uint32_t& id) {
        if (peek() == '[' || peek() == '{') return flow(id);
        return scalar(true, id);
    }

    bool flow(std::uint32_t& id) {
        const bool mapping = peek() == '{';
        const char end = mapping ? '}' : ']';
        if (!open(mapping ? NodeKind::mapping : NodeKind::sequence, id)) return false;
        ++at_;
        if (!flow_gap()) return false;
        while (peek() != end) {
            if (mapping ? !flow_entry(id) : !flow_item(id)) return false;
            if (!flow_gap()) return false;
            if (peek() == end) break;
            if (peek() != ',') return false;
            ++at_;
            if (!flow_gap() || peek() == end) return false;
        }
        ++at_;
        return close(id);
    }

    bool flow_item(std::uint32_t parent) {
        std::uint32_t item = 0;
        if (!flow_value(item)) return false;
        attach(parent, item);
        return true;
    }

    bool flow_entry(std::uint32_t parent) {
        std::uint32_t key = 0;
        if (!scalar(true, key) || !colon(key) || peek(1) != ' ') return false;
        attach(parent, key);
        ++at_;
        return flow_gap() && flow_item(parent);
    }

    /// Does a colon stand behind a key that was read?
    bool colon(std::uint32_t key) {
        skip_blanks();
        const Node& node = out_.nodes[key];
        return peek() == ':' && node.kind == NodeKind::scalar && node.span.end - node.span.begin < max_key;
    }

    // ---- blocks -------------------------------------------------------------------------------------------------------------

    /// What begins at the current column of the first line of a block: a list, a mapping.
    bool block(std::size_t indent, std::uint32_t& id) { return at_dash() ? block_list(indent, id) : block_mapping(indent, id); }

    bool block_list(std::size_t indent, std::uint32_t& id) {
        if (!open(NodeKind::sequence, id)) return false;
        while (at_ < text_.size() && column() == indent && at_dash()) {
            const std::uint32_t line = line_;
            ++at_;
            if (!to_content() || column() <= indent) return false;  // an item without a value
            std::uint32_t item = 0;
            if (line_ != line ? !block(column(), item) : !list_item(indent, item)) return false;
            attach(id, item);
        }
        return left(indent) && close(id);
    }

    /// Behind the dash: a collection or scalar of the line, or the first key of a mapping.
    bool list_item(std::size_t indent, std::uint32_t& id) {
        if (at_dash()) return false;
        if (peek() == '[' || peek() == '{') return flow(id) && end_line() && left(indent);
        if (!is_key_ahead()) return scalar(false, id) && end_line() && left(indent);
        return block_mapping(column(), id);
    }

    /// Is the scalar that begins here a key? It is read to know and forgotten.
    bool is_key_ahead() {
        const std::size_t at = at_, nodes = out_.nodes.size();
        std::uint32_t id = 0;
        const bool key = scalar(false, id) && colon(id);
        out_.nodes.resize(nodes);
        at_ = at;
        return key;
    }

    bool block_mapping(std::size_t indent, std::uint32_t& id) {
        if (!open(NodeKind::mapping, id)) return false;
        while (at_ < text_.size() && column() == indent && !at_dash()) {
            std::uint32_t key = 0, value = 0;
            if (!scalar(false, key) || !colon(key) || (peek(1) != ' ' && peek(1) != '\n')) return false;
            ++at_;
            attach(id, key);
            if (!block_value(indent, value)) return false;
            attach(id, value);
        }
        return left(indent) && close(id);
    }

    /// Behind `key:`: a value of the line, or a block below. A list may stand right under its key.
    bool block_value(std::size_t indent, std::uint32_t& id) {
        const std::uint32_t line = line_;
        if (!to_content()) return false;
        if (line_ == line) {
            const bool read = peek() == '[' || peek() == '{' ? flow(id) : scalar(false, id);
            return read && end_line() && left(indent);
        }
        if (column() > indent) return block(column(), id);
        return column() == indent && at_dash() && block_list(indent, id);
    }

    /// Nothing may stand deeper behind what ended: it would go on with it.
    [[nodiscard]] bool left(std::size_t indent) const { return at_ == text_.size() || column() <= indent; }

    static constexpr std::uint32_t max_key = 1000;  ///< bytes; YAML's own limit is a little above

    std::string_view text_;
    FileId file_;
    std::uint32_t offset_;
    const Limits& limits_;
    Document& out_;
    std::size_t at_ = 0, line_begin_ = 0, depth_ = 0;
    std::uint32_t line_ = 0;
    std::uint32_t width_line_ = UINT32_MAX, width_ = 1;
    std::size_t width_at_ = 0;
    std::vector<std::string_view> keys_;  ///< scratch of close
};

}  // namespace

bool read_usual(std::string_view text, FileId file, std::uint32_t offset, const Limits& limits, Document& out) {
    return UsualReader(text, file, offset, limits, out).run();
}

}  // namespace kaoping::dsl::yaml
