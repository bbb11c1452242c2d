// Scoring schemes as YAML: see scheme.hpp.

#include "engine/score/scheme.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "dsl/diagnostic/suggest.hpp"
#include "dsl/source/hash.hpp"
#include "engine/score/scheme_values.hpp"

namespace kaoping::engine {

namespace {

using dsl::YamlReader;
using dsl::yaml::View;

constexpr std::array<std::pair<std::string_view, ScoreModel>, 5> models{{{"deduction", ScoreModel::deduction},
                                                                         {"weighted", ScoreModel::weighted},
                                                                         {"flat", ScoreModel::flat},
                                                                         {"flat-unweighted", ScoreModel::flat_unweighted},
                                                                         {"absolute", ScoreModel::absolute}}};
constexpr std::array<std::pair<std::string_view, NotApplicablePoints>, 2> not_applicable_words{
    {{"redistribute", NotApplicablePoints::redistribute}, {"full_marks", NotApplicablePoints::full_marks}}};
constexpr std::array<std::pair<std::string_view, UndeterminedPoints>, 3> undetermined_words{
    {{"interval", UndeterminedPoints::interval},
     {"no_deduction", UndeterminedPoints::no_deduction},
     {"full_deduction", UndeterminedPoints::full_deduction}}};
constexpr std::array<std::pair<std::string_view, bool>, 2> veto_words{{{"score_0", true}, {"none", false}}};
constexpr std::array<std::pair<std::string_view, bool>, 1> aggregate_words{{{"mean", true}}};

/// Reads one scheme; every member takes the value under one key.
class SchemeReader {
public:
    SchemeReader(const YamlReader& reader, const dsl::Program& program) : reader_(reader), values_(reader), program_(program) {}

    Scheme read(View root) {
        reader_.check_keys(root, "a scheme", {reader_.file(), 0, 0},
                           {{"scheme", true}, {"start"}, {"floor"}, {"model"}, {"standards"}, {"rules"}, {"not_applicable"},
                            {"undetermined"}, {"grades"}, {"veto"}, {"bonus"}, {"unit"}, {"indicators"}, {"accountability"},
                            {"rectification"}, {"objection"}});
        scheme_.id = reader_.text_or_empty(root.find("scheme"));
        values_.amount(root.find("start"), scheme_.start);
        values_.amount(root.find("floor"), scheme_.floor);
        values_.choice(root.find("model"), models, scheme_.model);
        values_.choice(root.find("not_applicable"), not_applicable_words, scheme_.not_applicable);
        values_.choice(root.find("undetermined"), undetermined_words, scheme_.undetermined);
        read_standards(root.find("standards"));
        read_weights(root.find("rules"));
        values_.grades(root.find("grades"), scheme_.grades);
        read_veto(root.find("veto"));
        values_.bonus_cap(root.find("bonus"), scheme_.bonus_cap);
        read_unit(root.find("unit"));
        read_objection(root.find("objection"));
        scheme_.indicators = read_indicators(reader_, values_, root.find("indicators"));
        scheme_.accountability = read_accountability(reader_, values_, root.find("accountability"));
        read_rectification(root.find("rectification"));
        if (scheme_.floor > scheme_.start)
            reader_.error("K0541", root.find("floor").span(), "the floor is above the start",
                          "a score begins at `start` and never falls below `floor`");
        return std::move(scheme_);
    }

private:
    /// `key: { <name>: amount }` for each known full id.
    void amounts_by_id(View value, std::string_view what, const std::string& name, const std::vector<std::string>& known,
                       std::map<std::string, std::int64_t>& to) const {
        reader_.each_entry(value, fmt::format("{}s by their full ids", what), [&](View key, View entry) {
            if (std::find(known.begin(), known.end(), key.text()) == known.end()) return unknown_id(key, what, known);
            if (!entry.is_mapping()) return reader_.wrong_shape(entry, fmt::format("a mapping like {{{}: 15}}", name));
            reader_.check_keys(entry, fmt::format("{} `{}`", what, key.text()), key.span(), {{name, true}});
            std::int64_t number = 0;
            values_.amount(entry.find(name), number);
            to[key.text()] = number;
        });
    }

    void unknown_id(View key, std::string_view what, const std::vector<std::string>& known) const {
        const std::string near = dsl::nearest_name(key.text(), known);
        reader_.error("K0542", key.span(), fmt::format("the packs of this run have no {} `{}`", what, key.text()),
                      near.empty() ? "write the full id, with the pack's in front" : fmt::format("did you mean `{}`?", near));
    }

    void read_standards(View value) {
        std::vector<std::string> known;
        for (const dsl::Standard& standard : program_.standards) known.push_back(standard.full_id);
        amounts_by_id(value, "standard", "points", known, scheme_.standard_points);
    }

    void read_weights(View value) {
        std::vector<std::string> known;
        for (const dsl::Rule& rule : program_.rules) known.push_back(rule.full_id);
        amounts_by_id(value, "rule", "weight", known, scheme_.rule_weights);
    }

    void read_veto(View value) {
        if (!values_.mapping(value, "a mapping like {case: score_0, needs_confirmation: true}")) return;
        reader_.check_keys(value, "`veto`", value.span(), {{"case"}, {"unit"}, {"needs_confirmation"}});
        values_.choice(value.find("case"), veto_words, scheme_.case_veto);
        if (const auto confirm = reader_.truth(value.find("needs_confirmation"))) scheme_.veto_needs_confirmation = *confirm;
        values_.veto_grade(value.find("unit"), scheme_.grades, scheme_.unit_veto_grade);
    }

    void read_objection(View value) {
        if (!values_.mapping(value, "a mapping like {within: 3 days, decision_within: 3 working days}")) return;
        reader_.check_keys(value, "`objection`", value.span(), {{"within"}, {"decision_within"}});
        values_.time_limit(value.find("within"), scheme_.objection.within);
        values_.time_limit(value.find("decision_within"), scheme_.objection.decision_within);
    }

    void read_rectification(View value) {
        if (!values_.mapping(value, "a mapping like {days: 30}")) return;
        reader_.check_keys(value, "`rectification`", value.span(), {{"days", true}});
        if (const auto days = reader_.integer(value.find("days"), 1)) scheme_.rectification_days = *days;
    }

    void read_unit(View value) {
        if (!values_.mapping(value, "a mapping like {aggregate: mean, by: [unit]}")) return;
        reader_.check_keys(value, "`unit`", value.span(), {{"aggregate"}, {"by"}});
        bool mean = true;
        values_.choice(value.find("aggregate"), aggregate_words, mean);
        if (!value.find("by")) return;
        scheme_.aggregate_by.clear();
        reader_.each_item(value.find("by"), "a list of fields of the case", [&](View item) {
            const auto name = reader_.text(item);
            if (!name) return;
            if (aggregate_field(program_.schema, name->text) < 0)
                reader_.error("K0544", name->span, fmt::format("cases cannot be grouped by `{}`", name->text),
                              "name a field of the case that holds a text, an enum, a truth value or a reference");
            scheme_.aggregate_by.push_back(name->text);
        });
    }

    const YamlReader& reader_;
    const SchemeValues values_;
    const dsl::Program& program_;
    Scheme scheme_;
};

}  // namespace

std::string_view model_name(ScoreModel model) {
    for (const auto& [word, meaning] : models)
        if (meaning == model) return word;
    return "deduction";
}

std::int64_t Scheme::points_of(const dsl::Standard& standard) const {
    const auto given = standard_points.find(standard.full_id);
    return standard.tailored || given == standard_points.end() ? standard.points : given->second;
}

std::int64_t Scheme::weight_of(const std::string& rule_id) const {
    const auto found = rule_weights.find(rule_id);
    return found == rule_weights.end() ? dsl::number_scale : found->second;
}

std::string Scheme::grade_of(std::int64_t score) const {
    for (const Grade& grade : grades)
        if (score >= grade.from) return grade.name;
    return {};
}

const Indicator* Scheme::indicator(std::string_view name) const {
    for (const Indicator& one : indicators)
        if (one.name == name) return &one;
    return nullptr;
}

int aggregate_field(const dsl::Schema& schema, const std::string& name) {
    const dsl::Record& record = schema.records[static_cast<std::size_t>(schema.case_record)];
    int field = record.field(name);
    if (field < 0 && name == "unit") field = schema.unit_field;
    if (field < 0) return -1;
    switch (record.fields[static_cast<std::size_t>(field)].type.kind) {
        case dsl::Kind::text:
        case dsl::Kind::enumeration:
        case dsl::Kind::boolean:
        case dsl::Kind::reference: return field;
        default: return -1;
    }
}

Scheme read_scheme(const dsl::SourceMap& sources, dsl::FileId file, const dsl::Program& program, dsl::Diagnostics& out) {
    const YamlReader reader(sources, file, out);
    const View root = reader.root_mapping("a scoring scheme");
    if (!root) return {};
    for (std::size_t i = 0; i < root.size(); ++i) {
        if (root.key(i).text() != "combine") continue;
        reader.error("K0545", root.key(i).span(), "this scheme combines the results of evaluations; it does not score cases",
                     "evaluate by a scheme like rules/schemes/quarterly.yaml, and give this one to `kaoping year-end`");
        return {};
    }
    Scheme scheme = SchemeReader(reader, program).read(root);
    scheme.hash = dsl::hash_text(sources.file(file).text());
    return scheme;
}

}  // namespace kaoping::engine
