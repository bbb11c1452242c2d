// Plants: approvals and documents in their order, and the law that documents cite.
#include "plant.hpp"

namespace generator {

void add_criminal_approvals(Plants& to) {
    to.push_back(changed("criminal.approvals.approver_is_another", "CRIM 125(1), 137(1), 178(1)", {}, "summons_approval",
                         "the head of the department reviews and approves", refer_to("summons_approval", "reviewer", "department"),
                         "the other officer of the case reviews", refer_to("summons_approval", "reviewer", "co_handler")));
    to.push_back(changed("criminal.approvals.reviewer_is_another", "CRIM 125(1), 137(1), 178(1)", {}, "filing_approval",
                         "the handler reviews", refer_to("filing_approval", "reviewer", "handler"), "the other officer of the case reviews",
                         refer_to("filing_approval", "reviewer", "co_handler")));
    to.push_back(not_after("criminal.approvals.asked_reviewed_decided", "CRIM 125(1), 137(1), 178(1)", {}, "filing_approval",
                           {"filing_approval", "reviewed_at"}, {"filing_approval", "decided_at"}));
    const Change document_then = set_time("summons_document", "issued_at", "summons", "starts_at", seconds(0));
    Plant measure = not_after("criminal.approvals.approved_before_measure", "CRIM 198(4), 125(1), 78(2)", {}, "summons",
                              {"summons_approval", "decided_at"}, {"summons", "starts_at"});
    measure.defect = both(measure.defect, document_then);
    measure.near = both(measure.near, document_then);
    to.push_back(std::move(measure));
    to.push_back(not_before("criminal.approvals.document_after_approval", "CRIM 178(1), 125(1)", {}, "filing_decision",
                            {"filing_decision", "issued_at"}, {"filing_approval", "decided_at"}));
    to.push_back(omitted("criminal.approvals.document_fits_measure", "CRIM 199(1), 125(1), 79(1)", {}, "summons",
                         "the summons names another person", refer_to("summons_document", "about", "victim")));
    to.push_back(changed("criminal.citations.document_cites_its_article", "CPL 3(2), 112", {}, "filing_decision",
                         "article 110, which is about reports", set("filing_decision", "article", "第一百一十条"),
                         "article 113, in Chinese numerals", set("filing_decision", "article", "第一百一十三条")));
}

}  // namespace generator
