// yaml-cpp's events to a flat tree: see yaml_document.hpp.

#include "dsl/registry/yaml_document.hpp"

#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <istream>
#include <map>
#include <optional>
#include <streambuf>
#include <unordered_map>

#include "dsl/registry/yaml_scalar.hpp"
#include "dsl/registry/yaml_usual.hpp"
#include "dsl/source/utf8.hpp"

namespace kaoping::dsl::yaml {

namespace {

/// Leaves the parser from inside an event; caught in read().
struct Stop {
    Problem problem;
};

/// yaml-cpp reads streams only; this one reads a text where it lies.
class TextBuffer : public std::streambuf {
public:
    explicit TextBuffer(std::string_view text) {
        char* begin = const_cast<char*>(text.data());  // streambuf's interface; nothing is written
        setg(begin, begin, begin + text.size());
    }
};

class Builder : public YAML::EventHandler {
public:
    Builder(std::string_view text, FileId file, std::uint32_t offset, const Limits& limits, Document& out)
        : text_(text), file_(file), offset_(offset), limits_(limits), out_(out) {}

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (documents_++ > 0) stop(ProblemKind::syntax, begin_of(mark), "the file holds a second document (after `---`)");
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        const std::size_t begin = begin_of(mark);
        const bool tilde = text_.substr(begin, 1) == "~";
        const bool word = begin + 4 <= text_.size() && (text_[begin] | 0x20) == 'n' && (text_[begin + 3] | 0x20) == 'l';
        place(add(NodeKind::null, mark, begin, begin + (tilde ? 1 : word ? 4 : 0)), anchor);
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        const auto found = anchors_.find(anchor);
        if (found == anchors_.end()) stop(ProblemKind::aliases, begin_of(mark), "this alias stands inside the value that it repeats");
        weigh(out_.nodes[found->second].weight, ProblemKind::aliases, begin_of(mark));
        attach(found->second, out_.nodes[found->second].weight);
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) override {
        check_tag(tag, mark);
        const Extent extent = scalar_extent(text_, begin_of(mark), value);
        if (!closed(extent)) stop(ProblemKind::syntax, extent.begin, "this quote is never closed");
        const std::uint32_t id = add(NodeKind::scalar, mark, extent.begin, extent.end);
        out_.nodes[id].text = value;
        out_.nodes[id].plain = tag == "?";
        place(id, anchor);
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
        open(NodeKind::sequence, mark, tag, anchor);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
        open(NodeKind::mapping, mark, tag, anchor);
    }
    void OnMapEnd() override {
        find_duplicates(out_.nodes[open_.back().id]);
        close();
    }

private:
    struct Open {
        std::uint32_t id;
        YAML::anchor_t anchor;
    };

    std::size_t begin_of(const YAML::Mark& mark) const {
        return mark.pos < 0 ? 0 : std::min(static_cast<std::size_t>(mark.pos), text_.size());
    }
    Span span(std::size_t begin, std::size_t end) const {
        return {file_, static_cast<std::uint32_t>(begin) + offset_, static_cast<std::uint32_t>(end) + offset_};
    }
    [[noreturn]] void stop(ProblemKind kind, std::size_t at, std::string message) const {
        throw Stop{{kind, span(at, std::min(at + 1, text_.size())), {}, std::move(message)}};
    }
    /// yaml-cpp takes the end of the file for a closing quote.
    bool closed(Extent scalar) const {
        const char first = scalar.begin < text_.size() ? text_[scalar.begin] : ' ';
        return (first != '"' && first != '\'') || inner_extent(text_, scalar).begin != scalar.begin;
    }
    void check_tag(const std::string& tag, const YAML::Mark& mark) const {
        if (!tag.empty() && tag != "?" && tag != "!" && tag != "tag:yaml.org,2002:str")
            stop(ProblemKind::syntax, begin_of(mark), "tags are not used here");
    }
    void weigh(std::uint64_t more, ProblemKind kind, std::size_t at) {
        weight_ += more;
        if (weight_ <= limits_.nodes) return;
        stop(kind, at, kind == ProblemKind::aliases ? "the aliases of this file expand to too many values" : "the file holds too many values");
    }

    std::uint32_t add(NodeKind kind, const YAML::Mark& mark, std::size_t begin, std::size_t end) {
        weigh(1, ProblemKind::size, begin);
        Node node;
        node.kind = kind;
        node.span = span(begin, end);
        node.line = static_cast<std::uint32_t>(mark.line + 1);
        node.column = column_of(mark);
        out_.nodes.push_back(std::move(node));
        return static_cast<std::uint32_t>(out_.nodes.size() - 1);
    }

    /// Marks count columns in bytes. Events come in the order of the text, so the width of a line is summed up piece by
    /// piece: a line of many megabytes is measured once.
    std::uint32_t column_of(const YAML::Mark& mark) {
        const std::size_t at = begin_of(mark);
        if (mark.line != column_line_ || at < column_at_) {
            column_line_ = mark.line;
            column_at_ = at - std::min(at, static_cast<std::size_t>(std::max(mark.column, 0)));
            column_ = 1;
        }
        column_ += static_cast<std::uint32_t>(display_width(text_.substr(column_at_, at - column_at_)));
        column_at_ = at;
        return column_;
    }

    void place(std::uint32_t id, YAML::anchor_t anchor) {
        if (anchor != YAML::NullAnchor) anchors_[anchor] = id;
        attach(id, out_.nodes[id].weight);
    }

    /// Hangs a finished node under the list or mapping that is open.
    void attach(std::uint32_t id, std::uint64_t weight) {
        if (open_.empty()) {
            out_.root = id;
            return;
        }
        Node& parent = out_.nodes[open_.back().id];
        const Node& child = out_.nodes[id];
        const bool is_key = parent.kind == NodeKind::mapping && parent.items.size() % 2 == 0;
        if (is_key && child.kind != NodeKind::scalar) stop(ProblemKind::syntax, child.span.begin - offset_, "a key must be a text");
        parent.items.push_back(id);
        parent.weight += weight;
        if (child.span.begin >= parent.span.begin) parent.span.end = std::max(parent.span.end, child.span.end);
    }

    void open(NodeKind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
        check_tag(tag, mark);
        const std::size_t begin = begin_of(mark);
        if (open_.size() >= limits_.depth)
            stop(ProblemKind::depth, begin, "lists and mappings are nested deeper than " + std::to_string(limits_.depth));
        open_.push_back({add(kind, mark, begin, std::min(begin + 1, text_.size())), anchor});
    }

    void close() {
        const Open done = open_.back();
        open_.pop_back();
        place(done.id, done.anchor);
    }

    void find_duplicates(const Node& mapping) {
        std::unordered_map<std::string_view, std::uint32_t> seen;
        for (std::size_t i = 0; i + 1 < mapping.items.size(); i += 2) {
            const Node& key = out_.nodes[mapping.items[i]];
            const auto [first, is_new] = seen.emplace(key.text, mapping.items[i]);
            if (is_new) continue;
            out_.problems.push_back({ProblemKind::duplicate_key, key.span, out_.nodes[first->second].span,
                                     "the key `" + key.text + "` stands twice in this mapping"});
        }
    }

    std::string_view text_;
    FileId file_;
    std::uint32_t offset_;  ///< of text_ in the registered text (a byte order mark is left out)
    const Limits& limits_;
    Document& out_;
    std::vector<Open> open_;
    std::map<YAML::anchor_t, std::uint32_t> anchors_;
    std::uint64_t weight_ = 0;
    int documents_ = 0;
    int column_line_ = -1;
    std::size_t column_at_ = 0;
    std::uint32_t column_ = 1;
};

/// The first byte that YAML does not allow (yaml-cpp would take some of them for the end of the file).
std::size_t first_control(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F) return i;
    }
    return std::string_view::npos;
}

std::optional<Problem> refuse(std::string_view text, FileId file, const Limits& limits) {
    const auto at = [&](std::size_t offset) {
        return Span{file, static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(std::min(offset + 1, text.size()))};
    };
    if (text.size() > limits.bytes)
        return Problem{ProblemKind::size, at(0), {}, "the file has more than " + std::to_string(limits.bytes) + " bytes"};
    if (const std::size_t bad = first_invalid_utf8(text); bad != std::string_view::npos)
        return Problem{ProblemKind::encoding, at(bad), {}, "this byte is no UTF-8"};
    if (const std::size_t bad = first_control(text); bad != std::string_view::npos)
        return Problem{ProblemKind::encoding, at(bad), {}, "a control character stands here"};
    return std::nullopt;
}

void parse(std::string_view text, FileId file, std::uint32_t offset, const Limits& limits, Document& out) {
    const auto here = [&](std::size_t pos) {
        pos = std::min(pos, text.size());
        return Span{file, static_cast<std::uint32_t>(pos) + offset, static_cast<std::uint32_t>(std::min(pos + 1, text.size())) + offset};
    };
    try {
        TextBuffer buffer(text);
        std::istream stream(&buffer);
        YAML::Parser parser(stream);
        Builder builder(text, file, offset, limits, out);
        while (parser.HandleNextDocument(builder)) {}
    } catch (const Stop& stop) {
        out.problems.push_back(stop.problem);
    } catch (const YAML::DeepRecursion& e) {
        out.problems.push_back({ProblemKind::depth, here(e.mark.pos < 0 ? 0 : static_cast<std::size_t>(e.mark.pos)), {},
                                "lists and mappings are nested too deeply"});
    } catch (const YAML::Exception& e) {
        out.problems.push_back({ProblemKind::syntax, here(e.mark.pos < 0 ? 0 : static_cast<std::size_t>(e.mark.pos)), {}, e.msg});
    }
}

}  // namespace

bool Document::readable() const {
    for (const Problem& problem : problems)
        if (problem.fatal()) return false;
    return true;
}

View Document::view() const { return empty() || !readable() ? View() : View(*this, root); }

std::size_t View::size() const {
    if (!document_) return 0;
    return is_mapping() ? node().items.size() / 2 : node().items.size();
}

View View::find(std::string_view name) const {
    if (!document_ || !is_mapping()) return {};
    for (std::size_t i = 0; i < size(); ++i)
        if (key(i).text() == name) return value(i);
    return {};
}

Document read(std::string_view text, FileId file, const Limits& limits) {
    Document out;
    if (const auto problem = refuse(text, file, limits)) {
        out.problems.push_back(*problem);
        return out;
    }
    const bool marked = text.substr(0, 3) == "\xEF\xBB\xBF";
    const std::uint32_t offset = marked ? 3 : 0;
    if (marked) text.remove_prefix(3);
    if (read_usual(text, file, offset, limits, out)) return out;
    out = {};
    parse(text, file, offset, limits, out);
    return out;
}

}  // namespace kaoping::dsl::yaml
