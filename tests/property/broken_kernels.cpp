// See broken_kernels.hpp.

#include "tests/property/broken_kernels.hpp"

#include <algorithm>

namespace kaoping::test {

using dsl::Kind;
using engine::Column;
using engine::Evaluation;
using engine::Instruction;
using engine::ValueColumn;
using engine::VertexKind;

namespace {

/// How many rows a column's element or table row can name.
std::int64_t rows_of(const Evaluation& run, dsl::Type type) {
    const auto of = static_cast<std::size_t>(type.of);
    return type.is(Kind::element) ? run.batch->tables[of].rows : static_cast<std::int64_t>(run.plan->tables[of].rows);
}

/// n + step, also where that wraps round.
std::int64_t moved(std::int64_t n, std::int64_t step) { return static_cast<std::int64_t>(static_cast<std::uint64_t>(n) + static_cast<std::uint64_t>(step)); }

std::int64_t next_number(const Evaluation& run, dsl::Type type, std::int64_t n) {
    switch (type.kind) {
        case Kind::number: return moved(n, dsl::number_scale);
        case Kind::period: {
            auto period = dsl::PeriodValue::decode(n);
            ++period.count;
            return period.encode();
        }
        case Kind::deadline: {
            auto deadline = dsl::DeadlineValue::decode(n);
            ++deadline.at;
            return deadline.encode();
        }
        case Kind::enumeration: return (n + 1) % static_cast<std::int64_t>(run.plan->schema.enums[static_cast<std::size_t>(type.of)].members.size());
        case Kind::element:
        case Kind::row: return (n + 1) % rows_of(run, type);
        default: return moved(n, 1);
    }
}

void decide_otherwise(ValueColumn& out) {
    for (std::size_t row = 0; row < out.verdict.size(); ++row) {
        out.verdict[row] = out.verdict[row] == engine::Verdict::met ? engine::Verdict::defect : engine::Verdict::met;
        out.possible[row] = engine::set_of(out.verdict[row]);
    }
}

void move_on(const Evaluation& run, const Instruction& instruction, ValueColumn& out, std::size_t row) {
    switch (out.kind) {
        case Kind::boolean: out.truth.put(row, !out.truth.get(row)); break;
        case Kind::text:
        case Kind::reference: out.texts[row] = "another"; break;
        case Kind::list: out.end[row] = std::max(out.begin[row], out.end[row] - 1); break;
        case Kind::spans: out.begin[row] = std::min(out.end[row], out.begin[row] + 1); break;
        default: out.numbers[row] = next_number(run, instruction.op.type, out.numbers[row]);
    }
}

void swallow(const Evaluation& run, const Instruction& instruction, ValueColumn& out, std::size_t row) {
    const dsl::Type type = instruction.op.type;
    if (type.is(Kind::element) || type.is(Kind::row)) {
        if (rows_of(run, type) == 0) return;
        out.numbers[row] = 0;  // what stands there is any number, and no row perhaps
    }
    out.known.set(row);
    out.present.set(row);
}

/// Every outer row loses the last of its items.
void shorten(engine::NestRows& rows) {
    engine::NestRows out;
    out.over_budget = rows.over_budget;
    for (std::size_t o = 0; o + 1 < rows.begin.size(); ++o) {
        out.begin.push_back(static_cast<std::int32_t>(out.item.size()));
        for (std::int32_t r = rows.begin[o]; r + 1 < rows.begin[o + 1]; ++r) {
            const auto i = static_cast<std::size_t>(r);
            out.outer.push_back(rows.outer[i]);
            out.item.push_back(rows.item[i]);
            out.case_of.push_back(rows.case_of[i]);
        }
    }
    out.begin.push_back(static_cast<std::int32_t>(out.item.size()));
    rows = std::move(out);
}

template <Damage damage>
const Column* broken(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const Column* made = engine::default_kernels()[static_cast<std::size_t>(instruction.op.kind)](run, instruction, out);
    if (instruction.op.kind == VertexKind::nest) {
        if constexpr (damage == Damage::off_by_one) shorten(run.nests[static_cast<std::size_t>(instruction.op.second)]);
        return made;
    }
    if (instruction.op.kind == VertexKind::verdict) {
        if constexpr (damage == Damage::off_by_one) decide_otherwise(out);
        return made;
    }
    if (made != &out) static_cast<Column&>(out) = *made;
    for (std::size_t row = 0; row < out.known.size(); ++row) {
        if (damage == Damage::off_by_one && out.present.get(row)) move_on(run, instruction, out, row);
        if (damage == Damage::null_swallowing && !out.known.get(row)) swallow(run, instruction, out, row);
    }
    return &out;
}

}  // namespace

engine::KernelSet broken_kernels(VertexKind kind, Damage damage) {
    engine::KernelSet set = engine::default_kernels();
    set[static_cast<std::size_t>(kind)] = damage == Damage::off_by_one ? broken<Damage::off_by_one> : broken<Damage::null_swallowing>;
    return set;
}

std::string unnoticeable(VertexKind kind, Damage damage) {
    if (kind == VertexKind::key_text) return "no rule is written with it: a reference shows as its key by itself";
    if (damage == Damage::off_by_one) return {};
    switch (kind) {
        case VertexKind::constant:
        case VertexKind::now:
        case VertexKind::own_row: return "always present";
        case VertexKind::select: return "says of every row whether it is kept; an unknown condition keeps it";
        case VertexKind::nest: return "makes rows, no values";
        case VertexKind::verdict: return "decides every row";
        default: return {};
    }
}

std::string damage_name(Damage damage) { return damage == Damage::off_by_one ? "off by one" : "swallows unknowns"; }

}  // namespace kaoping::test
