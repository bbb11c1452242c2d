# fuzz_<reader>: libFuzzer on the same entries as test_fuzz. Start it with a folder of texts to begin from.
set(readers rules pack yaml_document pack_file sources calendar catalogue table scheme examples json_lines json_case yaml_case evaluation template pattern
    timestamp)
file(GLOB entries CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/*.cpp)
list(FILTER entries EXCLUDE REGEX "/fuzz\\.cpp$")
foreach(reader ${readers})
    add_executable(fuzz_${reader} fuzz/libfuzzer/target.cpp fuzz/libfuzzer/doctest.cpp ${entries} ${fuzz_helpers})
    target_compile_definitions(fuzz_${reader} PRIVATE KAOPING_FUZZ_ENTRY=fuzz_${reader} KAOPING_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    target_link_libraries(fuzz_${reader} PRIVATE kaoping_test_support kaoping::engine doctest::doctest fmt::fmt simdjson::simdjson)
    target_link_options(fuzz_${reader} PRIVATE -fsanitize=fuzzer)
endforeach()
