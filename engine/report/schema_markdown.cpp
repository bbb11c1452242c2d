// The schema as a document: see schema_document.hpp.

#include <fmt/format.h>

#include "engine/report/schema_document.hpp"

namespace kaoping::engine {

namespace {

using dsl::Kind;

/// A cell of a Markdown table: no line ends, no bars.
std::string cell(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '|') out += "\\|";
        else out += c == '\n' ? ' ' : c;
    }
    return out;
}

std::string type_words(const dsl::Schema& schema, dsl::Type type) {
    const auto record = [&] { return schema.records[static_cast<std::size_t>(type.of)].name; };
    switch (type.kind) {
        case Kind::boolean: return "true or false";
        case Kind::number: return "number";
        case Kind::date: return "date";
        case Kind::datetime: return "date and time";
        case Kind::duration: return "duration";
        case Kind::enumeration: return "one of " + schema.enums[static_cast<std::size_t>(type.of)].name;
        case Kind::reference: return "key of a " + record();
        case Kind::element: return record();
        case Kind::list: return "list: " + type_words(schema, type.element_type());
        default: return "text";
    }
}

std::string notes(const dsl::Field& field) {
    std::string out;
    const auto add = [&](bool holds, const char* note) {
        if (holds) out += (out.empty() ? "" : ", ") + std::string(note);
    };
    add(field.key, "key");
    add(field.personal, "personal data");
    add(field.unit, "unit");
    return out;
}

std::string titled(const std::string& name, const std::string& label) { return label.empty() ? name : fmt::format("{} ({})", name, label); }

void add_record(std::string& out, const dsl::Schema& schema, const dsl::Record& record) {
    out += fmt::format("\n## {}\n\n| field | in the data | meaning | type | if it is not there | notes |\n|---|---|---|---|---|---|\n", titled(record.name, record.label));
    for (const dsl::Field& field : record.fields)
        out += fmt::format("| {} | `{}` | {} | {} | {} | {} |\n", field.name, cell(field.data_key), cell(field.label), type_words(schema, field.type),
                           field.type.optional ? "it is not recorded" : "a gap in the data", notes(field));
}

void add_enum(std::string& out, const dsl::Enum& of) {
    out += fmt::format("\n## {}\n\n| value | in the data | meaning |\n|---|---|---|\n", titled(of.name, of.label));
    for (std::size_t i = 0; i < of.members.size(); ++i) {
        const dsl::EnumMember& member = of.members[i];
        std::string spellings;
        for (const std::string& one : member.spellings) spellings += fmt::format("{}`{}`", spellings.empty() ? "" : ", ", cell(one));
        if (static_cast<int>(i) == of.anything_else) spellings = "anything else";
        out += fmt::format("| {} | {} | {} |\n", member.name, spellings, cell(member.label));
    }
}

}  // namespace

std::string schema_markdown(const dsl::Schema& schema) {
    std::string out = fmt::format("# {}\n\nTimes without an offset are local times of {}. JSON null counts as not there; a blank text too.\n",
                                  schema.title.empty() ? schema.name : schema.title, schema.timezone);
    if (schema.case_record >= 0) add_record(out, schema, schema.records[static_cast<std::size_t>(schema.case_record)]);
    for (std::size_t r = 0; r < schema.records.size(); ++r)
        if (static_cast<int>(r) != schema.case_record) add_record(out, schema, schema.records[r]);
    for (const dsl::Enum& of : schema.enums) add_enum(out, of);
    return out;
}

}  // namespace kaoping::engine
