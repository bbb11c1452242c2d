// Whole files as texts: any size, and what is no file.

#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "dsl/source/source.hpp"
#include "dsl/source/text_file.hpp"
#include "tests/support/process.hpp"

using namespace kaoping::dsl;

TEST_CASE("a file is read whole, whatever its size, unless it is larger than allowed") {
    const std::string path = kaoping_test::scratch() + "/text";
    for (const std::size_t size : {0U, 1U, 4095U, 4096U, 65535U, 65536U, 65537U, 200000U}) {
        CAPTURE(size);
        std::string text(size, 'a');
        if (size > 0) text.back() = 'z';
        std::ofstream(path, std::ios::binary) << text;
        const auto read = read_text_file(path);
        REQUIRE(read);
        CHECK(*read == text);
        CHECK(read_text_file(path, size).value_or("?") == text);
        if (size > 0) CHECK(read_text_file(path, size - 1).error().find("larger than") != std::string::npos);
    }
    CHECK(read_text_file("/dev/null").value_or("?").empty());
    CHECK(!read_text_file("/proc/version").value_or("").empty());  // has no size of its own
    CHECK(read_text_file(kaoping_test::scratch()).error() == "it is a folder");
    CHECK(read_text_file(path + "-is-not-there").error() == "there is no such file");
}

TEST_CASE("lines of a text are found when they are asked for") {
    const SourceFile empty("a", "");
    CHECK(empty.line_count() == 1);
    CHECK(empty.place(0).line == 1);
    CHECK(empty.line(2).empty());
    const SourceFile file("b", "one\r\n两 2\n\nlast");
    CHECK(file.place(9).line == 2);
    CHECK(file.place(8).column == 3);
    CHECK(file.line(1) == "one");
    CHECK(file.line(2) == "两 2");
    CHECK(file.line(4) == "last");
    CHECK(file.line_begin(3) == 11);
    CHECK(file.line_count() == 4);
}
