// The scheme of a year as YAML: see combination.hpp.

#include "engine/score/combination.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "dsl/source/hash.hpp"
#include "engine/score/scheme_values.hpp"

namespace kaoping::engine {

namespace {

using dsl::yaml::View;

constexpr std::array<std::pair<std::string_view, MissingKind>, 2> missing_words{
    {{"redistribute", MissingKind::redistribute}, {"zero", MissingKind::zero}}};

void read_kinds(const dsl::YamlReader& reader, const SchemeValues& values, View value, std::vector<EvaluationKind>& to) {
    reader.each_entry(value, "kinds of evaluation like `quarterly: {weight: 40}`", [&](View key, View entry) {
        if (!entry.is_mapping()) return reader.wrong_shape(entry, "a mapping like {weight: 40}");
        reader.check_keys(entry, fmt::format("kind `{}`", key.text()), key.span(), {{"weight", true}, {"missing"}});
        EvaluationKind kind{key.text()};
        values.amount(entry.find("weight"), kind.weight);
        values.choice(entry.find("missing"), missing_words, kind.missing);
        to.push_back(std::move(kind));
    });
    if (value.is_mapping() && std::all_of(to.begin(), to.end(), [](const EvaluationKind& kind) { return kind.weight == 0; }))
        reader.error("K0546", value.span(), "nothing is combined: no kind of evaluation has a weight",
                     "name the kinds with their weights: `quarterly: {weight: 40}`");
}

}  // namespace

int Combination::kind(std::string_view name) const {
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (kinds[i].name == name) return static_cast<int>(i);
    return -1;
}

std::string Combination::grade_of(std::int64_t score) const {
    for (const Grade& grade : grades)
        if (score >= grade.from) return grade.name;
    return {};
}

Combination read_combination(const dsl::SourceMap& sources, dsl::FileId file, dsl::Diagnostics& out) {
    const dsl::YamlReader reader(sources, file, out);
    const SchemeValues values(reader);
    Combination combination;
    const View root = reader.root_mapping("a scheme that combines evaluations");
    if (!root) return combination;
    if (!root.find("combine")) {
        reader.error("K0545", {file, 0, 0}, "this scheme scores cases; it combines no evaluations",
                     "evaluate cases by it, and give `kaoping year-end` one like rules/schemes/year-end.yaml");
        return combination;
    }
    reader.check_keys(root, "a scheme that combines evaluations", {file, 0, 0}, {{"scheme", true}, {"combine", true}, {"grades"}, {"veto"}, {"bonus"}});
    combination.id = reader.text_or_empty(root.find("scheme"));
    read_kinds(reader, values, root.find("combine"), combination.kinds);
    values.grades(root.find("grades"), combination.grades);
    values.bonus_cap(root.find("bonus"), combination.bonus_cap);
    const View veto = root.find("veto");
    if (values.mapping(veto, "a mapping like {unit: below_standard, needs_confirmation: true}")) {
        reader.check_keys(veto, "`veto`", veto.span(), {{"unit"}, {"needs_confirmation"}});
        if (const auto confirm = reader.truth(veto.find("needs_confirmation"))) combination.veto_needs_confirmation = *confirm;
        values.veto_grade(veto.find("unit"), combination.grades, combination.unit_veto_grade);
    }
    combination.hash = dsl::hash_text(sources.file(file).text());
    return combination;
}

}  // namespace kaoping::engine
