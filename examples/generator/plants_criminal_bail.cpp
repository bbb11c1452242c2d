#include "plant.hpp"

namespace generator {

void add_criminal_bail(Plants& to) {
    (void)to;
}

}  // namespace generator
