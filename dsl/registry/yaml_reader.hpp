#pragma once
// Asking a YAML tree for what a file should hold, with one diagnostic for each thing that is wrong.
//
// Every `read_…` of this folder goes through it, so that all files of a pack complain in the same words:
// unknown, missing and doubled keys, wrong shapes, bad dates. What was said once is not said again: an asked-for value that
// is of the wrong shape is reported and then treated as not given.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/diagnostic/diagnostic.hpp"
#include "dsl/registry/yaml_document.hpp"
#include "dsl/source/source.hpp"

namespace kaoping::dsl {

/// A text of a YAML file with the place where it stands.
struct LocatedText {
    std::string text;
    Span span;  ///< of the text itself, without quotes
    [[nodiscard]] bool empty() const { return text.empty(); }
};

/// A key that a mapping may have.
struct KeyRule {
    std::string name;
    bool required = false;
};

class YamlReader {
public:
    /// Parses a registered text and reports what is wrong with it as YAML. An empty file is reported unless allowed.
    YamlReader(const SourceMap& map, FileId file, Diagnostics& out, const yaml::Limits& limits = {});

    /// The root, a mapping; nothing if there is none (reported).
    [[nodiscard]] yaml::View root_mapping(std::string_view what) const;

    /// Reports keys that are unknown or missing. `owner` names the mapping: "source `CPL`"; `place` is where a missing key
    /// is reported.
    void check_keys(yaml::View mapping, std::string_view owner, Span place, const std::vector<KeyRule>& keys) const;

    // Each takes the value under a key (or nothing, then gives nothing) and reports a value of another shape.
    // `what` says what is expected: "a text", "a list of days". A null counts as not given.
    [[nodiscard]] std::optional<LocatedText> text(yaml::View value) const;
    [[nodiscard]] std::string text_or_empty(yaml::View value) const;
    [[nodiscard]] std::optional<std::int64_t> day(yaml::View value) const;
    [[nodiscard]] std::optional<std::int64_t> integer(yaml::View value, std::int64_t least) const;
    [[nodiscard]] std::optional<bool> truth(yaml::View value) const;
    void each_item(yaml::View value, std::string_view what, const std::function<void(yaml::View)>& use) const;
    void each_entry(yaml::View value, std::string_view what, const std::function<void(yaml::View key, yaml::View value)>& use) const;

    void error(std::string code, Span span, std::string message, std::string help = {}) const;
    void wrong_shape(yaml::View value, std::string_view expected) const;

    [[nodiscard]] const SourceMap& map() const { return map_; }
    [[nodiscard]] FileId file() const { return file_; }
    [[nodiscard]] Diagnostics& out() const { return out_; }
    /// The span inside the quotes of a scalar.
    [[nodiscard]] Span inner(yaml::View scalar) const;

private:
    const SourceMap& map_;
    FileId file_;
    Diagnostics& out_;
    yaml::Document document_;
};

/// Reports what is wrong with a document as YAML (the constructor of YamlReader does it).
void report_problems(const yaml::Document& document, Diagnostics& out);

}  // namespace kaoping::dsl
