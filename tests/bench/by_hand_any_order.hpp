// Reads a case whose keys may come in any order: one pass over the fields of each object, a switch on the key.
#pragma once

#include <simdjson.h>

#include "tests/bench/by_hand_tokens.hpp"

namespace by_hand::any_order {

namespace ondemand = simdjson::ondemand;

inline Measure read_measure(ondemand::object object) {
    Measure m{};
    for (ondemand::field field : object) {
        const char* key = field.key().raw();
        switch (key[0]) {
            case 'i': if (is_key(key, "id")) m.id = token(field.value()); break;
            case 't': if (is_key(key, "type")) m.type = measure_type(token(field.value())); break;
            case 'p': if (is_key(key, "person")) m.person = token(field.value()); break;
            case 's': if (is_key(key, "start")) m.start = instant(token(field.value())); break;
            case 'e': if (is_key(key, "end")) m.end = instant(token(field.value())); break;
            default: break;
        }
    }
    return m;
}

inline Document read_document(ondemand::object object) {
    Document d{};
    std::string_view served;
    for (ondemand::field field : object) {
        const char* key = field.key().raw();
        switch (key[0]) {
            case 't': if (is_key(key, "type")) d.type = document_type(token(field.value())); break;
            case 'i': if (is_key(key, "issued_at")) d.issued_at = instant(token(field.value())); break;
            case 's':
                if (is_key(key, "served_at")) served = token(field.value());
                else if (is_key(key, "signed_by")) d.is_signed = has_elements(field.value(), 1);
                else if (is_key(key, "subject")) d.subject = token(field.value());
                else if (is_key(key, "stage")) d.stage = stage(token(field.value()));
                break;
            default: break;
        }
    }
    if (d.stage == Stage::coercive) d.served_at = instant(served);
    return d;
}

inline Interview read_interview(ondemand::object object) {
    Interview i{};
    for (ondemand::field field : object) {
        const char* key = field.key().raw();
        switch (key[0]) {
            case 's':
                if (is_key(key, "start")) i.start = instant(token(field.value()));
                else if (is_key(key, "signed")) i.is_signed = is_true(token(field.value()));
                break;
            case 'e': if (is_key(key, "end")) i.end = instant(token(field.value())); break;
            case 'o': if (is_key(key, "officers")) i.two_officers = has_elements(field.value(), 2); break;
            case 'r': if (is_key(key, "rights_informed")) i.rights_informed = is_true(token(field.value())); break;
            default: break;
        }
    }
    return i;
}

inline Evidence read_evidence(ondemand::object object) {
    Evidence e{};
    std::string_view collected;
    for (ondemand::field field : object) {
        const char* key = field.key().raw();
        switch (key[0]) {
            case 'm': if (is_key(key, "method")) e.method = method(token(field.value())); break;
            case 'c': if (is_key(key, "collected_at")) collected = token(field.value()); break;
            case 'w': if (is_key(key, "witness")) e.has_witness = !is_null(token(field.value())); break;
            case 'r': if (is_key(key, "receipt")) e.receipt = is_true(token(field.value())); break;
            default: break;
        }
    }
    if (e.method == Method::search) e.collected_at = instant(collected);
    return e;
}

inline Approval read_approval(ondemand::object object) {
    Approval a{};
    for (ondemand::field field : object) {
        const char* key = field.key().raw();
        switch (key[0]) {
            case 'r': if (is_key(key, "ref")) a.ref = token(field.value()); break;
            case 'a': if (is_key(key, "approved_at")) a.approved_at = instant(token(field.value())); break;
            default: break;
        }
    }
    return a;
}

inline void read_list(const char* key, ondemand::value value, Case& c) {
    switch (key[0]) {
        case 'm': if (is_key(key, "measures")) read_all(value, c.measures, read_measure); break;
        case 'd': if (is_key(key, "documents")) read_all(value, c.documents, read_document); break;
        case 'i': if (is_key(key, "interviews")) read_all(value, c.interviews, read_interview); break;
        case 'e': if (is_key(key, "evidence")) read_all(value, c.evidence, read_evidence); break;
        case 'a': if (is_key(key, "approvals")) read_all(value, c.approvals, read_approval); break;
        default: break;
    }
}

inline void read_case(ondemand::object object, Case& c) {
    for (ondemand::field field : object) {
        const char* key = field.key().raw();
        switch (key[0]) {
            case 'k': if (is_key(key, "kind")) c.criminal = is_text(token(field.value()), "criminal"); break;
            case 'u': if (is_key(key, "urgent")) c.urgent = is_true(token(field.value())); break;
            case 'f': if (is_key(key, "filed_at")) c.filed_at = instant(token(field.value())); break;
            case 'c': if (is_key(key, "closed_at")) c.closed_at = instant(token(field.value())); break;
            case 'a':
                if (is_key(key, "accepted_at")) c.accepted_at = instant(token(field.value()));
                else read_list(key, field.value(), c);
                break;
            default: read_list(key, field.value(), c); break;
        }
    }
}

}  // namespace by_hand::any_order
