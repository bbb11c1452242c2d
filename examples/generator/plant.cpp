#include "plant.hpp"

#include <fmt/format.h>

#include "acts.hpp"

namespace generator {
namespace {

std::string number_of(const Limit& limit) {
    if (limit.number == 0)
        return "day";
    switch (limit.unit) {
        case Unit::hours: return fmt::format("{} hours", limit.number);
        case Unit::days:
        case Unit::strict_days: return fmt::format("{} days", limit.number);
        case Unit::months:
        case Unit::strict_months: return fmt::format("{} months", limit.number);
        case Unit::working_days: return fmt::format("{} working days", limit.number);
    }
    return "";
}

}  // namespace

Plant late(std::string_view id, const Limit& limit, Traits traits, std::string_view act, std::string_view timing) {
    Plant plant{.id = std::string(id), .article = limit.article, .traits = std::move(traits), .act = std::string(act)};
    plant.arrange = [limit, timing = std::string(timing)](Plan& plan, bool near) {
        plan.set_time(timing, [limit, near](Moment start) { return end_of(limit, start) + seconds(near ? 0 : 1); });
    };
    plant.defect_note = fmt::format("one second after the {}", number_of(limit));
    plant.near_note = fmt::format("in the last second of the {}", number_of(limit));
    return plant;
}

Plant after(std::string_view id, std::string_view article, Traits traits, std::string_view act, std::string_view timing) {
    Plant plant = late(id, limits::at_once, std::move(traits), act, timing);
    plant.article = article;
    plant.defect_note = "one second after the act that it must precede";
    plant.near_note = "in the same second as the act that it must precede";
    return plant;
}

Plant before(std::string_view id, std::string_view article, Traits traits, std::string_view act, std::string_view timing) {
    Plant plant{.id = std::string(id), .article = std::string(article), .traits = std::move(traits), .act = std::string(act)};
    plant.arrange = [timing = std::string(timing)](Plan& plan, bool near) {
        plan.set_time(timing, [near](Moment start) { return start - seconds(near ? 0 : 1); });
    };
    plant.defect_note = "one second before the act that it must follow";
    plant.near_note = "in the same second as the act that it must follow";
    return plant;
}

Plant early(std::string_view id, const Limit& limit, Traits traits, std::string_view act, std::string_view timing) {
    Plant plant{.id = std::string(id), .article = limit.article, .traits = std::move(traits), .act = std::string(act)};
    plant.arrange = [limit, timing = std::string(timing)](Plan& plan, bool near) {
        plan.set_time(timing, [limit, near](Moment start) { return end_of(limit, start) + seconds(near ? 1 : 0); });
    };
    plant.defect_note = fmt::format("in the last second of the {} that must pass before", number_of(limit));
    plant.near_note = fmt::format("one second after the {} that must pass before", number_of(limit));
    return plant;
}

Plant overlapping(std::string_view id, std::string_view article, Traits traits, std::string_view act, std::string_view timing) {
    Plant plant{.id = std::string(id), .article = std::string(article), .traits = std::move(traits), .act = std::string(act)};
    plant.arrange = [timing = std::string(timing)](Plan& plan, bool near) { plan.set_time(timing, [near](Moment end) { return end + seconds(near ? 0 : -1); }); };
    plant.defect_note = "begins one second before the other ends";
    plant.near_note = "begins in the second in which the other ends";
    return plant;
}

Plant amount(std::string_view id, std::string_view article, Traits traits, std::string_view act, std::string_view name, std::int64_t defect, std::int64_t near,
    std::string_view unit) {
    Plant plant{.id = std::string(id), .article = std::string(article), .traits = std::move(traits), .act = std::string(act)};
    plant.arrange = [name = std::string(name), defect, near](Plan& plan, bool lawful) { plan.set_amount(name, lawful ? near : defect); };
    plant.defect_note = fmt::format("{} {}", defect, unit);
    plant.near_note = fmt::format("{} {}", near, unit);
    return plant;
}

Plant either(std::string_view id, std::string_view article, Traits traits, std::string_view act, std::string_view defect_note, std::string_view defect_trait,
    std::string_view near_note, std::string_view near_trait) {
    Plant plant{.id = std::string(id), .article = std::string(article), .traits = std::move(traits), .act = std::string(act)};
    plant.arrange = [defect = std::string(defect_trait), lawful = std::string(near_trait)](Plan& plan, bool near) {
        if (const auto& trait = near ? lawful : defect; !trait.empty())
            plan.want(trait);
    };
    plant.defect_note = defect_note;
    plant.near_note = near_note;
    return plant;
}

Plant changed(std::string_view id, std::string_view article, Traits traits, std::string_view act, std::string_view defect_note, Change defect,
    std::string_view near_note, Change near) {
    return {.id = std::string(id), .article = std::string(article), .traits = std::move(traits), .act = std::string(act), .arrange = {}, .defect = std::move(defect),
        .near = std::move(near), .defect_note = std::string(defect_note), .near_note = std::string(near_note)};
}

Plant not_after(std::string_view id, std::string_view article, Traits traits, std::string_view act, Of moved, Of limit) {
    return changed(id, article, std::move(traits), act, fmt::format("{} of {} one second after {} of {}", moved.field, moved.act, limit.field, limit.act),
        set_time(moved.act, moved.field, limit.act, limit.field, seconds(1)),
        fmt::format("{} of {} in the same second as {} of {}", moved.field, moved.act, limit.field, limit.act),
        set_time(moved.act, moved.field, limit.act, limit.field, seconds(0)));
}

Plant not_before(std::string_view id, std::string_view article, Traits traits, std::string_view act, Of moved, Of limit) {
    Plant plant = not_after(id, article, std::move(traits), act, moved, limit);
    plant.defect = set_time(moved.act, moved.field, limit.act, limit.field, seconds(-1));
    plant.defect_note = fmt::format("{} of {} one second before {} of {}", moved.field, moved.act, limit.field, limit.act);
    return plant;
}

Plant omitted(std::string_view id, std::string_view article, Traits traits, std::string_view act, std::string_view defect_note, Change defect) {
    return changed(id, article, std::move(traits), act, defect_note, std::move(defect), "done as the law wants it", nothing());
}

Plant not_signed(std::string_view id, std::string_view article, Traits traits, std::string_view act, Of paper, Of noted) {
    const Change lacks = set(paper.act, paper.field, false);
    return changed(id, article, std::move(traits), act, "not signed, and no refusal noted", lacks, "not signed, but the refusal is noted",
        both(lacks, set(noted.act, noted.field, true)));
}

Plant approved_too_low(std::string_view id, std::string_view article, Traits traits, std::string_view act, std::string_view approval) {
    return changed(id, article, std::move(traits), act, "approved by the head of the department only", approved_by(approval, Level::department),
        "approved at the level of the city", approved_by(approval, Level::city));
}

Plant with(Plant plant, std::vector<std::string> also) {
    plant.also = std::move(also);
    return plant;
}

Plant inside(Plant plant, std::string_view place) {
    plant.inside = place;
    return plant;
}

Plant pair_with(Plant plant, std::string_view act) {
    plant.pair = act;
    return plant;
}

Plant always(Plant plant, Change change) {
    plant.defect = plant.defect ? both(plant.defect, change) : change;
    plant.near = plant.near ? both(plant.near, change) : change;
    return plant;
}

Plant noted(Plant plant, std::string_view defect_note, std::string_view near_note) {
    plant.defect_note = defect_note;
    plant.near_note = near_note;
    return plant;
}

Change set(std::string_view act, std::string_view field, Value value) {
    return [act = std::string(act), field = std::string(field), value = std::move(value)](CaseFile& file) { file.act(act).set(field, value); };
}

Change unset(std::string_view act, std::string_view field) {
    return [act = std::string(act), field = std::string(field)](CaseFile& file) { file.act(act).remove(field); };
}

Change set_in(std::string_view act, std::string_view list, std::size_t index, std::string_view field, Value value) {
    return [act = std::string(act), list = std::string(list), index, field = std::string(field), value = std::move(value)](CaseFile& file) {
        std::get<Records>(file.act(act).at(list)).at(index).set(field, value);
    };
}

Change set_time(std::string_view act, std::string_view field, std::string_view of, std::string_view of_field, Span more) {
    return [act = std::string(act), field = std::string(field), of = std::string(of), of_field = std::string(of_field), more](CaseFile& file) {
        file.act(act).set(field, file.act(of).moment(of_field) + more);
    };
}

Change refer_to(std::string_view act, std::string_view field, std::string_view to) {
    return [act = std::string(act), field = std::string(field), to = std::string(to)](CaseFile& file) { refer(file.act(act), field, file.act(to)); };
}

Change done_by(std::string_view act, std::vector<std::string> parts) {
    return [act = std::string(act), parts = std::move(parts)](CaseFile& file) {
        Texts officers;
        for (const auto& part : parts)
            officers.push_back(key_of(file.act(part)));
        file.act(act).set("officers", officers);
    };
}

Change approved_by(std::string_view approval, Level level) {
    return [approval = std::string(approval), level](CaseFile& file) { decide_at(file, file.act(approval), level); };
}

Change all(std::vector<Change> changes) {
    return [changes = std::move(changes)](CaseFile& file) {
        for (const auto& change : changes)
            change(file);
    };
}

Change in_the_same_second(std::string_view act, std::string_view approval, std::string_view document) {
    return both(set_time(approval, "decided_at", act, "starts_at", {}), set_time(document, "issued_at", act, "starts_at", {}));
}

Change refused(std::string_view act, std::string_view signature) { return both(set(act, signature, false), set(act, "refusal_noted", true)); }

Change birthday(std::string_view person, int years, Of day, int more) {
    return [person = std::string(person), years, act = std::string(day.act), field = std::string(day.field), more](CaseFile& file) {
        const Value& value = file.act(act).at(field);
        const Date on = std::holds_alternative<Date>(value) ? std::get<Date>(value) : date_of(std::get<Moment>(value));
        auto& record = file.act(person);
        const Date born = months_after(on + more, -12 * years);
        Random random(static_cast<std::uint64_t>(born.day));
        record.set("born_on", born).set("identity_number", identity_number(random, born, record.text("sex") == "女"));
    };
}

Change both(Change first, Change second) {
    return [first = std::move(first), second = std::move(second)](CaseFile& file) {
        first(file);
        second(file);
    };
}

Change nothing() {
    return [](CaseFile&) {};
}

const Plants& all_plants() {
    static const Plants plants = [] {
        Plants out;
        for (const auto add : {
                 add_criminal_filing,
                 add_criminal_summons,
                 add_criminal_detention,
                 add_criminal_records,
                 add_criminal_inquiry,
                 add_criminal_approvals,
                 add_criminal_custody,
                 add_criminal_bail,
                 add_criminal_defence,
                 add_criminal_property,
                 add_criminal_evidence,
                 add_criminal_end,
                 add_administrative_acceptance,
                 add_administrative_officers,
                 add_administrative_coercion,
                 add_administrative_summons,
                 add_administrative_records,
                 add_administrative_inspection,
                 add_administrative_property,
                 add_administrative_decision,
                 add_administrative_hearing,
                 add_administrative_end,
                 add_administrative_simple,
                 add_administrative_citation,
             })
            add(out);
        return out;
    }();
    return plants;
}

}  // namespace generator
