#pragma once
// A bit per row, 64 rows a word: validity planes and truth columns. Bits beyond the size are always zero.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>

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
    Bits(const Bits& other) { *this = other; }
    Bits(Bits&& other) noexcept { *this = std::move(other); }
    Bits& operator=(const Bits& other) {
        shape(other.size_);
        std::copy_n(other.words_.get(), word_count(), words_.get());
        return *this;
    }
    Bits& operator=(Bits&& other) noexcept {
        words_ = std::move(other.words_);
        room_ = std::exchange(other.room_, 0U);
        size_ = std::exchange(other.size_, 0U);
        return *this;
    }
    ~Bits() = default;

    /// Sets size and all bits.
    void resize(std::size_t size, bool value = false) {
        shape(size);
        std::fill_n(words_.get(), word_count(), value ? ~std::uint64_t{0} : 0);
        clear_tail();
    }
    /// Sets the size; the bits are any: all words must be written.
    void shape(std::size_t size) {
        size_ = static_cast<std::uint32_t>(size);
        if (room_ < word_count()) make_room(word_count());
    }
    /// More rows, whose bits are all set or all not.
    void grow(std::size_t size, bool value) {
        const std::size_t before = size_, used = word_count();
        shape(size);
        std::fill(words_.get() + used, words_.get() + word_count(), value ? ~std::uint64_t{0} : 0);
        if (!value) return;
        if (before % 64 != 0) words_[before / 64] |= ~std::uint64_t{0} << (before % 64);
        clear_tail();
    }
    /// Fewer rows.
    void cut(std::size_t size) {
        size_ = static_cast<std::uint32_t>(size);
        clear_tail();
    }
    /// Sets or clears all bits from a row on.
    void put_from(std::size_t row, bool value) {
        const std::size_t size = size_;
        cut(row);
        grow(size, value);
    }
    [[nodiscard]] bool operator==(const Bits& other) const { return size_ == other.size_ && std::equal(words_.get(), words_.get() + word_count(), other.words_.get()); }
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
    [[nodiscard]] std::size_t word_count() const { return (size() + 63) / 64; }
    [[nodiscard]] std::uint64_t word(std::size_t w) const { return words_[w]; }
    std::uint64_t& word(std::size_t w) { return words_[w]; }
    [[nodiscard]] std::uint64_t* data() { return words_.get(); }
    [[nodiscard]] std::span<const std::uint64_t> words() const { return {words_.get(), word_count()}; }
    void clear_tail() {
        if (size_ % 64 != 0) words_[size_ / 64] &= (std::uint64_t{1} << (size_ % 64)) - 1;
    }

private:
    [[gnu::noinline]] void make_room(std::size_t words) {
        words = std::max<std::size_t>(words, 2 * std::size_t{room_});  // rows come one after another
        auto wider = std::make_unique<std::uint64_t[]>(words);
        std::copy_n(words_.get(), room_, wider.get());
        words_ = std::move(wider);
        room_ = static_cast<std::uint32_t>(words);
    }
    [[nodiscard]] bool all_are(std::uint64_t word) const {
        if (size_ == 0) return true;
        const std::size_t last = (size() - 1) / 64;
        for (std::size_t w = 0; w < last; ++w)
            if (words_[w] != word) return false;
        return words_[last] == (word >> (size_ % 64 == 0 ? 0 : 64 - size_ % 64));
    }

    // A plan has thousands of columns with three of these each: no std::vector, which is twice as large.
    std::unique_ptr<std::uint64_t[]> words_;
    std::uint32_t room_ = 0;  ///< words, never fewer than before: columns are used again for more rows and fewer
    std::uint32_t size_ = 0;  ///< not of the type of words: writing one would be writing a size for all that a compiler knows
};

}  // namespace kaoping::engine
