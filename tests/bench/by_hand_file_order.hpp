// Reads a case whose keys come in the order in which gen_cases.py writes them: each wanted field is searched from the last one on,
// fields between are skipped. A file in another order is refused with an error, not misread.
#pragma once

#include <simdjson.h>

#include "tests/bench/by_hand_tokens.hpp"

namespace by_hand::file_order {

namespace ondemand = simdjson::ondemand;

inline Measure read_measure(ondemand::object object) {
    Measure m;
    m.id = token(object.find_field("id"));
    m.type = measure_type(token(object.find_field("type")));
    m.person = token(object.find_field("person"));
    m.start = instant(token(object.find_field("start")));
    m.end = instant(token(object.find_field("end")));
    return m;
}

inline Document read_document(ondemand::object object) {
    Document d;
    d.type = document_type(token(object.find_field("type")));
    d.issued_at = instant(token(object.find_field("issued_at")));
    const std::string_view served = token(object.find_field("served_at"));
    d.is_signed = has_elements(object.find_field("signed_by"), 1);
    d.subject = token(object.find_field("subject"));
    d.stage = stage(token(object.find_field("stage")));
    d.served_at = d.stage == Stage::coercive ? instant(served) : absent;
    return d;
}

inline Interview read_interview(ondemand::object object) {
    Interview i;
    i.start = instant(token(object.find_field("start")));
    i.end = instant(token(object.find_field("end")));
    i.two_officers = has_elements(object.find_field("officers"), 2);
    i.is_signed = is_true(token(object.find_field("signed")));
    i.rights_informed = is_true(token(object.find_field("rights_informed")));
    return i;
}

inline Evidence read_evidence(ondemand::object object) {
    Evidence e;
    e.method = method(token(object.find_field("method")));
    e.collected_at = e.method == Method::search ? instant(token(object.find_field("collected_at"))) : absent;
    e.has_witness = !is_null(token(object.find_field("witness")));
    e.receipt = is_true(token(object.find_field("receipt")));
    return e;
}

inline Approval read_approval(ondemand::object object) {
    Approval a;
    a.ref = token(object.find_field("ref"));
    a.approved_at = instant(token(object.find_field("approved_at")));
    return a;
}

inline void read_case(ondemand::object object, Case& c) {
    c.criminal = is_text(token(object.find_field("kind")), "criminal");
    c.accepted_at = instant(token(object.find_field("accepted_at")));
    c.filed_at = instant(token(object.find_field("filed_at")));
    c.closed_at = instant(token(object.find_field("closed_at")));
    c.urgent = is_true(token(object.find_field("urgent")));
    read_all(object.find_field("measures"), c.measures, read_measure);
    read_all(object.find_field("documents"), c.documents, read_document);
    read_all(object.find_field("interviews"), c.interviews, read_interview);
    read_all(object.find_field("evidence"), c.evidence, read_evidence);
    read_all(object.find_field("approvals"), c.approvals, read_approval);
}

}  // namespace by_hand::file_order
