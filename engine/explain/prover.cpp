// Writes down what each part of an expression was: see prover.hpp.

#include "engine/explain/prover.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/evaluate/value_text.hpp"

namespace kaoping::engine::explain {

using dsl::Kind;
using dsl::Op;
using reference::Item;
using reference::Truth3;

namespace {

std::string_view truth_word(Truth truth) { return truth == Truth::yes ? "true" : truth == Truth::no ? "false" : "unknown"; }

/// Steps that the checker put in and nobody wrote.
bool is_implicit(Op op) { return op == Op::follow || op == Op::key_of || op == Op::key_text || op == Op::period_length; }

bool has_elements(Op op) { return op >= Op::at_least && op <= Op::first_by; }

}  // namespace

bool Prover::bind_subject(const dsl::Rule& rule, const ReferenceSubject& subject) {
    walker_.set_subject(subject.pointer);
    for (std::size_t i = 0; i < rule.for_each.size(); ++i) {
        const Value list = walker_.operand(rule.for_each[i].list);
        const auto item = std::find_if(list.items.begin(), list.items.end(), [&](const Item& one) { return one.value.row == subject.rows[i]; });
        if (item == list.items.end()) return false;
        walker_.bind(rule.for_each[i].binder, item->value);
    }
    return true;
}

std::string Prover::source_text(dsl::Span span) const {
    std::string out;
    bool comment = false;
    for (const char c : in_.sources.text(span)) {
        if (c == '#') comment = true;
        if (c == '\n') comment = false;
        if (comment) continue;
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!blank) out += c;
        else if (!out.empty() && out.back() != ' ') out += ' ';
    }
    return out;
}

std::string Prover::value_words(dsl::Type type, const Value& value) {
    if (value.absent()) return std::string(absent_text(""));
    if (value.unknown()) return std::string(unknown_text(""));
    if (type.is(Kind::text) || type.is(Kind::reference)) return fmt::format("\"{}\"", value.text);
    if (type.is(Kind::element)) return element_name(in_.program.schema, walker_.layout(), in_.batch, type.of, static_cast<std::int32_t>(value.number));
    if (type.is(Kind::list)) return fmt::format("{} element{}", value.items.size(), value.items.size() == 1 ? "" : "s");
    if (type.is(Kind::spans) || type.is(Kind::row)) return {};
    return value_text(in_.program.schema, in_.time.zone, type, value.number, "");
}

std::string Prover::place_of_field(const dsl::Expr& e) {
    const Value base = walker_.value(e.args[0]);
    if (!base.present()) return {};
    const int record = in_.program.expr(e.args[0]).type.of;
    const auto row = static_cast<std::size_t>(base.number);
    const Table& table = in_.batch.tables[static_cast<std::size_t>(record)];
    const auto field = static_cast<std::size_t>(e.index);
    if (in_.lines && field < table.cell_places.size() && row < table.cell_places[field].size() && table.cell_places[field][row].line > 0)
        return fmt::format("{}:{}", table.cell_places[field][row].line, table.cell_places[field][row].column);
    return pointer_of(in_.program.schema, walker_.layout(), in_.batch, record, static_cast<int>(row), e.index);
}

ProofNode Prover::leaf(dsl::ExprId id) {
    const dsl::Expr& e = in_.program.expr(id);
    const Value value = walker_.value(id);
    ProofNode out;
    out.text = source_text(e.span);
    out.value = value_words(e.type, value);
    if (value.unknown()) out.missing = value.facts;
    return out;
}

ProofNode Prover::truth_leaf(dsl::ExprId id) {
    const Truth3 truth = walker_.truth(id);
    ProofNode out;
    out.text = source_text(in_.program.expr(id).span);
    out.value = truth_word(truth.truth);
    if (truth.truth == Truth::unknown) out.missing = truth.facts;
    return out;
}

ProofNode Prover::node(dsl::ExprId id) {
    while (is_implicit(in_.program.expr(id).op)) id = in_.program.expr(id).args[0];
    const dsl::Expr& e = in_.program.expr(id);
    ProofNode out = is_truth(id) ? truth_leaf(id) : leaf(id);
    if (e.op == Op::field) {
        std::string place = place_of_field(e);
        if (mentioned_.insert(place).second) out.place = std::move(place);
    }
    add_parts(out, id);
    if (!out.children.empty()) out.missing.clear();  // the parts say what is missing
    return out;
}

void Prover::add_part(ProofNode& to, dsl::ExprId id) {
    if (id == dsl::no_expr) return;
    const dsl::Expr& e = in_.program.expr(id);
    if (is_implicit(e.op)) return add_part(to, e.args[0]);
    if (e.op == Op::constant || e.op == Op::case_ || e.op == Op::binder) return;
    if (!spend()) return;
    to.children.push_back(node(id));
}

void Prover::add_parts(ProofNode& to, dsl::ExprId id) {
    const dsl::Expr& e = in_.program.expr(id);
    if (e.op == Op::let) return add_let(to, e);
    if (e.op == Op::call) return add_call(to, e);
    if (e.op == Op::and_ || e.op == Op::or_) return add_logic(to, e);
    if (has_elements(e.op)) return add_elements(to, e);
    if (e.op == Op::comprehension || e.op == Op::spans_for || e.op == Op::table_row) return;
    if (e.op == Op::if_) {
        const Truth3 condition = walker_.truth(e.args[0]);
        add_part(to, e.args[0]);
        if (condition.truth != Truth::unknown) add_part(to, e.args[condition.truth == Truth::yes ? 1 : 2]);
        return;
    }
    for (const dsl::ExprId arg : e.args) add_part(to, arg);
}

/// Only the operands that decide: the false ones of a false `and`, the true ones of a true `or`; else all.
void Prover::add_logic(ProofNode& to, const dsl::Expr& e) {
    const Truth decisive = e.op == Op::and_ ? Truth::no : Truth::yes;
    const bool decided = std::any_of(e.args.begin(), e.args.end(), [&](dsl::ExprId arg) { return walker_.truth(arg).truth == decisive; });
    for (const dsl::ExprId arg : e.args) {
        if (decided && walker_.truth(arg).truth != decisive) continue;
        if (!spend()) return;
        to.children.push_back(node(arg));
    }
}

std::string Prover::item_name(const Item& item, dsl::Type type) {
    if (item.value.table < 0) return value_words(type, item.value);
    const std::string pointer = pointer_of(in_.program.schema, walker_.layout(), in_.batch, item.value.table, item.value.row);
    if (!type.is(Kind::element)) return value_words(type, item.value);
    const std::string name = element_name(in_.program.schema, walker_.layout(), in_.batch, type.of, static_cast<std::int32_t>(item.value.number));
    return name == pointer ? pointer : fmt::format("{} ({})", pointer, name);
}

ProofNode Prover::element(const dsl::Expr& e, const Item& item) {
    ProofNode out;
    const dsl::Type type = in_.program.expr(e.args[0]).type.element_type();
    if (e.index >= 0) {
        walker_.bind(e.index, item.value);
        out.label = in_.program.binders[static_cast<std::size_t>(e.index)].name + " = ";
    }
    out.label += item_name(item, type);
    Truth in = item.member.truth;
    if (in == Truth::yes && e.args[1] != dsl::no_expr) {
        in = walker_.truth(e.args[1]).truth;
        if (spend()) out.children.push_back(node(e.args[1]));
    }
    const bool body = e.args.size() > 2 && e.args[2] != dsl::no_expr;
    if (in == Truth::no || !body) out.value = in == Truth::yes ? "counts" : in == Truth::no ? "does not count" : "unknown";
    else if (spend()) out.children.push_back(node(e.args[2]));
    return out;
}

void Prover::add_elements(ProofNode& to, const dsl::Expr& e) {
    const Value list = walker_.operand(e.args[0]);
    if (list.unknown()) return add_part(to, e.args[0]);
    std::size_t shown = 0;
    for (const Item& item : list.items) {
        if (shown++ == max_proof_elements || !spend()) {
            to.children.push_back({fmt::format("… and {} more elements", list.items.size() - shown + 1), {}, {}, {}, {}, {}});
            return;
        }
        to.children.push_back(element(e, item));
    }
    if (list.items.empty()) to.children.push_back({source_text(in_.program.expr(e.args[0]).span), {}, "empty", {}, {}, {}});
}

void Prover::add_let(ProofNode& to, const dsl::Expr& e) {
    if (!told_.insert(e.index).second) return;
    const dsl::Let& let = in_.program.lets[static_cast<std::size_t>(e.index)];
    if (!spend()) return;
    ProofNode value = node(let.value);
    value.label = "let " + let.name + " =";
    to.children.push_back(std::move(value));
}

void Prover::add_call(ProofNode& to, const dsl::Expr& e) {
    for (const dsl::ExprId arg : e.args) add_part(to, arg);
    const dsl::Define& define = in_.program.defines[static_cast<std::size_t>(e.index)];
    std::vector<Value> arguments;
    for (const dsl::ExprId arg : e.args) arguments.push_back(walker_.value(arg));
    for (std::size_t i = 0; i < arguments.size(); ++i) walker_.bind(define.parameters[i], std::move(arguments[i]));
    if (!spend()) return;
    ProofNode body = node(define.body);
    body.label = "define " + define.name + " =";
    to.children.push_back(std::move(body));
}

}  // namespace kaoping::engine::explain
