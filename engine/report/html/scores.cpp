// Scores by group, vetoes, lowest cases: see sections.hpp.

#include <algorithm>
#include <tuple>

#include "engine/report/html/sections.hpp"

namespace kaoping::engine::html {

namespace {

std::string group_value(const Sources& from, std::size_t column, const std::string& value) {
    const auto fields = from.texts.group_fields();
    if (value.empty() || column >= fields.size()) return value.empty() ? from.texts.labels["not_recorded"] : value;
    return from.texts.field_value(fields[column].first, value);
}

/// What a badge says of a group, and a note beside it.
struct GradeText {
    std::string name, rank, note;
};

GradeText grade_of(const Sources& from, const ScoreTally& tally) {
    const Scheme& scheme = from.texts.scheme();
    const Labels& t = from.texts.labels;
    const bool veto_grade = tally.vetoes > 0 && !scheme.unit_veto_grade.empty();
    if (veto_grade && !scheme.veto_needs_confirmation)
        return {from.texts.grade(scheme.unit_veto_grade), grade_rank(scheme, scheme.unit_veto_grade), t["grade_by_veto"]};
    const std::string note = veto_grade ? t.filled("grade_if_confirmed", {from.texts.grade(scheme.unit_veto_grade)}) : "";
    const auto mean = tally.mean();
    if (!mean) return {t["no_grade"], "plain", note};
    const std::string low = scheme.grade_of(mean->low), high = scheme.grade_of(mean->high);
    const auto named = [&](const std::string& grade) { return grade.empty() ? t["no_grade"] : from.texts.grade(grade); };
    if (low == high) return {named(low), grade_rank(scheme, low), note};
    return {named(low) + " – " + named(high), "plain", note};
}

/// Groups as they are listed: in the order of their keys.
TemplateData group_rows(const Sources& from) {
    TemplateData list{TemplateData::type::list};
    const std::size_t columns = from.texts.group_fields().size();
    for (const auto& [key, tally] : from.totals.summary.groups) {
        TemplateData row;
        TemplateData keys{TemplateData::type::list};
        for (std::size_t c = 0; c < columns; ++c) keys.push_back(TemplateData{group_value(from, c, c < key.size() ? key[c] : "")});
        if (columns == 0) keys.push_back(TemplateData{from.texts.labels["all_groups"]});
        const GradeText grade = grade_of(from, tally);
        const auto mean = tally.mean();
        row.set("keys", keys);
        row.set("cases", count_text(tally.cases));
        row.set("score", mean ? interval_text(*mean) : from.texts.labels["no_score"]);
        row.set("grade", grade.name);
        row.set("rank", grade.rank);
        row.set("note", grade.note.empty() ? TemplateData{false} : TemplateData{grade.note});
        row.set("defects", count_text(tally.defects));
        row.set("vetoes", count_text(tally.vetoes));
        row.set("unscored", count_text(tally.unscored));
        list.push_back(row);
    }
    return list;
}

TemplateData case_row(const Sources& from, const ListedCase& listed) {
    const Labels& t = from.texts.labels;
    TemplateData row;
    row.set("case", listed.case_id.empty() ? t["not_recorded"] : listed.case_id);
    row.set("unit", listed.unit);
    row.set("kind", from.texts.kind(listed.kind));
    row.set("score", listed.score ? interval_text(*listed.score) : t["no_score"]);
    row.set("worst", from.texts.verdict(listed.worst));
    row.set("worst_name", std::string(verdict_name(listed.worst)));
    return row;
}

std::string_view veto_key(Veto veto) {
    switch (veto) {
        case Veto::unconfirmed:
            return "veto_unconfirmed";
        case Veto::in_force:
            return "veto_in_force";
        default:
            return "veto_possible";
    }
}

TemplateData vetoed_rows(const Sources& from) {
    TemplateData list{TemplateData::type::list};
    for (const ListedCase& listed : from.contents.vetoed()) {
        TemplateData row = case_row(from, listed);
        std::string rules;
        for (const int rule : from.contents.veto_rules(listed.case_id))
            rules += (rules.empty() ? "" : from.texts.labels["semicolon"]) + from.texts.texts(from.texts.rule(rule)).title;
        row.set("rules", rules);
        row.set("state", from.texts.labels[veto_key(listed.veto)]);
        row.set("rank", listed.veto == Veto::possible ? "plain" : "worst");
        list.push_back(row);
    }
    return list;
}

void add_lowest(const Sources& from, TemplateData& page) {
    const Labels& t = from.texts.labels;
    TemplateData rows{TemplateData::type::list};
    for (const ListedCase& listed : from.contents.lowest()) rows.push_back(case_row(from, listed));
    const std::uint64_t scored = from.totals.summary.total.cases - from.totals.summary.total.unscored;
    const std::string shown = count_text(from.contents.lowest().size());
    page.set("has_lowest", !from.contents.lowest().empty());
    page.set("lowest_note", from.contents.lowest().size() == scored ? t.filled("lowest_all", {shown})
                                                                    : t.filled("lowest_some", {shown, count_text(scored)}));
    page.set("lowest", rows);
}

}  // namespace

std::string grade_rank(const Scheme& scheme, const std::string& grade) {
    const auto found = std::find_if(scheme.grades.begin(), scheme.grades.end(), [&](const Grade& g) { return g.name == grade; });
    if (found == scheme.grades.end()) return "plain";
    if (found == scheme.grades.begin()) return "best";
    return found + 1 == scheme.grades.end() ? "worst" : "middle";
}

std::vector<GroupBar> group_bars(const Sources& from) {
    std::vector<GroupBar> bars;
    for (const auto& [key, tally] : from.totals.summary.groups) {
        const auto mean = tally.mean();
        if (!mean) continue;
        std::string label;
        for (std::size_t c = 0; c < key.size(); ++c) label += (c == 0 ? "" : " · ") + group_value(from, c, key[c]);
        bars.push_back({label.empty() ? from.texts.labels["all_groups"] : label, *mean});
    }
    std::stable_sort(bars.begin(), bars.end(), [](const GroupBar& a, const GroupBar& b) {
        return std::tie(a.mean.low, a.mean.high) < std::tie(b.mean.low, b.mean.high);
    });
    return bars;
}

void add_scores(const Sources& from, TemplateData& page) {
    TemplateData columns{TemplateData::type::list};
    const auto fields = from.texts.group_fields();
    for (const auto& field : fields) columns.push_back(TemplateData{from.texts.field_title(field.second)});
    if (fields.empty()) columns.push_back(TemplateData{from.texts.labels["group"]});
    page.set("group_columns", columns);
    page.set("has_unit", from.texts.program().schema.unit_field >= 0);
    page.set("has_kind", from.texts.program().schema.kind_field >= 0);
    page.set("has_groups", !from.totals.summary.groups.empty());
    page.set("has_grades", !from.texts.scheme().grades.empty());
    page.set("groups", group_rows(from));
    page.set("has_vetoed", !from.contents.vetoed().empty());
    page.set("veto_note", from.texts.labels.filled("veto_note", {count_text(from.contents.veto_count(Veto::unconfirmed)),
                                                                 count_text(from.contents.veto_count(Veto::in_force)),
                                                                 count_text(from.contents.veto_count(Veto::possible))}));
    page.set("vetoed", vetoed_rows(from));
    add_lowest(from, page);
}

}  // namespace kaoping::engine::html
