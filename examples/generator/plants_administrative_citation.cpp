// Citations of the law, and penalties outside the range that it allows.
#include "plant.hpp"

namespace generator {
namespace {

// The act was done on the last day of the old law, and the decision cites the new one.
Plant law_in_force() {
    const auto committed = [](Date on) { return set("penalty", "committed_on", on); };
    Plant plant = changed("administrative.citation.law_in_force_at_act", "APL 37", {"fine_only"}, "penalty",
                          "the law of 2025 for an act of the day before it came into force", committed(make_date(2025, 12, 31)),
                          "the law of 2025 for an act of its first day", committed(make_date(2026, 1, 1)));
    plant.arrange = [](Plan& plan, bool) { plan.received = first_second(make_date(2026, 6, 30)) + hours(10) + minutes(plan.number % 300); };
    return plant;
}

// The document leaves the paragraph out.
Plant paragraph_left_out() {
    Plant plant = changed("administrative.citation.document_names_the_article", "APL 59(1).3, ADM 175(1).3", {"detention"}, "penalty",
                          "the document leaves out which paragraph of article 51", unset("decision", "paragraph"),
                          "the document cites article 63, which has one paragraph", nothing());
    plant.arrange = [](Plan& plan, bool near) {
        if (near) plan.want("forgery");
    };
    return plant;
}

}  // namespace

void add_administrative_citation(Plants& to) {
    to.push_back(changed("administrative.citation.law_known", "APL 59(1).3, ADM 175(1).3", {"fine_only"}, "penalty_notice",
                         "a law that does not exist", set("penalty_notice", "law", "治安处罚法"), "the short title of the law",
                         set("penalty_notice", "law", "治安管理处罚法")));
    to.push_back(law_in_force());
    to.push_back(changed("administrative.citation.article_exists", "APL 59(1).3, ADM 175(1).3", {"other_field"}, "penalty",
                         "the second paragraph of an article of one", set("decision", "paragraph", std::int64_t{2}),
                         "the first paragraph of an article of one", set("decision", "paragraph", std::int64_t{1})));
    to.push_back(changed("administrative.citation.article_of_chapter_three", "P25 113(1).1", {"detention", "forgery"}, "penalty",
                         "article 62(2), which only sharpens the penalty", set("penalty", "violation_article", "62(2)"), "article 63",
                         nothing()));
    to.push_back(paragraph_left_out());
    to.push_back(amount("administrative.citation.within_the_maximum", "P25 51(1)", {"detention"}, "penalty", "fine", 1001, 1000, "yuan"));
    to.push_back(amount("administrative.citation.not_below_the_minimum", "P25 63", {"detention", "forgery"}, "penalty", "detention_days", 4,
                        5, "days"));
}

}  // namespace generator
