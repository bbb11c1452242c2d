// CSV texts and the decision tables in them.

#include "dsl/registry/csv.hpp"
#include "dsl/registry/scalar_text.hpp"
#include "dsl/registry/table_file.hpp"
#include "support.hpp"

using namespace registry_test;

namespace {

std::vector<std::string> texts(const std::vector<CsvCell>& cells) {
    std::vector<std::string> out;
    for (const CsvCell& cell : cells) out.push_back(cell.text);
    return out;
}

using Row = std::vector<std::string>;

}  // namespace

TEST_CASE("CSV: quotes, line ends, blank lines, byte order mark") {
    Good good("\xEF\xBB\xBF" "a,b\r\n1,\"x, \"\"y\"\"\r\nz\"\r\n\r\n,\"\"\n 2 ,文");
    const CsvText csv = read_csv(good.map, good.file, good.diagnostics);
    CHECK(texts(csv.header) == Row{"a", "b"});
    REQUIRE(csv.rows.size() == 3);
    CHECK(texts(csv.rows[0]) == Row{"1", "x, \"y\"\r\nz"});
    CHECK(texts(csv.rows[1]) == Row{"", ""});
    CHECK(!csv.rows[1][0].quoted);
    CHECK(csv.rows[1][1].quoted);
    CHECK(texts(csv.rows[2]) == Row{" 2 ", "文"});
    CHECK(good.map.text(csv.rows[0][1].span) == "\"x, \"\"y\"\"\r\nz\"");
}

TEST_CASE("tables: columns in any order, every type, empty cells") {
    Schema schema;
    schema.enums.resize(1);
    schema.enums[0].name = "Colour";
    schema.enums[0].members = {{"red", "", {"R"}}, {"green", "", {"green"}}};
    Table table;
    table.keys = {{"article", {Kind::text}}, {"colour", {Kind::enumeration, false, Kind::error, 0}}};
    table.columns = {{"fine", {Kind::number}},          {"from", Type{Kind::date}.as_optional()}, {"at", Type{Kind::datetime}.as_optional()},
                     {"ok", Type{Kind::boolean}.as_optional()}, {"note", {Kind::text}}};
    Good good("note,ok,at,from,fine,colour,article\n"
              "\"a, b\",true,2026-03-02T10:20:00+08:00,2026-03-02,2000.5,green,44\n"
              ",,,,-0.000001,red,44\n");
    read_table(good.map, good.file, schema, table, good.diagnostics);
    REQUIRE(table.rows == 2);
    const auto keys = [&](std::size_t row) { return std::vector<Value>(table.keys_of(row).begin(), table.keys_of(row).end()); };
    CHECK(keys(0) == std::vector<Value>{{0, std::string("44")}, {1, {}}});
    CHECK(keys(1) == std::vector<Value>{{0, std::string("44")}, {0, {}}});
    REQUIRE(table.cells.size() == 10);
    CHECK(table.cell(0, 0)->number == 2'000'500'000);
    CHECK(table.cell(0, 1)->number == day("2026-03-02"));
    CHECK(table.cell(0, 2)->number == 1'772'418'000'000'000);
    CHECK(table.cell(0, 3)->number == 1);
    CHECK(table.cell(0, 4)->text.view() == "a, b");
    CHECK(table.cell(1, 0)->number == -1);
    for (std::size_t c = 1; c <= 3; ++c) CHECK(!table.cell(1, c).has_value());
    CHECK(table.cell(1, 4) == Value{0, {}});
}

TEST_CASE("table: rows with a mistake leave nothing behind") {
    Table table;
    table.keys = {{"article", {Kind::text}}};
    table.columns = {{"fine", {Kind::number}}, {"from", Type{Kind::date}.as_optional()}};
    SourceMap map;
    const FileId file = map.add("t.csv", "article,fine,from\n1,10,2026-01-01\n2,much,2026-01-02\n1,20,2026-01-03\n3,30,\n");
    Diagnostics diagnostics;
    read_table(map, file, {}, table, diagnostics);
    REQUIRE(diagnostics.size() == 2);
    CHECK(diagnostics[0].code == "K0523");
    CHECK(diagnostics[1].code == "K0524");
    REQUIRE(table.rows == 2);
    CHECK(table.keys_of(0)[0].text.view() == "1");
    CHECK(table.keys_of(1)[0].text.view() == "3");
    CHECK(table.cell(0, 0)->number == 10'000'000);
    CHECK(table.cell(1, 0)->number == 30'000'000);
    CHECK(!table.cell(1, 1).has_value());
}

TEST_CASE("constants: exact decimals, instants with an offset, days that exist") {
    CHECK(parse_decimal("-12.5") == -12'500'000);
    CHECK(parse_decimal("9223372036854.775807") == INT64_MAX);
    for (const char* wrong : {"", "-", "1e3", " 1", "0.1234567", "9223372036854.775808", "1.2.3", "+1x"}) CHECK(!parse_decimal(wrong));
    CHECK(parse_instant("2026-03-02T10:20+08:00") == 1'772'418'000'000'000);
    CHECK(parse_instant("1970-01-01T00:00:00.000001Z") == 1);
    for (const char* wrong : {"2026-03-02T10:20", "2026-03-02", "2026-02-30T10:20Z", "2026-03-02T24:00Z"}) CHECK(!parse_instant(wrong));
    CHECK(parse_day("2024-02-29") == 19'782);
    CHECK(day_text(19'782) == "2024-02-29");
    CHECK(year_of(19'782) == 2024);
    for (const char* wrong : {"2026-02-29", "2026-3-02", "2026-03-02 ", "02.03.2026", "0000-03-02"}) CHECK(!parse_day(wrong));
}
