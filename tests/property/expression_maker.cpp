// Paths, choices, calls: see expression_maker.hpp.

#include "tests/property/expression_maker.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kaoping::test {

using dsl::Kind;
using dsl::Type;

namespace {

bool fits(Type have, Type wanted) {
    return have.kind == wanted.kind && have.optional == wanted.optional && (wanted.of < 0 || have.of == wanted.of) &&
           (!wanted.is(Kind::list) || wanted.item == Kind::error || (have.item == wanted.item && have.of == wanted.of));
}

/// Facts about parameters become facts about the paths that are given for them.
Paths renamed(const Paths& facts, const std::vector<Variable>& parameters, const std::vector<std::string>& arguments) {
    Paths out;
    for (const std::string& fact : facts) {
        const std::string head = fact.substr(0, fact.find('.'));
        bool of_parameter = false;
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            if (parameters[i].name != head) continue;
            of_parameter = true;
            if (arguments[i].find_first_of("( \"") == std::string::npos) out.insert(arguments[i] + fact.substr(head.size()));
        }
        if (!of_parameter) out.insert(fact);
    }
    return out;
}

}  // namespace

// ---- paths ----------------------------------------------------------------------------------------------------------------

void ExpressionMaker::walk(const Variable& from, int steps, std::vector<Variable>& out) {
    Variable here = from;
    if (scope.present.count(here.name) != 0) here.type.optional = false;
    out.push_back(here);
    if (here.type.optional || steps == 0) return;
    if (here.type.is(Kind::element) || here.type.is(Kind::reference)) {
        for (const FieldModel& f : schema_.records[static_cast<std::size_t>(here.type.of)].fields) walk({here.name + "." + f.name, f.type, {}, {}, {}}, steps - 1, out);
    } else if (here.type.is(Kind::row)) {
        for (const auto& [name, type] : declared_.tables[static_cast<std::size_t>(here.type.of)].columns) walk({here.name + "." + name, type, {}, {}, {}}, steps - 1, out);
    }
}

std::vector<Variable> ExpressionMaker::all_paths() {
    std::vector<Variable> out;
    for (const Variable& one : scope.variables) walk(one, 2, out);
    // Variables say more of a subject than the case does: mostly they alone.
    if (!out.empty() && random_.chance(65)) return out;
    for (const FieldModel& f : schema_.of_case().fields) walk({f.name, f.type, {}, {}, {}}, 1, out);
    return out;
}

std::vector<Variable> ExpressionMaker::paths(Type wanted) {
    std::vector<Variable> out;
    for (const Variable& one : all_paths())
        if (fits(one.type, wanted)) out.push_back(one);
    return out;
}

// ---- values ---------------------------------------------------------------------------------------------------------------

Type ExpressionMaker::value_type() {
    static const std::vector<Kind> kinds{Kind::number, Kind::number, Kind::text, Kind::date, Kind::datetime, Kind::datetime, Kind::duration, Kind::enumeration, Kind::reference, Kind::boolean};
    Type type = plain(random_.pick(kinds));
    if (type.is(Kind::enumeration)) type.of = static_cast<std::int32_t>(random_.below(schema_.enums.size()));
    if (type.is(Kind::reference)) type.of = 0;
    return available(type) ? type : plain(Kind::number);
}

bool ExpressionMaker::available(Type type) {
    if (!type.is(Kind::reference) && !type.is(Kind::element)) return true;
    std::vector<Variable> all;
    for (const Variable& one : scope.variables) walk(one, 2, all);
    for (const FieldModel& f : schema_.of_case().fields) walk({f.name, f.type, {}, {}, {}}, 1, all);
    for (const Variable& one : all)
        if (fits(one.type, type)) return true;
    return false;
}

std::string ExpressionMaker::literal(Type type) {
    switch (type.kind) {
        case Kind::boolean: return random_.chance(50) ? "true" : "false";
        case Kind::number: {
            const std::string& n = random_.pick(pool_.numbers);
            return n[0] == '-' ? "(" + n + ")" : n;
        }
        case Kind::text: return "\"" + random_.pick(pool_.texts) + "\"";
        case Kind::date: return random_.pick(pool_.dates);
        case Kind::datetime: return random_.pick(pool_.datetimes);
        case Kind::enumeration: {
            const EnumModel& e = schema_.enums[static_cast<std::size_t>(type.of)];
            return e.name + "." + random_.pick(e.members);
        }
        default: return "(" + random_.pick(pool_.datetimes) + " - " + random_.pick(pool_.datetimes) + ")";
    }
}

std::string ExpressionMaker::value(Type type, int depth) {
    if (depth <= 0) return new_value(type, depth);
    return again_or(type, [&] { return Condition{new_value(type, depth), {}, {}}; }).text;
}

std::string ExpressionMaker::new_value(Type type, int depth) {
    const bool named = type.is(Kind::reference) || type.is(Kind::element);
    if (depth <= 0 || random_.chance(40)) {
        const auto found = paths(type);
        if (!found.empty() && !random_.chance(named ? 0 : 12)) return random_.pick(found).name;
        if (depth <= 0 && !named) return literal(type);
    }
    if (depth > 0 && random_.chance(30))
        if (const auto made = general(type, depth)) return *made;
    switch (type.kind) {
        case Kind::boolean: return truth(depth - 1).text;
        case Kind::number: return number(depth);
        case Kind::text: return text(depth);
        case Kind::date: return date(depth);
        case Kind::datetime: return datetime(depth);
        case Kind::duration: return duration(depth);
        default: break;
    }
    for (;;) {
        const auto found = paths(type);
        if (!found.empty()) return random_.pick(found).name;
        if (!named) return literal(type);
    }
}

std::string ExpressionMaker::name_of_items(const std::string& list) {
    const auto in_use = [&](const std::string& name) { return std::any_of(scope.variables.begin(), scope.variables.end(), [&](const Variable& one) { return one.name == name; }); };
    if (random_.chance(70))
        for (const auto& [bound_list, name] : bound_)
            if (bound_list == list && !in_use(name)) return name;
    bound_.emplace_back(list, fresh("x"));
    return bound_.back().second;
}

std::string ExpressionMaker::text(int depth) {
    if (random_.chance(20)) {
        for (const Variable& one : paths(plain(Kind::reference))) {
            const RecordModel& r = schema_.records[static_cast<std::size_t>(one.type.of)];
            const FieldModel& key = r.fields[static_cast<std::size_t>(r.key_field)];
            if (key.type.is(Kind::text)) return one.name + "." + key.name;
        }
    }
    const auto found = paths(plain(Kind::text));
    if (found.empty() || depth <= 0) return literal(plain(Kind::text));
    return random_.pick(found).name;
}

std::optional<std::string> ExpressionMaker::optional_value(Type type, int depth) {
    if (random_.chance(70) || depth <= 0) {
        const auto found = paths(type.as_optional());
        if (!found.empty()) return random_.pick(found).name;
    }
    if (depth <= 0) return std::nullopt;
    if (random_.chance(12)) {
        const auto first = optional_value(type, depth - 1), second = optional_value(type, depth - 1);
        if (first && second) return "(" + *first + " or else " + *second + ")";
    }
    if (random_.chance(25))
        if (const auto made = call(type.as_optional(), depth - 1)) return made;
    if (type.is(Kind::element)) return first_of(type, depth - 1);
    if (type.is(Kind::number) || type.is(Kind::date) || type.is(Kind::datetime) || type.is(Kind::duration)) return extreme(type, depth - 1);
    return std::nullopt;
}

// ---- choices, calls ---------------------------------------------------------------------------------------------------------

std::optional<std::string> ExpressionMaker::general(Type type, int depth) {
    switch (random_.below(7)) {
        case 6: return cell(type, depth);
        case 0: return if_form(type, depth);
        case 1: return match_form(type, depth);
        case 2:
        case 3:
            if (const auto maybe = optional_value(type, depth)) return "(" + *maybe + " or else " + value(type, depth - 1) + ")";
            return std::nullopt;
        case 4: return call(type, depth);
        default: return parameter(type);
    }
}

std::string ExpressionMaker::if_form(Type type, int depth) {
    const Condition test = random_.chance(50) ? guarded(depth - 2) : truth(depth - 1);
    const auto branch = [&] { return value(type, depth - 1); };
    return branches(test, branch, branch);
}

std::string ExpressionMaker::match_form(Type type, int depth) {
    const Type over = random_.chance(80) ? plain(Kind::enumeration, static_cast<std::int32_t>(random_.below(schema_.enums.size()))) : plain(Kind::text);
    std::string out = "(match " + value(over, depth - 1) + " { ";
    if (over.is(Kind::text)) return out + "\"" + pool_.texts[0] + "\": " + value(type, depth - 1) + ", else: " + value(type, depth - 1) + " })";
    const EnumModel& e = schema_.enums[static_cast<std::size_t>(over.of)];
    const std::size_t arms = random_.chance(50) ? e.members.size() : 1;
    for (std::size_t i = 0; i < arms; ++i) out += (i > 0 ? ", " : "") + e.members[i] + ": " + value(type, depth - 1);
    if (arms < e.members.size()) out += ", else: " + value(type, depth - 1);
    return out + " })";
}

std::optional<std::string> ExpressionMaker::call(Type type, int depth, Condition* facts) {
    std::vector<const DefineModel*> fitting;
    for (const DefineModel& one : declared_.defines)
        if (one.result == type && (!one.dated || scope.has_on)) fitting.push_back(&one);
    if (fitting.empty()) return std::nullopt;
    const DefineModel& of = *random_.pick(fitting);
    std::vector<std::string> arguments;
    for (const Variable& parameter : of.parameters) {
        const Type wanted = parameter.type;
        if (wanted.is(Kind::list)) {
            const auto given = list(wanted.element_type(), depth - 1);
            if (!given) return std::nullopt;
            arguments.push_back(given->text);
            continue;
        }
        if (!available(wanted.present())) return std::nullopt;
        std::optional<std::string> given;
        if (wanted.optional && random_.chance(70)) given = optional_value(wanted.present(), depth - 1);
        arguments.push_back(given ? *given : value(wanted.present(), depth - 1));
    }
    if (of.dated) dated_used = true;
    if (facts != nullptr) *facts = {{}, renamed(of.yes, of.parameters, arguments), renamed(of.no, of.parameters, arguments)};
    return arguments.empty() ? of.name : fmt::format("{}({})", of.name, fmt::join(arguments, ", "));
}

std::optional<std::string> ExpressionMaker::cell(Type type, int depth) {
    std::vector<Variable> rows;
    for (const Variable& one : scope.variables)
        if (one.type.is(Kind::row)) rows.push_back(one);
    if (rows.empty()) return std::nullopt;
    const std::string row = random_.pick(rows).name;
    const bool known = scope.present.count(row) != 0;
    const auto column = under({row}, [&]() -> std::optional<std::string> {
        std::vector<Variable> cells;
        walk({row, rows.front().type, {}, {}, {}}, 1, cells);
        for (const Variable& one : cells)
            if (fits(one.type, type)) return one.name;
        return std::nullopt;
    });
    if (!column || known) return column;
    return "(if " + row + " is recorded then " + *column + " else " + value(type, depth - 1) + ")";
}

std::optional<std::string> ExpressionMaker::parameter(Type type) {
    std::vector<const ParameterModel*> fitting;
    for (const ParameterModel& one : declared_.parameters)
        if (one.type.kind == type.kind && (type.is(Kind::period) || one.type.of == type.of) && (!one.dated || scope.has_on)) fitting.push_back(&one);
    if (fitting.empty()) return std::nullopt;
    const ParameterModel& of = *random_.pick(fitting);
    dated_used = dated_used || of.dated;
    return of.name;
}

}  // namespace kaoping::test
