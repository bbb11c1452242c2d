// The twenty checks R01 … R20 over one case. A case counts once per check, so each loop ends at the first violation.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "tests/bench/by_hand_case.hpp"

namespace by_hand {

constexpr Seconds hour = 3600, day = 24 * hour;

/// Violating cases per check.
using Counts = std::array<std::uint64_t, 20>;

/// Documents of one type, to one subject (of anyone when there is none), issued in [from, until].
inline bool has_document(const Case& c, DocumentType type, const std::string_view* subject, Seconds from, Seconds until) {
    for (const Document& d : c.documents)
        if (d.type == type && d.issued_at >= from && d.issued_at <= until && (subject == nullptr || d.subject == *subject)) return true;
    return false;
}

constexpr Seconds ever = std::numeric_limits<Seconds>::min() + 1;

inline void check_interviews(const Case& c, Counts& counts) {
    bool officers = false, is_signed = false, length = false;
    for (const Interview& i : c.interviews) {
        officers |= !i.two_officers;
        is_signed |= !i.is_signed;
        length |= i.end - i.start > 12 * hour;
    }
    counts[0] += officers;
    counts[1] += is_signed;
    counts[17] += length;
    if (c.interviews.empty()) return;
    const Interview& first = c.interviews.front();
    counts[2] += !first.rights_informed && !has_document(c, DocumentType::rights_notice, nullptr, ever, first.start);
}

/// R04, R05, R10, R11 for one detention.
inline void check_detention(const Case& c, const Measure& m, std::array<bool, 20>& violated) {
    violated[3] = violated[3] || !has_document(c, DocumentType::family_notice, &m.person, m.start, m.start + day);
    violated[4] = violated[4] || std::none_of(c.interviews.begin(), c.interviews.end(),
                                              [&m](const Interview& i) { return i.start >= m.start && i.start <= m.start + day; });
    if (m.end == absent || m.end - m.start > 3 * day) {
        const Seconds until = m.start + (c.urgent ? 30 : 7) * day;
        violated[9] = violated[9] || !has_document(c, DocumentType::arrest_request, &m.person, m.start, until);
    }
    violated[10] |= m.end == absent || m.end - m.start > 30 * day;
}

inline void check_measures(const Case& c, Counts& counts) {
    std::array<bool, 20> violated{};
    for (const Measure& m : c.measures) {
        switch (m.type) {
            case MeasureType::detention: check_detention(c, m, violated); break;
            case MeasureType::summons: violated[11] |= m.end == absent || m.end - m.start > (c.urgent ? 24 : 12) * hour; break;
            case MeasureType::bail: violated[12] |= m.end != absent && m.end - m.start > 365 * day; break;
            case MeasureType::residence_surveillance: violated[13] |= m.end != absent && m.end - m.start > 180 * day; break;
            case MeasureType::arrest: break;
        }
        violated[15] = violated[15] || std::none_of(c.approvals.begin(), c.approvals.end(),
                                                    [&m](const Approval& a) { return a.approved_at <= m.start && a.ref == m.id; });
        violated[16] = violated[16] || !has_document(c, static_cast<DocumentType>(m.type), &m.person, ever, m.start);
    }
    for (std::size_t check = 0; check < counts.size(); ++check) counts[check] += violated[check];
}

inline void check_evidence(const Case& c, Counts& counts) {
    bool witness = false, receipt = false, warrant = false;
    for (const Evidence& e : c.evidence) {
        witness |= e.method != Method::other && !e.has_witness;
        receipt |= e.method == Method::seizure && !e.receipt;
        if (e.method == Method::search && !warrant) warrant = !has_document(c, DocumentType::search_warrant, nullptr, ever, e.collected_at);
    }
    counts[6] += witness;
    counts[7] += receipt;
    counts[8] += warrant;
}

inline void check_documents(const Case& c, Counts& counts) {
    bool is_signed = false, served = false, after = false;
    for (const Document& d : c.documents) {
        is_signed |= !d.is_signed;
        served |= d.stage == Stage::coercive && (d.served_at == absent || d.served_at - d.issued_at > 48 * hour);
        after |= d.stage != Stage::closure && d.issued_at > c.closed_at;
    }
    counts[14] += is_signed;
    counts[18] += served;
    counts[19] += c.closed_at != absent && after;
}

inline void check(const Case& c, Counts& counts) {
    check_interviews(c, counts);
    counts[5] += c.filed_at == absent || c.filed_at - c.accepted_at > (c.criminal ? 3 : 7) * day;
    check_measures(c, counts);
    check_evidence(c, counts);
    check_documents(c, counts);
}

}  // namespace by_hand
