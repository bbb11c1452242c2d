// See kernel_loops.hpp.

#include "engine/evaluate/kernel_loops.hpp"

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
        default: out.numbers.assign(rows, 0); break;
    }
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

FoldItems::FoldItems(const Evaluation& run, const Instruction& fold) : run_(run), instruction_(fold), over_(fold.op.over) {}

bool FoldItems::open(std::size_t row) {
    over_budget_ = false;
    if (over_ == FoldOver::columns) {
        begin_ = row;
        size_ = static_cast<std::size_t>(instruction_.op.second);
        return true;
    }
    const Column& list = *run_.slots[static_cast<std::size_t>(instruction_.args[0])];
    if (!list.present.get(row)) return false;
    if (over_ == FoldOver::range) {
        begin_ = static_cast<std::size_t>(list.begin[row]);
        size_ = static_cast<std::size_t>(list.end[row] - list.begin[row]);
        return true;
    }
    const NestRows& nest = run_.nests[static_cast<std::size_t>(instruction_.op.item_space)];
    const auto of_case = static_cast<std::size_t>(run_.case_of(instruction_.op.space)[row]);
    if (nest.over_budget[of_case]) {
        over_budget_ = true;
        return false;
    }
    begin_ = static_cast<std::size_t>(nest.begin[row]);
    size_ = static_cast<std::size_t>(nest.begin[row + 1] - nest.begin[row]);
    return true;
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
