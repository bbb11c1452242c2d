// See record_keys.hpp.

#include "engine/casefile/record_keys.hpp"

namespace kaoping::engine {

RecordKeys::RecordKeys(CaseWriter& writer, int record, bool strict)
    : writer_(writer), plan_(writer.plan().records[static_cast<std::size_t>(record)]), record_(record), strict_(strict), seen_(plan_.wanted.size()) {}

RecordKey RecordKeys::key(std::string_view name) {
    RecordKey out;
    out.seen = seen_.data();
    const int field = plan_.names.find(name);
    if (field < 0) {
        if (field != not_read && strict_) out.common = no_common_form;
        return out;
    }
    const auto f = static_cast<std::size_t>(field);
    out.plan = &plan_.fields[f];
    out.common = common_form(*out.plan);
    out.seen = &seen_[f / 64];
    out.bit = std::uint64_t{1} << (f % 64);
    out.cells = writer_.cells(record_) + f;
    out.record = record_;
    out.field = field;
    return out;
}

}  // namespace kaoping::engine
