// Shared steps of the checker: see checker.hpp.

#include "dsl/check/checker.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dsl/diagnostic/suggest.hpp"

namespace kaoping::dsl {

bool Checker::enough_said(Span span, DiagnosticLevel level) const {
    constexpr std::size_t times = 2;  // those that are shown: the first ones of a file are not always the first to be found
    const auto of_file = said_.find({span.file, level});
    return of_file != said_.end() && of_file->second >= times * budget.mistakes;
}

void Checker::say(Diagnostic diagnostic) {
    if (over_budget_ || enough_said(diagnostic.span, diagnostic.level)) return;
    ++said_[{diagnostic.span.file, diagnostic.level}];
    diagnostics.push_back(std::move(diagnostic));
}

std::string Checker::nearest(std::string_view name, const std::vector<std::string>& names) {
    compared_ += names.size();
    return compared_ > budget.comparisons ? std::string() : nearest_name(name, names);
}

bool Checker::out_of_room(Span span) {
    error("K0713", span, fmt::format("the packs hold more than {} expressions", budget.expressions), "load fewer packs at once");
    over_budget_ = true;
    return false;
}

void Checker::cut_down(Expr& expr, Expansion size) {
    if (size.depth > budget.depth)
        error("K0711", expr.span, fmt::format("this is nested {} deep when lets and defines are written out, more than {}", size.depth, budget.depth), "divide the rule");
    else
        error("K0714", expr.span, fmt::format("this has more than {} parts when lets, defines and what is asked of the items of a list are written out", budget.expansion),
              "use the same define less often, or put long lists of values into a table");
    const Span place = expr.span;
    expr = Expr();
    expr.span = place;
    expansions.make_leaf();
}

ExprId Checker::add(Op op, Type type, Span span, std::span<const ExprId> args, std::int32_t index, std::int32_t second, Value value) {
    if (!has_room(span)) return program.exprs.empty() ? no_expr : 0;
    Expr& node = program.exprs.emplace_back();
    node.op = op;
    node.type = type;
    node.span = span;
    node.args.assign(args.begin(), args.end());
    node.index = index;
    node.second = second;
    node.value = std::move(value);
    const Expansion& size = expansions.add();
    if (size.depth > budget.depth || size.parts > budget.expansion) cut_down(node, size);
    return static_cast<ExprId>(program.exprs.size() - 1);
}

ExprId Checker::constant(Type type, Span span, std::int64_t number) { return add(Op::constant, type, span, {}, -1, -1, {number, {}}); }

std::int32_t Checker::add_binder(std::string_view name, Type type, Span span) {
    program.binders.push_back({std::string(name), type, span});
    return static_cast<std::int32_t>(program.binders.size() - 1);
}

std::string Checker::type_name(Type t) const {
    const auto plain = [this](Kind kind, std::int32_t of) -> std::string {
        switch (kind) {
            case Kind::error: return "nothing known";
            case Kind::boolean: return "a condition";
            case Kind::number: return "a number";
            case Kind::text: return "a text";
            case Kind::date: return "a date";
            case Kind::datetime: return "a point in time";
            case Kind::duration: return "an elapsed time";
            case Kind::period: return "a period";
            case Kind::deadline: return "a deadline";
            case Kind::enumeration: return of < 0 ? "an enum" : "one of " + enumeration(of).name;
            case Kind::reference: return "a reference to " + (of < 0 ? std::string("a record") : record(of).name);
            case Kind::element: return of == program.schema.case_record ? std::string("the case") : "an element of " + record(of).name;
            case Kind::row: return "a row of the table " + program.tables[static_cast<std::size_t>(of)].name;
            case Kind::spans: return "spans of time";
            case Kind::list: return "a list";
        }
        return "a value";
    };
    const auto plural = [this](Kind kind, std::int32_t of) -> std::string {
        switch (kind) {
            case Kind::boolean: return "conditions";
            case Kind::number: return "numbers";
            case Kind::text: return "texts";
            case Kind::date: return "dates";
            case Kind::datetime: return "points in time";
            case Kind::duration: return "elapsed times";
            case Kind::period: return "periods";
            case Kind::deadline: return "deadlines";
            case Kind::enumeration: return of < 0 ? std::string("members of an enum") : "members of " + enumeration(of).name;
            case Kind::reference: return "references to " + (of < 0 ? std::string("records") : record(of).name);
            case Kind::element: return "elements of " + record(of).name;
            default: return "values";
        }
    };
    std::string out = t.is(Kind::list) ? "a list of " + plural(t.item, t.of) : plain(t.kind, t.of);
    return t.optional ? out + " that may be absent" : out;
}

Type Checker::resolve(const syntax::TypeRef& ref) {
    if (ref.kind == syntax::TypeRef::Kind::list) {
        Type item = ref.item.empty() ? Type{} : resolve(ref.item.front());
        if (item.is(Kind::list) || item.optional) {
            error("K0203", ref.span, "the items of a list are neither lists nor optional", "make the items records of their own");
            return {};
        }
        Type out = item.is(Kind::error) ? Type{} : Type::list_of(item);
        out.optional = ref.optional;
        return out;
    }
    if (ref.name.text.empty()) return {};  // the parser has said what is wrong
    static const std::map<std::string, Kind, std::less<>> basic{{"bool", Kind::boolean}, {"number", Kind::number},     {"text", Kind::text},
                                                                {"date", Kind::date},    {"datetime", Kind::datetime}, {"duration", Kind::duration},
                                                                {"period", Kind::period}, {"deadline", Kind::deadline}, {"spans", Kind::spans}};
    Type out;
    const bool reference = ref.kind == syntax::TypeRef::Kind::reference;
    const auto known = basic.find(ref.name.text);
    const auto record_named = records.find(ref.name.text);
    const auto enum_named = enums.find(ref.name.text);
    if (!reference && known != basic.end()) out = type(known->second);
    else if (record_named != records.end()) out = type(reference ? Kind::reference : Kind::element, record_named->second);
    else if (!reference && enum_named != enums.end()) out = type(Kind::enumeration, enum_named->second);
    else {
        if (enough_said(ref.name.span)) return {};
        std::vector<std::string> names;
        for (const auto& [name, index] : records) names.push_back(name);
        if (!reference) {
            for (const auto& [name, kind] : basic) names.push_back(name);
            for (const auto& [name, index] : enums) names.push_back(name);
        }
        const std::string near = nearest(ref.name.text, names);
        error("K0203", ref.name.span, fmt::format("there is no {} `{}`", reference ? "record" : "type", ref.name.text),
              !near.empty() ? fmt::format("did you mean `{}`?", near)
              : reference   ? std::string("behind `->` stands a record; enums and other types are written without it")
                            : std::string("types are bool, number, text, date, datetime, duration, period, deadline, enums and records"));
        return {};
    }
    if (out.is(Kind::period) || out.is(Kind::deadline)) out.of = static_cast<std::int32_t>(Counting::either);
    out.optional = ref.optional;
    return out;
}

}  // namespace kaoping::dsl
