#pragma once
// Numbered work on any number of threads, handed over in order.
//
// Each worker takes the next piece under a lock, works on it alone, and leaves the result in a small window; whoever holds
// the piece that is due hands over all that is ready. So no more than window + threads pieces exist at once, and the
// hand-over sees them in the order in which they were taken, whatever the number of threads. A result that was handed over
// is filled again, so that its memory is taken once.

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace kaoping::engine {

/// `take(piece)` gives the next piece, false at the end (never called by two threads at once). `make_worker()` is called
/// once per thread and gives a function (piece, result) that makes the result anew out of whatever it was.
/// `hand_over(result)` is called in order, by one thread at a time.
/// An exception of any of them ends the run and is thrown again here.
template <typename Piece, typename Result, typename Take, typename MakeWorker, typename HandOver>
class OrderedPipeline {
public:
    OrderedPipeline(Take take, MakeWorker make_worker, HandOver hand_over)
        : take_(std::move(take)), make_worker_(std::move(make_worker)), hand_over_(std::move(hand_over)) {}

    void run(unsigned threads) {
        window_ = 2 * static_cast<std::uint64_t>(threads);
        std::vector<std::thread> others;
        for (unsigned i = 1; i < threads; ++i) others.emplace_back([this] { work(); });
        work();
        for (std::thread& other : others) other.join();
        if (failure_) std::rethrow_exception(failure_);
    }

private:
    void work() {
        try {
            auto worker = make_worker_();
            Piece piece;
            for (std::uint64_t number = 0; next(piece, number);) {
                Result result = spare();
                worker(piece, result);
                deliver(number, std::move(result));
            }
        } catch (...) {
            const std::lock_guard lock(state_);
            if (!failure_) failure_ = std::current_exception();
            room_.notify_all();
        }
    }

    bool next(Piece& piece, std::uint64_t& number) {
        const std::lock_guard taking(input_);
        {
            std::unique_lock lock(state_);
            room_.wait(lock, [this] { return failure_ || taken_ < due_ + window_; });
            if (failure_ || ended_) return false;
        }
        if (!take_(piece)) {
            const std::lock_guard lock(state_);
            ended_ = true;
            return false;
        }
        const std::lock_guard lock(state_);
        number = taken_++;
        return true;
    }

    Result spare() {
        const std::lock_guard lock(state_);
        if (spare_.empty()) return {};
        Result out = std::move(spare_.back());
        spare_.pop_back();
        return out;
    }

    void deliver(std::uint64_t number, Result&& result) {
        std::unique_lock lock(state_);
        ready_.emplace(number, std::move(result));
        if (handing_) return;  // the thread that hands over looks again before it leaves
        handing_ = true;
        while (!failure_ && !ready_.empty() && ready_.begin()->first == due_) {
            Result front = std::move(ready_.begin()->second);
            ready_.erase(ready_.begin());
            lock.unlock();
            hand_over_(std::as_const(front));
            lock.lock();
            spare_.push_back(std::move(front));
            ++due_;
            room_.notify_all();
        }
        handing_ = false;
    }

    Take take_;
    MakeWorker make_worker_;
    HandOver hand_over_;
    std::mutex input_, state_;
    std::condition_variable room_;
    std::map<std::uint64_t, Result> ready_;
    std::vector<Result> spare_;
    std::uint64_t taken_ = 0, due_ = 0, window_ = 2;
    bool ended_ = false, handing_ = false;
    std::exception_ptr failure_;
};

}  // namespace kaoping::engine
