#pragma once
// A list that is filled again and again.

#include <cstddef>
#include <vector>

namespace kaoping::engine {

/// Emptied, it keeps its elements and the memory that they hold: `add` gives one as it was left, and whoever asks for it sets
/// all of it. Elements may move when one is added.
template <typename T>
class KeptList {
public:
    T& add() {
        if (size_ == kept_.size()) kept_.emplace_back();
        return kept_[size_++];
    }
    void clear() { size_ = 0; }

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] auto begin() const { return kept_.begin(); }
    [[nodiscard]] auto end() const { return kept_.begin() + static_cast<std::ptrdiff_t>(size_); }
    [[nodiscard]] const T& operator[](std::size_t i) const { return kept_[i]; }

private:
    std::vector<T> kept_;
    std::size_t size_ = 0;
};

}  // namespace kaoping::engine
