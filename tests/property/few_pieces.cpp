// See few_pieces.hpp.

#include "tests/property/few_pieces.hpp"

#include <fmt/format.h>

#include "tests/property/random.hpp"

namespace kaoping::test {

namespace {

using Texts = std::vector<std::string>;

constexpr const char* schema = R"(schema t "Pieces"
timezone "Asia/Shanghai"
enum Kind {
    a
    b
}
record Paper {
    kind Kind
    at datetime
    pages number
}
record Measure {
    kind Kind
    start datetime
    end datetime?
    count number
    papers [Paper]
}
case {
    c_id text key from "id"
    opened datetime
    limit number
    documents [Paper]
    measures [Measure]
    others [Measure]
}
)";

const Texts moments{"2026-01-05T10:00:00+08:00", "2026-01-06T10:00:00+08:00", "2026-01-08T09:00:00+08:00"};

class PieceRules {
public:
    explicit PieceRules(Random& random) : random_(random) {}

    std::string run() {
        std::string out = "define paged(list: [Paper], n: number): [Paper] = (x for x in list where x.pages = n)\nstandard s \"S\" points 10 {\n";
        for (int r = 0, rules = random_.between(3, 5); r < rules; ++r) out += rule(r);
        return out + "}\n";
    }

private:
    std::string rule(int number) {
        std::string out = fmt::format("rule r{} \"T\" {{\nbasis HC art 1\nfor each m in measures{}\n", number, random_.chance(70) ? "" : " where m.kind = a");
        out += random_.pick(Texts{"", "when m.kind = a\n", "when m.kind = b\n", "when m.kind = a and m.count > 2\n"});
        const bool due = random_.chance(30);
        if (due) out += "due " + deadline() + "\n";
        if (random_.chance(30)) out += "except when " + truth(1) + ": \"reason\"\n";
        if (due) out += random_.chance(50) ? "done m.end\n" : "require m.start <= due or " + truth(1) + "\n";
        else out += "require " + (random_.chance(75) ? quantifier() : truth(2)) + "\n";
        return out + "severity fault\ndeduct 1 each\nmessage \"M\"\n}\n";
    }

    std::string quantifier() {
        // What joins two lists: one equality, several, and one that stands in the same words for two.
        const std::string list = random_.pick(Texts{"documents", "documents", "documents", "m.papers", "paged(documents, m.count)", "paged(paged(documents, m.count), limit)"});
        const std::string where = random_.pick(Texts{"", "", "d.kind = a", "d.kind = m.kind", "m.count = d.pages and d.kind = m.kind"});
        in_list_ = true;
        const std::string body = "(" + truth(2) + ")";
        in_list_ = false;
        if (random_.chance(30)) return "every d in " + list + (where.empty() ? "" : " where " + where) + " satisfies " + body;
        return random_.pick(Texts{"some", "no", "at least 2"}) + " d in " + list + " where (" + (where.empty() ? "" : where + " and ") + body + ")";
    }

    std::string truth(int depth) {
        if (depth == 0 || random_.chance(15)) return leaf();
        switch (random_.below(6)) {
            case 0: return "(" + test() + " and " + truth(depth - 1) + ")";
            case 1: return "(" + test() + " or " + truth(depth - 1) + ")";
            case 2: return "(match " + std::string(in_list_ && random_.chance(50) ? "d" : "m") + ".kind { a: " + truth(depth - 1) + ", b: " + truth(depth - 1) + " })";
            default: return "(if " + test() + " then " + truth(depth - 1) + " else " + truth(depth - 1) + ")";
        }
    }

    /// Two tests, so that rules mostly ask the same first.
    std::string test() { return in_list_ && random_.chance(80) ? (random_.chance(50) ? "d.kind = a" : "d.pages > m.count") : (random_.chance(50) ? "m.kind = a" : "(m.end or else m.start) > opened"); }

    std::string leaf() {
        if (in_list_ && random_.chance(70)) return random_.pick(Texts{"d.pages > 2", "d.at <= (24 hours after m.start)", "d.at <= (if m.kind = a then m.start else opened)"});
        return random_.pick(Texts{"m.start <= (2 days rolling after opened)", "m.count > 2", "opened < 2026-01-06T10:00:00+08:00", others(), member()});
    }

    /// Of other measures than the subject, asked the same: all of the case, those with its count, those of a list that depends on it.
    std::string others() {
        const std::string how = random_.pick(Texts{"some n in measures where n.start <= (2 days rolling after opened)",
                                                   "some n in measures where (n.count = m.count and n.start <= (2 days rolling after opened))",
                                                   "some n in (if m.kind = a then measures else others) where n.start <= (2 days rolling after opened)"});
        return "(" + how + ")";
    }

    std::string member() { return random_.pick(Texts{"m.count in (x.pages for x in documents where x.kind = m.kind)", "limit in (x.pages for x in m.papers)", "m.kind in (n.kind for n in others)"}); }

    std::string deadline() {
        const std::string one = random_.pick(Texts{"(2 days rolling after m.start)", "(3 days rolling after opened)"});
        return random_.chance(50) ? one : "(if " + test() + " then " + one + " else (5 days rolling after m.start))";
    }

    Random& random_;
    bool in_list_ = false;  ///< `d` stands for an item
};

/// A list of none to four, each made by `item`.
template <typename Item>
std::string some_of(Random& random, Item item) {
    std::string out;
    for (int i = random.between(0, 4); i > 0; --i) out += (out.empty() ? "" : ",") + item();
    return "[" + out + "]";
}

/// A field, or a gap.
std::string field(Random& random, const std::string& name, const Texts& values, bool quoted) {
    if (random.chance(12)) return "\"" + name + "\":null";
    const std::string& value = random.pick(values);
    return "\"" + name + "\":" + (quoted ? "\"" + value + "\"" : value);
}

std::string paper(Random& random) {
    return "{" + field(random, "kind", {"a", "b"}, true) + "," + field(random, "at", moments, true) + "," + field(random, "pages", {"1", "3", "4"}, false) + "}";
}

std::string measure(Random& random) {
    return "{" + field(random, "kind", {"a", "b"}, true) + "," + field(random, "start", moments, true) + "," + field(random, "end", moments, true) + "," +
           field(random, "count", {"1", "2", "3"}, false) + ",\"papers\":" + some_of(random, [&] { return paper(random); }) + "}";
}

}  // namespace

GeneratedPack make_pack_of_few_pieces(std::uint64_t seed) {
    Random random(seed);
    GeneratedPack out;
    out.seed = seed;
    out.as_of = "2026-01-07T00:00:00+08:00";
    out.files.files = {{"pack.yaml", "id: t\ntitle: Pieces\nlanguage: 1\nschema: t.schema\nsources: sources.yaml\n"},
                       {"t.schema", schema},
                       {"sources.yaml", "HC: {title_en: Highway Code, title_zh: 公路法, verified: true}\n"},
                       {"t.rules", PieceRules(random).run()}};
    for (int i = 0; i < cases_per_pack; ++i)
        out.cases.push_back(fmt::format("{{\"id\":\"C{}\",{},{},\"documents\":{},\"measures\":{},\"others\":{}}}", i, field(random, "opened", moments, true), field(random, "limit", {"1", "3"}, false),
                                        some_of(random, [&] { return paper(random); }), some_of(random, [&] { return measure(random); }), some_of(random, [&] { return measure(random); })));
    return out;
}

}  // namespace kaoping::test
