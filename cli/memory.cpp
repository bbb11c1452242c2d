// The heap in large pages: see memory.hpp.

#include "cli/memory.hpp"

#include <cstdint>
#include <cstdlib>

#if defined(__linux__) && defined(__GLIBC__)

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

namespace kaoping::cli {

void use_large_pages() {
    constexpr std::uintptr_t large = 2U << 20, step = 16U << 20, first = 160U << 10;
    const auto before = reinterpret_cast<std::uintptr_t>(sbrk(0));
    const std::uintptr_t begin = (before + first + large - 1) / large * large;
    // The heap goes on a little before a large page. What malloc writes when it grows lies there: a large page of which
    // something was touched before it was asked for comes in small ones.
    (void)sbrk(static_cast<std::intptr_t>(begin - first - before));
    mallopt(M_TOP_PAD, static_cast<int>(2 * step));
    mallopt(M_MMAP_THRESHOLD, static_cast<int>(step));  // blocks of a few hundred KiB come from the heap too
    mallopt(M_TRIM_THRESHOLD, static_cast<int>(4 * step));
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
