// Finding case files: see input_files.hpp.

#include "engine/casefile/input_files.hpp"

#include <glob.h>

#include <algorithm>
#include <filesystem>
#include <optional>

namespace kaoping::engine {

namespace {

namespace fs = std::filesystem;

std::optional<CaseFormat> format_of(const fs::path& path) {
    const std::string extension = path.extension().string();
    if (extension == ".yaml" || extension == ".yml") return CaseFormat::yaml;
    if (extension == ".json") return CaseFormat::json;
    if (extension == ".jsonl" || extension == ".ndjson") return CaseFormat::json_lines;
    return std::nullopt;
}

void add_folder(const std::string& folder, std::vector<InputFile>& out) {
    std::vector<std::string> names;
    std::error_code error;
    fs::recursive_directory_iterator walk(folder, fs::directory_options::skip_permission_denied, error);
    for (const auto end = fs::end(walk); !error && walk != end; walk.increment(error))
        if (walk->is_regular_file(error) && format_of(walk->path())) names.push_back(walk->path().string());
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) out.push_back({name, *format_of(name), {}});
    if (names.empty()) out.push_back({folder, CaseFormat::yaml, "the folder holds no case files (.yaml, .yml, .json, .jsonl, .ndjson)"});
}

void add_path(const std::string& path, std::vector<InputFile>& out) {
    std::error_code error;
    if (fs::is_directory(path, error)) return add_folder(path, out);
    // A file that is named may have any extension: JSON Lines is what large exports are.
    out.push_back({path, format_of(path).value_or(CaseFormat::json_lines), {}});
}

bool add_matches(const std::string& pattern, std::vector<InputFile>& out) {
    glob_t found{};
    const bool some = glob(pattern.c_str(), 0, nullptr, &found) == 0 && found.gl_pathc > 0;
    for (std::size_t i = 0; some && i < found.gl_pathc; ++i) add_path(found.gl_pathv[i], out);
    globfree(&found);
    return some;
}

}  // namespace

std::vector<InputFile> find_inputs(const std::vector<std::string>& arguments) {
    std::vector<InputFile> out;
    for (const std::string& argument : arguments) {
        std::error_code error;
        if (argument == "-") out.push_back({argument, CaseFormat::json_lines, {}});
        else if (fs::exists(argument, error)) add_path(argument, out);
        else if (argument.find_first_of("*?[") == std::string::npos) out.push_back({argument, CaseFormat::yaml, "there is no such file or folder"});
        else if (!add_matches(argument, out)) out.push_back({argument, CaseFormat::yaml, "no file matches this pattern"});
    }
    return out;
}

}  // namespace kaoping::engine
