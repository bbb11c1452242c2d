#include "plant.hpp"

namespace generator {

void add_administrative_decision(Plants& to) {
    (void)to;
}

}  // namespace generator
