// What the twenty checks read of a case, as plain arrays; and the small pieces that both readers of it share.
// Texts are views of the input line as written, quotes included: nothing is unescaped, copied or allocated.
#pragma once

#include <cstdint>
#include <cstring>
#include <limits>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace by_hand {

using Seconds = std::int64_t;  // since 1970-01-01 UTC

/// The instant of a `null`.
constexpr Seconds absent = std::numeric_limits<Seconds>::min();

enum class MeasureType : std::uint8_t { detention, arrest, bail, residence_surveillance, summons };
enum class DocumentType : std::uint8_t {
    // the first five in the order of MeasureType: the document that each measure needs
    detention_warrant, arrest_warrant, bail_decision, residence_surveillance_decision, summons,
    rights_notice, family_notice, search_warrant, arrest_request, other
};
enum class Stage : std::uint8_t { coercive, closure, other };
enum class Method : std::uint8_t { seizure, search, other };

struct Measure {
    std::string_view id, person;
    MeasureType type;
    Seconds start, end;
};
struct Document {
    std::string_view subject;
    DocumentType type;
    Stage stage;
    bool is_signed;
    Seconds issued_at, served_at;  // served_at only of a coercive document
};
struct Interview {
    Seconds start, end;
    bool two_officers, is_signed, rights_informed;
};
struct Evidence {
    Method method;
    bool has_witness, receipt;
    Seconds collected_at;  // only of a search
};
struct Approval {
    std::string_view ref;
    Seconds approved_at;
};

struct Case {
    bool criminal, urgent;
    Seconds accepted_at, filed_at, closed_at;
    std::vector<Measure> measures;
    std::vector<Document> documents;
    std::vector<Interview> interviews;
    std::vector<Evidence> evidence;
    std::vector<Approval> approvals;

    /// Forgets the last case and keeps its memory.
    void clear() {
        measures.clear();
        documents.clear();
        interviews.clear();
        evidence.clear();
        approvals.clear();
    }
};

/// Whether a key, given by the byte after its quote, is `name`. Compared with the closing quote, in one or two loads.
template <std::size_t N>
inline bool is_key(const char* key, const char (&name)[N]) {
    return std::memcmp(key, name, N - 1) == 0 && key[N - 1] == '"';
}

/// Whether a token is the text `name`.
template <std::size_t N>
inline bool is_text(std::string_view token, const char (&name)[N]) {
    return token.size() == N + 1 && std::memcmp(token.data() + 1, name, N - 1) == 0;
}

inline bool is_null(std::string_view token) { return token[0] == 'n'; }
inline bool is_true(std::string_view token) { return token[0] == 't'; }

/// Days since 1970-01-01 of a Gregorian date (Hinnant's algorithm; years from 0 on, so without the floor of negatives).
inline std::int64_t days_of(std::uint32_t year, std::uint32_t month, std::uint32_t day) {
    year -= month <= 2;
    const std::uint32_t era = year / 400, of_era = year % 400;
    const std::uint32_t of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return std::int64_t{era} * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

/// The instant of a token `"2023-05-01T12:34:56+08:00"`, `absent` of `null`. Only this form is accepted; digits are trusted.
inline Seconds instant(std::string_view token) {
    if (is_null(token)) return absent;
    if (token.size() != 27) throw std::runtime_error("a timestamp of another form: " + std::string(token));
    const auto* text = reinterpret_cast<const unsigned char*>(token.data()) + 1;
    const auto two = [text](int at) -> std::uint32_t { return text[at] * 10U + text[at + 1] - 11U * '0'; };
    const std::int64_t local = days_of(two(0) * 100 + two(2), two(5), two(8)) * 86400 + two(11) * 3600 + two(14) * 60 + two(17);
    const std::int64_t offset = two(20) * 3600 + two(23) * 60;
    return text[19] == '-' ? local + offset : local - offset;
}

inline MeasureType measure_type(std::string_view token) {
    switch (token[1]) {
        case 'd': return MeasureType::detention;
        case 'a': return MeasureType::arrest;
        case 'b': return MeasureType::bail;
        case 'r': return MeasureType::residence_surveillance;
        default: return MeasureType::summons;
    }
}

inline DocumentType document_type(std::string_view token) {
    switch (token.size() - 2) {
        case 7: return is_text(token, "summons") ? DocumentType::summons : DocumentType::other;
        case 13:
            if (is_text(token, "family_notice")) return DocumentType::family_notice;
            if (is_text(token, "rights_notice")) return DocumentType::rights_notice;
            return is_text(token, "bail_decision") ? DocumentType::bail_decision : DocumentType::other;
        case 14:
            if (is_text(token, "arrest_warrant")) return DocumentType::arrest_warrant;
            if (is_text(token, "arrest_request")) return DocumentType::arrest_request;
            return is_text(token, "search_warrant") ? DocumentType::search_warrant : DocumentType::other;
        case 17: return is_text(token, "detention_warrant") ? DocumentType::detention_warrant : DocumentType::other;
        case 31:
            return is_text(token, "residence_surveillance_decision") ? DocumentType::residence_surveillance_decision : DocumentType::other;
        default: return DocumentType::other;
    }
}

inline Stage stage(std::string_view token) {
    return is_text(token, "coercive") ? Stage::coercive : is_text(token, "closure") ? Stage::closure : Stage::other;
}

inline Method method(std::string_view token) {
    return is_text(token, "seizure") ? Method::seizure : is_text(token, "search") ? Method::search : Method::other;
}

}  // namespace by_hand
