#include "plant.hpp"

namespace generator {

void add_administrative_hearing(Plants& to) {
    (void)to;
}

}  // namespace generator
