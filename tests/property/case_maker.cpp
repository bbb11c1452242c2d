// See case_maker.hpp.

#include "tests/property/case_maker.hpp"

#include <fmt/format.h>

namespace kaoping::test {

using dsl::Kind;
using dsl::Type;

namespace {

class CaseMaker {
public:
    CaseMaker(Random& random, const SchemaModel& schema, const ValuePool& pool, bool long_lists)
        : random_(random), schema_(schema), pool_(pool), long_lists_(long_lists), gaps_(random.chance(60) ? 0 : random.between(1, 8)) {}

    std::string record(const RecordModel& of, int depth) {
        std::string out = "{";
        const auto put = [&](const std::string& key, const std::string& value) { out += fmt::format("{}\"{}\":{}", out.size() > 1 ? "," : "", key, value); };
        for (const FieldModel& f : of.fields) {
            if (f.type.optional && random_.chance(30)) {
                absent(f, put);
            } else if (random_.chance(gaps_)) {
                gap(f, put);
            } else {
                put(f.data_key, field(of, f, depth));
                if (gaps_ > 0 && random_.chance(2)) put(f.data_key, field(of, f, 9));
            }
        }
        if (random_.chance(3)) put("not in the schema", "1");
        return out + "}";
    }

private:
    template <typename Put>
    void absent(const FieldModel& f, Put put) {
        if (random_.chance(50)) return;
        put(f.data_key, random_.chance(70) ? "null" : f.type.is(Kind::element) ? "null" : "\" \"");
    }

    template <typename Put>
    void gap(const FieldModel& f, Put put) {
        switch (random_.below(5)) {
            case 0: return;
            case 1: return put(f.data_key, "null");
            case 2: return put(f.data_key, "\"\"");
            case 3: return put(f.data_key, f.type.is(Kind::number) || f.type.is(Kind::list) ? "\"no\"" : "17");
            default: return put(f.data_key, f.type.is(Kind::number) ? "1e40" : f.type.is(Kind::list) ? "null" : "\"2025-13-45\"");
        }
    }

    std::string field(const RecordModel& of, const FieldModel& f, int depth) {
        if (f.key) return key(f.type);
        if (!f.type.is(Kind::list)) return scalar(f.type, depth);
        const bool of_case = &of == &schema_.of_case();
        const int longest = of_case ? 4 : depth >= 2 || long_lists_ ? 1 : 3;
        std::string out = "[";
        for (int i = of_case && long_lists_ ? (random_.chance(6) ? 70 : 26) : random_.chance(15) ? 0 : random_.between(0, longest); i > 0; --i) {
            const bool broken = random_.chance(gaps_ / 2);
            out += (out.size() > 1 ? "," : "") + (broken ? std::string(random_.chance(50) ? "null" : "{\"a\":1}") : scalar(f.type.element_type(), depth + 1));
        }
        return out + "]";
    }

    /// Mostly new, sometimes one that was given before.
    std::string key(Type type) {
        if (!random_.chance(6)) ++next_key_;
        return type.is(Kind::number) ? std::to_string(next_key_) : fmt::format("\"P{}\"", next_key_);
    }

    std::string reference(Type type) {
        const RecordModel& to = schema_.records[static_cast<std::size_t>(type.of)];
        const bool numeric = to.fields[static_cast<std::size_t>(to.key_field)].type.is(Kind::number);
        const int of = gaps_ > 0 && random_.chance(gaps_) ? 999 : random_.between(1, long_lists_ ? 40 : 6);
        return numeric ? std::to_string(of) : fmt::format("\"P{}\"", of);
    }

    std::string scalar(Type type, int depth) {
        switch (type.kind) {
            case Kind::boolean: return random_.chance(50) ? "true" : "false";
            case Kind::number: return random_.pick(pool_.numbers);
            case Kind::text: return "\"" + random_.pick(pool_.texts) + "\"";
            case Kind::date: return "\"" + random_.pick(pool_.dates) + "\"";
            case Kind::datetime: return "\"" + (gaps_ > 0 && random_.chance(20) ? random_.pick(pool_.local_times) : random_.pick(pool_.datetimes)) + "\"";
            case Kind::reference: return reference(type);
            case Kind::enumeration: {
                const EnumModel& e = schema_.enums[static_cast<std::size_t>(type.of)];
                const std::string& spelling = random_.pick(e.spellings);
                return "\"" + (spelling.empty() || random_.chance(gaps_) ? std::string("unlisted") : spelling) + "\"";
            }
            default: return depth > 4 ? "null" : record(schema_.records[static_cast<std::size_t>(type.of)], depth);
        }
    }

    Random& random_;
    const SchemaModel& schema_;
    const ValuePool& pool_;
    bool long_lists_;
    int gaps_;  ///< percent
    int next_key_ = 0;
};

}  // namespace

std::string make_case(Random& random, const SchemaModel& schema, const ValuePool& pool, bool long_lists) {
    return CaseMaker(random, schema, pool, long_lists).record(schema.of_case(), 0);
}

}  // namespace kaoping::test
