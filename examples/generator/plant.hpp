// A plant: one way in which a duty is broken, or just kept, on the timeline of a case. A row names the duty by the full id of the rule
// that looks after it, and the law by its article; the conditions of the rule are not known here.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "acts.hpp"
#include "case_file.hpp"
#include "limits.hpp"
#include "plan.hpp"

namespace generator {

using Traits = std::vector<std::string_view>;
using Change = std::function<void(CaseFile&)>;

struct Plant {
    std::string id{};                 // criminal.detention.family_notice
    std::string article{};
    Traits traits{};                  // what the story must contain
    std::string act{};                // where: the act of that name
    std::function<void(Plan&, bool near)> arrange{};   // before the story is told: moves the act{}; may be empty
    Change defect{}, near{};            // after it is told: what the act lacks; may be empty
    std::string defect_note{}, near_note{};
    std::vector<std::string> also{};  // what is broken with it by necessity
    std::string also_near_trait{};    // a trait that only the near miss has
    std::string inside{};             // where in the act: "/items/1"
    std::string pair{};               // the other act, if two together break the duty
    bool criminal() const { return id.starts_with("criminal."); }
};
using Plants = std::vector<Plant>;

// The act named by `timing` happens at the last lawful moment or one second after it.
Plant late(std::string_view id, const Limit& limit, Traits traits, std::string_view act, std::string_view timing);
// The act happens after the one that it must precede, or in the same second.
Plant after(std::string_view id, std::string_view article, Traits traits, std::string_view act, std::string_view timing);
// The act must wait until the limit is over: it happens in the last second of the limit, or one second after it.
Plant early(std::string_view id, const Limit& limit, Traits traits, std::string_view act, std::string_view timing);
// The act must wait until another one is over: it happens one second before that, or in the second of it.
Plant overlapping(std::string_view id, std::string_view article, Traits traits, std::string_view act, std::string_view timing);
// The act that must follow another one happens one second before it, or in the same second.
Plant before(std::string_view id, std::string_view article, Traits traits, std::string_view act, std::string_view timing);
// A height that the story would choose itself goes beyond what is allowed, or just does not.
Plant amount(std::string_view id, std::string_view article, Traits traits, std::string_view act, std::string_view name, std::int64_t defect, std::int64_t near,
    std::string_view unit);
// The story contains one trait, or another one instead; an empty trait is none.
Plant either(std::string_view id, std::string_view article, Traits traits, std::string_view act, std::string_view defect_note, std::string_view defect_trait,
    std::string_view near_note, std::string_view near_trait);
// The act is changed in one way that is a defect and in another that is lawful.
Plant changed(std::string_view id, std::string_view article, Traits traits, std::string_view act, std::string_view defect_note, Change defect,
    std::string_view near_note, Change near);
// A field of an act, by the names of both.
struct Of {
    std::string_view act, field;
};
// The time `moved` is set to one second after `limit`, or to the same second; before it, or to the same second.
Plant not_after(std::string_view id, std::string_view article, Traits traits, std::string_view act, Of moved, Of limit);
Plant not_before(std::string_view id, std::string_view article, Traits traits, std::string_view act, Of moved, Of limit);
// What the act lacks is the defect; the near miss has it, and nothing else in the case comes closer to the defect.
Plant omitted(std::string_view id, std::string_view article, Traits traits, std::string_view act, std::string_view defect_note, Change defect);
// `paper` is not signed; lawful where `noted` says that the person refused to.
Plant not_signed(std::string_view id, std::string_view article, Traits traits, std::string_view act, Of paper, Of noted);
// The head of the department approves what a leader of the county level must; lawful is a leader of the city.
Plant approved_too_low(std::string_view id, std::string_view article, Traits traits, std::string_view act, std::string_view approval);
Plant with(Plant plant, std::vector<std::string> also);
Plant inside(Plant plant, std::string_view place);
Plant pair_with(Plant plant, std::string_view act);
// Changed in this way too, whether it is a defect or a near miss.
Plant always(Plant plant, Change change);
Plant noted(Plant plant, std::string_view defect_note, std::string_view near_note);

// Small changes of the act of a name.
Change set(std::string_view act, std::string_view field, Value value);
Change unset(std::string_view act, std::string_view field);
Change set_in(std::string_view act, std::string_view list, std::size_t index, std::string_view field, Value value);
// The field gets the time of a field of another act, and a span more.
Change set_time(std::string_view act, std::string_view field, std::string_view of, std::string_view of_field, Span more);
Change refer_to(std::string_view act, std::string_view field, std::string_view to);
// Done by the officers of these parts: "handler", "co_handler", "woman", "assistant" (who is no police officer) …
Change done_by(std::string_view act, std::vector<std::string> parts);
Change approved_by(std::string_view approval, Level level);
// Approved, and its document made, in the second in which the act begins.
Change in_the_same_second(std::string_view act, std::string_view approval, std::string_view document);
// Not signed, and the refusal noted.
Change refused(std::string_view act, std::string_view signature);
// The person has a birthday, the `years`-th, `more` days after that of the act. Full age begins on the day after the birthday.
Change birthday(std::string_view person, int years, Of day, int more);
Change both(Change first, Change second);
Change all(std::vector<Change> changes);
Change nothing();

// Every plant, in the order of the files.
const Plants& all_plants();

// The plants of each stage, one file each.
void add_criminal_filing(Plants& to);
void add_criminal_summons(Plants& to);
void add_criminal_detention(Plants& to);
void add_criminal_records(Plants& to);
void add_criminal_inquiry(Plants& to);
void add_criminal_approvals(Plants& to);
void add_criminal_custody(Plants& to);
void add_criminal_bail(Plants& to);
void add_criminal_defence(Plants& to);
void add_criminal_property(Plants& to);
void add_criminal_evidence(Plants& to);
void add_criminal_end(Plants& to);
void add_administrative_acceptance(Plants& to);
void add_administrative_officers(Plants& to);
void add_administrative_coercion(Plants& to);
void add_administrative_summons(Plants& to);
void add_administrative_records(Plants& to);
void add_administrative_inspection(Plants& to);
void add_administrative_property(Plants& to);
void add_administrative_decision(Plants& to);
void add_administrative_hearing(Plants& to);
void add_administrative_end(Plants& to);
void add_administrative_simple(Plants& to);
void add_administrative_citation(Plants& to);

}  // namespace generator
