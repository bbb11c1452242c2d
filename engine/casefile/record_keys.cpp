// See record_keys.hpp.

#include "engine/casefile/record_keys.hpp"

namespace kaoping::engine {

namespace {

RecordKey::Read common_form(const FieldPlan& plan) {
    using Read = RecordKey::Read;
    switch (plan.type.kind) {
        case dsl::Kind::datetime: return Read::instant;
        case dsl::Kind::date: return Read::day;
        case dsl::Kind::enumeration: return Read::member;
        case dsl::Kind::text: return Read::text;
        case dsl::Kind::reference: return plan.numeric_key ? Read::other : Read::text;
        case dsl::Kind::boolean: return Read::truth;
        case dsl::Kind::number: return Read::count;
        default: return Read::other;
    }
}

}  // namespace

RecordKey RecordKeys::key(std::string_view name) const {
    RecordKey out;
    const int field = plan_.names.find(name);
    if (field < 0) {
        if (field != not_read && strict_) out.read = RecordKey::Read::unknown;
        return out;
    }
    const auto f = static_cast<std::size_t>(field);
    out.read = common_form(plan_.fields[f]);
    out.field = field;
    out.word = f / 64;
    out.bit = std::uint64_t{1} << (f % 64);
    out.plan = &plan_.fields[f];
    out.cells = cells_ + f;
    return out;
}

}  // namespace kaoping::engine
