#pragma once
// The keys of one record's data, each with all that reading its value needs, so that a reader's inner loop asks once.

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>

#include "engine/casefile/case_writer.hpp"
#include "engine/casefile/common_forms.hpp"
#include "engine/casefile/decode_plan.hpp"
#include "engine/casefile/key_order.hpp"

namespace kaoping::engine {

struct RecordKey {
    CommonForm common = nullptr;
    std::uint64_t* seen = nullptr;    ///< the row's fields seen, 64 of them …
    std::uint64_t bit = 0;            ///< … and the field's bit in it
    const CellBuffers* cells = nullptr;
    const FieldPlan* plan = nullptr;
    std::int32_t record = -1, field = -1;

    /// Nobody wants the field.
    [[nodiscard]] bool passed_over() const { return common == nullptr; }
    /// The record has no such field, which is a finding.
    [[nodiscard]] bool unknown() const { return plan == nullptr; }
    [[nodiscard]] bool was_seen() const { return (*seen & bit) != 0; }
    void note_seen() const { *seen |= bit; }
};

/// Of one record: its keys, the order in which they came so far, and those of the row at hand. (A record never contains itself, so
/// there is one row at hand.)
class RecordKeys {
public:
    using Seen = KeyOrder<RecordKey>::Seen;

    /// `writer` must outlive it, and so must the plan that it has now. `strict`: keys without a field are findings.
    RecordKeys(CaseWriter& writer, int record, bool strict);

    [[nodiscard]] RecordKey key(std::string_view name);
    /// Stands for the beginning of every object.
    [[nodiscard]] Seen& beginning() { return order_.beginning(); }
    /// A key that came behind `last` as `bytes`, when another one was expected.
    [[nodiscard]] Seen& find(std::string_view name, std::string_view bytes, Seen& last) {
        return order_.find(name, bytes, last, [this](std::string_view fresh) { return key(fresh); });
    }

    /// What stands at a place is read into a row, if it has the form that values of such a field mostly have: the place behind it, or null.
    [[nodiscard, gnu::always_inline]] static const char* read(const FormText& text, const RecordKey& key, std::int32_t row, const char* at) { return key.common(text, key, row, at); }

    void begin_row() {
        seen_.front() = 0;  // most records fit into a word, and a library call costs more than the row
        if (seen_.size() > 1) std::fill(seen_.begin() + 1, seen_.end(), 0);
    }
    /// The fields that the row at hand has.
    [[nodiscard]] std::span<const std::uint64_t> seen() const { return seen_; }
    [[nodiscard]] bool has_all_wanted() const {
        if ((plan_.wanted[0] & ~seen_[0]) != 0) return false;
        for (std::size_t w = 1; w < seen_.size(); ++w)
            if ((plan_.wanted[w] & ~seen_[w]) != 0) return false;
        return true;
    }

private:
    CaseWriter& writer_;
    const RecordPlan& plan_;
    std::int32_t record_;
    bool strict_;
    FieldBits seen_;  ///< keys point into it
    KeyOrder<RecordKey> order_;
};

}  // namespace kaoping::engine
