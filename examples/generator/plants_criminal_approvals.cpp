#include "plant.hpp"

namespace generator {

void add_criminal_approvals(Plants& to) {
    (void)to;
}

}  // namespace generator
