// The typed pack as text: see printer.hpp.

#include "dsl/typed/printer.hpp"

#include <array>

#include <fmt/format.h>

namespace kaoping::dsl {

std::string_view op_name(Op op) {
    static constexpr std::array<std::string_view, static_cast<std::size_t>(Op::age_on) + 1> names{
        "constant",  "now",       "case",      "binder",    "let",       "field",      "follow",    "key_of",     "key_text",      "call",
        "parameter", "table_row", "column",    "not",       "and",       "or",         "if",        "compare",    "in",            "is_recorded",
        "is_missing", "or_else",  "is_empty",  "matches",   "precedes",  "negate",     "add",       "subtract",   "multiply",      "divide",
        "length_of", "at_least",  "at_most",   "every",     "count",     "count_distinct", "sum",   "least",      "greatest",      "first",
        "last",      "first_by",  "list",      "comprehension", "spans_for", "spans_join", "date_of", "period_length", "after",    "within",
        "at_least_after", "from_to", "age_on"};
    return names[static_cast<std::size_t>(op)];
}

std::string type_name(const Program& program, Type type) {
    static constexpr std::array<std::string_view, static_cast<std::size_t>(Kind::spans) + 1> names{
        "error", "bool", "number", "text", "date", "datetime", "duration", "period", "deadline", "enum", "reference", "element", "row", "list", "spans"};
    const auto of = static_cast<std::size_t>(type.of);
    std::string out;
    switch (type.kind) {
        case Kind::enumeration: out = program.schema.enums[of].name; break;
        case Kind::reference: out = "-> " + program.schema.records[of].name; break;
        case Kind::element: out = program.schema.records[of].name; break;
        case Kind::row: out = program.tables[of].name; break;
        case Kind::list: out = "[" + type_name(program, type.element_type()) + "]"; break;
        default: out = names[static_cast<std::size_t>(type.kind)];
    }
    return out + (type.optional ? "?" : "");
}

namespace {

constexpr std::array<std::string_view, 6> comparison_signs{"=", "!=", "<", "<=", ">", ">="};
constexpr std::array<std::string_view, 8> unit_names{"us", "seconds", "minutes", "hours", "days", "months", "years", "working_days"};

std::string decimal(std::int64_t millionths) {
    std::string out = fmt::format("{}{}.{:06}", millionths < 0 ? "-" : "", std::abs(millionths / number_scale), std::abs(millionths % number_scale));
    out.erase(out.find_last_not_of('0') + 1);
    if (out.back() == '.') out.pop_back();
    return out;
}

std::string constant(const Program& program, const Expr& e) {
    switch (e.type.kind) {
        case Kind::text:
        case Kind::reference: return fmt::format("\"{}\"", e.value.text.view());
        case Kind::number: return decimal(e.value.number);
        case Kind::boolean: return e.value.number != 0 ? "true" : "false";
        case Kind::enumeration: return program.schema.enums[static_cast<std::size_t>(e.type.of)].members[static_cast<std::size_t>(e.value.number)].name;
        case Kind::period: {
            const PeriodValue period = PeriodValue::decode(e.value.number);
            const char* rolling = period.rolling == Rolling::strict ? " strict" : period.rolling == Rolling::rolling ? " rolling" : "";
            return fmt::format("{} {}{}", period.count, unit_names[static_cast<std::size_t>(period.unit)], rolling);
        }
        default: return fmt::format("{}", e.value.number);
    }
}

/// What an operator has beside its arguments.
std::string payload(const Program& program, const Expr& e) {
    const auto index = static_cast<std::size_t>(e.index);
    switch (e.op) {
        case Op::compare: return std::string(comparison_signs[index]);
        case Op::binder: return program.binders[index].name;
        case Op::let: return program.lets[index].name;
        case Op::call: return program.defines[index].name;
        case Op::parameter: return program.parameters[index].name;
        case Op::table_row: return program.tables[index].name;
        case Op::column: return program.tables[static_cast<std::size_t>(program.expr(e.args[0]).type.of)].columns[index].name;
        case Op::field: {
            const Type of = program.expr(e.args[0]).type;
            return program.schema.records[static_cast<std::size_t>(of.of)].fields[index].name;
        }
        case Op::follow: return program.schema.records[static_cast<std::size_t>(e.type.of)].name;
        case Op::matches: return fmt::format("\"{}\"", e.value.text.view());
        case Op::from_to: return std::string(unit_names[index]);
        case Op::at_least:
        case Op::at_most: return fmt::format("{} {}", e.second, program.binders[index].name);
        case Op::every:
        case Op::comprehension:
        case Op::spans_for: return program.binders[index].name;
        default:
            const bool fold = e.op >= Op::count && e.op <= Op::first_by;
            return fold && e.index >= 0 ? program.binders[index].name : "";
    }
}

class ProgramPrinter {
public:
    explicit ProgramPrinter(const Program& program) : program_(program) {}

    std::string print() {
        schema();
        for (const Parameter& parameter : program_.parameters)
            line(0, fmt::format("parameter {}: {} ({} entries)", parameter.name, type_name(program_, parameter.type), parameter.entries.size()));
        for (const Table& table : program_.tables) line(0, fmt::format("table {}: {} rows", table.name, table.rows));
        for (const Define& define : program_.defines)
            line(0, fmt::format("define {}({}): {} = {}", define.name, parameters(define), type_name(program_, program_.expr(define.body).type),
                                print_typed(program_, define.body)));
        for (const Let& let : program_.lets)
            line(0, fmt::format("let {}: {} = {}", let.name, type_name(program_, program_.expr(let.value).type), print_typed(program_, let.value)));
        for (const Rule& rule : program_.rules) this->rule(rule);
        return std::move(out_);
    }

private:
    void line(int indent, const std::string& text) { out_ += std::string(static_cast<std::size_t>(indent) * 2, ' ') + text + "\n"; }

    std::string parameters(const Define& define) const {
        std::string out;
        for (const std::int32_t binder : define.parameters) {
            const Binder& of = program_.binders[static_cast<std::size_t>(binder)];
            out += (out.empty() ? "" : ", ") + of.name + ": " + type_name(program_, of.type);
        }
        return out;
    }

    void schema() {
        for (const Record& record : program_.schema.records) {
            line(0, "record " + record.name + (record.restricts_liberty ? " restricts liberty" : ""));
            for (const Field& field : record.fields) line(1, fmt::format("{}: {}{}", field.name, type_name(program_, field.type), field.key ? " key" : ""));
        }
    }

    void clause(const char* name, ExprId id) {
        if (id != no_expr) line(1, fmt::format("{} {}", name, print_typed(program_, id)));
    }

    void rule(const Rule& rule) {
        line(0, fmt::format("rule {} version {}", rule.full_id, rule.version));
        for (const Citation& citation : rule.basis) line(1, "basis " + citation.text());
        for (const ForEach& each : rule.for_each)
            line(1, fmt::format("for each {} in {}", program_.binders[static_cast<std::size_t>(each.binder)].name, print_typed(program_, each.list)));
        clause("where", rule.where);
        clause("on", rule.on);
        clause("when", rule.when);
        for (const ExprId need : rule.needs) clause("needs", need);
        clause("due", rule.due);
        for (const Exception& exception : rule.exceptions) clause("except", exception.condition);
        clause("done", rule.done);
        clause("require", rule.require);
        clause(rule.deduct.per_case ? "deduct per case" : "deduct each", rule.deduct.low);
        if (rule.deduct.high != rule.deduct.low) clause("to", rule.deduct.high);
        for (const int absorbed : rule.absorbs) line(1, "absorbs " + program_.rules[static_cast<std::size_t>(absorbed)].full_id);
        for (const Shown& one : rule.responsible) clause("responsible", one.value);
        for (const Shown& one : rule.show) clause("show", one.value);
        for (const Message::Part& part : rule.texts.message.parts) clause("message hole", part.hole);
    }

    const Program& program_;
    std::string out_;
};

}  // namespace

std::string print_typed(const Program& program, ExprId id) {
    if (id == no_expr) return "_";
    const Expr& e = program.expr(id);
    if (e.op == Op::constant) return constant(program, e);
    const std::string what = payload(program, e);
    if (e.args.empty()) return what.empty() ? std::string(op_name(e.op)) : what;
    std::string out = fmt::format("({}{}{}", op_name(e.op), what.empty() ? "" : " ", what);
    for (const ExprId arg : e.args) out += " " + print_typed(program, arg);
    return out + ")";
}

std::string print_program(const Program& program) { return ProgramPrinter(program).print(); }

}  // namespace kaoping::dsl
