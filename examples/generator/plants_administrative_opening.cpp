#include "plant.hpp"

namespace generator {

void add_administrative_opening(Plants& to) {
    (void)to;
}

}  // namespace generator
