// Loading libxlsxwriter: see xlsx_library.hpp.

#include "engine/campaign/xlsx_library.hpp"

#include <stdexcept>
#include <string>

#include <dlfcn.h>

namespace kaoping::campaign {

namespace {

/// The version that the header is of: another one may lay out its options differently.
constexpr const char* file_name = "libxlsxwriter.so." LXW_SOVERSION;

[[noreturn]] void fail() {
    const char* why = dlerror();
    throw std::runtime_error("workbooks are written with " + std::string(file_name) + ", which cannot be loaded (" + (why != nullptr ? why : "no reason given") +
                             "); install the package libxlsxwriter" LXW_SOVERSION);
}

template <typename Function>
Function find(void* library, const char* name) {
    void* const found = dlsym(library, name);
    if (found == nullptr) fail();
    return reinterpret_cast<Function>(found);
}

XlsxLibrary load() {
    void* const library = dlopen(file_name, RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) fail();
    XlsxLibrary out{};
#define KAOPING_XLSX_FIND(name) out.name = find<decltype(out.name)>(library, #name);
    KAOPING_XLSX_FUNCTIONS(KAOPING_XLSX_FIND)
#undef KAOPING_XLSX_FIND
    return out;
}

}  // namespace

const XlsxLibrary& xlsx() {
    static const XlsxLibrary library = load();
    return library;
}

}  // namespace kaoping::campaign
