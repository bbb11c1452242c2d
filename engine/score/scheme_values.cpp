// Values of schemes: see scheme_values.hpp.

#include "engine/score/scheme_values.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "dsl/registry/scalar_text.hpp"

namespace kaoping::engine {

void SchemeValues::amount(View value, std::int64_t& to) const {
    constexpr std::int64_t max_amount = 1'000'000 * dsl::number_scale;
    const auto text = reader_.text(value);
    if (!text) return;
    const auto number = dsl::parse_decimal(text->text);
    if (number && *number >= 0 && *number <= max_amount) to = *number;
    else
        reader_.error("K0541", text->span, fmt::format("`{}` is no number of points", text->text),
                      "points are decimals from 0 to 1000000 with at most six places");
}

void SchemeValues::grades(View value, std::vector<Grade>& to) const {
    reader_.each_item(value, "a list of grades", [&](View item) {
        if (!item.is_mapping()) return reader_.wrong_shape(item, "a grade like {name: excellent, from: 90}");
        reader_.check_keys(item, "a grade", item.span(), {{"name", true}, {"from", true}});
        Grade grade{reader_.text_or_empty(item.find("name")), 0};
        amount(item.find("from"), grade.from);
        for (const Grade& other : to)
            if (other.from == grade.from || other.name == grade.name)
                return reader_.error("K0543", item.span(), fmt::format("grade `{}` repeats the name or the bound of another", grade.name),
                                     "every grade has a name and a lower bound of its own");
        to.push_back(std::move(grade));
    });
    std::sort(to.begin(), to.end(), [](const Grade& a, const Grade& b) { return a.from > b.from; });
}

void SchemeValues::veto_grade(View value, const std::vector<Grade>& grades, std::string& to) const {
    const auto grade = reader_.text(value);
    if (!grade) return;
    if (std::none_of(grades.begin(), grades.end(), [&](const Grade& one) { return one.name == grade->text; }))
        reader_.error("K0543", grade->span, fmt::format("the scheme has no grade `{}`", grade->text), "list it under `grades`");
    to = grade->text;
}

void SchemeValues::bonus_cap(View value, std::int64_t& to) const {
    if (!mapping(value, "a mapping like {cap: 5}")) return;
    reader_.check_keys(value, "`bonus`", value.span(), {{"cap", true}});
    amount(value.find("cap"), to);
}

void SchemeValues::time_limit(View value, TimeLimit& to) const {
    const auto text = reader_.text(value);
    if (!text) return;
    int days = 0;
    const char* end = text->text.data() + text->text.size();
    const auto [rest, error] = std::from_chars(text->text.data(), end, days);
    const std::string_view unit(rest, static_cast<std::size_t>(end - rest));
    const bool plain = unit == " days" || unit == " day", working = unit == " working days" || unit == " working day";
    if (error == std::errc{} && days >= 1 && days <= 365 && (plain || working)) to = {days, working};
    else reader_.error("K0540", text->span, fmt::format("`{}` is no time limit", text->text), "write `3 days` or `3 working days`, from 1 to 365");
}

bool SchemeValues::mapping(View value, std::string_view expected) const {
    if (!value || value.is_null()) return false;
    if (!value.is_mapping()) reader_.wrong_shape(value, expected);
    return value.is_mapping();
}

}  // namespace kaoping::engine
