// The schema: enums, records, fields, zone and calendar.

#include <fmt/format.h>

#include <set>
#include <span>

#include "dsl/check/checker.hpp"
#include "dsl/diagnostic/suggest.hpp"
#include "dsl/registry/zone_file.hpp"
#include "dsl/source/text_map.hpp"

namespace kaoping::dsl {

namespace {

class SchemaChecker {
public:
    explicit SchemaChecker(Checker& checker) : c_(checker), file_(checker.input.schema), schema_(checker.program.schema) {}

    void run() {
        head();
        settings();
        declare_names();
        for (std::size_t i = 0; i < enum_decls_.size(); ++i) members(*enum_decls_[i], schema_.enums[i]);
        for (std::size_t i = 0; i < record_decls_.size(); ++i) fields(*record_decls_[i], schema_.records[i]);
        check_references();
        check_nesting();
        misplaced();
    }

private:
    using PlacesByName = ViewMap<Span>;

    void head() {
        if (file_.schema_heads.empty()) {
            c_.error("K0206", {file_.id, 0, 0}, "the schema has no head", "begin it with `schema name \"title\"`");
            return;
        }
        for (std::size_t i = 1; i < file_.schema_heads.size(); ++i)
            c_.error("K0206", file_.schema_heads[i].span, "a schema has one head", "remove one", {{file_.schema_heads[0].span, "the other one"}});
        schema_.name = file_.schema_heads[0].name.text;
        schema_.title = file_.schema_heads[0].title;
    }

    void settings() {
        PlacesByName seen;
        for (const syntax::Setting& setting : file_.settings) {
            const auto [place, is_new] = seen.emplace(setting.keyword.text, setting.keyword.span);
            if (!is_new) {
                c_.error("K0204", setting.keyword.span, fmt::format("`{}` is given twice", setting.keyword.text), "remove one", {{place->second, "first here"}});
            } else if (setting.keyword.text == "timezone") {
                schema_.timezone = setting.value;
                zone(setting);
            } else {
                schema_.calendar = setting.value;
                calendar(setting);
            }
        }
    }

    void zone(const syntax::Setting& setting) {
        if (read_zone_file(setting.value)) return;
        const std::string near = nearest_name(setting.value, zone_names());
        c_.error("K0211", setting.value_span, fmt::format("there is no time zone `{}`", setting.value),
                 near.empty() ? "write a name of the IANA data base, like \"Asia/Shanghai\"" : fmt::format("did you mean `{}`?", near));
    }

    void calendar(const syntax::Setting& setting) {
        for (const CalendarData& one : c_.input.calendars)
            if (one.name == setting.value) {
                c_.program.calendar = one;
                return;
            }
        c_.error("K0212", setting.value_span, fmt::format("no pack gives the calendar `{}`", setting.value),
                 fmt::format("write `calendars: {{{}: path}}` into pack.yaml, or leave `calendar` out", setting.value));
    }

    template <typename Decl>
    bool first_of_name(const Decl& decl) {
        static const std::set<std::string_view> basic{"bool", "number", "text", "date", "datetime", "duration", "period", "deadline", "spans", "case"};
        if (basic.count(decl.name.text) != 0) {
            c_.error("K0204", decl.name.span, fmt::format("`{}` is a type of the language", decl.name.text), "choose another name");
            return false;
        }
        const auto [place, is_new] = names_.emplace(decl.name.text, decl.name.span);
        if (!is_new) c_.error("K0204", decl.name.span, fmt::format("`{}` is declared twice", decl.name.text), "choose another name", {{place->second, "first here"}});
        return is_new;
    }

    void declare_names() {
        for (const syntax::EnumDecl& decl : file_.enums) {
            if (!first_of_name(decl)) continue;
            c_.enums.emplace(decl.name.text, static_cast<std::int32_t>(schema_.enums.size()));
            schema_.enums.push_back({std::string(decl.name.text), std::string(decl.label), {}, -1, decl.name.span});
            enum_decls_.push_back(&decl);
        }
        for (const syntax::RecordDecl& decl : file_.records) {
            if (decl.is_case) {
                if (schema_.case_record >= 0) {
                    c_.error("K0206", decl.span, "a schema has one `case`", "remove one", {{schema_.records[static_cast<std::size_t>(schema_.case_record)].span, "the other one"}});
                    continue;
                }
                schema_.case_record = static_cast<int>(schema_.records.size());
            } else {
                if (!first_of_name(decl)) continue;
                c_.records.emplace(decl.name.text, static_cast<std::int32_t>(schema_.records.size()));
            }
            Record record;
            record.name = decl.is_case ? "case" : decl.name.text;
            record.label = decl.label;
            record.restricts_liberty = decl.restricts_liberty;
            record.span = decl.is_case ? decl.span : decl.name.span;
            schema_.records.push_back(std::move(record));
            record_decls_.push_back(&decl);
        }
        if (schema_.case_record >= 0) return;
        c_.error("K0206", {file_.id, 0, 0}, "the schema has no `case`", "add `case { id text key … }`: what one case file holds");
        schema_.case_record = static_cast<int>(schema_.records.size());
        static const syntax::RecordDecl no_fields;
        schema_.records.push_back({"case", {}, {}, -1, false, {}});
        record_decls_.push_back(&no_fields);
    }

    void members(const syntax::EnumDecl& decl, Enum& to) {
        PlacesByName names, spellings;
        if (decl.members.empty()) c_.error("K0213", decl.name.span, fmt::format("the enum `{}` has no members", decl.name.text), "write one on each line");
        for (const syntax::EnumMember& member : decl.members) {
            const auto [place, is_new] = names.emplace(member.name.text, member.name.span);
            if (!is_new) {
                c_.error("K0204", member.name.span, fmt::format("`{}` is declared twice", member.name.text), "remove one", {{place->second, "first here"}});
                continue;
            }
            EnumMember out{std::string(member.name.text), std::string(member.label), {}};
            if (member.from && member.from->anything_else) {
                if (to.anything_else >= 0) c_.error("K0213", member.from->span, "only one member can take anything else", "remove one");
                to.anything_else = static_cast<int>(to.members.size());
            } else {
                const std::span<const std::string_view> written = member.from ? std::span<const std::string_view>(member.from->texts) : std::span(&member.name.text, 1);
                out.spellings.assign(written.begin(), written.end());
                for (const std::string_view spelling : written) {
                    const auto [other, fresh] = spellings.emplace(spelling, member.span);
                    if (!fresh) c_.error("K0214", member.span, fmt::format("the spelling \"{}\" stands for two members", spelling), "give each member spellings of its own", {{other->second, "the other one"}});
                }
            }
            to.members.push_back(std::move(out));
        }
    }

    void fields(const syntax::RecordDecl& decl, Record& to) {
        PlacesByName names, keys;
        for (const syntax::Field& field : decl.fields) {
            const auto [place, is_new] = names.emplace(field.name.text, field.name.span);
            if (!is_new) {
                c_.error("K0204", field.name.span, fmt::format("the field `{}` is declared twice", field.name.text), "remove one", {{place->second, "first here"}});
                continue;
            }
            Field out;
            out.name = field.name.text;
            out.label = field.label;
            out.span = field.name.span;
            out.type = c_.resolve(field.type);
            field_type(field, out);
            out.data_key = data_key(field, keys);
            for (const syntax::Name& flag : field.flags) set_flag(flag, out, to, static_cast<int>(to.fields.size()), decl.is_case);
            to.fields.push_back(std::move(out));
        }
        if (decl.is_case) to_case(to);
    }

    void to_case(const Record& record) {
        const int kind = record.field("kind");
        if (kind >= 0 && !record.fields[static_cast<std::size_t>(kind)].type.is(Kind::list)) schema_.kind_field = kind;
    }

    void field_type(const syntax::Field& field, Field& out) {
        const Kind kind = out.type.is(Kind::list) ? out.type.item : out.type.kind;
        if (kind == Kind::duration || kind == Kind::period || kind == Kind::deadline || kind == Kind::spans) {
            c_.error("K0215", field.type.span, fmt::format("a case file does not hold {}", c_.type_name(type(kind, out.type.of))), "record points in time or numbers, and count in the rules");
            out.type = {};
        }
        if (out.type.is(Kind::list) && out.type.optional) {
            c_.error("K0215", field.type.span, "a list is not optional", "leave `?` out: an empty list says that there is nothing, a list that is missing is a gap");
            out.type.optional = false;
        }
    }

    std::string_view data_key(const syntax::Field& field, PlacesByName& keys) {
        std::string_view key = field.name.text;
        if (field.from && (field.from->anything_else || field.from->texts.size() != 1))
            c_.error("K0214", field.from->span, "a field comes from one key of the data", "write `from \"key\"`");
        else if (field.from) key = field.from->texts.front();
        const auto [other, fresh] = keys.emplace(key, field.name.span);
        if (!fresh) c_.error("K0214", field.name.span, fmt::format("two fields come from the key \"{}\"", key), "give each a key of its own", {{other->second, "the other one"}});
        return key;
    }

    void set_flag(const syntax::Name& flag, Field& field, Record& record, int index, bool is_case) {
        if (flag.text == "personal") {
            field.personal = true;
        } else if (flag.text == "unit") {
            field.unit = true;
            const bool fits = is_case && schema_.unit_field < 0 && (field.type.is(Kind::text) || field.type.is(Kind::enumeration));
            if (fits) schema_.unit_field = index;
            else c_.error("K0210", flag.span, "`unit` marks one text or enum of the case", "mark the field that names the unit that handles the case");
        } else {
            field.key = true;
            const bool fits = record.key_field < 0 && !field.type.optional && (field.type.is(Kind::text) || field.type.is(Kind::number) || field.type.is(Kind::error));
            if (fits) record.key_field = index;
            else c_.error("K0209", flag.span, "a record has one key, a text or a number that is not optional", "mark the field that no two elements share");
        }
    }

    void check_references() {
        for (std::size_t r = 0; r < record_decls_.size(); ++r)
            for (const Field& field : schema_.records[r].fields) {
                const Kind kind = field.type.is(Kind::list) ? field.type.item : field.type.kind;
                if (kind == Kind::reference && c_.record(field.type.of).key_field < 0)
                    c_.error("K0208", field.span, fmt::format("`{}` refers to {}, which has no key", field.name, c_.record(field.type.of).name),
                             fmt::format("mark a field of {} with `key`", c_.record(field.type.of).name), {{c_.record(field.type.of).span, "declared here"}});
            }
    }

    /// A record that contains itself would have no end.
    void check_nesting() {
        enum class State { fresh, running, done };
        std::vector<State> states(schema_.records.size(), State::fresh);
        const auto visit = [&](const auto& self, std::size_t r, std::size_t depth) -> void {
            states[r] = State::running;
            for (const Field& field : schema_.records[r].fields) {
                const Kind kind = field.type.is(Kind::list) ? field.type.item : field.type.kind;
                if (kind != Kind::element) continue;
                const auto next = static_cast<std::size_t>(field.type.of);
                if (states[next] == State::running || depth > 60)
                    c_.error("K0207", field.span, fmt::format("the record `{}` contains itself", c_.record(field.type.of).name), fmt::format("use a reference: `-> {}`", c_.record(field.type.of).name));
                else if (states[next] == State::fresh) self(self, next, depth + 1);
            }
            states[r] = State::done;
        };
        for (std::size_t r = 0; r < states.size(); ++r)
            if (states[r] == State::fresh) visit(visit, r, 0);
    }

    void misplaced() {
        const auto report = [&](Span span, const char* what) {
            c_.error("K0330", span, fmt::format("a schema file holds no {}", what), "put it into a .rules file");
        };
        for (const auto& one : file_.standards) report(one.name.span, "standards");
        for (const auto& one : file_.defines) report(one.name.span, "defines");
        for (const auto& one : file_.parameters) report(one.name.span, "parameters");
        for (const auto& one : file_.tables) report(one.name.span, "tables");
    }

    Checker& c_;
    const syntax::File& file_;
    Schema& schema_;
    PlacesByName names_;
    std::vector<const syntax::EnumDecl*> enum_decls_;
    std::vector<const syntax::RecordDecl*> record_decls_;
};

}  // namespace

void check_schema(Checker& checker) { SchemaChecker(checker).run(); }

}  // namespace kaoping::dsl
