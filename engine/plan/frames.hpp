#pragma once
// Sets of frames: what a value depends on while rules are lowered (lowering.hpp says what a frame is).
//
// A set is a list from the innermost frame outwards, and sets share their tails: so a set is one pointer, two are equal if
// they are the same one, and most values take theirs over from an argument.

#include <deque>
#include <utility>

#include <boost/unordered/unordered_flat_map.hpp>

namespace kaoping::engine {

class Frames {
public:
    Frames() = default;
    bool operator==(const Frames&) const = default;
    [[nodiscard]] bool empty() const { return first_ == nullptr; }
    /// Of a set that is not empty: the greatest number, and the rest.
    [[nodiscard]] int innermost() const { return first_->frame; }
    [[nodiscard]] Frames outer() const { return Frames(first_->outer); }
    [[nodiscard]] bool contains(int frame) const {
        for (const Link* link = first_; link != nullptr; link = link->outer)
            if (link->frame == frame) return true;
        return false;
    }
    /// The same for equal sets, and for no others.
    [[nodiscard]] const void* identity() const { return first_; }

private:
    friend class FramePool;
    struct Link {
        int frame = 0;
        const Link* outer = nullptr;  ///< smaller numbers
    };
    explicit Frames(const Link* first) : first_(first) {}

    const Link* first_ = nullptr;
};

/// Makes sets of frames; they live as long as it does, and only sets of one pool go together.
class FramePool {
public:
    [[nodiscard]] Frames only(int frame) { return with(frame, {}); }
    [[nodiscard]] Frames join(Frames a, Frames b) {
        if (a == b || b.empty()) return a;
        if (a.empty()) return b;
        if (a.innermost() < b.innermost()) std::swap(a, b);
        return with(a.innermost(), join(a.outer(), a.innermost() == b.innermost() ? b.outer() : b));
    }
    [[nodiscard]] Frames without(Frames frames, int frame) {
        if (!frames.contains(frame)) return frames;
        return frames.innermost() == frame ? frames.outer() : with(frames.innermost(), without(frames.outer(), frame));
    }

private:
    /// `frame` is greater than those of `outer`.
    Frames with(int frame, Frames outer) {
        const auto [known, is_new] = known_.try_emplace({frame, outer.first_}, nullptr);
        if (is_new) known->second = &links_.emplace_back(Frames::Link{frame, outer.first_});
        return Frames(known->second);
    }

    std::deque<Frames::Link> links_;
    boost::unordered_flat_map<std::pair<int, const Frames::Link*>, const Frames::Link*> known_;
};

}  // namespace kaoping::engine
