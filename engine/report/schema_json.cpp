// JSON Schema of a case: see schema_document.hpp.

#include "engine/report/json.hpp"
#include "engine/report/schema_document.hpp"

namespace kaoping::engine {

namespace {

using dsl::Kind;

class SchemaWriter {
public:
    explicit SchemaWriter(const dsl::Schema& schema) : schema_(schema) { to_.SetIndent(' ', 2); }

    std::string document() {
        to_.StartObject();
        json::member(to_, "$schema", "https://json-schema.org/draft/2020-12/schema");
        json::member(to_, "title", schema_.title.empty() ? schema_.name : schema_.title);
        json::member(to_, "$ref", "#/$defs/case");
        json::key(to_, "$defs");
        to_.StartObject();
        for (const dsl::Record& record : schema_.records) this->record(record);
        to_.EndObject();
        to_.EndObject();
        return std::string(buffer_.GetString(), buffer_.GetSize()) + "\n";
    }

private:
    void record(const dsl::Record& record) {
        json::key(to_, record.name);
        to_.StartObject();
        if (!record.label.empty()) json::member(to_, "title", record.label);
        json::member(to_, "type", "object");
        json::key(to_, "properties");
        to_.StartObject();
        for (const dsl::Field& field : record.fields) {
            json::key(to_, field.data_key);
            to_.StartObject();
            if (!field.label.empty()) json::member(to_, "title", field.label);
            type(field.type);
            if (field.personal) {
                json::key(to_, "x-personal");
                to_.Bool(true);
            }
            to_.EndObject();
        }
        to_.EndObject();
        json::key(to_, "required");
        to_.StartArray();
        for (const dsl::Field& field : record.fields)
            if (!field.type.optional) json::text(to_, field.data_key);
        to_.EndArray();
        json::key(to_, "additionalProperties");
        to_.Bool(false);
        to_.EndObject();
    }

    /// "string", or ["string", "null"] where absence is allowed.
    void names(std::initializer_list<std::string_view> types, bool optional) {
        json::key(to_, "type");
        if (types.size() == 1 && !optional) return json::text(to_, *types.begin());
        to_.StartArray();
        for (const std::string_view name : types) json::text(to_, name);
        if (optional) json::text(to_, "null");
        to_.EndArray();
    }

    void enumeration(const dsl::Enum& of, bool optional) {
        if (of.anything_else >= 0) return names({"string"}, optional);
        json::key(to_, "enum");
        to_.StartArray();
        for (const dsl::EnumMember& member : of.members)
            for (const std::string& spelling : member.spellings) json::text(to_, spelling);
        if (optional) to_.Null();
        to_.EndArray();
    }

    void reference(int record, bool optional) {
        const dsl::Record& of = schema_.records[static_cast<std::size_t>(record)];
        const bool number = of.key_field >= 0 && of.fields[static_cast<std::size_t>(of.key_field)].type.is(Kind::number);
        if (number) names({"number", "string"}, optional);
        else names({"string"}, optional);
        json::member(to_, "x-reference", of.name);
    }

    void type(dsl::Type of) {
        switch (of.kind) {
            case Kind::boolean: return names({"boolean"}, of.optional);
            case Kind::number: return names({"number"}, of.optional);
            case Kind::date: names({"string"}, of.optional); return json::member(to_, "format", "date");
            case Kind::datetime: names({"string"}, of.optional); return json::member(to_, "format", "date-time");
            case Kind::enumeration: return enumeration(schema_.enums[static_cast<std::size_t>(of.of)], of.optional);
            case Kind::reference: return reference(of.of, of.optional);
            case Kind::element: return json::member(to_, "$ref", "#/$defs/" + schema_.records[static_cast<std::size_t>(of.of)].name);
            case Kind::list:
                names({"array"}, of.optional);
                json::key(to_, "items");
                to_.StartObject();
                type(of.element_type());
                to_.EndObject();
                return;
            default: return names({"string"}, of.optional);
        }
    }

    const dsl::Schema& schema_;
    rapidjson::StringBuffer buffer_;
    json::Pretty to_{buffer_};
};

}  // namespace

std::string schema_json(const dsl::Schema& schema) { return SchemaWriter(schema).document(); }

}  // namespace kaoping::engine
