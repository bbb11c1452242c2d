// Inputs → numbered chunks of raw cases: see reader.hpp.

#include <fmt/format.h>

#include <atomic>
#include <filesystem>

#include "engine/casefile/byte_source.hpp"
#include "engine/casefile/case_cutter.hpp"
#include "engine/casefile/input_files.hpp"
#include "engine/casefile/json_text.hpp"
#include "engine/casefile/reader.hpp"

namespace kaoping::engine {

struct InputSet::Impl {
    ReadOptions options;
    std::vector<InputFile> files;
    std::vector<std::string> names;
    std::string held_text;
    bool held = false;
    std::size_t next_file = 0;
    std::uint64_t next_chunk = 0, next_ordinal = 0;
    std::uint64_t total = 0;
    std::atomic<std::uint64_t> read_so_far{0};
    std::uint64_t read = 0;
    dsl::TextHash hash;

    // the input at hand
    ByteSource source;
    std::unique_ptr<CaseCutter> cutter;
    const InputFile* file = nullptr;
    CaseFormat format = CaseFormat::json_lines;
    bool any_case = false;
    std::uint32_t line = 1;      ///< of JSON Lines: the one at hand
    bool skipping = false;       ///< … it is too long, and is passed over

    bool open_next(RawChunk& chunk);
    bool fill(RawChunk& chunk);
    bool fill_from_lines(RawChunk& chunk);
    void end_line(RawChunk& chunk, std::size_t begin, std::size_t end);
    void close_input(RawChunk& chunk);
    [[nodiscard]] bool full(const RawChunk& chunk) const { return chunk.cases.size() + chunk.unreadable.size() >= options.batch_cases || chunk.text->size() >= options.chunk_bytes; }
    void too_long(RawChunk& chunk, std::uint32_t line);
    void add_case(RawChunk& chunk, std::uint32_t file_number, std::size_t begin, const CaseCutter::Cut& cut);
    void unreadable(RawChunk& chunk, const std::string& name, std::uint32_t at, std::string message, bool counts);
    CaseFormat settle_format(CaseFormat by_name);
};

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";  // of UTF-8: some programs write it in front of a file, and so before a line where files were joined

/// Of standard input: one value per line, or one document? The first line of a document is rarely a whole value.
bool first_line_is_whole(std::string_view block) {
    std::size_t depth = 0;
    bool in_string = false, escaped = false;
    for (const char c : block.substr(0, block.find('\n'))) {
        if (in_string) {
            in_string = escaped || c != '"';
            escaped = !escaped && c == '\\';
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && depth > 0) {
            --depth;
        }
    }
    return depth == 0 && !in_string;
}

}  // namespace

/// Standard input has no extension: its first characters say what it is.
CaseFormat InputSet::Impl::settle_format(CaseFormat by_name) {
    if (file->name != "-" || held) return by_name;
    std::string_view block = source.block(hash, read);
    const std::size_t first = block.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first == std::string_view::npos) return CaseFormat::json_lines;
    block.remove_prefix(first);
    if (block[0] == '[') return CaseFormat::json;
    if (block[0] != '{') return CaseFormat::yaml;
    return first_line_is_whole(block) ? CaseFormat::json_lines : CaseFormat::json;
}

void InputSet::Impl::unreadable(RawChunk& chunk, const std::string& name, std::uint32_t at, std::string message, bool counts) {
    chunk.unreadable.push_back({name, at, 0, std::move(message), next_ordinal++, counts});
}

bool InputSet::Impl::open_next(RawChunk& chunk) {
    while (next_file < files.size()) {
        file = &files[next_file++];
        std::string problem = file->problem;
        if (problem.empty() && !held) problem = source.open(file->name);
        if (held) source.hold(std::move(held_text));
        if (problem.empty()) {
            format = settle_format(file->format);
            cutter = std::make_unique<CaseCutter>(format, options.max_case_bytes);
            any_case = false;
            line = 1;
            skipping = false;
            return true;
        }
        unreadable(chunk, file->name, 0, "cannot be read: " + problem, false);
    }
    file = nullptr;
    return false;
}

void InputSet::Impl::add_case(RawChunk& chunk, std::uint32_t file_number, std::size_t begin, const CaseCutter::Cut& cut) {
    any_case = true;
    if (cut.too_long) {
        chunk.text->resize(begin);
        return too_long(chunk, cut.line);
    }
    chunk.cases.push_back({next_ordinal++, file_number, cut.line, begin, chunk.text->size(), format});
    chunk.text->push_back('\0');  // by which the decoder knows where a text ends
}

void InputSet::Impl::too_long(RawChunk& chunk, std::uint32_t at) {
    any_case = true;
    unreadable(chunk, file->name, at, fmt::format("this case is longer than {} bytes (--max-case-bytes)", options.max_case_bytes), true);
}

void InputSet::Impl::close_input(RawChunk& chunk) {
    if (source.failed()) unreadable(chunk, file->name, 0, "cannot be read to its end", false);
    else if (!any_case) unreadable(chunk, file->name, 0, "the file is empty: it holds no case", true);
    source.close();
    file = nullptr;
}

/// Takes cases of the input at hand until the chunk is full or the input ends. True: the chunk is full.
bool InputSet::Impl::fill(RawChunk& chunk) {
    const auto number = static_cast<std::uint32_t>(chunk.files.size());
    chunk.files.push_back(std::make_shared<const std::string>(file->name));
    if (format == CaseFormat::json_lines) return fill_from_lines(chunk);
    std::size_t begin = chunk.text->size();
    for (;;) {
        const std::string_view piece = source.block(hash, read);
        if (piece.empty()) break;
        const CaseCutter::Cut cut = cutter->take(piece, *chunk.text, begin);
        source.skip(cut.used);
        if (!cut.complete) continue;
        add_case(chunk, number, begin, cut);
        begin = chunk.text->size();
        if (full(chunk)) return true;
    }
    if (const CaseCutter::Cut cut = cutter->finish(*chunk.text, begin); cut.complete) add_case(chunk, number, begin, cut);
    else chunk.text->resize(begin);
    close_input(chunk);
    return full(chunk);
}

/// JSON Lines are read straight into the chunk, and stay where they are; what is read too much goes to the next chunk.
bool InputSet::Impl::fill_from_lines(RawChunk& chunk) {
    ChunkText& text = *chunk.text;
    std::size_t begin = text.size(), searched = begin;
    for (;;) {
        const std::size_t end = view(text).find('\n', searched);
        if (end != std::string_view::npos) {
            end_line(chunk, begin, end);
            ++line;
            begin = searched = end + 1;
            if (chunk.cases.size() + chunk.unreadable.size() < options.batch_cases && begin < options.chunk_bytes) continue;
            source.put_back(view(text).substr(begin));
            text.resize(begin);
            return true;
        }
        if (text.size() - begin > options.max_case_bytes) {
            skipping = true;
            text.resize(begin);
        }
        searched = text.size();
        if (!source.append_to(text, hash, read)) break;
    }
    if (begin < text.size() || skipping) end_line(chunk, begin, text.size());
    text.push_back('\0');
    close_input(chunk);
    return full(chunk);
}

/// One line of JSON Lines, if there is anything in it. Its end becomes NUL, by which the decoder knows where a text ends.
void InputSet::Impl::end_line(RawChunk& chunk, std::size_t begin, std::size_t end) {
    if (skipping || end - begin > options.max_case_bytes) {
        skipping = false;
        return too_long(chunk, line);
    }
    ChunkText& text = *chunk.text;
    if (view(text).substr(begin, end - begin).starts_with(byte_order_mark)) begin += byte_order_mark.size();
    if (view(text).find_first_not_of(" \t\r", begin) >= end) return;
    any_case = true;
    chunk.cases.push_back({next_ordinal++, static_cast<std::uint32_t>(chunk.files.size()) - 1, line, begin, end, format});
    if (end < text.size()) text[end] = '\0';
}

InputSet InputSet::open(const std::vector<std::string>& arguments, const ReadOptions& options) {
    auto impl = std::make_unique<Impl>();
    impl->options = options;
    impl->files = find_inputs(arguments);
    for (const InputFile& file : impl->files) {
        impl->names.push_back(file.name);
        std::error_code error;
        const auto size = std::filesystem::is_regular_file(file.name, error) ? std::filesystem::file_size(file.name, error) : 0;
        if (!error) impl->total += size;
    }
    return InputSet(std::move(impl));
}

InputSet InputSet::of_text(std::string name, std::string text, CaseFormat format, const ReadOptions& options) {
    auto impl = std::make_unique<Impl>();
    impl->options = options;
    impl->names = {name};
    impl->files.push_back({std::move(name), format, {}});
    impl->hash.add(text);
    impl->held_text = std::move(text);
    impl->held = true;
    return InputSet(std::move(impl));
}

InputSet::InputSet(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
InputSet::InputSet(InputSet&&) noexcept = default;
InputSet& InputSet::operator=(InputSet&&) noexcept = default;
InputSet::~InputSet() = default;

bool InputSet::next_chunk(RawChunk& chunk) {
    std::shared_ptr<ChunkText> text = std::move(chunk.text);
    chunk = RawChunk{};
    // The memory of a chunk that nobody looks at any more serves again.
    chunk.text = text && text.use_count() == 1 ? std::move(text) : std::make_shared<ChunkText>();
    chunk.text->clear();
    const auto holds_something = [&chunk] { return !chunk.cases.empty() || !chunk.unreadable.empty(); };
    while (impl_->file != nullptr || impl_->open_next(chunk)) {
        if (!impl_->fill(chunk)) continue;
        if (holds_something()) break;
        chunk.text->clear();  // it is full of blank lines, behind which there may be more
        chunk.files.clear();
    }
    impl_->read_so_far = impl_->read;
    if (!holds_something()) return false;
    chunk.text->append(text_padding, '\0');
    chunk.number = impl_->next_chunk++;
    return true;
}

const std::vector<std::string>& InputSet::names() const { return impl_->names; }
std::string InputSet::hash() const { return impl_->hash.hex(); }
std::uint64_t InputSet::total_bytes() const { return impl_->total; }
std::uint64_t InputSet::read_bytes() const { return impl_->read_so_far; }

}  // namespace kaoping::engine
