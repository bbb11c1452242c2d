// Cutting inputs into cases: see case_cutter.hpp.

#include "engine/casefile/case_cutter.hpp"

#include <algorithm>

#include "engine/casefile/json_text.hpp"

namespace kaoping::engine {

void CaseCutter::append(std::string_view bytes, ChunkText& text, std::size_t begin) {
    const std::size_t have = text.size() - begin;
    if (have + bytes.size() <= max_bytes_) {
        text.append(bytes.data(), bytes.size());
        return;
    }
    too_long_ = true;
    text.resize(begin + std::min<std::size_t>(have, 64));
}

CaseCutter::Cut CaseCutter::complete(std::size_t used) {
    const Cut out{used, true, too_long_, start_line_};
    started_ = too_long_ = false;
    depth_ = 0;
    return out;
}

CaseCutter::Cut CaseCutter::take(std::string_view piece, ChunkText& text, std::size_t begin) {
    return format_ == CaseFormat::yaml ? take_document(piece, text, begin) : take_json(piece, text, begin);
}

CaseCutter::Cut CaseCutter::finish(const ChunkText& text, std::size_t begin) {
    const bool rest = too_long_ || std::any_of(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), [](char c) { return !is_blank(c); });
    if (!rest) return {};
    return complete(0);
}

CaseCutter::Cut CaseCutter::take_document(std::string_view piece, ChunkText& text, std::size_t begin) {
    start_line_ = 1;
    if (!too_long_) append(piece, text, begin);
    return {piece.size(), false, false, 1};
}

/// Values one after another, or the elements of one array: brackets are counted outside of strings.
CaseCutter::Cut CaseCutter::take_json(std::string_view piece, ChunkText& text, std::size_t begin) {
    std::size_t from = 0;
    for (std::size_t i = 0; i < piece.size(); ++i) {
        const char c = piece[i];
        const bool first = !started_;
        if (first) {
            from = i;
            if (c == '\n') ++line_;
            if (is_blank(c) || (in_array_ && c == ',')) continue;
            if (c == '\xEF' || c == '\xBB' || c == '\xBF') continue;  // byte order mark
            if (c == '[' && !in_array_) {
                in_array_ = true;
                continue;
            }
            if (c == ']' && in_array_) {
                in_array_ = false;
                continue;
            }
            started_ = true;
            start_line_ = line_;
        } else if (c == '\n') {
            ++line_;
        }
        if (in_string_) {
            in_string_ = escaped_ || c != '"';
            escaped_ = !escaped_ && c == '\\';
            continue;
        }
        if (c == '"') in_string_ = true;
        else if (c == '{' || c == '[') ++depth_;
        else if ((c == '}' || c == ']') && depth_ > 0) {
            if (--depth_ > 0) continue;
            if (!too_long_) append(piece.substr(from, i + 1 - from), text, begin);
            return complete(i + 1);
        } else if (depth_ == 0 && (c == ',' || c == ']' || c == '\n')) {
            // A bare word or number where a case should be: it ends with its element. A stray separator is one of its own.
            const std::size_t end = first || c == '\n' ? i + 1 : i;
            if (!too_long_) append(piece.substr(from, end - from), text, begin);
            return complete(end);
        }
    }
    if (started_ && !too_long_) append(piece.substr(from), text, begin);
    return {piece.size(), false, false, start_line_};
}

}  // namespace kaoping::engine
