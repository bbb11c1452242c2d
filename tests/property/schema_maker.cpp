// See schema_maker.hpp.

#include "tests/property/schema_maker.hpp"

#include <fmt/format.h>

namespace kaoping::test {

using dsl::Kind;
using dsl::Type;

namespace {

class SchemaMaker {
public:
    explicit SchemaMaker(Random& random) : random_(random) {}

    SchemaModel run() {
        out_.zone = random_.pick(std::vector<std::string>{"Asia/Shanghai", "Europe/Rome", "UTC", "America/New_York"});
        out_.calendar = random_.chance(80);
        for (int i = random_.between(1, 2); i > 0; --i) enumeration();
        person();
        for (int i = random_.between(2, 3); i > 0; --i) record(fmt::format("R{}", out_.records.size()));
        record("case");
        return std::move(out_);
    }

private:
    void enumeration() {
        EnumModel e;
        e.name = fmt::format("E{}", out_.enums.size());
        for (int i = 0, n = random_.between(2, 4); i < n; ++i) {
            e.members.push_back(fmt::format("m{}", i));
            e.spellings.push_back(random_.chance(30) ? fmt::format("Spelled {}", i) : e.members.back());
        }
        if (random_.chance(25)) e.spellings.back().clear();
        out_.enums.push_back(std::move(e));
    }

    /// The record that references point to most.
    void person() {
        RecordModel r;
        r.name = "R0";
        out_.records.push_back(r);
        RecordModel& to = out_.records.back();
        key(to, random_.chance(25) ? Kind::number : Kind::text);
        to.fields.push_back({"name", "name", plain(Kind::text).as_optional(), false});
        for (int i = random_.between(2, 3); i > 0; --i) field(to, scalar());
    }

    void record(const std::string& name) {
        RecordModel r;
        r.name = name;
        const bool is_case = name == "case";
        if (is_case || random_.chance(50)) key(r, is_case || random_.chance(80) ? Kind::text : Kind::number);
        r.restricts_liberty = !is_case && random_.chance(10);
        out_.restricts = out_.restricts || r.restricts_liberty;
        field(r, plain(Kind::datetime));
        field(r, plain(random_.chance(50) ? Kind::date : Kind::datetime).as_optional());
        field(r, plain(Kind::number));
        for (int i = random_.between(2, 4); i > 0; --i) field(r, scalar());
        field(r, plain(Kind::reference, 0));
        if (random_.chance(60)) field(r, Type::list_of(random_.chance(50) ? plain(Kind::reference, 0) : scalar().present()));
        lists(r, is_case);
        out_.records.push_back(std::move(r));
    }

    void lists(RecordModel& r, bool is_case) {
        const std::size_t earlier = out_.records.size();
        for (std::size_t of = 0; of < earlier; ++of)
            if (is_case || (of > 0 && random_.chance(70))) field(r, Type::list_of(plain(Kind::element, static_cast<std::int32_t>(of))));
        if (random_.chance(25)) {
            Type embedded = plain(Kind::element, static_cast<std::int32_t>(random_.below(earlier)));
            embedded.optional = random_.chance(60);
            field(r, embedded);
        }
    }

    void key(RecordModel& r, Kind kind) {
        r.key_field = static_cast<int>(r.fields.size());
        r.fields.push_back({fmt::format("{}id", r.name == "case" ? "c_" : ""), "id", plain(kind), true});
    }

    Type scalar() {
        static const std::vector<Kind> kinds{Kind::boolean, Kind::number, Kind::text, Kind::date, Kind::datetime, Kind::datetime, Kind::enumeration, Kind::reference};
        Type type = plain(random_.pick(kinds));
        if (type.is(Kind::enumeration)) type.of = static_cast<std::int32_t>(random_.below(out_.enums.size()));
        if (type.is(Kind::reference)) type.of = 0;
        type.optional = random_.chance(45);
        return type;
    }

    void field(RecordModel& r, Type type) {
        const std::string name = fmt::format("{}f{}", r.name == "case" ? "c_" : "", r.fields.size());
        r.fields.push_back({name, random_.chance(10) ? "from " + name : name, type, false});
    }

    Random& random_;
    SchemaModel out_;
};

}  // namespace

std::string SchemaModel::type_text(Type type) const {
    const std::string mark = type.optional ? "?" : "";
    switch (type.kind) {
        case Kind::boolean: return "bool" + mark;
        case Kind::number: return "number" + mark;
        case Kind::text: return "text" + mark;
        case Kind::date: return "date" + mark;
        case Kind::datetime: return "datetime" + mark;
        case Kind::duration: return "duration" + mark;
        case Kind::period: return "period";
        case Kind::deadline: return "deadline";
        case Kind::spans: return "spans";
        case Kind::enumeration: return enums[static_cast<std::size_t>(type.of)].name + mark;
        case Kind::reference: return "-> " + records[static_cast<std::size_t>(type.of)].name + mark;
        case Kind::element: return records[static_cast<std::size_t>(type.of)].name + mark;
        case Kind::list: return "[" + type_text(type.element_type()) + "]";
        default: return "error";
    }
}

std::string SchemaModel::text() const {
    std::string out = fmt::format("schema t \"Property\"\ntimezone \"{}\"\n{}", zone, calendar ? "calendar \"CN\"\n" : "");
    for (const EnumModel& e : enums) {
        out += "enum " + e.name + " {\n";
        for (std::size_t i = 0; i < e.members.size(); ++i) {
            const std::string from = e.spellings[i].empty() ? " from anything else" : e.spellings[i] == e.members[i] ? "" : " from \"" + e.spellings[i] + "\"";
            out += "    " + e.members[i] + (i % 2 == 0 ? " \"标签\"" : "") + from + "\n";
        }
        out += "}\n";
    }
    for (const RecordModel& r : records) {
        out += (r.name == "case" ? "case" : "record " + r.name) + (r.restricts_liberty ? " restricts liberty" : "") + " {\n";
        for (const FieldModel& f : r.fields)
            out += fmt::format("    {} {}{}{}\n", f.name, type_text(f.type), f.key ? " key" : "", f.data_key == f.name ? "" : " from \"" + f.data_key + "\"");
        out += "}\n";
    }
    return out;
}

SchemaModel make_schema(Random& random) { return SchemaMaker(random).run(); }

}  // namespace kaoping::test
