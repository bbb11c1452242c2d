// See corpus.hpp.

#include "corpus.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

#include "dsl/diagnostic/pages.hpp"
#include "tests/conformance/conformance_file.hpp"
#include "tests/diagnostics/support.hpp"
#include "tests/support/project_file.hpp"

namespace fuzz_test {

using kaoping::dsl::MemoryFiles;
using kaoping_test::read_project_file;
using Texts = std::vector<std::string>;

namespace {

namespace fs = std::filesystem;

const fs::path root = KAOPING_SOURCE_DIR;

/// Names, below the project's root, of the files with an extension in the folders of rules, examples and tests.
Texts files_with(const std::string& extension, const Texts& folders = {"rules", "examples", "tests"}) {
    Texts out;
    for (const std::string& folder : folders) {
        std::error_code none;
        for (fs::recursive_directory_iterator file(root / folder, none), end; file != end; file.increment(none))
            if (file->is_regular_file() && file->path().extension() == extension && file->path().string().find("/regressions/") == std::string::npos)
                out.push_back(fs::relative(file->path(), root).string());
    }
    std::sort(out.begin(), out.end());
    return out;
}

Texts texts_of(const Texts& names, const std::string& name_part = {}) {
    Texts out;
    for (const std::string& name : names)
        if (name.find(name_part) != std::string::npos) out.push_back(read_project_file(name));
    return out;
}

/// Texts of the pages' examples that stand for a file with this end of its name.
Texts page_blocks(const std::string& name_end) {
    Texts out;
    for (const std::string& code : kaoping::dsl::diagnostic_codes())
        for (const char* heading : {"Raises it", "Mended"})
            for (const auto& block : diagnostics_test::blocks_under(*kaoping::dsl::diagnostic_page(code), heading))
                if (block.file.size() >= name_end.size() && block.file.compare(block.file.size() - name_end.size(), name_end.size(), name_end) == 0) out.push_back(block.text);
    return out;
}

Texts joined(Texts a, const Texts& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

/// A pack of the disk as one of the memory; what lies beside its folder keeps its relative name.
MemoryFiles pack_of(const std::string& folder, const Texts& beside) {
    MemoryFiles out;
    for (const auto& entry : fs::directory_iterator(root / folder))
        if (entry.is_regular_file()) out.files.emplace_back(entry.path().filename().string(), read_project_file(folder + "/" + entry.path().filename().string()));
    for (const std::string& name : beside) out.files.emplace_back(name, read_project_file((fs::path(folder) / name).lexically_normal().string()));
    std::sort(out.files.begin(), out.files.end());
    return out;
}

void add_conformance(Texts& out) {
    for (const std::string& name : files_with(".yaml", {"tests/conformance"})) {
        const auto file = kaoping::test::read_conformance_file((root / name).string());
        for (const auto& one : file.cases)
            out.push_back(bundle({{{"pack.yaml", file.pack}, {"t.schema", file.schema}, {"sources.yaml", file.sources}, {"calendar.yaml", file.calendar}, {"t.rules", one.rules}, {case_file, one.case_text}}}));
    }
}

void add_pages(Texts& out) {
    for (const std::string& code : kaoping::dsl::diagnostic_codes())
        for (const char* heading : {"Raises it", "Mended"}) {
            MemoryFiles files = diagnostics_test::base_with(diagnostics_test::blocks_under(*kaoping::dsl::diagnostic_page(code), heading));
            files.files.emplace_back(case_file, read_project_file("tests/diagnostics/base/lawful-case.yaml"));
            out.push_back(bundle(files));
        }
}

}  // namespace

std::string bundle(const MemoryFiles& files) {
    std::string out;
    for (const auto& [name, text] : files.files) out += "=== " + name + "\n" + text + (text.empty() || text.back() == '\n' ? "" : "\n");
    return out;
}

MemoryFiles unbundle(std::string_view text) {
    MemoryFiles out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        const std::string_view line = text.substr(0, end);
        if (line.substr(0, 4) == "=== ") out.files.emplace_back(std::string(line.substr(4, line.find('\n') - 4)), std::string());
        else if (!out.files.empty()) out.files.back().second += line;
        text.remove_prefix(end);
    }
    return out;
}

Texts rule_texts() { return joined(joined(texts_of(files_with(".rules")), texts_of(files_with(".schema"))), joined(page_blocks(".rules"), page_blocks(".schema"))); }

Texts pack_bundles() {
    Texts out;
    add_conformance(out);
    add_pages(out);
    out.push_back(bundle(pack_of("tests/bench/checks", {})));
    out.push_back(bundle(pack_of("tests/data/every-kind", {})));
    out.push_back(bundle(pack_of("examples/quarterly/criminal", {"../casefile.schema", "../../../rules/sources.yaml", "../../../rules/calendars/CN.yaml"})));
    return out;
}

Texts yaml_texts() { return texts_of(files_with(".yaml")); }
Texts pack_files() { return joined(texts_of(files_with(".yaml"), "pack.yaml"), page_blocks("pack.yaml")); }
Texts source_files() { return joined(texts_of(files_with(".yaml"), "sources.yaml"), page_blocks("sources.yaml")); }
Texts calendar_files() { return joined(joined(texts_of(files_with(".yaml"), "calendars/"), texts_of(files_with(".yaml"), "calendar")), page_blocks("calendar-CN.yaml")); }
Texts catalogue_files() { return joined(texts_of(files_with(".yaml"), "messages."), page_blocks("messages.zh-CN.yaml")); }

Texts table_files() {
    Texts out = joined(page_blocks(".csv"), {"article,amount,from,done,at\nx,1.5,2026-01-01,true,2026-03-02T10:20:00Z\n\"y,\"\"z\",2,,,\n", "at,done,from,amount,article\r\n,,,0,\"\"\r\n"});
    return out;
}

Texts scheme_files() { return joined(texts_of(files_with(".yaml"), "/schemes/"), page_blocks("scheme.yaml")); }
Texts example_files() { return joined(texts_of(files_with(".yaml", {"examples"}), "/examples/"), page_blocks(".yaml")); }
Texts quarterly_cases() { return texts_of(files_with(".yaml", {"examples/quarterly"}), "/cases/"); }
Texts json_line_files() { return {read_project_file("tests/data/every-kind/cases.jsonl"), read_project_file("tests/data/road-fines-small.jsonl").substr(0, 4000)}; }

Texts json_cases() {
    Texts out;
    const std::string lines = read_project_file("tests/data/every-kind/cases.jsonl");
    for (std::size_t at = 0, end = 0; (end = lines.find('\n', at)) != std::string::npos; at = end + 1) out.push_back(lines.substr(at, end - at));
    out.push_back("[\n" + out[0] + ",\n" + out[1] + "\n]\n");
    return out;
}

Texts yaml_cases() { return joined({read_project_file("tests/data/every-kind/case.yaml")}, json_cases()); }

Texts message_texts() {
    Texts out = {"The family of {m.person.name} was not told within 24 hours of the detention at {m.starts_at}.", "{{braces}} {if a then \"b\" else c}", "{count of d in documents where d.kind = notice}天"};
    for (const std::string& text : catalogue_files()) out.push_back(text.substr(0, 600));
    return out;
}

Texts patterns() {
    return {"^[A-Z]{2}[0-9]+$", "^(京|沪)[A-Z][A-Z0-9]{5}$", "\\d{4}-\\d{2}", "(a|b)*c", "(?:x+x+)+y", "[^\\s]+@[\\w.]+", "\\bword\\b", "a{2,5}?", "(?=ahead)(?!not)", "\\u4e00"};
}

Texts timestamps() {
    return {"2026-03-02T10:20:01+08:00", "2026-03-02T10:20Z", "2026-03-02 10:20:01.123456", "2026-03-29T02:30:00", "2026-10-25T02:30:00", "2026-03-02", "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999Z", "1900-12-31T23:54:17", "12.5", "-0.000001", "9223372036854.775807", "1e3", "1991-04-14T00:30"};
}

Texts regressions(const std::string& reader) {
    Texts names;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(root / "tests/fuzz/regressions" / reader, none)) names.push_back(fs::relative(entry.path(), root).string());
    std::sort(names.begin(), names.end());
    return texts_of(names);
}

}  // namespace fuzz_test
