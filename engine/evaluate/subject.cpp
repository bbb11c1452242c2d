// Names of subjects: see subject.hpp.

#include "engine/evaluate/subject.hpp"

namespace kaoping::engine {

std::vector<int> subject_tables(const dsl::Program& program, const Layout& layout, const dsl::Rule& rule) {
    std::vector<int> out;
    for (const dsl::ForEach& each : rule.for_each) {
        const dsl::Expr& list = program.expr(each.list);
        const int record = program.expr(list.args[0]).type.of;
        out.push_back(layout.item_table(record, list.index));
    }
    return out;
}

std::string subject_pointer(const dsl::Schema& schema, const Layout& layout, const CaseBatch& batch, std::span<const int> tables, std::span<const std::int32_t> rows) {
    std::string out;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] < 0) continue;
        if (!out.empty()) out += '+';
        out += pointer_of(schema, layout, batch, tables[i], rows[i]);
    }
    return out;
}

}  // namespace kaoping::engine
