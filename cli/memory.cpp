// The heap in large pages: see memory.hpp.

#include "cli/memory.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <thread>

#if defined(__linux__) && defined(__GLIBC__)

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

namespace kaoping::cli {

void use_large_pages() {
    constexpr std::uintptr_t large = 2U << 20, per_thread = 32U << 20, most = 512U << 20, first = 160U << 10, own_mapping = 16U << 20;
    // Address space, not memory: what is never touched is never there.
    const std::uintptr_t step = std::min(most, per_thread * (std::uintptr_t{std::thread::hardware_concurrency()} + 1));
    const auto before = reinterpret_cast<std::uintptr_t>(sbrk(0));
    const std::uintptr_t begin = (before + first + large - 1) / large * large;
    // The heap goes on a little before a large page. What malloc writes when it grows lies there: a large page of which
    // something was touched before it was asked for comes in small ones.
    (void)sbrk(static_cast<std::intptr_t>(begin - first - before));
    mallopt(M_ARENA_MAX, 1);  // other threads would get heaps of their own, in small pages; they rarely ask for memory
    mallopt(M_TOP_PAD, static_cast<int>(step));
    mallopt(M_MMAP_THRESHOLD, static_cast<int>(own_mapping));  // blocks of a few hundred KiB come from the heap too
    mallopt(M_TRIM_THRESHOLD, static_cast<int>(2 * step));
    void* volatile more = std::malloc(136U << 10);  // than is left of the heap: it grows by a step (volatile: lest it be left out)
    std::free(more);
    const std::uintptr_t end = reinterpret_cast<std::uintptr_t>(sbrk(0)) / large * large;
    if (begin < end) (void)madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);  // a wish: refused, nothing changes
}

}  // namespace kaoping::cli

#else

namespace kaoping::cli {
void use_large_pages() {}
}  // namespace kaoping::cli

#endif
