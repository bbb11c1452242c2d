// The helpers of other topics check with doctest; libFuzzer brings the main function.

#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>
