// JSON as bytes: blanks of any kind between the signs, strings of every length with every sign at every place in them, texts that
// are cut off anywhere.

#include <array>
#include <random>

#include "support.hpp"

using namespace casefile_test;
using Lines = std::vector<std::string>;

namespace {

/// With values of all kinds, read and passed over.
const std::string whole =
    R"({"x":{"a":[1,"]}\"",{}],"b":null},"id":"A","b":true,"n":-12.5e1,"t":"two words","d":"2026-03-02","m":"2026-03-02T10:20:01+08:00","y":[],"c":"rouge","s":"other",)"
    R"("ob":null,"z":"passed over, whatever it is: [{","persons":[{"id":"P","name":"\u738b","nick/name~x":null,"home":{"street":"S","floor":3}},{"id":"Q"}],)"
    R"("cars":[{"number":7}],"car":7,"acts":[{"person":"P","people":["P","Q"],"cars":[7],"marks":["m","a longer one than sixteen bytes"],"amounts":[1,2.5]},)"
    R"({"people":[],"cars":[],"marks":[],"amounts":[]}],"w":false,"v":0})";

struct Blanks {
    std::string before, behind;
};

/// The same text with blanks around each sign that stands outside of strings.
std::string with_blanks(const std::string& text, const Blanks& blanks) {
    std::string out;
    bool inside = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inside || c == '"' || std::string("{}[]:,").find(c) == std::string::npos) {
            out += c;
            if (inside && c == '\\') out += text[++i];
            else if (c == '"') inside = !inside;
            continue;
        }
        out += blanks.before + c + blanks.behind;
    }
    return out;
}

/// Cells of each case of a text, without the lines that say where it stands.
Lines cells_of(const std::string& text, CaseFormat format) {
    const Read out = read(text, format);
    CHECK(out.unreadable.empty());
    CHECK(out.findings.empty());
    Lines cells;
    for (std::size_t at = 0; at < out.dump.size();) {
        const std::size_t end = out.dump.find('\n', at) + 1;
        const std::string line = out.dump.substr(at, end - at);
        if (line.compare(0, 5, "case ") == 0) cells.emplace_back();
        else cells.back() += line;
        at = end;
    }
    return cells;
}

}  // namespace

TEST_CASE("blanks between the signs change nothing, whatever stood there in the case before") {
    const Blanks forms[] = {{"", ""}, {"", " "}, {" ", " "}, {"", "\t"}, {"\r", "  "}, {std::string(70, ' '), ""}, {"", std::string(33, ' ')}};
    const Lines expected = cells_of(whole, CaseFormat::json_lines);
    REQUIRE(expected.size() == 1);
    CHECK(expected[0].find("=\"a longer one than sixteen bytes\"") != std::string::npos);
    for (const Blanks& first : forms)
        for (const Blanks& second : forms) {
            const std::string a = with_blanks(whole, first), b = with_blanks(whole, second);
            CHECK(cells_of(a + "\n" + b + "\n" + a + "\n", CaseFormat::json_lines) == Lines(3, expected[0]));
        }
    for (const Blanks& lines : {Blanks{"", "\n"}, Blanks{"\n", "\n        "}, Blanks{"\r\n", ""}})
        CHECK(cells_of(whole + with_blanks(whole, lines) + whole, CaseFormat::json) == Lines(3, expected[0]));
}

TEST_CASE("strings of every length, with every sign that could end them at every place") {
    const std::array<std::string, 8> signs = {"\\\"", "\\\\", "\\n", "[", "]", "}", ",", "\xE7\x8E\x8B"};
    for (std::size_t size = 0; size < 70; ++size)
        for (std::size_t at = 0; at <= size; at += size < 36 ? 1 : 7) {
            std::string text, expected;
            for (const std::string& sign : signs) {
                const std::string odd = "\"" + std::string(at, 'a') + sign + std::string(size - at, 'b') + "\"";
                text += R"({"x":)" + odd + R"(,"y":[)" + odd + ",{" + odd + ":" + odd + "}]," + odd + R"(:1,"id":"A"})" + "\n";
            }
            CAPTURE(text);
            const Read out = read(text, CaseFormat::json_lines);
            CHECK(out.unreadable.empty());
            CHECK(out.cases.size() == signs.size());
        }
}

TEST_CASE("a text is read as it is written, wherever its escape stands") {
    for (std::size_t size = 1; size < 40; ++size)
        for (std::size_t at = 1; at <= size; ++at) {
            const std::string before(at, 'a'), behind(size - at, 'b');
            CHECK(cell("{\"ot\":\"" + before + "\\\"" + behind + "\"}", CaseFormat::json, "ot") == "=\"" + before + "\"" + behind + "\"");
        }
}

TEST_CASE("what is passed over may hold anything") {
    std::mt19937 random(7);
    const auto pick = [&](std::size_t below) { return random() % below; };
    const std::array<std::string, 9> pieces = {"a", "[", "}", "{\\\"", "\\\\", "\\n", "plain words that take some room, ", ",:", "\xE7\x8E\x8B"};
    const auto string = [&] {
        std::string out = "\"";
        for (std::size_t i = pick(6); i > 0; --i) out += pieces[pick(pieces.size())];
        return out + "\"";
    };
    const auto value = [&](const auto& self, std::size_t depth) -> std::string {
        const std::size_t kind = pick(depth == 0 ? 2 : 4);
        if (kind == 0) return string();
        if (kind == 1) return std::to_string(pick(100000));
        std::string out;
        for (std::size_t i = pick(5); i > 0; --i) out += (out.empty() ? "" : ", ") + (kind == 2 ? string() + ":" : std::string()) + self(self, depth - 1);
        return kind == 2 ? "{" + out + "}" : "[" + out + "]";
    };
    std::string text;
    for (int i = 0; i < 2000; ++i) text += "{\"x\":[" + value(value, 5) + "]," + string() + ":" + value(value, 5) + ",\"id\":\"A\"}\n";
    const Read out = read(text, CaseFormat::json_lines);
    CHECK(out.unreadable.empty());
    CHECK(out.cases.size() == 2000);
}

TEST_CASE("a control character in a string is not JSON, and named where it stands") {
    for (std::size_t at = 0; at < 40; ++at)
        for (const std::string& before : {std::string(R"({"id":"A","t":")"), std::string(R"({"id":"A","x":")"), std::string(R"({"id":"A","x":[")"), std::string(R"({"id":"A","x":{"\n)"), std::string("{\"")}) {
            const std::string start = before + std::string(at, 'a');
            CHECK(read(start + "\t\":1}\n{\"id\":\"B\"}\n", CaseFormat::json_lines).unreadable ==
                  Lines{"0 1:" + std::to_string(start.size() + 1) + " this is not JSON: in a text, a control character is written as an escape"});
        }
}

TEST_CASE("quotes that nobody escaped do not hide what stands between them") {
    // Two of them: what is inside of strings and what is outside change places from the first to the second.
    for (const std::string& mistake : {std::string("6\" tall"), std::string("6\" "), std::string(" \"stop\" \"")})
        for (std::size_t pad = 0; pad < 70; ++pad) {
            const std::string a(pad, 'a');
            const std::string text = R"({"id":"A","x":[{"note":")" + a + mistake + R"("}],"t":"there","y":[{"note":")" + a + mistake + R"("}]})";
            INFO(text);
            const Read out = read(text + "\n{\"id\":\"B\"}\n", CaseFormat::json_lines);
            CHECK(out.cases == Lines{"B 2"});
            REQUIRE(out.unreadable.size() == 1);
            CHECK(out.unreadable[0].find("a quote inside of a text is written as \\\"") != std::string::npos);
        }
    for (std::size_t pad = 0; pad < 70; ++pad)
        for (const auto& [before, behind] : {std::pair("", "x"), std::pair("x", ""), std::pair("", "\"b\""), std::pair("", "{}"), std::pair("[]", "")}) {
            const std::string text = R"({"id":"A","x":[)" + std::string(before) + "\"" + std::string(pad, 'a') + "\"" + behind + "]}\n";
            INFO(text);
            CHECK(read(text, CaseFormat::json_lines).unreadable.size() == 1);
        }
    const Read named = read(R"({"id":"A","x":["6" tall"],"t":"there","y":["6" tall"]})" "\n", CaseFormat::json_lines);
    CHECK(named.unreadable == Lines{"0 1:24 this is not JSON: text stands beside a text in quotes (a quote inside of a text is written as \\\")"});
}

TEST_CASE("a case that is cut off anywhere is unreadable, and the next one is read") {
    for (std::size_t size = 1; size < whole.size(); ++size) {
        CAPTURE(size);
        const Read out = read(whole.substr(0, size) + "\n{\"id\":\"B\"}\n", CaseFormat::json_lines);
        CHECK(out.cases == Lines{"B 2"});
        REQUIRE(out.unreadable.size() == 1);
        CHECK(out.unreadable[0].find("is cut off") != std::string::npos);
    }
}

TEST_CASE("what is passed over is nested as deeply as it likes") {
    const std::string deep = std::string(5000, '[') + std::string(5000, ']');
    CHECK(read("{\"x\":" + deep + ",\"id\":\"A\"}\n", CaseFormat::json_lines).cases == Lines{"A 1"});
    CHECK(read("{\"x\":[\"\\n\"," + deep + "],\"id\":\"A\"}\n", CaseFormat::json_lines).cases == Lines{"A 1"});
}

TEST_CASE("a quote astray behind an escape is seen wherever it stands in what nobody wants") {
    for (std::size_t room = 0; room < 150; ++room) {
        CAPTURE(room);
        const std::string blanks(room, ' ');
        CHECK(read(json_case("\"unwanted\":[\"\\n\"," + blanks + "5\"a\",\"b\"]"), CaseFormat::json).unreadable.size() == 1);
        CHECK(read(json_case("\"unwanted\":[\"\\n\"," + blanks + "5,\"a\",\"b\"]"), CaseFormat::json).unreadable.empty());
    }
}
