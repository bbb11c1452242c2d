#include "plant.hpp"

namespace generator {

void add_criminal_filing(Plants& to) {
    (void)to;
}

}  // namespace generator
