// How the scores come about in this scheme, step by step: see sections.hpp.

#include "engine/report/html/sections.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::engine::html {

namespace {

class Steps {
public:
    explicit Steps(const Sources& from) : from_(from), scheme_(from.texts.scheme()), t_(from.texts.labels) {}

    TemplateData list() {
        add_points();
        add("step_floor", {format_number(scheme_.floor)});
        add_undetermined();
        add_veto();
        if (scheme_.bonus_cap > 0) add("step_bonus", {format_number(scheme_.bonus_cap)});
        add_aggregate();
        add("step_round");
        return list_;
    }

private:
    void add(std::string_view key, std::initializer_list<std::string_view> values = {}) {
        list_.push_back(TemplateData{t_.filled(key, values)});
    }

    void add_points() {
        const std::string start = format_number(scheme_.start);
        if (scheme_.model != ScoreModel::deduction) {
            add("step_" + std::string(model_name(scheme_.model)), {start});
            return;
        }
        add("step_charge");
        add("step_standard");
        add(scheme_.not_applicable == NotApplicablePoints::redistribute ? "step_redistribute" : "step_full_marks", {start});
    }

    void add_undetermined() {
        switch (scheme_.undetermined) {
            case UndeterminedPoints::interval:
                add("step_interval");
                break;
            case UndeterminedPoints::no_deduction:
                add("step_no_deduction");
                break;
            case UndeterminedPoints::full_deduction:
                add("step_full_deduction");
                break;
        }
        if (from_.contents.conservative() > 0) add("step_conservative", {count_text(from_.contents.conservative())});
    }

    void add_veto() {
        add(scheme_.case_veto ? "step_veto_case" : "step_veto_none");
        if (!scheme_.unit_veto_grade.empty()) add("step_veto_unit", {from_.texts.grade(scheme_.unit_veto_grade)});
        if (scheme_.veto_needs_confirmation) add("step_veto_confirm");
    }

    void add_aggregate() {
        std::string fields;
        for (const auto& field : from_.texts.group_fields())
            fields += (fields.empty() ? "" : t_["comma"]) + from_.texts.field_title(field.second);
        if (!fields.empty()) add("step_mean", {fields});
    }

    const Sources& from_;
    const Scheme& scheme_;
    const Labels& t_;
    TemplateData list_{TemplateData::type::list};
};

}  // namespace

void add_derivation(const Sources& from, TemplateData& page) {
    page.set("steps", Steps(from).list());
    TemplateData points{TemplateData::type::list};
    for (std::size_t s = 0; s < from.texts.program().standards.size(); ++s) {
        TemplateData row;
        row.set("title", from.texts.standard_title(s));
        row.set("pack", from.texts.pack_title_of(s));
        row.set("rules", count_text(from.texts.program().standards[s].rules.size()));
        row.set("points", points_text(from.texts.standard_points(s)));
        points.push_back(row);
    }
    page.set("point_rows", points);
    TemplateData grades{TemplateData::type::list};
    for (const Grade& grade : from.texts.scheme().grades) {
        TemplateData row;
        row.set("name", from.texts.grade(grade.name));
        row.set("rank", grade_rank(from.texts.scheme(), grade.name));
        row.set("from", points_text(grade.from));
        grades.push_back(row);
    }
    page.set("grades", grades);
}

}  // namespace kaoping::engine::html
