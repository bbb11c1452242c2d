#include "plant.hpp"

namespace generator {

void add_administrative_end(Plants& to) {
    (void)to;
}

}  // namespace generator
