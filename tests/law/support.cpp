// See support.hpp.

#include "support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>

#include "dsl/diagnostic/render.hpp"
#include "dsl/registry/yaml_document.hpp"
#include "tests/support/project_file.hpp"

namespace law_test {

namespace fs = std::filesystem;
using namespace kaoping::dsl;

namespace {

const fs::path root = KAOPING_SOURCE_DIR;

fs::path statutes() {
    const char* given = std::getenv("KAOPING_STATUTES");
    return given != nullptr ? fs::path(given) : root / "../shared/domain/statutes";
}

void flatten(yaml::View view, const std::string& path, std::map<std::string, std::string>& out) {
    if (view.is_mapping()) {
        for (std::size_t i = 0; i < view.size(); ++i) flatten(view.value(i), path + (path.empty() ? "" : "/") + view.key(i).text(), out);
    } else if (view.is_scalar()) {
        out[path] = view.text();
    }
}

/// Paragraphs of an article: lines of the text; enumerated items belong to the paragraph before them.
std::vector<std::string> paragraphs_of(const fs::path& file, const std::string& heading) {
    std::ifstream in(file);
    std::vector<std::string> out;
    const std::regex any_article("^第[零一二三四五六七八九十百]+条(之[一二三四五六七八九十]+)?[\\s　].*");
    bool inside = false;
    for (std::string line; std::getline(in, line);) {
        if (line.rfind("#", 0) == 0) inside = false;
        if (std::regex_match(line, any_article)) inside = line.rfind(heading + " ", 0) == 0 || line.rfind(heading + "　", 0) == 0;
        if (!inside || line.find_first_not_of(" \r") == std::string::npos) continue;
        const bool item = line.rfind("（", 0) == 0 || line.rfind("(", 0) == 0;
        if (item && !out.empty()) out.back() += line;
        else out.push_back(line);
    }
    return out;
}

}  // namespace

const LoadResult& pack(const std::string& name) {
    static std::map<std::string, LoadResult> loaded;
    const auto [place, is_new] = loaded.try_emplace(name);
    if (is_new) {
        place->second = load_packs({(root / "rules" / name).string()});
        CHECK_MESSAGE(place->second.diagnostics.empty(), render_text(place->second.sources, place->second.diagnostics, false));
    }
    return place->second;
}

std::map<std::string, std::string> flat_yaml(const std::string& path) {
    const std::string text = kaoping_test::read_project_file(path);
    const yaml::Document document = yaml::read(text, -1);
    std::map<std::string, std::string> out;
    CHECK_MESSAGE(document.readable(), path);
    if (document.readable() && !document.empty()) flatten(document.view(), "", out);
    return out;
}

std::vector<std::string> files_in(const std::string& folder) {
    std::vector<std::string> out;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(root / folder, none)) out.push_back(fs::relative(entry.path(), root).string());
    std::sort(out.begin(), out.end());
    return out;
}

std::string chinese_number(int number) {
    static const std::vector<std::string> digits{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    std::string out;
    const int hundreds = number / 100, tens = number / 10 % 10, ones = number % 10;
    if (hundreds > 0) out += digits[static_cast<std::size_t>(hundreds)] + "百";
    if (tens > 0) out += (tens > 1 || hundreds > 0 ? digits[static_cast<std::size_t>(tens)] : "") + "十";
    else if (hundreds > 0 && ones > 0) out += "零";
    if (ones > 0) out += digits[static_cast<std::size_t>(ones)];
    return out;
}

bool statutes_there() { return fs::exists(statutes()); }

std::string statute_text(const std::string& source, const std::string& article, int paragraph) {
    const std::size_t dash = article.find('-');
    std::string heading = "第" + chinese_number(std::stoi(article.substr(0, dash))) + "条";
    if (dash != std::string::npos) heading += "之" + chinese_number(std::stoi(article.substr(dash + 1)));
    for (const auto& entry : fs::directory_iterator(statutes())) {
        if (entry.path().filename().string().rfind(source + "-", 0) != 0) continue;
        const std::vector<std::string> paragraphs = paragraphs_of(entry.path(), heading);
        if (paragraph > 0) return static_cast<std::size_t>(paragraph) <= paragraphs.size() ? paragraphs[static_cast<std::size_t>(paragraph) - 1] : "";
        std::string all;
        for (const std::string& one : paragraphs) all += one;
        return all;
    }
    return {};
}

}  // namespace law_test
