#pragma once
// Registers for tests.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "engine/campaign/campaign.hpp"
#include "engine/campaign/sample/draw.hpp"
#include "tests/support/process.hpp"

namespace kaoping_test {

/// The path of a register that does not exist yet.
inline std::string new_register(const std::string& name) {
    const std::string path = scratch() + "/" + name + ".register";
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path + end);
    return path;
}

inline kaoping::campaign::Campaign a_campaign(const std::string& id, int year = 2026) {
    kaoping::campaign::Campaign out;
    out.id = id;
    out.title = "of a test";
    out.period_from = std::to_string(year) + "-01-01";
    out.period_until = std::to_string(year) + "-12-31";
    out.pack_paths = {"pack"};
    out.packs = {{"p", "1", "h"}};
    out.scheme_id = "rules";
    return out;
}

/// What a RegisterError says; empty: none was thrown.
template <typename Work>
std::string refusal_of(const Work& work) {
    try {
        work();
    } catch (const kaoping::campaign::RegisterError& error) {
        return error.what();
    }
    return "";
}

inline std::string read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace kaoping_test
