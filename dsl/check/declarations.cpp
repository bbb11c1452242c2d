// What rule files declare beside rules: defines, dated parameters, tables.

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "dsl/check/checker.hpp"
#include "dsl/check/citations.hpp"
#include "dsl/check/expression_check.hpp"
#include "dsl/registry/civil_date.hpp"
#include "dsl/registry/table_file.hpp"

namespace kaoping::dsl {

namespace {

class Declarer {
public:
    Declarer(Checker& checker, const PackInput& pack) : c_(checker), pack_(pack) {}

    Declarations run() {
        for (const syntax::File& file : pack_.rules) misplaced(file);
        for (const syntax::File& file : pack_.rules)
            for (const syntax::ParameterDecl& decl : file.parameters) parameter(decl);
        for (const syntax::File& file : pack_.rules)
            for (const syntax::TableDecl& decl : file.tables) table(decl);
        for (const syntax::File& file : pack_.rules)
            for (const syntax::DefineDecl& decl : file.defines) define(decl);
        return std::move(out_);
    }

private:
    void misplaced(const syntax::File& file) {
        const auto report = [&](Span span, const char* what) {
            c_.error("K0330", span, fmt::format("a rule file declares no {}", what), "put it into the .schema file, which all packs share");
        };
        for (const auto& one : file.schema_heads) report(one.span, "schema");
        for (const auto& one : file.settings) report(one.keyword.span, "time zone or calendar");
        for (const auto& one : file.enums) report(one.name.span, "enums");
        for (const auto& one : file.records) report(one.is_case ? one.span : one.name.span, "records");
    }

    bool fresh(const syntax::Name& name) {
        if (const int field = c_.case_field(name.text); field >= 0) {
            c_.error("K0205", name.span, fmt::format("`{}` already means a field of the case", name.text), "choose another name: no name hides another",
                     {{c_.program.case_record().fields[static_cast<std::size_t>(field)].span, "declared here"}});
            return false;
        }
        const auto [place, is_new] = out_.places.emplace(name.text, name.span);
        if (!is_new) c_.error("K0204", name.span, fmt::format("`{}` is declared twice", name.text), "choose another name", {{place->second, "first here"}});
        return is_new;
    }

    // ---- parameters -------------------------------------------------------------------------------------------------------

    void parameter(const syntax::ParameterDecl& decl) {
        if (!fresh(decl.name)) return;
        Parameter out;
        out.name = decl.name.text;
        out.full_id = pack_.manifest.id.text + "." + out.name;
        out.span = decl.name.span;
        out.type = c_.resolve(decl.type);
        if (out.type.optional || out.type.is(Kind::list) || out.type.is(Kind::element) || out.type.is(Kind::reference) || out.type.is(Kind::spans) || out.type.is(Kind::deadline)) {
            c_.error("K0215", decl.type.span, fmt::format("a parameter is a constant, not {}", c_.type_name(out.type)), "use a number, text, date, period or enum");
            out.type = {};
        }
        std::vector<Span> spans;
        for (const auto& entry : decl.entries) {
            Parameter::Entry one;
            one.range = check_range(c_, entry.range);
            const bool dated = one.range.from || one.range.until;
            one.basis = check_citations(c_, pack_, entry.basis, dated ? std::optional(one.range) : std::nullopt);
            one.value = constant_value(entry.value, out.type);
            out.entries.push_back(std::move(one));
            spans.push_back(entry.span);
        }
        check_periods(decl, out, spans);
        out_.parameters.emplace(out.name, static_cast<std::int32_t>(c_.program.parameters.size()));
        c_.program.parameters.push_back(std::move(out));
    }

    Value constant_value(const syntax::Expr& e, Type& type) {
        Scope scope;
        Declarations none;
        ExpressionChecker checker(c_, none, scope, pack_.manifest.counting);
        const ExprId id = checker.coerce(checker.present(e, type), type);
        const Expr node = c_.expr(id);
        const bool negative = node.op == Op::negate && c_.expr(node.args[0]).op == Op::constant;
        if (node.type.is(Kind::error) || type.is(Kind::error)) return {};
        if ((node.op != Op::constant && !negative) || !checker.fits(node.type, type)) {
            c_.error("K0253", e.span, fmt::format("this must be {}, written out", c_.type_name(type)), "a parameter holds a fixed value of the law; what is computed belongs into a `define`");
            return {};
        }
        if (type.is(Kind::period)) type.of = node.type.of;
        if (!negative) return node.value;
        return {-c_.expr(node.args[0]).value.number, {}};
    }

    /// The periods of a parameter lie side by side: whatever the date, there is one value, or none before the first and after the last.
    void check_periods(const syntax::ParameterDecl& decl, Parameter& out, const std::vector<Span>& spans) {
        if (out.entries.empty()) return c_.error("K0254", decl.name.span, fmt::format("the parameter `{}` has no value", out.name), "write a value on a line of its own");
        std::vector<std::size_t> order(out.entries.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        constexpr std::int64_t beginning = INT64_MIN;
        const auto start = [&](std::size_t i) { return out.entries[i].range.from.value_or(beginning); };
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return start(a) < start(b); });
        for (std::size_t k = 1; k < order.size(); ++k) {
            const DayRange& before = out.entries[order[k - 1]].range;
            const DayRange& after = out.entries[order[k]].range;
            const bool overlap = !before.until || !after.from || *after.from <= *before.until;
            if (overlap)
                c_.error("K0254", spans[order[k]], "two values of the parameter hold on the same day", "end one where the other begins", {{spans[order[k - 1]], "the other one"}});
            else if (*after.from != *before.until + 1)
                c_.error("K0254", spans[order[k]], fmt::format("no value holds from {} to {}", day_text(*before.until + 1), day_text(*after.from - 1)), "close the gap", {{spans[order[k - 1]], "the value before"}});
        }
        std::vector<Parameter::Entry> sorted;
        for (const std::size_t i : order) sorted.push_back(std::move(out.entries[i]));
        out.entries = std::move(sorted);
    }

    // ---- tables -------------------------------------------------------------------------------------------------------------

    void table(const syntax::TableDecl& decl) {
        if (!fresh(decl.name)) return;
        if (decl.damaged) {
            out_.damaged.emplace(decl.name.text);
            return;
        }
        Table out;
        out.name = decl.name.text;
        out.span = decl.name.span;
        bool twice = false;
        const auto columns = [&](std::span<const syntax::NamedType> from, std::vector<Table::Column>& to, bool keys) {
            for (const auto& [name, ref] : from) {
                Type of = c_.resolve(ref);
                const bool plain = of.is(Kind::number) || of.is(Kind::text) || of.is(Kind::boolean) || of.is(Kind::date) || of.is(Kind::datetime) || of.is(Kind::enumeration) || of.is(Kind::error);
                if (!plain || (keys && of.optional)) {
                    c_.error("K0215", ref.span, fmt::format("a table does not hold {}", c_.type_name(of)), "columns are number, text, bool, date, datetime or an enum; keys are never absent");
                    of = {};
                }
                for (const auto& other : to) {
                    if (other.name != name.text) continue;
                    twice = true;
                    c_.error("K0204", name.span, fmt::format("the column `{}` is declared twice", name.text), "choose another name");
                }
                to.push_back({std::string(name.text), of});
            }
        };
        columns(decl.keys, out.keys, true);
        columns(decl.row.fields, out.columns, false);
        for (const auto& [file, id] : pack_.csv)
            if (file == decl.file && id >= 0 && !twice) read_table(c_.map, id, c_.program.schema, out, c_.diagnostics);
        out_.tables.emplace(out.name, static_cast<std::int32_t>(c_.program.tables.size()));
        c_.program.tables.push_back(std::move(out));
    }

    // ---- defines: signatures ------------------------------------------------------------------------------------------------

    void define(const syntax::DefineDecl& decl) {
        if (!fresh(decl.name)) return;
        if (decl.damaged) {
            out_.damaged.emplace(decl.name.text);
            return;
        }
        DefineInfo info;
        info.decl = &decl;
        info.index = static_cast<std::int32_t>(c_.program.defines.size());
        info.result = c_.resolve(decl.result);
        Define out;
        out.name = decl.name.text;
        out.span = decl.name.span;
        for (const auto& [name, ref] : decl.parameters) {
            info.parameters.push_back(c_.resolve(ref));
            out.parameters.push_back(c_.add_binder(name.text, info.parameters.back(), name.span));
        }
        c_.program.defines.push_back(std::move(out));
        out_.defines.emplace(decl.name.text, std::move(info));
    }

    Checker& c_;
    const PackInput& pack_;
    Declarations out_;
};

}  // namespace

Declarations declare(Checker& checker, const PackInput& pack) { return Declarer(checker, pack).run(); }

}  // namespace kaoping::dsl
