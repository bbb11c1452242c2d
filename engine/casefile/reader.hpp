#pragma once
// Case files → batches: files, folders, globs and standard input; YAML, JSON and JSON Lines.
//
// Two steps, so that decoding runs on any thread: InputSet cuts the inputs into numbered chunks of raw text (one reader
// thread), CaseDecoder turns a chunk into a batch (any number of threads, no shared state).

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <boost/container/container_fwd.hpp>

#include "dsl/typed/schema.hpp"
#include "engine/casefile/batch.hpp"
#include "engine/casefile/machine.hpp"
#include "engine/time/legal_time.hpp"

namespace kaoping::engine {

struct ReadOptions {
    std::size_t max_case_bytes = 16U << 20;  ///< of one case's text; a larger one is unreadable
    std::size_t batch_cases = 512;           ///< cases of one chunk, at most
    std::size_t chunk_bytes = bytes_together();  ///< a chunk ends behind the case that passes this
    bool strict_yaml = true;                 ///< validate whole YAML documents: unknown fields, columns that no rule reads
    bool strict_json = false;
    std::int64_t as_of = INT64_MAX;          ///< facts dated after it are data findings
};

/// Which columns are wanted, by table of the Layout and field; what is not wanted is neither decoded nor validated (unless strict).
struct ColumnMask {
    std::vector<std::vector<bool>> columns;
    [[nodiscard]] static ColumnMask all(const dsl::Schema& schema);
};

enum class CaseFormat : std::uint8_t { yaml, json, json_lines };

/// One case that could not be read, or an input that could not be opened (ordinal counts it as a case only if `counts`).
struct UnreadableCase {
    std::string file;
    std::uint32_t line = 0, column = 0;  ///< 0: of the whole file
    std::string message;                 ///< a sentence for a person
    std::uint64_t ordinal = 0;
    bool counts = true;                  ///< it stands for a case
};

/// A piece of one input: whole cases, in order. Several small files may share one chunk.
struct RawCase {
    std::uint64_t ordinal = 0;
    std::uint32_t file = 0;    ///< number in RawChunk::files
    std::uint32_t line = 1;    ///< line of its first byte in the file
    std::size_t begin = 0, end = 0;  ///< bytes of RawChunk::text
    CaseFormat format = CaseFormat::json_lines;
};
struct RawChunk {
    std::uint64_t number = 0;          ///< from 0, without gaps
    std::shared_ptr<boost::container::string> text;  ///< ChunkText; behind each case a NUL, behind all text_padding bytes
    std::vector<std::shared_ptr<const std::string>> files;  ///< names as given
    std::vector<RawCase> cases;
    std::vector<UnreadableCase> unreadable;  ///< found while cutting: too long, not openable
};

/// The inputs of a run, in a fixed order: arguments as given, a folder's files by name (.yaml .yml .json .jsonl .ndjson,
/// recursively, hidden ones too), a glob's matches by name, "-" for standard input (JSON Lines or one JSON or YAML document).
class InputSet {
public:
    [[nodiscard]] static InputSet open(const std::vector<std::string>& arguments, const ReadOptions& options);
    /// One case held in memory, for tests and the public API.
    [[nodiscard]] static InputSet of_text(std::string name, std::string text, CaseFormat format, const ReadOptions& options);
    InputSet(InputSet&&) noexcept;
    InputSet& operator=(InputSet&&) noexcept;
    ~InputSet();

    /// The next chunk; false at the end. Holds at most one chunk's text and one read buffer.
    [[nodiscard]] bool next_chunk(RawChunk& chunk);
    /// Names of all inputs that were found, for the run's identity.
    [[nodiscard]] const std::vector<std::string>& names() const;
    /// 128-bit hash (hex) over all bytes read so far, in order.
    [[nodiscard]] std::string hash() const;
    /// Bytes of all regular files and bytes read so far, for progress; total 0 where it is not known.
    [[nodiscard]] std::uint64_t total_bytes() const;
    [[nodiscard]] std::uint64_t read_bytes() const;

private:
    struct Impl;
    explicit InputSet(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

struct Decoded {
    CaseBatch batch;
    std::vector<UnreadableCase> unreadable;  ///< by ordinal, those of the chunk among them
};

/// What is common to all decoding of one run. Immutable; one object serves all threads. `schema` and `zone` must outlive it.
class CaseDecoder {
public:
    CaseDecoder(const dsl::Schema& schema, const Zone& zone, ColumnMask mask, ReadOptions options);
    ~CaseDecoder();
    /// One chunk by itself, with the texts that it points into; for many, a ChunkDecoder keeps its memory.
    [[nodiscard]] Decoded decode(const RawChunk& chunk) const;
    [[nodiscard]] const Layout& layout() const;

private:
    friend class ChunkDecoder;
    struct Impl;
    std::unique_ptr<const Impl> impl_;
};

/// Decodes one chunk after another, on one thread. `common` must outlive it.
class ChunkDecoder {
public:
    explicit ChunkDecoder(const CaseDecoder& common);
    ~ChunkDecoder();
    /// Valid until the next call, and as long as the chunk: its texts and names of files point into it.
    [[nodiscard]] const Decoded& decode(const RawChunk& chunk);

private:
    friend class CaseDecoder;
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace kaoping::engine
