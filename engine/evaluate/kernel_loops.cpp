// See kernel_loops.hpp.

#include "engine/evaluate/kernel_loops.hpp"

#include "engine/evaluate/wide_lookup.hpp"

namespace kaoping::engine {

void shape(ValueColumn& out, dsl::Kind kind, std::size_t rows) {
    out.kind = kind;
    out.known.resize(rows);
    out.present.resize(rows);
    switch (kind) {
        case dsl::Kind::boolean: out.truth.resize(rows); break;
        case dsl::Kind::text: out.texts.assign(rows, {}); break;
        case dsl::Kind::reference:
            out.texts.assign(rows, {});
            out.numbers.assign(rows, not_looked_up);
            break;
        case dsl::Kind::list:
        case dsl::Kind::spans:
            out.begin.assign(rows, 0);
            out.end.assign(rows, 0);
            out.spans.clear();
            break;
        default: give_room(out.numbers, rows); break;
    }
}

void shape_planes(ValueColumn& out, std::size_t rows) {
    out.kind = dsl::Kind::boolean;
    out.known.shape(rows);
    out.present.shape(rows);
    out.truth.shape(rows);
}

void present_in_all(Bits& out, const Evaluation& run, const Instruction& instruction, std::size_t rows) {
    out.resize(rows, true);
    for (std::size_t i = 0; i < instruction.args.size(); ++i) {
        const Bits& present = run.arg(instruction, i).present;
        for (std::size_t w = 0; w < out.word_count(); ++w) out.word(w) &= present.word(w);
    }
}

void copy_cell(const Column& from, std::size_t from_row, ValueColumn& out, std::size_t row) {
    if (!from.known.get(from_row)) return;
    out.known.set(row);
    if (!from.present.get(from_row)) return;
    out.present.set(row);
    switch (out.kind) {
        case dsl::Kind::boolean: out.truth.put(row, from.truth.get(from_row)); break;
        case dsl::Kind::text: out.texts[row] = from.texts[from_row]; break;
        case dsl::Kind::reference:
            out.texts[row] = from.texts[from_row];
            out.numbers[row] = from.numbers[from_row];
            break;
        case dsl::Kind::list:
            out.begin[row] = from.begin[from_row];
            out.end[row] = from.end[from_row];
            break;
        case dsl::Kind::spans: {
            const auto& spans = static_cast<const ValueColumn&>(from).spans;
            out.begin[row] = static_cast<std::int32_t>(out.spans.size());
            for (std::int32_t s = from.begin[from_row]; s < from.end[from_row]; ++s) out.spans.push_back(spans[static_cast<std::size_t>(s)]);
            out.end[row] = static_cast<std::int32_t>(out.spans.size());
            break;
        }
        default: out.numbers[row] = from.numbers[from_row]; break;
    }
}

namespace {

/// Most planes are all set or all not: then there is nothing to be looked up.
void take_plane(const Bits& from, std::span<const std::int32_t> from_row, Bits& out) {
    const std::size_t rows = from_row.size();
    if (from.none()) return out.resize(rows, false);
    if (from.all()) return out.resize(rows, true);
    out.shape(rows);
    look_up_bits(from.words(), from_row, out.data());
}

template <typename Value>
void take_values(const std::vector<Value>& from, std::span<const std::int32_t> from_row, std::vector<Value>& out) {
    give_room(out, from_row.size());
    for (std::size_t row = 0; row < from_row.size(); ++row) out[row] = from[static_cast<std::size_t>(from_row[row])];
}

}  // namespace

void take_cells(const Column& from, std::span<const std::int32_t> from_row, ValueColumn& out) {
    out.kind = from.kind;
    if (from.kind == dsl::Kind::spans) {  // which are stored in the order of rows
        shape(out, from.kind, from_row.size());
        for (std::size_t row = 0; row < from_row.size(); ++row) copy_cell(from, static_cast<std::size_t>(from_row[row]), out, row);
        return;
    }
    take_plane(from.present, from_row, out.present);
    if (from.known == from.present) out.known = out.present;  // nothing is known to be absent
    else take_plane(from.known, from_row, out.known);
    switch (from.kind) {
        case dsl::Kind::boolean: return take_plane(from.truth, from_row, out.truth);
        case dsl::Kind::text: return take_values(from.texts, from_row, out.texts);
        case dsl::Kind::reference:
            take_values(from.texts, from_row, out.texts);
            return take_values(from.numbers, from_row, out.numbers);
        case dsl::Kind::list:
            take_values(from.begin, from_row, out.begin);
            return take_values(from.end, from_row, out.end);
        default: return take_values(from.numbers, from_row, out.numbers);
    }
}

FoldItems::FoldItems(const Evaluation& run, const Instruction& fold) : run_(run), instruction_(fold), over_(fold.op.over) {
    if (over_ == FoldOver::columns) {
        size_ = static_cast<std::size_t>(fold.op.second);
        return;
    }
    list_ = run.slots[static_cast<std::size_t>(fold.args[0])];
    if (fold.op.has_condition) condition_ = run.slots[static_cast<std::size_t>(fold.args[1])];
    if (over_ == FoldOver::nest) nest_ = &run.nests[static_cast<std::size_t>(fold.op.item_space)];
}

std::optional<std::size_t> best_by_key(const FoldItems& items, bool greatest) {
    std::size_t best = items.size();
    std::int64_t best_key = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Truth belongs = items.condition(i);
        if (belongs == Truth::no) continue;
        const Column& keys = items.value(i, 0);
        if (belongs == Truth::unknown || !keys.present.get(items.place(i))) return std::nullopt;
        const std::int64_t key = keys.numbers[items.place(i)];
        if (best != items.size() && (greatest ? key < best_key : key >= best_key)) continue;
        best = i;
        best_key = key;
    }
    return best;
}

}  // namespace kaoping::engine
