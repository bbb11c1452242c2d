// Keys, references, unknown fields, pointers, and what of a case is read at all.

#include "support.hpp"

using namespace casefile_test;
using Lines = std::vector<std::string>;

namespace {

Lines json_findings(const std::string& fields, bool strict = false) {
    ReadOptions options;
    options.strict_json = strict;
    const Read out = read(json_case(fields), CaseFormat::json, options);
    CHECK(out.unreadable.empty());
    return out.findings;
}

Lines yaml_findings(const std::string& more) {
    const Read out = read("id: A\nb: true\nn: 1\nt: x\nd: 2026-03-02\nm: 2026-03-02T10:20\nc: R\ns: O\n" + more, CaseFormat::yaml);
    CHECK(out.unreadable.empty());
    return out.findings;
}

}  // namespace

TEST_CASE("a whole case has no findings") {
    CHECK(json_findings("").empty());
    CHECK(yaml_findings("persons: []\ncars: []\nacts: []\n").empty());
    CHECK(read(json_case("\"persons\":[{\"id\":\"P\"}],\"acts\":[{\"person\":\"P\",\"people\":[\"P\",\"P\"],\"cars\":[],\"marks\":[\"x\"],\"amounts\":[1]}]"), CaseFormat::json).findings.empty());
}

TEST_CASE("a key that stands there twice: the first one counts") {
    CHECK(json_findings("\"t\":\"a\",\"t\":5") == Lines{"duplicate_key /t"});
    CHECK(cell("{\"t\":\"a\",\"t\":\"b\"}", CaseFormat::json, "t") == "=\"a\" duplicate_key /t");
    CHECK(cell("{\"t\":null,\"t\":\"b\"}", CaseFormat::json, "t") == "=\"b\"");
    CHECK(cell("t: a\nt: b\n", CaseFormat::yaml, "t") == "=\"a\" duplicate_key /t 2:4");
    CHECK(json_findings("\"acts\":[{\"people\":[],\"people\":[],\"cars\":[],\"marks\":[],\"amounts\":[]}]") == Lines{"duplicate_key /acts/0/people"});
}

TEST_CASE("two elements with one key") {
    CHECK(json_findings("\"persons\":[{\"id\":\"P\"},{\"id\":\"Q\"},{\"id\":\"P\"}]") == Lines{"duplicate_key /persons/2/id"});
    CHECK(json_findings("\"cars\":[{\"number\":7},{\"number\":7.0}]") == Lines{"duplicate_key /cars/1/number"});
    CHECK(json_findings("\"persons\":[{\"id\":\"P\"},{\"id\":\"P \"}]").empty());
    const Read two = read(json_case("\"persons\":[{\"id\":\"P\"}]") + "\n" + json_case("\"persons\":[{\"id\":\"P\"}]"), CaseFormat::json_lines);
    CHECK(two.cases.size() == 2);
    CHECK(two.findings.empty());
}

TEST_CASE("references that lead nowhere") {
    const std::string act = "\"cars\":[],\"marks\":[],\"amounts\":[]";
    CHECK(json_findings("\"acts\":[{\"person\":\"P\",\"people\":[]," + act + "}]") == Lines{"dangling_reference /acts/0/person"});
    CHECK(json_findings("\"persons\":[{\"id\":\"P\"}],\"acts\":[{\"people\":[\"P\",\"Q\"]," + act + "}]") == Lines{"dangling_reference /acts/0/people/1"});
    CHECK(json_findings("\"cars\":[{\"number\":8.50}],\"car\":8.5").empty());
    // The key of another case is no key of this one.
    const Read two = read(json_case("\"cars\":[{\"number\":1}]") + "\n" + json_case("\"car\":1"), CaseFormat::json_lines);
    CHECK(two.findings == Lines{"dangling_reference /car"});
    CHECK(yaml_findings("persons: []\ncars: []\nacts:\n  - {person: P, people: [], cars: [],\n     marks: [], amounts: []}\n") == Lines{"dangling_reference /acts/0/person 12:14"});
}

TEST_CASE("many cases have the findings that each has alone, case by case") {
    const std::string act = "\"people\":[],\"cars\":[],\"marks\":[],\"amounts\":[]";
    const std::vector<std::string> kinds = {
        "\"persons\":[{\"id\":\"P\"}],\"acts\":[{\"person\":\"P\"," + act + "}]",
        "\"persons\":[{\"id\":\"P\"},{\"id\":\"P\"}],\"acts\":[{\"person\":\"Q\"," + act + "},{\"person\":\"P\"," + act + "}]",
        "\"persons\":[],\"t\":5",
        "\"acts\":[{\"person\":\"P\"," + act + "}],\"cars\":[{\"number\":1},{\"number\":1.0}],\"t\":5",
        "\"persons\":[{\"id\":\"P\"}",  // cannot be read
    };
    std::string text;
    Lines alone;
    for (std::size_t i = 0; i < 70; ++i) {  // more than are checked together
        const std::string one = json_case(kinds[(i * i + i / 3) % kinds.size()]) + "\n";
        const Read out = read(one, CaseFormat::json_lines);
        alone.insert(alone.end(), out.findings.begin(), out.findings.end());
        text += one;
    }
    CHECK(alone.size() > 60);
    CHECK(read(text, CaseFormat::json_lines).findings == alone);
}

TEST_CASE("items of lists") {
    CHECK(json_findings("\"acts\":[{\"people\":[null,\"\",7,{}],\"cars\":[],\"marks\":[\" \"],\"amounts\":[\"1\",[2],3]}]") ==
          Lines{"missing /acts/0/people/0", "missing /acts/0/people/1", "wrong_type /acts/0/people/2", "wrong_type /acts/0/people/3", "missing /acts/0/marks/0", "wrong_type /acts/0/amounts/0",
                "wrong_type /acts/0/amounts/1"});
    CHECK(json_findings("\"persons\":[7,{\"id\":\"P\"},null]") == Lines{"wrong_type /persons/0", "wrong_type /persons/2"});
    CHECK(yaml_findings("persons: []\ncars: [7, x]\nacts: []\n") == Lines{"wrong_type /cars/0 10:8", "wrong_type /cars/1 10:11"});
}

TEST_CASE("a list of texts keeps its items in order, whichever of them are written in another form") {
    const auto marks = [](const std::string& items) {
        return read(json_case("\"acts\":[{\"people\":[],\"cars\":[],\"marks\":" + items + ",\"amounts\":[]},{\"people\":[],\"cars\":[],\"marks\":[\"next\"],\"amounts\":[]}]"), CaseFormat::json).dump;
    };
    const auto expected = [](const std::string& third) {
        return "case 0 case:1\n  3 /acts/0: - - =[0] =[0] =[4] =[0]\n  3 /acts/1: - - =[0] =[0] =[1] =[0]\n"
                          "  4 : =\"A\" =true =1000000 =\"x\" =20514 =1772418000000000 =0 =0 - - - - - - - - =[0] =[0] =[2]\n"
                          "  7 /acts/0/marks/0: =\"one\"\n  7 /acts/0/marks/1: =\"two\"\n  7 /acts/0/marks/2: " + third + "\n  7 /acts/0/marks/3: =\"four\"\n  7 /acts/1/marks/0: =\"next\"\n";
    };
    const std::string plain = expected("=\"three\"");
    for (const char* items : {R"(["one","two","three","four"])", R"([ "one" , "two" ,"three", "four" ])", R"(["one","t\u0077o","three","four"])", R"(["one","two","three" ,"four"])"}) CHECK(marks(items) == plain);
    const auto with_third = [&](const std::string& third) { return marks("[\"one\",\"two\"," + third + ",\"four\"]"); };
    for (const char* odd : {"null", "7", "\"\"", "\" \"", "{\"a\":[\"b\"]}", "[\"a\",\"b\"]", "true"}) {
        CAPTURE(odd);
        CHECK(with_third(odd).substr(0, expected("?").size()) == expected("?"));
    }
    CHECK(with_third("\" a\"") == expected("=\" a\""));
    CHECK(marks("[]").find("/acts/0: - - =[0] =[0] =[0] =[0]") != std::string::npos);
}

TEST_CASE("pointers escape the data's own keys") {
    CHECK(json_findings("\"persons\":[{\"id\":\"P\",\"nick/name~x\":5}]") == Lines{"wrong_type /persons/0/nick~1name~0x"});
    CHECK(json_findings("\"a/b~c\":1", true) == Lines{"unknown_field /a~1b~0c"});
    CHECK(yaml_findings("persons: [{id: P, nick/name~x: 5}]\ncars: []\nacts: []\n") == Lines{"wrong_type /persons/0/nick~1name~0x 9:32"});
}

TEST_CASE("fields that the schema does not know") {
    CHECK(json_findings("\"extra\":[1,{\"a\":null}]").empty());
    CHECK(json_findings("\"extra\":1", true) == Lines{"unknown_field /extra"});
    CHECK(json_findings("\"place\":{\"stret\":\"x\"}", true) == Lines{"unknown_field /place/stret"});
    CHECK(yaml_findings("persons: []\ncars: []\nacts: []\nplace: {stret: x}\n") == Lines{"unknown_field /place/stret 12:16"});
    ReadOptions options;
    options.strict_json = true;
    CHECK(read(json_case("\"place\":{\"stret\":\"x\"}"), CaseFormat::json, options).messages.at(0) == "Place has no field `stret` (did you mean `street`?)");
    options.strict_yaml = false;
    CHECK(read("id: A\nextra: 1\n", CaseFormat::yaml, options).dump.find("unknown_field") == std::string::npos);
}

TEST_CASE("what no rule reads is neither decoded nor judged, unless the reading is strict") {
    CHECK(cell("{\"n\":\"no number\",\"acts\":7,\"t\":\"x\"}", CaseFormat::json, "t") == "=\"x\"");
    ReadOptions strict;
    strict.strict_json = true;
    CHECK(cell("{\"id\":\"A\",\"n\":\"no number\",\"t\":\"x\"}", CaseFormat::json, "t", strict).find("wrong_type /n") != std::string::npos);
}

TEST_CASE("a decoder that goes on says of each chunk what it says alone, whatever columns the chunk before had") {
    namespace dsl = kaoping::dsl;
    namespace engine = kaoping::engine;
    const dsl::Schema& schema = kaoping_test::every_kind();
    const auto record = static_cast<std::size_t>(schema.case_record), text = static_cast<std::size_t>(schema.records[record].field("t"));
    engine::ColumnMask only_texts = engine::ColumnMask::all(schema);
    only_texts.columns[record].assign(schema.records[record].fields.size(), false);
    only_texts.columns[record][text] = true;
    const ReadOptions options;  // documents of YAML are read whole, JSON Lines only as far as a rule asks
    const engine::CaseDecoder decoder(schema, kaoping_test::every_kind_zone(), only_texts, options);
    engine::ChunkDecoder going_on(decoder);
    std::string lines;
    for (int i = 0; i < 200; ++i) lines += i % 3 == 0 ? "{\"id\":\"A\"}\n" : json_case("") + "\n";
    const std::string document = "id: A\nb: true\nn: 1\nt: a text of some length\nd: 2026-03-02\nm: 2026-03-02T10:20\nc: R\ns: O\npersons: [{id: P}]\ncars: []\nacts: []\n";
    for (const bool whole : {true, false, true, false, false}) {
        auto inputs = engine::InputSet::of_text("cases", whole ? document : lines, whole ? CaseFormat::yaml : CaseFormat::json_lines, options);
        engine::RawChunk chunk;
        REQUIRE(inputs.next_chunk(chunk));
        const engine::Decoded& again = going_on.decode(chunk);
        const engine::Decoded alone = decoder.decode(chunk);
        REQUIRE(again.batch.cases() == alone.batch.cases());
        if (whole) CHECK(kaoping_test::dump_cases(schema, decoder.layout(), again.batch) == kaoping_test::dump_cases(schema, decoder.layout(), alone.batch));
        const engine::Column &texts = again.batch.tables[record].columns[text], &expected = alone.batch.tables[record].columns[text];
        for (std::size_t row = 0; row < alone.batch.cases(); ++row) CHECK(kaoping_test::dump_cell(texts, row) == kaoping_test::dump_cell(expected, row));
    }
}

TEST_CASE("a decoder that goes on leaves no text of an earlier chunk in cells that are not present") {
    namespace engine = kaoping::engine;
    const auto& schema = kaoping_test::every_kind();
    const ReadOptions options;
    const engine::CaseDecoder decoder(schema, kaoping_test::every_kind_zone(), engine::ColumnMask::all(schema), options);
    engine::ChunkDecoder going_on(decoder);
    const std::string act = R"({"person":"P","people":["P","P"],"cars":[7,7],"marks":["m","m"],"amounts":[1]})";
    const std::string full = json_case(R"("ot":"o","car":7,"place":{"street":"S","floor":1},"persons":[{"id":"P","name":"N"},{"id":"Q","name":"N"}],"cars":[{"number":7}],"acts":[)" + act + "," + act + "]");
    const std::string lacking[] = {
        json_case(R"("ot":null,"car":null,"place":{},"persons":[{"id":null},{}],"acts":[{"people":[null,""],"cars":[null,{}],"marks":[7,[]],"amounts":[]},{}])"),
        json_case(R"("t":" ","ot":"","car":"x","place":{"street":5},"persons":[{"id":7,"name":[]},8],"acts":[null,9])"),
        R"({"ot":{},"car":[],"persons":[[],"P"],"acts":[{"people":7,"marks":{}}]})",
        R"({"id":"A","t":"x","persons":[{"id":"P"},{)",  // is taken back
    };
    for (const std::string& after : lacking)
        for (const bool whole : {true, false}) {
            auto inputs = engine::InputSet::of_text("cases", whole ? full + "\n" + full : after + "\n{}\n" + after, CaseFormat::json_lines, options);
            engine::RawChunk chunk;
            REQUIRE(inputs.next_chunk(chunk));
            for (const engine::Table& table : going_on.decode(chunk).batch.tables)
                for (const engine::Column& column : table.columns)
                    for (std::size_t row = 0; row < static_cast<std::size_t>(table.rows); ++row) {
                        if (!engine::held_as_text(column.kind)) continue;
                        CHECK((column.present.get(row) || column.texts[row].empty()));
                    }
        }
}
