// YAML cases: see decode_case.hpp.

#include "dsl/registry/yaml_document.hpp"
#include "engine/casefile/decode_case.hpp"
#include "engine/casefile/record_decoder.hpp"

namespace kaoping::engine {

namespace {

namespace yaml = dsl::yaml;

class YamlNode {
public:
    YamlNode(yaml::View view, CellPlace place) : view_(view), place_(place) {}

    [[nodiscard]] bool is_null() const { return view_.is_null(); }
    [[nodiscard]] bool is_object() const { return view_.is_mapping(); }
    [[nodiscard]] bool is_list() const { return view_.is_sequence(); }
    [[nodiscard]] CellPlace place() const { return place_; }

    using Walked = bool;  // always whole: the tree stands
    [[nodiscard]] bool take(Scalar& out) const {
        out = view_.is_scalar() ? Scalar{view_.node().plain ? Scalar::Kind::plain : Scalar::Kind::text, view_.text(), place_} : Scalar{Scalar::Kind::other, {}, place_};
        return true;
    }
    [[nodiscard]] static bool pass() { return true; }

    /// Values of YAML have places, which only `any` keeps.
    template <typename Any>
    bool each_field(RecordKeys& keys, std::int32_t, Any&& any) {
        for (std::size_t i = 0; i < view_.size(); ++i) {
            const std::string_view name = view_.key(i).text();
            const RecordKey key = keys.key(name);
            if (!key.passed_over() && !any(key, name, of(view_.value(i)))) return false;
        }
        return true;
    }
    template <typename Use>
    bool each_item(Use&& use) {
        for (std::size_t i = 0; i < view_.size(); ++i)
            if (!use(of(view_.at(i)))) return false;
        return true;
    }

private:
    static YamlNode of(yaml::View view) { return {view, {view.node().line, view.node().column}}; }

    yaml::View view_;
    CellPlace place_;
};

/// Line and column of a problem inside the text.
DecodeProblem problem_of(std::string_view text, const yaml::Problem& problem) {
    DecodeProblem out{1, 1, problem.message};
    const std::size_t offset = std::min<std::size_t>(problem.span.begin, text.size());
    std::size_t line_begin = 0;
    for (std::size_t i = 0; i < offset; ++i)
        if (text[i] == '\n') {
            ++out.line;
            line_begin = i + 1;
        }
    out.column = static_cast<std::uint32_t>(dsl::display_width(text.substr(line_begin, offset - line_begin))) + 1;
    return out;
}

}  // namespace

std::optional<DecodeProblem> decode_yaml(std::string_view text, bool strict, const ReadOptions& options, CaseWriter& writer, std::int32_t case_row, CaseBatch& batch) {
    yaml::Limits limits;
    limits.bytes = options.max_case_bytes;
    // The tree's texts are what the columns point into, so it lives as long as the batch.
    auto document = std::make_shared<yaml::Document>(yaml::read(text, -1, limits));
    for (const yaml::Problem& problem : document->problems)
        if (problem.fatal()) return problem_of(text, problem);
    if (document->empty()) return DecodeProblem{0, 0, "the file is empty: it holds no case"};
    const yaml::View root = document->view();
    if (!root.is_mapping()) return DecodeProblem{root.node().line, root.node().column, "a case is a mapping of fields"};
    batch.memory.push_back(document);
    const YamlNode node(root, {root.node().line, root.node().column});
    (void)RecordDecoder<YamlNode>(writer).whole_case(case_row, node, strict);
    return std::nullopt;
}

}  // namespace kaoping::engine
