// Findings made anew in the memory of earlier ones: see finding.hpp.

#include "engine/result/finding.hpp"

namespace kaoping::engine {

void SubjectText::clear() {
    for (std::string* text : {&message, &remedy, &reason}) text->clear();
    shown.clear();
    responsible.clear();
    responsible_by.clear();
}

void Finding::clear() {
    SubjectText::clear();
    kind = FindingKind::rule;
    for (std::string* text : {&case_id, &unit, &case_kind, &at.file, &at.pointer, &subject, &due, &overdue, &fingerprint, &code}) text->clear();
    at.line = at.column = 0;
    rule = -1;
    verdict = Verdict::defect;
    possible = 0;
    deduct = amount = {};
    amount_known = false;
    due_at.reset();
    missing.clear();
}

}  // namespace kaoping::engine
