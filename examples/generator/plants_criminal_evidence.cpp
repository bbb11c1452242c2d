#include "plant.hpp"

namespace generator {

void add_criminal_evidence(Plants& to) {
    (void)to;
}

}  // namespace generator
