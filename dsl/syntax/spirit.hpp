#pragma once
// Precompiled for the grammar's translation units: Spirit X3 is heavy.

#include <boost/fusion/include/at_c.hpp>
#include <boost/spirit/home/x3.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>
