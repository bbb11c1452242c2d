#include "plant.hpp"

namespace generator {

void add_criminal_detention(Plants& to) {
    (void)to;
}

}  // namespace generator
