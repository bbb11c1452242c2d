#pragma once
// JSON of lines that are written by the million: what they share is put there as it is, with its keys and quotes; the rest is
// looked through for what must be escaped, sixteen bytes at once. The bytes are those of RapidJSON (json.hpp), which writes everything
// that is written once. Rows of scores.csv are put together in it, too.
//
// Of the writers of this folder.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "engine/result/verdict.hpp"

namespace kaoping::engine::json {

/// Lines in memory that stays. Each function returns the buffer, for the next call.
class LineBuffer {
public:
    LineBuffer() = default;
    LineBuffer(const LineBuffer&) = delete;
    LineBuffer& operator=(const LineBuffer&) = delete;

    /// JSON as it is; UTF-8.
    LineBuffer& put(std::string_view json) {
        make_room(json.size());
        std::memcpy(end_, json.data(), json.size());
        end_ += json.size();
        return *this;
    }
    /// The same; its length is known to the compiler, which copies it in a few moves.
    template <std::size_t size>
    LineBuffer& put(const char (&json)[size]) {
        make_room(size - 1);
        std::memcpy(end_, json, size - 1);
        end_ += size - 1;
        return *this;
    }
    /// A text, in quotes.
    LineBuffer& text(std::string_view value);
    /// The same, or null where it is empty.
    LineBuffer& text_or_null(std::string_view value) { return value.empty() ? put("null") : text(value); }
    LineBuffer& count(std::uint64_t count) {
        if (count > 9) return long_count(count);
        make_room(1);
        *end_++ = static_cast<char>('0' + count);
        return *this;
    }
    /// {"low":…,"high":…}, exact decimals.
    LineBuffer& interval(Interval value);
    /// An exact decimal.
    LineBuffer& amount(std::int64_t millionths);

    /// `put_item(item)` puts one item of a list.
    template <typename Items, typename PutItem>
    LineBuffer& list(const Items& items, PutItem put_item) {
        put("[");
        bool first = true;
        for (const auto& item : items) {
            if (!first) put(",");
            first = false;
            put_item(item);
        }
        return put("]");
    }

    /// All that was put, and begins anew. What is no UTF-8 of its texts is replaced: names of files may hold any bytes. Valid until
    /// the next call of any function.
    [[nodiscard]] std::string_view take();
    /// The same, appended to a text.
    void move_to(std::string& out) { out += take(); }

private:
    void make_room(std::size_t bytes) {
        if (static_cast<std::size_t>(limit_ - end_) < bytes) grow(bytes);
    }
    [[gnu::cold]] void grow(std::size_t bytes);
    LineBuffer& long_count(std::uint64_t count);

    std::string memory_;
    char* end_ = memory_.data();    ///< of what was put; behind it there is room
    char* limit_ = memory_.data();  ///< of the room
    bool ascii_ = true;           ///< all its texts are
    std::string mended_;          ///< what was put last that was no UTF-8
};

}  // namespace kaoping::engine::json
