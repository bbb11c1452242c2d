#pragma once
// A bit per row, 64 rows a word: validity planes and truth columns. Bits beyond the size are always zero.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace kaoping::engine {

/// Calls `act(place)` for the set bits of a word, the lowest first.
template <typename Act>
void for_each_bit(std::uint64_t word, Act act) {
    for (; word != 0; word &= word - 1) act(static_cast<std::size_t>(__builtin_ctzll(word)));
}

class Bits {
public:
    Bits() = default;
    explicit Bits(std::size_t size, bool value = false) { resize(size, value); }

    /// Sets size and all bits.
    void resize(std::size_t size, bool value = false) {
        shape(size);
        std::fill(words_.begin(), words_.end(), value ? ~std::uint64_t{0} : 0);
        clear_tail();
    }
    /// Sets the size; the bits are any: all words must be written.
    void shape(std::size_t size) {
        size_ = size;
        if (const std::size_t words = (size + 63) / 64; words_.size() != words) words_.resize(words);
    }
    /// More rows, whose bits are all set or all not.
    void grow(std::size_t size, bool value) {
        const std::size_t before = size_;
        size_ = size;
        words_.resize((size + 63) / 64, value ? ~std::uint64_t{0} : 0);
        if (!value) return;
        if (before % 64 != 0) words_[before / 64] |= ~std::uint64_t{0} << (before % 64);
        clear_tail();
    }
    /// Fewer rows.
    void cut(std::size_t size) {
        size_ = size;
        words_.resize((size + 63) / 64);
        clear_tail();
    }
    /// Sets or clears all bits from a row on.
    void put_from(std::size_t row, bool value) {
        const std::size_t size = size_;
        cut(row);
        grow(size, value);
    }
    [[nodiscard]] bool operator==(const Bits&) const = default;
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool get(std::size_t i) const { return (words_[i / 64] >> (i % 64) & 1U) != 0; }
    void set(std::size_t i) { words_[i / 64] |= std::uint64_t{1} << (i % 64); }
    void reset(std::size_t i) { words_[i / 64] &= ~(std::uint64_t{1} << (i % 64)); }
    void put(std::size_t i, bool value) { value ? set(i) : reset(i); }
    /// The bits of at most 64 rows from `begin` on, the first one lowest.
    [[nodiscard]] std::uint64_t range(std::size_t begin, std::size_t count) const {
        if (count == 0) return 0;
        const std::size_t w = begin / 64, shift = begin % 64;
        std::uint64_t out = words_[w] >> shift;
        if (shift + count > 64) out |= words_[w + 1] << (64 - shift);
        return out & (~std::uint64_t{0} >> (64 - count));
    }
    [[nodiscard]] bool all() const { return all_are(~std::uint64_t{0}); }
    [[nodiscard]] bool none() const { return all_are(0); }

    /// Whole words, for kernels; call clear_tail after writing them.
    [[nodiscard]] std::size_t word_count() const { return words_.size(); }
    [[nodiscard]] std::uint64_t word(std::size_t w) const { return words_[w]; }
    std::uint64_t& word(std::size_t w) { return words_[w]; }
    [[nodiscard]] std::uint64_t* data() { return words_.data(); }
    void clear_tail() {
        if (size_ % 64 != 0) words_.back() &= (std::uint64_t{1} << (size_ % 64)) - 1;
    }

private:
    [[nodiscard]] bool all_are(std::uint64_t word) const {
        if (size_ == 0) return true;
        for (std::size_t w = 0; w + 1 < words_.size(); ++w)
            if (words_[w] != word) return false;
        return words_.back() == (word >> (size_ % 64 == 0 ? 0 : 64 - size_ % 64));
    }

    std::vector<std::uint64_t> words_;
    std::size_t size_ = 0;
};

}  // namespace kaoping::engine
