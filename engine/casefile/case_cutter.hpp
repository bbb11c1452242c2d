#pragma once
// Where a case ends: cuts the bytes of one input into the texts of cases, without parsing them.

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/casefile/chunk_text.hpp"
#include "engine/casefile/reader.hpp"

namespace kaoping::engine {

/// Of JSON values and YAML documents; JSON Lines are cut where they are read (input_set.cpp). Takes bytes in pieces of any size and
/// says when a case is complete. A case that grows beyond the limit is skipped up to
/// its end, so that memory stays bounded and the next case is found.
class CaseCutter {
public:
    CaseCutter(CaseFormat format, std::size_t max_bytes) : format_(format), max_bytes_(max_bytes) {}

    struct Cut {
        std::size_t used = 0;     ///< bytes of the piece that were taken
        bool complete = false;    ///< a case ends here; its text has been appended
        bool too_long = false;    ///< … but it was longer than the limit, and its text is cut short
        std::uint32_t line = 1;   ///< of the case's first byte
    };
    /// Appends the case's bytes to `text`, which holds what was taken of this case so far from `begin` on.
    Cut take(std::string_view piece, ChunkText& text, std::size_t begin);
    /// At the end of the input: is there a case left?
    [[nodiscard]] Cut finish(const ChunkText& text, std::size_t begin);

private:
    Cut take_document(std::string_view piece, ChunkText& text, std::size_t begin);
    Cut take_json(std::string_view piece, ChunkText& text, std::size_t begin);
    void append(std::string_view bytes, ChunkText& text, std::size_t begin);
    Cut complete(std::size_t used);

    CaseFormat format_;
    std::size_t max_bytes_;
    std::uint32_t line_ = 1, start_line_ = 1;
    bool started_ = false, too_long_ = false;
    // of JSON values: where in its structure the scan stands
    bool in_array_ = false, in_string_ = false, escaped_ = false;
    std::size_t depth_ = 0;
};

}  // namespace kaoping::engine
