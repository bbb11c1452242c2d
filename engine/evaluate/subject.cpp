// Tables and pointers of subjects: see subject.hpp.

#include "engine/evaluate/subject.hpp"

namespace kaoping::engine {

int item_table_of(const dsl::Program& program, const Layout& layout, dsl::ExprId list) {
    while (list != dsl::no_expr) {
        const dsl::Expr& expr = program.expr(list);
        switch (expr.op) {
            case dsl::Op::field: return layout.item_table(program.expr(expr.args[0]).type.of, expr.index);
            case dsl::Op::let: list = program.lets[static_cast<std::size_t>(expr.index)].value; break;
            case dsl::Op::call: list = program.defines[static_cast<std::size_t>(expr.index)].body; break;
            case dsl::Op::comprehension: list = expr.args[0]; break;
            case dsl::Op::if_: list = expr.args[1]; break;
            case dsl::Op::or_else: list = expr.args[0]; break;
            default: return expr.type.item == dsl::Kind::element ? expr.type.of : -1;
        }
    }
    return -1;
}

std::vector<int> subject_tables(const dsl::Program& program, const Layout& layout, const dsl::Rule& rule) {
    std::vector<int> tables;
    for (const dsl::ForEach& each : rule.for_each) tables.push_back(item_table_of(program, layout, each.list));
    return tables;
}

std::string subject_pointer(const dsl::Schema& schema, const Layout& layout, const CaseBatch& batch, std::span<const int> tables,
                            std::span<const std::int32_t> rows) {
    std::string out;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] < 0 || tables[i] < 0) continue;
        if (!out.empty()) out += '+';
        out += pointer_of(schema, layout, batch, tables[i], rows[i]);
    }
    return out;
}

}  // namespace kaoping::engine
