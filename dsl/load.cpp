// The order of the front end: pack files → what they name → trees → typed pack. See load.hpp.

#include "dsl/load.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "dsl/diagnostic/limit.hpp"
#include "dsl/registry/calendar_file.hpp"
#include "dsl/source/hash.hpp"
#include "dsl/source/text_file.hpp"
#include "dsl/tailoring/layer_chain.hpp"
#include "dsl/tailoring/tailor.hpp"

namespace kaoping::dsl {

namespace {

namespace fs = std::filesystem;

/// Where texts come from: the disk, or a pack held in memory.
class Files {
public:
    virtual ~Files() = default;
    [[nodiscard]] virtual tl::expected<std::string, std::string> read(const std::string& path) const = 0;
    /// Names of the .rules files in a folder, sorted.
    [[nodiscard]] virtual std::vector<std::string> rule_files(const std::string& folder) const = 0;
};

class DiskFiles final : public Files {
public:
    tl::expected<std::string, std::string> read(const std::string& path) const override { return read_text_file(path); }
    std::vector<std::string> rule_files(const std::string& folder) const override {
        std::vector<std::string> out;
        std::error_code error;
        for (const auto& entry : fs::directory_iterator(folder, error))
            if (entry.path().extension() == ".rules") out.push_back(entry.path().filename().string());
        std::sort(out.begin(), out.end());
        return out;
    }
};

class HeldFiles final : public Files {
public:
    explicit HeldFiles(const MemoryFiles& files) : files_(files) {}
    tl::expected<std::string, std::string> read(const std::string& path) const override {
        for (const auto& [name, text] : files_.files)
            if (name == path) return text;
        return tl::unexpected<std::string>("there is no such file");
    }
    std::vector<std::string> rule_files(const std::string&) const override {
        std::vector<std::string> out;
        for (const auto& [name, text] : files_.files)
            if (fs::path(name).extension() == ".rules") out.push_back(name);
        std::sort(out.begin(), out.end());
        return out;
    }

private:
    const MemoryFiles& files_;
};

std::string joined(const std::string& folder, const std::string& path) {
    if (folder.empty() || fs::path(path).is_absolute()) return path;
    return (fs::path(folder) / path).lexically_normal().string();
}

/// Loads packs one after another; what several of them name is read once.
class Loader {
public:
    Loader(const Files& files, LoadResult& out, const LoadBudget& budget, std::optional<std::string> language = std::nullopt)
        : files_(files), out_(out), budget_(budget), language_(std::move(language)) {}

    void load(const std::vector<std::string>& folders) {
        for (const std::string& folder : folders) pack(folder);
        if (input_.packs.empty() || input_.schema.id < 0) return;  // without a schema no name of a rule means anything
        // A text beyond the budget is not read whole: what the checker says of the rest would mislead.
        for (const Diagnostic& one : out_.diagnostics)
            if (one.code.rfind("K07", 0) == 0) return;
        out_.program = check_program(out_.sources, input_, out_.diagnostics, budget_.check);
        out_.program.schema_hash = schema_hash_;
        for (const auto& [name, hash] : calendar_hashes_)
            if (name == out_.program.schema.calendar) out_.program.calendar_hash = hash;
    }

private:
    /// Registers a file once; −1 and a diagnostic if it cannot be read.
    FileId file(const std::string& path, const char* what, Span named_at) {
        if (const auto known = ids_.find(path); known != ids_.end()) return known->second;
        auto text = files_.read(path);
        FileId id = -1;
        if (text) {
            id = out_.sources.add(path, std::move(*text));
        } else {
            if (!named_at.valid()) named_at = {out_.sources.add(path, {}), 0, 0};
            out_.diagnostics.push_back({"K0501", DiagnosticLevel::error, named_at, fmt::format("cannot read {} `{}`: {}", what, path, text.error()), {}, "paths are relative to the pack's folder"});
        }
        ids_.emplace(path, id);
        return id;
    }

    std::string_view text(FileId id) const { return id < 0 ? std::string_view() : out_.sources.file(id).text(); }

    void pack(const std::string& folder) {
        const FileId manifest = file(joined(folder, "pack.yaml"), "the pack", {});
        if (manifest < 0) return;
        PackInput pack;
        pack.folder = folder;
        pack.manifest = read_pack_file(out_.sources, manifest, out_.diagnostics);
        hash_ = TextHash();
        add_to_hash("pack.yaml", manifest);
        schema(pack);
        registry(pack);
        for (const auto& [name, path] : pack.manifest.calendars) calendar(name, joined(folder, path.text), path.span);
        for (const std::string& name : files_.rule_files(folder)) rules(pack, name);
        for (const LocatedText& language : pack.manifest.languages) catalogue(pack, language);
        if (pack.rules.empty())
            out_.diagnostics.push_back({"K0509", DiagnosticLevel::warning, pack.manifest.span, "the pack has no .rules file", {}, "write rules into a file like detention.rules beside pack.yaml"});
        pack.content_hash = hash_.hex();
        input_.packs.push_back(std::move(pack));
        out_.pack_folders.push_back(folder);
    }

    void add_to_hash(std::string_view name, FileId id) {
        hash_.add_part(name);
        hash_.add_part(text(id));
    }

    void schema(const PackInput& pack) {
        if (pack.manifest.schema.empty()) return;
        const FileId id = file(joined(pack.folder, pack.manifest.schema.text), "the schema", pack.manifest.schema.span);
        if (id < 0) return;
        const std::string hash = hash_text(text(id));
        if (schema_hash_.empty()) {
            schema_hash_ = hash;
            const std::size_t before = out_.diagnostics.size();
            input_.schema = parse_file(out_.sources, id, out_.diagnostics, budget_.syntax);
            input_.schema_damaged = out_.diagnostics.size() != before;
        } else if (schema_hash_ != hash) {
            out_.diagnostics.push_back({"K0515", DiagnosticLevel::error, pack.manifest.schema.span, "this pack has another schema than the packs before it", {}, "packs of one run share one schema: run them one after another"});
        }
    }

    void registry(PackInput& pack) {
        if (pack.manifest.sources.empty()) return;
        const std::string path = joined(pack.folder, pack.manifest.sources.text);
        const bool known = registries_.count(path) != 0;
        const FileId id = file(path, "the registry of sources", pack.manifest.sources.span);
        if (!known && id >= 0) {
            const std::size_t before = out_.diagnostics.size();
            Registry registry = read_sources(out_.sources, id, out_.diagnostics);
            const bool unread = registry.sources.empty() && out_.diagnostics.size() != before;  // then citations are not looked up
            if (!unread) registries_.emplace(path, std::move(registry));
        }
        if (const auto found = registries_.find(path); found != registries_.end()) pack.registry = &found->second;
    }

    void calendar(const std::string& name, const std::string& path, Span span) {
        const bool known = ids_.count(path) != 0;
        const FileId id = file(path, "the calendar", span);
        if (known) return;
        if (id < 0) {
            input_.calendars.push_back({name, {}});  // named, though it cannot be read
            return;
        }
        input_.calendars.push_back(read_calendar(out_.sources, id, name, out_.diagnostics));
        calendar_hashes_.emplace_back(name, hash_text(text(id)));
    }

    void rules(PackInput& pack, const std::string& name) {
        const FileId id = file(joined(pack.folder, name), "the rules", {});
        if (id < 0) return;
        add_to_hash(name, id);
        pack.rules.push_back(parse_file(out_.sources, id, out_.diagnostics, budget_.syntax));
        for (const syntax::TableDecl& table : pack.rules.back().tables) {
            if (table.damaged) continue;
            const FileId csv = file(joined(pack.folder, std::string(table.file)), "the table", table.file_span);
            if (csv >= 0) add_to_hash(table.file, csv);
            pack.csv.emplace_back(table.file, csv);
        }
    }

    void catalogue(PackInput& pack, const LocatedText& language) {
        const std::string name = fmt::format("messages.{}.yaml", language.text);
        const FileId id = file(joined(pack.folder, name), "the catalogue", language.span);
        if (id < 0) return;
        add_to_hash(name, id);
        if (language_ && *language_ != language.text) return;
        const std::size_t before = out_.diagnostics.size();
        Catalogue catalogue = read_catalogue(out_.sources, id, language.text, out_.diagnostics);
        const bool unread = catalogue.rules.empty() && out_.diagnostics.size() != before;  // then no texts are looked for in it
        if (!unread) pack.catalogues.push_back(std::move(catalogue));
    }

    const Files& files_;
    LoadResult& out_;
    const LoadBudget& budget_;
    std::optional<std::string> language_;
    CheckInput input_;
    std::map<std::string, FileId> ids_;
    std::map<std::string, Registry> registries_;
    std::vector<std::pair<std::string, std::string>> calendar_hashes_;
    std::string schema_hash_;
    TextHash hash_;
};

/// What lies at or below a path, sorted. A folder that is a pack or a tailoring is not searched further.
struct FoundFolders {
    std::set<std::string> packs, tailorings;
};

void find_packs(const fs::path& path, FoundFolders& out, int depth = 0) {
    std::error_code error;
    if (fs::is_regular_file(path / "pack.yaml", error)) {
        out.packs.insert(path.lexically_normal().string());
        return;
    }
    if (is_tailoring(path)) {
        out.tailorings.insert(path.lexically_normal().string());
        return;
    }
    if (depth > 16) return;
    for (const auto& entry : fs::directory_iterator(path, fs::directory_options::skip_permission_denied, error))
        if (entry.is_directory(error) && !entry.is_symlink(error)) find_packs(entry.path(), out, depth + 1);
}

/// What tailorings name of a program but its packs. A whole copy would cost as much as checking the packs.
Program names_of(const Program& program) {
    Program out;
    out.standards = program.standards;
    out.parameters = program.parameters;
    out.rules.resize(program.rules.size());
    for (std::size_t r = 0; r < program.rules.size(); ++r) out.rules[r].full_id = program.rules[r].full_id;
    return out;
}

/// Tailorings that lie among packs are checked against them, and change nothing.
void check_tailorings(LoadResult& loaded, const std::set<std::string>& folders) {
    std::optional<Program> named;  // for all of them: what one changes is no mistake of another
    for (const std::string& folder : folders) {
        const LayerChain chain = read_layers(loaded.sources, folder, loaded.diagnostics);
        if (!loaded.ok()) continue;
        if (!named) named = names_of(loaded.program);
        named->packs.clear();
        for (const Pack& pack : loaded.program.packs)
            if (std::find(chain.packs.begin(), chain.packs.end(), pack.folder) != chain.packs.end()) named->packs.push_back(pack);
        tailor(*named, chain.layers, loaded.diagnostics);
    }
}

}  // namespace

LoadResult load_packs(const std::vector<std::string>& paths, const std::optional<std::string>& language) {
    LoadResult out;
    std::vector<std::string> folders;
    std::set<std::string> seen;
    std::vector<TailoringFile> layers;
    std::set<std::string> only_checked;
    for (const std::string& path : paths) {
        FoundFolders below;
        if (is_tailoring(path)) {
            LayerChain chain = read_layers(out.sources, fs::path(path).lexically_normal().string(), out.diagnostics);
            below.packs.insert(chain.packs.begin(), chain.packs.end());
            if (!layers.empty()) out.diagnostics.push_back({"K0905", DiagnosticLevel::error, chain.layers.back().span, "packs go through one tailoring at a time", {}, "give the folder of one tailoring"});
            layers = std::move(chain.layers);
        } else {
            find_packs(path, below);
            only_checked.merge(below.tailorings);
        }
        const std::set<std::string>& found = below.packs;
        if (found.empty()) {
            std::error_code error;
            const char* why = fs::is_directory(path, error) ? "there is no pack.yaml in this folder, nor below it" : fs::exists(path, error) ? "this is not a folder" : "there is no such folder";
            const FileId id = out.sources.add(path, {});
            out.diagnostics.push_back({"K0516", DiagnosticLevel::error, {id, 0, 0}, fmt::format("`{}` is no pack: {}", path, why), {}, "give a folder with a pack.yaml, or one that contains such folders"});
        }
        for (const std::string& folder : found)
            if (seen.insert(folder).second) folders.push_back(folder);
    }
    const DiskFiles files;
    const LoadBudget budget;
    Loader(files, out, budget, language).load(folders);
    if (out.ok() && !layers.empty()) tailor(out.program, layers, out.diagnostics);
    check_tailorings(out, only_checked);
    sort_by_place(out.diagnostics);
    limit_per_file(out.diagnostics, budget.syntax.mistakes);
    return out;
}

LoadResult load_memory_pack(const MemoryFiles& held, const LoadBudget& budget) {
    LoadResult out;
    const HeldFiles files(held);
    Loader(files, out, budget).load({""});
    sort_by_place(out.diagnostics);
    limit_per_file(out.diagnostics, budget.syntax.mistakes);
    return out;
}

}  // namespace kaoping::dsl
