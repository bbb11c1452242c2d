// One libFuzzer program for each reader: KAOPING_FUZZ_ENTRY is its entry. A broken promise leaves as an exception, which
// libFuzzer takes for a crash.

#include <cstddef>
#include <cstdint>

#include "tests/fuzz/fuzzers.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return fuzz_test::KAOPING_FUZZ_ENTRY({reinterpret_cast<const char*>(data), size});
}
