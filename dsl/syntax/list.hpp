#pragma once
// The rows of parts that trees are made of.
//
// A tree is made at once, read for a while and given up at once, and those of a country's packs have tens of thousands of nodes. So
// their parts lie in an arena: no node asks for memory of its own, none gives any back.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <string_view>
#include <type_traits>

namespace kaoping::dsl::syntax {

/// What the parts of a tree lie in; the tree must not outlive it.
using Arena = std::pmr::monotonic_buffer_resource;

/// A row of parts in an arena. A copy has the same parts.
template <typename T>
class List {
public:
    using value_type = T;

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] T* data() { return data_; }
    [[nodiscard]] const T* data() const { return data_; }
    [[nodiscard]] T* begin() { return data_; }
    [[nodiscard]] T* end() { return data_ + size_; }
    [[nodiscard]] const T* begin() const { return data_; }
    [[nodiscard]] const T* end() const { return data_ + size_; }
    [[nodiscard]] T& operator[](std::size_t i) { return data_[i]; }
    [[nodiscard]] const T& operator[](std::size_t i) const { return data_[i]; }
    [[nodiscard]] T& front() { return data_[0]; }
    [[nodiscard]] const T& front() const { return data_[0]; }
    [[nodiscard]] T& back() { return data_[size_ - 1]; }
    [[nodiscard]] const T& back() const { return data_[size_ - 1]; }

    /// An empty part.
    T& add(Arena& arena) {
        if (size_ == room_) reserve(arena, std::max<std::size_t>(2, 2 * std::size_t{room_}));
        return *new (data_ + size_++) T();
    }
    /// By value: it may be a part of this very row.
    T& add(Arena& arena, T part) { return add(arena) = part; }
    /// Makes room for so many parts, so that adding them moves none.
    void reserve(Arena& arena, std::size_t parts) {
        static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>, "nobody destroys the parts");
        if (parts <= room_) return;
        T* const wider = static_cast<T*>(arena.allocate(parts * sizeof(T), alignof(T)));
        std::uninitialized_copy(begin(), end(), wider);
        data_ = wider;
        room_ = static_cast<std::uint32_t>(parts);
    }
    /// Adds empty parts until there are so many.
    void fill(Arena& arena, std::size_t parts) {
        reserve(arena, parts);
        while (size_ < parts) add(arena);
    }
    void clear() { size_ = 0; }

private:
    T* data_ = nullptr;
    std::uint32_t size_ = 0, room_ = 0;
};

/// A part that stands alone.
template <typename T>
[[nodiscard]] T* keep_part(Arena& arena, const T& part) {
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>, "nobody destroys the part");
    return new (arena.allocate(sizeof(T), alignof(T))) T(part);
}

/// A text of its own in the arena.
[[nodiscard]] inline std::string_view keep(Arena& arena, std::string_view text) {
    if (text.empty()) return {};
    char* const at = static_cast<char*>(arena.allocate(text.size(), 1));
    std::copy(text.begin(), text.end(), at);
    return {at, text.size()};
}

}  // namespace kaoping::dsl::syntax
