// Decision tables: see table_file.hpp.

#include "dsl/registry/table_file.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dsl/diagnostic/suggest.hpp"
#include "dsl/registry/civil_date.hpp"
#include "dsl/registry/csv.hpp"
#include "dsl/registry/scalar_text.hpp"
#include "dsl/source/text_map.hpp"

namespace kaoping::dsl {

namespace {

class TableReader {
public:
    TableReader(const Schema& schema, Table& table, Diagnostics& out) : schema_(schema), table_(table), out_(out) {}

    void read(const CsvText& csv, FileId file) {
        if (!place_columns(csv, file)) return;
        seen_.reserve(csv.rows.size());
        for (const auto& cells : csv.rows) read_row(cells);
    }

private:
    void error(std::string code, Span span, std::string message, std::string help = {}) {
        out_.push_back({std::move(code), DiagnosticLevel::error, span, std::move(message), {}, std::move(help)});
    }

    /// Finds every key and column in the header; a column of the file that the declaration does not have is a mistake too.
    bool place_columns(const CsvText& csv, FileId file) {
        std::vector<std::string> names;
        for (const auto& column : table_.keys) names.push_back(column.name);
        for (const auto& column : table_.columns) names.push_back(column.name);
        positions_.assign(names.size(), -1);
        bool good = true;
        for (std::size_t i = 0; i < csv.header.size(); ++i) {
            const auto found = std::find(names.begin(), names.end(), csv.header[i].text);
            const auto at = static_cast<std::size_t>(found - names.begin());
            good = place_column(csv.header[i], at, i, names) && good;
        }
        for (std::size_t i = 0; i < names.size() && good; ++i) {
            if (positions_[i] >= 0) continue;
            const Span header = csv.header.empty() ? Span{file, 0, 0} : join(csv.header.front().span, csv.header.back().span);
            error("K0522", header, fmt::format("the table `{}` lacks the column `{}`", table_.name, names[i]), "add it to the header and to every row");
            good = false;
        }
        return good;
    }

    bool place_column(const CsvCell& cell, std::size_t at, std::size_t position, const std::vector<std::string>& names) {
        if (at == names.size()) {
            const std::string near = nearest_name(cell.text, names);
            error("K0522", cell.span, fmt::format("the table `{}` declares no column `{}`", table_.name, cell.text),
                  near.empty() ? "remove it, or declare it in the rule file" : fmt::format("did you mean `{}`?", near));
            return false;
        }
        if (positions_[at] >= 0) {
            error("K0522", cell.span, fmt::format("the column `{}` stands twice in the header", cell.text), "remove one");
            return false;
        }
        positions_[at] = static_cast<int>(position);
        return true;
    }

    void read_row(const std::vector<CsvCell>& cells) {
        bool good = true;
        const auto cell = [&](std::size_t i) -> const CsvCell& { return cells[static_cast<std::size_t>(positions_[i])]; };
        for (std::size_t i = 0; i < table_.keys.size(); ++i)
            table_.key_values.push_back(read_cell(cell(i), table_.keys[i].type, good).value_or(Value{}));
        for (std::size_t i = 0; i < table_.columns.size(); ++i)
            table_.cells.push_back(read_cell(cell(table_.keys.size() + i), table_.columns[i].type, good));
        if (good && !is_double(cell(0).span)) {
            ++table_.rows;
        } else {
            table_.key_values.resize(table_.rows * table_.keys.size());
            table_.cells.resize(table_.rows * table_.columns.size());
        }
    }

    std::optional<Value> read_cell(const CsvCell& cell, const Type& type, bool& good) {
        if (cell.text.empty() && !cell.quoted && type.optional) return std::nullopt;
        auto value = convert(cell.text, type);
        if (!value && type.kind != Kind::error)
            error("K0523", cell.span, fmt::format("`{}` is no {}", cell.text, type_name(type)), help(cell.text, type));
        good = good && value.has_value();
        return value;
    }

    std::optional<Value> convert(const std::string& text, const Type& type) const {
        const auto number = [](std::optional<std::int64_t> v) { return v ? std::optional<Value>(Value{*v, {}}) : std::nullopt; };
        switch (type.kind) {
            case Kind::text: return Value{0, text};
            case Kind::number: return number(parse_decimal(text));
            case Kind::date: return number(parse_day(text));
            case Kind::datetime: return number(parse_instant(text));
            case Kind::boolean:
                return text == "true" || text == "false" ? std::optional<Value>(Value{text == "true" ? 1 : 0, {}}) : std::nullopt;
            case Kind::enumeration: {
                const auto& members = schema_.enums[static_cast<std::size_t>(type.of)].members;
                for (std::size_t i = 0; i < members.size(); ++i)
                    if (members[i].name == text) return Value{static_cast<std::int64_t>(i), {}};
                return std::nullopt;
            }
            default: return std::nullopt;
        }
    }

    std::string type_name(const Type& type) const {
        switch (type.kind) {
            case Kind::number: return "number (at most six places behind the point)";
            case Kind::date: return "date like 2026-01-31";
            case Kind::datetime: return "datetime like 2026-01-31T10:20:00+08:00";
            case Kind::boolean: return "truth value (true or false)";
            case Kind::enumeration: return "member of `" + schema_.enums[static_cast<std::size_t>(type.of)].name + "`";
            default: return "value of this column";
        }
    }

    std::string help(const std::string& text, const Type& type) const {
        if (type.kind != Kind::enumeration) return {};
        std::vector<std::string> names;
        for (const EnumMember& member : schema_.enums[static_cast<std::size_t>(type.of)].members) names.push_back(member.name);
        const std::string near = nearest_name(text, names);
        return near.empty() ? std::string() : fmt::format("did you mean `{}`?", near);
    }

    /// Keys of different rows must differ: are those of the row behind the last one taken? Texts go with their lengths, so that no two
    /// different keys look alike.
    bool is_double(Span place) {
        std::string key;
        for (const Value& value : table_.keys_of(table_.rows)) {
            for (const std::int64_t number : {value.number, static_cast<std::int64_t>(value.text.view().size())}) key.append(reinterpret_cast<const char*>(&number), sizeof number);
            key.append(value.text);
        }
        const auto [first, is_new] = seen_.emplace(std::move(key), place);
        if (is_new) return false;
        Diagnostic one{"K0524", DiagnosticLevel::error, place, fmt::format("two rows of the table `{}` have the same key", table_.name), {}, "remove one, or make the keys differ"};
        one.labels.push_back({first->second, "first here"});
        out_.push_back(std::move(one));
        return true;
    }

    const Schema& schema_;
    Table& table_;
    Diagnostics& out_;
    std::vector<int> positions_;  ///< of keys, then columns, in the file's rows
    TextMap<Span> seen_;
};

}  // namespace

void read_table(const SourceMap& map, FileId file, const Schema& schema, Table& table, Diagnostics& out) {
    const std::size_t before = out.size();
    const CsvText csv = read_csv(map, file, out);
    if (csv.header.empty() && out.size() != before) return;  // what is wrong was said
    TableReader(schema, table, out).read(csv, file);
}

}  // namespace kaoping::dsl
