#pragma once
// How the program asks the system for memory.

namespace kaoping::cli {

/// Lets the heap grow in large steps of large pages, where the system grants them on request. Starting with the national
/// packs touches some thousand pages of 4 KiB, and each first touch is a trap into the kernel: a third of the start. So it is for
/// every further thread of an evaluation, which works in the same heap.
void use_large_pages();

}  // namespace kaoping::cli
