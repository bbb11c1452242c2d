#include <algorithm>

#include "criminal.hpp"
#include "working_days.hpp"

namespace generator {

void CriminalStory::arrest(Record& detention, Moment starts) {
    detention.set("ends_at", starts);
    auto& measure = file_.name("arrest", add_measure(file_, "逮捕", *suspect_, starts, "看守所", team_));
    auto& approval = approve("arrest_approval", "采取强制措施", starts);
    auto& warrant = file_.name("arrest_warrant", add_document(file_, "逮捕证", std::clamp(approval.moment("decided_at"), starts - hours(1), starts), suspect_, &approval));
    cite(serve(warrant, starts, *suspect_), criminal_procedure_law, "80");
    refer(measure, "approval", approval);
    refer(measure, "document", warrant);
    measure.set("in_custody_at", starts).set("return_sent_at", time("arrest_return", starts, hours(20), hours(40)));
    with_status(measure);
    auto& notice = file_.name("arrest_notice", add_document(file_, "逮捕通知书", starts + hours(1), suspect_, &approval));
    const Moment told = time("arrest_family", starts, hours(2), hours(20));
    cite(serve(notice, told, *relative_), criminal_procedure_law, "93");
    measure.set("family_told_at", told);
    file_.name("arrest_interrogation", interrogate(time("arrest_interrogation", starts, hours(2), hours(20)), "看守所"));
    if (plan_.has("other_crime"))
        find_other_crime(measure);
    if (plan_.has("custody_extension"))
        extend_custody(measure);
    if (plan_.has("arrest_released"))
        release(measure, "释放通知书", last_ + days(3) + hours(4));
}

void CriminalStory::find_other_crime(Record& arrest) {
    const Moment found = arrest.moment("starts_at") + days(20);
    auto& approval = file_.name("recalculation", add_approval(file_, "延长期限", time("recalculation", found, days(1), days(3)), Level::county, team_));
    arrest.set("other_crime_at", found);
    refer(arrest, "recalculation", approval);
    last_ = std::max(last_, approval.moment("decided_at"));
}

// First for a complex case, then for one of the four listed kinds, then for a crime of ten years and more; each before the last ends.
void CriminalStory::extend_custody(Record& arrest) {
    struct Extension {
        const char* kind;
        const char* trait;
        const char* granted_by;
        int months;
    };
    int months = 2;
    for (const auto& e : {Extension{"案情复杂", "custody_extension", "上一级", 1}, {"四类案件", "listed_extension", "省级", 2}, {"十年以上", "last_extension", "省级", 2}}) {
        if (!plan_.has(e.trait))
            return;
        const Moment expires = end_of_months_strict(arrest.moment("starts_at"), months);
        const Moment asked = time("extension_request", expires, -days(10), -days(8));
        auto& approval = file_.name("custody_extension_approval", add_approval(file_, "延长期限", asked - hours(2), Level::county, team_));
        file_.name("custody_extension", file_.add("custody_extensions", {{"id", file_.next_id("custody_extensions")}, {"measure", key_of(arrest)}, {"kind", e.kind},
            {"approval", key_of(approval)}, {"expires_on", date_of(expires)}, {"asked_at", asked}, {"granted_at", expires - days(2)}, {"granted_by", e.granted_by}}));
        last_ = std::max(last_, expires - days(2));
        months += e.months;
    }
}

}  // namespace generator
