#pragma once
// What a finding shows of one subject, and why it could not be decided. Both evaluators fill it.

#include <string>
#include <vector>

#include "engine/result/finding.hpp"
#include "engine/result/verdict.hpp"

namespace kaoping::engine {

struct SubjectText {
    std::string message;
    std::string remedy;
    std::string reason;                    ///< of the exception that applied
    std::vector<ShownText> shown;
    std::vector<std::string> responsible;  ///< each once, in the rule's order: names if a personal text field `name` is there, else keys
    std::vector<int> responsible_by;       ///< for each of them, which `responsible` of the rule named it first
};

}  // namespace kaoping::engine
