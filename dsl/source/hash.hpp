#pragma once
// 128-bit hashes of texts (XXH3): to recognise packs, inputs and findings again. Not a protection against forgery.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace kaoping::dsl {

/// Hash of a sequence of pieces; the same bytes in one or many pieces give the same hash.
class TextHash {
public:
    TextHash();
    TextHash(TextHash&&) noexcept;
    TextHash& operator=(TextHash&&) noexcept;
    ~TextHash();

    void add(std::string_view piece);
    /// Adds the piece with its length, so that `ab`, `c` differs from `a`, `bc`: see append_part.
    void add_part(std::string_view part);
    /// 32 hex digits over all that was added so far.
    [[nodiscard]] std::string hex() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Appends a piece with its length in front: the bytes that TextHash::add_part hashes. A short text is hashed soonest as one.
void append_part(std::string& out, std::string_view part);

/// 32 hex digits of one text.
[[nodiscard]] std::string hash_text(std::string_view text);
/// The same, appended.
void append_hash(std::string& out, std::string_view text);

}  // namespace kaoping::dsl
