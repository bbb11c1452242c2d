// Inputs cut into cases: lines, documents, arrays, folders, and chunks of any size.

#include <filesystem>
#include <fstream>

#include "dsl/source/hash.hpp"
#include "support.hpp"
#include "tests/support/process.hpp"
#include "tests/support/project_file.hpp"

using namespace casefile_test;
using Lines = std::vector<std::string>;
namespace fs = std::filesystem;

namespace {

Lines cases(const std::string& text, CaseFormat format) {
    const Read out = read(text, format);
    CHECK(out.unreadable.empty());
    return out.cases;
}

/// A fresh folder with files that each hold one case, named by the file.
std::string folder_of(const std::string& name, const Lines& files) {
    const fs::path folder = fs::path(kaoping_test::scratch()) / name;
    for (const std::string& file : files) {
        fs::create_directories((folder / file).parent_path());
        std::ofstream(folder / file, std::ios::binary) << "{\"id\": \"" << file << "\"}\n";
    }
    return folder.string();
}

Lines ids(const Lines& arguments) {
    Lines out;
    for (const std::string& one : read_inputs(arguments).cases) out.push_back(one.substr(0, one.rfind(' ')));
    return out;
}

}  // namespace

TEST_CASE("JSON Lines: line ends, blank lines, byte order mark") {
    const Lines two{"A 1", "B 2"};
    CHECK(cases("{\"id\":\"A\"}\n{\"id\":\"B\"}\n", CaseFormat::json_lines) == two);
    CHECK(cases("{\"id\":\"A\"}\n{\"id\":\"B\"}", CaseFormat::json_lines) == two);
    CHECK(cases("{\"id\":\"A\"}\r\n{\"id\":\"B\"}\r\n", CaseFormat::json_lines) == two);
    CHECK(cases("\xEF\xBB\xBF{\"id\":\"A\"}\n{\"id\":\"B\"}\n", CaseFormat::json_lines) == two);
    CHECK(cases("\xEF\xBB\xBF\n{\"id\":\"A\"}\n\xEF\xBB\xBF{\"id\":\"B\"}\n", CaseFormat::json_lines) == Lines{"A 2", "B 3"});
    CHECK(cases("\n \t\r\n{\"id\":\"A\"}\n\n\n  {\"id\":\"B\"}\n \n", CaseFormat::json_lines) == Lines{"A 3", "B 6"});
}

TEST_CASE("JSON Lines: a broken line is named, the others are read") {
    const Read out = read("{\"id\":\"A\"}\n{\"id\":\n\n[]\n{\"id\":\"D\"} x\n{\"id\":nul}\n{\"id\":\"\xE9\"}\n{\"id\":\"G\"}\n", CaseFormat::json_lines);
    CHECK(out.cases == Lines{"A 1", "G 8"});
    REQUIRE(out.unreadable.size() == 5);
    const char* starts[] = {"1 2:", "2 4:1 a case is a JSON object", "3 5:", "4 6:", "5 7:8 the text is not valid UTF-8"};
    for (std::size_t i = 0; i < 5; ++i) CHECK(out.unreadable[i].substr(0, std::string(starts[i]).size()) == starts[i]);
}

TEST_CASE("JSON Lines: what is wrong with a line, and where") {
    const std::pair<std::string, std::string> broken[] = {
        {"{\"id\" \"A\"}", "7 this is not JSON: `:` should stand here"},
        {"{id:\"A\"}", "2 this is not JSON: a key in quotes should stand here"},
        {"{\"id\":\"A\" \"x\":1}", "11 this is not JSON: `,` or `}` should stand here"},
        {"{\"id\":\"A\",\"x\":}", "15 this is not JSON: a value should stand here"},
        {"{\"id\":}", "7 this is not JSON: a value should stand here"},
        {"{\"id\":\"A\"]", "10 this is not JSON: `,` or `}` should stand here"},
        {"{\"id\":\"\\x\"}", "7 this is not JSON: the text has an escape that JSON does not know"},
        {"{\"id\":\"A\",\"x\":[1,2}", "20 the JSON is cut off: a list or object is not closed"},
        {"{\"id\":\"A", "9 the JSON is cut off inside a text"},
        {"{\"id\":\"A\"", "10 the JSON is cut off: a list or object is not closed"},
        {"{\"id\":\"A\",\"n\":", "15 the JSON is cut off: a list or object is not closed"},
        {"{\"id\":\"A\",\"n\":7", "16 the JSON is cut off: a list or object is not closed"},
        {"{\"id\":\"A\",\"b\":", "15 the JSON is cut off: a list or object is not closed"},
        {"{\"id\":\"A\",\"b\":true", "19 the JSON is cut off: a list or object is not closed"},
        {"{\"id\":\"A\",\"n\":12x}", "15 this is not JSON: a value should stand here"},
        {"{\"id\":\"A\",\"b\":truth}", "15 this is not JSON: a value should stand here"},
        {"{\"id\":\"A\",\"b\":tru}", "15 this is not JSON: a value should stand here"},
        {"{\"id\":\"A\",\"b\":true1}", "19 this is not JSON: `,` or `}` should stand here"},
        {"{\"id\":\"A\",\"b\":true{}", "19 this is not JSON: `,` or `}` should stand here"},
        {"{\"id\":\"A\",\"x\":1{}", "16 this is not JSON: `,` or `}` should stand here"},
        {"{\"id\":\"A\",\"x\":1[]}", "16 this is not JSON: `,` or `}` should stand here"},
        {"{\"id\":\"A\",\"x\":\"\"1}", "17 this is not JSON: text stands beside a text in quotes (a quote inside of a text is written as \\\")"},
        {"{\"id\":\"A\",\"t\":\"6\" tall\"}", "19 this is not JSON: text stands beside a text in quotes (a quote inside of a text is written as \\\")"},
        {"{\"id\":\"A\",\"t\":\"a \"b\" c\"}", "19 this is not JSON: text stands beside a text in quotes (a quote inside of a text is written as \\\")"},
        {"{\"id\":\"A\",\"acts\":[{\"marks\":[\"a \"b\" c\"]}]}", "33 this is not JSON: text stands beside a text in quotes (a quote inside of a text is written as \\\")"},
        {"{\"id\":\"A\",}", "11 this is not JSON: a key in quotes should stand here"},
        {"{,\"id\":\"A\"}", "2 this is not JSON: a key in quotes should stand here"},
        {"{\"id\":\"A\",\"t\":\"\\", "17 the JSON is cut off inside a text"},
        {"{\"id\":\"A\",\"x\":\"\\", "17 the JSON is cut off inside a text"},
        {"{\"id\":\"A\"} {}", "12 something stands behind the JSON value"},
    };
    for (const auto& [text, expected] : broken) {
        CAPTURE(text);
        const Read out = read(text + "\n{\"id\":\"B\"}\n", CaseFormat::json_lines);
        CHECK(out.cases == Lines{"B 2"});
        CHECK(out.unreadable == Lines{"0 1:" + expected});
    }
}

TEST_CASE("JSON Lines: blanks between the signs, keys in any order, escapes in keys and texts") {
    CHECK(cases("{ \"x\" : [ { } , 1 ] , \"id\" : \"A\" }\n{\t\"id\"\t:\t\"B\"\t}\n", CaseFormat::json_lines) == Lines{"A 1", "B 2"});
    CHECK(cases("{\"\\u0069d\":\"A\\n\\u00e9\"}\n{\"id\":\"B\"}\n", CaseFormat::json_lines) == Lines{"A\n\xC3\xA9 1", "B 2"});
}

TEST_CASE("JSON: one document, several, or an array of them") {
    CHECK(cases("{\n\"id\": \"A\"\n}\n", CaseFormat::json) == Lines{"A 1"});
    CHECK(cases("\xEF\xBB\xBF\n{\"id\":\"A\"} {\n\"id\":\"}]\\\"\"}", CaseFormat::json) == Lines{"A 2", "}]\" 2"});
    CHECK(cases("[\n {\"id\":\"A\"},\n\n {\"id\":\"B\"}\n]\n", CaseFormat::json) == Lines{"A 2", "B 4"});
    CHECK(read("[]", CaseFormat::json).unreadable == Lines{"0 0:0 the file is empty: it holds no case"});
}

TEST_CASE("JSON: a word or separator where a case should be is one unreadable case, and the reading goes on") {
    for (const std::string text : {",", "]", "},", "1", "nul", ",,,", "]]"}) {
        CAPTURE(text);
        const Read out = read(text + "\n{\"id\":\"A\"}", CaseFormat::json);
        CHECK(out.unreadable.size() >= 1);
        CHECK(out.cases == Lines{"A 2"});
    }
    const Read out = read("[1, {\"id\":\"A\"}, x, {\"id\":\"B\"}]", CaseFormat::json);
    CHECK(out.cases == Lines{"A 1", "B 1"});
    CHECK(out.unreadable.size() == 2);
}

TEST_CASE("YAML: one document per file") {
    CHECK(cases("\xEF\xBB\xBF---\r\nid: A\r\n", CaseFormat::yaml) == Lines{"A 1"});
    const Read two = read("id: A\n---\nid: B\n", CaseFormat::yaml);
    CHECK(two.cases.empty());
    CHECK(two.unreadable == Lines{"0 2:1 the file holds a second document (after `---`)"});
    CHECK(read("- id: A\n", CaseFormat::yaml).unreadable == Lines{"0 1:1 a case is a mapping of fields"});
    CHECK(read("# nothing\n", CaseFormat::yaml).unreadable == Lines{"0 0:0 the file is empty: it holds no case"});
    CHECK(read("", CaseFormat::yaml).unreadable == Lines{"0 0:0 the file is empty: it holds no case"});
}

TEST_CASE("a case that is too long is named, the next one is read") {
    ReadOptions options;
    options.max_case_bytes = 30;
    const std::string longer = "{\"id\":\"" + std::string(300, 'x') + "\"}";
    for (const CaseFormat format : {CaseFormat::json_lines, CaseFormat::json}) {
        const Read out = read("{\"id\":\"A\"}\n" + longer + "\n{\"id\":\"B\"}\n", format, options);
        CHECK(out.cases == Lines{"A 1", "B 3"});
        CHECK(out.unreadable == Lines{"1 2:0 this case is longer than 30 bytes (--max-case-bytes)"});
    }
}

TEST_CASE("the same cases whatever the size of chunks") {
    const std::string lines = kaoping_test::read_project_file("tests/data/every-kind/cases.jsonl") + "{broken\n" + kaoping_test::read_project_file("tests/data/every-kind/cases.jsonl");
    const Read whole = read(lines, CaseFormat::json_lines);
    CHECK(whole.chunks == 1);
    CHECK(whole.cases.size() == 6);
    CHECK(whole.unreadable.size() == 1);
    for (const std::size_t batch : {1, 3, 256})
        for (const std::size_t bytes : {1, 700, 4 << 20}) {
            ReadOptions options;
            options.batch_cases = batch;
            options.chunk_bytes = bytes;
            const Read out = read(lines, CaseFormat::json_lines, options);
            CAPTURE(batch);
            CAPTURE(bytes);
            CHECK(out.dump == whole.dump);
            if (batch == 1 || bytes == 1) CHECK(out.chunks == 7);
        }
}

TEST_CASE("behind more blank lines than a chunk holds, the reading goes on") {
    const std::string blank(5U << 20, '\n'), first = "{\"id\":\"A\"}\n", second = "{\"id\":\"B\"}\n";
    CHECK(cases(first + blank + second, CaseFormat::json_lines) == Lines{"A 1", "B 5242882"});
    CHECK(cases(blank + blank + second, CaseFormat::json_lines) == Lines{"B 10485761"});
    const Read none = read(blank, CaseFormat::json_lines);
    CHECK(none.cases.empty());
    REQUIRE(none.unreadable.size() == 1);
    CHECK(none.unreadable[0].find("the file is empty") != std::string::npos);
}

TEST_CASE("a folder's files by name, hidden ones too, others left out") {
    const std::string folder = folder_of("folder", {"b.json", "a.yaml", "c/a.ndjson", "c/.hidden.yml", "d.jsonl", "notes.txt", "b.json.bak"});
    CHECK(ids({folder}) == Lines{"a.yaml", "b.json", "c/.hidden.yml", "c/a.ndjson", "d.jsonl"});
    CHECK(ids({folder + "/d.jsonl", folder + "/a.yaml", folder + "/a.yaml"}) == Lines{"d.jsonl", "a.yaml", "a.yaml"});
    CHECK(ids({folder + "/notes.txt"}) == Lines{"notes.txt"});
}

TEST_CASE("globs give their matches by name") {
    const std::string folder = folder_of("globs", {"x2.json", "x1.json", "y1.json", ".x3.json", "[z].json"});
    CHECK(ids({folder + "/x*.json"}) == Lines{"x1.json", "x2.json"});
    CHECK(ids({folder + "/?1.json"}) == Lines{"x1.json", "y1.json"});
    CHECK(ids({folder + "/[z].json"}) == Lines{"[z].json"});
    CHECK(read_inputs({folder + "/q*.json"}).unreadable == Lines{"0 0:0 cannot be read: no file matches this pattern"});
}

TEST_CASE("what cannot be opened is named and counts for no case") {
    const std::string folder = folder_of("empty", {"only.txt"});
    const Read out = read_inputs({folder, folder + "/none.json", folder + "/only.txt"});
    REQUIRE(out.unreadable.size() == 2);
    CHECK(out.unreadable[0].find("0 0:0 cannot be read: the folder holds no case files") == 0);
    CHECK(out.unreadable[1] == "1 0:0 cannot be read: there is no such file or folder");
    CHECK(out.cases == Lines{"only.txt 1"});
}

TEST_CASE("the hash of a text is the same whether it comes whole, in long pieces or in short ones") {
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += static_cast<char>(i * 7 % 251);
    const std::string whole = kaoping::dsl::hash_text(text);
    for (const std::size_t piece : {1U, 100U, 1'023U, 1'024U, 1'025U, 6'000U, 20'000U}) {
        CAPTURE(piece);
        kaoping::dsl::TextHash hash;
        for (std::size_t at = 0; at < text.size(); at += piece) hash.add(std::string_view(text).substr(at, piece));
        CHECK(hash.hex() == whole);
    }
}
