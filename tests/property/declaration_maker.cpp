// See declaration_maker.hpp.

#include "tests/property/declaration_maker.hpp"

#include <fmt/format.h>

namespace kaoping::test {

using dsl::Kind;
using dsl::Type;

namespace {

class DeclarationMaker {
public:
    DeclarationMaker(Random& random, const SchemaModel& schema, const ValuePool& pool, DeclaredModel& declared, ExpressionMaker& maker, RuleText& out)
        : random_(random), schema_(schema), pool_(pool), declared_(declared), maker_(maker), out_(out) {}

    void run() {
        for (int i = random_.between(1, 3); i > 0; --i) parameter();
        if (random_.chance(75)) table();
        for (int i = random_.between(2, 5); i > 0; --i) define();
    }

private:
    void parameter() {
        static const std::vector<Kind> kinds{Kind::number, Kind::number, Kind::date, Kind::text, Kind::enumeration, Kind::period};
        ParameterModel made{fmt::format("par{}", declared_.parameters.size()), plain(random_.pick(kinds)), random_.chance(60)};
        if (made.type.is(Kind::enumeration)) made.type.of = 0;
        const auto value = [&] { return made.type.is(Kind::period) ? random_.pick(pool_.days) : maker_.literal(made.type); };
        out_.text += fmt::format("parameter {}: {} {{\n", made.name, schema_.type_text(made.type));
        if (made.dated) {
            // Sometimes without a value before the first date: what reads it then is unknown.
            const std::string& day = pool_.dates[0];
            out_.text += random_.chance(80) ? fmt::format("    {} until {}\n    {} from {}\n", value(), day, value(), day_after(day)) : fmt::format("    {} from {}\n", value(), day);
        } else {
            out_.text += "    " + value() + "\n";
        }
        out_.text += "}\n";
        declared_.parameters.push_back(std::move(made));
    }

    void table() {
        TableModel made{fmt::format("tab{}", declared_.tables.size()), {}, {}};
        const bool by_enum = random_.chance(50);
        made.keys.push_back(by_enum ? plain(Kind::enumeration, 0) : plain(Kind::text));
        if (random_.chance(30)) made.keys.push_back(plain(Kind::boolean));
        made.columns = {{"v0", plain(Kind::number)}, {"v1", plain(Kind::number).as_optional()}, {"v2", plain(Kind::date).as_optional()}};
        std::string head, csv;
        for (std::size_t k = 0; k < made.keys.size(); ++k) {
            head += fmt::format("{}k{}: {}", k > 0 ? ", " : "", k, schema_.type_text(made.keys[k]));
            csv += fmt::format("k{},", k);
        }
        csv += "v0,v1,v2\n";
        const std::vector<std::string>& first = by_enum ? schema_.enums[0].members : pool_.texts;
        const auto maybe = [&](const std::string& cell) { return random_.chance(50) ? cell : std::string(); };
        for (std::size_t i = 0; i + 1 < first.size(); ++i) {
            const std::string second = made.keys.size() > 1 ? (random_.chance(50) ? "true," : "false,") : "";
            const std::string number = maybe("2");
            csv += fmt::format("{},{}{},{},{}\n", first[i], second, i + 1, number, maybe(pool_.dates[0]));
        }
        out_.text += fmt::format("table {}({}): {{ v0: number, v1: number?, v2: date? }} from \"{}.csv\"\n", made.name, head, made.name);
        out_.tables.emplace_back(made.name + ".csv", csv);
        declared_.tables.push_back(std::move(made));
    }

    Type result_type() {
        switch (random_.below(14)) {
            case 11: return plain(Kind::deadline);
            case 12: return plain(Kind::period);
            case 13: return Type::list_of(plain(Kind::number));
            case 0:
            case 1:
            case 2: return plain(Kind::boolean);
            case 3: return plain(Kind::number);
            case 4: return plain(Kind::datetime).as_optional();
            case 5: return plain(Kind::number).as_optional();
            case 6: return Type::list_of(plain(Kind::element, static_cast<std::int32_t>(random_.below(schema_.records.size() - 1))));
            case 7: return plain(Kind::spans);
            case 8: return plain(Kind::element, static_cast<std::int32_t>(random_.below(schema_.records.size() - 1))).as_optional();
            case 9: return plain(Kind::enumeration, 0);
            default: return plain(Kind::datetime);
        }
    }

    Type parameter_type() {
        switch (random_.below(8)) {
            case 0:
            case 1:
            case 2: return plain(Kind::element, static_cast<std::int32_t>(random_.below(schema_.records.size() - 1)));
            case 3: return plain(Kind::number);
            case 4: return plain(Kind::datetime);
            case 5: return plain(Kind::datetime).as_optional();
            case 6: return plain(Kind::reference, 0);
            default: return Type::list_of(plain(Kind::element, static_cast<std::int32_t>(random_.below(schema_.records.size() - 1))));
        }
    }

    void define() {
        DefineModel made;
        made.name = fmt::format("def{}", declared_.defines.size());
        made.result = result_type();
        const Scope before = maker_.scope;
        std::string head;
        for (int i = random_.between(0, 2); i > 0; --i) {
            Variable p{maker_.fresh("q"), parameter_type(), {}, {}, {}};
            head += (head.empty() ? "" : ", ") + p.name + ": " + schema_.type_text(p.type);
            maker_.scope.variables.push_back(p);
            made.parameters.push_back(std::move(p));
        }
        maker_.scope.has_on = true;  // a define hands the date through
        maker_.dated_used = false;
        const auto text = body(made);
        made.dated = maker_.dated_used;
        maker_.scope = before;
        if (!text) return;
        out_.text += fmt::format("define {}{}: {} = {}\n", made.name, head.empty() ? "" : "(" + head + ")", schema_.type_text(made.result), *text);
        declared_.defines.push_back(std::move(made));
    }

    std::optional<std::string> body(DefineModel& made) {
        const Type type = made.result;
        if (type.is(Kind::boolean)) {
            const Condition condition = random_.chance(40) ? maker_.guarded(1) : maker_.truth(2);
            made.yes = condition.yes;
            made.no = condition.no;
            return condition.text;
        }
        if (type.is(Kind::spans)) return maker_.spans(1);
        if (type.is(Kind::deadline)) return maker_.deadline(true, 1);
        if (type.is(Kind::period)) return maker_.period(true, 1);
        if (type.is(Kind::list)) {
            const auto made_list = maker_.list(type.element_type(), 2);
            return made_list ? std::optional(made_list->text) : std::nullopt;
        }
        if (type.optional) return maker_.optional_value(type.present(), 2);
        return maker_.value(type, 2);
    }

    Random& random_;
    const SchemaModel& schema_;
    const ValuePool& pool_;
    DeclaredModel& declared_;
    ExpressionMaker& maker_;
    RuleText& out_;
};

}  // namespace

void make_declarations(Random& random, const SchemaModel& schema, const ValuePool& pool, DeclaredModel& declared, ExpressionMaker& maker, RuleText& out) {
    DeclarationMaker(random, schema, pool, declared, maker, out).run();
}

}  // namespace kaoping::test
