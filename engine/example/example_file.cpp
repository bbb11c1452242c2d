// Reading examples: see example_file.hpp.

#include "engine/example/example_file.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

#include <fmt/format.h>

#include "dsl/diagnostic/suggest.hpp"
#include "dsl/source/text_file.hpp"
#include "engine/example/case_tree.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::engine {

namespace fs = std::filesystem;

namespace {

std::string did_you_mean(const std::string& name, const std::vector<std::string>& candidates) {
    const std::string near = dsl::nearest_name(name, candidates);
    return near.empty() ? "" : fmt::format("did you mean `{}`?", near);
}

/// By name; none if there is no such folder.
std::vector<fs::path> yaml_files(const fs::path& folder) {
    std::vector<fs::path> out;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder, none))
        if (entry.path().extension() == ".yaml" || entry.path().extension() == ".yml") out.push_back(entry.path());
    std::sort(out.begin(), out.end());
    return out;
}

class ExampleReader {
public:
    ExampleReader(dsl::SourceMap& sources, const dsl::Program& program, const Zone& zone, dsl::Diagnostics& out)
        : sources_(sources), program_(program), zone_(zone), out_(out) {
        for (std::size_t r = 0; r < program.rules.size(); ++r) rules_[program.rules[r].full_id].push_back(static_cast<int>(r));
    }

    std::vector<Example> read(dsl::FileId file, const BaseText& base_text) {
        const dsl::YamlReader yaml(sources_, file, out_);
        const dsl::yaml::View root = yaml.root_mapping("a file of examples");
        if (!root || !root.find("examples")) return {};  // a base
        yaml.check_keys(root, "file of examples", {file, 0, 0}, {{"base", true}, {"as_of", false}, {"examples", true}});
        const auto base_name = yaml.text(root.find("base"));
        if (!base_name) return {};
        const auto base = this->base(yaml, *base_name, base_text);
        if (!base) return {};
        const auto as_of = moment(yaml, root.find("as_of"));
        yaml.each_item(root.find("examples"), "a list of examples", [&](dsl::yaml::View item) { example(yaml, item, *base, as_of); });
        return std::move(examples_);
    }

private:
    std::optional<CaseTree> base(const dsl::YamlReader& yaml, const dsl::LocatedText& name, const BaseText& base_text) {
        auto text = base_text(name.text);
        if (!text) {
            yaml.error("K0803", name.span, fmt::format("cannot read the base `{}`: {}", name.text, text.error()), "name a whole case file in the same folder");
            return std::nullopt;
        }
        const dsl::FileId id = sources_.add(name.text, std::move(*text));
        const dsl::YamlReader base(sources_, id, out_);
        const dsl::yaml::View root = base.root_mapping("a case file");
        if (!root) return std::nullopt;
        return tree_of(root);
    }

    std::optional<std::int64_t> moment(const dsl::YamlReader& yaml, dsl::yaml::View value) {
        const auto text = yaml.text(value);
        if (!text) return std::nullopt;
        const auto parsed = parse_as_of(text->text, zone_);
        if (parsed) return *parsed;
        yaml.error("K0804", text->span, fmt::format("`{}` is no moment", text->text), std::string(timestamp_error_text(parsed.error())));
        return std::nullopt;
    }

    void example(const dsl::YamlReader& yaml, dsl::yaml::View item, const CaseTree& base, std::optional<std::int64_t> as_of) {
        if (!item.is_mapping()) return yaml.wrong_shape(item, "an example");
        yaml.check_keys(item, "example", item.span(), {{"name", true}, {"rule", true}, {"case"}, {"expect", true}, {"as_of"}, {"subject"}, {"overdue"}, {"reason"}});
        Example out;
        const auto name = yaml.text(item.find("name")), rule = yaml.text(item.find("rule")), expect = yaml.text(item.find("expect"));
        if (!name || !rule || !expect) return;
        out.name = *name;
        if (const auto own = moment(yaml, item.find("as_of"))) as_of = own;
        if (!as_of) return yaml.error("K0804", name->span, fmt::format("the example `{}` has no as-of moment", name->text), "write `as_of: 2026-03-31` in the example, or once for the file");
        out.as_of = *as_of;
        if (!find_rule(yaml, *rule, out) || !read_verdict(yaml, *expect, out)) return;
        const auto optional_text = [&](const char* key) {
            const auto text = yaml.text(item.find(key));
            return text ? std::optional(text->text) : std::nullopt;
        };
        out.subject = optional_text("subject");
        out.overdue = optional_text("overdue");
        out.reason = optional_text("reason");
        const dsl::yaml::View fragment = item.find("case");
        if (fragment && !fragment.is_null() && !fragment.is_mapping()) return yaml.wrong_shape(fragment, "a part of a case file");
        CaseTree merged = base;
        merge_case(merged, tree_of(fragment), program_.schema);
        out.case_text = to_yaml(merged);
        examples_.push_back(std::move(out));
    }

    bool find_rule(const dsl::YamlReader& yaml, const dsl::LocatedText& rule, Example& out) {
        const auto found = rules_.find(rule.text);
        if (found == rules_.end()) {
            std::vector<std::string> names;
            for (const auto& [id, versions] : rules_) names.push_back(id);
            yaml.error("K0801", rule.span, fmt::format("there is no rule `{}`", rule.text), did_you_mean(rule.text, names));
            return false;
        }
        out.rule = rule.text;
        out.versions = found->second;
        return true;
    }

    bool read_verdict(const dsl::YamlReader& yaml, const dsl::LocatedText& expect, Example& out) {
        std::vector<std::string> names;
        for (const Verdict verdict : all_verdicts) {
            if (verdict_name(verdict) == expect.text) {
                out.expect = verdict;
                out.expect_span = expect.span;
                return true;
            }
            names.emplace_back(verdict_name(verdict));
        }
        std::string help = did_you_mean(expect.text, names);
        if (help.empty()) help = fmt::format("one of {}", fmt::join(names, ", "));
        yaml.error("K0802", expect.span, fmt::format("`{}` is no verdict", expect.text), std::move(help));
        return false;
    }

    dsl::SourceMap& sources_;
    const dsl::Program& program_;
    const Zone& zone_;
    dsl::Diagnostics& out_;
    std::map<std::string, std::vector<int>> rules_;
    std::vector<Example> examples_;
};

}  // namespace

std::vector<Example> read_example_file(dsl::SourceMap& sources, dsl::FileId file, const BaseText& base_text, const dsl::Program& program,
                                       const Zone& zone, dsl::Diagnostics& out) {
    return ExampleReader(sources, program, zone, out).read(file, base_text);
}

std::vector<Example> read_examples(dsl::SourceMap& sources, const dsl::Program& program, const Zone& zone, dsl::Diagnostics& out) {
    std::vector<Example> all;
    for (const dsl::Pack& pack : program.packs) {
        const fs::path folder = fs::path(pack.folder) / "examples";
        for (const fs::path& path : yaml_files(folder)) {
            auto text = dsl::read_text_file(path.string());
            const dsl::FileId file = sources.add(path.string(), text ? std::move(*text) : std::string());
            if (!text) {
                out.push_back({"K0501", dsl::DiagnosticLevel::error, {file, 0, 0}, fmt::format("cannot read the examples `{}`: {}", path.string(), text.error()), {}, {}});
                continue;
            }
            const BaseText base_text = [&](const std::string& name) { return dsl::read_text_file((folder / name).string()); };
            for (Example& one : read_example_file(sources, file, base_text, program, zone, out)) all.push_back(std::move(one));
        }
    }
    return all;
}

}  // namespace kaoping::engine
